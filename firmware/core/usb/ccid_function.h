// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/usb/ccid_slot.h"
#include "core/usb/function.h"

namespace gokey::usb {

// The smart card reader: USB CCID, revision 1.1, exchanging short and extended APDUs, with one slot
// for each card.
class CcidFunction final : public Function {
 public:
  // A message whose next packet does not come for this long is given up.
  static constexpr std::uint64_t kStalledMs = 1000;

  // Clock and cards outlive the function. `name` is the interface's string.
  CcidFunction(const std::vector<CardSlot*>& cards, const hal::Clock& clock, std::string name);
  ~CcidFunction() override;

  void describe(ConfigurationBuilder& config) override;
  void configured() override;
  void unconfigured() override;
  void transfer_done(std::uint8_t endpoint, std::size_t size) override;
  [[nodiscard]] bool control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) override;
  [[nodiscard]] bool control_out(const UsbSetup& setup,
                                 std::span<const std::uint8_t> data) override;
  void suspended(bool suspended) override;
  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override;

 private:
  void receive(std::size_t wanted);
  void receive_rest(std::uint64_t left);
  void receive_excess();
  [[nodiscard]] std::size_t packet_size() const;
  // False while so many answers wait that no more messages are taken.
  [[nodiscard]] bool host_reads() const;
  void receive_next();
  void received(std::size_t size);
  void message_ended();
  void refuse(wire::Bytes message, std::uint8_t error);
  void send(std::vector<std::uint8_t> message);
  void send_next();
  void notify();

  const hal::Clock& clock_;
  std::string name_;
  std::vector<std::unique_ptr<CcidSlot>> slots_;

  std::uint8_t interface_ = 0, in_ = 0, out_ = 0, interrupt_ = 0;
  bool configured_ = false;

  // The message that is coming in, packet by packet.
  std::array<std::uint8_t, kCcidMaxMessage> buffer_{};
  std::size_t have_ = 0;
  std::size_t asked_ = 0;     // of the transfer under way; 0: none
  std::uint64_t excess_ = 0;  // bytes still to come of a message that is longer than the buffer
  bool too_long_ = false;
  std::uint64_t stalled_at_ms_ = kNever;

  std::deque<std::vector<std::uint8_t>> answers_;  // the front one is being sent
  bool sending_ = false, notifying_ = false;
  std::vector<std::uint8_t> notification_;
};

}  // namespace gokey::usb
