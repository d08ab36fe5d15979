// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages of the USB Device Class Specification for Integrated Circuit(s) Cards Interface Devices
// (CCID), revision 1.1, chapter 6: a ten-byte header, little-endian, and dwLength bytes of data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

inline constexpr std::size_t kCcidHeader = 10;

// bMessageType of Bulk-OUT messages (6.1).
namespace ccid_command {
inline constexpr std::uint8_t kSetParameters = 0x61;
inline constexpr std::uint8_t kIccPowerOn = 0x62;
inline constexpr std::uint8_t kIccPowerOff = 0x63;
inline constexpr std::uint8_t kGetSlotStatus = 0x65;
inline constexpr std::uint8_t kSecure = 0x69;
inline constexpr std::uint8_t kT0Apdu = 0x6A;
inline constexpr std::uint8_t kEscape = 0x6B;
inline constexpr std::uint8_t kGetParameters = 0x6C;
inline constexpr std::uint8_t kResetParameters = 0x6D;
inline constexpr std::uint8_t kIccClock = 0x6E;
inline constexpr std::uint8_t kXfrBlock = 0x6F;
inline constexpr std::uint8_t kMechanical = 0x71;
inline constexpr std::uint8_t kAbort = 0x72;
inline constexpr std::uint8_t kSetDataRateAndClockFrequency = 0x73;
}  // namespace ccid_command

// bMessageType of Bulk-IN messages (6.2).
enum class CcidAnswer : std::uint8_t {
  kDataBlock = 0x80,
  kSlotStatus = 0x81,
  kParameters = 0x82,
  kEscape = 0x83,
  kDataRateAndClockFrequency = 0x84,
};
// The kind of answer that a message gets, also where it is refused. Messages that the
// specification does not know are answered with the slot's status.
[[nodiscard]] CcidAnswer ccid_answer_to(std::uint8_t message_type);

// bmICCStatus and bmCommandStatus (6.2.6).
enum class IccStatus : std::uint8_t { kActive = 0, kInactive = 1, kAbsent = 2 };
enum class CcidCommandStatus : std::uint8_t { kDone = 0, kFailed = 1, kTimeExtension = 2 };

// bError of a failed command (6.2.6): an offset into the message that was at fault, or one of
// these.
namespace ccid_error {
inline constexpr std::uint8_t kCommandNotSupported = 0x00;
inline constexpr std::uint8_t kBadLength = 0x01;          // dwLength
inline constexpr std::uint8_t kNoSuchSlot = 0x05;         // bSlot
inline constexpr std::uint8_t kBadByte7 = 0x07;           // bPowerSelect, bProtocolNum
inline constexpr std::uint8_t kBadLevelParameter = 0x08;  // wLevelParameter
inline constexpr std::uint8_t kSlotBusy = 0xE0;
inline constexpr std::uint8_t kOverrun = 0xFC;
inline constexpr std::uint8_t kIccMute = 0xFE;
inline constexpr std::uint8_t kAborted = 0xFF;
}  // namespace ccid_error

struct CcidHeader {
  std::uint8_t type = 0;
  std::uint32_t length = 0;  // of the data behind the header
  std::uint8_t slot = 0, sequence = 0;
  std::array<std::uint8_t, 3> specific{};  // bytes 7…9, by message
};

// kTruncated: fewer than ten bytes.
[[nodiscard]] Result<CcidHeader> parse_ccid_header(Bytes message);

struct CcidMessage {
  CcidHeader header;
  Bytes data;  // a view into the parsed bytes
};
// One whole message. kTruncated: dwLength says more than came; kMalformed: it says less.
[[nodiscard]] Result<CcidMessage> parse_ccid_message(Bytes message);

struct CcidResponse {
  CcidAnswer type = CcidAnswer::kSlotStatus;
  std::uint8_t slot = 0, sequence = 0;
  IccStatus icc = IccStatus::kActive;
  CcidCommandStatus status = CcidCommandStatus::kDone;
  std::uint8_t error = 0;     // bError: of kFailed; of kTimeExtension the waiting-time multiplier
  std::uint8_t specific = 0;  // byte 9: bChainParameter, bClockStatus, bProtocolNum
};
[[nodiscard]] std::vector<std::uint8_t> encode_ccid_response(const CcidResponse& response,
                                                             Bytes data);

// The protocol data structure for T=1 (6.1.7): what a card with this answer to reset is driven
// with. kUnsupported: an ATR without T=1; kTruncated: it ends within its interface bytes.
inline constexpr std::size_t kCcidT1Parameters = 7;
[[nodiscard]] Result<std::array<std::uint8_t, kCcidT1Parameters>> ccid_t1_parameters(Bytes atr);

}  // namespace gokey::wire
