// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <concepts>
#include <ostream>

#include <gtest/gtest.h>

#include "base/file.h"
#include "base/hex.h"
#include "base/host_port.h"
#include "base/redact.h"
#include "folder.h"
#include "gokeyctl/error.h"
#include "gokeyctl/log.h"
#include "gokeyctl/secret.h"
#include "gokeyctl/text.h"

namespace gokeyctl {
namespace {

using testing::Folder;
using testing::slurp;

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::equality_comparable<Secret>);
static_assert(!Printable<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);

std::span<const std::uint8_t> bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(ErrorTest, WrapKeepsCodeHintAndDetailsAndTheCause) {
  Error inner;
  inner.code = Code::kBusy;
  inner.message = "open the card: held";
  inner.hint = "kill it";
  inner.details["reason"] = "card-exclusive";
  const Error outer = wrap(inner, "read the card: held");
  EXPECT_EQ(outer.code, Code::kBusy);
  EXPECT_EQ(outer.hint, "kill it");
  EXPECT_EQ(outer.details.at("reason"), "card-exclusive");
  ASSERT_NE(outer.cause, nullptr);
  EXPECT_EQ(outer.cause->message, "open the card: held");
}

TEST(ErrorTest, CodeNamesAreTheOnesOfTheExitCodes) {
  EXPECT_EQ(code_name(Code::kNoToken), "no-token");
  EXPECT_EQ(code_name(Code::kRetryDelay), "retry-delay");
  EXPECT_EQ(static_cast<int>(Code::kRetryDelay), 27);
  EXPECT_EQ(code_name(static_cast<Code>(99)), "internal");
}

TEST(SecretTest, HoldsAtMostItsCapacity) {
  Secret secret(4);
  EXPECT_TRUE(secret.append(bytes("abc")));
  EXPECT_FALSE(secret.append(bytes("de")));
  EXPECT_EQ(secret.size(), 3U);
  secret.remove_last();
  EXPECT_EQ(secret.size(), 2U);
}

TEST(SecretTest, WipeLeavesZeros) {
  Secret secret(16);
  ASSERT_TRUE(secret.append(bytes("hunter2")));
  const std::uint8_t* memory = secret.expose([](auto view) { return view.data(); });
  secret.wipe();
  EXPECT_TRUE(secret.empty());
  for (std::size_t i = 0; i < 16; ++i) EXPECT_EQ(memory[i], 0) << "byte " << i;
}

TEST(SecretTest, RemovingTheLastByteClearsIt) {
  Secret secret(16);
  ASSERT_TRUE(secret.append(bytes("ab")));
  const std::uint8_t* memory = secret.expose([](auto view) { return view.data(); });
  secret.remove_last();
  EXPECT_EQ(memory[1], 0);
}

TEST(SecretTest, MovingLeavesNothingBehind) {
  Secret first(16);
  ASSERT_TRUE(first.append(bytes("one")));
  Secret second(std::move(first));
  EXPECT_EQ(first.size(), 0U);  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(first.capacity(), 0U);
  EXPECT_EQ(second.size(), 3U);
  Secret third(16);
  ASSERT_TRUE(third.append(bytes("three")));
  const std::uint8_t* old = third.expose([](auto view) { return view.data(); });
  third = std::move(second);
  EXPECT_EQ(third.size(), 3U);
  EXPECT_EQ(old[0], 0) << "what was assigned over is wiped";
}

TEST(SecretTest, FillReadsStraightIn) {
  Secret secret(4);
  secret.fill([](std::span<std::uint8_t> room) {
    room[0] = 'x';
    return std::size_t{1};
  });
  EXPECT_EQ(secret.size(), 1U);
  secret.fill([](std::span<std::uint8_t>) { return std::size_t{100}; });
  EXPECT_EQ(secret.size(), 4U) << "never more than there is room for";
}

TEST(TextTest, EscapeSequencesAndControlsDoNotPass) {
  EXPECT_EQ(printable("a\x1B[31mb\x1B[0mc"), "abc");
  EXPECT_EQ(printable("a\x1B]0;title\ab"), "ab");
  EXPECT_EQ(printable("a\x1B]52;c;Zm9v\x1B\\b"), "ab");
  EXPECT_EQ(printable(std::string_view("a\0b\x07\x08\x7F", 6)), "ab");
  EXPECT_EQ(printable("a\xC2\x9B"
                      "31mb"),
            "a31mb")
      << "8-bit CSI";
  EXPECT_EQ(printable("a\xE2\x80\xAE"
                      "b"),
            "ab")
      << "right-to-left override";
  EXPECT_EQ(printable("\xFF\xC0\x80"), "???");
  EXPECT_EQ(printable("GoKey \xE2\x80\xA2"), "GoKey \xE2\x80\xA2");
  EXPECT_EQ(printable("\x1B[31"), "");
}

TEST(TextTest, LimitsAndLineEnds) {
  EXPECT_EQ(printable("abcdef", 3), "abc...");
  EXPECT_EQ(printable("a\r\nb"), "a b");
  EXPECT_EQ(printable("a\r\nb\rc", 99, LineEnds::kKeep), "a\nbc");
}

TEST(HexTest, WholeBytesOnly) {
  EXPECT_EQ(base::parse_hex("0aFF"), (std::vector<std::uint8_t>{0x0A, 0xFF}));
  EXPECT_FALSE(base::parse_hex("0"));
  EXPECT_FALSE(base::parse_hex("0g"));
}

TEST(HostPortTest, Forms) {
  EXPECT_EQ(base::parse_host_port("10.0.0.10", 22)->port, 22);
  EXPECT_EQ(base::parse_host_port("host:2222", 22)->port, 2222);
  EXPECT_EQ(base::parse_host_port("[::1]:2222", 22)->host, "::1");
  EXPECT_EQ(base::parse_host_port("fe80::1", 22)->host, "fe80::1");
  for (const char* bad : {"", ":22", "host:", "host:0", "host:65536", "host:2x", "[::1", "[::1]x",
                          "-oProxy", "a b"}) {
    EXPECT_FALSE(base::parse_host_port(bad, 22)) << bad;
  }
}

TEST(FileTest, WritesPrivatelyAndReplacesWhole) {
  const Folder folder;
  const auto file = folder / "a/b/file";
  ASSERT_TRUE(base::write_file(file, "one"));
  ASSERT_TRUE(base::write_file(file, "two"));
  EXPECT_EQ(slurp(file), "two");
  EXPECT_EQ(testing::mode_of(file), 0600U);
  EXPECT_EQ(testing::mode_of(file.parent_path()), 0700U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}), 1)
      << "no temporary file stays";
}

