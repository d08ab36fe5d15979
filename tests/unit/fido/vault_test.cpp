// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What storage keeps of FIDO, whenever the power goes.
#include <map>

#include <gtest/gtest.h>

#include "core/crypto/hash.h"
#include "core/crypto/hmac.h"
#include "core/vault/fido_pin.h"
#include "core/vault/fido_store.h"
#include "core/vault/provision.h"
#include "fido_token.h"

namespace gokey::testing {
namespace {

using vault::FidoError;

vault::FidoMake make(bool resident) {
  vault::FidoMake asked;
  asked.rp.fill(1);
  asked.rp_id = "example.org";
  asked.user.id = {1};
  asked.present = true;
  asked.resident = resident;
  return asked;
}

// CTAP 2.1, 6.1: behind hash, flags, counter and AAGUID.
vault::CredentialId id_of(const vault::Response& response) {
  const auto& data = response.fido->auth_data;
  const std::size_t size = static_cast<std::size_t>(data.at(53) << 8U | data.at(54));
  return {data.begin() + 55, data.begin() + 55 + static_cast<std::ptrdiff_t>(size)};
}

vault::FidoAssert assertion(const vault::CredentialId& id, std::uint8_t rp = 1) {
  vault::FidoAssert asked;
  asked.rp.fill(rp);
  asked.id = id;
  return asked;
}

struct Started : Bench {
  Started() {
    FidoToken fresh;
    store.values = fresh.bench.store.values;
    restart();
  }
  void restart() {
    ASSERT_TRUE(start());
    static_cast<void>(ask(vault::FidoStart{}));
  }
  FidoError error(const vault::Request& request) { return ask(request).fido->error; }
};

TEST(FidoVault, ACredentialIsBoundToItsRelyingPartyAndSurvives) {
  Started bench;
  const auto id = id_of(bench.ask(make(false)));
  EXPECT_LE(id.size(), 255U);
  EXPECT_EQ(bench.error(assertion(id)), FidoError::kNone);
  EXPECT_EQ(bench.error(assertion(id, 2)), FidoError::kNoCredentials);
  for (std::size_t i = 0; i < id.size(); ++i) {
    auto altered = id;
    altered[i] ^= 1;
    EXPECT_EQ(bench.error(assertion(altered)), FidoError::kNoCredentials) << i;
  }
  bench.restart();
  EXPECT_EQ(bench.error(assertion(id)), FidoError::kNone);
}

TEST(FidoVault, EachCredentialHasACertificateOfItsOwn) {
  Started bench;
  for (const auto algorithm : {vault::FidoAlgorithm::kEs256, vault::FidoAlgorithm::kEdDsa}) {
    auto asked = make(false);
    asked.algorithm = algorithm;
    const auto one = bench.ask(asked), other = bench.ask(asked);
    ASSERT_FALSE(one.fido->certificate.empty());
    EXPECT_NE(one.fido->certificate, other.fido->certificate);
    // The COSE key ends with the Y coordinate, or with the public key of Ed25519.
    const auto& data = one.fido->auth_data;
    const auto found = std::ranges::search(one.fido->certificate, std::span(data).last(32));
    EXPECT_EQ(!found.empty(), algorithm == vault::FidoAlgorithm::kEs256);
  }
}

TEST(FidoVault, TheCounterIsSavedBeforeTheAnswerLeaves) {
  Started bench;
  const auto id = id_of(bench.ask(make(false)));
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    bench.store.fail(1, fault);
    const auto response = bench.ask(assertion(id));
    EXPECT_EQ(response.fido->error, FidoError::kStorage);
    EXPECT_TRUE(response.data.empty());
  }
  ASSERT_EQ(bench.error(assertion(id)), FidoError::kNone);
  const auto counted = bench.ask(vault::Refresh{}).snapshot.fido.counter;
  bench.restart();
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.counter, counted);
}

TEST(FidoVault, AResetLeavesNothingWheneverThePowerGoes) {
  for (const SaveFault fault : {SaveFault::kNone, SaveFault::kBefore, SaveFault::kAfter}) {
    Started bench;
    const auto id = id_of(bench.ask(make(true)));
    ASSERT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.resident, 1);
    ASSERT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNone);
    bench.store.fail(1, fault);
    static_cast<void>(bench.ask(vault::FidoReset{false}));
    bench.restart();
    // The old state as a whole, or the new one.
    const bool forgotten = fault != SaveFault::kBefore;
    EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.resident, forgotten ? 0 : 1);
    EXPECT_EQ(bench.error(assertion(id)), forgotten ? FidoError::kNoCredentials : FidoError::kNone);
  }
}

