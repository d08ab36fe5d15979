// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Command and response APDUs, ISO/IEC 7816-4:2013, 5.1 and 12.1.1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

using StatusWord = std::uint16_t;

// ISO/IEC 7816-4:2013, tables 5 and 6. Names are the table's texts.
namespace sw {
inline constexpr StatusWord kOk = 0x9000;
inline constexpr StatusWord kMemoryFailure = 0x6581;
inline constexpr StatusWord kWrongLength = 0x6700;
inline constexpr StatusWord kLogicalChannelNotSupported = 0x6881;
inline constexpr StatusWord kSecureMessagingNotSupported = 0x6882;
inline constexpr StatusWord kLastCommandOfChainExpected = 0x6883;
inline constexpr StatusWord kChainingNotSupported = 0x6884;
inline constexpr StatusWord kSecurityStatusNotSatisfied = 0x6982;
inline constexpr StatusWord kAuthenticationMethodBlocked = 0x6983;
inline constexpr StatusWord kConditionsOfUseNotSatisfied = 0x6985;
inline constexpr StatusWord kIncorrectData = 0x6A80;
inline constexpr StatusWord kFileNotFound = 0x6A82;
inline constexpr StatusWord kIncorrectP1P2 = 0x6A86;
inline constexpr StatusWord kReferencedDataNotFound = 0x6A88;
inline constexpr StatusWord kInstructionNotSupported = 0x6D00;
inline constexpr StatusWord kClassNotSupported = 0x6E00;
inline constexpr StatusWord kNoPreciseDiagnosis = 0x6F00;

// 61xx: `count` more bytes wait for GET RESPONSE; 00 says 256 or more.
[[nodiscard]] constexpr StatusWord more_data(std::size_t count) {
  return static_cast<StatusWord>(0x6100U | (count < 256 ? count : 0U));
}
// 63Cx: verification failed, `tries` further ones allowed (15 at most can be said).
[[nodiscard]] constexpr StatusWord tries_left(unsigned tries) {
  return static_cast<StatusWord>(0x63C0U | (tries < 15U ? tries : 15U));
}
}  // namespace sw

inline constexpr std::uint32_t kMaxShortNe = 256;
inline constexpr std::uint32_t kMaxExtendedNe = 65536;

struct CommandApdu {
  std::uint8_t cla = 0, ins = 0, p1 = 0, p2 = 0;
  Bytes data;            // a view into the parsed bytes; empty in cases 1 and 2
  std::uint32_t ne = 0;  // most response bytes expected: 0 without Le, else 1…256 or 1…65536
  bool extended = false;

  [[nodiscard]] constexpr std::uint16_t p1p2() const {
    return static_cast<std::uint16_t>(p1 << 8U | p2);
  }
};

// All seven cases: 1, 2S, 3S, 4S, 2E, 3E, 4E. kTruncated: fewer bytes than a header or than Lc
// says; kMalformed: no case fits.
[[nodiscard]] Result<CommandApdu> parse_command(Bytes apdu);

// The shortest case that can carry the command, or an extended one where `extended` is set.
// kTooLong: more than 65535 bytes of data or ne above 65536.
[[nodiscard]] Result<std::vector<std::uint8_t>> encode_command(const CommandApdu& command);

struct ResponseApdu {
  Bytes data;  // a view into the parsed bytes
  StatusWord sw = 0;
};

// kTruncated: without a status word.
[[nodiscard]] Result<ResponseApdu> parse_response(Bytes apdu);

[[nodiscard]] std::vector<std::uint8_t> encode_response(Bytes data, StatusWord sw);

}  // namespace gokey::wire
