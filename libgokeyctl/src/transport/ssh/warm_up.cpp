// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/warm_up.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace gokeyctl::transport {
namespace {

// An algorithm that is fetched once is found again in libcrypto's store (crypto(7), "ALGORITHM
// FETCHING"); the first of a kind has all of that kind entered there. What fails here fails again
// where it is needed, and is reported there.
template <auto fetch, auto release>
void fetch_once(const char* name) {
  release(fetch(nullptr, name, nullptr));
}

}  // namespace

void warm_up_exchange() {
  fetch_once<EVP_KEYMGMT_fetch, EVP_KEYMGMT_free>("X25519");
  fetch_once<EVP_MD_fetch, EVP_MD_free>("SHA256");
}

void warm_up_session() {
  fetch_once<EVP_KEYEXCH_fetch, EVP_KEYEXCH_free>("X25519");
  fetch_once<EVP_SIGNATURE_fetch, EVP_SIGNATURE_free>("ED25519");
  fetch_once<EVP_KDF_fetch, EVP_KDF_free>("SSHKDF");
  fetch_once<EVP_CIPHER_fetch, EVP_CIPHER_free>("AES-256-GCM");
}

}  // namespace gokeyctl::transport
