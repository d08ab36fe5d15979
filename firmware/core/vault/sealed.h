// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Values in storage that only this device can read and that nobody else can write.
#pragma once

#include <expected>
#include <string_view>

#include "core/crypto/secret.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "hal/store.h"

namespace gokey::vault {

// A value's name in the store, the purpose its key is derived for, and the version of its content.
struct SealedKind {
  std::string_view name;
  std::string_view purpose;
  std::uint8_t version;
};

enum class SealedError : std::uint8_t {
  kMissing,
  kStore,    // the medium could not be read
  kVersion,  // sealed by another version of the firmware
  kForeign,  // the whole store is another device's
  kDamaged,  // not what was sealed, or sealed by another device
};

[[nodiscard]] std::expected<crypto::Secret, SealedError> load_sealed(hal::Store& store,
                                                                     const hal::DeviceKey& device,
                                                                     const SealedKind& kind);
[[nodiscard]] std::expected<void, hal::StoreError> save_sealed(hal::Store& store,
                                                               const hal::DeviceKey& device,
                                                               hal::Random& random,
                                                               const SealedKind& kind,
                                                               std::span<const std::uint8_t> value);

}  // namespace gokey::vault
