// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/net/windows.h"

namespace gokey::usb::windows {
namespace {

constexpr std::uint8_t kVendorCode = 0x4E;  // bRequest, ours to choose
constexpr std::uint16_t kDescriptorIndex = 7;
constexpr std::uint8_t kSetSize = 46;

}  // namespace

std::vector<std::uint8_t> platform_capability() {
  return {
      28,       0x10, 0x05,        0x00,                          // DEVICE CAPABILITY, PLATFORM
      0xDF,     0x60, 0xDD,        0xD8, 0x89, 0x45, 0xC7, 0x4C,  // MS_OS_20_Platform_Capability_ID
      0x9C,     0xD2, 0x65,        0x9D, 0x9E, 0x64, 0x8A, 0x9F,  //
      0x00,     0x00, 0x03,        0x06,                          // Windows 8.1 and later
      kSetSize, 0x00, kVendorCode, 0x00,                          // no alternate enumeration
  };
}

bool descriptor_set(const UsbSetup& setup, std::uint8_t interface,
                    std::vector<std::uint8_t>& answer) {
  if (setup.request != kVendorCode || setup.index != kDescriptorIndex || setup.value != 0) {
    return false;
  }
  answer = {
      10, 0, 0x00, 0x00, 0x00,      0x00, 0x03, 0x06, kSetSize, 0,  // set header (table 10)
      8,  0, 0x01, 0x00, 0x00,      0x00, 36,   0,                  // configuration subset, index 0
      8,  0, 0x02, 0x00, interface, 0x00, 28,   0,                  // function subset
      20, 0, 0x03, 0x00, 'W',       'I',  'N',  'N',  'C',      'M',
      0,  0,                                        // compatible ID (table 13)
      0,  0, 0,    0,    0,         0,    0,    0,  // no sub-compatible ID
  };
  return true;
}

}  // namespace gokey::usb::windows
