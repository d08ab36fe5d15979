// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Numbers of the USB 2.0 specification, chapter 9.
#pragma once

#include <cstddef>
#include <cstdint>

#include "hal/usb_controller.h"

namespace gokey::usb {

inline constexpr std::size_t kControlPacket = 64;

// Table 9-2: bmRequestType.
enum class RequestKind : std::uint8_t { kStandard = 0, kClass = 1, kVendor = 2, kReserved = 3 };
enum class Recipient : std::uint8_t { kDevice = 0, kInterface = 1, kEndpoint = 2, kOther = 3 };

[[nodiscard]] constexpr RequestKind kind_of(const hal::UsbSetup& setup) {
  return static_cast<RequestKind>(setup.request_type >> 5U & 3U);
}
[[nodiscard]] constexpr Recipient recipient_of(const hal::UsbSetup& setup) {
  const unsigned number = setup.request_type & 0x1FU;
  return static_cast<Recipient>(number < 3 ? number : 3U);
}

// Table 9-4: bRequest.
namespace request {
inline constexpr std::uint8_t kGetStatus = 0;
inline constexpr std::uint8_t kClearFeature = 1;
inline constexpr std::uint8_t kSetFeature = 3;
inline constexpr std::uint8_t kSetAddress = 5;
inline constexpr std::uint8_t kGetDescriptor = 6;
inline constexpr std::uint8_t kGetConfiguration = 8;
inline constexpr std::uint8_t kSetConfiguration = 9;
inline constexpr std::uint8_t kGetInterface = 10;
inline constexpr std::uint8_t kSetInterface = 11;
}  // namespace request

// Table 9-5 and, for the last two, the ECN on interface associations and USB 3.2, table 9-6.
namespace descriptor {
inline constexpr std::uint8_t kDevice = 1;
inline constexpr std::uint8_t kConfiguration = 2;
inline constexpr std::uint8_t kString = 3;
inline constexpr std::uint8_t kInterface = 4;
inline constexpr std::uint8_t kEndpoint = 5;
inline constexpr std::uint8_t kDeviceQualifier = 6;
inline constexpr std::uint8_t kOtherSpeed = 7;
inline constexpr std::uint8_t kInterfaceAssociation = 11;
inline constexpr std::uint8_t kBinaryObjectStore = 15;
}  // namespace descriptor

// Table 9-6: feature selectors.
inline constexpr std::uint16_t kEndpointHalt = 0;

}  // namespace gokey::usb
