// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// BER-TLV data objects, ISO/IEC 7816-4:2013, 5.2.2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

struct Tlv {
  std::uint32_t tag = 0;  // as its bytes read, big-endian: 0x5C, 0x7F49
  Bytes value;            // a view into the read bytes
};

// Walks one level of data objects. Tags of one to four bytes, lengths in the forms 00…7F, 81 xx and
// 82 xxxx, also where a shorter form would do. How deep to go is the caller's choice: a nested
// level is another reader.
class TlvReader {
 public:
  explicit TlvReader(Bytes input) : rest_(input) {}

  [[nodiscard]] bool empty() const { return rest_.empty(); }
  // kTruncated: the object ends before its length says; kMalformed: a tag that starts with 00, or
  // an indefinite length; kTooLong: a tag or length field longer than read here. A failed read
  // consumes nothing.
  [[nodiscard]] Result<Tlv> next();

 private:
  Bytes rest_;
};

// The value of the first object with `tag` at the outermost level. kMalformed also where there is
// none.
[[nodiscard]] Result<Bytes> find_tlv(Bytes input, std::uint32_t tag);

// Appends one data object, its length in the shortest form. Values may have up to 65535 bytes.
void append_tlv(std::vector<std::uint8_t>& out, std::uint32_t tag, Bytes value);

}  // namespace gokey::wire
