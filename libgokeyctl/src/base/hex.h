// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gokeyctl::base {

[[nodiscard]] std::string hex_lower(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::string hex_upper(std::span<const std::uint8_t> bytes);
// Whole bytes, either case, no separators.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> parse_hex(std::string_view text);

[[nodiscard]] bool is_hex(std::string_view text);
// ASCII only, whatever the locale.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);

}  // namespace gokeyctl::base
