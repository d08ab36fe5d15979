// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages come out of their bytes as they went in, and nothing else comes out of bytes.
#include <algorithm>

#include <gtest/gtest.h>

#include "fakes.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::secret;
using vault::KeyUse;
using vault::Request;

std::vector<std::uint8_t> bytes_of(const auto& message) {
  const crypto::Secret encoded = vault::encode(message);
  return {encoded.bytes().begin(), encoded.bytes().end()};
}

std::vector<Request> every_request() {
  std::vector<Request> requests;
  requests.emplace_back(vault::Refresh{});
  requests.emplace_back(vault::Describe{});
  requests.emplace_back(vault::Initialise{});
  requests.emplace_back(vault::Unlock{vault::kDecAndAut, secret("a passphrase")});
  requests.emplace_back(vault::Lock{vault::kSigOnly});
  requests.emplace_back(vault::Sign{KeyUse::kAuthentication, {1, 2, 3}});
  requests.emplace_back(vault::Decipher{KeyUse::kDecryption, {4, 5}});
  requests.emplace_back(vault::TakeHostKey{});
  return requests;
}

TEST(Messages, EveryRequestSurvivesItsBytes) {
  const auto requests = every_request();
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto bytes = bytes_of(requests[i]);
    const auto decoded = vault::decode_request(bytes);
    ASSERT_TRUE(decoded) << i;
    EXPECT_EQ(decoded->index(), i);
    EXPECT_EQ(bytes_of(*decoded), bytes);
  }
  const auto unlock = vault::decode_request(bytes_of(requests[3]));
  EXPECT_EQ(wire::as_text(std::get<vault::Unlock>(*unlock).passphrase.bytes()), "a passphrase");
  EXPECT_EQ(std::get<vault::Unlock>(*unlock).keys.bits(), vault::kDecAndAut.bits());
}

TEST(Messages, ShorterAndLongerRequestsAreRefused) {
  for (const Request& request : every_request()) {
    auto bytes = bytes_of(request);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      EXPECT_FALSE(vault::decode_request(std::span(bytes).first(size)));
    }
    bytes.push_back(0);
    EXPECT_FALSE(vault::decode_request(bytes));
  }
}

TEST(Messages, ValuesOutOfTheirRangeAreRefused) {
  EXPECT_FALSE(vault::decode_request(std::array<std::uint8_t, 1>{8}));     // no such request
  EXPECT_FALSE(vault::decode_request(std::array<std::uint8_t, 2>{4, 8}));  // no such key
  EXPECT_FALSE(vault::decode_request(std::array<std::uint8_t, 6>{5, 3, 0, 0, 0, 0}));
  EXPECT_FALSE(vault::decode_request(std::array<std::uint8_t, 6>{5, 0, 0xFF, 0xFF, 0xFF, 0xFF}));
}

TEST(Messages, AResponseSurvivesItsBytes) {
  Bench bench;
  ASSERT_TRUE(bench.provision("rsa2048.asc"));
  ASSERT_TRUE(bench.start());
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(bench.ask(testing::unlock(vault::kSigOnly, "wrong")));
  }
  auto response = bench.ask(vault::Describe{});
  response.data = secret("data");
  ASSERT_TRUE(response.snapshot.retry_at_ms);
  const auto bytes = bytes_of(response);
  const auto decoded = vault::decode_response(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(bytes_of(*decoded), bytes);
  ASSERT_TRUE(decoded->record);
  EXPECT_EQ(decoded->record->keys[0]->key.modulus, response.record->keys[0]->key.modulus);
  EXPECT_EQ(decoded->snapshot.retry_at_ms, response.snapshot.retry_at_ms);
  EXPECT_EQ(decoded->snapshot.tries_left, 0);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(vault::decode_response(std::span(bytes).first(size)));
  }
}

TEST(Messages, AnswersCarryNoPrivateKey) {
  Bench bench;
  ASSERT_TRUE(bench.provision("unprotected.asc"));
  ASSERT_TRUE(bench.start());
  const auto loaded = vault::load_sealed(bench.store, bench.device, vault::kRecordKind);
  ASSERT_TRUE(loaded);
  const auto record = vault::decode_record(loaded->bytes());
  ASSERT_TRUE(record);
  const auto seed = record->keys[0]->secret.bytes().subspan(2, 30);
  const auto answer = bytes_of(bench.ask(vault::Describe{}));
  EXPECT_TRUE(std::ranges::search(answer, seed).empty());
}

}  // namespace
}  // namespace gokey
