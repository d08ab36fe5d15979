// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ssh_key.h"

#include <algorithm>
#include <array>

#include "wire/base64.h"

namespace gokey::wire {
namespace {

constexpr std::array<std::string_view, 7> kTypes{
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "ssh-rsa",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
};
constexpr std::size_t kMaxLine = std::size_t{16} * 1024;
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text = trimmed(text.substr(word.size()));
  return word;
}

}  // namespace

Result<std::string> ssh_key_type(Bytes blob) {
  Reader reader(blob);
  const auto size = reader.u32();
  if (!size) return std::unexpected(size.error());
  const auto type = reader.take(*size);
  if (!type) return std::unexpected(type.error());
  if (reader.empty()) return std::unexpected(WireError::kMalformed);
  return std::string(as_text(*type));
}

Result<std::optional<SshPublicKey>> parse_authorized_key(std::string_view line) {
  if (line.size() > kMaxLine) return std::unexpected(WireError::kTooLong);
  line = trimmed(line);
  if (line.empty() || line.front() == '#') return std::nullopt;

  SshPublicKey key;
  key.type = take_word(line);
  if (std::ranges::find(kTypes, key.type) == kTypes.end()) {
    return std::unexpected(WireError::kUnsupported);
  }
  auto blob = from_base64(take_word(line));
  if (!blob) return std::unexpected(blob.error());
  const auto type = ssh_key_type(*blob);
  if (!type) return std::unexpected(type.error());
  if (*type != key.type) return std::unexpected(WireError::kMalformed);
  key.blob = std::move(*blob);
  key.comment = line;
  return key;
}

}  // namespace gokey::wire
