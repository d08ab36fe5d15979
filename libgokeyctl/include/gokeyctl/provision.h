// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Making a token personal (Console::provision), and the receipt that it signs for it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/console.h"
#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/secret.h"
#include "gokeyctl/status.h"
#include "gokeyctl/trust.h"

namespace gokeyctl {

// When the card is usable after a start, and what it says of its storage.
enum class Snvs : std::uint8_t {
  kNone,  // at once; secure_storage false
  kOn,    // at once; secure_storage as the silicon has it
  kSsh,   // as kOn, but only after `init` or the first unlock
};

// What a token attests FIDO registrations with, one and the same for all of them.
struct Attestation {
  std::vector<std::uint8_t> certificate;  // X.509 in DER
  Secret key;                             // its P-256 scalar, 32 bytes, big-endian
};
// Out of two files, each PEM or DER; the key without a passphrase. At most 4096 bytes of
// certificate, and it is of that key. kUsage; details.reason "bad-certificate", "bad-private-key",
// "encrypted-private-key", "certificate-mismatch".
[[nodiscard]] GOKEYCTL_API Result<Attestation> read_attestation(
    std::span<const std::uint8_t> certificate, const Secret& private_key);

// What a token is made personal with. Empty: not given.
struct Provisioning {
  std::optional<Secret> openpgp_key;  // a file as gpg --export-secret-keys writes it
  std::string authorized_keys;        // a file as sshd's authorized_keys: who may log in
  std::string name;                   // card holder: "Doe<<John", at most 39 characters
  std::string language;               // one to four codes of ISO 639-1: "de", "deen"
  std::string sex;                    // ISO 5218: "1", "2" or "9"
  std::string url;                    // of the public key
  Snvs snvs = Snvs::kNone;
  bool signature_pin_once = false;         // the signature key stays open after a signature
  std::optional<Attestation> attestation;  // none: each credential attests itself
  // Seconds since 1970 UTC: leaves out expired subkeys, and is the time in the receipt.
  std::optional<std::uint32_t> now;
};

// A file with a secret, straight into memory for secrets; at most `limit` bytes. kFailed.
[[nodiscard]] GOKEYCTL_API Result<Secret> read_secret_file(const std::filesystem::path& file,
                                                           std::size_t limit = std::size_t{256} *
                                                                               1024);

// What a Provisioning holds, as far as it can be known without the token, which then chooses among
// the keys.
struct ProvisioningContent {
  std::vector<std::string> user_ids;
  std::string primary;                       // fingerprint, 40 lower-case hex digits; may be empty
  std::vector<std::string> fingerprints;     // of every key in the file, the primary one first
  bool without_passphrase = false;           // one of them is not protected
  std::vector<std::string> authorized_keys;  // "SHA256:…"
  std::string u2f_certificate;  // SHA-256 of it, 64 lower-case hex digits; may be empty
};
// Checks it before anything is sent. kUsage; details.reason "bad-key-file", "unsupported-key",
// "bad-authorized-keys", "too-large".
[[nodiscard]] GOKEYCTL_API Result<ProvisioningContent> inspect(const Provisioning& provisioning);

// What a token says of itself once it is provisioned (docs/console-protocol.md).
struct Receipt {
  std::string text;  // as the token sent it, with its signature
  std::string serial;
  std::string board;
  std::string firmware;
  bool secure_boot = false;
  std::string host_key;                    // "SHA256:…", of the key that signed
  std::optional<std::string> provisioned;  // RFC 3339 UTC, as the provisioner told the token
  std::string name;
  std::optional<std::string> primary;  // of the OpenPGP primary key
  std::vector<KeyStatus> keys;
  std::vector<std::string> authorized_keys;  // "SHA256:…"
  // SHA-256 of the certificate that attests FIDO registrations, 64 lower-case hex digits.
  std::optional<std::string> u2f_certificate;
};
// Reads a receipt and verifies its signature; whether its key is that of the token in question is
// for the caller. At most 64 KiB. kProtocol, kVerifyFailed.
[[nodiscard]] GOKEYCTL_API Result<Receipt> parse_receipt(std::string_view text);

// parse_receipt() of a file. kFailed as well.
[[nodiscard]] GOKEYCTL_API Result<Receipt> read_receipt(const std::filesystem::path& file);

// That the receipt is of this token and signed by the host key that its console shows. An empty
// serial is not known yet and not looked at. kVerifyFailed.
[[nodiscard]] GOKEYCTL_API Result<void> check_receipt(const Receipt& receipt,
                                                      std::string_view serial,
                                                      std::string_view host_key);

// Writes it to FOLDER/SERIAL.receipt, in place of an older one.
[[nodiscard]] GOKEYCTL_API Result<std::filesystem::path> keep_receipt(
    const std::filesystem::path& folder, const Receipt& receipt);

// Pins the receipt's host key for this console as strict: no other is ever accepted without
// `host-key pin --replace`.
[[nodiscard]] GOKEYCTL_API Result<void> pin(TrustStore& trust, const Endpoint& endpoint,
                                            const Receipt& receipt);

}  // namespace gokeyctl
