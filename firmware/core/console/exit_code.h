// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace gokey::console {

// Exit-status of a command: the codes of gokeyctl's own table, as far as a token can tell.
enum class ExitCode : std::uint8_t {
  kOk = 0,
  kFailed = 1,
  kUsage = 2,
  kCancelled = 4,
  kBusy = 13,
  kWrongMode = 15,
  kWrongPassphrase = 22,
  kLocked = 23,
  kNotInitialised = 24,
  kNoPresenceRequest = 25,
  kPresenceTimeout = 26,
  kRetryDelay = 27,
  kUnsupported = 50,
};

}  // namespace gokey::console
