// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gokeyctl::host_key {

inline constexpr std::string_view kName = "GoKey";
inline constexpr std::string_view kPrefix = "SHA256:";
inline constexpr std::size_t kDigestCharacters = 43;  // 32 bytes in base 64 without padding

// The 32 bytes; nothing if it is no such fingerprint in its one correct spelling.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> digest_of(std::string_view fingerprint);

}  // namespace gokeyctl::host_key
