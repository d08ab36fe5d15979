// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The privileged side of the USB device controller: whoever writes a queue head, a transfer
// descriptor or ENDPTLISTADDR has the controller read and write any memory. What is written here
// leads to the buffers alone.
#pragma once

#include <cstdint>

namespace gokey::imx6ul {

enum class UsbPort : std::uint8_t { kUsb1, kUsb2 };

// Starts clock, PHY and controller, invisible to a host, and lends it to the loop's UsbDevice.
// Once.
void lend_usb(UsbPort port);

}  // namespace gokey::imx6ul
