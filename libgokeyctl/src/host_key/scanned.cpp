// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <utility>

#include "gokeyctl/host_key.h"
#include "host_key/forms.h"
#include "host_key/words.h"

namespace gokeyctl {
namespace {

using namespace host_key;

// More than any form of one key; a whole file pasted by mistake is no key.
constexpr std::size_t kLongest = 4096;
constexpr std::size_t kSerialDigits = 8;

Error not_a_host_key() {
  return Error{Code::kUsage,
               say("this is no host key"),
               say("paste the scanned text, a fingerprint that begins with SHA256:, or the twelve "
                   "words"),
               {{"reason", "not-a-host-key"}},
               nullptr};
}

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_base64(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '/';
}

// The 43 characters at the start of `text`, with blanks or line ends between their groups.
std::optional<std::string> fingerprint_at(std::string_view text) {
  std::string fingerprint(kPrefix);
  const std::size_t whole = kPrefix.size() + kDigestCharacters;
  std::size_t at = 0;
  while (at < text.size() && fingerprint.size() < whole) {
    const char c = text[at++];
    if (is_space(c)) continue;
    if (!is_base64(c)) return std::nullopt;
    fingerprint += c;
  }
  const bool goes_on = at < text.size() && (is_base64(text[at]) || text[at] == '=');
  if (goes_on || !digest_of(fingerprint)) return std::nullopt;
  return fingerprint;
}

// "GoKey A1B2C3D4 " before the fingerprint.
std::optional<std::string> serial_in(std::string_view head) {
  const std::size_t name = head.find(kName);
  if (name == std::string_view::npos) return std::nullopt;
  std::string serial;
  for (const char c : head.substr(name + kName.size())) {
    if (is_space(c)) continue;
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
    serial += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (serial.size() != kSerialDigits) return std::nullopt;
  return serial;
}

std::optional<std::array<std::string, kHostKeyWords>> words_in(std::string_view text) {
  std::array<std::string, kHostKeyWords> words;
  std::size_t count = 0;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return true;
    if (count == words.size() || !std::ranges::binary_search(kWords, word, {}, &Word::view))
      return false;
    words[count++] = std::exchange(word, {});
    return true;
  };
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if ((!is_space(c) && c != ',') || !take()) {
      return std::nullopt;
    }
  }
  if (!take() || count != words.size()) return std::nullopt;
  return words;
}

}  // namespace

Result<ScannedHostKey> parse_scanned_host_key(std::string_view text) {
  if (text.size() > kLongest) return std::unexpected(not_a_host_key());
  ScannedHostKey scanned;
  const std::size_t prefix = text.find(kPrefix);
  if (prefix == std::string_view::npos) {
    scanned.words = words_in(text);
    if (!scanned.words) return std::unexpected(not_a_host_key());
    return scanned;
  }
  const std::string_view rest = text.substr(prefix + kPrefix.size());
  if (rest.find(kPrefix) != std::string_view::npos) return std::unexpected(not_a_host_key());
  scanned.fingerprint = fingerprint_at(rest);
  if (!scanned.fingerprint) return std::unexpected(not_a_host_key());
  scanned.serial = serial_in(text.substr(0, prefix));
  return scanned;
}

Result<bool> is_scanned_host_key(std::string_view fingerprint, std::string_view scanned) {
  const Result<ScannedHostKey> parsed = parse_scanned_host_key(scanned);
  if (!parsed) return std::unexpected(parsed.error());
  const ScannedHostKey& other = *parsed;
  if (other.fingerprint) return *other.fingerprint == fingerprint;
  const auto words = host_key_words(fingerprint);
  if (!words) return std::unexpected(words.error());
  return other.words && *words == *other.words;
}

}  // namespace gokeyctl
