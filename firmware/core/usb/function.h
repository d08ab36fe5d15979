// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One function of the composite device: the card reader, the FIDO key, the network card. A function
// describes its interfaces, answers their class requests, and moves data through endpoints that the
// device core opens and closes for it. References are to the USB 2.0 specification.
//
//   class Echo final : public Function {
//     void describe(ConfigurationBuilder& config) override {
//       interface_ = config.reserve_interface();
//       in_ = config.reserve_in();
//       out_ = config.reserve_out();
//       config.interface({.number = interface_, .interface_class = 0xFF, .name = "Echo"});
//       config.bulk(in_);
//       config.bulk(out_);
//     }
//     void configured() override { transfers().start_out(out_, buffer_); }
//     void unconfigured() override {}
//     void transfer_done(std::uint8_t endpoint, std::size_t size) override {
//       if (endpoint == out_) transfers().start_in(in_, std::span(buffer_).first(size), true);
//       if (endpoint == in_) transfers().start_out(out_, buffer_);
//     }
//   };
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "hal/usb_controller.h"

namespace gokey::usb {

using hal::UsbSetup;
using hal::UsbSpeed;

// The fields of an interface descriptor (9.6.5) that a function chooses. bNumEndpoints is counted.
struct InterfaceDescription {
  std::uint8_t number = 0;     // from reserve_interface()
  std::uint8_t alternate = 0;  // 0 first, then 1, …
  std::uint8_t interface_class = 0;
  std::uint8_t subclass = 0;
  std::uint8_t protocol = 0;
  std::string_view name = {};  // empty: without a string
};

// Takes down one configuration's descriptors at one speed, in the order in which they are to
// appear.
class ConfigurationBuilder {
 public:
  virtual ~ConfigurationBuilder() = default;

  [[nodiscard]] virtual UsbSpeed speed() const = 0;

  // Numbers that no other function of the configuration has. An IN and an OUT endpoint reserved one
  // after the other may share their number.
  [[nodiscard]] virtual std::uint8_t reserve_interface() = 0;
  [[nodiscard]] virtual std::uint8_t reserve_in() = 0;   // an endpoint address, 81…8F
  [[nodiscard]] virtual std::uint8_t reserve_out() = 0;  // an endpoint address, 01…0F
  // The index of a string descriptor; the same text has the same index.
  [[nodiscard]] virtual std::uint8_t string(std::string_view text) = 0;

  // Interface Association Descriptor (ECN of July 2003) for the `count` interfaces from `first` on;
  // stands before their descriptors.
  virtual void association(const InterfaceDescription& first, std::uint8_t count) = 0;
  virtual void interface(const InterfaceDescription& interface) = 0;
  // A class-specific descriptor, whole, with bLength and bDescriptorType.
  virtual void class_specific(std::span<const std::uint8_t> descriptor) = 0;
  // Endpoints of the interface and alternate setting described last. Bulk packets have the speed's
  // largest size (64 or 512 bytes). An interrupt endpoint is asked at least every `period_ms`, as
  // near as the speed's bInterval can say it: 1…255 at full speed, powers of two at high speed.
  virtual void bulk(std::uint8_t address) = 0;
  virtual void interrupt(std::uint8_t address, std::uint16_t max_packet, unsigned period_ms) = 0;
};

// How a function moves data while it is configured: the calls of hal::UsbController on its own open
// endpoints. Calls on others, and all calls while not configured, do nothing.
class Transfers {
 public:
  virtual ~Transfers() = default;
  // See hal::UsbController: one transfer at a time for each endpoint, buffers are lent until
  // transfer_done(), cancel(), unconfigured(), or the change of the alternate setting.
  virtual void start_in(std::uint8_t endpoint, std::span<const std::uint8_t> data,
                        bool zero_packet) = 0;
  virtual void start_out(std::uint8_t endpoint, std::span<std::uint8_t> into) = 0;
  virtual void cancel(std::uint8_t endpoint) = 0;
  // Halts an endpoint until the host clears it, see halt_cleared().
  virtual void halt(std::uint8_t endpoint) = 0;
  // Speed of the bus: what max_packet of bulk endpoints is.
  [[nodiscard]] virtual UsbSpeed speed() const = 0;
};

// All calls come from the board's loop.
class Function {
 public:
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

  virtual ~Function() = default;

  // Called by the device core, before everything else.
  void attach_to(Transfers& transfers) { transfers_ = &transfers; }

  // Reserves numbers and writes descriptors. Called several times, for each speed and each
  // configuration, and with those that were chosen right before configured(): the numbers of the
  // last call are the valid ones. The same calls have to be made each time.
  virtual void describe(ConfigurationBuilder& config) = 0;

  // The host chose the configuration (again): every interface has alternate setting 0, whose
  // endpoints are open and idle.
  virtual void configured() = 0;
  // A reset, the plug pulled, configuration 0, or the next configured() is about to come: all
  // transfers are forgotten. Called only after configured().
  virtual void unconfigured() = 0;

  // SET_INTERFACE: `interface` has this alternate setting from now on (one of those described),
  // also if it had it before; its endpoints are newly open and idle, those of the old one are
  // closed. A function of one interface without alternates, as this does for it, begins anew
  // (9.4.10; scdaemon sends it before anything else).
  virtual void alternate_selected(std::uint8_t interface, std::uint8_t alternate) {
    (void)interface, (void)alternate;
    unconfigured();
    configured();
  }

  // A transfer went: `size` bytes.
  virtual void transfer_done(std::uint8_t endpoint, std::size_t size) = 0;
  // The host cleared the endpoint's halt (CLEAR_FEATURE), or what it took for one. A transfer that
  // was started is still under way; a function that halted the endpoint itself goes on from here.
  virtual void halt_cleared(std::uint8_t endpoint) { (void)endpoint; }

  // Class and vendor requests to the function's interfaces and endpoints, and the standard
  // GET_DESCRIPTOR to its interfaces (HID's report descriptor). A vendor request to the device is
  // offered to every function in turn. False stalls the request.
  // To the host: fill `answer`; what is longer than setup.length is cut by the core.
  [[nodiscard]] virtual bool control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) {
    (void)setup, (void)answer;
    return false;
  }
  // From the host: `data` is the whole data stage, setup.length bytes (kMaxControlData at most), or
  // nothing if there is none.
  [[nodiscard]] virtual bool control_out(const UsbSetup& setup,
                                         std::span<const std::uint8_t> data) {
    (void)setup, (void)data;
    return false;
  }
  static constexpr std::size_t kMaxControlData = 1024;

  // The first bus reset since the device was made, or since the plug was pulled: power came with
  // it.
  virtual void powered_up() {}

  virtual void suspended(bool suspended) { (void)suspended; }

  // A device capability of the BOS descriptor (as a whole, with bLength), or nothing. A device with
  // any says bcdUSB 2.01.
  [[nodiscard]] virtual std::vector<std::uint8_t> capability() const { return {}; }

  // What has to be done without waiting, and when to be called next, at the latest.
  virtual void step(std::uint64_t now_ms) { (void)now_ms; }
  [[nodiscard]] virtual std::uint64_t next_deadline() const { return kNever; }

 protected:
  [[nodiscard]] Transfers& transfers() const { return *transfers_; }

 private:
  Transfers* transfers_ = nullptr;
};

}  // namespace gokey::usb
