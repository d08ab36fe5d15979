// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// CTAP2 canonical CBOR (CTAP 2.1, 8): integers as short as possible, definite lengths, map keys
// sorted and unique, no tags, at most four levels of maps and arrays. Of simple values there are
// false, true and null; floating-point numbers do not occur in CTAP.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

inline constexpr unsigned kMaxCborDepth = 4;

// One value inside bytes that were found canonical as a whole: a view, nothing is copied or
// allocated, whatever lengths the input declares.
class CborValue {
 public:
  enum class Type : std::uint8_t {
    kUnsigned,
    kNegative,
    kBytes,
    kText,
    kArray,
    kMap,
    kBoolean,
    kNull,
  };

  [[nodiscard]] Type type() const;
  // The value's own encoding.
  [[nodiscard]] Bytes encoding() const { return encoding_; }

  // Each is nothing if the value is of another type, or an integer does not fit.
  [[nodiscard]] std::optional<std::uint64_t> unsigned_integer() const;
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  [[nodiscard]] std::optional<Bytes> bytes() const;
  // Not checked to be UTF-8.
  [[nodiscard]] std::optional<std::string_view> text() const;
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] bool is_map() const { return type() == Type::kMap; }
  [[nodiscard]] bool is_array() const { return type() == Type::kArray; }

  // Elements of an array, pairs of a map; 0 for everything else.
  [[nodiscard]] std::size_t size() const;
  // The value under a key of a map; nothing also if this is no map.
  [[nodiscard]] std::optional<CborValue> find(std::int64_t key) const;
  [[nodiscard]] std::optional<CborValue> find(std::string_view key) const;

  // Walks through the elements of an array, or the keys and values of a map in turn:
  //   for (auto rest = value.children(); auto child = rest.next();) …
  class Children {
   public:
    explicit Children(Bytes encodings) : rest_(encodings) {}
    [[nodiscard]] std::optional<CborValue> next();

   private:
    Bytes rest_;
  };
  [[nodiscard]] Children children() const;

 private:
  friend Result<CborValue> parse_cbor_prefix(Bytes input);
  explicit CborValue(Bytes encoding) : encoding_(encoding) {}

  Bytes encoding_;
};

// Exactly one canonical value. kTruncated: it does not end; kMalformed: not canonical, nested too
// deeply, or followed by more bytes; kUnsupported: tags, floats, other simple values.
[[nodiscard]] Result<CborValue> parse_cbor(Bytes input);
// The same, with anything behind it.
[[nodiscard]] Result<CborValue> parse_cbor_prefix(Bytes input);

// Writes values one after the other. The caller writes as many elements as it announced, and the
// keys of a map in CTAP2's order: integers 0, 1, 2 … -1, -2 …, then texts, the shorter ones first.
class CborWriter {
 public:
  CborWriter& integer(std::int64_t value);
  CborWriter& bytes(Bytes value);
  CborWriter& text(std::string_view value);
  CborWriter& boolean(bool value);
  CborWriter& array(std::size_t elements);
  CborWriter& map(std::size_t pairs);
  // A complete value that was encoded before.
  CborWriter& raw(Bytes encoding);

  [[nodiscard]] const std::vector<std::uint8_t>& buffer() const { return out_.buffer(); }
  [[nodiscard]] std::vector<std::uint8_t> release() { return out_.release(); }

 private:
  CborWriter& head(std::uint8_t major, std::uint64_t argument);

  Writer out_;
};

}  // namespace gokey::wire