TEST(FidoVault, AResetIsForTheFirstTenSecondsAndForTwoSteps) {
  Started bench;
  EXPECT_EQ(bench.error(vault::FidoReset{false}), FidoError::kNotAllowed);
  bench.clock.now += 10'001;
  EXPECT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNotAllowed);
}

TEST(FidoVault, ThePlugOpensTheTimeForAResetAnew) {
  Started bench;
  bench.clock.now += 60'000;
  ASSERT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNotAllowed);
  EXPECT_EQ(bench.error(vault::FidoPowerUp{}), FidoError::kNone);
  EXPECT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNone);
  EXPECT_EQ(bench.error(vault::FidoPowerUp{}), FidoError::kNone);
  EXPECT_EQ(bench.error(vault::FidoReset{false}), FidoError::kNotAllowed) << "begun before";
  bench.clock.now += 10'001;
  EXPECT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNotAllowed);
}

// The platform's side of PIN protocol one.
struct Platform {
  explicit Platform(Started& to) : bench(to), agreement(to.random) {
    std::ranges::copy(agreement.point(), point.begin());
  }
  crypto::Secret shared() {
    vault::PeerPoint token{};
    std::ranges::copy(bench.ask(vault::FidoKeyAgreement{}).data.bytes(), token.begin());
    return agreement.shared(1, token);
  }
  std::vector<std::uint8_t> encrypted(wire::Bytes key, const std::vector<std::uint8_t>& plain) {
    const auto out = vault::pin_encrypt(1, key, plain, bench.random);
    return {out.bytes().begin(), out.bytes().end()};
  }
  FidoError set_pin() {
    const auto key = shared();
    std::vector<std::uint8_t> padded(64);
    std::fill_n(padded.begin(), 4, std::uint8_t{'1'});
    const auto enc = encrypted(key.bytes(), padded);
    const auto mac = crypto::hmac_sha256(key.bytes(), {wire::Bytes(enc)});
    return bench.error(
        vault::FidoSetPin{1, point, enc, {mac.bytes().begin(), mac.bytes().begin() + 16}, {}});
  }
  FidoError wrong_pin() {
    const auto key = shared();
    const auto enc = encrypted(key.bytes(), std::vector<std::uint8_t>(16));
    return bench.error(vault::FidoGetToken{1, point, enc, 0, {}});
  }
  Started& bench;
  vault::KeyAgreement agreement;
  vault::PeerPoint point{};
};

TEST(FidoVault, ThePlugGivesNoFurtherTriesOfThePin) {
  Started bench;
  Platform platform(bench);
  ASSERT_EQ(platform.set_pin(), FidoError::kNone);
  EXPECT_EQ(platform.wrong_pin(), FidoError::kPinInvalid);
  EXPECT_EQ(platform.wrong_pin(), FidoError::kPinInvalid);
  EXPECT_EQ(platform.wrong_pin(), FidoError::kPinAuthBlocked);
  EXPECT_EQ(bench.error(vault::FidoPowerUp{}), FidoError::kNone);
  EXPECT_EQ(platform.wrong_pin(), FidoError::kPinAuthBlocked);
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.pin_retries, 5);
  bench.restart();
  EXPECT_EQ(platform.wrong_pin(), FidoError::kPinInvalid);
}

// What is wrong with a stored value, and what is said of it.
struct Harm {
  vault::FidoProblem problem;
  void (*harm)(std::map<std::string, std::vector<std::uint8_t>>& values, const std::string& name);
};
const Harm kHarms[] = {
    {vault::FidoProblem::kLost, [](auto& values, auto& name) { values.erase(name); }},
    {vault::FidoProblem::kDamaged, [](auto& values, auto& name) { values.at(name).back() ^= 1; }},
    {vault::FidoProblem::kVersion, [](auto& values, auto& name) { ++values.at(name).front(); }},
};

TEST(FidoVault, StateThatIsLostOrDamagedIsSaidAndNotMadeAnew) {
  Started bench;
  const auto id = id_of(bench.ask(make(true)));
  const auto whole = bench.store.values;
  for (const char* name : {"fido", "fido-residents"}) {
    for (const Harm& harm : kHarms) {
      bench.store.values = whole;
      harm.harm(bench.store.values, name);
      const auto harmed = bench.store.values;
      bench.restart();
      EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.problem, harm.problem) << name;
      EXPECT_EQ(bench.error(make(false)), FidoError::kStorage);
      EXPECT_EQ(bench.error(make(true)), FidoError::kStorage);
      EXPECT_EQ(bench.error(assertion(id)), FidoError::kStorage);
      EXPECT_EQ(bench.error(vault::FidoRegister{}), FidoError::kStorage);
      EXPECT_EQ(bench.error(vault::FidoKeyAgreement{}), FidoError::kStorage);
      EXPECT_EQ(bench.store.values, harmed) << name;
    }
  }
  bench.store.values = whole;
  bench.restart();
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.problem, vault::FidoProblem::kNone);
  EXPECT_EQ(bench.error(assertion(id)), FidoError::kNone) << "as it was";
}

