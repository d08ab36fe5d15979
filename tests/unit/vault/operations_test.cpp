// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every algorithm does what OpenSSL expects of it, with keys that GnuPG made.
#include <algorithm>
#include <chrono>

#include <gtest/gtest.h>

#include "fakes.h"
#include "stranger.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::unlock;
using vault::Decipher;
using vault::KeyUse;
using vault::Outcome;
using vault::Sign;

struct Family {
  std::string_view name;
  vault::Algorithm algorithm;
  vault::Algorithm decryption;
};

class EachFamily : public ::testing::TestWithParam<Family> {
 protected:
  void SetUp() override {
    const std::string name(GetParam().name);
    ASSERT_TRUE(bench.provision(name + ".asc"));
    ASSERT_EQ(bench.start(), vault::VaultState::kProvisioned);
    const auto response = bench.ask(unlock(vault::kAllKeys, name + " passphrase"));
    ASSERT_EQ(response.outcome, Outcome::kDone);
    record = bench.ask(vault::Describe{}).record;
    ASSERT_TRUE(record);
  }
  const vault::PublicKey& key(KeyUse use) { return record->keys[vault::index(use)]->key; }
  std::vector<std::uint8_t> data(KeyUse use) {
    std::vector<std::uint8_t> bytes(vault::is_rsa(key(use).algorithm) ? 83 : 32);
    bench.random.fill(bytes);
    return bytes;
  }

  Bench bench;
  std::optional<vault::PublicRecord> record;
};

TEST_P(EachFamily, KeysAreWhatGnuPgMade) {
  EXPECT_EQ(key(KeyUse::kSignature).algorithm, GetParam().algorithm);
  EXPECT_EQ(key(KeyUse::kDecryption).algorithm, GetParam().decryption);
  EXPECT_EQ(key(KeyUse::kAuthentication).algorithm, GetParam().algorithm);
}

TEST_P(EachFamily, SignsForOpenSsl) {
  for (const KeyUse use : {KeyUse::kSignature, KeyUse::kAuthentication}) {
    const auto asked = data(use);
    const auto response = bench.ask(Sign{use, asked});
    ASSERT_EQ(response.outcome, Outcome::kDone);
    EXPECT_TRUE(testing::verifies(key(use), asked, response.data.bytes()));
    auto other = asked;
    other[0] ^= 1;
    EXPECT_FALSE(testing::verifies(key(use), other, response.data.bytes()));
  }
}

TEST_P(EachFamily, DeciphersForOpenSsl) {
  const auto challenge = testing::challenge(key(KeyUse::kDecryption));
  const auto response = bench.ask(Decipher{KeyUse::kDecryption, challenge.data});
  ASSERT_EQ(response.outcome, Outcome::kDone);
  EXPECT_TRUE(std::ranges::equal(response.data.bytes(), challenge.expected));
}

TEST_P(EachFamily, RefusesDataOfTheWrongForm) {
  EXPECT_EQ(bench.ask(Sign{KeyUse::kAuthentication, {}}).outcome, Outcome::kBadData);
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, {}}).outcome, Outcome::kBadData);
  auto shorter = testing::challenge(key(KeyUse::kDecryption)).data;
  shorter.pop_back();
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, shorter}).outcome, Outcome::kBadData);
}

using vault::Algorithm;
INSTANTIATE_TEST_SUITE_P(
    Keys, EachFamily,
    ::testing::Values(
        Family{"rsa2048", Algorithm::kRsa2048, Algorithm::kRsa2048},
        Family{"rsa3072", Algorithm::kRsa3072, Algorithm::kRsa3072},
        Family{"rsa4096", Algorithm::kRsa4096, Algorithm::kRsa4096},
        Family{"nistp256", Algorithm::kNistP256, Algorithm::kNistP256},
        Family{"nistp384", Algorithm::kNistP384, Algorithm::kNistP384},
        Family{"nistp521", Algorithm::kNistP521, Algorithm::kNistP521},
        Family{"brainpoolP256r1", Algorithm::kBrainpoolP256, Algorithm::kBrainpoolP256},
        Family{"brainpoolP384r1", Algorithm::kBrainpoolP384, Algorithm::kBrainpoolP384},
        Family{"brainpoolP512r1", Algorithm::kBrainpoolP512, Algorithm::kBrainpoolP512},
        Family{"ed25519", Algorithm::kEd25519, Algorithm::kX25519}),
    [](const auto& family) { return std::string(family.param.name); });

