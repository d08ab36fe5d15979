// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// X25519 as libssh calls it. libssh looks at no result of crypto_scalarmult(), and libsodium writes
// none where the peer sent a point of small order (RFC 7748, 6.1): the secret would be whatever the
// stack held. Such a peer gets a secret that nobody knows, and the handshake fails.
#include <sodium/crypto_scalarmult_curve25519.h>
#include <sodium/randombytes.h>

extern "C" int gokey_ssh_scalarmult(unsigned char* shared, const unsigned char* secret,
                                    const unsigned char* point) {
  if (crypto_scalarmult_curve25519(shared, secret, point) != 0) {
    randombytes_buf(shared, crypto_scalarmult_curve25519_BYTES);
  }
  return 0;
}
