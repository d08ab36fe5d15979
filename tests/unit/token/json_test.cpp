// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/token/json.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gokey::token {
namespace {

std::string quoted(std::string_view value) { return JsonWriter().text(value).release(); }

TEST(Json, PutsCommasBetweenValuesAndNowhereElse) {
  JsonWriter json;
  json.begin_object().key("a").number(1).key("b").begin_array().null().boolean(true).boolean(false);
  json.end_array().key("c").begin_object().end_object().key("d").begin_array().end_array();
  json.key("e").raw("{\"x\":1}").end_object();
  EXPECT_EQ(json.str(), R"({"a":1,"b":[null,true,false],"c":{},"d":[],"e":{"x":1}})");
}

TEST(Json, EscapesWhatRfc8259Wants) {
  EXPECT_EQ(quoted("say \"hi\" \\ / bye"), R"("say \"hi\" \\ / bye")");
  EXPECT_EQ(quoted(std::string_view("\0\x1b[31m\n\x7f", 8)), R"("\u0000\u001b[31m\u000a\u007f")");
  EXPECT_EQ(quoted("Grüße • 🔑"), "\"Grüße • 🔑\"");
}

TEST(Json, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(quoted("a\xFF"
                   "b"),
            "\"a\uFFFDb\"");
  EXPECT_EQ(quoted("\xC0\x80"), "\"\uFFFD\uFFFD\"") << "overlong form";
  EXPECT_EQ(quoted("\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\"") << "surrogate";
  EXPECT_EQ(quoted("\xF4\x90\x80\x80"), "\"\uFFFD\uFFFD\uFFFD\uFFFD\"") << "beyond U+10FFFF";
  EXPECT_EQ(quoted("\xE2\x80"), "\"\uFFFD\uFFFD\"") << "cut short";
}

TEST(Json, WritesDatesAsRfc3339) {
  EXPECT_EQ(rfc3339(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(rfc3339(951782399), "2000-02-28T23:59:59Z");
  EXPECT_EQ(rfc3339(951782400), "2000-02-29T00:00:00Z");
  EXPECT_EQ(rfc3339(1795200000), "2026-11-20T18:40:00Z");
  EXPECT_EQ(rfc3339(4294967295), "2106-02-07T06:28:15Z");
}

}  // namespace
}  // namespace gokey::token
