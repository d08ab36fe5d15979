// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Checked reading and writing of byte sequences. Everything that parses bytes from outside goes
// through Reader: it never reads past its span and says so with WireError::kTruncated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wire/result.h"

namespace gokey::wire {

using Bytes = std::span<const std::uint8_t>;

// The bytes of a text, as a span over the same memory.
[[nodiscard]] inline Bytes as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// The text in a byte span, as a view over the same memory. No encoding is checked.
[[nodiscard]] inline std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Consumes a span from its front. A failed read consumes nothing.
class Reader {
 public:
  explicit Reader(Bytes input) : rest_(input) {}

  [[nodiscard]] std::size_t remaining() const { return rest_.size(); }
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] Bytes rest() const { return rest_; }

  [[nodiscard]] Result<Bytes> take(std::size_t count) {
    if (count > rest_.size()) return std::unexpected(WireError::kTruncated);
    const Bytes taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
  }
  // Big-endian, as ISO 7816, OpenPGP, SSH and CTAPHID have it.
  [[nodiscard]] Result<std::uint8_t> u8() { return big_endian<std::uint8_t>(); }
  [[nodiscard]] Result<std::uint16_t> u16() { return big_endian<std::uint16_t>(); }
  [[nodiscard]] Result<std::uint32_t> u32() { return big_endian<std::uint32_t>(); }
  [[nodiscard]] Result<std::uint64_t> u64() { return big_endian<std::uint64_t>(); }

 private:
  template <typename T>
  Result<T> big_endian() {
    if (rest_.size() < sizeof(T)) return std::unexpected(WireError::kTruncated);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) value = (value << 8) | rest_[i];
    rest_ = rest_.subspan(sizeof(T));
    return static_cast<T>(value);
  }

  Bytes rest_;
};

// Appends to a growing buffer, big-endian.
class Writer {
 public:
  Writer& u8(std::uint8_t value) { return big_endian(value, 1); }
  Writer& u16(std::uint16_t value) { return big_endian(value, 2); }
  Writer& u32(std::uint32_t value) { return big_endian(value, 4); }
  Writer& u64(std::uint64_t value) { return big_endian(value, 8); }
  Writer& bytes(Bytes more) {
    buffer_.insert(buffer_.end(), more.begin(), more.end());
    return *this;
  }
  Writer& text(std::string_view more) { return bytes(as_bytes(more)); }

  [[nodiscard]] const std::vector<std::uint8_t>& buffer() const { return buffer_; }
  [[nodiscard]] std::vector<std::uint8_t> release() { return std::move(buffer_); }

 private:
  Writer& big_endian(std::uint64_t value, unsigned count) {
    for (unsigned i = count; i > 0; --i) {
      buffer_.push_back(static_cast<std::uint8_t>(value >> (8 * (i - 1))));
    }
    return *this;
  }

  std::vector<std::uint8_t> buffer_;
};

}  // namespace gokey::wire
