// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The checks that look at tokens on USB.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doctor/checks.h"
#include "gokeyctl/usb.h"

namespace gokeyctl::doctor {

[[nodiscard]] DoctorCheck check_usb(const Result<std::vector<UsbToken>>& tokens);
[[nodiscard]] DoctorCheck check_drivers(const std::vector<UsbToken>& tokens);
[[nodiscard]] DoctorCheck check_hidraw(const std::vector<UsbToken>& tokens);
[[nodiscard]] DoctorCheck check_usb_reader(const std::vector<UsbToken>& tokens);
[[nodiscard]] DoctorCheck check_address(const std::vector<UsbToken>& tokens);
// Whether another interface leads to the token's network, 10.0.0.0/24, too.
[[nodiscard]] DoctorCheck check_routes(const Places& places, const std::vector<UsbToken>& tokens);
// Whether the kernel throws away answers of the second token as if they were forged.
[[nodiscard]] DoctorCheck check_reverse_path(const Places& places,
                                             const std::vector<UsbToken>& tokens);

// Interfaces, but default routes, whose networks overlap with 10.0.0.0/24, from a table in the form
// of /proc/net/route.
[[nodiscard]] std::vector<std::string> interfaces_to_token(std::string_view table);

}  // namespace gokeyctl::doctor
