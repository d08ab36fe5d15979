// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The addresses on the link between a token and its host.
//
// Every token is 10.0.0.10 and every host 10.0.0.1: each token's link is a network of its own. The
// Ethernet addresses tell tokens apart. They are made from the four bytes S of the serial number:
//
//   token  02 47 S S S S
//   host   06 47 S S S S
//
// Bit 1 of the first byte marks an address as locally administered, bit 0 as belonging to one
// station (IEEE 802-2014, 8.4); 47 is 'G'. The host's address is what CDC's iMACAddress carries.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace gokey::net {

using Serial = std::array<std::uint8_t, 4>;
using MacAddress = std::array<std::uint8_t, 6>;
using Ipv4Address = std::array<std::uint8_t, 4>;

inline constexpr Ipv4Address kTokenAddress{10, 0, 0, 10};
inline constexpr Ipv4Address kHostAddress{10, 0, 0, 1};
inline constexpr Ipv4Address kNetmask{255, 255, 255, 0};

[[nodiscard]] MacAddress token_mac(const Serial& serial);
[[nodiscard]] MacAddress host_mac(const Serial& serial);
// Twelve upper-case hex digits, as iMACAddress has it (CDC ECM 1.2, 5.4).
[[nodiscard]] std::string mac_text(const MacAddress& mac);
// "gokey-AABBCCDD", which mDNS answers as gokey-AABBCCDD.local.
[[nodiscard]] std::string host_name(const Serial& serial);

}  // namespace gokey::net
