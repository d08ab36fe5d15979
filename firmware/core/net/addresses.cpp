// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/addresses.h"

#include "wire/hex.h"

namespace gokey::net {

MacAddress token_mac(const Serial& serial) {
  return {0x02, 'G', serial[0], serial[1], serial[2], serial[3]};
}

MacAddress host_mac(const Serial& serial) {
  return {0x06, 'G', serial[0], serial[1], serial[2], serial[3]};
}

std::string mac_text(const MacAddress& mac) { return wire::to_upper_hex(mac); }

std::string host_name(const Serial& serial) { return "gokey-" + wire::to_upper_hex(serial); }

}  // namespace gokey::net
