// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What control requests mean: the standard ones (9.4) here, class and vendor requests in the
// functions. Whatever is not valid is refused with a stall (9.2.7).
#include <algorithm>

#include "core/usb/device.h"
#include "core/usb/standard.h"

namespace gokey::usb {
namespace {

void put16(std::vector<std::uint8_t>& out, std::uint16_t value) {
  out.push_back(static_cast<std::uint8_t>(value));
  out.push_back(static_cast<std::uint8_t>(value >> 8U));
}

// The device class that says «look at the interface associations».
constexpr std::uint8_t kMiscellaneous = 0xEF;
constexpr std::uint8_t kCommon = 0x02;
constexpr std::uint8_t kAssociations = 0x01;

UsbSpeed other(UsbSpeed speed) {
  return speed == UsbSpeed::kHigh ? UsbSpeed::kFull : UsbSpeed::kHigh;
}

}  // namespace

bool Device::answer(const UsbSetup& setup, Answer& answer) {
  if (kind_of(setup) != RequestKind::kStandard) {
    if (is_vendor_to_device(setup)) {
      return std::ranges::any_of(
          all_functions_, [&](Function* function) { return function->control_in(setup, answer); });
    }
    Function* function = addressee(setup);
    return function != nullptr && function->control_in(setup, answer);
  }
  switch (recipient_of(setup)) {
    case Recipient::kDevice:
      return get_device(setup, answer);
    case Recipient::kInterface:
      return get_interface(setup, answer);
    case Recipient::kEndpoint:
      return get_endpoint(setup, answer);
    case Recipient::kOther:
      return false;
  }
  return false;
}

bool Device::perform(const UsbSetup& setup, std::span<const std::uint8_t> data) {
  if (kind_of(setup) != RequestKind::kStandard) {
    if (is_vendor_to_device(setup)) {
      return std::ranges::any_of(
          all_functions_, [&](Function* function) { return function->control_out(setup, data); });
    }
    Function* function = addressee(setup);
    return function != nullptr && function->control_out(setup, data);
  }
  switch (recipient_of(setup)) {
    case Recipient::kDevice:
      return set_device(setup);
    case Recipient::kInterface:
      return set_interface(setup);
    case Recipient::kEndpoint:
      return set_endpoint(setup);
    case Recipient::kOther:
      return false;
  }
  return false;
}

// No standard request of ours has data from the host (SET_DESCRIPTOR is optional, 9.4.8).
bool Device::takes_data(const UsbSetup& setup) {
  if (kind_of(setup) == RequestKind::kStandard) return false;
  if (setup.length > Function::kMaxControlData) return false;
  return is_vendor_to_device(setup) || addressee(setup) != nullptr;
}

bool Device::is_vendor_to_device(const UsbSetup& setup) const {
  return kind_of(setup) == RequestKind::kVendor && recipient_of(setup) == Recipient::kDevice;
}

Function* Device::addressee(const UsbSetup& setup) const {
  if (kind_of(setup) == RequestKind::kReserved) return nullptr;
  if (recipient_of(setup) == Recipient::kInterface) {
    const auto* one = interface(setup.index & 0xFFU);
    return one == nullptr ? nullptr : one->owner;
  }
  if (recipient_of(setup) == Recipient::kEndpoint) {
    const Endpoint* one = endpoint(setup.index);
    return one == nullptr ? nullptr : one->owner;
  }
  return nullptr;
}

bool Device::get_device(const UsbSetup& setup, Answer& answer) const {
  switch (setup.request) {
    case request::kGetStatus:
      if (setup.value != 0 || setup.index != 0) return false;
      answer = {0, 0};  // neither self-powered nor able to wake the host
      return true;
    case request::kGetDescriptor:
      return get_descriptor(setup, answer);
    case request::kGetConfiguration:
      if (setup.value != 0 || setup.index != 0) return false;
      answer = {configured_};
      return true;
    default:
      return false;
  }
}

bool Device::get_descriptor(const UsbSetup& setup, Answer& answer) const {
  const auto index = static_cast<std::uint8_t>(setup.value);
  const auto type = static_cast<std::uint8_t>(setup.value >> 8U);
  switch (type) {
    case descriptor::kDevice:
      if (index == 0) answer = device_descriptor();
      break;
    case descriptor::kConfiguration:
      answer = configuration_descriptor(speed_, index, type);
      break;
    case descriptor::kOtherSpeed:
      answer = configuration_descriptor(other(speed_), index, type);
      break;
    case descriptor::kDeviceQualifier:
      if (index == 0) answer = qualifier();
      break;
    case descriptor::kString:
      if (index == 0 || setup.index == kLanguage) answer = strings_.descriptor(index);
      break;
    case descriptor::kBinaryObjectStore:
      if (index == 0) answer = binary_object_store();
      break;
    default:
      break;
  }
  return !answer.empty();
}

std::vector<std::uint8_t> Device::device_descriptor() const {
  Answer out{18, descriptor::kDevice};
  // A BOS descriptor is asked for only where the device says more than 2.00.
  put16(out, binary_object_store().empty() ? 0x0200 : 0x0201);
  out.insert(out.end(), {kMiscellaneous, kCommon, kAssociations, kControlPacket});
  put16(out, identity_.vendor);
  put16(out, identity_.product);
  put16(out, identity_.release);
  out.insert(out.end(), {manufacturer_, product_, serial_});
  out.push_back(static_cast<std::uint8_t>(functions_.size()));
  return out;
}

Device::Answer Device::qualifier() const {
  return {10,
          descriptor::kDeviceQualifier,
          0x00,
          0x02,
          kMiscellaneous,
          kCommon,
          kAssociations,
          kControlPacket,
          static_cast<std::uint8_t>(functions_.size()),
          0};
}

Device::Answer Device::configuration_descriptor(UsbSpeed speed, std::uint8_t index,
                                                std::uint8_t type) const {
  if (index >= functions_.size()) return {};
  Answer out = described(speed, static_cast<std::uint8_t>(index + 1U)).descriptor;
  out[1] = type;
  return out;
}

// USB 3.2, 9.6.2. Empty where no function has a capability.
Device::Answer Device::binary_object_store() const {
  Answer out{5, descriptor::kBinaryObjectStore, 0, 0, 0};
  for (const Function* function : all_functions_) {
    const Answer capability = function->capability();
    if (capability.empty()) continue;
    out.insert(out.end(), capability.begin(), capability.end());
    ++out[4];
  }
  if (out[4] == 0) return {};
  out[2] = static_cast<std::uint8_t>(out.size());
  out[3] = static_cast<std::uint8_t>(out.size() >> 8U);
  return out;
}

bool Device::get_interface(const UsbSetup& setup, Answer& answer) {
  const auto* one = interface(setup.index);
  if (one == nullptr) return false;
  switch (setup.request) {
    case request::kGetStatus:
      if (setup.value != 0) return false;
      answer = {0, 0};
      return true;
    case request::kGetInterface:
      if (setup.value != 0) return false;
      answer = {alternates_[one->number]};
      return true;
    case request::kGetDescriptor:
      return one->owner->control_in(setup, answer);
    default:
      return false;
  }
}

// SYNCH_FRAME is for isochronous endpoints alone and refused with the rest.
bool Device::get_endpoint(const UsbSetup& setup, Answer& answer) const {
  if (setup.request != request::kGetStatus || setup.value != 0) return false;
  const bool zero = (setup.index & ~0x80U) == 0;
  const Endpoint* one = endpoint(setup.index);
  if (!zero && one == nullptr) return false;
  const bool halted = one != nullptr && one->halted;
  answer = {static_cast<std::uint8_t>(halted ? 1 : 0), 0};
  return true;
}

// The features of the device are remote wakeup and test modes; it has neither.
bool Device::set_device(const UsbSetup& setup) {
  if (setup.request == request::kSetAddress) {
    if (setup.value > 127 || setup.index != 0 || configured_ != 0) return false;
    controller_.set_address(static_cast<std::uint8_t>(setup.value));
    return true;
  }
  if (setup.request == request::kSetConfiguration) {
    if (setup.value > functions_.size() || setup.index != 0) return false;
    configure(static_cast<std::uint8_t>(setup.value));
    return true;
  }
  return false;
}

bool Device::set_interface(const UsbSetup& setup) {
  const auto* one = interface(setup.index);
  if (setup.request != request::kSetInterface || one == nullptr) return false;
  if (setup.value >= one->alternates.size()) return false;
  std::uint8_t& current = alternates_[one->number];
  close(one->alternates[current]);
  current = static_cast<std::uint8_t>(setup.value);
  open(one->alternates[current], one->owner);
  one->owner->alternate_selected(one->number, current);
  return true;
}

bool Device::set_endpoint(const UsbSetup& setup) {
  if (setup.value != kEndpointHalt) return false;
  // 9.4.5: endpoint 0 is never halted, so that nothing is to be cleared.
  if ((setup.index & ~0x80U) == 0) return setup.request == request::kClearFeature;
  Endpoint* one = endpoint(setup.index);
  if (one == nullptr) return false;
  const auto address = static_cast<std::uint8_t>(setup.index);
  if (setup.request == request::kSetFeature) {
    halt(address);
    return true;
  }
  if (setup.request != request::kClearFeature) return false;
  one->halted = false;
  controller_.unstall(address);
  one->owner->halt_cleared(address);
  return true;
}

}  // namespace gokey::usb
