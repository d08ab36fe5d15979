// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The SSH keys with which this person can log in to a console: those of the ssh-agent and those in
// ~/.ssh; which of them a console takes; and how to make a new one.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/console.h"
#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/secret.h"

namespace gokeyctl {

struct SshIdentity {
  std::string type;                      // "ssh-ed25519"
  std::string fingerprint;               // "SHA256:…"
  std::string comment;                   // made printable
  std::vector<std::uint8_t> public_key;  // as it goes over the wire (RFC 4253, 6.6)
  bool in_agent = false;
  std::optional<std::filesystem::path> file;  // of the private key
  bool encrypted = false;  // the file asks for a passphrase: it serves only through the agent
  // Whether the library can log in with it as it is.
  [[nodiscard]] bool usable() const { return in_agent || (file && !encrypted); }
};

struct IdentityPlaces {
  std::string agent_socket;      // empty: there is no agent
  std::filesystem::path folder;  // "~/.ssh"
};
// SSH_AUTH_SOCK and ~/.ssh.
[[nodiscard]] GOKEYCTL_API IdentityPlaces default_identity_places();

// The agent's keys in its order, then those of the folder by name; a key in both comes once. What
// cannot be read or is of no kind that a token takes is left out.
[[nodiscard]] GOKEYCTL_API std::vector<SshIdentity> list_identities(const IdentityPlaces& places);

// The keys of the agent alone. kUnreachable if none answers, kProtocol.
[[nodiscard]] GOKEYCTL_API Result<std::vector<SshIdentity>> list_agent_identities(
    const std::string& agent_socket);

// The key in a file that the person chose. kSshAuth ("reason" identity-missing or
// identity-malformed), kNoPermission.
[[nodiscard]] GOKEYCTL_API Result<SshIdentity> identity_from_file(
    const std::filesystem::path& file);

enum class Acceptance : std::uint8_t { kAccepted, kRefused, kNotTried };
// Asks the console about each key without signing with it, so that nobody has to enter a passphrase
// or touch a key. Nothing is asked unless the console shows the host key with this fingerprint
// (kHostKey). As many answers as keys; kNotTried where the connection broke before.
[[nodiscard]] GOKEYCTL_API Result<std::vector<Acceptance>> try_identities(
    const Endpoint& console, std::string_view host_key_fingerprint,
    std::span<const SshIdentity> identities, std::chrono::milliseconds timeout);

// Makes an Ed25519 key: `file`, mode 0600, in OpenSSH's format, encrypted if a passphrase is given,
// and `file`.pub. Neither is ever overwritten (kUsage, "reason" exists). A folder that is missing
// is made, mode 0700.
[[nodiscard]] GOKEYCTL_API Result<SshIdentity> create_identity(const std::filesystem::path& file,
                                                               std::string_view comment,
                                                               const Secret* passphrase = nullptr);

}  // namespace gokeyctl
