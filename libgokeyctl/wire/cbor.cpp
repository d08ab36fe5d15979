// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/cbor.h"

#include <algorithm>
#include <limits>

namespace gokey::wire {
namespace {

// RFC 8949, 3.1.
enum Major : std::uint8_t {
  kUnsigned = 0,
  kNegative = 1,
  kByteString = 2,
  kTextString = 3,
  kArray = 4,
  kMap = 5,
  kTag = 6,
  kSimple = 7,
};
constexpr std::uint64_t kFalse = 20;
constexpr std::uint64_t kTrue = 21;
constexpr std::uint64_t kNull = 22;

struct Head {
  std::uint8_t major = 0;
  std::uint64_t argument = 0;
};

template <typename T>
Result<std::uint64_t> longer(Result<T> read, std::uint64_t shorter_limit) {
  if (!read) return std::unexpected(read.error());
  if (*read <= shorter_limit) return std::unexpected(WireError::kMalformed);
  return static_cast<std::uint64_t>(*read);
}

Result<std::uint64_t> read_argument(Reader& reader, std::uint8_t info) {
  if (info < 24) return info;
  switch (info) {
    case 24:
      return longer(reader.u8(), 23);
    case 25:
      return longer(reader.u16(), 0xFF);
    case 26:
      return longer(reader.u32(), 0xFFFF);
    case 27:
      return longer(reader.u64(), 0xFFFF'FFFF);
    default:  // reserved, or an indefinite length
      return std::unexpected(WireError::kMalformed);
  }
}

Result<Head> read_head(Reader& reader) {
  const auto initial = reader.u8();
  if (!initial) return std::unexpected(initial.error());
  const std::uint8_t major = *initial >> 5U;
  const std::uint8_t info = *initial & 0x1FU;
  if (major == kTag) return std::unexpected(WireError::kUnsupported);
  if (major == kSimple) {
    if (info == 31) return std::unexpected(WireError::kMalformed);
    if (info < kFalse || info > kNull) return std::unexpected(WireError::kUnsupported);
    return Head{major, info};
  }
  const auto argument = read_argument(reader, info);
  if (!argument) return std::unexpected(argument.error());
  return Head{major, *argument};
}

// CTAP 2.1, 8: by major type, then the shorter one first, then byte by byte.
bool sorts_before(Bytes a, Bytes b) {
  const unsigned major_a = a[0] >> 5U;
  const unsigned major_b = b[0] >> 5U;
  if (major_a != major_b) return major_a < major_b;
  if (a.size() != b.size()) return a.size() < b.size();
  return std::ranges::lexicographical_compare(a, b);
}

Result<void> check(Reader& reader, unsigned levels);

Result<void> check_map(Reader& reader, std::uint64_t pairs, unsigned levels) {
  Bytes last;
  for (std::uint64_t i = 0; i < pairs; ++i) {
    const Bytes before = reader.rest();
    if (auto key = check(reader, levels); !key) return key;
    const Bytes key = before.first(before.size() - reader.remaining());
    if (!last.empty() && !sorts_before(last, key)) return std::unexpected(WireError::kMalformed);
    last = key;
    if (auto value = check(reader, levels); !value) return value;
  }
  return {};
}

// Consumes one value that may hold `levels` more levels of maps and arrays. A declared length costs
// nothing by itself: the loops end with the input.
Result<void> check(Reader& reader, unsigned levels) {
  const auto head = read_head(reader);
  if (!head) return std::unexpected(head.error());
  switch (head->major) {
    case kByteString:
    case kTextString: {
      if (head->argument > reader.remaining()) return std::unexpected(WireError::kTruncated);
      const auto content = reader.take(static_cast<std::size_t>(head->argument));
      if (!content) return std::unexpected(content.error());
      return {};
    }
    case kArray:
      if (levels == 0) return std::unexpected(WireError::kMalformed);
      for (std::uint64_t i = 0; i < head->argument; ++i) {
        if (auto element = check(reader, levels - 1); !element) return element;
      }
      return {};
    case kMap:
      if (levels == 0) return std::unexpected(WireError::kMalformed);
      return check_map(reader, head->argument, levels - 1);
    default:
      return {};
  }
}

// Of bytes that were checked.
Head head_of(Reader& reader) { return read_head(reader).value_or(Head{}); }
Head head_of(Bytes encoding) {
  Reader reader(encoding);
  return head_of(reader);
}

Bytes content_of(Bytes encoding) {
  Reader reader(encoding);
  static_cast<void>(head_of(reader));
  return reader.rest();
}

}  // namespace

Result<CborValue> parse_cbor_prefix(Bytes input) {
  Reader reader(input);
  if (auto checked = check(reader, kMaxCborDepth); !checked) {
    return std::unexpected(checked.error());
  }
  return CborValue(input.first(input.size() - reader.remaining()));
}

Result<CborValue> parse_cbor(Bytes input) {
  auto value = parse_cbor_prefix(input);
  if (value && value->encoding().size() != input.size()) {
    return std::unexpected(WireError::kMalformed);
  }
  return value;
}

CborValue::Type CborValue::type() const {
  const Head head = head_of(encoding_);
  switch (head.major) {
    case kUnsigned:
      return Type::kUnsigned;
    case kNegative:
      return Type::kNegative;
    case kByteString:
      return Type::kBytes;
    case kTextString:
      return Type::kText;
    case kArray:
      return Type::kArray;
    case kMap:
      return Type::kMap;
    default:
      return head.argument == kNull ? Type::kNull : Type::kBoolean;
  }
}

std::optional<std::uint64_t> CborValue::unsigned_integer() const {
  if (type() != Type::kUnsigned) return std::nullopt;
  return head_of(encoding_).argument;
}

std::optional<std::int64_t> CborValue::integer() const {
  constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
  const Head head = head_of(encoding_);
  if (head.major > kNegative || head.argument > kMost) return std::nullopt;
  const auto magnitude = static_cast<std::int64_t>(head.argument);
  return head.major == kUnsigned ? magnitude : -1 - magnitude;
}

std::optional<Bytes> CborValue::bytes() const {
  if (type() != Type::kBytes) return std::nullopt;
  return content_of(encoding_);
}

std::optional<std::string_view> CborValue::text() const {
  if (type() != Type::kText) return std::nullopt;
  return as_text(content_of(encoding_));
}

std::optional<bool> CborValue::boolean() const {
  if (type() != Type::kBoolean) return std::nullopt;
  return head_of(encoding_).argument == kTrue;
}

std::size_t CborValue::size() const {
  if (!is_map() && !is_array()) return 0;
  return static_cast<std::size_t>(head_of(encoding_).argument);
}

CborValue::Children CborValue::children() const {
  if (!is_map() && !is_array()) return Children({});
  return Children(content_of(encoding_));
}

std::optional<CborValue> CborValue::Children::next() {
  if (rest_.empty()) return std::nullopt;
  auto value = parse_cbor_prefix(rest_);
  if (!value) return std::nullopt;
  rest_ = rest_.subspan(value->encoding().size());
  return *value;
}

std::optional<CborValue> CborValue::find(std::int64_t key) const {
  if (!is_map()) return std::nullopt;
  Children rest = children();
  while (const auto found = rest.next()) {
    auto value = rest.next();
    if (found->integer() == key) return value;
  }
  return std::nullopt;
}

std::optional<CborValue> CborValue::find(std::string_view key) const {
  if (!is_map()) return std::nullopt;
  Children rest = children();
  while (const auto found = rest.next()) {
    auto value = rest.next();
    if (found->text() == key) return value;
  }
  return std::nullopt;
}

CborWriter& CborWriter::integer(std::int64_t value) {
  if (value >= 0) return head(kUnsigned, static_cast<std::uint64_t>(value));
  return head(kNegative, static_cast<std::uint64_t>(-1 - value));
}

CborWriter& CborWriter::bytes(Bytes value) {
  head(kByteString, value.size());
  out_.bytes(value);
  return *this;
}

CborWriter& CborWriter::text(std::string_view value) {
  head(kTextString, value.size());
  out_.text(value);
  return *this;
}

CborWriter& CborWriter::boolean(bool value) { return head(kSimple, value ? kTrue : kFalse); }
CborWriter& CborWriter::array(std::size_t elements) { return head(kArray, elements); }
CborWriter& CborWriter::map(std::size_t pairs) { return head(kMap, pairs); }

CborWriter& CborWriter::raw(Bytes encoding) {
  out_.bytes(encoding);
  return *this;
}

CborWriter& CborWriter::head(std::uint8_t major, std::uint64_t argument) {
  const auto initial = [&](std::uint64_t info) {
    out_.u8(static_cast<std::uint8_t>(static_cast<unsigned>(major) << 5U | info));
  };
  if (argument < 24) {
    initial(argument);
  } else if (argument <= 0xFF) {
    initial(24);
    out_.u8(static_cast<std::uint8_t>(argument));
  } else if (argument <= 0xFFFF) {
    initial(25);
    out_.u16(static_cast<std::uint16_t>(argument));
  } else if (argument <= 0xFFFF'FFFF) {
    initial(26);
    out_.u32(static_cast<std::uint32_t>(argument));
  } else {
    initial(27);
    out_.u64(argument);
  }
  return *this;
}

}  // namespace gokey::wire
