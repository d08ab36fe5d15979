// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Errors of the wire formats: a small enum, no text, so that the firmware can use them without a
// heap. Hosts wrap them into gokeyctl::Error, which carries sentences for people.
#pragma once

#include <cstdint>
#include <expected>

namespace gokey::wire {

enum class WireError : std::uint8_t {
  kTruncated,    // the input ends before the structure does: more bytes could make it whole
  kMalformed,    // no continuation of the input can make it valid
  kUnsupported,  // well formed, of a version or kind this code does not handle
  kTooLong,      // larger than the limit the format or the caller sets
  kChecksum,     // a checksum or armour CRC does not match
};

template <typename T>
using Result = std::expected<T, WireError>;

}  // namespace gokey::wire
