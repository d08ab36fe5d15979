// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Public halves of SSH keys, and new keys.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/secret.h"
#include "transport/ssh/identity.h"

namespace gokeyctl::transport {

struct PublicKey {
  std::string type;                // "ssh-ed25519"
  std::vector<std::uint8_t> blob;  // RFC 4253, 6.6
  std::string fingerprint;         // "SHA256:…"
  std::string comment;             // as it was found
  bool encrypted = false;          // of a file: its private half asks for a passphrase
};

// kUnsupported for a kind that libssh does not know.
[[nodiscard]] Result<PublicKey> public_key_of(std::span<const std::uint8_t> blob,
                                              std::string_view comment);
// Of a private key's file, from FILE.pub if that is there. kSshAuth, kNoPermission.
[[nodiscard]] Result<PublicKey> public_key_of(const std::filesystem::path& file);

// For libssh. kUnsupported.
[[nodiscard]] Result<Key> import_public_key(std::span<const std::uint8_t> blob);

struct NewKey {
  Secret private_file;      // in OpenSSH's format
  std::string public_line;  // "ssh-ed25519 AAAA…"
};
[[nodiscard]] Result<NewKey> make_ed25519(const Secret* passphrase);

}  // namespace gokeyctl::transport
