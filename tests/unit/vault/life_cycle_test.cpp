// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a token becomes somebody's and nobody's again, with power failing at every block that is
// written.
#include <memory>

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "../store/medium.h"
#include "core/crypto/curve25519.h"
#include "core/store/log_store.h"
#include "fakes.h"
#include "wire/provisioning.h"
#include "wire/ssh_signature.h"

namespace gokey {
namespace {

using testing::Bench;
using testing::FixedDeviceKey;
using testing::kAllTorn;
using testing::ManualClock;
using testing::Medium;
using testing::SaveFault;
using testing::TestRandom;
using testing::Torn;
using testing::unlock;
using vault::Outcome;
using vault::VaultState;

constexpr std::string_view kUsers =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me\n";
constexpr std::string_view kPassphrase = "ed25519 passphrase";
constexpr std::uint32_t kJune2026 = 1780000000;

vault::Request provision_with(const wire::Provisioning& form) {
  vault::Provision request{crypto::Secret(wire::encoded_size(form))};
  std::size_t at = 0;
  wire::write_provisioning(form, [&](wire::Bytes piece) {
    std::ranges::copy(piece, request.form.writable().begin() + static_cast<std::ptrdiff_t>(at));
    at += piece.size();
  });
  return request;
}

vault::Request provision_of(std::string_view key_file) {
  const auto key = testing::test_file(key_file);
  wire::Provisioning form;
  form.pgp_secret_key = key;
  form.authorized_keys = kUsers;
  form.name = "Doe<<John";
  form.now = kJune2026;
  return provision_with(form);
}

std::string words(const vault::Response& response) {
  return std::string(wire::as_text(response.data.bytes()));
}

TEST(Provision, MakesTheTokenPersonalOnce) {
  Bench bench;
  ASSERT_EQ(bench.start(), VaultState::kFactory);
  const auto made = bench.ask(provision_of("ed25519.asc"));
  ASSERT_EQ(made.outcome, Outcome::kDone) << words(made);
  ASSERT_TRUE(made.record);
  EXPECT_EQ(made.record->name, "Doe<<John");
  EXPECT_EQ(made.record->provisioned, kJune2026);
  EXPECT_EQ(made.record->authorized_keys.size(), 1U);

  const auto before = bench.store.values;
  EXPECT_EQ(bench.ask(provision_of("nistp256.asc")).outcome, Outcome::kAlreadyProvisioned);
  ASSERT_EQ(bench.start(), VaultState::kProvisioned);
  EXPECT_EQ(bench.ask(provision_of("nistp256.asc")).outcome, Outcome::kAlreadyProvisioned);
  EXPECT_EQ(bench.store.values, before);
  EXPECT_EQ(bench.ask(vault::Describe{}).record->provisioned, kJune2026);
  EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, kPassphrase)).outcome, Outcome::kDone);
}

TEST(Provision, WhatCannotBeUsedIsNamedAndChangesNothing) {
  Bench bench;
  ASSERT_TRUE(bench.start());
  const auto refuse = [&](const vault::Request& request, std::string_view word) {
    const auto refused = bench.ask(request);
    EXPECT_EQ(refused.outcome, Outcome::kBadForm) << word;
    EXPECT_NE(words(refused).find(word), std::string::npos) << words(refused);
    EXPECT_TRUE(bench.store.values.empty()) << word;
  };
  refuse(vault::Provision{testing::secret("nonsense")}, "malformed");
  refuse(provision_of("secp256k1.asc"), "secp256k1");
  refuse(provision_of("public-only.asc"), "OpenPGP key file");
  wire::Provisioning form;
  form.name = "Nobody";
  refuse(provision_with(form), "nobody could log in");
  form.authorized_keys = "# none\n";
  refuse(provision_with(form), "nobody could log in");
  form.authorized_keys = "nonsense\n";
  refuse(provision_with(form), "line 1");
  form.authorized_keys = kUsers;
  form.language = "German";
  refuse(provision_with(form), "language");
}

