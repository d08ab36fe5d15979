// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ssh_key.h"

#include <algorithm>
#include <array>
#include <bit>

#include "wire/base64.h"

namespace gokey::wire {
namespace {

// The fields that follow a type.
enum class Fields : std::uint8_t {
  kEd25519,  // RFC 8709, 4: the key
  kEcdsa,    // RFC 5656, 3.1: the curve, the point
  kRsa,      // RFC 4253, 6.6: e, n
};

struct Type {
  std::string_view name;
  Fields fields;
  std::string_view curve;
  std::size_t size;   // of an Ed25519 key or an uncompressed point
  bool security_key;  // OpenSSH's PROTOCOL.u2f: followed by the application
};

constexpr std::array<Type, 7> kTypes{{
    {"ssh-ed25519", Fields::kEd25519, "", 32, false},
    {"ecdsa-sha2-nistp256", Fields::kEcdsa, "nistp256", 65, false},
    {"ecdsa-sha2-nistp384", Fields::kEcdsa, "nistp384", 97, false},
    {"ecdsa-sha2-nistp521", Fields::kEcdsa, "nistp521", 133, false},
    {"ssh-rsa", Fields::kRsa, "", 0, false},
    {"sk-ssh-ed25519@openssh.com", Fields::kEd25519, "", 32, true},
    {"sk-ecdsa-sha2-nistp256@openssh.com", Fields::kEcdsa, "nistp256", 65, true},
}};
constexpr std::uint8_t kUncompressed = 0x04;  // SEC 1, 2.3.3
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

// RFC 4251, 5.
Result<Bytes> take_string(Reader& reader) {
  const auto size = reader.u32();
  if (!size) return std::unexpected(size.error());
  return reader.take(*size);
}

// RFC 4251, 5: an mpint above zero, without its sign's zero.
Result<Bytes> take_positive(Reader& reader) {
  const auto number = take_string(reader);
  if (!number) return std::unexpected(number.error());
  const bool padded = !number->empty() && number->front() == 0;
  const Bytes digits = number->subspan(padded ? 1 : 0);
  constexpr std::uint8_t kSign = 0x80;
  if (digits.empty() || digits.front() == 0 || ((digits.front() & kSign) != 0) != padded) {
    return std::unexpected(WireError::kMalformed);
  }
  return digits;
}

std::size_t bits_of(Bytes digits) {
  return (digits.size() - 1) * 8 + static_cast<std::size_t>(std::bit_width(digits.front()));
}

Result<void> check_rsa(Reader& reader) {
  const auto exponent = take_positive(reader);
  if (!exponent) return std::unexpected(exponent.error());
  const auto modulus = take_positive(reader);
  if (!modulus) return std::unexpected(modulus.error());
  const auto is_odd = [](Bytes digits) { return (digits.back() & 1) != 0; };
  if (!is_odd(*exponent) || !is_odd(*modulus)) return std::unexpected(WireError::kMalformed);
  const std::size_t bits = bits_of(*modulus);
  const std::size_t exponent_bits = bits_of(*exponent);  // with 1 anybody could sign
  if (bits < kSmallestRsaModulus || bits > kLargestRsaModulus || exponent_bits < 2 ||
      exponent_bits > kLargestRsaExponent) {
    return std::unexpected(WireError::kUnsupported);
  }
  return {};
}

Result<void> check_fields(Reader& reader, const Type& type) {
  if (type.fields == Fields::kRsa) return check_rsa(reader);
  if (type.fields == Fields::kEcdsa) {
    const auto curve = take_string(reader);
    if (!curve) return std::unexpected(curve.error());
    if (as_text(*curve) != type.curve) return std::unexpected(WireError::kMalformed);
  }
  const auto key = take_string(reader);
  if (!key) return std::unexpected(key.error());
  if (key->size() != type.size) return std::unexpected(WireError::kMalformed);
  if (type.fields == Fields::kEcdsa && key->front() != kUncompressed) {
    return std::unexpected(WireError::kMalformed);
  }
  if (!type.security_key) return {};
  const auto application = take_string(reader);
  if (!application) return std::unexpected(application.error());
  return {};
}

Result<void> check_blob(Bytes blob, const Type& type) {
  Reader reader(blob);
  const auto name = take_string(reader);
  if (!name) return std::unexpected(name.error());
  if (as_text(*name) != type.name) return std::unexpected(WireError::kMalformed);
  if (const auto fields = check_fields(reader, type); !fields) return fields;
  if (!reader.empty()) return std::unexpected(WireError::kMalformed);
  return {};
}

}  // namespace

Result<std::string> ssh_key_type(Bytes blob) {
  Reader reader(blob);
  const auto type = take_string(reader);
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
  const auto* const type = std::ranges::find(kTypes, key.type, &Type::name);
  if (type == kTypes.end()) return std::unexpected(WireError::kUnsupported);
  auto blob = from_base64(take_word(line));
  if (!blob) return std::unexpected(blob.error());
  if (const auto checked = check_blob(*blob, *type); !checked) {
    return std::unexpected(checked.error());
  }
  key.blob = std::move(*blob);
  key.comment = line;
  return key;
}

}  // namespace gokey::wire
