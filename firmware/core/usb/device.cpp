// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Composition, configuration, endpoints and the course of control transfers. What requests mean is
// in device_requests.cpp.
#include "core/usb/device.h"

#include <algorithm>
#include <utility>

#include "core/usb/standard.h"
#include "wire/hex.h"

namespace gokey::usb {
namespace {

std::size_t slot_of(std::uint16_t address) {
  return (address & 0x0FU) | ((address & 0x80U) != 0 ? 16U : 0U);
}

bool is_in(std::uint8_t address) { return (address & 0x80U) != 0; }

}  // namespace

DeviceIdentity token_identity(std::array<std::uint8_t, 4> serial) {
  DeviceIdentity identity;
  identity.manufacturer = "WithSecure Foundry";
  identity.product_name = "Composite Ethernet ECM / OpenPGP Smart Card Device";
  identity.serial = wire::to_upper_hex(serial);
  return identity;
}

Device::Device(hal::UsbController& controller, DeviceIdentity identity,
               std::vector<FunctionList> configurations)
    : controller_(controller),
      identity_(std::move(identity)),
      functions_(std::move(configurations)) {
  manufacturer_ = strings_.index_of(identity_.manufacturer);
  product_ = strings_.index_of(identity_.product_name);
  serial_ = strings_.index_of(identity_.serial);
  for (const FunctionList& list : functions_) {
    for (Function* function : list) {
      if (std::ranges::find(all_functions_, function) != all_functions_.end()) continue;
      all_functions_.push_back(function);
      function->attach_to(*this);
    }
  }
  for (const UsbSpeed speed : {UsbSpeed::kFull, UsbSpeed::kHigh}) {
    auto& made = configurations_.at(static_cast<std::size_t>(speed));
    for (const FunctionList& list : functions_) {
      const auto value = static_cast<std::uint8_t>(made.size() + 1);
      made.push_back(compose(list, speed, value, {}, strings_));
    }
  }
}

Device::~Device() {
  unconfigure();
  controller_.detach();
}

void Device::step(std::uint64_t now_ms) {
  for (Function* function : all_functions_) function->step(now_ms);
}

std::uint64_t Device::next_deadline() const {
  std::uint64_t next = Function::kNever;
  for (const Function* function : all_functions_) next = std::min(next, function->next_deadline());
  return next;
}

const Configuration& Device::described(UsbSpeed speed, std::uint8_t value) const {
  return configurations_.at(static_cast<std::size_t>(speed)).at(value - 1U);
}

void Device::usb_reset(UsbSpeed speed) {
  unconfigure();
  speed_ = speed;
  if (std::exchange(plugged_, true)) return;
  for (Function* function : all_functions_) function->powered_up();
}

void Device::usb_disconnected() {
  unconfigure();
  plugged_ = false;
}

void Device::usb_suspended() {
  for (Function* function : all_functions_) function->suspended(true);
}

void Device::usb_resumed() {
  for (Function* function : all_functions_) function->suspended(false);
}

void Device::usb_setup(const UsbSetup& setup) {
  setup_ = setup;
  control_data_.clear();
  if (setup.to_host()) {
    if (!answer(setup, control_data_)) return controller_.control_stall();
    if (setup.length == 0) return controller_.control_acknowledge();
    if (control_data_.size() > setup.length) control_data_.resize(setup.length);
    return controller_.control_send(control_data_, control_data_.size() < setup.length);
  }
  if (setup.length != 0) {
    if (!takes_data(setup)) return controller_.control_stall();
    control_data_.resize(setup.length);
    return controller_.control_receive(control_data_);
  }
  if (!perform(setup, {})) return controller_.control_stall();
  controller_.control_acknowledge();
}

void Device::usb_control_received(std::size_t size) {
  // 8.5.3: the data stage has the length that the setup packet said.
  if (size != setup_.length || !perform(setup_, control_data_)) return controller_.control_stall();
  controller_.control_acknowledge();
}

void Device::usb_transfer_done(std::uint8_t address, std::size_t size) {
  const Endpoint* one = endpoint(address);
  if (one != nullptr) one->owner->transfer_done(address, size);
}

void Device::start_in(std::uint8_t address, std::span<const std::uint8_t> data, bool zero_packet) {
  if (is_in(address) && endpoint(address) != nullptr) {
    controller_.start_in(address, data, zero_packet);
  }
}

void Device::start_out(std::uint8_t address, std::span<std::uint8_t> into) {
  if (!is_in(address) && endpoint(address) != nullptr) controller_.start_out(address, into);
}

void Device::cancel(std::uint8_t address) {
  if (endpoint(address) != nullptr) controller_.cancel(address);
}

void Device::halt(std::uint8_t address) {
  Endpoint* one = endpoint(address);
  if (one == nullptr) return;
  one->halted = true;
  controller_.stall(address);
}

void Device::configure(std::uint8_t value) {
  unconfigure();
  if (value == 0) return;
  const FunctionList& functions = functions_[value - 1U];
  // Numbers may differ between speeds and configurations: the functions learn those that hold now.
  (void)compose(functions, speed_, value, {}, strings_);
  configured_ = value;
  const Configuration& chosen = described(speed_, value);
  alternates_.assign(chosen.interfaces.size(), 0);
  for (const auto& one : chosen.interfaces) open(one.alternates.front(), one.owner);
  for (Function* function : functions) function->configured();
}

void Device::unconfigure() {
  if (configured_ == 0) return;
  for (Function* function : functions_[configured_ - 1U]) function->unconfigured();
  const Configuration& chosen = described(speed_, configured_);
  for (const auto& one : chosen.interfaces) close(one.alternates[alternates_[one.number]]);
  configured_ = 0;
}

void Device::open(const std::vector<hal::UsbEndpoint>& endpoints, Function* owner) {
  for (const hal::UsbEndpoint& one : endpoints) {
    endpoints_.at(slot_of(one.address)) = {owner, false};
    controller_.open_endpoint(one);
  }
}

void Device::close(const std::vector<hal::UsbEndpoint>& endpoints) {
  for (const hal::UsbEndpoint& one : endpoints) {
    endpoints_.at(slot_of(one.address)) = {};
    controller_.close_endpoint(one.address);
  }
}

const Configuration::Interface* Device::interface(std::uint16_t index) const {
  if (configured_ == 0) return nullptr;
  const auto& interfaces = described(speed_, configured_).interfaces;
  return index < interfaces.size() ? &interfaces[index] : nullptr;
}

Device::Endpoint* Device::endpoint(std::uint16_t address) {
  return const_cast<Endpoint*>(std::as_const(*this).endpoint(address));
}

const Device::Endpoint* Device::endpoint(std::uint16_t address) const {
  if ((address & ~0x8FU) != 0 || (address & 0x0FU) == 0) return nullptr;
  const Endpoint& one = endpoints_.at(slot_of(address));
  return one.owner == nullptr ? nullptr : &one;
}

}  // namespace gokey::usb
