// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Command and response APDUs to and from one card, whatever carries them: PC/SC, or a script in
// tests.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gokeyctl/error.h"

namespace gokeyctl::transport {

class CardLink {
 public:
  virtual ~CardLink() = default;
  // The response with its status word.
  [[nodiscard]] virtual Result<std::vector<std::uint8_t>> transmit(
      std::span<const std::uint8_t> command) = 0;
};

}  // namespace gokeyctl::transport
