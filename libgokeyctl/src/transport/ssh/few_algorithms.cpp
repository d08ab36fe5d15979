// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A provider (provider-base(7)) whose algorithms are those of the default provider, which is loaded
// into a library context of its own, where it also finds what its algorithms are made of.
#include "transport/ssh/few_algorithms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <openssl/core.h>
#include <openssl/core_dispatch.h>
#include <openssl/crypto.h>
#include <openssl/provider.h>

namespace gokeyctl::transport {
namespace {

constexpr const char* kName = "gokeyctl-few";

// By the first of each one's names in providers/implementations/include/prov/names.h. What ssh.cpp
// offers; AES-128-CBC seals the file of a new key (libssh's pki_container_openssh.c); SHA-1 is for
// the fingerprints of OpenPGP keys.
constexpr std::array<std::string_view, 6> kCiphers{"AES-256-GCM", "AES-128-GCM", "AES-256-CTR",
                                                   "AES-128-CTR", "ChaCha20",    "AES-128-CBC"};
constexpr std::array<std::string_view, 4> kDigests{"SHA1", "SHA2-256", "SHA2-384", "SHA2-512"};

OSSL_PROVIDER* all = nullptr;
OSSL_PROVIDER* loaded = nullptr;  // until the process ends

// The `wanted` ones of a list that ends with an entry without names, as the result does.
template <std::size_t count>
std::array<OSSL_ALGORITHM, count + 1> chosen(const OSSL_ALGORITHM* from,
                                             const std::array<std::string_view, count>& wanted) {
  std::array<OSSL_ALGORITHM, count + 1> list{};
  auto at = list.begin();
  for (; from != nullptr && from->algorithm_names != nullptr; ++from) {
    const std::string_view names = from->algorithm_names;
    const bool is_wanted =
        std::ranges::find(wanted, names.substr(0, names.find(':'))) != wanted.end();
    if (is_wanted && at != list.end() - 1) *at++ = *from;
  }
  return list;
}

const OSSL_ALGORITHM* query(void* /*context*/, int operation, int* no_store) {
  const OSSL_ALGORITHM* const offered = OSSL_PROVIDER_query_operation(all, operation, no_store);
  if (operation == OSSL_OP_CIPHER) {
    static const auto ciphers = chosen(offered, kCiphers);
    return ciphers.data();
  }
  if (operation == OSSL_OP_DIGEST) {
    static const auto digests = chosen(offered, kDigests);
    return digests.data();
  }
  return offered;
}

int begin(const OSSL_CORE_HANDLE* /*handle*/, const OSSL_DISPATCH* /*core*/,
          const OSSL_DISPATCH** functions, void** context) {
  static const std::array<OSSL_DISPATCH, 2> kFunctions{
      {{OSSL_FUNC_PROVIDER_QUERY_OPERATION, reinterpret_cast<void (*)()>(query)}, {0, nullptr}}};
  OSSL_LIB_CTX* const own = OSSL_LIB_CTX_new();
  all = own == nullptr ? nullptr : OSSL_PROVIDER_load(own, "default");
  if (all == nullptr) {
    OSSL_LIB_CTX_free(own);
    return 0;
  }
  *functions = kFunctions.data();
  *context = OSSL_PROVIDER_get0_provider_ctx(all);  // what its algorithms are called with
  return 1;
}

}  // namespace

void offer_few_algorithms() {
  if (loaded != nullptr) return;
  if (OSSL_PROVIDER_add_builtin(nullptr, kName, begin) == 1)
    loaded = OSSL_PROVIDER_load(nullptr, kName);
  // Once a provider was asked for, the default one no longer comes by itself.
  if (loaded == nullptr) loaded = OSSL_PROVIDER_load(nullptr, "default");
}

}  // namespace gokeyctl::transport
