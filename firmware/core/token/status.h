// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// TokenStatus: the one value that says what a token is doing. The console prints it, JSON carries
// it, LEDs are a function of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/vault/keys.h"

namespace gokey::token {

enum class LifeCycle : std::uint8_t {
  kFactory,
  kProvisioned,
  kDamaged,  // something is stored that cannot be opened
};

struct KeyStatus {
  vault::KeyUse use = vault::KeyUse::kSignature;
  vault::Fingerprint fingerprint{};
  vault::Algorithm algorithm = vault::Algorithm::kRsa2048;
  std::uint32_t created = 0;  // seconds since 1970 UTC
  bool locked = true;

  bool operator==(const KeyStatus&) const = default;
};

struct PendingPresence {
  std::string application;  // 64 hex digits, or a relying party id
  std::uint32_t seconds_left = 0;

  bool operator==(const PendingPresence&) const = default;
};

struct FidoStatus {
  bool initialised = false;
  bool secure_storage = false;
  bool presence_test = false;
  std::optional<PendingPresence> presence_pending;
  std::uint32_t counter = 0;
  std::optional<std::array<std::uint8_t, 20>> certificate_sha1;  // of a provisioned one

  bool operator==(const FidoStatus&) const = default;
};

struct TokenStatus {
  std::array<std::uint8_t, 4> serial{};
  std::string firmware;  // version, "0.1.0"
  std::string dialect;   // "native"
  std::string board;     // "sim", "usbarmory-mk2"
  LifeCycle state = LifeCycle::kFactory;
  bool secure_boot = false;
  std::string host_key;  // "SHA256:…"
  // What the owner should know before trusting it, as sentences without a full stop.
  std::vector<std::string> warnings;

  bool initialised = false;
  bool secure_storage = false;
  std::uint32_t signatures = 0;
  std::uint8_t tries_left = 3;
  std::optional<std::uint32_t> retry_after_seconds;
  bool signature_pin_once = false;  // false: the signature key relocks after each signature
  std::optional<vault::Fingerprint> primary;  // of the OpenPGP primary key
  std::array<std::optional<KeyStatus>, vault::kKeyCount> keys;

  FidoStatus fido;

  bool working = false;  // an operation with a private key is under way
  bool winking = false;  // the host asked which token this is

  bool operator==(const TokenStatus&) const = default;
};

enum class Led : std::uint8_t { kOff, kOn, kBlink };
struct Leds {
  Led blue = Led::kOff;
  Led white = Led::kOff;
};
// Both on until the card is initialised; then blue = signature or decryption key unlocked, white =
// working. White blinks while somebody is asked to confirm presence, or
// to tell the token from others.
[[nodiscard]] Leds leds(const TokenStatus& status);

// One line of JSON without a line end: schema 1 of the console's `status --json`.
[[nodiscard]] std::string to_json(const TokenStatus& status);

}  // namespace gokey::token
