// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/status.h"

namespace gokeyctl {

std::string_view short_name(KeyUse use) {
  switch (use) {
    case KeyUse::kSignature:
      return "sig";
    case KeyUse::kDecryption:
      return "dec";
    case KeyUse::kAuthentication:
      return "aut";
  }
  return "sig";
}

std::string_view name(TokenState state) {
  switch (state) {
    case TokenState::kNoToken:
      return "no-token";
    case TokenState::kUnreachable:
      return "unreachable";
    case TokenState::kBootRom:
      return "boot-rom";
    case TokenState::kNotInitialised:
      return "not-initialised";
    case TokenState::kLocked:
      return "locked";
    case TokenState::kUnlocked:
      return "unlocked";
    case TokenState::kWorking:
      return "working";
    case TokenState::kPresenceRequested:
      return "presence-requested";
    case TokenState::kAttention:
      return "attention";
  }
  return "attention";
}

// The later in the enumeration, the more it matters to the person.
TokenState summarise(const TokenStatus& status) {
  // No try left: somebody guessed passphrases.
  if (status.openpgp.tries_left == 0U) return TokenState::kAttention;
  if (status.fido.presence_pending) return TokenState::kPresenceRequested;
  if (!status.openpgp.initialised) return TokenState::kNotInitialised;
  // The white LED is on while a private key is at work.
  if (status.leds && status.leds->white == Led::kOn) return TokenState::kWorking;
  for (const KeyStatus& key : status.openpgp.keys) {
    if (!key.locked) return TokenState::kUnlocked;
  }
  return TokenState::kLocked;
}

}  // namespace gokeyctl
