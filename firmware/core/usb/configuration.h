// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What functions describe, taken down: the descriptors of one configuration and what the device
// core has to know of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/usb/function.h"

namespace gokey::usb {

// The string descriptors of a device, all in one language (0409, English).
class StringTable {
 public:
  // 1…255; the same text has the same index, the empty text 0.
  [[nodiscard]] std::uint8_t index_of(std::string_view text);
  // The string descriptor (9.6.7); index 0 is the list of languages. Empty: there is none.
  [[nodiscard]] std::vector<std::uint8_t> descriptor(std::uint8_t index) const;

 private:
  std::vector<std::string> texts_;  // ASCII, at most 126 characters each
};
inline constexpr std::uint16_t kLanguage = 0x0409;

struct Configuration {
  struct Interface {
    std::uint8_t number = 0;
    std::uint8_t interface_class = 0, subclass = 0, protocol = 0;  // of alternate setting 0
    Function* owner = nullptr;
    std::vector<std::vector<hal::UsbEndpoint>> alternates;  // endpoints, by bAlternateSetting
  };
  std::vector<std::uint8_t> descriptor;  // configuration descriptor with all that belongs to it
  std::vector<Interface> interfaces;     // by number
};

struct PowerNeeds {
  std::uint8_t attributes = 0x80;  // bmAttributes: powered by the bus, without remote wakeup
  std::uint16_t milliamperes = 500;
};

// Lets every function describe itself. `value` is bConfigurationValue.
[[nodiscard]] Configuration compose(const std::vector<Function*>& functions, UsbSpeed speed,
                                    std::uint8_t value, PowerNeeds power, StringTable& strings);

}  // namespace gokey::usb
