// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/sealed.h"

#include <array>

#include "core/crypto/aead.h"

namespace gokey::vault {
namespace {

SealedError sealed_error(hal::StoreError error) {
  switch (error) {
    case hal::StoreError::kIo:
    case hal::StoreError::kFull:
      return SealedError::kStore;
    case hal::StoreError::kDamaged:
      return SealedError::kDamaged;
    case hal::StoreError::kForeign:
      return SealedError::kForeign;
    case hal::StoreError::kVersion:
      return SealedError::kVersion;
  }
  return SealedError::kDamaged;
}

// In storage: version || nonce || ciphertext || tag. The version is bound to what follows.
crypto::Secret derived(const hal::DeviceKey& device, std::string_view purpose) {
  crypto::Secret key(crypto::kAeadKeySize);
  device.derive(purpose, key.writable().first<crypto::kAeadKeySize>());
  return key;
}

}  // namespace

std::expected<crypto::Secret, SealedError> load_sealed(hal::Store& store,
                                                       const hal::DeviceKey& device,
                                                       const SealedKind& kind) {
  const auto loaded = store.load(kind.name);
  if (!loaded) return std::unexpected(sealed_error(loaded.error()));
  const std::optional<std::vector<std::uint8_t>>& sealed = *loaded;
  if (!sealed) return std::unexpected(SealedError::kMissing);
  const std::span<const std::uint8_t> bytes(*sealed);
  if (bytes.empty()) return std::unexpected(SealedError::kDamaged);
  if (bytes[0] != kind.version) return std::unexpected(SealedError::kVersion);

  const crypto::Secret key = derived(device, kind.purpose);
  auto plain =
      crypto::open(key.bytes().first<crypto::kAeadKeySize>(), bytes.first(1), bytes.subspan(1));
  if (!plain) return std::unexpected(SealedError::kDamaged);
  return std::move(*plain);
}

std::expected<void, hal::StoreError> save_sealed(hal::Store& store, const hal::DeviceKey& device,
                                                 hal::Random& random, const SealedKind& kind,
                                                 std::span<const std::uint8_t> value) {
  const std::array version{kind.version};
  const crypto::Secret key = derived(device, kind.purpose);
  auto bytes = crypto::seal(key.bytes().first<crypto::kAeadKeySize>(), version, value, random);
  bytes.insert(bytes.begin(), kind.version);
  return store.save(kind.name, bytes);
}

}  // namespace gokey::vault
