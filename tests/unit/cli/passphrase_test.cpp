// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/prompts/passphrase.h"

#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace gokeyctl::cli {
namespace {

// What comes out when `bytes` are written to a pipe that is then closed.
Result<Secret> from_pipe(const std::string& bytes) {
  int ends[2] = {-1, -1};
  EXPECT_EQ(pipe(ends), 0);
  EXPECT_EQ(write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  close(ends[1]);
  Result<Secret> secret = read_passphrase_fd(ends[0]);
  close(ends[0]);
  return secret;
}

std::string text_of(const Result<Secret>& secret) {
  if (!secret) return "error: " + secret.error().message;
  return secret->expose([](auto bytes) { return std::string(bytes.begin(), bytes.end()); });
}

TEST(PassphraseFd, TakesOneLineWithoutItsEnd) {
  for (const char* line :
       {"correct-horse", "correct-horse\n", "correct-horse\r", "correct-horse\r\n"}) {
    EXPECT_EQ(text_of(from_pipe(line)), "correct-horse");
  }
  EXPECT_EQ(text_of(from_pipe(" a b\t\n")), " a b\t") << "blanks belong to the passphrase";
}

TEST(PassphraseFd, RefusesWhatFollowsTheLine) {
  for (const char* bytes : {"one\ntwo", "one\n\n", "one\r\nx", "one\rx", "one\r\r"}) {
    const Result<Secret> secret = from_pipe(bytes);
    ASSERT_FALSE(secret) << bytes;
    EXPECT_EQ(secret.error().code, Code::kUsage);
  }
}

TEST(PassphraseFd, HoldsToTheConsolesLimit) {
  EXPECT_EQ(text_of(from_pipe(std::string(127, 'x') + "\n")).size(), 127U);
  const Result<Secret> secret = from_pipe(std::string(128, 'x'));
  ASSERT_FALSE(secret);
  EXPECT_EQ(secret.error().code, Code::kUsage);
}

TEST(PassphraseFd, AnEmptyOneCancels) {
  for (const char* bytes : {"", "\n", "\r\n"}) {
    const Result<Secret> secret = from_pipe(bytes);
    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error().code, Code::kCancelled);
  }
}

TEST(PassphraseFd, DoesNotWaitForAWriterThatKeepsThePipeOpen) {
  int ends[2] = {-1, -1};
  ASSERT_EQ(pipe(ends), 0);
  ASSERT_EQ(write(ends[1], "open\n", 5), 5);
  EXPECT_EQ(text_of(read_passphrase_fd(ends[0])), "open");
  close(ends[0]);
  close(ends[1]);
}

TEST(PassphraseFd, NamesADescriptorThatIsNotOpen) {
  const Result<Secret> secret = read_passphrase_fd(999);
  ASSERT_FALSE(secret);
  EXPECT_EQ(secret.error().code, Code::kUsage);
}

TEST(PassphraseSource, FollowsItsOrder) {
  SourceWishes wishes;
  EXPECT_EQ(choose_source(wishes).error().code, Code::kUsage);
  wishes.has_display = true;
  EXPECT_EQ(choose_source(wishes), PassphraseSource::kPinentry);
  wishes.pinentry_never = true;
  EXPECT_FALSE(choose_source(wishes));
  wishes.has_terminal = true;
  EXPECT_EQ(choose_source(wishes), PassphraseSource::kTerminal);
  wishes.pinentry = true;
  EXPECT_EQ(choose_source(wishes), PassphraseSource::kPinentry);
  wishes.no_input = true;
  EXPECT_EQ(choose_source(wishes).error().code, Code::kUsage);
  wishes.fd = 0;
  EXPECT_EQ(choose_source(wishes), PassphraseSource::kFd);
}

}  // namespace
}  // namespace gokeyctl::cli
