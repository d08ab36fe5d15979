// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The card in front of the real vault, with keys that GnuPG made: what OpenSSL reads of the public
// keys that the card gives must fit what the card then does.
#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "../vault/fakes.h"
#include "../vault/stranger.h"
#include "../wire_card/hex_bytes.h"
#include "core/openpgp/card.h"
#include "wire/apdu.h"
#include "wire/tlv.h"

namespace gokey::testing {
namespace {

using vault::Algorithm;
using vault::KeyUse;
namespace sw = wire::sw;

class LoopPort : public vault::Port {
 public:
  explicit LoopPort(vault::Vault& vault) : vault_(vault) {}
  void submit(vault::Request request, Done done) override {
    waiting_.emplace_back(std::move(request), std::move(done));
  }
  void run() {
    while (!waiting_.empty()) {
      auto [request, done] = std::move(waiting_.front());
      waiting_.pop_front();
      done(vault_.handle(request));
    }
  }

 private:
  vault::Vault& vault_;
  std::deque<std::pair<vault::Request, Done>> waiting_;
};

struct Family {
  std::string name;
  std::array<Algorithm, 3> algorithms;
};

class RealVault : public ::testing::TestWithParam<Family> {
 protected:
  void SetUp() override {
    ASSERT_TRUE(bench.provision(GetParam().name + ".asc"));
    ASSERT_TRUE(bench.start());
    port.emplace(*bench.token);
    token.emplace(*port, bench.clock,
                  token::Identity{"0", "native", "sim", {0, 0, 0, 1}, false, {}});
    token->start([] {});
    port->run();
    card.emplace(*token, bench.random);
    ASSERT_EQ(send(0xA4, 0x0400, bytes("D27600012401")).second, sw::kOk);
  }

  // Extended form, so that every response comes in one piece.
  std::pair<std::vector<std::uint8_t>, wire::StatusWord> send(std::uint8_t ins, std::uint16_t p1p2,
                                                              wire::Bytes data) {
    const wire::CommandApdu command{0,
                                    ins,
                                    static_cast<std::uint8_t>(p1p2 >> 8U),
                                    static_cast<std::uint8_t>(p1p2 & 0xFFU),
                                    data,
                                    wire::kMaxExtendedNe,
                                    true};
    std::pair<std::vector<std::uint8_t>, wire::StatusWord> answer;
    card->process(wire::encode_command(command).value(),
                  [&](const std::vector<std::uint8_t>& response) {
                    const auto parsed = wire::parse_response(response).value();
                    answer = {{parsed.data.begin(), parsed.data.end()}, parsed.sw};
                  });
    port->run();
    return answer;
  }
  wire::StatusWord verify(std::uint8_t reference, const std::string& passphrase) {
    return send(0x20, reference, wire::as_bytes(passphrase)).second;
  }
  [[nodiscard]] std::string passphrase() const { return GetParam().name + " passphrase"; }

  // As the card gives it, not as the vault has it.
  vault::PublicKey read_key(KeyUse use) {
    constexpr std::array kTemplates{"B600", "B800", "A400"};
    const auto [data, status] = send(0x47, 0x8100, bytes(kTemplates[vault::index(use)]));
    EXPECT_EQ(status, sw::kOk);
    vault::PublicKey key;
    key.algorithm = GetParam().algorithms[vault::index(use)];
    const auto content = wire::find_tlv(data, 0x7F49).value();
    if (vault::is_rsa(key.algorithm)) {
      key.modulus = copy(wire::find_tlv(content, 0x81).value());
      key.exponent = copy(wire::find_tlv(content, 0x82).value());
    } else {
      key.point = copy(wire::find_tlv(content, 0x86).value());
    }
    return key;
  }
  std::vector<std::uint8_t> to_sign(const vault::PublicKey& key) {
    std::vector<std::uint8_t> data(vault::is_rsa(key.algorithm) ? 83 : 32);
    bench.random.fill(data);
    return data;
  }
  // The data field of PSO:DECIPHER.
  static std::vector<std::uint8_t> cipher_field(const vault::PublicKey& key, wire::Bytes data) {
    std::vector<std::uint8_t> field;
    if (vault::is_rsa(key.algorithm)) {
      field.resize(1 + data.size());
      std::ranges::copy(data, field.begin() + 1);
      return field;
    }
    std::vector<std::uint8_t> point, outer;
    wire::append_tlv(point, 0x86, data);
    wire::append_tlv(outer, 0x7F49, point);
    wire::append_tlv(field, 0xA6, outer);
    return field;
  }
  static std::vector<std::uint8_t> copy(wire::Bytes data) { return {data.begin(), data.end()}; }

