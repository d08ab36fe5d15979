// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The OpenPGP card of a token over PC/SC: read-only, shared, each connection held for one short
// read, so that scdaemon and others are never disturbed.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/status.h"

namespace gokeyctl {

struct CardReader {
  std::string name;
  bool card_present = false;
  bool exclusive = false;  // another program holds the card for itself
  std::vector<std::uint8_t> atr;
};

struct CardKey {
  KeyUse use = KeyUse::kSignature;
  std::string algorithm;    // "rsa4096", "ed25519", …; the attribute bytes in hex when unknown
  std::string fingerprint;  // 40 lower-case hex digits
  std::optional<std::string> created;  // RFC 3339 UTC
};

struct CardInfo {
  std::string reader;
  std::string aid;      // 32 lower-case hex digits
  std::string serial;   // 8 upper-case hex digits
  std::string version;  // "3.4"
  std::uint16_t manufacturer = 0;
  std::string manufacturer_name;
  std::string name, language, sex, url, login;
  bool signature_pin_once = false;
  std::array<std::uint8_t, 3> tries{};  // PW1, reset code, PW3
  std::uint32_t signatures = 0;
  std::vector<CardKey> keys;
};

struct CardCertificate {
  KeyUse use = KeyUse::kAuthentication;
  std::vector<std::uint8_t> der;
};

// Errors of all: kNoToken (no reader, no card), kBusy (held exclusively), kUnreachable (pcscd is
// not running), kNoPermission, kProtocol.
[[nodiscard]] GOKEYCTL_API Result<std::vector<CardReader>> list_card_readers();
// `reader` as list_card_readers() names it.
[[nodiscard]] GOKEYCTL_API Result<CardInfo> read_card(const std::string& reader);
// Cardholder certificates (DO 7F21); empty when there are none.
[[nodiscard]] GOKEYCTL_API Result<std::vector<CardCertificate>> read_card_certificates(
    const std::string& reader);

}  // namespace gokeyctl
