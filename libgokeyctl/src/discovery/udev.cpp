// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "discovery/udev.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

#include "base/system_error.h"
#include "gokeyctl/usb.h"

namespace gokeyctl {

namespace libudev {
GOKEY_LATE_LIBRARY("libudev.so.1", GOKEY_LIBUDEV)
}  // namespace libudev

namespace discovery {
namespace {

constexpr const char* kDoing = marked("ask udev for the USB devices");
constexpr std::array kAttributes{"idVendor", "idProduct", "serial", "bInterfaceClass"};

std::string text(const char* value) { return value == nullptr ? std::string() : value; }

Error udev_error(const char* doing, int number) {
  return Error{.code = Code::kFailed,
               .message = say("{}: {}", say(doing), base::system_error(number)),
               .hint = say("is /sys mounted?"),
               .details = {{"reason", "udev"}},
               .cause = nullptr};
}

// Interfaces of a token carry the driver at the USB interface they stand on.
std::string driver_of(udev_device* device) {
  if (const char* own = udev_device_get_driver(device)) return own;
  udev_device* parent =
      udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_interface");
  return parent == nullptr ? std::string() : text(udev_device_get_driver(parent));
}

Result<void> collect(udev* context, const char* subsystem, std::vector<Device>& into) {
  const UdevEnumerate found(udev_enumerate_new(context));
  if (!found) return std::unexpected(udev_error(kDoing, errno));
  udev_enumerate_add_match_subsystem(found.get(), subsystem);
  if (const int error = udev_enumerate_scan_devices(found.get()); error < 0)
    return std::unexpected(udev_error(kDoing, -error));
  for (udev_list_entry* at = udev_enumerate_get_list_entry(found.get()); at != nullptr;
       at = udev_list_entry_get_next(at)) {
    const UdevDevice device(udev_device_new_from_syspath(context, udev_list_entry_get_name(at)));
    if (device) into.push_back(describe(device.get()));  // gone meanwhile otherwise
  }
  return {};
}

std::string address_text(const ifaddrs& entry) {
  std::array<char, INET_ADDRSTRLEN> digits{};
  const auto* address = reinterpret_cast<const sockaddr_in*>(entry.ifa_addr);
  const auto* mask = reinterpret_cast<const sockaddr_in*>(entry.ifa_netmask);
  inet_ntop(AF_INET, &address->sin_addr, digits.data(), digits.size());
  const int bits = mask == nullptr ? 32 : std::popcount(mask->sin_addr.s_addr);
  return std::string(digits.data()) + "/" + std::to_string(bits);
}

std::map<std::string, Interface, std::less<>> interfaces() {
  std::map<std::string, Interface, std::less<>> all;
  ifaddrs* list = nullptr;
  if (getifaddrs(&list) != 0) return all;
  for (const ifaddrs* at = list; at != nullptr; at = at->ifa_next) {
    Interface& interface = all[at->ifa_name];
    interface.up = (at->ifa_flags & IFF_UP) != 0;
    if (at->ifa_addr != nullptr && at->ifa_addr->sa_family == AF_INET)
      interface.addresses.push_back(address_text(*at));
  }
  freeifaddrs(list);
  return all;
}

}  // namespace

Result<Udev> open_udev(const char* doing) {
  if (!load()) return std::unexpected(base::not_installed(say(doing), "libudev", "libudev1"));
  Udev context(udev_new());
  if (!context) return std::unexpected(udev_error(doing, errno));
  return context;
}

Device describe(udev_device* device) {
  Device out;
  out.path = text(udev_device_get_syspath(device));
  out.subsystem = text(udev_device_get_subsystem(device));
  out.type = text(udev_device_get_devtype(device));
  out.name = text(udev_device_get_sysname(device));
  out.node = text(udev_device_get_devnode(device));
  out.driver = driver_of(device);
  for (const char* attribute : kAttributes) {
    if (const char* value = udev_device_get_sysattr_value(device, attribute))
      out.attributes.emplace(attribute, value);
  }
  return out;
}

}  // namespace discovery

Result<std::vector<UsbToken>> list_usb_tokens() {
  const auto udev = discovery::open_udev(discovery::kDoing);
  if (!udev) return std::unexpected(udev.error());
  discovery::Snapshot snapshot;
  if (auto usb = discovery::collect(udev->get(), "usb", snapshot.devices); !usb)
    return std::unexpected(std::move(usb).error());
  // Most machines have no token most of the time: then nobody else need be asked.
  if (std::ranges::none_of(snapshot.devices, discovery::is_token)) return std::vector<UsbToken>{};
  for (const char* subsystem : {"net", "hidraw"}) {
    if (auto more = discovery::collect(udev->get(), subsystem, snapshot.devices); !more)
      return std::unexpected(std::move(more).error());
  }
  snapshot.interfaces = discovery::interfaces();
  if (auto readers = list_card_readers()) {
    snapshot.card_service = true;
    snapshot.readers = std::move(*readers);
  } else {
    snapshot.card_denied = readers.error().code == Code::kNoPermission;
  }
  snapshot.accessible = [](const std::string& node) {
    return access(node.c_str(), R_OK | W_OK) == 0;
  };
  return discovery::tokens_in(snapshot);
}

}  // namespace gokeyctl
