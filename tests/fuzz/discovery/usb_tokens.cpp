// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What devices, interfaces and readers may say of themselves. The input is lines; their first
// letter says what each describes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "discovery/snapshot.h"

namespace {

using gokeyctl::discovery::Device;
using gokeyctl::discovery::Snapshot;

// "D path|subsystem|type|name|node|driver|vendor|product|serial|class"
Device device_of(const std::string& line) {
  std::istringstream stream(line);
  Device device;
  std::string vendor, product, serial, usb_class;
  for (std::string* field : {&device.path, &device.subsystem, &device.type, &device.name,
                             &device.node, &device.driver, &vendor, &product, &serial, &usb_class})
    std::getline(stream, *field, '|');
  device.attributes = {{"idVendor", vendor},
                       {"idProduct", product},
                       {"serial", serial},
                       {"bInterfaceClass", usb_class}};
  return device;
}

void add_line(Snapshot& snapshot, const std::string& line) {
  if (line.empty()) return;
  const std::string rest = line.substr(1);
  const auto bar = rest.find('|');
  switch (line.front()) {
    case 'D':
      snapshot.devices.push_back(device_of(rest));
      break;
    case 'I':
      snapshot.interfaces[rest.substr(0, bar)] = {
          rest.size() % 2 == 0, {bar == std::string::npos ? "" : rest.substr(bar + 1)}};
      break;
    case 'R':
      snapshot.readers.emplace_back().name = rest;
      snapshot.card_service = true;
      break;
    default:
      break;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream lines(std::string(reinterpret_cast<const char*>(data), size));
  Snapshot snapshot;
  for (std::string line; std::getline(lines, line);) add_line(snapshot, line);
  for (const auto& token : gokeyctl::discovery::tokens_in(snapshot)) {
    // Whatever a device calls itself, nothing of it may be obeyed by a terminal.
    for (const char c : token.serial + token.port) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) std::abort();
    }
    static_cast<void>(gokeyctl::check_network(token));
  }
  return 0;
}
