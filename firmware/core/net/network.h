// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The token as a station on its link: 10.0.0.10 and an IPv6 link-local address, answering ARP,
// ping, DHCP and the name gokey-SERIAL.local, and taking TCP connections on the SSH port.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/net/addresses.h"
#include "core/net/connection.h"
#include "hal/clock.h"
#include "hal/frame_link.h"
#include "hal/random.h"

namespace gokey::net {

class Network {
 public:
  // Gets each new connection, from step().
  using Accept = std::function<void(std::unique_ptr<Connection>)>;

  // One at a time in a program, since lwIP has one state: null while there is another. What is
  // referred to outlives it; its connections may outlive it too and are broken then.
  [[nodiscard]] static std::unique_ptr<Network> create(hal::FrameLink& link,
                                                       const hal::Clock& clock, hal::Random& random,
                                                       const Serial& serial, Accept accept);
  ~Network();
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  // Takes the frames that came and does what is due. When the link goes down, all connections
  // break: the host forgets them together with its network interface.
  void step();
  // hal::Clock time by which step() wants to be called even if no frame comes; 0: at once.
  [[nodiscard]] std::uint64_t next_deadline() const;

 private:
  struct Impl;
  explicit Network(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace gokey::net
