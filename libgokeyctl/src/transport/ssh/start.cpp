// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <openssl/crypto.h>

#include "gokeyctl/console.h"

namespace gokeyctl {

void start_quickly() {
  // Each is asked for at most once in a process: the first answer stays (OPENSSL_init_crypto(3)).
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS, nullptr);
}

}  // namespace gokeyctl
