// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "gokeyctl/error.h"

namespace gokeyctl::cli {

// Creates `file` with mode 0600 and this content; a file that exists is never overwritten
// (kFailed).
[[nodiscard]] Result<void> write_new_file(const std::string& file, std::string_view content);
// Replaces `file`, mode 0644.
[[nodiscard]] Result<void> write_file(const std::string& file, std::string_view content);
// At most `limit` bytes; "-" is the standard input. kFailed if it cannot be read or is larger.
[[nodiscard]] Result<std::string> read_file(const std::string& file, std::size_t limit);

}  // namespace gokeyctl::cli
