// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <libudev.h>

#include "base/late_library.h"
#include "discovery/snapshot.h"

// clang-format off: a list
#define GOKEY_LIBUDEV(f) \
  f(udev_new) f(udev_unref) f(udev_device_get_action) f(udev_device_get_devnode) \
  f(udev_device_get_devtype) f(udev_device_get_driver) \
  f(udev_device_get_parent_with_subsystem_devtype) f(udev_device_get_subsystem) \
  f(udev_device_get_sysattr_value) f(udev_device_get_sysname) f(udev_device_get_syspath) \
  f(udev_device_new_from_syspath) f(udev_device_unref) f(udev_enumerate_add_match_subsystem) \
  f(udev_enumerate_get_list_entry) f(udev_enumerate_new) f(udev_enumerate_scan_devices) \
  f(udev_enumerate_unref) f(udev_list_entry_get_name) f(udev_list_entry_get_next) \
  f(udev_monitor_enable_receiving) f(udev_monitor_filter_add_match_subsystem_devtype) \
  f(udev_monitor_get_fd) f(udev_monitor_new_from_netlink) f(udev_monitor_receive_device) \
  f(udev_monitor_unref)
// clang-format on

// Loaded by open_udev(); nothing of it may be called before.
namespace gokeyctl::libudev {

GOKEY_LIBUDEV(GOKEY_LATE_DECLARE)

// False where it is not installed.
[[nodiscard]] bool load();

}  // namespace gokeyctl::libudev

namespace gokeyctl::discovery {

// Its functions rather than those of the header, which are not linked.
using namespace libudev;

template <auto& release>
struct Release {
  template <typename T>
  void operator()(T* object) const {
    release(object);
  }
};
using Udev = std::unique_ptr<udev, Release<udev_unref>>;
using UdevDevice = std::unique_ptr<udev_device, Release<udev_device_unref>>;
using UdevEnumerate = std::unique_ptr<udev_enumerate, Release<udev_enumerate_unref>>;
using UdevMonitor = std::unique_ptr<udev_monitor, Release<udev_monitor_unref>>;

// kUnsupported: libudev is not installed. `doing` is what it is wanted for, marked().
[[nodiscard]] Result<Udev> open_udev(const char* doing);
[[nodiscard]] Device describe(udev_device* device);

}  // namespace gokeyctl::discovery
