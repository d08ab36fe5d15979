// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The universal serial bus controller (IMX6ULLRM 56) as a device, at high or full speed.
//
// Each direction of an endpoint has a buffer of its own that is not cached. A transfer passes
// through it in pieces: callers may lend memory of any size and place, and caches need no care.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "hal/usb_controller.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

class UsbDevice final : public hal::UsbController {
 public:
  enum class Port : std::uint8_t { kUsb1, kUsb2 };

  // Starts clock, PHY and controller, invisible until attach(). One at a time in a program: the
  // queue heads and buffers are its.
  explicit UsbDevice(Port port);
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
  static constexpr unsigned kEndpoints = 8;
  static constexpr unsigned kChannels = 2 * kEndpoints;

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

  void start_hardware() const;
  void restart();
  void serve_reset();
  void serve_port();
  void serve_setup();
  void serve_transfers();
  void finish_piece(unsigned channel);
  void finish_control(unsigned channel, std::size_t size);
  void start_piece(unsigned channel);
  void prime(unsigned channel);
  void flush(std::uint32_t bits);
  void forget(unsigned channel);
  [[nodiscard]] std::size_t moved(unsigned channel) const;

  Block block_;
  bool second_;
  hal::UsbEvents* events_ = nullptr;
  bool was_reset_ = false;  // and the speed is not known yet
  bool suspended_ = false;
  bool receiving_ = false;            // the data stage of a control transfer
  std::span<std::uint8_t> received_;  // where it goes
  std::array<Channel, kChannels> channels_{};
};

}  // namespace gokey::imx6ul
