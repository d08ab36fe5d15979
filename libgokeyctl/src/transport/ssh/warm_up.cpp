// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/warm_up.h"

#include <array>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace gokeyctl::transport {
namespace {

// An algorithm that is fetched once is found again in libcrypto's store (crypto(7), "ALGORITHM
// FETCHING"); the first of a kind has all of that kind entered there. What fails here fails again
// where it is needed, and is reported there.
template <auto fetch, auto release>
void fetch_once(const char* name) {
  release(fetch(nullptr, name, nullptr));
}

// The provider finds the digest within for itself, as it does for signatures.
void key_derivation() {
  EVP_KDF* const method = EVP_KDF_fetch(nullptr, "SSHKDF", nullptr);
  EVP_KDF_CTX* const context = EVP_KDF_CTX_new(method);
  std::array<char, 7> digest{"SHA256"};
  const std::array<OSSL_PARAM, 2> settings{
      {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
       OSSL_PARAM_construct_end()}};
  if (context != nullptr) EVP_KDF_CTX_set_params(context, settings.data());
  EVP_KDF_CTX_free(context);
  EVP_KDF_free(method);
}

constexpr std::array<void (*)(), 5> kPieces{
    [] { fetch_once<EVP_KEYMGMT_fetch, EVP_KEYMGMT_free>("X25519"); },
    [] { fetch_once<EVP_MD_fetch, EVP_MD_free>("SHA256"); },
    [] {
      fetch_once<EVP_KEYEXCH_fetch, EVP_KEYEXCH_free>("X25519");
      fetch_once<EVP_SIGNATURE_fetch, EVP_SIGNATURE_free>("ED25519");
    },
    key_derivation,
    [] { fetch_once<EVP_CIPHER_fetch, EVP_CIPHER_free>("AES-256-GCM"); },
};

}  // namespace

std::span<void (*const)()> warm_up_pieces() { return kPieces; }

}  // namespace gokeyctl::transport
