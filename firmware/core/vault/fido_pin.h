// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The PIN/UV auth protocols one and two, CTAP 2.1, 6.5.6 and 6.5.7.
#pragma once

#include <optional>

#include "core/crypto/secret.h"
#include "core/vault/fido_messages.h"
#include "hal/clock.h"
#include "hal/random.h"
#include "wire/bytes.h"

namespace gokey::vault {

[[nodiscard]] constexpr bool is_pin_protocol(std::uint8_t protocol) {
  return protocol == 1 || protocol == 2;
}

// A key of 32 bytes, or of 64 of which protocol two takes the first half for authentication and the
// second for encryption.
[[nodiscard]] crypto::Secret pin_encrypt(std::uint8_t protocol, wire::Bytes key, wire::Bytes plain,
                                         hal::Random& random);
// Empty if the length does not fit.
[[nodiscard]] crypto::Secret pin_decrypt(std::uint8_t protocol, wire::Bytes key,
                                         wire::Bytes ciphertext);
[[nodiscard]] bool pin_verify(std::uint8_t protocol, wire::Bytes key, wire::Bytes message,
                              wire::Bytes signature);

// The authenticator's side of the key agreement; new at every start and after every wrong PIN.
class KeyAgreement {
 public:
  explicit KeyAgreement(hal::Random& random) : random_(random) {}
  void renew() { scalar_.clear(); }
  // X || Y. Empty if the arithmetic failed.
  [[nodiscard]] std::vector<std::uint8_t> point();
  // The shared secret in the form of the protocol; empty if the point is none.
  [[nodiscard]] crypto::Secret shared(std::uint8_t protocol, const PeerPoint& peer);

 private:
  [[nodiscard]] bool ready();

  hal::Random& random_;
  crypto::Secret scalar_;
};

// The pinUvAuthToken, CTAP 2.1, 6.5.2.1.
class PinToken {
 public:
  PinToken(const hal::Clock& clock, hal::Random& random) : clock_(clock), random_(random) {}
  // A new one in place of the last; gives its 32 bytes.
  [[nodiscard]] wire::Bytes issue(std::uint8_t protocol, std::uint8_t permissions,
                                  const std::optional<FidoHash>& rp);
  void revoke();
  // True if `auth` was made with the token over `message` and the token allows `permission` for the
  // relying party. A token for none in particular is from now on one for this one.
  [[nodiscard]] bool verify(const PinAuth& auth, wire::Bytes message, std::uint8_t permission,
                            const std::optional<FidoHash>& rp);
  // Somebody's presence was used up: what was allowed must be asked for again.
  void spend() { permissions_ = 0; }

 private:
  [[nodiscard]] bool in_use();

  const hal::Clock& clock_;
  hal::Random& random_;
  crypto::Secret token_;
  std::uint8_t protocol_ = 0;
  std::uint8_t permissions_ = 0;
  std::optional<FidoHash> rp_;
  std::uint64_t issued_ms_ = 0;
  bool used_ = false;
};

}  // namespace gokey::vault
