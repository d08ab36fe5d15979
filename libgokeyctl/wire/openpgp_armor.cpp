// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/openpgp_armor.h"

#include <string>

#include "wire/base64.h"

namespace gokey::wire {
namespace {

// Takes a line off the front, without its end (LF or CR LF) and without trailing blanks (RFC
// 4880 6.2).
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

bool is_boundary(std::string_view line, std::string_view word, std::string_view label) {
  if (!line.starts_with("-----") || !line.ends_with("-----") || line.size() < 10) return false;
  line = line.substr(5, line.size() - 10);
  return line.starts_with(word) && line.substr(word.size()) == label;
}

// Consumes everything up to the blank line that ends the armour headers.
bool skip_to_body(std::string_view& text, std::string_view label) {
  while (!text.empty()) {
    if (!is_boundary(take_line(text), "BEGIN ", label)) continue;
    while (!text.empty()) {
      const std::string_view header = take_line(text);
      if (header.empty()) return true;
      if (header.find(": ") == std::string_view::npos) return false;
    }
  }
  return false;
}

bool crc_matches(std::string_view line, Bytes bytes) {
  const auto crc = from_base64(line.substr(1));
  if (!crc || crc->size() != 3) return false;
  const std::uint32_t stated = static_cast<std::uint32_t>((*crc)[0]) << 16U |
                               static_cast<std::uint32_t>((*crc)[1]) << 8U | (*crc)[2];
  return stated == openpgp_crc24(bytes);
}

}  // namespace

bool is_binary_openpgp(Bytes file) { return !file.empty() && (file[0] & 0x80U) != 0; }

std::uint32_t openpgp_crc24(Bytes bytes) {
  std::uint32_t crc = 0xB704CE;
  for (const std::uint8_t byte : bytes) {
    crc ^= static_cast<std::uint32_t>(byte) << 16U;
    for (int i = 0; i < 8; ++i) crc = (crc << 1U) ^ ((crc & 0x800000U) != 0 ? 0x1864CFBU : 0U);
  }
  return crc & 0xFFFFFFU;
}

Result<std::vector<std::uint8_t>> remove_openpgp_armor(std::string_view text,
                                                       std::string_view label) {
  if (text.size() > 2 * kMaxOpenPgpFile) return std::unexpected(WireError::kTooLong);
  if (!skip_to_body(text, label)) return std::unexpected(WireError::kTruncated);

  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 4 * 3);  // does not grow, because growing would leave copies behind
  bool ended = false;                  // padding or CRC seen: no more data may follow
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (is_boundary(line, "END ", label)) return bytes;
    if (line.empty()) continue;
    if (line[0] == '=' && line.size() == 5) {
      if (!crc_matches(line, bytes)) return std::unexpected(WireError::kChecksum);
      ended = true;
      continue;
    }
    if (ended) return std::unexpected(WireError::kMalformed);
    const auto piece = from_base64(line);
    // A file cut off in the middle of a line is truncated, not malformed.
    if (!piece)
      return std::unexpected(text.empty() ? WireError::kTruncated : WireError::kMalformed);
    bytes.insert(bytes.end(), piece->begin(), piece->end());
    ended = line.ends_with('=');
    if (bytes.size() > kMaxOpenPgpFile) return std::unexpected(WireError::kTooLong);
  }
  return std::unexpected(WireError::kTruncated);
}

}  // namespace gokey::wire
