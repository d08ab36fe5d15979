// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A machine as udev would describe it, with tokens plugged in.
#pragma once

#include <string>

#include "discovery/snapshot.h"

namespace gokeyctl::testing {

struct Machine {
  discovery::Snapshot snapshot;
  bool permitted = true;

  Machine() {
    snapshot.card_service = true;
    snapshot.accessible = [this](const std::string&) { return permitted; };
  }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // A token with all its functions, drivers bound, link up with an address, reader shown by pcscd.
  void plug(const std::string& port, const std::string& serial) {
    const std::string device = "/sys/devices/platform/vhci_hcd.0/usb1/" + port;
    add(device, "usb", "usb_device", port, "", "usb",
        {{"idVendor", "1209"}, {"idProduct", "2702"}, {"serial", serial}});
    add_interface(device, port + ":1.0", "02", "cdc_ether");
    add_interface(device, port + ":1.1", "0a", "cdc_ether");
    add_interface(device, port + ":1.2", "0b", "usbfs");
    add_interface(device, port + ":1.3", "03", "usbhid");
    const std::string net = "enx" + serial;
    add(device + "/" + port + ":1.0/net/" + net, "net", "", net, "", "cdc_ether", {});
    add(device + "/" + port + ":1.3/0003:1209:2702.0001/hidraw/hidraw" + serial, "hidraw", "",
        "hidraw" + serial, "/dev/hidraw" + serial, "usbhid", {});
    snapshot.interfaces[net] = {true, {"10.0.0.1/24"}};
    CardReader reader;
    reader.name = "USB armory Mk II [Smartcard] (" + serial + ") 00 00";
    reader.card_present = true;
    snapshot.readers.push_back(reader);
  }

  void add(const std::string& path, const std::string& subsystem, const std::string& type,
           const std::string& name, const std::string& node, const std::string& driver,
           std::map<std::string, std::string, std::less<>> attributes) {
    snapshot.devices.push_back({path, subsystem, type, name, node, driver, std::move(attributes)});
  }
  void add_interface(const std::string& device, const std::string& name,
                     const std::string& usb_class, const std::string& driver) {
    add(device + "/" + name, "usb", "usb_interface", name, "", driver,
        {{"bInterfaceClass", usb_class}});
  }
  void remove(const std::string& subsystem) {
    std::erase_if(snapshot.devices,
                  [&](const discovery::Device& d) { return d.subsystem == subsystem; });
  }

  [[nodiscard]] std::vector<UsbToken> tokens() const { return discovery::tokens_in(snapshot); }
};

}  // namespace gokeyctl::testing
