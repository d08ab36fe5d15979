// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The USB device: composed of functions, driven by a controller. It owns the descriptors, the
// standard requests, and the endpoints, which functions use through it. References are to the USB
// 2.0 specification.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/usb/configuration.h"
#include "core/usb/function.h"
#include "hal/usb_controller.h"

namespace gokey::usb {

struct DeviceIdentity {
  std::uint16_t vendor = 0x1209;
  std::uint16_t product = 0x2702;
  std::uint16_t release = 0x0001;  // bcdDevice
  std::string manufacturer, product_name, serial;
};
// Of a token. Hosts remember devices by these texts, which are the original's.
[[nodiscard]] DeviceIdentity token_identity(std::array<std::uint8_t, 4> serial);

// One way to configure the device; the first is number 1. A function may be in several.
using FunctionList = std::vector<Function*>;

class Device final : public hal::UsbEvents, public Transfers {
 public:
  // The functions and the controller outlive the device.
  Device(hal::UsbController& controller, DeviceIdentity identity,
         std::vector<FunctionList> configurations);
  ~Device() override;
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  // Shows the device on the bus.
  void attach() { controller_.attach(*this); }

  void step(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const;

  // The configuration in use, 0: none.
  [[nodiscard]] std::uint8_t configuration() const { return configured_; }
  // For those who announce the device otherwise than by its descriptors (USB/IP's list).
  [[nodiscard]] const DeviceIdentity& identity() const { return identity_; }
  [[nodiscard]] const Configuration& described(UsbSpeed speed, std::uint8_t value = 1) const;
  [[nodiscard]] std::vector<std::uint8_t> device_descriptor() const;

  void usb_reset(UsbSpeed speed) override;
  void usb_disconnected() override;
  void usb_suspended() override;
  void usb_resumed() override;
  void usb_setup(const UsbSetup& setup) override;
  void usb_control_received(std::size_t size) override;
  void usb_transfer_done(std::uint8_t endpoint, std::size_t size) override;

  void start_in(std::uint8_t endpoint, std::span<const std::uint8_t> data,
                bool zero_packet) override;
  void start_out(std::uint8_t endpoint, std::span<std::uint8_t> into) override;
  void cancel(std::uint8_t endpoint) override;
  void halt(std::uint8_t endpoint) override;
  [[nodiscard]] UsbSpeed speed() const override { return speed_; }

 private:
  struct Endpoint {
    Function* owner = nullptr;  // null: closed
    bool halted = false;
  };
  using Answer = std::vector<std::uint8_t>;

  // Each returns false where the request is to be refused.
  [[nodiscard]] bool answer(const UsbSetup& setup, Answer& answer);
  [[nodiscard]] bool perform(const UsbSetup& setup, std::span<const std::uint8_t> data);
  [[nodiscard]] bool takes_data(const UsbSetup& setup);
  [[nodiscard]] bool get_device(const UsbSetup& setup, Answer& answer) const;
  [[nodiscard]] bool get_descriptor(const UsbSetup& setup, Answer& answer) const;
  [[nodiscard]] bool get_interface(const UsbSetup& setup, Answer& answer);
  [[nodiscard]] bool get_endpoint(const UsbSetup& setup, Answer& answer) const;
  [[nodiscard]] bool set_device(const UsbSetup& setup);
  [[nodiscard]] bool set_interface(const UsbSetup& setup);
  [[nodiscard]] bool set_endpoint(const UsbSetup& setup);

  [[nodiscard]] Answer qualifier() const;
  [[nodiscard]] Answer configuration_descriptor(UsbSpeed speed, std::uint8_t index,
                                                std::uint8_t type) const;
  [[nodiscard]] Answer binary_object_store() const;
  // The function that a class or vendor request is meant for; null: nobody.
  [[nodiscard]] Function* addressee(const UsbSetup& setup) const;
  [[nodiscard]] bool is_vendor_to_device(const UsbSetup& setup) const;

  void configure(std::uint8_t value);
  void unconfigure();
  void open(const std::vector<hal::UsbEndpoint>& endpoints, Function* owner);
  void close(const std::vector<hal::UsbEndpoint>& endpoints);
  [[nodiscard]] const Configuration::Interface* interface(std::uint16_t index) const;
  [[nodiscard]] Endpoint* endpoint(std::uint16_t address);
  [[nodiscard]] const Endpoint* endpoint(std::uint16_t address) const;

  hal::UsbController& controller_;
  DeviceIdentity identity_;
  std::vector<FunctionList> functions_;
  std::vector<Function*> all_functions_;  // each once
  StringTable strings_;
  std::uint8_t manufacturer_ = 0, product_ = 0, serial_ = 0;  // their string indices
  std::array<std::vector<Configuration>, 2> configurations_;  // by speed, then by number

  UsbSpeed speed_ = UsbSpeed::kHigh;
  bool plugged_ = false;                  // a bus reset came, and no disconnection since
  std::uint8_t configured_ = 0;           // number of the configuration
  std::vector<std::uint8_t> alternates_;  // by interface number
  std::array<Endpoint, 32> endpoints_{};

  // Of the control transfer under way; lent to the controller.
  UsbSetup setup_;
  Answer control_data_;
};

}  // namespace gokey::usb