TEST(FileTest, KeepsASymbolicLink) {
  const Folder folder;
  testing::spill(folder / "real", "old");
  std::filesystem::create_symlink(folder / "real", folder / "link");
  ASSERT_TRUE(base::write_file(folder / "link", "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
  EXPECT_EQ(slurp(folder / "real"), "new");
}

TEST(FileTest, ReadSaysMissingTooLargeAndUnreadable) {
  const Folder folder;
  EXPECT_FALSE(base::read_file(folder / "none", 10)->has_value());
  testing::spill(folder / "big", "0123456789A");
  EXPECT_FALSE(base::read_file(folder / "big", 10));
  EXPECT_FALSE(base::read_file(folder / "", 10)) << "a folder";
}

TEST(LogTest, ArmourNeverReachesTheFile) {
  const Folder folder;
  const auto sink = open_log_file(folder / "log");
  ASSERT_TRUE(sink);
  const Log log(*sink, LogLevel::kDebug);
  log.event(LogLevel::kInfo, "key",
            {{"text",
              "before -----BEGIN PGP PRIVATE KEY BLOCK-----\nlQPGBGsA\n-----END PGP PRIVATE KEY "
              "BLOCK----- after"},
             {"cut", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz"}});
  const std::string text = slurp(folder / "log");
  EXPECT_EQ(text.find("lQPGBGsA"), std::string::npos);
  EXPECT_EQ(text.find("b3BlbnNz"), std::string::npos);
  EXPECT_NE(text.find("before [redacted] after"), std::string::npos);
  EXPECT_EQ(testing::mode_of(folder / "log"), 0600U);
}

TEST(LogTest, OneEventIsOneLineAndLevelsFilter) {
  const Folder folder;
  const auto sink = open_log_file(folder / "log");
  ASSERT_TRUE(sink);
  const Log log(*sink, LogLevel::kInfo);
  log.event(LogLevel::kDebug, "hidden");
  log.event(LogLevel::kInfo, "shown", {{"text", "two\nlines \x1B[31m\"quoted\""}});
  const std::string text = slurp(folder / "log");
  EXPECT_EQ(std::ranges::count(text, '\n'), 1);
  EXPECT_EQ(text.find("hidden"), std::string::npos);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_NE(text.find(R"(info shown text="two\nlines \x1b[31m\"quoted\"")"), std::string::npos);
  EXPECT_FALSE(Log().enabled(LogLevel::kError));
}

TEST(LogTest, RotatesFiveTimes) {
  const Folder folder;
  const auto sink = open_log_file(folder / "log");
  ASSERT_TRUE(sink);
  const std::string line(100 * 1024, 'x');
  for (int i = 0; i < 80; ++i) (*sink)->write(LogLevel::kInfo, line);
  for (const char* name : {"log", "log.1", "log.5"}) {
    EXPECT_LE(std::filesystem::file_size(folder / name), 1024U * 1024U) << name;
    EXPECT_EQ(testing::mode_of(folder / name), 0600U) << name;
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "log.6"));
}

TEST(LogTest, Levels) {
  EXPECT_EQ(*parse_log_level("trace"), LogLevel::kTrace);
  EXPECT_EQ(parse_log_level("loud").error().code, Code::kUsage);
}

}  // namespace
}  // namespace gokeyctl
