// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/terminal.h"

#include <gtest/gtest.h>

#include "wire/bytes.h"

namespace gokey::console {
namespace {

struct TerminalTest : ::testing::Test {
  std::string screen;
  Terminal terminal{[this](std::string_view bytes) { screen += bytes; },
                    Terminal::LateLineFeed::kSwallow};

  TerminalTest() {
    terminal.set_prompt("> ");
    terminal.read_line();
    screen.clear();
  }
  // What comes back for keys.
  std::string type(std::string_view keys) {
    screen.clear();
    terminal.input(wire::as_bytes(keys));
    last = terminal.poll();
    return screen;
  }
  // The line that keys make.
  std::string line(std::string_view keys) {
    type(std::string(keys) + "\r");
    EXPECT_EQ(last, LineIo::Got::kLine);
    const std::string made = terminal.take_line();
    terminal.read_line();
    return made;
  }
  LineIo::Got last = LineIo::Got::kNothing;
};

TEST_F(TerminalTest, EchoesAndEditsInTheMiddle) {
  EXPECT_EQ(type("abd"), "abd");
  EXPECT_EQ(type("\x1b[D"), "\x1b[D");
  EXPECT_EQ(type("c"), "cd\x1b[D");
  EXPECT_EQ(type("\r"), "\x1b[C\r\n");
  EXPECT_EQ(terminal.take_line(), "abcd");
}

TEST_F(TerminalTest, BackspaceRedrawsTheRest) {
  type("abc\x02");
  EXPECT_EQ(type("\x7F"), "\x1b[Dc \x1b[2D");
  EXPECT_EQ(line(""), "ac");
}

TEST_F(TerminalTest, KnowsTheUsualEditingKeys) {
  EXPECT_EQ(line("world\x01hello \x05!"), "hello world!");
  EXPECT_EQ(line("one two  \x17three"), "one three");
  EXPECT_EQ(line("gone\x15kept"), "kept");
  EXPECT_EQ(line("kept gone\x02\x02\x02\x02\x02\x0B"), "kept");
  EXPECT_EQ(line("ab\x02\x04"), "a") << "Ctrl-D erases under the cursor";
  EXPECT_EQ(line("a\x1b[5~b\tc"), "abc") << "what is not known does nothing";
  EXPECT_EQ(line("one two\x1b[1;3D\x1b[1;3Dx"), "xone two");
}

TEST_F(TerminalTest, GoesThroughTheHistoryAndBack) {
  line("first");
  line("second");
  EXPECT_EQ(line("typed\x1b[A"), "second");
  EXPECT_EQ(line("typed\x1b[A\x1b[A\x1b[A\x1b[A"), "first") << "and no further";
  EXPECT_EQ(line("typed\x10\x10\x0E\x0E"), "typed");
}

TEST_F(TerminalTest, KeepsUtf8WholeAndDropsWhatIsNot) {
  EXPECT_EQ(line("gr\xC3"
                 "\xBC\xC3\x9F"
                 "e\x7F!"),
            "gr\u00fc\u00df!");
  EXPECT_EQ(line("a\xFF\xC0"
                 "b"),
            "ab");
  type("\xE2\x82");
  EXPECT_EQ(last, LineIo::Got::kNothing);
  EXPECT_EQ(line("\xAC"), "\u20ac") << "split over two packets";
}

TEST_F(TerminalTest, EndsLinesWithCrLfOrBoth) {
  EXPECT_EQ(line("a"), "a");
  type("b\r\nc\nd\r");
  EXPECT_EQ(terminal.take_line(), "b");
  terminal.read_line();
  ASSERT_EQ(terminal.poll(), LineIo::Got::kLine);
  EXPECT_EQ(terminal.take_line(), "c");
  terminal.read_line();
  ASSERT_EQ(terminal.poll(), LineIo::Got::kLine);
  EXPECT_EQ(terminal.take_line(), "d");
  terminal.read_line();
  type("\n");
  EXPECT_EQ(last, LineIo::Got::kNothing) << "belongs to the CR before it";
  type("\n");
  EXPECT_EQ(last, LineIo::Got::kLine);
}

TEST_F(TerminalTest, OutputMovesALongLineOutOfTheWay) {
  terminal.resize(10);
  type("0123456789abc");
  screen.clear();
  terminal.write("note\n");
  EXPECT_EQ(screen, "\x1b[5D\x1b[K\x1b[A\x1b[Knote\r\n> 01234567\r\n89abc");
}

TEST_F(TerminalTest, HiddenLinesAreNeitherShownNorRemembered) {
  type("\r");
  EXPECT_EQ(terminal.take_line(), "");
  screen.clear();
  terminal.read_hidden("Passphrase: ");
  EXPECT_EQ(screen, "Passphrase: ");
  EXPECT_EQ(type("s\xFFx\x7F\xC3\xBC"), "");
  terminal.write("note\n");
  terminal.resize(40);
  EXPECT_EQ(screen.find('s' + std::string("\xFF")), std::string::npos);
  EXPECT_EQ(screen, "\x1b[12D\x1b[Knote\r\nPassphrase: \x1b[12D\x1b[KPassphrase: ");
  EXPECT_EQ(type("\r"), "\r\n");
  ASSERT_EQ(last, LineIo::Got::kLine);
  EXPECT_EQ(wire::as_text(terminal.take_hidden().bytes()), "s\xFF\xC3\xBC");
  screen.clear();
  terminal.read_line();
  EXPECT_EQ(screen, "> ");
  EXPECT_EQ(line("\x1b[A"), "") << "the line before the passphrase";
}

TEST_F(TerminalTest, AnInterruptedHiddenLineIsForgotten) {
  type("\r");
  terminal.read_hidden("Passphrase: ");
  type("secret\x03");
  EXPECT_EQ(last, LineIo::Got::kEnd);
  screen.clear();
  terminal.write("cancelled\n");
  EXPECT_EQ(screen, "\x1b[12D\x1b[Kcancelled\r\n> ");
}

TEST_F(TerminalTest, LimitsLineAndInput) {
  type(std::string(5000, 'x'));
  type(std::string(5000, 'y') + "\r");
  EXPECT_EQ(last, LineIo::Got::kNothing) << "the Enter was beyond the limit";
  EXPECT_EQ(line("").size(), Terminal::kLineLimit);
}

TEST_F(TerminalTest, EnterGetsThroughHalfAnEscapeSequence) { EXPECT_EQ(line("a\x1b[12"), "a"); }

}  // namespace
}  // namespace gokey::console
