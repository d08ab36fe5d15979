// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/dhcp_service.h"

#include <vector>

#include <lwip/ip_addr.h>
#include <lwip/pbuf.h>
#include <lwip/udp.h>

#include "core/net/dhcp.h"

namespace gokey::net {
namespace {

constexpr u16_t kServerPort = 67;
constexpr u16_t kClientPort = 68;

void send(udp_pcb* pcb, netif& interface, const DhcpReply& reply, const Ipv4Address& client) {
  pbuf* const out = pbuf_alloc(PBUF_TRANSPORT, static_cast<u16_t>(reply.message.size()), PBUF_RAM);
  if (out == nullptr) return;
  pbuf_take(out, reply.message.data(), static_cast<u16_t>(reply.message.size()));
  ip_addr_t to = IPADDR4_INIT_BYTES(client[0], client[1], client[2], client[3]);
  if (reply.broadcast) ip_addr_copy(to, *IP_ADDR_BROADCAST);
  udp_sendto_if(pcb, out, &to, kClientPort, &interface);
  pbuf_free(out);
}

}  // namespace

struct DhcpEvents {
  static void received(void* self, udp_pcb* pcb, pbuf* bytes, const ip_addr_t*, u16_t) {
    std::vector<std::uint8_t> message(bytes->tot_len);
    pbuf_copy_partial(bytes, message.data(), bytes->tot_len, 0);
    pbuf_free(bytes);
    const auto request = parse_dhcp(message);
    if (!request) return;
    const auto reply = answer_dhcp(*request);
    if (reply) send(pcb, static_cast<DhcpService*>(self)->interface_, *reply, request->client);
  }
};

DhcpService::DhcpService(netif& interface) : interface_(interface), pcb_(udp_new()) {
  if (pcb_ == nullptr) return;
  udp_bind(pcb_, IP4_ADDR_ANY, kServerPort);
  udp_recv(pcb_, DhcpEvents::received, this);
}

DhcpService::~DhcpService() {
  if (pcb_ != nullptr) udp_remove(pcb_);
}

}  // namespace gokey::net
