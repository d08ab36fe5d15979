// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Takes in what `provision` is sent (wire/provisioning.h), in memory that is wiped.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/crypto/secret.h"
#include "wire/provisioning.h"

namespace gokey::console {

class Upload {
 public:
  enum class State : std::uint8_t {
    kIncomplete,
    kComplete,     // take() gives it
    kMalformed,    // this is none, or more came than belongs to it
    kUnsupported,  // of another version
    kTooLong,
  };

  // More bytes of it. After any state but kIncomplete nothing more is taken.
  State add(std::span<const std::uint8_t> bytes);
  [[nodiscard]] crypto::Secret take() { return std::move(whole_); }

 private:
  State take_header(std::span<const std::uint8_t>& bytes);

  std::array<std::uint8_t, wire::kProvisioningHeader> header_{};
  std::size_t have_ = 0;  // bytes of the whole, its header included
  crypto::Secret whole_;  // as large as the header says, once that is here
  State state_ = State::kIncomplete;
};

}  // namespace gokey::console
