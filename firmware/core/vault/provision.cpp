// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/provision.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/crypto/hash.h"
#include "core/crypto/weierstrass.h"
#include "core/vault/counters.h"
#include "core/vault/fido_store.h"
#include "core/vault/key_file.h"
#include "core/vault/private_key.h"
#include "core/vault/record.h"
#include "wire/ssh_key.h"

namespace gokey::vault {
namespace {

using Code = ProvisionErrorCode;
using Checked = std::expected<void, ProvisionError>;

constexpr std::size_t kMaxName = 39;     // OpenPGP card 3.4.1, 4.4.1, DO 5B
constexpr std::size_t kMaxLanguage = 8;  // DO 5F2D
constexpr std::size_t kMaxUrl = 254;     // DO 5F50 in a short answer
constexpr std::size_t kMaxAuthorizedKeys = 64;
constexpr std::size_t kMaxPem = std::size_t{16} * 1024;

std::unexpected<ProvisionError> refused(Code code, std::string text) {
  return std::unexpected(ProvisionError{code, std::move(text)});
}

// ISO 646 without controls; OpenPGP card gives the name as ISO 8859-1, whose upper half UTF-8 does
// not share.
bool is_printable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool is_lower_case(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

Checked check_holder(const ProvisionInput& input) {
  if (input.name.size() > kMaxName || !is_printable(input.name)) {
    return refused(Code::kBadHolder, "the name must be at most 39 ASCII characters");
  }
  if (input.language.size() > kMaxLanguage || input.language.size() % 2 != 0 ||
      !is_lower_case(input.language)) {
    return refused(Code::kBadHolder, "the language must be one to four codes such as de or deen");
  }
  if (!input.sex.empty() && input.sex != "1" && input.sex != "2" && input.sex != "9") {
    return refused(Code::kBadHolder, "the sex must be 1, 2 or 9 (ISO 5218)");
  }
  if (input.url.size() > kMaxUrl || !is_printable(input.url)) {
    return refused(Code::kBadHolder, "the URL must be at most 254 ASCII characters");
  }
  return {};
}

Checked check_host_key(const crypto::Secret& pem) {
  if (pem.empty()) return {};
  const std::string_view text = wire::as_text(pem.bytes());
  if (pem.size() > kMaxPem || !text.starts_with("-----BEGIN ") ||
      text.find("PRIVATE KEY-----") == std::string_view::npos) {
    return refused(Code::kBadHostKey, "the SSH host key is not a private key in PEM form");
  }
  return {};
}

Checked read_authorized_keys(const ProvisionInput& input, PublicRecord& record) {
  std::string_view text = input.authorized_keys;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    auto key = wire::parse_authorized_key(text.substr(0, end + 1));
    if (!key) {
      const bool unknown = key.error() == wire::WireError::kUnsupported;
      return refused(Code::kBadAuthorizedKeys,
                     "line " + std::to_string(number) + " of the authorised SSH keys " +
                         (unknown ? "has options or a key of a kind or size that is not supported"
                                  : "is not a whole key"));
    }
    if (std::optional<wire::SshPublicKey> found = std::move(*key)) {
      record.authorized_keys.push_back(std::move(found->blob));
    }
    text.remove_prefix(end + 1);
  }
  if (record.authorized_keys.size() > kMaxAuthorizedKeys) {
    return refused(Code::kBadAuthorizedKeys, "there are more than 64 authorised SSH keys");
  }
  if (record.snvs == SnvsMode::kSsh && record.authorized_keys.empty()) {
    return refused(Code::kBadAuthorizedKeys, "SNVS mode ssh needs an authorised SSH key");
  }
  if (input.needs_login && record.authorized_keys.empty()) {
    return refused(Code::kBadAuthorizedKeys,
                   "there is no authorised SSH key: nobody could log in any more");
  }
  return {};
}

Code code_of(KeyFileError error) {
  switch (error) {
    case KeyFileError::kMalformed:
      return Code::kBadKeyFile;
    case KeyFileError::kUnsupported:
      return Code::kUnsupportedKey;
    case KeyFileError::kUnusable:
      return Code::kNoUsableKey;
  }
  return Code::kBadKeyFile;
}

Checked read_keys(const ProvisionInput& input, hal::Random& random, TokenRecord& record) {
  if (input.openpgp_key.empty()) return {};
  auto chosen = choose_keys(input.openpgp_key.bytes(), input.now);
  if (!chosen) {
    return refused(code_of(chosen.error().error),
                   "the OpenPGP key file cannot be used: " + chosen.error().text);
  }
  for (const KeyUse use : kAllUses) {
    auto& info = chosen->keys[index(use)];
    auto& secret = chosen->secrets[index(use)];
    if (!info || !secret) continue;
    // What needs no passphrase can be proven now.
    if (!info->has_passphrase && !open_key(info->key, *secret, {}, random)) {
      return refused(Code::kBadKeyFile, "the OpenPGP key file cannot be used: damaged: " +
                                            std::string(short_name(use)) + " key");
    }
    record.keys[index(use)] = std::move(secret);
    record.pub.keys[index(use)] = std::move(info);
  }
  record.pub.primary = chosen->primary;
  return {};
}

// The certificate is kept as it is; that it holds the public key of the private one is seen here.
Checked check_attestation(const ProvisionInput& input, hal::Random& random) {
  constexpr std::size_t kMaxCertificate = 4096;
  const auto& certificate = input.attestation_certificate;
  if (certificate.empty() && input.attestation_key.empty()) return {};
  if (certificate.size() > kMaxCertificate) {
    return refused(Code::kBadAttestation, "the U2F certificate has more than 4096 bytes");
  }
  const auto point =
      crypto::ec_public(crypto::Curve::kNistP256, input.attestation_key.bytes(), random);
  if (input.attestation_key.size() != 32 || !point) {
    return refused(Code::kBadAttestation, "the U2F private key is none of P-256");
  }
  if (std::ranges::search(certificate, *point).empty()) {
    return refused(Code::kBadAttestation, "the U2F certificate is not that of the private key");
  }
  return {};
}

Checked save_attestation(hal::Store& store, const hal::DeviceKey& device, hal::Random& random,
                         const ProvisionInput& input, const RecordId& record) {
  if (input.attestation_certificate.empty()) return {};
  const Attestation attestation{record, crypto::Secret::copy_of(input.attestation_key.bytes()),
                                input.attestation_certificate};
  if (save_sealed(store, device, random, kAttestationKind,
                  encode_attestation(attestation).bytes())) {
    return {};
  }
  return refused(Code::kStore, "the U2F certificate could not be saved");
}

}  // namespace

std::expected<void, ProvisionError> provision(hal::Store& store, const hal::DeviceKey& device,
                                              hal::Random& random, const ProvisionInput& input) {
  const auto existing = store.load(kRecordKind.name);
  if (existing && *existing) {
    return refused(Code::kAlreadyProvisioned, "there is a token record already");
  }
  if (!existing && existing.error() == hal::StoreError::kDamaged) {
    return refused(Code::kAlreadyProvisioned, "there is a damaged token record");
  }
  if (!existing && existing.error() == hal::StoreError::kForeign) {
    return refused(Code::kAlreadyProvisioned, "the storage was sealed for another device");
  }
  if (!existing && existing.error() == hal::StoreError::kVersion) {
    return refused(Code::kAlreadyProvisioned, "the storage was written by another version");
  }
  if (!existing) return refused(Code::kStore, "the storage could not be read");
  if (const auto checked = check_holder(input); !checked) return checked;
  if (const auto checked = check_host_key(input.host_key_pem); !checked) return checked;
  if (const auto checked = check_attestation(input, random); !checked) return checked;

  TokenRecord record;
  record.pub.name = input.name;
  record.pub.language = input.language;
  record.pub.sex = input.sex;
  record.pub.url = input.url;
  record.pub.manufacturer = input.manufacturer;
  record.pub.signature_pin_once = input.signature_pin_once;
  record.pub.snvs = input.snvs;
  if (!input.attestation_certificate.empty()) {
    record.pub.attestation = crypto::sha256(input.attestation_certificate);
  }
  record.host_key_pem = crypto::Secret::copy_of(input.host_key_pem.bytes());
  record.pub.provisioned = input.now.value_or(0);
  if (const auto read = read_authorized_keys(input, record.pub); !read) {
    return read;
  }
  if (const auto read = read_keys(input, random, record); !read) return read;

  random.fill(record.id);
  if (const auto saved = save_attestation(store, device, random, input, record.id); !saved) {
    return saved;
  }
  if (!FidoStore(store, device, random).create()) {
    return refused(Code::kStore, "the FIDO state could not be saved");
  }
  Counters counters(store, device, random);
  if (!counters.create(record.id)) {
    return refused(Code::kStore, "the counters could not be saved");
  }
  const crypto::Secret bytes = encode_record(record);
  if (!save_sealed(store, device, random, kRecordKind, bytes.bytes())) {
    return refused(Code::kStore, "the token record could not be saved");
  }
  return {};
}

}  // namespace gokey::vault
