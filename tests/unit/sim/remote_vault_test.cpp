// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/remote_vault.h"

#include <algorithm>
#include <thread>

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include "boards/sim/posix.h"
#include "boards/sim/vault_process.h"

namespace gokey::sim {
namespace {

struct Pair {
  Pair() {
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    ours.reset(ends[0]);
    theirs.reset(ends[1]);
  }
  UniqueFd ours, theirs;
};

// Lets the vault work until `done`; false if it went away before.
bool wait_for(RemoteVault& vault, const bool& done) {
  while (vault.step()) {
    if (done) return true;
    pollfd ready{vault.socket(),
                 static_cast<short>(POLLIN | (vault.wants_to_write() ? POLLOUT : 0)), 0};
    if (::poll(&ready, 1, 5000) == 0) return false;
  }
  return false;
}

TEST(Frames, AreFoundInAnyFragmentation) {
  const std::vector<std::uint8_t> content{1, 2, 3, 4, 5};
  const crypto::Secret frame = make_frame(content);
  FrameReader reader;
  auto state = FrameReader::State::kIncomplete;
  for (const std::uint8_t byte : frame.bytes()) {
    ASSERT_EQ(state, FrameReader::State::kIncomplete);
    reader.space()[0] = byte;
    state = reader.wrote(1);
  }
  ASSERT_EQ(state, FrameReader::State::kComplete);
  EXPECT_TRUE(std::ranges::equal(reader.take().bytes(), content));
}

TEST(Frames, AnEmptyOneIsAFrameToo) {
  FrameReader reader;
  std::ranges::fill(reader.space(), std::uint8_t{0});
  EXPECT_EQ(reader.wrote(kFrameHeader), FrameReader::State::kComplete);
  EXPECT_TRUE(reader.take().empty());
}

TEST(Frames, ALengthBeyondTheLimitTakesNoMemory) {
  FrameReader reader;
  std::ranges::fill(reader.space(), std::uint8_t{0xFF});
  EXPECT_EQ(reader.wrote(kFrameHeader), FrameReader::State::kTooLong);
}

TEST(RemoteVault, AnswersComeInOrderAndNeverInsideSubmit) {
  Pair pair;
  std::jthread server([&] {
    EXPECT_TRUE(serve_vault(pair.theirs.get(), [](const vault::Request& request) {
      vault::Response response;
      if (const auto* sign = std::get_if<vault::Sign>(&request)) {
        response.data = crypto::Secret::copy_of(sign->data);
      }
      return response;
    }));
  });
  RemoteVault vault(pair.ours.get());
  std::vector<std::size_t> sizes, expected;
  bool done = false;
  // Together larger than a socket's buffer, so that sending has to be resumed.
  for (std::size_t i = 0; i < 400; ++i) {
    expected.push_back(3000 + i);
    vault.submit(vault::Sign{vault::KeyUse::kSignature, std::vector<std::uint8_t>(3000 + i, 7)},
                 [&](const vault::Response& response) {
                   sizes.push_back(response.data.size());
                   done = sizes.size() == 400;
                 });
  }
  EXPECT_TRUE(sizes.empty());
  EXPECT_TRUE(vault.wants_to_write());
  EXPECT_TRUE(wait_for(vault, done));
  EXPECT_EQ(sizes, expected);
  ::shutdown(pair.ours.get(), SHUT_RDWR);
}

TEST(RemoteVault, NoticesThatTheVaultIsGone) {
  Pair pair;
  RemoteVault vault(pair.ours.get());
  bool called = false;
  vault.submit(vault::Refresh{}, [&](const vault::Response&) { called = true; });
  EXPECT_TRUE(vault.step());
  pair.theirs.reset();
  EXPECT_FALSE(wait_for(vault, called));
  EXPECT_FALSE(called);
}

TEST(RemoteVault, NonsenseAndAnswersToNothingEndIt) {
  for (const bool asked : {true, false}) {
    Pair pair;
    RemoteVault vault(pair.ours.get());
    if (asked) vault.submit(vault::Refresh{}, [](const vault::Response&) { FAIL(); });
    const crypto::Secret nonsense =
        make_frame(asked ? crypto::Secret(3).bytes() : vault::encode(vault::Response{}).bytes());
    ASSERT_TRUE(write_all(pair.theirs.get(), nonsense.bytes()));
    EXPECT_FALSE(vault.step());
  }
}

TEST(RemoteVault, TheVaultDoesNotServeNonsense) {
  Pair pair;
  const std::vector<std::uint8_t> nonsense{0xEE, 1, 2};
  ASSERT_TRUE(write_all(pair.ours.get(), make_frame(nonsense).bytes()));
  EXPECT_FALSE(
      serve_vault(pair.theirs.get(), [](const vault::Request&) { return vault::Response{}; }));
}

TEST(Greeting, CarriesWhatTheMainProcessNeeds) {
  const auto back = decode_greeting(encode_greeting(Greeting{{1, 2, 3, 4}, true, "why"}));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->serial, (std::array<std::uint8_t, 4>{1, 2, 3, 4}));
  EXPECT_TRUE(back->secure_boot);
  EXPECT_EQ(back->damage, "why");
}

TEST(Greeting, CarriesAFailureInItsWords) {
  const auto back = decode_greeting(encode_greeting(failure(Exit::kBusy, "a", "b", "c")));
  ASSERT_FALSE(back.has_value());
  EXPECT_EQ(back.error().code, Exit::kBusy);
  EXPECT_EQ(back.error().what + back.error().why + back.error().hint, "abc");
}

TEST(Greeting, NonsenseIsAnInternalError) {
  const auto good = encode_greeting(failure(Exit::kBusy, "what", "why", "hint"));
  for (std::size_t size = 0; size < good.size(); ++size) {
    const auto back = decode_greeting(std::span(good).first(size));
    ASSERT_FALSE(back.has_value());
    EXPECT_EQ(back.error().code, Exit::kInternal);
  }
}

}  // namespace
}  // namespace gokey::sim