TEST(FidoVault, AResetIsTheWayOutOfStateThatIsLost) {
  for (const char* name : {"fido", "fido-residents"}) {
    for (const Harm& harm : kHarms) {
      Started bench;
      const auto id = id_of(bench.ask(make(true)));
      harm.harm(bench.store.values, name);
      bench.restart();
      ASSERT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNone);
      ASSERT_EQ(bench.error(vault::FidoReset{false}), FidoError::kNone);
      for (int starts = 0; starts < 2; ++starts) {
        EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.problem, vault::FidoProblem::kNone);
        EXPECT_EQ(bench.error(assertion(id)), FidoError::kNoCredentials);
        EXPECT_EQ(bench.error(make(true)), FidoError::kNone);
        bench.restart();
      }
    }
  }
}

// A reset of it that stops half-way leaves it lost, and can be repeated.
TEST(FidoVault, AResetOfLostStateMayFail) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    for (int at = 1; at <= 2; ++at) {
      Started bench;
      bench.store.values.erase("fido");
      bench.store.values.erase("fido-residents");
      bench.restart();
      ASSERT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNone);
      bench.store.fail(at, fault);
      EXPECT_EQ(bench.error(vault::FidoReset{false}), FidoError::kStorage);
      EXPECT_EQ(bench.error(make(false)), FidoError::kStorage);
      bench.store.fail(0, SaveFault::kNone);
      ASSERT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNone);
      ASSERT_EQ(bench.error(vault::FidoReset{false}), FidoError::kNone);
      bench.restart();
      EXPECT_EQ(bench.error(make(true)), FidoError::kNone);
    }
  }
}

TEST(FidoVault, TheOtherKeysStayOfUse) {
  Started bench;
  bench.store.values.erase("fido");
  ASSERT_EQ(bench.start(), vault::VaultState::kProvisioned);
  EXPECT_TRUE(bench.ask(vault::Describe{}).record);
  EXPECT_EQ(bench.ask(vault::Describe{}).outcome, vault::Outcome::kDone);
}

// A token that was provisioned with a certificate.
struct Certified : Started {
  Certified() {
    store.values.clear();
    EXPECT_TRUE(provision_with_certificate());
    restart();
  }
  std::expected<void, vault::ProvisionError> provision_with_certificate() {
    const auto key = test_file("../u2f/key.der");
    vault::ProvisionInput input;
    input.attestation_certificate = test_file("../u2f/certificate.der");
    constexpr std::size_t kPlace = 36;  // of the scalar in this PKCS#8 file
    input.attestation_key = crypto::Secret::copy_of(std::span(key).subspan(kPlace, 32));
    return vault::provision(store, device, random, input);
  }
  vault::FidoState state() { return ask(vault::Refresh{}).snapshot.fido; }
  std::vector<std::uint8_t> attests_with() { return ask(make(false)).fido->certificate; }
};

TEST(FidoVault, AProvisionedCertificateAttestsEveryRegistration) {
  Certified bench;
  const auto certificate = test_file("../u2f/certificate.der");
  ASSERT_FALSE(certificate.empty());
  for (int starts = 0; starts < 2; ++starts) {
    EXPECT_EQ(bench.attests_with(), certificate);
    EXPECT_TRUE(bench.state().certificate_sha1);
    EXPECT_FALSE(bench.state().certificate_lost);
    EXPECT_EQ(bench.ask(vault::Describe{}).record->attestation, crypto::sha256(certificate));
    bench.restart();
  }
}

TEST(FidoVault, ACertificateThatIsLostIsSaidAndTheCredentialsStayOfUse) {
  Certified bench;
  const auto id = id_of(bench.ask(make(true)));
  const auto whole = bench.store.values;
  for (const Harm& harm : kHarms) {
    bench.store.values = whole;
    harm.harm(bench.store.values, "fido-attestation");
    bench.restart();
    EXPECT_TRUE(bench.state().certificate_lost);
    EXPECT_FALSE(bench.state().certificate_sha1);
    EXPECT_EQ(bench.state().problem, vault::FidoProblem::kNone);
    EXPECT_EQ(bench.error(assertion(id)), FidoError::kNone);
    EXPECT_FALSE(bench.attests_with().empty()) << "by itself";
    EXPECT_NE(bench.attests_with(), test_file("../u2f/certificate.der"));
  }
  bench.store.values = whole;
  bench.restart();
  EXPECT_FALSE(bench.state().certificate_lost);
}

