// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Which key files and holder data make a token, and which do not.
#include <gtest/gtest.h>

#include "fakes.h"
#include "wire/hex.h"
#include "wire/openpgp_armor.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::unlock;
using vault::Outcome;
using Code = vault::ProvisionErrorCode;

constexpr std::uint32_t kJune2024 = 1717200000;

vault::ProvisionError refusal(Bench& bench, const vault::ProvisionInput& input) {
  const auto provisioned = vault::provision(bench.store, bench.device, bench.random, input);
  EXPECT_FALSE(provisioned);
  EXPECT_TRUE(bench.store.values.empty());
  return provisioned ? vault::ProvisionError{} : provisioned.error();
}

vault::ProvisionError refusal_of_file(std::span<const std::uint8_t> file) {
  Bench bench;
  vault::ProvisionInput input;
  input.openpgp_key = crypto::Secret::copy_of(file);
  return refusal(bench, input);
}

TEST(KeyFile, UnsupportedKeysAreNamed) {
  struct Case {
    std::string_view file, word;
  };
  for (const auto& [file, word] :
       {Case{"elgamal.asc", "elgamal"}, Case{"secp256k1.asc", "secp256k1"},
        Case{"rsa1024.asc", "rsa1024"}, Case{"old-protection/cast5.gpg", "S2K cipher CAST5"},
        Case{"old-protection/divert.gpg", "gnu-divert"}, Case{"public-only.asc", ""}}) {
    const auto error = refusal_of_file(testing::test_file(file));
    EXPECT_EQ(error.code, word.empty() ? Code::kBadKeyFile : Code::kUnsupportedKey) << file;
    EXPECT_NE(error.text.find(word), std::string::npos) << error.text;
  }
}

TEST(KeyFile, WithNothingForATokenIsRefused) {
  EXPECT_EQ(refusal_of_file(testing::test_file("cert-only.asc")).code, Code::kNoUsableKey);
}

TEST(KeyFile, DamageIsNoticed) {
  auto file = testing::test_file("unprotected.asc");
  auto text = std::string(wire::as_text(file));
  const std::size_t middle = text.size() / 2;
  text[middle] = text[middle] == 'A' ? 'B' : 'A';
  auto error = refusal_of_file(wire::as_bytes(text));
  EXPECT_EQ(error.code, Code::kBadKeyFile);
  EXPECT_NE(error.text.find("damaged: armour"), std::string::npos) << error.text;

  file.resize(file.size() - 60);
  error = refusal_of_file(file);
  EXPECT_EQ(error.code, Code::kBadKeyFile);
  EXPECT_NE(error.text.find("truncated"), std::string::npos) << error.text;
}

TEST(KeyFile, ChoosesTheLatestValidSubkeyAndThePrimaryWhereItIsAlone) {
  Bench bench;
  vault::ProvisionInput input;
  input.openpgp_key = crypto::Secret::copy_of(testing::test_file("choice.asc"));
  input.now = kJune2024;
  ASSERT_TRUE(vault::provision(bench.store, bench.device, bench.random, input));
  ASSERT_TRUE(bench.start());
  const auto record = bench.ask(vault::Describe{}).record;
  ASSERT_TRUE(record->keys[0]);
  EXPECT_EQ(record->keys[0]->fingerprint, record->primary);
  ASSERT_TRUE(record->keys[1]);
  EXPECT_EQ(record->keys[1]->created, 1704240000U);  // 2024-01-03
  EXPECT_FALSE(record->keys[2]);
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "choice passphrase")).outcome, Outcome::kDone);
}

TEST(KeyFile, WithoutADateNothingIsExpired) {
  Bench bench;
  ASSERT_TRUE(bench.provision("choice.asc"));
  ASSERT_TRUE(bench.start());
  const auto record = bench.ask(vault::Describe{}).record;
  EXPECT_EQ(record->keys[1]->created, 1704326400U);  // 2024-01-04
}

TEST(KeyFile, WithoutThePrimarySecretKeyIsEnough) {
  Bench bench;
  ASSERT_TRUE(bench.provision("dummy-primary.asc"));
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "ed25519 passphrase")).outcome, Outcome::kDone);
}

TEST(KeyFile, MayBeBinary) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.gpg"));
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "ed25519 passphrase")).outcome, Outcome::kDone);
}

TEST(KeyFile, OlderKindsOfProtectionOpen) {
  for (const std::string_view file :
       {"checksum.gpg", "simple.gpg", "salted.gpg", "aes192-sha224.gpg", "aes256-sha256.gpg",
        "aes256-sha384.gpg", "aes256-sha512.gpg"}) {
    SCOPED_TRACE(file);
    Bench bench;
    ASSERT_TRUE(bench.provision("old-protection/" + std::string(file)));
    ASSERT_TRUE(bench.start());
    EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "wrong")).outcome, Outcome::kWrongPassphrase);
    EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, "old passphrase")).outcome, Outcome::kDone);
  }
}

TEST(Provision, HappensOnce) {
  Bench bench;
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  const auto before = bench.store.values;
  const auto again = bench.provision("rsa2048.asc");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Code::kAlreadyProvisioned);
  EXPECT_EQ(bench.store.values, before);
}

TEST(Provision, ADamagedRecordIsNotReplaced) {
  Bench bench;
  bench.store.values["record"] = {1, 2, 3};
  const auto provisioned = bench.provision("ed25519.asc");
  ASSERT_FALSE(provisioned);
  EXPECT_EQ(provisioned.error().code, Code::kAlreadyProvisioned);
}

TEST(Provision, KeepsHolderData) {
  Bench bench;
  vault::ProvisionInput input;
  input.name = "Mustermann<<Erika";
  input.language = "deen";
  input.sex = "2";
  input.url = "https://example.org/key.asc";
  input.manufacturer = 0xF5EC;
  input.authorized_keys =
      "# mine\n\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f "
      "me@home";
  ASSERT_TRUE(vault::provision(bench.store, bench.device, bench.random, input));
  ASSERT_TRUE(bench.start());
  const auto record = bench.ask(vault::Describe{}).record;
  ASSERT_TRUE(record);
  EXPECT_EQ(record->name, input.name);
  EXPECT_EQ(record->language, input.language);
  EXPECT_EQ(record->sex, input.sex);
  EXPECT_EQ(record->url, input.url);
  EXPECT_EQ(record->manufacturer, 0xF5EC);
  ASSERT_EQ(record->authorized_keys.size(), 1U);
  EXPECT_EQ(record->authorized_keys[0].size(), 51U);
}

TEST(Provision, RefusesHolderDataTheCardCannotShow) {
  const auto code_for = [](auto change) {
    Bench bench;
    vault::ProvisionInput input;
    change(input);
    return refusal(bench, input).code;
  };
  using Input = vault::ProvisionInput;
  EXPECT_EQ(code_for([](Input& i) { i.name = std::string(40, 'x'); }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.name = "a\nb"; }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.language = "d"; }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.language = "DE"; }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.language = "dedededede"; }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.sex = "3"; }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.url = std::string(255, 'x'); }), Code::kBadHolder);
  EXPECT_EQ(code_for([](Input& i) { i.host_key_pem = testing::secret("hello"); }),
            Code::kBadHostKey);
  EXPECT_EQ(code_for([](Input& i) { i.authorized_keys = "ssh-dss AAAA"; }),
            Code::kBadAuthorizedKeys);
  EXPECT_EQ(code_for([](Input& i) { i.snvs = vault::SnvsMode::kSsh; }), Code::kBadAuthorizedKeys);
}

}  // namespace
}  // namespace gokey
