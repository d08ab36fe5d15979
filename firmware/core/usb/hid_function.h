// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <deque>

#include "core/fido/reports.h"
#include "core/usb/function.h"
#include "hal/clock.h"

namespace gokey::usb {

// The FIDO key: a HID device (HID 1.11) with one input and one output report of 64 bytes, which go
// to and come from the FIDO application.
class HidFunction final : public Function {
 public:
  // Both outlive the function.
  HidFunction(fido::Reports& reports, const hal::Clock& clock) : reports_(reports), clock_(clock) {}

  void describe(ConfigurationBuilder& config) override;
  void configured() override;
  void unconfigured() override;
  void transfer_done(std::uint8_t endpoint, std::size_t size) override;
  [[nodiscard]] bool control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) override;
  [[nodiscard]] bool control_out(const UsbSetup& setup,
                                 std::span<const std::uint8_t> data) override;
  void powered_up() override { reports_.powered_up(); }
  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override;

 private:
  void send_next();

  fido::Reports& reports_;
  const hal::Clock& clock_;
  std::uint8_t interface_ = 0, in_ = 0, out_ = 0;
  bool configured_ = false, sending_ = false;
  std::uint8_t idle_ = 0;  // as SET_IDLE set it, in 4 ms; nothing is repeated all the same
  fido::Report incoming_{}, outgoing_{};
  fido::Report last_{};  // the input report sent last, for GET_REPORT
};

}  // namespace gokey::usb
