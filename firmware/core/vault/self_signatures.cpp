// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/self_signatures.h"

#include <algorithm>

#include "core/crypto/hash.h"

namespace gokey::vault {
namespace {

using wire::OpenPgpAlgorithm;
using wire::OpenPgpSignature;
using Type = wire::OpenPgpSignatureType;

constexpr std::uint8_t kEncrypt = wire::kFlagEncryptCommunications | wire::kFlagEncryptStorage;

bool can_sign(const wire::OpenPgpSecretKey& key) {
  switch (key.algorithm) {
    case OpenPgpAlgorithm::kRsa:
    case OpenPgpAlgorithm::kRsaSignOnly:
    case OpenPgpAlgorithm::kDsa:
    case OpenPgpAlgorithm::kEcdsa:
    case OpenPgpAlgorithm::kEddsa:
      return true;
    default:
      return false;
  }
}

bool can_decrypt(const wire::OpenPgpSecretKey& key) {
  switch (key.algorithm) {
    case OpenPgpAlgorithm::kRsa:
    case OpenPgpAlgorithm::kRsaEncryptOnly:
    case OpenPgpAlgorithm::kElgamal:
    case OpenPgpAlgorithm::kEcdh:
      return true;
    default:
      return false;
  }
}

// Old keys have no key flags: then the algorithm decides, and nothing is for authentication.
bool flags_allow(const OpenPgpSignature& signature, KeyUse use) {
  const std::uint8_t flags = signature.key_flags.value_or(wire::kFlagSign | kEncrypt);
  switch (use) {
    case KeyUse::kSignature:
      return (flags & wire::kFlagSign) != 0;
    case KeyUse::kDecryption:
      return (flags & kEncrypt) != 0;
    case KeyUse::kAuthentication:
      return (flags & wire::kFlagAuthenticate) != 0;
  }
  return false;
}

bool fits(const wire::OpenPgpSecretKey& key, const OpenPgpSignature& signature, KeyUse use) {
  // The capabilities of an algorithm without a name here are those of its flags: it is refused by
  // name later.
  const bool known = !key.unsupported.starts_with("algorithm ");
  const bool able = use == KeyUse::kDecryption ? can_decrypt(key) : can_sign(key);
  return (able || !known) && flags_allow(signature, use);
}

}  // namespace

Fingerprint fingerprint_of(const wire::OpenPgpSecretKey& key) {
  wire::Writer prefix;
  prefix.u8(0x99).u16(static_cast<std::uint16_t>(key.public_body.size()));
  crypto::Hash hash(crypto::HashAlgorithm::kSha1);
  hash.update(prefix.buffer());
  hash.update(key.public_body);
  Fingerprint fingerprint{};
  hash.finish(fingerprint);
  return fingerprint;
}

Validity::Validity(const wire::OpenPgpTransferableKey& file, std::optional<std::uint32_t> now)
    : file_(file), now_(now) {
  const Fingerprint fingerprint = fingerprint_of(file.primary);
  std::ranges::copy(std::span(fingerprint).last(key_id_.size()), key_id_.begin());

  primary_signature_ = latest(file.signatures, Type::kDirectKey, Type::kDirectKey);
  for (const wire::OpenPgpUserId& id : file.user_ids) {
    const OpenPgpSignature* certification =
        latest(id.signatures, Type::kGenericCertification, Type::kPositiveCertification);
    const OpenPgpSignature* revocation =
        latest(id.signatures, Type::kCertificationRevocation, Type::kCertificationRevocation);
    if (certification == nullptr) continue;
    if (revocation != nullptr && revocation->created >= certification->created) continue;
    if (primary_signature_ == nullptr || certification->created > primary_signature_->created) {
      primary_signature_ = certification;
    }
  }
}

bool Validity::is_self(const OpenPgpSignature& signature) const {
  return !signature.issuer || *signature.issuer == key_id_;
}

bool Validity::has(const std::vector<OpenPgpSignature>& signatures, Type type) const {
  return std::ranges::any_of(signatures, [&](const OpenPgpSignature& signature) {
    return signature.type == type && is_self(signature);
  });
}

const OpenPgpSignature* Validity::latest(const std::vector<OpenPgpSignature>& signatures,
                                         Type first, Type last) const {
  const OpenPgpSignature* found = nullptr;
  for (const OpenPgpSignature& signature : signatures) {
    if (signature.type < first || signature.type > last || !is_self(signature)) continue;
    if (found == nullptr || signature.created >= found->created) found = &signature;
  }
  if (found == nullptr || over(found->created, found->signature_lifetime)) return nullptr;
  return found;
}

bool Validity::over(std::uint32_t from, std::uint32_t lifetime) const {
  return now_ && lifetime != 0 && std::uint64_t{from} + lifetime <= *now_;
}

bool Validity::revoked() const { return has(file_.signatures, Type::kKeyRevocation); }

bool Validity::expired() const {
  return primary_signature_ != nullptr &&
         over(file_.primary.created, primary_signature_->key_lifetime);
}

bool Validity::primary_serves(KeyUse use) const {
  return primary_signature_ != nullptr && fits(file_.primary, *primary_signature_, use);
}

bool Validity::serves(const wire::OpenPgpSubkey& subkey, KeyUse use) const {
  if (has(subkey.signatures, Type::kSubkeyRevocation)) return false;
  const OpenPgpSignature* binding =
      latest(subkey.signatures, Type::kSubkeyBinding, Type::kSubkeyBinding);
  if (binding == nullptr || over(subkey.key.created, binding->key_lifetime)) return false;
  return fits(subkey.key, *binding, use);
}

}  // namespace gokey::vault
