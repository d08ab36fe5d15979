// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Text from outside made fit for a terminal, a log or an error sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "gokeyctl/export.h"

namespace gokeyctl {

enum class LineEnds : std::uint8_t {
  kAsSpaces,  // one line comes out
  kKeep,      // CR LF and LF come out as LF, a lone CR is dropped
};

// `text` without escape sequences, control characters and bidirectional overrides; bytes that are
// not UTF-8 become
// '?'. At most `limit` bytes come out; what was cut off is marked with "...".
[[nodiscard]] GOKEYCTL_API std::string printable(std::string_view text, std::size_t limit = 200,
                                                 LineEnds ends = LineEnds::kAsSpaces);

// `pattern` with the values where it says {} (in order) or {1}, {2} … (by number, for translators).
// The values are put in as they are.
[[nodiscard]] GOKEYCTL_API std::string fill_in(std::string_view pattern,
                                               std::span<const std::string> values);

}  // namespace gokeyctl
