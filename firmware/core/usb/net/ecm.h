// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "core/usb/net/ethernet_function.h"

namespace gokey::usb {

// CDC's Ethernet Control Model: one frame is one transfer.
class Ecm final : public EthernetFunction {
 public:
  explicit Ecm(std::string host_mac);

  [[nodiscard]] bool waiting() const override { return up() && incoming_ != Incoming::kLent; }
  [[nodiscard]] std::span<const std::uint8_t> receive() override;
  [[nodiscard]] bool send(std::span<const std::uint8_t> frame) override;

 private:
  void data_opened() override;
  void data_closed() override;
  void data_sent() override;
  void data_received(std::size_t size) override;
  void listen();
  void send_next();

  // The longest frame and what a host may append to it, in whole packets.
  static constexpr std::size_t kBuffer = 2048;
  static constexpr std::size_t kMostWaiting = 64;  // frames

  enum class Incoming : std::uint8_t { kLent, kReady, kTaken };
  std::array<std::uint8_t, kBuffer> buffer_{};
  Incoming incoming_ = Incoming::kLent;
  std::size_t size_ = 0;
  std::deque<std::vector<std::uint8_t>> outgoing_;  // the first one is on its way
};

}  // namespace gokey::usb
