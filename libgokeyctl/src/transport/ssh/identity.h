// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <libssh/libssh.h>

#include "gokeyctl/error.h"

namespace gokeyctl::transport {

struct FreeKey {
  void operator()(ssh_key key) const { ssh_key_free(key); }
};
using Key = std::unique_ptr<std::remove_pointer_t<ssh_key>, FreeKey>;

// An unencrypted private key file. kSshAuth: encrypted (details.reason "identity-encrypted"),
// missing or not a key; kNoPermission.
[[nodiscard]] Result<Key> read_identity(const std::filesystem::path& file);

}  // namespace gokeyctl::transport
