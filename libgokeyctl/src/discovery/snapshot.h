// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the machine said about its devices at one moment, and the tokens in it. Collecting is one
// thing (udev.cpp), understanding another (tokens.cpp), so that the latter is a pure function.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/usb.h"

namespace gokeyctl::discovery {

// One device of udev.
struct Device {
  std::string path;       // in /sys: "/sys/devices/…/usb1/1-2"
  std::string subsystem;  // "usb", "net", "hidraw"
  std::string type;       // "usb_device", "usb_interface"; empty for the others
  std::string name;       // the last part of the path
  std::string node;       // in /dev, or empty
  std::string driver;
  std::map<std::string, std::string, std::less<>> attributes;  // "serial", "idVendor", …
};

// A network interface of the kernel: getifaddrs(3).
struct Interface {
  bool up = false;
  std::vector<std::string> addresses;  // "10.0.0.1/24"
};

struct Snapshot {
  std::vector<Device> devices;
  std::map<std::string, Interface, std::less<>> interfaces;
  bool card_service = false;  // pcscd answers; without it no reader is missed
  bool card_denied = false;   // it runs, but not for this person: nothing is known of readers
  std::vector<CardReader> readers;
  std::function<bool(const std::string& node)> accessible;
};

[[nodiscard]] std::vector<UsbToken> tokens_in(const Snapshot& snapshot);

// True if the device is a token as a whole.
[[nodiscard]] bool is_token(const Device& device);

// True if pcscd made this reader's name from a device with this serial. pcsc-lite puts it in
// brackets behind the driver's name unless it is part of the interface's (hotplug_libudev.c).
[[nodiscard]] bool names_serial(std::string_view reader, std::string_view serial);

// True for "10.0.0.1/24" and the like: the token's own address is on this link.
[[nodiscard]] bool reaches_token(std::string_view address);

}  // namespace gokeyctl::discovery
