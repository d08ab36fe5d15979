// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// HID reports of 64 bytes to and from one device, whatever carries them: hidraw, or a script in
// tests.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "base/deadline.h"
#include "gokeyctl/error.h"

namespace gokeyctl::transport {

using Report = std::array<std::uint8_t, 64>;

class ReportLink {
 public:
  virtual ~ReportLink() = default;
  // kTimeout; kUnreachable once the device is gone.
  [[nodiscard]] virtual Result<Report> read(base::Deadline deadline) = 0;
  [[nodiscard]] virtual Result<void> write(const Report& report) = 0;
};

// Opens "/dev/hidrawN". hidapi would add no more than the finding of devices, which is libudev's
// business here. kNoPermission, kUnreachable.
[[nodiscard]] Result<std::unique_ptr<ReportLink>> open_hidraw(const std::string& node);

}  // namespace gokeyctl::transport
