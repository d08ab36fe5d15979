// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/store/format.h"

namespace gokey::store {

// All headers of an area, and what they say together.
struct Survey {
  std::array<std::vector<std::optional<SegmentHeader>>, 2> headers;  // by copy and segment
  std::optional<SegmentHeader> highest;                              // by generation
  std::optional<std::uint32_t> active;  // segment of the highest one in force
  std::uint64_t generation = 0;         // of that one
  unsigned unreadable = 0, damaged = 0, foreign = 0, versions = 0;

  void add(std::uint32_t copy, std::uint32_t segment,
           const std::expected<SegmentHeader, HeaderError>& header);
};

}  // namespace gokey::store
