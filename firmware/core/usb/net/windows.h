// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Microsoft OS 2.0 descriptors that lead Windows to its NCM driver, UsbNcm: the compatible ID
// "WINNCM" for the network function. Windows 11 takes the driver by the interface class alone.
// References are to the "Microsoft OS 2.0 Descriptors Specification".
#pragma once

#include <cstdint>
#include <vector>

#include "core/usb/function.h"

namespace gokey::usb::windows {

inline constexpr std::uint8_t kFromDevice = 0xC0;  // bmRequestType of the vendor request

// The platform capability of the BOS descriptor (table 4).
[[nodiscard]] std::vector<std::uint8_t> platform_capability();

// Answers the request for the descriptor set, which has one function, beginning with `interface`,
// of the first configuration. False if the request is another one.
[[nodiscard]] bool descriptor_set(const UsbSetup& setup, std::uint8_t interface,
                                  std::vector<std::uint8_t>& answer);

}  // namespace gokey::usb::windows
