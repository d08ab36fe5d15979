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

void add_fido(std::vector<Request>& requests) {
  const vault::FidoHash rp{1, 2};
  const vault::FidoHash data{3, 4};
  const vault::CredentialId id{5, 6, 7};
  const vault::PinAuth auth{2, {8, 9}};
  const vault::FidoUser user{{10}, "user", "User"};
  requests.emplace_back(vault::FidoStart{});
  requests.emplace_back(vault::FidoRegister{rp, data});
  requests.emplace_back(vault::FidoAuthenticate{rp, data, id, true});
  requests.emplace_back(
      vault::FidoFind{rp, auth, {1}, 2, vault::FidoFind::Where::kListed, {id, {}}});
  requests.emplace_back(vault::FidoMake{rp, data, "example.org", user, auth,
                                        vault::FidoAlgorithm::kEdDsa, vault::CredProtect::kRequired,
                                        true, true, true});
  requests.emplace_back(
      vault::FidoAssert{rp, data, id, auth, true, false, vault::HmacSecretInput{2, {}, {1}, {2}}});
  requests.emplace_back(vault::FidoKeyAgreement{});
  requests.emplace_back(vault::FidoSetPin{1, {}, {1}, {2}, {3}});
  requests.emplace_back(vault::FidoGetToken{1, {}, {1}, 3, rp});
  requests.emplace_back(vault::FidoList{auth, {1}, rp});
  requests.emplace_back(vault::FidoDelete{auth, {1}, id});
  requests.emplace_back(vault::FidoUpdateUser{auth, {1}, id, user});
  requests.emplace_back(vault::FidoReset{true});
  requests.emplace_back(vault::FidoPowerUp{});
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
  add_fido(requests);
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
  constexpr std::uint8_t kBehindTheLast = std::variant_size_v<vault::Request>;
  EXPECT_FALSE(vault::decode_request(std::array<std::uint8_t, 1>{kBehindTheLast}));
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
  vault::FidoReply& reply = response.fido.emplace();
  reply.auth_data = {1, 2, 3};
  reply.certificate = {4};
  reply.credentials.emplace_back().rp_id = "example.org";
  response.snapshot.fido.certificate_sha1.emplace().fill(5);
  response.snapshot.fido.certificate_lost = true;
  response.record->attestation.emplace().fill(6);
  const auto bytes = bytes_of(response);
  const auto decoded = vault::decode_response(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(bytes_of(*decoded), bytes);
  ASSERT_TRUE(decoded->record);
  EXPECT_EQ(decoded->record->keys[0]->key.modulus, response.record->keys[0]->key.modulus);
  EXPECT_EQ(decoded->record->attestation, response.record->attestation);
  EXPECT_EQ(decoded->snapshot.retry_at_ms, response.snapshot.retry_at_ms);
  EXPECT_EQ(decoded->snapshot.tries_left, 0);
  EXPECT_EQ(decoded->snapshot.fido, response.snapshot.fido);
  EXPECT_EQ(decoded->fido->credentials.at(0).rp_id, "example.org");
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
