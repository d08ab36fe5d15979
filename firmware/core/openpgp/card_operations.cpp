// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands that work with a key.
#include <algorithm>
#include <array>

#include "core/openpgp/card.h"
#include "core/openpgp/cryptogram.h"
#include "core/openpgp/hex_digits.h"
#include "core/openpgp/status.h"
#include "wire/tlv.h"

namespace gokey::openpgp {
namespace {

namespace sw = wire::sw;
using vault::KeyUse;

// Control reference templates (OpenPGP card 3.4.1, 7.2.14 and 7.2.18).
constexpr std::uint8_t kSignatureTemplate = 0xB6;
constexpr std::uint8_t kConfidentialityTemplate = 0xB8;
constexpr std::uint8_t kAuthenticationTemplate = 0xA4;

std::optional<KeyUse> use_of_template(std::uint32_t tag) {
  switch (tag) {
    case kSignatureTemplate:
      return KeyUse::kSignature;
    case kConfidentialityTemplate:
      return KeyUse::kDecryption;
    case kAuthenticationTemplate:
      return KeyUse::kAuthentication;
    default:
      return std::nullopt;
  }
}

Answer result_of(vault::Response& response) {
  if (response.outcome != vault::Outcome::kDone) return status_of(response.outcome);
  return Answer(std::move(response.data));
}

// Whether a cryptogram failed for its length, its padding or its point must not show
// (Bleichenbacher, CRYPTO '98; Manger, CRYPTO 2001): one status word, the one that the
// specification has for a wrong data field.
Answer deciphered(vault::Response& response) {
  if (response.outcome == vault::Outcome::kFailed) return sw::kIncorrectData;
  return result_of(response);
}

}  // namespace

// 7.2.14. The template is empty, or names the key by reference: B6 03 84 01 01.
Card::Result Card::key_pair(const wire::CommandApdu& command) {
  constexpr std::uint8_t kGenerate = 0x80, kRead = 0x81;
  if (command.p1 == kGenerate) return need_pw3(command);
  if (command.p1 != kRead || command.p2 != 0) return sw::kIncorrectP1P2;

  wire::TlvReader reader(command.data);
  const wire::Result<wire::Tlv> reference = reader.next();
  if (!reference || !reader.empty()) return sw::kIncorrectData;
  const std::optional<KeyUse> use = use_of_template(reference->tag);
  if (!use) return sw::kIncorrectData;
  if (!reference->value.empty()) {
    const std::array<std::uint8_t, 3> by_number{0x84, 0x01,
                                                static_cast<std::uint8_t>(vault::index(*use) + 1)};
    if (!std::ranges::equal(reference->value, by_number)) return sw::kIncorrectData;
  }
  const vault::KeyInfo* info = key(*use);
  if (info == nullptr) return sw::kReferencedDataNotFound;
  return Answer(wire::Bytes(public_key_template(info->key)));
}

// 7.2.18: which of the keys 2 and 3 serves PSO:DECIPHER (B8) or INTERNAL AUTHENTICATE (A4).
Card::Result Card::manage_security_environment(const wire::CommandApdu& command) {
  constexpr std::uint8_t kSet = 0x41;
  constexpr std::uint8_t kDecryptionKey = 2, kAuthenticationKey = 3;
  const bool confidentiality = command.p2 == kConfidentialityTemplate;
  if (command.p1 != kSet || (!confidentiality && command.p2 != kAuthenticationTemplate)) {
    return sw::kIncorrectP1P2;
  }
  const wire::Result<wire::Bytes> number = wire::find_tlv(command.data, 0x83);
  if (!number || number->size() != 1) return sw::kIncorrectData;
  const std::uint8_t which = number->front();
  if (which != kDecryptionKey && which != kAuthenticationKey) return sw::kIncorrectData;
  const KeyUse use = which == kDecryptionKey ? KeyUse::kDecryption : KeyUse::kAuthentication;
  (confidentiality ? decipher_with_ : authenticate_with_) = use;
  return sw::kOk;
}

Card::Result Card::perform_security_operation(const wire::CommandApdu& command) {
  constexpr std::uint16_t kComputeSignature = 0x9E9A, kDecipher = 0x8086;
  if (command.p1p2() == kComputeSignature) return compute_signature(command);
  if (command.p1p2() == kDecipher) return decipher(command);
  token_.note("unsupported PSO " + hex_digits(command.p1p2(), 4));
  return sw::kIncorrectP1P2;
}

// 7.2.10. What is signed is the vault's to judge: it knows the key.
Card::Result Card::compute_signature(const wire::CommandApdu& command) {
  if (key(KeyUse::kSignature) == nullptr) {
    token_.note("missing private key for PSO:COMPUTE DIGITAL SIGNATURE");
    return sw::kReferencedDataNotFound;
  }
  if (command.data.empty()) return sw::kIncorrectData;
  ask(vault::Sign{KeyUse::kSignature, {command.data.begin(), command.data.end()}}, result_of);
  return std::nullopt;
}

// 7.2.11.
Card::Result Card::decipher(const wire::CommandApdu& command) {
  const vault::KeyInfo* info = key(decipher_with_);
  if (info == nullptr) {
    token_.note("missing private key for PSO:DEC");
    return sw::kReferencedDataNotFound;
  }
  std::optional<std::vector<std::uint8_t>> cryptogram =
      parse_cryptogram(info->key.algorithm, command.data);
  if (!cryptogram) return sw::kIncorrectData;
  ask(vault::Decipher{decipher_with_, std::move(*cryptogram)}, deciphered);
  return std::nullopt;
}

// 7.2.13.
Card::Result Card::internal_authenticate(const wire::CommandApdu& command) {
  if (command.p1p2() != 0) return sw::kIncorrectP1P2;
  if (key(authenticate_with_) == nullptr) {
    token_.note("missing private key for INTERNAL AUTHENTICATE");
    return sw::kReferencedDataNotFound;
  }
  if (command.data.empty()) return sw::kIncorrectData;
  ask(vault::Sign{authenticate_with_, {command.data.begin(), command.data.end()}}, result_of);
  return std::nullopt;
}

}  // namespace gokey::openpgp
