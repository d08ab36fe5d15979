// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What CDC's two Ethernet models have in common: a control interface with notifications, a data
// interface whose alternate setting 1 carries frames, and the host's Ethernet address. References
// are to "Universal Serial Bus Class Definitions for Communications Devices" 1.2 (CDC) and its
// subclass specification for the Ethernet Control Model 1.2 (ECM).
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/usb/function.h"
#include "hal/frame_link.h"

namespace gokey::usb {

class EthernetFunction : public Function, public hal::FrameLink {
 public:
  void describe(ConfigurationBuilder& config) final;
  void configured() final;
  void unconfigured() final;
  void alternate_selected(std::uint8_t interface, std::uint8_t alternate) final;
  void transfer_done(std::uint8_t endpoint, std::size_t size) final;
  bool control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) final;
  bool control_out(const UsbSetup& setup, std::span<const std::uint8_t> data) final;

  // The data interface has its alternate setting 1.
  [[nodiscard]] bool up() const final { return up_; }
  // Something came that receive() has not yet given.
  [[nodiscard]] virtual bool waiting() const = 0;

 protected:
  struct Model {
    std::uint8_t subclass;       // of the control interface
    std::uint8_t data_protocol;  // of the data interface
    std::string_view name;
  };
  // `host_mac`: twelve hex digits, the address that the host's interface is to have.
  EthernetFunction(const Model& model, std::string host_mac)
      : model_(model), host_mac_(std::move(host_mac)) {}

  // Functional descriptors of the model alone, after those of all.
  virtual void describe_model(ConfigurationBuilder& config) { (void)config; }
  // The data endpoints are there and idle, perhaps again.
  virtual void data_opened() = 0;
  // They are gone, and everything that the host has set is forgotten (NCM 1.0, 7.2).
  virtual void data_closed() = 0;
  virtual void data_sent() = 0;
  virtual void data_received(std::size_t size) = 0;
  // Requests to the control interface beyond those of both models.
  [[nodiscard]] virtual bool model_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) {
    (void)setup, (void)answer;
    return false;
  }
  [[nodiscard]] virtual bool model_out(const UsbSetup& setup, std::span<const std::uint8_t> data) {
    (void)setup, (void)data;
    return false;
  }

  [[nodiscard]] std::uint8_t control_interface() const { return control_; }
  [[nodiscard]] std::uint8_t in() const { return in_; }
  [[nodiscard]] std::uint8_t out() const { return out_; }

 private:
  void close_data();
  void notify_connected();
  void notify_next();
  // A class request to the control interface.
  [[nodiscard]] bool for_control(const UsbSetup& setup) const;

  const Model model_;
  const std::string host_mac_;
  std::uint8_t control_ = 0, data_ = 0;
  std::uint8_t notify_ = 0, in_ = 0, out_ = 0;
  bool up_ = false;
  bool notifying_ = false;
  std::deque<std::vector<std::uint8_t>> notifications_;  // the first one may be on its way
};

}  // namespace gokey::usb