// Whichever of its saves fails, and however: a token in the factory state or a whole one.
TEST(Provision, AFailingMediumLeavesNothingHalf) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    for (int n = 1;; ++n) {
      Bench bench;
      ASSERT_TRUE(bench.start());
      bench.store.fail(n, fault);
      const auto answer = bench.ask(provision_of("ed25519.asc"));
      if (answer.outcome == Outcome::kDone) {
        ASSERT_GT(n, 2);
        break;
      }
      EXPECT_EQ(answer.outcome, Outcome::kStorage);
      bench.store.fail(0, SaveFault::kNone);
      const auto state = bench.start();
      ASSERT_TRUE(state) << n;
      if (*state == VaultState::kFactory) {
        EXPECT_EQ(bench.ask(provision_of("ed25519.asc")).outcome, Outcome::kDone) << n;
      } else {
        EXPECT_EQ(bench.ask(unlock(vault::kAllKeys, kPassphrase)).outcome, Outcome::kDone) << n;
      }
    }
  }
}

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

bool openssl_verifies(const wire::SshSignature& signature, std::span<const std::uint8_t> data) {
  const std::unique_ptr<EVP_PKEY, FreeKey> key(EVP_PKEY_new_raw_public_key(
      EVP_PKEY_ED25519, nullptr, signature.public_key.data(), signature.public_key.size()));
  const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), signature.signature.data(), signature.signature.size(),
                          data.data(), data.size()) == 1;
}

TEST(Receipt, IsSignedByTheHostKey) {
  Bench bench;
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(bench.ask(vault::SignReceipt{"text"}).outcome, Outcome::kNotProvisioned);
  ASSERT_EQ(bench.ask(provision_of("ed25519.asc")).outcome, Outcome::kDone);
  const auto answer = bench.ask(vault::SignReceipt{"text"});
  ASSERT_EQ(answer.outcome, Outcome::kDone);
  const auto signature = wire::parse_ssh_signature(words(answer));
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->name_space, "gokey-receipt");

  std::array<std::uint8_t, 64> digest{};
  EVP_Digest("text", 4, digest.data(), nullptr, EVP_sha512(), nullptr);
  EXPECT_TRUE(openssl_verifies(*signature, wire::ssh_signed_data("gokey-receipt", digest)));
  digest[0] ^= 1;
  EXPECT_FALSE(openssl_verifies(*signature, wire::ssh_signed_data("gokey-receipt", digest)));

  ASSERT_TRUE(bench.start());
  const crypto::Secret seed = std::move(bench.ask(vault::TakeHostKey{}).data);
  EXPECT_EQ(crypto::ed25519_public(seed.bytes().first<32>()), signature->public_key);
}

TEST(FactoryReset, ForgetsEverything) {
  Bench bench;
  ASSERT_TRUE(bench.start());
  EXPECT_EQ(bench.ask(vault::FactoryReset{}).outcome, Outcome::kNotProvisioned);
  ASSERT_EQ(bench.ask(provision_of("ed25519.asc")).outcome, Outcome::kDone);
  ASSERT_EQ(bench.ask(vault::FidoStart{}).outcome, Outcome::kDone);
  ASSERT_EQ(bench.ask(unlock(vault::kAllKeys, kPassphrase)).outcome, Outcome::kDone);
  ASSERT_EQ(bench.ask(vault::FactoryReset{}).outcome, Outcome::kDone);
  EXPECT_TRUE(bench.store.values.empty());
  // Until the restart nothing is served, the keys that were open least of all.
  EXPECT_EQ(bench.ask(vault::Sign{}).outcome, Outcome::kRefused);
  EXPECT_EQ(bench.ask(provision_of("ed25519.asc")).outcome, Outcome::kRefused);

  ASSERT_EQ(bench.start(), VaultState::kFactory);
  EXPECT_FALSE(bench.ask(vault::Describe{}).record);
  EXPECT_EQ(bench.ask(provision_of("nistp256.asc")).outcome, Outcome::kDone);
}

