// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <libudev.h>

#include "discovery/snapshot.h"

namespace gokeyctl::discovery {

template <auto release>
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

[[nodiscard]] Result<Udev> open_udev();
[[nodiscard]] Device describe(udev_device* device);

}  // namespace gokeyctl::discovery
