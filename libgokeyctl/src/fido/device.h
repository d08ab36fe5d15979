// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gokeyctl/fido.h"
#include "transport/hid/report_link.h"

namespace gokeyctl {

// For tests: a device at the other end of any ReportLink.
class FidoAccess {
 public:
  [[nodiscard]] static Result<FidoDevice> open(std::unique_ptr<transport::ReportLink> link,
                                               std::chrono::milliseconds timeout);
};

}  // namespace gokeyctl
