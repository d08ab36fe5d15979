// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/fix.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/descriptor.h"

namespace gokeyctl {
namespace {

constexpr const char* kUdevRuleFile = "/etc/udev/rules.d/70-gokey.rules";
// pkexec(1), "RETURN VALUE".
constexpr int kPkexecDismissed = 126;
constexpr int kPkexecRefused = 127;

Error failed(const std::string& what, const std::string& why) {
  return Error{Code::kFailed, say("{} failed: {}", what, why), "", {}, nullptr};
}

bool is_plain(std::string_view word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
  return !word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos;
}

// As sh(1) reads it back.
std::string shell_quoted(std::string_view word) {
  if (is_plain(word)) return std::string(word);
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += R"('\'')";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_quoted(word);
  return line;
}

std::string shell_line(const DoctorStep& step, std::string_view prefix) {
  std::string line = std::string(prefix) + joined(step.command);
  if (step.input.empty()) return line;
  std::string lines;
  std::string_view rest = step.input;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines += " " + shell_quoted(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return R"(printf '%s\n')" + lines + " | " + line;
}

// A file without a name that holds the text; read from its start.
Result<base::Descriptor> file_with(const std::string& text) {
  base::Descriptor file(memfd_create("gokeyctl-input", MFD_CLOEXEC));
  if (!file || write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      lseek(file.get(), 0, SEEK_SET) != 0) {
    return std::unexpected(failed("memfd_create", std::strerror(errno)));
  }
  return file;
}

// The exit code.
Result<int> run(const std::vector<std::string>& command, const std::string& input) {
  Result<base::Descriptor> in = file_with(input);
  if (!in) return std::unexpected(in.error());
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in->get(), STDIN_FILENO);
  // What it prints is for the person, not part of our answer.
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return std::unexpected(failed(joined(command), std::strerror(error)));
  int status = 0;
  pid_t ended = 0;
  do {
    ended = waitpid(child, &status, 0);
  } while (ended < 0 && errno == EINTR);
  if (ended != child || !WIFEXITED(status))
    return std::unexpected(failed(joined(command), say("it was ended")));
  return WEXITSTATUS(status);
}

Result<void> run_step(const DoctorStep& step) {
  const Result<int> code = run(step.command, step.input);
  if (!code) return std::unexpected(code.error());
  if (*code == 0) return {};
  return std::unexpected(failed(joined(step.command), say("exit code {}", *code)));
}

// All steps in one go, so that the password is asked for once.
Result<void> run_by_polkit(const DoctorFix& fix) {
  std::string script = "set -e\n";
  for (const DoctorStep& step : fix.steps) script += shell_line(step, "") + "\n";
  const Result<int> code = run({"pkexec", "/bin/sh", "-c", script}, "");
  if (!code) return std::unexpected(code.error());
  switch (*code) {
    case 0:
      return {};
    case kPkexecDismissed:
      return std::unexpected(Error{Code::kCancelled, say("cancelled"), "", {}, nullptr});
    case kPkexecRefused:
      return std::unexpected(
          Error{Code::kNoPermission, say("you may not do this as root"), "", {}, nullptr});
    default:
      return std::unexpected(failed(shell_line(fix.steps.back(), ""), say("exit code {}", *code)));
  }
}

}  // namespace

std::vector<DoctorFix> planned_fixes(std::span<const DoctorCheck> checks) {
  std::vector<DoctorFix> fixes;
  for (const DoctorCheck& check : checks) {
    if (!check.fix) continue;
    // Two checks can need the same.
    const bool there = std::ranges::any_of(
        fixes, [&](const DoctorFix& fix) { return shell_lines(fix) == shell_lines(*check.fix); });
    if (!there) fixes.push_back(*check.fix);
  }
  return fixes;
}

std::vector<std::string> shell_lines(const DoctorFix& fix) {
  std::vector<std::string> lines;
  lines.reserve(fix.steps.size());
  for (const DoctorStep& step : fix.steps)
    lines.push_back(shell_line(step, fix.needs_root ? "sudo " : ""));
  return lines;
}

Result<void> apply_fix(const DoctorFix& fix, Elevation elevation) {
  if (fix.needs_root && geteuid() != 0) {
    if (elevation == Elevation::kPolkit) return run_by_polkit(fix);
    return std::unexpected(Error{Code::kNoPermission, say("this needs root"), "", {}, nullptr});
  }
  for (const DoctorStep& step : fix.steps) {
    if (Result<void> done = run_step(step); !done) return done;
  }
  return {};
}

namespace doctor {

DoctorFix udev_rule_fix() {
  // install(1) makes the folder where there is none, and sets the mode.
  return {"hidraw",
          say("Install the udev rule {}.", kUdevRuleFile),
          true,
          {{{"install", "-D", "-m", "644", "/dev/stdin", kUdevRuleFile}, std::string(kUdevRule)},
           {{"udevadm", "control", "--reload"}},
           {{"udevadm", "trigger", "--action=change", "--subsystem-match=hidraw", "--settle"}}}};
}

}  // namespace doctor
}  // namespace gokeyctl
