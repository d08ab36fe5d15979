// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines of `events`, and the original's log lines made into the same form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gokeyctl/console.h"

namespace gokeyctl::console {

// One JSON line of the native console. kProtocol.
[[nodiscard]] Result<ConsoleEvent> parse_event_line(std::string_view line);

// A log line of the original console, without escape sequences. Absent: nothing that is an event.
// `last` (may be null) is the latest status, which tells whose fingerprint a line names.
[[nodiscard]] std::optional<ConsoleEvent> classic_event(std::string_view line,
                                                        const TokenStatus* last);

// The `status` event that carries `status`.
[[nodiscard]] ConsoleEvent status_event(const TokenStatus& status);

// How the original answered an unlock, from the line "VERIFY: <fingerprint> <outcome>".
enum class VerifyOutcome : std::uint8_t {
  kUnlocked,
  kAlreadyUnlocked,
  kLocked,
  kAlreadyLocked,
  kWrong,
  kBlocked,
  kNoPassphrase,
  kOther,
};
struct VerifyLine {
  std::string fingerprint;  // 40 lower-case hex digits
  VerifyOutcome outcome = VerifyOutcome::kOther;
};
[[nodiscard]] std::optional<VerifyLine> parse_verify_line(std::string_view line);

}  // namespace gokeyctl::console
