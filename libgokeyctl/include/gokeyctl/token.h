// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A token as a whole: found among readers and consoles, its status from whichever can tell.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/card.h"
#include "gokeyctl/console.h"
#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/trust.h"
#include "gokeyctl/usb.h"

namespace gokeyctl {

// What `-d` named.
struct Selector {
  enum class Kind : std::uint8_t { kAny, kSerial, kNickname, kUsbPort, kConsole };
  Kind kind = Kind::kAny;
  std::string text;   // serial prefix, nickname, port
  Endpoint endpoint;  // of kConsole
};
// "console:HOST[:PORT]" (IPv6 in brackets), "usb:PORT", four to eight hex digits, else a nickname.
// kUsage if empty or malformed.
[[nodiscard]] GOKEYCTL_API Result<Selector> parse_selector(std::string_view text);

// One token that is known or attached.
struct KnownToken {
  std::string serial;                // may be empty: never logged in, no card seen
  std::optional<Endpoint> endpoint;  // where its console answers, as far as known
  std::optional<CardReader> reader;  // its card, if attached here
  std::optional<UsbToken> usb;       // if it is plugged into this machine
  std::optional<std::string> nickname;
  std::optional<TrustClass> trust;
};
// Tokens on USB, attached cards of the OpenPGP kind and the trust store, joined by serial.
[[nodiscard]] GOKEYCTL_API std::vector<KnownToken> list_tokens(const TrustStore& trust);

// What was found of each kind, and how it is joined.
struct Found {
  std::vector<UsbToken> usb;
  std::vector<CardReader> readers;
  std::function<Result<CardInfo>(const std::string& reader)> read_card;
};
[[nodiscard]] GOKEYCTL_API std::vector<KnownToken> join_tokens(const TrustStore& trust,
                                                               const Found& found);

// TokenStatus of a token that only its card can tell about (no console reachable): locks, dialect
// and the FIDO side are as far as the card says.
[[nodiscard]] GOKEYCTL_API TokenStatus status_from_card(const CardInfo& card);

}  // namespace gokeyctl
