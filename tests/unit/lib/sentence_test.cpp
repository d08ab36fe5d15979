// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/sentence.h"

#include <cerrno>

#include <gtest/gtest.h>

#include "base/system_error.h"
#include "gokeyctl/error.h"

namespace {

using gokeyctl::say;
using gokeyctl::say_count;
using gokeyctl::Sentence;

TEST(Sentence, TakesValuesInOrderOrByNumber) {
  EXPECT_EQ(say("read {}: larger than {} bytes", "a.toml", 7), "read a.toml: larger than 7 bytes");
  EXPECT_EQ(say("{2} of {1}", "a", "b"), "b of a");
  EXPECT_EQ(say("{}: {}", say("log in to {}", "x"), say("refused")), "log in to x: refused");
}

TEST(Sentence, AValueThatLooksLikeAPlaceIsNone) { EXPECT_EQ(say("{} {}", "{}", "b"), "{} b"); }

TEST(Sentence, ValuesCannotSteerATerminal) {
  EXPECT_EQ(say("read {}", "a\x1b[31mb\nc"), "read ab c");
  EXPECT_EQ(say("{}: {}", say("read {}", "\x1b[2J"), "\a"), "read : ");
}

TEST(Sentence, CountsInEnglish) {
  EXPECT_EQ(say_count("{} try left", "{} tries left", 1), "1 try left");
  EXPECT_EQ(say_count("{} try left", "{} tries left", 0), "0 tries left");
}

// Without a catalogue, and after somebody changed the text, what stands is what is shown.
TEST(Sentence, StaysEnglishWithoutACatalogue) {
  Sentence sentence = say("{}: {}", say("read {}", "x"), gokeyctl::base::system_error(ENOENT));
  EXPECT_EQ(sentence, "read x: No such file or directory");
  EXPECT_EQ(sentence.translated(), sentence);
  sentence += " (really)";
  EXPECT_EQ(sentence.translated(), "read x: No such file or directory (really)");
}

TEST(Sentence, WrappingKeepsTheMaking) {
  gokeyctl::Error inner;
  inner.message = say("out of memory");
  inner.hint = say("close something");
  const auto outer = wrap(inner, say("{}: {}", say("set up SSH"), inner.message));
  EXPECT_EQ(outer.message, "set up SSH: out of memory");
  EXPECT_EQ(outer.hint.making().pattern, "close something");
  EXPECT_EQ(outer.cause->message.making().pattern, "out of memory");
}

}  // namespace
