// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A DHCP server with one address to give (RFC 2131, options of RFC 2132): whoever asks on the
// token's link is the host and gets 10.0.0.1. It names no router and no name server, so a host's
// ways elsewhere stay as they are.
//
// The lease belongs to nobody in particular: a host that changes its Ethernet address or its client
// identifier between two attempts gets its answer all the same.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/net/addresses.h"
#include "wire/bytes.h"

namespace gokey::net {

// Option 53.
enum class DhcpType : std::uint8_t {
  kDiscover = 1,
  kOffer = 2,
  kRequest = 3,
  kDecline = 4,
  kAck = 5,
  kNak = 6,
  kRelease = 7,
  kInform = 8,
};

// What matters of a client's message.
struct DhcpRequest {
  DhcpType type = DhcpType::kDiscover;
  std::uint32_t transaction = 0;
  std::uint16_t flags = 0;
  Ipv4Address client{};  // ciaddr: has this address already; zero otherwise
  MacAddress hardware{};
  std::optional<Ipv4Address> requested;  // option 50
  std::optional<Ipv4Address> server;     // option 54
};

// kUnsupported: not from a client on an Ethernet link, or relayed. Options are also taken from the
// fields `file` and `sname` (overload, option 52); one that comes again counts as it came first.
[[nodiscard]] wire::Result<DhcpRequest> parse_dhcp(wire::Bytes message);

struct DhcpReply {
  std::vector<std::uint8_t> message;
  bool broadcast = true;  // else to DhcpRequest::client
};

// Nothing where the protocol wants silence.
[[nodiscard]] std::optional<DhcpReply> answer_dhcp(const DhcpRequest& request);

}  // namespace gokey::net
