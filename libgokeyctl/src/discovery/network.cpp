// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gokeyctl/text.h"
#include "gokeyctl/usb.h"

namespace gokeyctl {
namespace {

std::unexpected<Error> unreachable(const UsbToken& token, Sentence why, Sentence hint,
                                   std::string reason) {
  const std::string which = token.serial.empty() ? "usb:" + token.port : token.serial;
  return std::unexpected(
      Error{.code = Code::kUnreachable,
            .message = say("reach the console of token {}: {}", which, std::move(why)),
            .hint = std::move(hint),
            .details = {{"reason", std::move(reason)}},
            .cause = nullptr});
}

}  // namespace

Result<void> check_network(const UsbToken& token) {
  if (token.networks.empty()) {
    return unreachable(token,
                       token.has_network ? say("no driver took its network function")
                                         : say("it brought no network function"),
                       token.has_network ? "sudo modprobe -a cdc_ether cdc_ncm" : "gokeyctl doctor",
                       "no-interface");
  }
  const auto usable = [](const UsbNetwork& n) { return n.up && n.reaches_token; };
  if (std::ranges::any_of(token.networks, usable)) return {};
  const std::string interface = printable(token.networks.front().name);
  if (!token.networks.front().up) {
    return unreachable(token, say("its network interface {} is down", interface),
                       "sudo ip link set " + interface + " up", "link-down");
  }
  return unreachable(
      token, say("its network interface {} has no address in 10.0.0.0/24", interface),
      say("let DHCP set it up, or: {}", "sudo ip addr add 10.0.0.1/24 dev " + interface),
      "no-address");
}

}  // namespace gokeyctl
