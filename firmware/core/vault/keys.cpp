// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/keys.h"

namespace gokey::vault {

std::string_view short_name(KeyUse use) {
  switch (use) {
    case KeyUse::kSignature:
      return "sig";
    case KeyUse::kDecryption:
      return "dec";
    case KeyUse::kAuthentication:
      return "aut";
  }
  return {};
}

std::string_view name(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kRsa2048:
      return "rsa2048";
    case Algorithm::kRsa3072:
      return "rsa3072";
    case Algorithm::kRsa4096:
      return "rsa4096";
    case Algorithm::kNistP256:
      return "nistp256";
    case Algorithm::kNistP384:
      return "nistp384";
    case Algorithm::kNistP521:
      return "nistp521";
    case Algorithm::kBrainpoolP256:
      return "brainpoolP256r1";
    case Algorithm::kBrainpoolP384:
      return "brainpoolP384r1";
    case Algorithm::kBrainpoolP512:
      return "brainpoolP512r1";
    case Algorithm::kEd25519:
      return "ed25519";
    case Algorithm::kX25519:
      return "cv25519";
  }
  return {};
}

std::size_t field_size(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kRsa2048:
      return 256;
    case Algorithm::kRsa3072:
      return 384;
    case Algorithm::kRsa4096:
      return 512;
    case Algorithm::kNistP384:
    case Algorithm::kBrainpoolP384:
      return 48;
    case Algorithm::kNistP521:
      return 66;
    case Algorithm::kBrainpoolP512:
      return 64;
    default:
      return 32;
  }
}

}  // namespace gokey::vault
