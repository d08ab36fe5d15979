// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

struct netif;
struct udp_pcb;

namespace gokey::net {

// The DHCP server on lwIP's UDP, port 67.
class DhcpService {
 public:
  explicit DhcpService(netif& interface);
  ~DhcpService();
  DhcpService(const DhcpService&) = delete;
  DhcpService& operator=(const DhcpService&) = delete;

 private:
  friend struct DhcpEvents;

  netif& interface_;
  udp_pcb* pcb_;
};

}  // namespace gokey::net
