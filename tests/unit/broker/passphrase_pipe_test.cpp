// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/passphrase_pipe.h"

#include <array>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace gokeyctl::broker {
namespace {

Secret secret(std::string_view text) {
  Secret out(200);
  EXPECT_TRUE(out.append({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}));
  return out;
}

std::string reason(const Result<Secret>& result) {
  return result ? "" : result.error().details.at("reason");
}

TEST(PassphrasePipe, CarriesItOnce) {
  const auto pipe = put_into_pipe(secret("correct horse"));
  ASSERT_TRUE(pipe);
  const auto taken = take_from_pipe(*pipe);
  ASSERT_TRUE(taken);
  taken->expose([](std::span<const std::uint8_t> bytes) {
    EXPECT_EQ(std::string(bytes.begin(), bytes.end()), "correct horse");
  });
  const auto again = take_from_pipe(*pipe);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->empty());
}

TEST(PassphrasePipe, OneThatIsStillOpenIsNotWaitedFor) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
  const base::Descriptor read_end(ends[0]);
  const base::Descriptor write_end(ends[1]);
  ASSERT_EQ(::write(write_end.get(), "half", 4), 4);
  EXPECT_EQ(reason(take_from_pipe(read_end)), "unfinished");
}

TEST(PassphrasePipe, IsAPipeAndNothingElse) {
  EXPECT_EQ(reason(take_from_pipe(base::Descriptor())), "no-pipe");
  EXPECT_EQ(reason(take_from_pipe(base::Descriptor(::open("/dev/zero", O_RDONLY | O_CLOEXEC)))),
            "no-pipe");
}

TEST(PassphrasePipe, HasRoomFor127Bytes) {
  EXPECT_FALSE(put_into_pipe(secret(std::string(128, 'x'))));
  const auto pipe = put_into_pipe(secret(std::string(127, 'x')));
  ASSERT_TRUE(pipe);
  EXPECT_EQ(take_from_pipe(*pipe)->size(), 127U);
}

TEST(PassphrasePipe, NoCoreDumpWhileOneIsHeld) {
  ASSERT_EQ(::prctl(PR_GET_DUMPABLE), 1);
  {
    const NotDumpable one;
    const NotDumpable two;
    EXPECT_EQ(::prctl(PR_GET_DUMPABLE), 0);
  }
  EXPECT_EQ(::prctl(PR_GET_DUMPABLE), 1);
}

}  // namespace
}  // namespace gokeyctl::broker
