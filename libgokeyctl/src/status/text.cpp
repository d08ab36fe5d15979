// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
// The status page of the original firmware: two blocks of labelled lines. Labels repeat in both, so
// each line is read in the light of the block it stands in.
#include "gokeyctl/text.h"

#include <charconv>
#include <optional>
#include <type_traits>
#include <vector>

#include "base/hex.h"
#include "gokeyctl/status.h"

namespace gokeyctl {
namespace {

constexpr std::size_t kMaxSize = 64 * 1024;
constexpr std::size_t kMaxLine = 512;
constexpr std::size_t kMaxUnrecognised = 64;

Error malformed(Sentence why) {
  return Error{.code = Code::kProtocol,
               .message = say("{}: {}", say("understand the token's status"), std::move(why)),
               .hint = {},
               .details = {{"reason", "malformed"}},
               .cause = nullptr};
}

struct Field {
  std::string_view label, value;
};

// "Serial number ..........: 0A0B0C0D": the label without its dots, the value without trailing
// blanks.
std::optional<Field> split_field(std::string_view line) {
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view label = line.substr(0, colon);
  while (!label.empty() && (label.back() == '.' || label.back() == ' ')) label.remove_suffix(1);
  while (!label.empty() && label.front() == ' ') label.remove_prefix(1);
  std::string_view value = line.substr(colon + 2);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if (label.empty()) return std::nullopt;
  return Field{label, value};
}

// "------ OpenPGP smartcard ----" gives "OpenPGP smartcard".
std::optional<std::string_view> block_title(std::string_view line) {
  if (!line.starts_with("--------") || !line.ends_with(" ----")) return std::nullopt;
  const auto begin = line.find_first_not_of('-');
  line.remove_suffix(5);
  if (begin == std::string_view::npos || begin + 1 >= line.size()) return std::nullopt;
  return line.substr(begin + 1);
}

std::optional<bool> truth(std::string_view value) {
  if (value == "true") return true;
  if (value == "false") return false;
  return std::nullopt;
}

std::optional<std::uint32_t> number(std::string_view value) {
  std::uint32_t out = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return out;
}

// Groups of hex digits with blanks between them; 40 digits in all.
std::optional<std::string> fingerprint(std::string_view value) {
  std::string digits;
  for (const char c : value) {
    if (c != ' ') digits += c;
  }
  if (digits.size() != 40 || !base::is_hex(digits)) return std::nullopt;
  return base::lower(digits);
}

class PageReader {
 public:
  // False: the line is of this block but its value makes no sense.
  bool line(std::string_view text) {
    if (const auto title = block_title(text)) return open_block(*title);
    if (block_ == Block::kNone) return true;  // an echo, a banner: before the page
    const auto field = split_field(text);
    if (!field) return unrecognised(text);
    if (block_ == Block::kOpenPgp) return openpgp(*field, text);
    if (block_ == Block::kFido) return fido(*field, text);
    return unrecognised(text);
  }

  Result<TokenStatus> finish() && {
    if (!serial_seen_) return std::unexpected(malformed(say("'{}' is missing", "Serial number")));
    if (!initialised_seen_)
      return std::unexpected(malformed(say("'{}' is missing", "Initialized")));
    status_.token.dialect = Dialect::kClassic;
    return std::move(status_);
  }

 private:
  enum class Block { kNone, kOpenPgp, kFido, kOther };

  bool open_block(std::string_view title) {
    key_ = nullptr;
    block_ = title == "OpenPGP smartcard" ? Block::kOpenPgp
             : title == "U2F token"       ? Block::kFido
                                          : Block::kOther;
    if (block_ == Block::kOpenPgp) {  // a page that comes twice: the later one counts
      status_.openpgp = {};
      status_.openpgp.keys.reserve(3);
      serial_seen_ = initialised_seen_ = false;
    }
    return block_ != Block::kOther || unrecognised(title);
  }

  bool unrecognised(std::string_view text) {
    if (text.find_first_not_of(' ') == std::string_view::npos) return true;
    if (status_.unrecognised.size() < kMaxUnrecognised)
      status_.unrecognised.push_back(printable(text));
    return true;
  }

  template <typename T, typename U>
  static bool store(T& into, const std::optional<U>& value) {
    if (!value) return false;
    if constexpr (std::is_same_v<T, std::optional<U>>) {
      into = value;
    } else {
      into = *value;
    }
    return true;
  }

  bool openpgp(const Field& field, std::string_view text) {
    TokenStatus::OpenPgp& card = status_.openpgp;
    if (field.label == "encrypted")
      return key_ != nullptr && store(key_->locked, truth(field.value));
    key_ = nullptr;
    if (field.label == "Initialized") {
      initialised_seen_ = true;
      return store(card.initialised, truth(field.value));
    }
    if (field.label == "Secure storage") return store(card.secure_storage, truth(field.value));
    if (field.label == "Serial number") return serial(field.value);
    if (field.label == "Digital signature count")
      return store(card.signatures, number(field.value));
    if (field.label == "Secret key") return true;
    if (field.label == "Signature subkey") return subkey(KeyUse::kSignature, field.value);
    if (field.label == "Decryption subkey") return subkey(KeyUse::kDecryption, field.value);
    if (field.label == "Authentication subkey") return subkey(KeyUse::kAuthentication, field.value);
    return unrecognised(text);
  }

  bool serial(std::string_view value) {
    serial_seen_ = true;
    status_.token.serial = base::upper(value);
    return value.size() == 8 && base::is_hex(value);
  }

  bool subkey(KeyUse use, std::string_view value) {
    if (value == "missing") return true;
    auto digits = fingerprint(value);
    if (!digits || status_.key(use) != nullptr) return false;
    KeyStatus key;
    key.use = use;
    key.fingerprint = std::move(*digits);
    status_.openpgp.keys.push_back(std::move(key));
    key_ = &status_.openpgp.keys.back();
    return true;
  }

  bool fido(const Field& field, std::string_view text) {
    TokenStatus::Fido& token = status_.fido;
    if (field.label == "Initialized") return store(token.initialised, truth(field.value));
    if (field.label == "Secure storage") return store(token.secure_storage, truth(field.value));
    if (field.label == "User presence test") return store(token.presence_test, truth(field.value));
    if (field.label == "Counter") {
      token.counter = number(field.value);  // "N/A" or an error's text: not known
      return true;
    }
    if (field.label == "Attestation certificate") {
      if (field.value == "missing") return true;
      return store(token.certificate_sha1, fingerprint(field.value));
    }
    return unrecognised(text);
  }

  TokenStatus status_;
  Block block_ = Block::kNone;
  KeyStatus* key_ = nullptr;  // the subkey whose "encrypted" line may follow; keys has room for
                              // three and never moves
  bool serial_seen_ = false;
  bool initialised_seen_ = false;
};

}  // namespace

Result<TokenStatus> parse_status_text(std::string_view text) {
  if (text.size() > kMaxSize) return std::unexpected(malformed(say("longer than 64 KiB")));
  PageReader reader;
  const std::string plain = printable(text, kMaxSize, LineEnds::kKeep);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.size() > kMaxLine)
      return std::unexpected(malformed(say("a line is longer than 512 bytes")));
    if (!reader.line(line))
      return std::unexpected(malformed(say("the line '{}' makes no sense", printable(line, 80))));
  }
  return std::move(reader).finish();
}

}  // namespace gokeyctl
