// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/key_file.h"

#include <algorithm>
#include <utility>

#include "core/crypto/hash.h"
#include "core/crypto/weierstrass.h"
#include "core/vault/self_signatures.h"
#include "wire/hex.h"
#include "wire/openpgp_armor.h"
#include "wire/openpgp_key.h"

namespace gokey::vault {
namespace {

using wire::OpenPgpCurve;
using wire::OpenPgpProtection;
using wire::OpenPgpSecretKey;

std::unexpected<KeyFileProblem> problem(KeyFileError error, std::string text) {
  return std::unexpected(KeyFileProblem{error, std::move(text)});
}

KeyFileProblem from_wire(const wire::OpenPgpProblem& found) {
  switch (found.code) {
    case wire::WireError::kTruncated:
      return {KeyFileError::kMalformed, "truncated: " + found.what};
    case wire::WireError::kMalformed:
      return {KeyFileError::kMalformed, "malformed: " + found.what};
    case wire::WireError::kChecksum:
      return {KeyFileError::kMalformed, "damaged: " + found.what + ": its checksum is wrong"};
    case wire::WireError::kTooLong:
      return {KeyFileError::kMalformed, "too long: " + found.what};
    case wire::WireError::kUnsupported:
      break;
  }
  return {KeyFileError::kUnsupported, "not supported: " + found.what};
}

std::string_view long_name(KeyUse use) {
  switch (use) {
    case KeyUse::kSignature:
      return "signature key";
    case KeyUse::kDecryption:
      return "decryption key";
    case KeyUse::kAuthentication:
      return "authentication key";
  }
  return {};
}

Algorithm algorithm_of(const OpenPgpSecretKey& key) {
  switch (key.curve) {
    case OpenPgpCurve::kNistP256:
      return Algorithm::kNistP256;
    case OpenPgpCurve::kNistP384:
      return Algorithm::kNistP384;
    case OpenPgpCurve::kNistP521:
      return Algorithm::kNistP521;
    case OpenPgpCurve::kBrainpoolP256:
      return Algorithm::kBrainpoolP256;
    case OpenPgpCurve::kBrainpoolP384:
      return Algorithm::kBrainpoolP384;
    case OpenPgpCurve::kBrainpoolP512:
      return Algorithm::kBrainpoolP512;
    case OpenPgpCurve::kEd25519:
      return Algorithm::kEd25519;
    case OpenPgpCurve::kCv25519:
      return Algorithm::kX25519;
    case OpenPgpCurve::kNone:
      break;
  }
  if (key.modulus.size() == field_size(Algorithm::kRsa2048)) return Algorithm::kRsa2048;
  if (key.modulus.size() == field_size(Algorithm::kRsa3072)) return Algorithm::kRsa3072;
  return Algorithm::kRsa4096;
}

crypto::HashAlgorithm s2k_hash(std::uint8_t id) {  // RFC 4880 9.4
  switch (id) {
    case 8:
      return crypto::HashAlgorithm::kSha256;
    case 9:
      return crypto::HashAlgorithm::kSha384;
    case 10:
      return crypto::HashAlgorithm::kSha512;
    case 11:
      return crypto::HashAlgorithm::kSha224;
    default:
      return crypto::HashAlgorithm::kSha1;
  }
}

crypto::S2kMode s2k_mode(wire::OpenPgpS2kMode mode) {
  switch (mode) {
    case wire::OpenPgpS2kMode::kSimple:
      return crypto::S2kMode::kSimple;
    case wire::OpenPgpS2kMode::kSalted:
      return crypto::S2kMode::kSalted;
    case wire::OpenPgpS2kMode::kIterated:
      break;
  }
  return crypto::S2kMode::kIterated;
}

ProtectedKey protected_key(const OpenPgpSecretKey& key) {
  ProtectedKey kept;
  if (key.protection == OpenPgpProtection::kSha1) kept.protection = Protection::kSha1;
  if (key.protection == OpenPgpProtection::kChecksum) kept.protection = Protection::kChecksum;
  kept.s2k = {.mode = s2k_mode(key.s2k.mode),
              .hash = s2k_hash(key.s2k.hash),
              .salt = key.s2k.salt,
              .count = key.s2k.count};
  kept.cipher_key_size = key.s2k.key_size;
  kept.iv = key.iv;
  kept.secret = crypto::Secret::copy_of(key.secret);
  return kept;
}

KeyInfo key_info(const OpenPgpSecretKey& key) {
  KeyInfo info;
  info.key.algorithm = algorithm_of(key);
  info.key.modulus.assign(key.modulus.begin(), key.modulus.end());
  info.key.exponent.assign(key.exponent.begin(), key.exponent.end());
  info.key.point.assign(key.point.begin(), key.point.end());
  info.fingerprint = fingerprint_of(key);
  info.created = key.created;
  info.has_passphrase = key.protection != OpenPgpProtection::kNone;
  return info;
}

bool point_is_valid(const OpenPgpSecretKey& key) {
  switch (key.curve) {
    case OpenPgpCurve::kNistP256:
      return on_curve(crypto::Curve::kNistP256, key.point);
    case OpenPgpCurve::kNistP384:
      return on_curve(crypto::Curve::kNistP384, key.point);
    case OpenPgpCurve::kNistP521:
      return on_curve(crypto::Curve::kNistP521, key.point);
    case OpenPgpCurve::kBrainpoolP256:
      return on_curve(crypto::Curve::kBrainpoolP256, key.point);
    case OpenPgpCurve::kBrainpoolP384:
      return on_curve(crypto::Curve::kBrainpoolP384, key.point);
    case OpenPgpCurve::kBrainpoolP512:
      return on_curve(crypto::Curve::kBrainpoolP512, key.point);
    default:
      return true;
  }
}

bool in_file(const OpenPgpSecretKey& key) {
  return !key.unsupported.empty() || key.protection != OpenPgpProtection::kGnuDummy;
}

const OpenPgpSecretKey* choose(const wire::OpenPgpTransferableKey& file, const Validity& validity,
                               KeyUse use) {
  const OpenPgpSecretKey* chosen = nullptr;
  for (const wire::OpenPgpSubkey& subkey : file.subkeys) {
    if (!in_file(subkey.key) || !validity.serves(subkey, use)) continue;
    if (chosen == nullptr || subkey.key.created >= chosen->created) chosen = &subkey.key;
  }
  if (chosen == nullptr && in_file(file.primary) && validity.primary_serves(use)) {
    chosen = &file.primary;
  }
  return chosen;
}

std::string named(KeyUse use, const OpenPgpSecretKey& key) {
  std::string text(long_name(use));
  if (!key.public_body.empty()) {
    const Fingerprint fingerprint = fingerprint_of(key);
    text += " " + wire::to_hex(std::span(fingerprint).last(8));
  }
  return text;
}

std::expected<ChosenKeys, KeyFileProblem> choose_from(const wire::OpenPgpTransferableKey& file,
                                                      std::optional<std::uint32_t> now) {
  if (file.primary.public_body.empty()) {
    return problem(KeyFileError::kUnsupported,
                   "primary key: " + file.primary.unsupported + " is not supported");
  }
  const Validity validity(file, now);
  if (validity.revoked())
    return problem(KeyFileError::kUnusable, "the primary key is revoked: another one is needed");
  if (validity.expired())
    return problem(KeyFileError::kUnusable,
                   "the primary key is expired: extend it and export it again");

  ChosenKeys chosen;
  chosen.primary = fingerprint_of(file.primary);
  bool any = false;
  for (const KeyUse use : kAllUses) {
    const OpenPgpSecretKey* key = choose(file, validity, use);
    if (key == nullptr) continue;
    if (!key->unsupported.empty()) {
      return problem(KeyFileError::kUnsupported,
                     named(use, *key) + ": " + key->unsupported + " is not supported");
    }
    if (!point_is_valid(*key)) {
      return problem(KeyFileError::kMalformed, named(use, *key) + ": point not on the curve");
    }
    chosen.keys[index(use)] = key_info(*key);
    chosen.secrets[index(use)] = protected_key(*key);
    any = true;
  }
  if (!any)
    return problem(
        KeyFileError::kUnusable,
        "none of its keys is of use: each is for certifying alone, expired, revoked or elsewhere");
  return chosen;
}

}  // namespace

std::expected<ChosenKeys, KeyFileProblem> choose_keys(std::span<const std::uint8_t> file,
                                                      std::optional<std::uint32_t> now) {
  crypto::Secret packets;
  if (wire::is_binary_openpgp(file)) {
    packets = crypto::Secret::copy_of(file);
  } else {
    auto bytes = wire::remove_openpgp_armor(wire::as_text(file), "PGP PRIVATE KEY BLOCK");
    if (!bytes) return std::unexpected(from_wire({bytes.error(), "armour"}));
    packets = crypto::Secret::copy_of(*bytes);
    crypto::wipe(*bytes);
  }
  const auto parsed = wire::parse_openpgp_transferable_key(packets.bytes());
  if (!parsed) return std::unexpected(from_wire(parsed.error()));
  return choose_from(*parsed, now);
}

}  // namespace gokey::vault
