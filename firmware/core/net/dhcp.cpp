// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/dhcp.h"

#include <algorithm>

namespace gokey::net {
namespace {

using wire::Bytes;
using wire::WireError;

constexpr std::uint8_t kBootRequest = 1;
constexpr std::uint8_t kBootReply = 2;
constexpr std::uint8_t kEthernet = 1;
constexpr std::size_t kHardwareField = 16;
constexpr std::size_t kServerNameField = 64;
constexpr std::size_t kFileField = 128;
constexpr std::uint32_t kMagic = 0x63825363;
// RFC 1542, 2.1: shorter replies are not understood by all clients.
constexpr std::size_t kShortestReply = 300;
constexpr std::uint32_t kLeaseSeconds = 24 * 60 * 60;

enum Option : std::uint8_t {
  kPad = 0,
  kSubnetMask = 1,
  kRequestedAddress = 50,
  kLeaseTime = 51,
  kOverload = 52,
  kMessageType = 53,
  kServerIdentifier = 54,
  kEnd = 255,
};

constexpr std::uint8_t kOverloadFile = 1;
constexpr std::uint8_t kOverloadServerName = 2;

struct Options {
  std::optional<std::uint8_t> type, overload;
  std::optional<Ipv4Address> requested, server;
};

std::optional<Ipv4Address> address(Bytes content) {
  Ipv4Address result{};
  if (content.size() != result.size()) return std::nullopt;
  std::ranges::copy(content, result.begin());
  return result;
}

// Sets `field` unless it is set already. False if the content has the wrong size.
bool take_byte(std::optional<std::uint8_t>& field, Bytes content) {
  if (content.size() != 1) return false;
  if (!field) field = content[0];
  return true;
}

bool take_address(std::optional<Ipv4Address>& field, Bytes content) {
  const auto value = address(content);
  if (value && !field) field = value;
  return value.has_value();
}

bool take_option(Options& options, std::uint8_t code, Bytes content) {
  switch (code) {
    case kMessageType:
      return take_byte(options.type, content);
    case kOverload:
      return take_byte(options.overload, content);
    case kRequestedAddress:
      return take_address(options.requested, content);
    case kServerIdentifier:
      return take_address(options.server, content);
    default:
      return true;
  }
}

// Every options field ends with the option End (RFC 2131, 4.1).
wire::Result<void> read_options(Options& options, Bytes field) {
  wire::Reader reader(field);
  while (true) {
    const auto code = reader.u8();
    if (!code) return std::unexpected(code.error());
    if (*code == kPad) continue;
    if (*code == kEnd) return {};
    const auto length = reader.u8();
    if (!length) return std::unexpected(length.error());
    const auto content = reader.take(*length);
    if (!content) return std::unexpected(content.error());
    if (!take_option(options, *code, *content)) return std::unexpected(WireError::kMalformed);
  }
}

wire::Result<void> read_overloaded(Options& options, Bytes server_name, Bytes file) {
  const std::uint8_t overload = options.overload.value_or(0);
  if (overload > (kOverloadFile | kOverloadServerName)) {
    return std::unexpected(WireError::kMalformed);
  }
  if ((overload & kOverloadFile) != 0) {
    if (auto read = read_options(options, file); !read) return read;
  }
  if ((overload & kOverloadServerName) != 0) return read_options(options, server_name);
  return {};
}

bool is_zero(const Ipv4Address& address) { return address == Ipv4Address{}; }

// The fields of figure 1 of RFC 2131 and the options common to all replies.
wire::Writer begin_reply(const DhcpRequest& request, DhcpType type, const Ipv4Address& yours) {
  wire::Writer out;
  out.u8(kBootReply).u8(kEthernet).u8(6).u8(0).u32(request.transaction).u16(0).u16(request.flags);
  out.bytes(type == DhcpType::kNak ? Ipv4Address{} : request.client).bytes(yours);
  out.bytes(Ipv4Address{}).bytes(Ipv4Address{});  // next server, relay
  out.bytes(request.hardware);
  const std::vector<std::uint8_t> unused(kHardwareField - request.hardware.size() +
                                         kServerNameField + kFileField);
  out.bytes(unused).u32(kMagic);
  out.u8(kMessageType).u8(1).u8(static_cast<std::uint8_t>(type));
  out.u8(kServerIdentifier).u8(4).bytes(kTokenAddress);
  return out;
}

DhcpReply finish_reply(wire::Writer& out, bool broadcast) {
  out.u8(kEnd);
  auto message = out.release();
  message.resize(std::max(message.size(), kShortestReply));
  return {std::move(message), broadcast};
}

DhcpReply offer(const DhcpRequest& request, DhcpType type) {
  wire::Writer out = begin_reply(request, type, kHostAddress);
  out.u8(kLeaseTime).u8(4).u32(kLeaseSeconds);
  out.u8(kSubnetMask).u8(4).bytes(kNetmask);
  return finish_reply(out, is_zero(request.client));
}

// Parameters for a host that has given itself an address (RFC 2131, 4.3.5): no address, no lease.
DhcpReply inform(const DhcpRequest& request) {
  wire::Writer out = begin_reply(request, DhcpType::kAck, {});
  out.u8(kSubnetMask).u8(4).bytes(kNetmask);
  return finish_reply(out, is_zero(request.client));
}

DhcpReply refuse(const DhcpRequest& request) {
  wire::Writer out = begin_reply(request, DhcpType::kNak, {});
  return finish_reply(out, true);
}

}  // namespace

wire::Result<DhcpRequest> parse_dhcp(Bytes message) {
  // op htype hlen hops | xid | secs flags | ciaddr | yiaddr siaddr giaddr | chaddr sname file |
  // magic
  wire::Reader reader(message);
  const auto kind = reader.take(4);
  const auto transaction = reader.u32();
  const auto seconds = reader.u16();
  const auto flags = reader.u16();
  const auto client = reader.take(4);
  const auto yours_and_next = reader.take(8);
  const auto relay = reader.take(4);
  const auto hardware = reader.take(kHardwareField);
  const auto server_name = reader.take(kServerNameField);
  const auto file = reader.take(kFileField);
  const auto magic = reader.u32();
  // Each read needs what the ones before it have left.
  if (!kind || !transaction || !seconds || !flags || !client || !yours_and_next || !relay ||
      !hardware || !server_name || !file || !magic) {
    return std::unexpected(WireError::kTruncated);
  }
  DhcpRequest request;
  if (*magic != kMagic) return std::unexpected(WireError::kMalformed);
  if ((*kind)[0] != kBootRequest || (*kind)[1] != kEthernet ||
      (*kind)[2] != request.hardware.size() || !is_zero(address(*relay).value_or(Ipv4Address{}))) {
    return std::unexpected(WireError::kUnsupported);
  }
  Options options;
  if (auto read = read_options(options, reader.rest()); !read) {
    return std::unexpected(read.error());
  }
  if (auto read = read_overloaded(options, *server_name, *file); !read) {
    return std::unexpected(read.error());
  }
  if (!options.type) return std::unexpected(WireError::kUnsupported);  // BOOTP
  if (*options.type < 1 || *options.type > 8) return std::unexpected(WireError::kUnsupported);

  request.type = static_cast<DhcpType>(*options.type);
  request.transaction = *transaction;
  request.flags = *flags;
  request.client = address(*client).value_or(Ipv4Address{});
  std::ranges::copy(hardware->first(request.hardware.size()), request.hardware.begin());
  request.requested = options.requested;
  request.server = options.server;
  return request;
}

std::optional<DhcpReply> answer_dhcp(const DhcpRequest& request) {
  switch (request.type) {
    case DhcpType::kDiscover:
      return offer(request, DhcpType::kOffer);
    case DhcpType::kRequest: {
      // RFC 2131, 4.3.2: another server was chosen.
      if (request.server && *request.server != kTokenAddress) return std::nullopt;
      const Ipv4Address wanted = request.requested.value_or(request.client);
      return wanted == kHostAddress ? offer(request, DhcpType::kAck) : refuse(request);
    }
    case DhcpType::kInform:
      return inform(request);
    default:
      // A released or declined address stays the only one there is.
      return std::nullopt;
  }
}

}  // namespace gokey::net
