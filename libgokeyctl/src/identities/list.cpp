// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <set>

#include "gokeyctl/identities.h"
#include "gokeyctl/text.h"
#include "identities/agent.h"
#include "transport/ssh/public_key.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;

// ~/.ssh holds a handful; a folder of thousands is none of ours to read through.
constexpr std::size_t kMostFiles = 200;

std::string environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::string() : std::string(value);
}

SshIdentity identity_of(const transport::PublicKey& key) {
  SshIdentity identity;
  identity.type = key.type;
  identity.fingerprint = key.fingerprint;
  identity.comment = printable(key.comment);
  identity.public_key = key.blob;
  return identity;
}

// Private keys by name: whatever has a public half beside it, and what ssh-keygen calls its keys.
std::set<fs::path> candidates(const fs::path& folder) {
  std::set<fs::path> found;
  std::error_code error;
  std::size_t seen = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (++seen > kMostFiles) break;
    fs::path path = entry.path();
    const bool is_public = path.extension() == ".pub";
    if (is_public) path.replace_extension();
    if (!is_public && !path.filename().string().starts_with("id_")) continue;
    if (fs::is_regular_file(path, error)) found.insert(path);
  }
  return found;
}

}  // namespace

IdentityPlaces default_identity_places() {
  const std::string home = environment("HOME");
  return {environment("SSH_AUTH_SOCK"), home.empty() ? fs::path() : fs::path(home) / ".ssh"};
}

Result<std::vector<SshIdentity>> list_agent_identities(const std::string& agent_socket) {
  const Result<std::vector<identities::AgentKey>> keys = identities::ask_agent(agent_socket);
  if (!keys) return std::unexpected(keys.error());
  std::vector<SshIdentity> found;
  for (const identities::AgentKey& key : *keys) {
    const Result<transport::PublicKey> known = transport::public_key_of(key.blob, key.comment);
    if (!known) continue;
    found.push_back(identity_of(*known));
    found.back().in_agent = true;
  }
  return found;
}

Result<SshIdentity> identity_from_file(const fs::path& file) {
  const Result<transport::PublicKey> key = transport::public_key_of(file);
  if (!key) return std::unexpected(key.error());
  SshIdentity identity = identity_of(*key);
  identity.file = file;
  identity.encrypted = key->encrypted;
  return identity;
}

std::vector<SshIdentity> list_identities(const IdentityPlaces& places) {
  std::vector<SshIdentity> found;
  if (!places.agent_socket.empty())
    found = list_agent_identities(places.agent_socket).value_or(std::vector<SshIdentity>{});
  if (places.folder.empty()) return found;
  for (const fs::path& file : candidates(places.folder)) {
    Result<SshIdentity> identity = identity_from_file(file);
    if (!identity) continue;
    const auto same = std::ranges::find(found, identity->public_key, &SshIdentity::public_key);
    if (same == found.end()) {
      found.push_back(std::move(*identity));
    } else if (!same->file) {
      same->file = identity->file;
      same->encrypted = identity->encrypted;
    }
  }
  return found;
}

}  // namespace gokeyctl
