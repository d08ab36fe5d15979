// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The checks of gokeyctl doctor that look at tokens on USB.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/doctor/checks.h"
#include "gokeyctl/usb.h"

namespace gokeyctl::cli {

[[nodiscard]] Check check_usb(const Result<std::vector<UsbToken>>& tokens);
[[nodiscard]] Check check_drivers(const std::vector<UsbToken>& tokens);
[[nodiscard]] Check check_hidraw(const std::vector<UsbToken>& tokens);
[[nodiscard]] Check check_usb_reader(const std::vector<UsbToken>& tokens);
[[nodiscard]] Check check_address(const std::vector<UsbToken>& tokens);
// Whether another interface leads to the token's network, 10.0.0.0/24, too.
[[nodiscard]] Check check_routes(const Places& places, const std::vector<UsbToken>& tokens);
// Whether the kernel throws away answers of the second token as if they were forged.
[[nodiscard]] Check check_reverse_path(const Places& places, const std::vector<UsbToken>& tokens);

// Interfaces, but default routes, whose networks overlap with 10.0.0.0/24, from a table in the form
// of /proc/net/route.
[[nodiscard]] std::vector<std::string> interfaces_to_token(std::string_view table);

}  // namespace gokeyctl::cli