TEST(FactoryReset, AFailureIsSaid) {
  Bench bench;
  ASSERT_TRUE(bench.start());
  ASSERT_EQ(bench.ask(provision_of("ed25519.asc")).outcome, Outcome::kDone);
  bench.store.erase_fails = true;
  EXPECT_EQ(bench.ask(vault::FactoryReset{}).outcome, Outcome::kStorage);
  EXPECT_EQ(bench.ask(vault::Sign{}).outcome, Outcome::kRefused);
  ASSERT_EQ(bench.start(), VaultState::kProvisioned);
}

// ---- On the board's storage ---------------------------------------------------------------------

constexpr std::uint32_t kSegments = 3;
constexpr std::uint32_t kBlocks = 2 * kSegments * 16;

// A start of the token on this medium.
struct Start {
  Start(Medium& medium, const FixedDeviceKey& device)
      : store(medium, device, kSegments), vault(store, device, clock, random) {}
  ManualClock clock;
  TestRandom random;
  store::LogStore store;
  vault::Vault vault;
};

TEST(PowerCut, ATokenIsProvisionedWhollyOrNotAtAll) {
  const FixedDeviceKey device;
  const vault::Request request = provision_of("ed25519.asc");
  for (const Torn torn : kAllTorn) {
    bool done = false;
    std::uint64_t blocks = 0;
    for (; !done; ++blocks) {
      Medium medium(kBlocks);
      medium.cut(blocks, torn);
      {
        Start start(medium, device);
        ASSERT_EQ(start.vault.open(), VaultState::kFactory);
        done = start.vault.handle(request).outcome == Outcome::kDone;
      }
      medium.power_on();
      Start again(medium, device);
      const auto state = again.vault.open();
      ASSERT_TRUE(state) << blocks << ' ' << describe(state.error());
      ASSERT_TRUE(*state == VaultState::kProvisioned || !done) << blocks;
      const bool whole = *state == VaultState::kProvisioned;
      ASSERT_EQ(again.vault.handle(request).outcome,
                whole ? Outcome::kAlreadyProvisioned : Outcome::kDone)
          << blocks;
      ASSERT_EQ(again.vault.handle(unlock(vault::kSigOnly, kPassphrase)).outcome, Outcome::kDone)
          << blocks;
    }
    EXPECT_GT(blocks, 10U);
  }
}

// A second cut, while the reset is being continued, included.
TEST(PowerCut, AResetIsWholeOrNotBegun) {
  const FixedDeviceKey device;
  Medium provisioned(kBlocks);
  {
    Start start(provisioned, device);
    ASSERT_TRUE(start.vault.open());
    ASSERT_EQ(start.vault.handle(provision_of("ed25519.asc")).outcome, Outcome::kDone);
    ASSERT_EQ(start.vault.handle(vault::FidoStart{}).outcome, Outcome::kDone);
  }
  for (const Torn torn : kAllTorn) {
    bool done = false;
    for (std::uint64_t blocks = 0; !done; ++blocks) {
      Medium medium = provisioned;
      medium.cut(blocks, torn);
      {
        Start start(medium, device);
        ASSERT_EQ(start.vault.open(), VaultState::kProvisioned);
        done = start.vault.handle(vault::FactoryReset{}).outcome == Outcome::kDone;
      }
      medium.power_on();
      medium.cut(blocks % 7, torn);
      {
        Start start(medium, device);
        static_cast<void>(start.vault.open());
      }
      medium.power_on();
      Start again(medium, device);
      const auto state = again.vault.open();
      ASSERT_TRUE(state) << blocks << ' ' << describe(state.error());
      if (*state == VaultState::kProvisioned) {
        // Before the mark was on the medium: nothing is lost.
        ASSERT_FALSE(done) << blocks;
        ASSERT_LT(blocks, 3U);
        ASSERT_EQ(again.vault.handle(unlock(vault::kSigOnly, kPassphrase)).outcome, Outcome::kDone);
        continue;
      }
      // No entry is left, of whichever age; of a header there may be.
      ASSERT_TRUE(std::ranges::search(medium.bytes, wire::as_bytes("GKEN")).empty()) << blocks;
      ASSERT_EQ(again.vault.handle(provision_of("nistp256.asc")).outcome, Outcome::kDone) << blocks;
    }
  }
}

}  // namespace
}  // namespace gokey
