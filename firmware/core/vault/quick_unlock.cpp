// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/quick_unlock.h"

#include "core/crypto/aead.h"
#include "core/crypto/hmac.h"
#include "core/vault/codec.h"

namespace gokey::vault {
namespace {

constexpr std::string_view kPurpose = "gokey/quick-unlock/v1";
// Bytes through SHA-512: some 0.3 s on the i.MX6UL (tests/bench/metal.py).
constexpr std::uint32_t kStretchBytes = 8U << 20U;
// A key whose own protection hashes less than this is checked by that alone.
constexpr std::uint32_t kSlowBytes = 2 * kStretchBytes;

// The use need not be in it: each has its own entry.
crypto::Secret bound_to(const QuickUnlock::Place& place) {
  return encoded([&](Encoder& out) {
    out.fixed(place.record);
    out.fixed(place.fingerprint);
  });
}

}  // namespace

void QuickUnlock::forget() {
  for (auto& entry : entries_) entry.reset();
  salted_ = false;
}

bool QuickUnlock::pays(const ProtectedKey& key) {
  return key.protection != Protection::kNone && key.s2k.mode == crypto::S2kMode::kIterated &&
         key.s2k.count >= kSlowBytes;
}

std::span<const std::uint8_t, 32> QuickUnlock::Attempt::key() {
  if (key_.empty()) {
    const crypto::Secret stretched =
        crypto::derive_key(quick_.stretch_, passphrase_, crypto::kAeadKeySize);
    crypto::Secret device_key(crypto::kHmacSize);
    quick_.device_.derive(kPurpose, device_key.writable().first<crypto::kHmacSize>());
    key_ = crypto::hmac_sha256(device_key.bytes(), {quick_.stretch_.salt, stretched.bytes()});
  }
  return key_.bytes().first<crypto::kAeadKeySize>();
}

std::optional<crypto::Secret> QuickUnlock::Attempt::recall(const Place& place) {
  const auto& entry = quick_.entries_[index(place.use)];
  if (!entry) return std::nullopt;
  return crypto::open(key(), bound_to(place).bytes(), *entry);
}

void QuickUnlock::Attempt::keep(const Place& place, wire::Bytes cipher_key) {
  if (!quick_.salted_) {
    quick_.stretch_ = {.mode = crypto::S2kMode::kIterated,
                       .hash = crypto::HashAlgorithm::kSha512,
                       .salt = {},
                       .count = kStretchBytes};
    quick_.random_.fill(quick_.stretch_.salt);
    quick_.salted_ = true;
    key_.clear();
  }
  quick_.entries_[index(place.use)] =
      crypto::seal(key(), bound_to(place).bytes(), cipher_key, quick_.random_);
}

}  // namespace gokey::vault
