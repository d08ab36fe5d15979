// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/apdu.h"

namespace gokey::wire {
namespace {

constexpr std::size_t kHeaderLength = 4;
constexpr std::size_t kMaxShortNc = 255;
constexpr std::size_t kMaxExtendedNc = 65535;

std::unexpected<WireError> no_case_fits(std::size_t present, std::size_t least) {
  return std::unexpected(present < least ? WireError::kTruncated : WireError::kMalformed);
}

// An Le field of zeros stands for the most that its size can say.
constexpr std::uint32_t ne_of(std::uint32_t le, std::uint32_t most) { return le == 0 ? most : le; }

std::uint32_t u16_at(Bytes bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at] << 8U | bytes[at + 1]);
}

// Cases 2S, 3S and 4S; `body` is not empty.
Result<CommandApdu> parse_short(CommandApdu command, Bytes body) {
  if (body.size() == 1) {
    command.ne = ne_of(body[0], kMaxShortNe);
    return command;
  }
  const std::size_t nc = body[0];
  if (body.size() != 1 + nc && body.size() != 2 + nc) return no_case_fits(body.size(), 1 + nc);
  command.data = body.subspan(1, nc);
  if (body.size() == 2 + nc) command.ne = ne_of(body.back(), kMaxShortNe);
  return command;
}

// Cases 2E, 3E and 4E; `body` starts with 00 and has at least two bytes.
Result<CommandApdu> parse_extended(CommandApdu command, Bytes body) {
  if (body.size() < 3) return std::unexpected(WireError::kTruncated);
  command.extended = true;
  if (body.size() == 3) {
    command.ne = ne_of(u16_at(body, 1), kMaxExtendedNe);
    return command;
  }
  const std::size_t nc = u16_at(body, 1);
  if (nc == 0) return std::unexpected(WireError::kMalformed);
  if (body.size() != 3 + nc && body.size() != 5 + nc) return no_case_fits(body.size(), 3 + nc);
  command.data = body.subspan(3, nc);
  if (body.size() == 5 + nc) command.ne = ne_of(u16_at(body, 3 + nc), kMaxExtendedNe);
  return command;
}

}  // namespace

Result<CommandApdu> parse_command(Bytes apdu) {
  if (apdu.size() < kHeaderLength) return std::unexpected(WireError::kTruncated);
  CommandApdu command;
  command.cla = apdu[0];
  command.ins = apdu[1];
  command.p1 = apdu[2];
  command.p2 = apdu[3];
  const Bytes body = apdu.subspan(kHeaderLength);
  if (body.empty()) return command;
  if (body[0] == 0 && body.size() > 1) return parse_extended(command, body);
  return parse_short(command, body);
}

Result<std::vector<std::uint8_t>> encode_command(const CommandApdu& command) {
  if (command.data.size() > kMaxExtendedNc || command.ne > kMaxExtendedNe) {
    return std::unexpected(WireError::kTooLong);
  }
  const bool extended =
      command.extended || command.data.size() > kMaxShortNc || command.ne > kMaxShortNe;
  Writer out;
  out.u8(command.cla).u8(command.ins).u8(command.p1).u8(command.p2);
  if (!command.data.empty()) {
    if (extended) {
      out.u8(0).u16(static_cast<std::uint16_t>(command.data.size()));
    } else {
      out.u8(static_cast<std::uint8_t>(command.data.size()));
    }
    out.bytes(command.data);
  }
  if (command.ne == 0) return out.release();
  // The largest Ne is written as zeros, which the conversion gives.
  if (!extended) {
    out.u8(static_cast<std::uint8_t>(command.ne));
  } else {
    if (command.data.empty()) out.u8(0);
    out.u16(static_cast<std::uint16_t>(command.ne));
  }
  return out.release();
}

Result<ResponseApdu> parse_response(Bytes apdu) {
  if (apdu.size() < 2) return std::unexpected(WireError::kTruncated);
  ResponseApdu response;
  response.data = apdu.first(apdu.size() - 2);
  response.sw = static_cast<StatusWord>(u16_at(apdu, apdu.size() - 2));
  return response;
}

std::vector<std::uint8_t> encode_response(Bytes data, StatusWord sw) {
  std::vector<std::uint8_t> out;
  out.reserve(data.size() + 2);
  out.insert(out.end(), data.begin(), data.end());
  out.push_back(static_cast<std::uint8_t>(sw >> 8U));
  out.push_back(static_cast<std::uint8_t>(sw & 0xFFU));
  return out;
}

}  // namespace gokey::wire
