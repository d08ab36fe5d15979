// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The universal serial bus controller (IMX6ULLRM 56) as a device, at high or full speed.
//
// Each direction of an endpoint has a buffer of its own that is not cached. A transfer passes
// through it in pieces: callers may lend memory of any size and place, and caches need no care.
// Runs in User mode, on registers that the kernel lends and descriptors that it writes
// (usb_gate.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "hal/usb_controller.h"
#include "soc/imx6ul/call.h"
#include "soc/imx6ul/usb_memory.h"

namespace gokey::imx6ul {

class UsbDevice final : public hal::UsbController {
 public:
  // For the controller that lend_usb() lent, invisible until attach(). One at a time in a program:
  // the queue heads and buffers are its.
  UsbDevice() { restart(); }
  UsbDevice(const UsbDevice&) = delete;
  UsbDevice& operator=(const UsbDevice&) = delete;

  // Tells the events that came since. Part of the loop.
  void step();
  // Asks for an interrupt with the next one. True if one is there already.
  [[nodiscard]] bool expect();

  void attach(hal::UsbEvents& events) override;
  void detach() override;
  void set_address(std::uint8_t address) override;
  void control_send(std::span<const std::uint8_t> data, bool zero_packet) override;
  void control_receive(std::span<std::uint8_t> into) override;
  void control_acknowledge() override;
  void control_stall() override;
  void open_endpoint(const hal::UsbEndpoint& endpoint) override;
  void close_endpoint(std::uint8_t address) override;
  void start_in(std::uint8_t address, std::span<const std::uint8_t> data,
                bool zero_packet) override;
  void start_out(std::uint8_t address, std::span<std::uint8_t> into) override;
  void cancel(std::uint8_t address) override;
  void stall(std::uint8_t address) override;
  void unstall(std::uint8_t address) override;

 private:
  // A direction of an endpoint, numbered as the queue heads: OUT before IN.
  struct Channel {
    std::uint16_t max_packet = 0;  // 0: closed
    bool running = false;
    bool zero_packet = false;          // to be sent behind the data
    std::span<const std::uint8_t> in;  // not sent yet, without the piece under way
    std::span<std::uint8_t> out;       // not filled yet
    std::size_t done = 0;              // bytes, without the piece under way
    std::size_t piece = 0;             // bytes under way
  };

  void restart();
  void ask(usb::Operation operation, unsigned channel = 0, std::uint32_t argument = 0) const;
  void serve_reset();
  void serve_port();
  void serve_setup();
  void serve_transfers();
  void finish_piece(unsigned channel);
  void finish_control(unsigned channel, std::size_t size);
  void start_piece(unsigned channel);
  void flush(std::uint32_t bits);
  void forget(unsigned channel);
  [[nodiscard]] std::size_t moved(unsigned channel) const;

  LentBlock block_;
  hal::UsbEvents* events_ = nullptr;
  bool was_reset_ = false;  // and the speed is not known yet
  bool suspended_ = false;
  bool receiving_ = false;            // the data stage of a control transfer
  std::span<std::uint8_t> received_;  // where it goes
  std::array<Channel, usb::kChannels> channels_{};
};

}  // namespace gokey::imx6ul
