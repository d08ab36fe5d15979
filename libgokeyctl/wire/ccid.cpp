// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ccid.h"

#include <algorithm>

namespace gokey::wire {
namespace {

std::uint32_t little_endian(Bytes four) {
  return four[0] | std::uint32_t{four[1]} << 8U | std::uint32_t{four[2]} << 16U |
         std::uint32_t{four[3]} << 24U;
}

// The interface bytes of an ATR that T=1 takes from it (ISO/IEC 7816-3:2006, 8.2).
struct InterfaceBytes {
  std::uint8_t ta1 = 0x11;  // Fi 372, Di 1
  std::uint8_t tc1 = 0x00;
  std::uint8_t ta3 = 32;    // IFSC
  std::uint8_t tb3 = 0x4D;  // BWI 4, CWI 13
  std::uint8_t tc3 = 0x00;  // LRC
  bool t1 = false;
};

// TAi, TBi, TCi of one group, each if it is there.
struct Group {
  std::optional<std::uint8_t> a, b, c, d;
};

Result<Group> read_group(Reader& in, unsigned present) {
  Group group;
  std::optional<std::uint8_t>* const bytes[] = {&group.a, &group.b, &group.c, &group.d};
  for (unsigned i = 0; i < 4; ++i) {
    if ((present & 1U << i) == 0) continue;
    const auto byte = in.u8();
    if (!byte) return std::unexpected(byte.error());
    *bytes[i] = *byte;
  }
  return group;
}

Result<InterfaceBytes> read_interface_bytes(Bytes atr) {
  Reader in(atr);
  const auto ts = in.u8();
  const auto t0 = in.u8();
  if (!ts || !t0) return std::unexpected(WireError::kTruncated);
  InterfaceBytes found;
  unsigned present = *t0 >> 4U;
  std::uint8_t protocol = 0;  // of the TD byte that announced the group
  for (unsigned number = 1; present != 0; ++number) {
    const auto group = read_group(in, present);
    if (!group) return std::unexpected(group.error());
    if (number == 1) {
      found.ta1 = group->a.value_or(found.ta1);
      found.tc1 = group->c.value_or(found.tc1);
    } else if (number >= 3 && protocol == 1) {
      found.ta3 = group->a.value_or(found.ta3);
      found.tb3 = group->b.value_or(found.tb3);
      found.tc3 = group->c.value_or(found.tc3);
    }
    const std::uint8_t td = group->d.value_or(0);
    present = td >> 4U;
    protocol = td & 0x0FU;
    found.t1 = found.t1 || (group->d && protocol == 1);
  }
  return found;
}

}  // namespace

CcidAnswer ccid_answer_to(std::uint8_t message_type) {
  switch (message_type) {
    case ccid_command::kIccPowerOn:
    case ccid_command::kXfrBlock:
    case ccid_command::kSecure:
      return CcidAnswer::kDataBlock;
    case ccid_command::kGetParameters:
    case ccid_command::kResetParameters:
    case ccid_command::kSetParameters:
      return CcidAnswer::kParameters;
    case ccid_command::kEscape:
      return CcidAnswer::kEscape;
    case ccid_command::kSetDataRateAndClockFrequency:
      return CcidAnswer::kDataRateAndClockFrequency;
    default:
      return CcidAnswer::kSlotStatus;
  }
}

Result<CcidHeader> parse_ccid_header(Bytes message) {
  if (message.size() < kCcidHeader) return std::unexpected(WireError::kTruncated);
  CcidHeader header;
  header.type = message[0];
  header.length = little_endian(message.subspan(1, 4));
  header.slot = message[5];
  header.sequence = message[6];
  std::ranges::copy(message.subspan(7, 3), header.specific.begin());
  return header;
}

Result<CcidMessage> parse_ccid_message(Bytes message) {
  const auto header = parse_ccid_header(message);
  if (!header) return std::unexpected(header.error());
  const Bytes data = message.subspan(kCcidHeader);
  if (header->length > data.size()) return std::unexpected(WireError::kTruncated);
  if (header->length < data.size()) return std::unexpected(WireError::kMalformed);
  return CcidMessage{*header, data};
}

std::vector<std::uint8_t> encode_ccid_response(const CcidResponse& response, Bytes data) {
  const auto length = static_cast<std::uint32_t>(data.size());
  std::vector<std::uint8_t> out;
  out.reserve(kCcidHeader + data.size());
  out.push_back(static_cast<std::uint8_t>(response.type));
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<std::uint8_t>(length >> shift));
  }
  out.push_back(response.slot);
  out.push_back(response.sequence);
  out.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(response.icc) |
                                          static_cast<unsigned>(response.status) << 6U));
  out.push_back(response.error);
  out.push_back(response.specific);
  out.insert(out.end(), data.begin(), data.end());
  return out;
}

Result<std::array<std::uint8_t, kCcidT1Parameters>> ccid_t1_parameters(Bytes atr) {
  const auto found = read_interface_bytes(atr);
  if (!found) return std::unexpected(found.error());
  if (!found->t1) return std::unexpected(WireError::kUnsupported);
  const unsigned inverse = atr[0] == 0x3F ? 0x02U : 0x00U;
  const unsigned checksum = found->tc3 & 0x01U;  // 1: CRC
  return std::array<std::uint8_t, kCcidT1Parameters>{
      found->ta1,                                             // bmFindexDindex
      static_cast<std::uint8_t>(0x10U | inverse | checksum),  // bmTCCKST1
      found->tc1,                                             // bGuardTimeT1
      found->tb3,                                             // bmWaitingIntegersT1
      0x00,                                                   // bClockStop: not allowed
      found->ta3,                                             // bIFSC
      0x00,                                                   // bNadValue
  };
}

}  // namespace gokey::wire
