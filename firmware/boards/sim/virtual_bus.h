// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A USB controller whose bus is a queue of requests, as Linux hands them to a host controller: what
// a USB/IP client asks for meets what the device has started, packet by packet.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "hal/usb_controller.h"
#include "wire/usbip.h"

namespace gokey::sim {

// Values of errno.h on Linux, negative, whatever this machine's are.
namespace urb_status {
inline constexpr std::int32_t kOk = 0;
inline constexpr std::int32_t kNoMemory = -12;       // ENOMEM
inline constexpr std::int32_t kNoDevice = -19;       // ENODEV
inline constexpr std::int32_t kInvalid = -22;        // EINVAL
inline constexpr std::int32_t kStalled = -32;        // EPIPE
inline constexpr std::int32_t kNoAnswer = -71;       // EPROTO
inline constexpr std::int32_t kBabble = -75;         // EOVERFLOW
inline constexpr std::int32_t kTakenBack = -104;     // ECONNRESET
inline constexpr std::int32_t kEndpointGone = -108;  // ESHUTDOWN
}  // namespace urb_status

class VirtualBus final : public hal::UsbController {
 public:
  // Requests that wait for the device at one time, and the bytes they carry to it.
  static constexpr std::size_t kMostWaiting = 256;
  static constexpr std::size_t kMostWaitingBytes = 4UZ * 1024 * 1024;

  // --- the host's side ---
  [[nodiscard]] bool attached() const { return events_ != nullptr; }
  // The device is plugged into a host, which resets it; unplug() takes it out, whatever is under
  // way.
  void plug(hal::UsbSpeed speed);
  void unplug();
  void submit(wire::UsbipSubmit urb);
  // Takes a request back. False if it is over already.
  [[nodiscard]] bool unlink(std::uint32_t sequence);

  struct Completion {
    std::uint32_t sequence = 0;
    std::int32_t status = urb_status::kOk;
    std::uint32_t actual = 0;
    std::vector<std::uint8_t> data;  // IN
  };
  // Moves what can be moved and tells the device. False if there was nothing to do.
  bool run();
  // What is over since the last call, in order.
  [[nodiscard]] std::vector<Completion> take_completions();

  // --- the device's side ---
  void attach(hal::UsbEvents& events) override { events_ = &events; }
  void detach() override;
  void set_address(std::uint8_t) override {}  // USB/IP clients keep the address to themselves
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
  struct Urb {
    std::uint32_t sequence = 0;
    std::uint32_t length = 0;
    bool zero_packet = false;        // OUT: one of no bytes is still to follow a full last packet
    std::vector<std::uint8_t> data;  // OUT: all; IN: what came so far
    std::size_t done = 0;            // OUT: bytes that went
    std::array<std::uint8_t, 8> setup{};
  };
  struct Pipe {
    bool open = false, stalled = false;
    std::uint16_t max_packet = 0;
    std::deque<Urb> urbs;
    // What the device started.
    bool started = false;
    std::span<const std::uint8_t> from;  // IN
    std::span<std::uint8_t> into;        // OUT
    std::size_t done = 0;
    bool zero_packet = false;
  };

  [[nodiscard]] Pipe& pipe(std::uint8_t address);
  [[nodiscard]] bool run_control();
  [[nodiscard]] bool run_pipe(std::uint8_t address);
  [[nodiscard]] bool packet_in(Pipe& pipe, std::uint8_t address);
  [[nodiscard]] bool packet_out(Pipe& pipe, std::uint8_t address);
  void device_done(Pipe& pipe, std::uint8_t address);
  void finish(Pipe& pipe, std::int32_t status, bool in);
  void finish_control(std::int32_t status, std::size_t actual, std::vector<std::uint8_t> data);
  void fail_all(Pipe& pipe, std::int32_t status);
  void forget_transfers();

  hal::UsbEvents* events_ = nullptr;
  std::array<Pipe, 32> pipes_;  // OUT 0…15, IN 0…15; number 0 is unused
  std::deque<Urb> control_;     // the front one is under way if control_busy_
  bool control_busy_ = false;
  std::optional<std::size_t> control_received_;  // to be told to the device
  std::vector<Completion> completions_;
  std::size_t waiting_ = 0, waiting_bytes_ = 0;
};

}  // namespace gokey::sim
