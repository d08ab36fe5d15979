// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/fido_pin.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/crypto/cbc.h"
#include "core/crypto/constant_time.h"
#include "core/crypto/hash.h"
#include "core/crypto/hmac.h"
#include "core/crypto/weierstrass.h"
#include "core/vault/fido_keys.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kShortMac = 16;
constexpr std::array<std::uint8_t, crypto::kAesBlock> kZeroIv{};
// CTAP 2.1, 6.5.2.1: unused for 30 seconds, or ten minutes old.
constexpr std::uint64_t kFirstUseMs = 30'000;
constexpr std::uint64_t kLongestUseMs = 600'000;

auto mac_key(wire::Bytes key) { return key.first<kKeySize>(); }
auto cipher_key(wire::Bytes key) { return key.last<kKeySize>(); }

}  // namespace

crypto::Secret pin_encrypt(std::uint8_t protocol, wire::Bytes key, wire::Bytes plain,
                           hal::Random& random) {
  if (protocol == 1) return crypto::aes256_cbc_encrypt(cipher_key(key), kZeroIv, plain);
  std::array<std::uint8_t, crypto::kAesBlock> iv{};
  random.fill(iv);
  const crypto::Secret body = crypto::aes256_cbc_encrypt(cipher_key(key), iv, plain);
  crypto::Secret out(iv.size() + body.size());
  std::ranges::copy(iv, out.writable().begin());
  std::ranges::copy(body.bytes(), out.writable().subspan(iv.size()).begin());
  return out;
}

crypto::Secret pin_decrypt(std::uint8_t protocol, wire::Bytes key, wire::Bytes ciphertext) {
  if (protocol == 1) return crypto::aes256_cbc_decrypt(cipher_key(key), kZeroIv, ciphertext);
  if (ciphertext.size() < crypto::kAesBlock) return {};
  return crypto::aes256_cbc_decrypt(cipher_key(key), ciphertext.first<crypto::kAesBlock>(),
                                    ciphertext.subspan(crypto::kAesBlock));
}

bool pin_verify(std::uint8_t protocol, wire::Bytes key, wire::Bytes message,
                wire::Bytes signature) {
  const crypto::Secret mac = crypto::hmac_sha256(mac_key(key), {message});
  const std::size_t size = protocol == 1 ? kShortMac : crypto::kHmacSize;
  return signature.size() == size &&
         crypto::constant_time_equal(mac.bytes().first(size), signature);
}

bool KeyAgreement::ready() {
  if (scalar_.empty()) scalar_ = random_p256_key(random_);
  return !scalar_.empty();
}

std::vector<std::uint8_t> KeyAgreement::point() {
  if (!ready()) return {};
  auto encoded = crypto::ec_public(crypto::Curve::kNistP256, scalar_.bytes(), random_);
  if (!encoded) return {};
  encoded->erase(encoded->begin());  // 04
  return std::move(*encoded);
}

crypto::Secret KeyAgreement::shared(std::uint8_t protocol, const PeerPoint& peer) {
  if (!ready()) return {};
  constexpr std::uint8_t kUncompressed = 0x04;
  const auto encoded = wire::Writer().u8(kUncompressed).bytes(peer).release();
  const auto z = crypto::ecdh_shared(crypto::Curve::kNistP256, scalar_.bytes(), encoded, random_);
  if (!z) return {};
  if (protocol == 1) return crypto::Secret::copy_of(crypto::sha256(z->bytes()));
  static constexpr std::array<std::uint8_t, kKeySize> kSalt{};
  const crypto::Secret mac =
      crypto::hkdf_sha256(kSalt, z->bytes(), wire::as_bytes("CTAP2 HMAC key"));
  const crypto::Secret cipher =
      crypto::hkdf_sha256(kSalt, z->bytes(), wire::as_bytes("CTAP2 AES key"));
  crypto::Secret both(2 * kKeySize);
  std::ranges::copy(mac.bytes(), both.writable().begin());
  std::ranges::copy(cipher.bytes(), both.writable().subspan(kKeySize).begin());
  return both;
}

wire::Bytes PinToken::issue(std::uint8_t protocol, std::uint8_t permissions,
                            const std::optional<FidoHash>& rp) {
  token_ = crypto::Secret(kKeySize);
  random_.fill(token_.writable());
  protocol_ = protocol;
  permissions_ = permissions;
  rp_ = rp;
  issued_ms_ = clock_.now_ms();
  used_ = false;
  return token_.bytes();
}

void PinToken::revoke() {
  token_.clear();
  permissions_ = 0;
}

bool PinToken::in_use() {
  if (token_.empty()) return false;
  const std::uint64_t age = clock_.now_ms() - issued_ms_;
  if (age < (used_ ? kLongestUseMs : kFirstUseMs)) return true;
  revoke();
  return false;
}

bool PinToken::verify(const PinAuth& auth, wire::Bytes message, std::uint8_t permission,
                      const std::optional<FidoHash>& rp) {
  if (!in_use() || auth.protocol != protocol_) return false;
  if (!pin_verify(protocol_, token_.bytes(), message, auth.param)) return false;
  if ((permissions_ & permission) == 0) return false;
  if (rp_ && rp_ != rp) return false;
  if (permission != permission::kManage && !rp_) rp_ = rp;
  used_ = true;
  return true;
}

}  // namespace gokey::vault
