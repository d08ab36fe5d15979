// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/network.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include <lwip/apps/mdns.h>
#include <lwip/etharp.h>
#include <lwip/ethip6.h>
#include <lwip/init.h>
#include <lwip/netif.h>
#include <lwip/pbuf.h>
#include <lwip/priv/tcp_priv.h>
#include <lwip/tcp.h>
#include <lwip/timeouts.h>
#include <netif/ethernet.h>

#include "core/net/dhcp_service.h"
#include "core/net/port.h"

namespace gokey::net {
namespace {

constexpr u16_t kSshPort = 22;
constexpr std::uint32_t kNameSeconds = 120;  // RFC 6762, 10
// A flood of frames leaves time for everything else.
constexpr int kMostFrames = 64;
constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

bool in_use = false;

// Parts of lwIP that cannot be started twice.
void start_lwip() {
  static bool started = false;
  if (started) return;
  started = true;
  lwip_init();
  mdns_resp_init();
}

void abort_all(tcp_pcb* const& first) {
  while (first != nullptr) tcp_abort(first);
}

}  // namespace

struct Network::Impl {
  hal::FrameLink& link;
  const hal::Clock& clock;
  MacAddress mac;
  std::string name;
  Accept accept;
  netif interface{};
  std::optional<DhcpService> dhcp;
  bool named = false;
  tcp_pcb* listener = nullptr;
  std::vector<std::unique_ptr<Connection>> accepted;  // not yet handed over
  std::array<std::uint8_t, hal::FrameLink::kMaxFrame> outgoing{};
  bool held_back = false;  // the link had no room for a frame
  bool more = false;       // frames may wait in the link

  Impl(hal::FrameLink& the_link, const hal::Clock& the_clock, const Serial& serial,
       Accept the_accept)
      : link(the_link),
        clock(the_clock),
        mac(token_mac(serial)),
        name(host_name(serial)),
        accept(std::move(the_accept)) {}

  [[nodiscard]] bool start();
  void stop();
  void watch_link();
  void take_frames();
  void send_held_back();
  void hand_over();

