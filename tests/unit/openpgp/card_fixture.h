// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A card in its slot, driven with APDUs in hex.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "../wire_card/hex_bytes.h"
#include "core/openpgp/card.h"
#include "fake_vault.h"

namespace gokey::testing {

class FixedClock : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override { return now; }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
  std::uint64_t now = 1000;
};

class CountingRandom : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = next_++;
  }

 private:
  std::uint8_t next_ = 0;
};

inline vault::KeyInfo rsa_key(vault::Algorithm algorithm, std::size_t length, std::uint8_t mark) {
  vault::KeyInfo info;
  info.key.algorithm = algorithm;
  info.key.modulus.assign(length, mark);
  info.key.exponent = {0x01, 0x00, 0x01};
  info.fingerprint.fill(mark);
  info.created = 0x6A0F5B00U + mark;
  return info;
}

inline vault::KeyInfo ec_key(vault::Algorithm algorithm, std::size_t point_length,
                             std::uint8_t mark) {
  vault::KeyInfo info;
  info.key.algorithm = algorithm;
  info.key.point.assign(point_length, mark);
  if (vault::is_weierstrass(algorithm)) info.key.point[0] = 0x04;
  info.fingerprint.fill(mark);
  info.created = 0x6A0F5B00U + mark;
  return info;
}

// RSA-2048 for all three keys, of Ada Lovelace.
inline vault::PublicRecord ada() {
  vault::PublicRecord record;
  record.name = "Lovelace<<Ada";
  record.language = "en";
  record.sex = "2";
  record.url = "https://example.org/ada.asc";
  for (const vault::KeyUse use : vault::kAllUses) {
    record.keys[vault::index(use)] = rsa_key(vault::Algorithm::kRsa2048, 256,
                                             static_cast<std::uint8_t>(0xA1 + vault::index(use)));
  }
  return record;
}

class CardTest : public ::testing::Test {
 protected:
  explicit CardTest(openpgp::Options options = {}) : options_(options) {}

  // Puts the card into the slot. Tests change the vault's record before.
  void insert(vault::PublicRecord record = ada()) {
    vault.record = std::move(record);
    vault.snapshot.provisioned = vault.provisioned;
    vault.snapshot.initialised = true;
    for (const vault::KeyUse use : vault::kAllUses) {
      vault.snapshot.keys[vault::index(use)] = {
          vault.provisioned && vault.record.keys[vault::index(use)].has_value(), true};
    }
    token.emplace(vault, clock,
                  token::Identity{"0.1.0", "native", "sim", {0xAA, 0xBB, 0xCC, 0xDD}, false, {}});
    log.emplace(token->subscribe([this](const token::Event& event) {
      if (const auto* note = std::get_if<token::CardNote>(&event)) notes.push_back(note->text);
    }));
    token->start([] {});
    vault.run();
    card.emplace(*token, random, options_);
  }
  void insert_factory_token() {
    vault.provisioned = false;
    insert({});
  }
  void insert_selected(vault::PublicRecord record = ada()) {
    insert(std::move(record));
    ASSERT_EQ(send("00A4040C 06 D27600012401"), "9000");
  }

  // The response to a command, in hex.
  std::string send(std::string_view apdu) {
    std::optional<std::string> answer;
    submit(apdu, answer);
    vault.run();
    return answer.value_or("no answer");
  }
  // Sends without letting the vault work.
  void submit(std::string_view apdu, std::optional<std::string>& answer) {
    const auto command = bytes(apdu);
    card->process(command,
                  [&answer](const std::vector<std::uint8_t>& response) { answer = hex(response); });
  }
  // PW1 as its ASCII bytes.
  std::string verify(std::string_view reference, std::string_view passphrase) {
    const std::vector<std::uint8_t> word(passphrase.begin(), passphrase.end());
    const std::uint8_t length[] = {static_cast<std::uint8_t>(word.size())};
    return send("002000" + std::string(reference) + hex(length) + hex(word));
  }
  void console(vault::Request request) {
    token->request(guard, token::Origin::kConsole, std::move(request), [](vault::Response&) {});
    vault.run();
  }
  void console_unlock(vault::KeySet keys, std::string_view passphrase) {
    const std::vector<std::uint8_t> word(passphrase.begin(), passphrase.end());
    console(vault::Unlock{keys, crypto::Secret::copy_of(word)});
  }

  FakeVault vault;
  FixedClock clock;
  CountingRandom random;
  std::vector<std::string> notes;
  token::Token::Guard guard;
  std::optional<token::Token> token;
  std::optional<token::Token::Subscription> log;
  std::optional<openpgp::Card> card;

 private:
  openpgp::Options options_;
};

inline constexpr auto kSig = vault::KeyUse::kSignature;
inline constexpr auto kDec = vault::KeyUse::kDecryption;
inline constexpr auto kAut = vault::KeyUse::kAuthentication;

}  // namespace gokey::testing
