// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#define OPENSSL_SUPPRESS_DEPRECATED  // RAND_METHOD: the provider interface for it needs far more
#include <cerrno>
#include <cstddef>

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <sys/random.h>

#include "gokeyctl/console.h"
#include "transport/ssh/few_algorithms.h"

namespace gokeyctl {
namespace {

// RAND_METHOD's: 1, or 0 for failure.
int from_kernel(unsigned char* into, int count) {
  auto left = static_cast<std::size_t>(count);
  while (left > 0) {
    const ssize_t got = ::getrandom(into, left, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return 0;
    into += got;
    left -= static_cast<std::size_t>(got);
  }
  return 1;
}

int always_seeded() { return 1; }

// libcrypto's own generators are three, each seeded from the kernel and tested, made of a cipher
// for which all of its ciphers are set up first. A short program needs a few hundred bytes.
constexpr RAND_METHOD kKernel{nullptr, from_kernel, nullptr, nullptr, from_kernel, always_seeded};

}  // namespace

void start_quickly() {
  // Each is asked for at most once in a process: the first answer stays (OPENSSL_init_crypto(3)).
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS |
                          OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS,
                      nullptr);
  RAND_set_rand_method(&kKernel);
  transport::offer_few_algorithms();
}

}  // namespace gokeyctl