class WeierstrassPoint : public EachFamily {};

TEST_P(WeierstrassPoint, OffTheCurveIsRefused) {
  auto point = testing::challenge(key(KeyUse::kDecryption)).data;
  point.back() ^= 1;
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, point}).outcome, Outcome::kBadData);
  std::ranges::fill(std::span(point).subspan(1), std::uint8_t{0});
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, point}).outcome, Outcome::kBadData);
  std::ranges::fill(std::span(point).subspan(1), std::uint8_t{0xFF});
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, point}).outcome, Outcome::kBadData);
}

INSTANTIATE_TEST_SUITE_P(
    Keys, WeierstrassPoint,
    ::testing::Values(Family{"nistp256", Algorithm::kNistP256, Algorithm::kNistP256},
                      Family{"nistp521", Algorithm::kNistP521, Algorithm::kNistP521},
                      Family{"brainpoolP512r1", Algorithm::kBrainpoolP512,
                             Algorithm::kBrainpoolP512}),
    [](const auto& family) { return std::string(family.param.name); });

TEST(X25519Point, OfSmallOrderIsRefused) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(unlock(vault::kDecAndAut, "ed25519 passphrase")).outcome, Outcome::kDone);
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, std::vector<std::uint8_t>(32)}).outcome,
            Outcome::kBadData);
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kAuthentication, std::vector<std::uint8_t>(32)}).outcome,
            Outcome::kWrongAlgorithm);
  EXPECT_EQ(bench.ask(Sign{KeyUse::kDecryption, {1, 2, 3}}).outcome, Outcome::kWrongAlgorithm);
}

TEST(RsaPadding, EveryFailureLooksTheSame) {
  Bench bench;
  ASSERT_TRUE(bench.provision("rsa2048.asc"));
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(unlock(vault::kDecAndAut, "rsa2048 passphrase")).outcome, Outcome::kDone);
  const auto record = bench.ask(vault::Describe{}).record;
  const auto& key = record->keys[vault::index(KeyUse::kDecryption)]->key;

  std::vector<std::uint8_t> good(256, 0x5A);
  good[0] = 0;
  good[1] = 2;
  good[100] = 0;
  const auto ask = [&](const std::vector<std::uint8_t>& block) {
    return bench.ask(Decipher{KeyUse::kDecryption, testing::encrypt_raw(key, block)});
  };
  ASSERT_EQ(ask(good).outcome, Outcome::kDone);
  ASSERT_EQ(ask(good).data.size(), 155U);

  auto type1 = good;
  type1[1] = 1;
  auto short_padding = good;
  short_padding[9] = 0;
  auto no_separator = good;
  no_separator[100] = 1;
  auto first_byte = good;
  first_byte[0] = 1;
  for (const auto& block : {type1, short_padding, no_separator, first_byte}) {
    const auto response = ask(block);
    EXPECT_EQ(response.outcome, Outcome::kFailed);
    EXPECT_TRUE(response.data.empty());
  }
  // Not below the modulus.
  EXPECT_EQ(bench.ask(Decipher{KeyUse::kDecryption, std::vector<std::uint8_t>(256, 0xFF)}).outcome,
            Outcome::kFailed);
  auto empty_message = good;
  empty_message[100] = 1;
  empty_message[255] = 0;
  const auto response = ask(empty_message);
  EXPECT_EQ(response.outcome, Outcome::kDone);
  EXPECT_TRUE(response.data.empty());
}

TEST(DefaultCount, Unlocks) {
  Bench bench;
  ASSERT_TRUE(bench.provision("default-count.asc"));
  ASSERT_TRUE(bench.start());
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(bench.ask(unlock(vault::kSigOnly, "default passphrase")).outcome, Outcome::kDone);
  const auto took = std::chrono::steady_clock::now() - begin;
  RecordProperty(
      "milliseconds",
      static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
}

}  // namespace
}  // namespace gokey
