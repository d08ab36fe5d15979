// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Frames into the whole stack: ARP, IPv4, IPv6, ICMP, IGMP, MLD, neighbours, UDP with DHCP and
// mDNS, TCP. The input is a row of frames, each with two bytes of length before it, whose top bits
// say what else happens: time passes, the checksums are made right, the plug is pulled.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "core/net/network.h"
#include "wire/bytes.h"

namespace {

namespace hal = gokey::hal;
namespace net = gokey::net;
namespace wire = gokey::wire;

class Link final : public hal::FrameLink {
 public:
  [[nodiscard]] bool up() const override { return is_up; }
  [[nodiscard]] std::span<const std::uint8_t> receive() override {
    return std::exchange(frame, std::span<const std::uint8_t>());
  }
  [[nodiscard]] bool send(std::span<const std::uint8_t> out) override {
    std::uint8_t sum = 0;
    for (const std::uint8_t byte : out) sum ^= byte;  // every byte is there
    return sum != 0x5A;                               // and now and then there is no room
  }
  bool is_up = true;
  std::span<const std::uint8_t> frame;
};

class Clock final : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override { return now; }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
  std::uint64_t now = 1000;
};

// Repeats itself, so that an input always does the same and TCP's numbers can be found.
class Random final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override { std::ranges::fill(out, 0x11); }
};

std::uint32_t sum16(wire::Bytes bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sum += static_cast<std::uint32_t>(bytes[i]) << (i % 2 == 0 ? 8U : 0U);
  }
  return sum;
}

void store_sum(std::vector<std::uint8_t>& frame, std::size_t at, std::uint32_t sum) {
  while (sum > 0xFFFF) sum = (sum & 0xFFFFU) + (sum >> 16U);
  frame[at] = static_cast<std::uint8_t>(~sum >> 8U);
  frame[at + 1] = static_cast<std::uint8_t>(~sum);
}

// Where a protocol keeps its checksum; 0 if it has none.
std::size_t sum_offset(std::uint8_t protocol) {
  switch (protocol) {
    case 1:
    case 2:
    case 58:
      return 2;
    case 6:
      return 16;
    case 17:
      return 6;
    default:
      return 0;
  }
}

// Else hardly a frame would get past the checksums.
void repair(std::vector<std::uint8_t>& frame) {
  if (frame.size() < 34) return;
  const bool is_ipv4 = frame[12] == 0x08 && frame[13] == 0x00;
  const bool is_ipv6 = frame[12] == 0x86 && frame[13] == 0xDD;
  if (!is_ipv4 && !is_ipv6) return;
  const std::size_t header = is_ipv4 ? static_cast<std::size_t>(frame[14] & 0x0FU) * 4 : 40;
  const std::uint8_t protocol = is_ipv4 ? frame[23] : frame[20];
  const std::size_t start = 14 + header;
  if (is_ipv4 && header >= 20 && frame.size() >= start) {
    frame[24] = frame[25] = 0;
    store_sum(frame, 24, sum16(wire::Bytes(frame).subspan(14, header)));
  }
  std::size_t total = is_ipv4 ? static_cast<std::size_t>(frame[16] * 256 + frame[17])
                              : 40 + static_cast<std::size_t>(frame[18] * 256 + frame[19]);
  total = std::min(total, frame.size() - 14);
  const std::size_t at = sum_offset(protocol);
  if (at == 0 || total < header + at + 2) return;
  frame[start + at] = frame[start + at + 1] = 0;
  const wire::Bytes payload = wire::Bytes(frame).subspan(start, total - header);
  std::uint32_t sum = sum16(payload);
  if (protocol == 6 || protocol == 17 || protocol == 58) {
    sum += sum16(wire::Bytes(frame).subspan(is_ipv4 ? 26 : 22, is_ipv4 ? 8 : 32));
    sum += protocol + static_cast<std::uint32_t>(payload.size());
  }
  store_sum(frame, start + at, sum);
}

// Sends back what comes; false once the connection is over.
bool echo(net::Connection& connection) {
  const auto bytes = connection.received();
  connection.consume(connection.send(bytes));
  if (connection.at_end()) connection.finish();
  return !connection.broken() && !connection.at_end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Link link;
  Clock clock;
  Random random;
  std::vector<std::unique_ptr<net::Connection>> connections;
  const auto network = net::Network::create(
      link, clock, random, net::Serial{0xAA, 0xBB, 0xCC, 0xDD},
      [&](std::unique_ptr<net::Connection> one) { connections.push_back(std::move(one)); });
  if (!network) return 0;
  network->step();
  wire::Reader reader({data, size});
  while (const auto head = reader.u16()) {
    const auto frame = reader.take(std::min<std::size_t>(*head & 0x7FFU, reader.remaining()));
    std::vector<std::uint8_t> bytes(frame->begin(), frame->end());
    if ((*head & 0x8000U) == 0) repair(bytes);
    link.is_up = (*head & 0x7000U) != 0x7000U;
    link.frame = bytes;
    network->step();
    clock.now += (*head & 0x0800U) != 0 ? 1000U : 10U;
    std::erase_if(connections, [](const auto& one) { return !echo(*one); });
  }
  for (int i = 0; i < 20; ++i) {
    clock.now += 250;
    network->step();
  }
  return 0;
}