  static err_t set_up(netif* interface);
  static err_t send(netif* interface, pbuf* frame);
  static err_t on_accept(void* self, tcp_pcb* pcb, err_t error);
};

bool Network::Impl::start() {
  start_lwip();
  const ip4_addr_t address{PP_HTONL(
      LWIP_MAKEU32(kTokenAddress[0], kTokenAddress[1], kTokenAddress[2], kTokenAddress[3]))};
  const ip4_addr_t mask{PP_HTONL(LWIP_MAKEU32(kNetmask[0], kNetmask[1], kNetmask[2], kNetmask[3]))};
  const ip4_addr_t no_router{};
  if (netif_add(&interface, &address, &mask, &no_router, this, set_up, ethernet_input) == nullptr) {
    return false;
  }
  netif_create_ip6_linklocal_address(&interface, 1);
  netif_set_default(&interface);
  dhcp.emplace(interface);
  named = mdns_resp_add_netif(&interface, name.c_str(), kNameSeconds) == ERR_OK;
  if (!named) return false;
  netif_set_up(&interface);

  tcp_pcb* const pcb = tcp_new_ip_type(IPADDR_TYPE_ANY);
  if (pcb == nullptr) return false;
  if (tcp_bind(pcb, IP_ANY_TYPE, kSshPort) == ERR_OK) listener = tcp_listen(pcb);
  if (listener == nullptr) {
    tcp_abort(pcb);
    return false;
  }
  tcp_arg(listener, this);
  tcp_accept(listener, on_accept);
  return true;
}

void Network::Impl::stop() {
  accepted.clear();
  abort_all(tcp_active_pcbs);
  abort_all(tcp_tw_pcbs);
  if (listener != nullptr) tcp_close(listener);
  dhcp.reset();
  if (named) mdns_resp_remove_netif(&interface);
  netif_remove(&interface);
}

err_t Network::Impl::set_up(netif* interface) {
  const auto& self = *static_cast<Impl*>(interface->state);
  interface->name[0] = 'u';
  interface->name[1] = 's';
  interface->hwaddr_len = static_cast<u8_t>(self.mac.size());
  std::ranges::copy(self.mac, interface->hwaddr);
  interface->mtu = 1500;
  interface->flags = NETIF_FLAG_BROADCAST | NETIF_FLAG_ETHARP | NETIF_FLAG_ETHERNET |
                     NETIF_FLAG_IGMP | NETIF_FLAG_MLD6;
  interface->output = etharp_output;
  interface->output_ip6 = ethip6_output;
  interface->linkoutput = send;
  return ERR_OK;
}

err_t Network::Impl::send(netif* interface, pbuf* frame) {
  auto& self = *static_cast<Impl*>(interface->state);
  if (!self.link.up()) return ERR_IF;
  if (frame->tot_len < hal::FrameLink::kHeader || frame->tot_len > self.outgoing.size()) {
    return ERR_BUF;
  }
  pbuf_copy_partial(frame, self.outgoing.data(), frame->tot_len, 0);
  if (self.link.send(std::span(self.outgoing).first(frame->tot_len))) return ERR_OK;
  self.held_back = true;
  return ERR_MEM;  // TCP keeps its segment
}

err_t Network::Impl::on_accept(void* self, tcp_pcb* pcb, err_t error) {
  if (error != ERR_OK || pcb == nullptr) return ERR_VAL;
  static_cast<Impl*>(self)->accepted.push_back(std::make_unique<Connection>(pcb));
  return ERR_OK;
}

void Network::Impl::watch_link() {
  const bool up = link.up();
  if (up == (netif_is_link_up(&interface) != 0)) return;
  if (up) {
    sys_restart_timeouts();  // they stood still
    netif_set_link_up(&interface);
    return;
  }
  netif_set_link_down(&interface);
  accepted.clear();
  abort_all(tcp_active_pcbs);
  abort_all(tcp_tw_pcbs);
  held_back = false;
}

void Network::Impl::take_frames() {
  for (int i = 0; i < kMostFrames; ++i) {
    const auto frame = link.receive();
    more = !frame.empty();
    if (!more) return;
    if (frame.size() < hal::FrameLink::kHeader || frame.size() > hal::FrameLink::kMaxFrame)
      continue;
    // Without room the frame is lost, as on any network.
    pbuf* const bytes = pbuf_alloc(PBUF_RAW, static_cast<u16_t>(frame.size()), PBUF_POOL);
    if (bytes == nullptr) continue;
    pbuf_take(bytes, frame.data(), static_cast<u16_t>(frame.size()));
    if (interface.input(bytes, &interface) != ERR_OK) pbuf_free(bytes);
  }
}

// Segments that the link had no room for would else wait for the retransmission timer.
void Network::Impl::send_held_back() {
  if (!std::exchange(held_back, false)) return;
  for (tcp_pcb* pcb = tcp_active_pcbs; pcb != nullptr; pcb = pcb->next) {
    if (tcp_output(pcb) != ERR_OK) return;
  }
}

void Network::Impl::hand_over() {
  for (auto& connection : std::exchange(accepted, {})) accept(std::move(connection));
}

Network::Network(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

std::unique_ptr<Network> Network::create(hal::FrameLink& link, const hal::Clock& clock,
                                         hal::Random& random, const Serial& serial, Accept accept) {
  if (std::exchange(in_use, true)) return nullptr;
  use_platform(&clock, &random);
  auto network = std::unique_ptr<Network>(
      new Network(std::make_unique<Impl>(link, clock, serial, std::move(accept))));
  return network->impl_->start() ? std::move(network) : nullptr;
}

Network::~Network() {
  impl_->stop();
  use_platform(nullptr, nullptr);
  in_use = false;
}

void Network::step() {
  impl_->watch_link();
  if (!impl_->link.up()) return;
  impl_->take_frames();
  sys_check_timeouts();
  impl_->hand_over();
  impl_->send_held_back();
}

std::uint64_t Network::next_deadline() const {
  if (!impl_->link.up()) return netif_is_link_up(&impl_->interface) != 0 ? 0 : kNever;
  if (impl_->more || netif_is_link_up(&impl_->interface) == 0) return 0;
  const std::uint32_t sleep = sys_timeouts_sleeptime();
  return sleep == SYS_TIMEOUTS_SLEEPTIME_INFINITE ? kNever : impl_->clock.now_ms() + sleep;
}

}  // namespace gokey::net