  Bench bench;
  std::optional<LoopPort> port;
  std::optional<token::Token> token;
  std::optional<openpgp::Card> card;
};

TEST_P(RealVault, SignsOncePerPassphrase) {
  const vault::PublicKey key = read_key(KeyUse::kSignature);
  const auto data = to_sign(key);
  EXPECT_EQ(send(0x2A, 0x9E9A, data).second, sw::kSecurityStatusNotSatisfied);
  EXPECT_EQ(verify(0x81, "wrong passphrase"), 0x63C2);
  EXPECT_EQ(verify(0x81, passphrase()), sw::kOk);
  const auto [signature, status] = send(0x2A, 0x9E9A, data);
  EXPECT_EQ(status, sw::kOk);
  EXPECT_TRUE(verifies(key, data, signature));
  EXPECT_EQ(hex(send(0xCA, 0x0093, {}).first), "000001");
  EXPECT_EQ(send(0x2A, 0x9E9A, data).second, sw::kSecurityStatusNotSatisfied);
}

TEST_P(RealVault, DeciphersAndAuthenticates) {
  const vault::PublicKey key = read_key(KeyUse::kDecryption);
  const Challenge secret_for_card = challenge(key);
  const auto field = cipher_field(key, secret_for_card.data);
  EXPECT_EQ(send(0x2A, 0x8086, field).second, sw::kSecurityStatusNotSatisfied);
  EXPECT_EQ(verify(0x82, passphrase()), sw::kOk);
  const auto [plain, status] = send(0x2A, 0x8086, field);
  EXPECT_EQ(status, sw::kOk);
  EXPECT_EQ(hex(plain), hex(secret_for_card.expected));

  const vault::PublicKey authentication = read_key(KeyUse::kAuthentication);
  const auto data = to_sign(authentication);
  const auto [signature, signed_status] = send(0x88, 0x0000, data);
  EXPECT_EQ(signed_status, sw::kOk);
  EXPECT_TRUE(verifies(authentication, data, signature));
}

TEST_P(RealVault, BadCryptogramsAreIncorrectData) {
  const vault::PublicKey key = read_key(KeyUse::kDecryption);
  EXPECT_EQ(verify(0x82, passphrase()), sw::kOk);
  auto data = challenge(key).data;
  auto shorter = data;
  shorter.pop_back();
  EXPECT_EQ(send(0x2A, 0x8086, cipher_field(key, shorter)).second, sw::kIncorrectData);
  std::fill(data.begin() + 1, data.end(), std::uint8_t{0});
  if (key.algorithm == Algorithm::kX25519) data[0] = 0;
  EXPECT_EQ(send(0x2A, 0x8086, cipher_field(key, data)).second, sw::kIncorrectData);
}

constexpr std::array<Algorithm, 3> all(Algorithm algorithm) {
  return {algorithm, algorithm, algorithm};
}

INSTANTIATE_TEST_SUITE_P(
    Keys, RealVault,
    ::testing::Values(Family{"rsa2048", all(Algorithm::kRsa2048)},
                      Family{"rsa4096", all(Algorithm::kRsa4096)},
                      Family{"nistp256", all(Algorithm::kNistP256)},
                      Family{"nistp521", all(Algorithm::kNistP521)},
                      Family{"brainpoolP384r1", all(Algorithm::kBrainpoolP384)},
                      Family{"ed25519",
                             {Algorithm::kEd25519, Algorithm::kX25519, Algorithm::kEd25519}}),
    [](const auto& family) { return family.param.name; });

}  // namespace
}  // namespace gokey::testing
