// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// SSH keys as libssh holds them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/crypto/secret.h"

struct ssh_key_struct;

namespace gokey::ssh {

struct KeyDeleter {
  void operator()(ssh_key_struct* key) const;
};
using Key = std::unique_ptr<ssh_key_struct, KeyDeleter>;

// "SHA256:…" as ssh-keygen -l prints it; empty if libssh cannot tell.
[[nodiscard]] std::string fingerprint(const ssh_key_struct& key);

// An Ed25519 key from its 32-byte seed (RFC 8032, 5.1.5). Null if the length is another.
[[nodiscard]] Key host_key_from_seed(std::span<const std::uint8_t> seed);
// A private key as PEM text without a passphrase, as ssh-keygen writes it. Null if libssh cannot
// read it.
[[nodiscard]] Key host_key_from_pem(std::span<const std::uint8_t> pem);
// A public key blob, RFC 4253 6.6. Null if it is of no kind that may log in.
[[nodiscard]] Key public_key_from_blob(std::span<const std::uint8_t> blob);

// Who may log in.
class AuthorizedKeys {
 public:
  // Anybody who has a key: the factory state.
  [[nodiscard]] static AuthorizedKeys anybody() { return {}; }
  // The owners of these keys (blobs, RFC 4253 6.6). Blobs of an unknown kind are left out.
  [[nodiscard]] static AuthorizedKeys owners(std::span<const std::vector<std::uint8_t>> blobs);
  [[nodiscard]] bool allows(const ssh_key_struct& key) const;

 private:
  std::optional<std::vector<Key>> keys_;  // none: anybody
};

}  // namespace gokey::ssh
