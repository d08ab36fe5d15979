// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "host_key/forms.h"

#include <algorithm>

#include "gokeyctl/host_key.h"
#include "host_key/words.h"
#include "wire/base64.h"

namespace gokeyctl {
namespace {

using namespace host_key;

constexpr unsigned kBitsPerWord = 11;
constexpr std::size_t kGroup = 5;

Result<std::vector<std::uint8_t>> digest_or_error(std::string_view fingerprint) {
  auto digest = digest_of(fingerprint);
  if (digest) return std::move(*digest);
  return std::unexpected(Error{Code::kUsage,
                               say("'{}' is no SHA256 fingerprint", fingerprint),
                               "",
                               {{"reason", "not-a-fingerprint"}},
                               nullptr});
}

// The bits from `first` on, most significant first.
std::size_t bits_at(const std::vector<std::uint8_t>& bytes, std::size_t first, unsigned count) {
  std::size_t value = 0;
  for (std::size_t bit = first; bit < first + count; ++bit)
    value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1U);
  return value;
}

}  // namespace

namespace host_key {

std::optional<std::vector<std::uint8_t>> digest_of(std::string_view fingerprint) {
  if (!fingerprint.starts_with(kPrefix)) return std::nullopt;
  fingerprint.remove_prefix(kPrefix.size());
  if (fingerprint.size() != kDigestCharacters) return std::nullopt;
  auto digest = gokey::wire::from_base64(std::string(fingerprint) + "=");
  if (!digest) return std::nullopt;
  return std::move(*digest);
}

}  // namespace host_key

Result<std::array<std::string, kHostKeyWords>> host_key_words(std::string_view fingerprint) {
  const auto digest = digest_or_error(fingerprint);
  if (!digest) return std::unexpected(digest.error());
  std::array<std::string, kHostKeyWords> words;
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] = kWords[bits_at(*digest, i * kBitsPerWord, kBitsPerWord)].view();
  return words;
}

Result<std::vector<std::string>> fingerprint_groups(std::string_view fingerprint) {
  if (const auto digest = digest_or_error(fingerprint); !digest)
    return std::unexpected(digest.error());
  std::vector<std::string> groups;
  for (std::string_view rest = fingerprint.substr(kPrefix.size()); !rest.empty();
       rest.remove_prefix(std::min(kGroup, rest.size())))
    groups.emplace_back(rest.substr(0, kGroup));
  return groups;
}

std::string host_key_text(std::string_view serial, std::string_view fingerprint) {
  std::string text(kName);
  if (!serial.empty()) text += " " + std::string(serial);
  return text + " " + std::string(fingerprint);
}

}  // namespace gokeyctl