// A reset of FIDO neither brings it back nor takes it away.
TEST(FidoVault, AResetLeavesTheCertificateAsItIs) {
  for (const bool lost : {false, true}) {
    Certified bench;
    for (int i = 0; i < 5; ++i) ASSERT_EQ(bench.error(make(false)), FidoError::kNone);
    const std::uint32_t counter = bench.state().counter;
    if (lost) bench.store.values.at("fido-attestation").back() ^= 1;
    bench.restart();
    ASSERT_EQ(bench.error(vault::FidoReset{true}), FidoError::kNone);
    ASSERT_EQ(bench.error(vault::FidoReset{false}), FidoError::kNone);
    EXPECT_EQ(bench.state().certificate_lost, lost);
    EXPECT_EQ(bench.attests_with() == test_file("../u2f/certificate.der"), !lost);
    const auto id = id_of(bench.ask(make(true)));
    bench.restart();
    EXPECT_EQ(bench.error(assertion(id)), FidoError::kNone) << "made since the reset";
    EXPECT_GT(bench.state().counter, counter);
  }
}

// Sealed by this device, but not what its record was made with.
TEST(FidoVault, TheCertificateOfAnotherRecordIsNotUsed) {
  Certified bench;
  const auto old = bench.store.values.at("fido-attestation");
  bench.store.values.clear();
  ASSERT_TRUE(bench.provision_with_certificate());
  bench.store.values["fido-attestation"] = old;
  bench.restart();
  EXPECT_TRUE(bench.state().certificate_lost);
}

// The record of an older firmware does not say whether there is one.
TEST(FidoVault, ARecordThatDoesNotTellIsBelievedAsBefore) {
  Certified bench;
  const auto sealed = vault::load_sealed(bench.store, bench.device, vault::kRecordKind);
  ASSERT_TRUE(sealed);
  auto record = vault::decode_record(sealed->bytes());
  ASSERT_TRUE(record && record->pub.attestation);
  record->pub.attestation.reset();
  ASSERT_TRUE(vault::save_sealed(bench.store, bench.device, bench.random, vault::kRecordKind,
                                 vault::encode_record(*record).bytes()));
  bench.restart();
  EXPECT_FALSE(bench.state().certificate_lost);
  EXPECT_EQ(bench.attests_with(), test_file("../u2f/certificate.der"));
  bench.store.values.at("fido-attestation").back() ^= 1;
  bench.restart();
  EXPECT_TRUE(bench.state().certificate_lost);
  bench.store.values.erase("fido-attestation");
  bench.restart();
  EXPECT_FALSE(bench.state().certificate_lost);
}

TEST(FidoVault, WhenProvisioningACertificateFailsTheTokenIsInTheFactoryStateOrWhole) {
  for (const SaveFault fault : {SaveFault::kBefore, SaveFault::kAfter}) {
    for (int at = 1; at <= 5; ++at) {
      Certified bench;
      bench.store.values.clear();
      bench.store.fail(at, fault);
      ASSERT_FALSE(bench.provision_with_certificate());
      const bool whole = at == 5 && fault == SaveFault::kAfter;
      EXPECT_EQ(bench.start(),
                whole ? vault::VaultState::kProvisioned : vault::VaultState::kFactory);
      if (!whole) {
        EXPECT_TRUE(bench.provision_with_certificate());
      }
      bench.restart();
      EXPECT_EQ(bench.attests_with(), test_file("../u2f/certificate.der"));
    }
  }
}

TEST(FidoVault, ANewRecordHasNothingOfTheFidoStateBefore) {
  Started bench;
  const auto id = id_of(bench.ask(make(true)));
  bench.store.values.erase("record");  // as if it were lost
  ASSERT_TRUE(bench.provision("ed25519.asc"));
  bench.restart();
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.resident, 0);
  EXPECT_EQ(bench.error(assertion(id)), FidoError::kNoCredentials);
}

TEST(FidoVault, ThereIsRoomForSoManyResidentCredentials) {
  Started bench;
  auto asked = make(true);
  for (std::size_t i = 0; i < vault::kMaxResident; ++i) {
    asked.user.id = {static_cast<std::uint8_t>(i)};
    ASSERT_EQ(bench.error(asked), FidoError::kNone) << i;
  }
  EXPECT_EQ(bench.error(asked), FidoError::kNone) << "in place of the last one";
  asked.user.id = {0xFF};
  EXPECT_EQ(bench.error(asked), FidoError::kKeyStoreFull);
  bench.restart();
  EXPECT_EQ(bench.ask(vault::Refresh{}).snapshot.fido.resident, vault::kMaxResident);
}

}  // namespace
}  // namespace gokey::testing
