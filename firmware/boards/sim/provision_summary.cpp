// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/provision_summary.h"

#include <algorithm>
#include <string_view>

#include "core/ssh/key.h"
#include "wire/hex.h"

namespace gokey::sim {
namespace {

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  result.resize(std::max(width, result.size()), ' ');
  return result;
}

std::string_view capability(vault::KeyUse use) {
  switch (use) {
    case vault::KeyUse::kSignature:
      return "signing";
    case vault::KeyUse::kDecryption:
      return "decryption";
    case vault::KeyUse::kAuthentication:
      return "authentication";
  }
  return {};
}

std::string key_line(vault::KeyUse use, const std::optional<vault::KeyInfo>& key) {
  const std::string label = "  " + padded(vault::short_name(use), 10);
  if (!key)
    return label + "none: the key file has no key for " + std::string(capability(use)) + "\n";
  return label + padded(vault::name(key->key.algorithm), 16) + wire::to_hex(key->fingerprint) +
         (key->has_passphrase ? "" : "  no passphrase: always unlocked") + "\n";
}

}  // namespace

std::string summarise(const std::string& state, std::array<std::uint8_t, 4> serial,
                      const vault::PublicRecord& record, const std::string& host_key) {
  std::string text = "token " + wire::to_upper_hex(serial) + " is provisioned\n";
  const bool pgp =
      std::ranges::any_of(record.keys, [](const auto& key) { return key.has_value(); });
  if (pgp) {
    text += "  primary   " + wire::to_hex(record.primary) + "\n";
    for (const vault::KeyUse use : vault::kAllUses)
      text += key_line(use, record.keys[vault::index(use)]);
  } else {
    text += "  no PGP key: the card is empty\n";
  }
  for (const auto& blob : record.authorized_keys) {
    const ssh::Key key = ssh::public_key_from_blob(blob);
    text +=
        "  user      " + (key ? ssh::fingerprint(*key) : "a kind that libssh does not know") + "\n";
  }
  if (record.authorized_keys.empty()) text += "  no SSH key: nobody can use the console\n";
  text += "  host key  " + host_key + "\n";
  return text + "next: gokey-sim --state " + state + " --ssh 127.0.0.1:2222\n";
}

}  // namespace gokey::sim
