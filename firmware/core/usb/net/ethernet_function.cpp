// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/net/ethernet_function.h"

namespace gokey::usb {
namespace {

constexpr std::uint8_t kCommunications = 0x02, kData = 0x0A;                         // CDC 4.2, 4.5
constexpr std::uint8_t kClassInterface = 0x24;                                       // CS_INTERFACE
constexpr std::uint8_t kHeaderType = 0x00, kUnionType = 0x06, kEthernetType = 0x0F;  // table 13
constexpr std::uint16_t kNotificationPacket = 16;
constexpr unsigned kNotificationPeriodMs = 32;

constexpr std::uint8_t kToInterface = 0x21, kFromInterface = 0xA1;
constexpr std::uint8_t kSetEthernetPacketFilter = 0x43;  // ECM 6.2.4

constexpr std::uint8_t kNetworkConnection = 0x00;
constexpr std::uint8_t kConnectionSpeedChange = 0x2A;

constexpr std::uint8_t low(std::uint32_t value) { return static_cast<std::uint8_t>(value); }
constexpr std::uint8_t high(std::uint32_t value) { return static_cast<std::uint8_t>(value >> 8U); }

// CDC 6.3.1.
std::vector<std::uint8_t> network_connection(std::uint8_t interface) {
  return {kFromInterface, kNetworkConnection, 1, 0, interface, 0, 0, 0};
}

// CDC 6.3.3: bits per second downstream and upstream.
std::vector<std::uint8_t> speed_change(std::uint8_t interface, std::uint32_t speed) {
  std::vector<std::uint8_t> out{kFromInterface, kConnectionSpeedChange, 0, 0, interface, 0, 8, 0};
  for (int direction = 0; direction < 2; ++direction) {
    for (unsigned shift = 0; shift < 32; shift += 8) out.push_back(low(speed >> shift));
  }
  return out;
}

}  // namespace

void EthernetFunction::describe(ConfigurationBuilder& config) {
  control_ = config.reserve_interface();
  data_ = config.reserve_interface();
  notify_ = config.reserve_in();
  in_ = config.reserve_in();
  out_ = config.reserve_out();

  const InterfaceDescription control{.number = control_,
                                     .interface_class = kCommunications,
                                     .subclass = model_.subclass,
                                     .name = model_.name};
  config.association(control, 2);
  config.interface(control);
  config.class_specific(std::array<std::uint8_t, 5>{5, kClassInterface, kHeaderType, 0x20, 0x01});
  config.class_specific(
      std::array<std::uint8_t, 5>{5, kClassInterface, kUnionType, control_, data_});
  // ECM 5.4: no statistics, no multicast filters, no wake-up patterns.
  config.class_specific(std::array<std::uint8_t, 13>{13, kClassInterface, kEthernetType,
                                                     config.string(host_mac_), 0, 0, 0, 0,
                                                     low(kMaxFrame), high(kMaxFrame), 0, 0, 0});
  describe_model(config);
  config.interrupt(notify_, kNotificationPacket, kNotificationPeriodMs);

  InterfaceDescription data{.number = data_,
                            .interface_class = kData,
                            .protocol = model_.data_protocol,
                            .name = "CDC Data"};
  config.interface(data);
  data.alternate = 1;
  config.interface(data);
  config.bulk(in_);
  config.bulk(out_);
}

void EthernetFunction::configured() {
  notifications_.clear();
  notifying_ = false;
  close_data();
}

void EthernetFunction::unconfigured() { configured(); }

void EthernetFunction::close_data() {
  up_ = false;
  data_closed();
}

void EthernetFunction::alternate_selected(std::uint8_t interface, std::uint8_t alternate) {
  if (interface == control_) {
    notifying_ = false;  // its endpoint was opened anew
    return notify_next();
  }
  if (interface != data_) return;
  if (alternate != 1) return close_data();
  up_ = true;
  data_opened();
  notify_connected();
}

// Hosts take the network for unplugged until they are told (ECM 1.2, 6.3).
void EthernetFunction::notify_connected() {
  const std::uint32_t speed = transfers().speed() == UsbSpeed::kHigh ? 480'000'000 : 12'000'000;
  // One that is on its way stays; what waited behind it is said anew.
  notifications_.resize(notifying_ ? 1 : 0);
  notifications_.push_back(speed_change(control_, speed));
  notifications_.push_back(network_connection(control_));
  notify_next();
}

void EthernetFunction::notify_next() {
  if (notifying_ || notifications_.empty()) return;
  notifying_ = true;
  transfers().start_in(notify_, notifications_.front(), false);
}

void EthernetFunction::transfer_done(std::uint8_t endpoint, std::size_t size) {
  if (endpoint == notify_) {
    notifying_ = false;
    if (!notifications_.empty()) notifications_.pop_front();
    return notify_next();
  }
  if (!up_) return;
  if (endpoint == in_) data_sent();
  if (endpoint == out_) data_received(size);
}

bool EthernetFunction::for_control(const UsbSetup& setup) const {
  return (setup.request_type & 0x7FU) == kToInterface && setup.index == control_;
}

bool EthernetFunction::control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) {
  return model_in(setup, answer);
}

bool EthernetFunction::control_out(const UsbSetup& setup, std::span<const std::uint8_t> data) {
  if (!for_control(setup)) return false;
  // There are two stations on this link, so that every filter lets the same frames through.
  if (setup.request == kSetEthernetPacketFilter) return setup.length == 0;
  return model_out(setup, data);
}

}  // namespace gokey::usb
