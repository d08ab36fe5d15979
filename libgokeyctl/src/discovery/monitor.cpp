// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <map>
#include <string_view>
#include <utility>

#include "base/system_error.h"
#include "discovery/udev.h"
#include "gokeyctl/usb.h"

namespace gokeyctl {

using namespace libudev;

struct UsbMonitor::Impl {
  discovery::Udev udev;
  discovery::UdevMonitor monitor;
  // Path in /sys → port, since a removed device has no attributes left to be recognised by.
  std::map<std::string, std::string, std::less<>> tokens;

  [[nodiscard]] std::optional<UsbEvent> judge(const discovery::Device& device,
                                              std::string_view action);
};

std::optional<UsbEvent> UsbMonitor::Impl::judge(const discovery::Device& device,
                                                std::string_view action) {
  if (action == "remove") {
    if (const auto node = tokens.extract(device.path))
      return UsbEvent{UsbEvent::Kind::kRemoved, node.mapped()};
  } else if (discovery::is_token(device)) {
    const bool added = tokens.insert_or_assign(device.path, device.name).second;
    return UsbEvent{added ? UsbEvent::Kind::kAdded : UsbEvent::Kind::kChanged, device.name};
  }
  // A part of a token: its path begins with the token's.
  for (const auto& [path, port] : tokens) {
    if (device.path.starts_with(path + "/")) return UsbEvent{UsbEvent::Kind::kChanged, port};
  }
  return std::nullopt;
}

UsbMonitor::UsbMonitor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
UsbMonitor::~UsbMonitor() = default;
UsbMonitor::UsbMonitor(UsbMonitor&&) noexcept = default;
UsbMonitor& UsbMonitor::operator=(UsbMonitor&&) noexcept = default;

Result<UsbMonitor> UsbMonitor::open() {
  auto impl = std::make_unique<Impl>();
  constexpr const char* kDoing = marked("watch USB");
  auto udev = discovery::open_udev(kDoing);
  if (!udev) return std::unexpected(std::move(udev).error());
  impl->udev = std::move(*udev);
  impl->monitor.reset(udev_monitor_new_from_netlink(impl->udev.get(), "udev"));
  bool ok = impl->monitor != nullptr;
  for (const char* subsystem : {"usb", "net", "hidraw"}) {
    ok = ok && udev_monitor_filter_add_match_subsystem_devtype(impl->monitor.get(), subsystem,
                                                               nullptr) >= 0;
  }
  if (!ok || udev_monitor_enable_receiving(impl->monitor.get()) < 0) {
    return std::unexpected(Error{.code = Code::kFailed,
                                 .message = say("{}: {}", say(kDoing), base::system_error(errno)),
                                 .hint = {},
                                 .details = {{"reason", "udev-monitor"}},
                                 .cause = nullptr});
  }
  // Listening first, looking second: nothing is missed between.
  const discovery::UdevEnumerate found(udev_enumerate_new(impl->udev.get()));
  udev_enumerate_add_match_subsystem(found.get(), "usb");
  udev_enumerate_scan_devices(found.get());
  for (udev_list_entry* at = udev_enumerate_get_list_entry(found.get()); at != nullptr;
       at = udev_list_entry_get_next(at)) {
    const discovery::UdevDevice device(
        udev_device_new_from_syspath(impl->udev.get(), udev_list_entry_get_name(at)));
    if (!device) continue;
    const discovery::Device seen = discovery::describe(device.get());
    if (discovery::is_token(seen)) impl->tokens.emplace(seen.path, seen.name);
  }
  return UsbMonitor(std::move(impl));
}

int UsbMonitor::fd() const { return udev_monitor_get_fd(impl_->monitor.get()); }

std::optional<UsbEvent> UsbMonitor::next() {
  for (;;) {
    const discovery::UdevDevice device(udev_monitor_receive_device(impl_->monitor.get()));
    if (!device) return std::nullopt;
    const char* action = udev_device_get_action(device.get());
    const auto event =
        impl_->judge(discovery::describe(device.get()), action == nullptr ? "" : action);
    if (event) return event;
  }
}

}  // namespace gokeyctl
