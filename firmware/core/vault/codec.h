// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How values become bytes, in messages and in the record. Written twice: once to learn the size,
// once into memory of that size, so that secrets leave no copies behind in memory that grew.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto/secret.h"
#include "wire/bytes.h"

namespace gokey::vault {

class Encoder {
 public:
  Encoder() = default;  // only counts
  explicit Encoder(std::span<std::uint8_t> out) : out_(out), counting_(false) {}

  void number(std::uint64_t value, unsigned bytes) {
    for (unsigned i = bytes; i > 0; --i) put(static_cast<std::uint8_t>(value >> (8 * (i - 1))));
  }
  void u8(std::uint8_t value) { put(value); }
  void u16(std::uint16_t value) { number(value, 2); }
  void u32(std::uint32_t value) { number(value, 4); }
  void u64(std::uint64_t value) { number(value, 8); }
  void flag(bool value) { put(value ? 1 : 0); }
  template <typename E>
  void enumerator(E value) {
    put(static_cast<std::uint8_t>(value));
  }
  void fixed(wire::Bytes bytes) {
    for (const std::uint8_t byte : bytes) put(byte);
  }
  // With a length of four bytes before.
  void blob(wire::Bytes bytes) {
    u32(static_cast<std::uint32_t>(bytes.size()));
    fixed(bytes);
  }
  void text(std::string_view value) { blob(wire::as_bytes(value)); }

  [[nodiscard]] std::size_t size() const { return at_; }

 private:
  void put(std::uint8_t byte) {
    if (!counting_) out_[at_] = byte;
    ++at_;
  }

  std::span<std::uint8_t> out_;
  std::size_t at_ = 0;
  bool counting_ = true;
};

// The bytes that `write`, called with an Encoder, makes.
template <typename Write>
[[nodiscard]] crypto::Secret encoded(Write&& write) {
  Encoder counter;
  write(counter);
  crypto::Secret bytes(counter.size());
  Encoder encoder(bytes.writable());
  write(encoder);
  return bytes;
}

// Reads what an Encoder wrote. After the first wrong read everything is zero or empty and ok() is
// false, so that a value is read straight through and judged once at its end.
class Decoder {
 public:
  explicit Decoder(wire::Bytes bytes) : reader_(bytes) {}

  std::uint8_t u8() { return value(reader_.u8()); }
  std::uint16_t u16() { return value(reader_.u16()); }
  std::uint32_t u32() { return value(reader_.u32()); }
  std::uint64_t u64() { return value(reader_.u64()); }
  bool flag() { return up_to(1) == 1; }
  // An enumeration that counts from zero to `last`.
  template <typename E>
  E enumerator(E last) {
    return static_cast<E>(up_to(static_cast<std::uint8_t>(last)));
  }
  std::uint8_t up_to(std::uint8_t last) {
    const std::uint8_t number = u8();
    if (number <= last) return number;
    fail();
    return 0;
  }
  wire::Bytes fixed(std::size_t size) { return value(reader_.take(size)); }
  template <std::size_t N>
  void fixed(std::array<std::uint8_t, N>& out) {
    const wire::Bytes bytes = fixed(N);
    for (std::size_t i = 0; i < bytes.size(); ++i) out[i] = bytes[i];
  }
  wire::Bytes blob(std::size_t limit) {
    const std::uint32_t size = u32();
    if (size > limit) fail();
    return ok_ ? fixed(size) : wire::Bytes();
  }
  std::vector<std::uint8_t> bytes(std::size_t limit) {
    const wire::Bytes view = blob(limit);
    return {view.begin(), view.end()};
  }
  crypto::Secret secret(std::size_t limit) { return crypto::Secret::copy_of(blob(limit)); }
  std::string text(std::size_t limit) { return std::string(wire::as_text(blob(limit))); }

  void fail() { ok_ = false; }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return reader_.empty(); }
  // Everything was read, nothing is left.
  [[nodiscard]] bool finished() const { return ok_ && reader_.empty(); }

 private:
  template <typename T>
  T value(wire::Result<T> read) {
    if (!ok_ || !read) {
      fail();
      return T{};
    }
    return *read;
  }

  wire::Reader reader_;
  bool ok_ = true;
};

}  // namespace gokey::vault
