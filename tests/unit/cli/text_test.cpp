// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/text.h"

#include <clocale>

#include <gtest/gtest.h>

#include "cli/front/style.h"

namespace gokeyctl::cli {
namespace {

TEST(Text, FillPutsPartsInOrderOrByNumber) {
  EXPECT_EQ(fill("{} of {}", {1, "two"}), "1 of two");
  EXPECT_EQ(fill("{2} {1}", {"a", "b"}), "b a");
  EXPECT_EQ(fill("{} {", {"x"}), "x {");
  EXPECT_EQ(fill("nothing", {}), "nothing");
}

TEST(Text, FillLetsNothingThroughThatATerminalObeys) {
  EXPECT_EQ(fill("<{}>", {"\x1b[31mred\x1b]0;title\x07"}), "<red>");
  EXPECT_EQ(fill("<{}>", {"a\nb\tc\x7f\xc2\x9b"}).find_first_of("\n\t\x7f"), std::string::npos);
  EXPECT_EQ(fill("<{}>", {"\xe2\x80\xae"
                          "evil"}),
            "<evil>")
      << "right-to-left override";
  EXPECT_EQ(fill("<{}>", {"\xff"}), "<?>");
  const Style style{true, 80};
  EXPECT_EQ(fill("{}", {style.red("x\x1b[2J")}), "\x1b[31mx\x1b[0m")
      << "our colours stay, theirs do not";
}

TEST(Text, WrapBreaksAtBlanksAndIndents) {
  EXPECT_EQ(wrap("one two three", 8, 2), "one two\n  three");
  EXPECT_EQ(wrap("unbreakableword x", 5), "unbreakableword\nx");
  EXPECT_EQ(wrap("a\nb", 10, 1), "a\n b");
  EXPECT_EQ(wrap("\x1b[31mred\x1b[0m blue", 8), "\x1b[31mred\x1b[0m blue")
      << "colours take no room";
}

TEST(Text, ColumnsCountsCharacters) {
  EXPECT_EQ(columns("\xc3\xa4\xc3\xb6"), 2U);
  EXPECT_EQ(pad("\xc3\xa4", 3), "\xc3\xa4  ");
}

// Of a terminal in UTF-8; the answer is the C library's.
class WideText : public testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(std::setlocale(LC_CTYPE, "C.UTF-8"), nullptr); }
  void TearDown() override { std::setlocale(LC_CTYPE, "C"); }
};

TEST_F(WideText, JapaneseTakesTwoColumnsAndMarksNone) {
  EXPECT_EQ(columns("鍵なし"), 6U);
  EXPECT_EQ(columns("e\u0301"), 1U);
  EXPECT_EQ(pad("鍵", 4), "鍵  ");
}

TEST_F(WideText, JapaneseBreaksBetweenItsCharactersButNotBeforeAStop) {
  EXPECT_EQ(wrap("鍵をロックする", 6), "鍵を\nロック\nする");
  EXPECT_EQ(wrap("鍵です。次", 6), "鍵で\nす。次");
  EXPECT_EQ(wrap("USB 鍵", 4), "USB\n鍵");
}

}  // namespace
}  // namespace gokeyctl::cli
