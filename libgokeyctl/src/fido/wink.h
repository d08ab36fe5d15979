// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "transport/hid/report_link.h"

namespace gokeyctl::fido {

// A channel of its own, then CTAPHID_WINK on it (CTAP 2.1, 11.2.9.2.1), which libfido2 has no
// function for.
[[nodiscard]] Result<void> wink(transport::ReportLink& link, std::chrono::milliseconds timeout);

}  // namespace gokeyctl::fido
