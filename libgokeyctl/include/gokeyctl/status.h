// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// TokenStatus: what a token is doing, as the console reports it. An absent optional means: this
// token cannot know or does not say (JSON null).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"

namespace gokeyctl {

enum class KeyUse : std::uint8_t { kSignature, kDecryption, kAuthentication };
[[nodiscard]] GOKEYCTL_API std::string_view short_name(KeyUse use);  // "sig", "dec", "aut"

enum class Dialect : std::uint8_t { kNative, kClassic };
enum class LifeCycle : std::uint8_t {
  kFactory,
  kProvisioned,
  kDamaged,  // what it stores cannot be opened: a factory reset makes it new
};
enum class Led : std::uint8_t { kOff, kOn, kBlink };

struct KeyStatus {
  KeyUse use = KeyUse::kSignature;
  std::string fingerprint;               // 40 lower-case hex digits
  std::optional<std::string> algorithm;  // "rsa4096", "ed25519", …
  std::optional<std::string> created;    // RFC 3339 UTC
  bool locked = true;
};

struct TokenStatus {
  struct Token {
    std::string serial;  // 8 upper-case hex digits
    std::optional<std::string> firmware;
    Dialect dialect = Dialect::kNative;
    std::optional<std::string> board;
    std::optional<LifeCycle> state;
    std::optional<bool> secure_boot;
    std::optional<std::string> host_key;  // "SHA256:…" as ssh-keygen -l prints it
    std::vector<std::string> warnings;    // what the token says its owner should know
  } token;

  struct OpenPgp {
    bool initialised = false;
    bool secure_storage = false;
    std::optional<std::uint32_t> signatures;
    std::optional<std::uint32_t> tries_left;           // tries allowed now
    std::optional<std::uint32_t> retry_after_seconds;  // until the next try is allowed
    // False: the signature key locks itself after each signature.
    std::optional<bool> signature_pin_once;
    std::vector<KeyStatus> keys;  // in the order sig, dec, aut; absent keys are left out
  } openpgp;

  struct Presence {
    std::string application;  // relying party id, or 64 hex digits
    std::uint32_t seconds_left = 0;
  };
  struct Fido {
    bool initialised = false;
    std::optional<bool> secure_storage;
    std::optional<bool> presence_test;
    std::optional<Presence> presence_pending;
    std::optional<std::uint32_t> counter;
    std::optional<std::string> certificate_sha1;  // 40 lower-case hex digits
  } fido;

  struct Leds {
    Led blue = Led::kOff;
    Led white = Led::kOff;
  };
  std::optional<Leds> leds;

  std::vector<std::string>
      unrecognised;  // lines of a newer firmware that this library does not know

  [[nodiscard]] const KeyStatus* key(KeyUse use) const {
    for (const KeyStatus& k : openpgp.keys) {
      if (k.use == use) return &k;
    }
    return nullptr;
  }
};

// Reads the object that `status --json` prints on the console (docs/schema/token-status.json).
// Limits: 64 KiB.
[[nodiscard]] GOKEYCTL_API Result<TokenStatus> parse_status_json(std::string_view text);
// Reads the status page for people (original firmware, console `status`); the dialect is set to
// classic.
[[nodiscard]] GOKEYCTL_API Result<TokenStatus> parse_status_text(std::string_view text);
// The same object as parse_status_json reads.
[[nodiscard]] GOKEYCTL_API std::string to_json(const TokenStatus& status);

// One word for all of it: the order of the list is the order of importance.
enum class TokenState : std::uint8_t {
  kNoToken,
  kUnreachable,
  kBootRom,
  kNotInitialised,
  kLocked,
  kUnlocked,
  kWorking,
  kPresenceRequested,
  kAttention,
};
[[nodiscard]] GOKEYCTL_API std::string_view name(TokenState state);  // "not-initialised", …
[[nodiscard]] GOKEYCTL_API TokenState summarise(const TokenStatus& status);

}  // namespace gokeyctl
