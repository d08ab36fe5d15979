// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What can stand in the way between a person and a token: looked at one by one, with what to do
// about it. Looking changes nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/config.h"
#include "gokeyctl/console.h"
#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/log.h"

namespace gokeyctl {

enum class DoctorVerdict : std::uint8_t { kOk, kWarn, kFail, kSkipped };
[[nodiscard]] GOKEYCTL_API std::string_view name(
    DoctorVerdict verdict);  // "ok", "warn", "fail", "skipped"

// One command of a fix.
struct DoctorStep {
  std::vector<std::string> command = {};  // program and arguments
  std::string input = {};                 // for its standard input, if any
};

// What would mend a check. Planned only; apply_fix() does it.
struct DoctorFix {
  std::string id;  // of the check it mends
  Sentence what;   // one sentence
  bool needs_root = false;
  std::vector<DoctorStep> steps = {};
};

struct DoctorCheck {
  std::string id;  // "card-service": stable, for programs
  DoctorVerdict verdict = DoctorVerdict::kOk;
  Sentence message;                   // one sentence
  Sentence next;                      // what to do, for people; empty when nothing is to do
  Sentence title = {};                // what was looked at: "Card service"
  std::optional<Code> code = {};      // of a warning or failure, when an error stands behind it
  std::optional<DoctorFix> fix = {};  // absent when only a person can mend it
};

// The console to look at, and how --device would name its token.
struct DoctorConsole {
  Endpoint endpoint;
  std::string device;
};

struct DoctorOptions {
  Paths paths;
  std::vector<ConfigWarning> config_warnings;  // Config::warnings()
  // As ConnectOptions has them.
  std::optional<std::filesystem::path> identity, fallback_identity;
  std::chrono::milliseconds timeout{10000};  // for each step at the console
  // The console to look at, asked for once the tokens on USB are counted; nothing: none was chosen.
  // Empty: no console is looked at.
  std::function<Result<std::optional<DoctorConsole>>(std::size_t tokens_on_usb)> console;
  Log log;
};

// Told after each check: how many of `total` are done. False ends the run after this check.
using DoctorProgress =
    std::function<bool(const DoctorCheck& check, std::size_t done, std::size_t total)>;

// Runs every check that applies to this machine, one after the other, in the calling thread, and
// returns those that were made. Takes as long as a silent console lets it (`timeout`).
[[nodiscard]] GOKEYCTL_API std::vector<DoctorCheck> run_doctor(const DoctorOptions& options,
                                                               const DoctorProgress& progress = {});

// The fixes of these checks, in the order in which they must be done.
[[nodiscard]] GOKEYCTL_API std::vector<DoctorFix> planned_fixes(
    std::span<const DoctorCheck> checks);
// What apply_fix() runs, as lines for a shell, each with sudo where it needs root.
[[nodiscard]] GOKEYCTL_API std::vector<std::string> shell_lines(const DoctorFix& fix);

// Whose rights a fix that needs root may use.
enum class Elevation : std::uint8_t {
  kNone,    // only those of this process
  kPolkit,  // pkexec(1) asks the person for a password, in a window of the desktop
};
// Does it, and waits. What the commands print goes to standard error. kFailed names the step that
// failed; kNoPermission: root is needed, or the person was not allowed; kCancelled: the question
// for the password was dismissed.
[[nodiscard]] GOKEYCTL_API Result<void> apply_fix(const DoctorFix& fix,
                                                  Elevation elevation = Elevation::kNone);

}  // namespace gokeyctl
