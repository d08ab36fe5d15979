// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <poll.h>

#include "boards/sim/posix.h"
#include "boards/sim/virtual_bus.h"
#include "core/usb/device.h"
#include "wire/usbip.h"

namespace gokey::sim {

// Offers the device to USB/IP clients on TCP connections. One client has it at a time; others see
// it in the list and are told that it is busy. A client that leaves, however it does, pulls the
// plug.
class UsbipServer {
 public:
  static constexpr const char* kBusId = "1-1";

  // Both outlive the server.
  UsbipServer(const usb::Device& device, VirtualBus& bus) : device_(device), bus_(bus) {}
  ~UsbipServer();
  UsbipServer(const UsbipServer&) = delete;
  UsbipServer& operator=(const UsbipServer&) = delete;

  // Takes a connected, non-blocking socket.
  void adopt(UniqueFd socket, std::string peer, std::uint64_t now_ms);
  void add_to(std::vector<pollfd>& polled) const;
  // Serves everybody as far as it goes without waiting.
  void step(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const;

 private:
  struct Connection {
    UniqueFd socket;
    std::string peer;
    std::uint64_t deadline_ms = 0;  // for its request
    bool imported = false;
    bool last_words = false;  // to be closed once everything is sent
    std::vector<std::uint8_t> received, outgoing;
    wire::UsbipCommandParser commands;
  };

  // Each returns false where the connection is over.
  [[nodiscard]] bool serve(Connection& one);
  [[nodiscard]] bool receive(Connection& one);
  [[nodiscard]] bool handle(Connection& one);
  [[nodiscard]] bool handle_request(Connection& one);
  [[nodiscard]] bool handle_commands(Connection& one);
  void import(Connection& one, const std::string& bus_id);
  void command(Connection& one, wire::UsbipCommand command);
  void run_bus(Connection& one);
  [[nodiscard]] bool send_some(Connection& one);
  void drop(Connection& one);
  [[nodiscard]] wire::UsbipDevice described() const;

  const usb::Device& device_;
  VirtualBus& bus_;
  std::vector<std::unique_ptr<Connection>> connections_;
  bool imported_ = false;
  bool more_to_do_ = false;
};

}  // namespace gokey::sim
