// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret.h"
#include "hal/device_key.h"

namespace gokey::vault {

// The seed of the SSH host key that a token has by itself, Ed25519: the same before it is
// provisioned and after a factory reset.
[[nodiscard]] inline crypto::Secret derive_host_key(const hal::DeviceKey& device) {
  crypto::Secret seed(32);
  device.derive("gokey/ssh-host-key/v1", seed.writable().first<32>());
  return seed;
}

}  // namespace gokey::vault
