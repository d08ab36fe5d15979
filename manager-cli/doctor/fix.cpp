// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/doctor/fix.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

bool is_failing(const std::vector<Check>& checks, std::string_view id) {
  return std::ranges::any_of(
      checks, [&](const Check& c) { return c.id == id && c.verdict == Verdict::kFail; });
}

// Each interface of a token that has the problem.
void add_network_fixes(const std::vector<UsbToken>& tokens, std::vector<Fix>& fixes) {
  for (const UsbToken& token : tokens) {
    if (token.networks.empty()) continue;
    const std::string& interface = token.networks.front().name;
    const bool down = token.has(UsbProblem::kLinkDown);
    if (!down && !token.has(UsbProblem::kNoAddress)) continue;
    Fix fix;
    fix.id = "address";
    fix.what = fill(_("Give the interface {} of token {} an address."), {interface, token.serial});
    fix.needs_root = true;
    if (down) fix.commands.push_back({"ip", "link", "set", "dev", interface, "up"});
    fix.commands.push_back({"ip", "address", "replace", "10.0.0.1/24", "dev", interface});
    fixes.push_back(std::move(fix));
  }
}

Result<void> failed(const std::string& what, const std::string& why) {
  return std::unexpected(
      Error{Code::kFailed, fill(_("{} failed: {}"), {what, why}), "", {}, nullptr});
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

Result<void> run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  // What it prints is for the person, not part of our answer.
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return failed(joined(command), std::strerror(error));
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status))
    return failed(joined(command), _("it was ended"));
  if (WEXITSTATUS(status) == 0) return {};
  return failed(joined(command), fill(_("exit code {}"), {WEXITSTATUS(status)}));
}

Result<void> write_rule() {
  std::ofstream file(kUdevRuleFile, std::ios::binary | std::ios::trunc);
  file << kUdevRule;
  file.close();
  if (!file) return failed(kUdevRuleFile, std::strerror(errno));
  chmod(kUdevRuleFile, 0644);
  return {};
}

}  // namespace

std::vector<Fix> plan_fixes(const std::vector<Check>& checks, const std::vector<UsbToken>& tokens) {
  std::vector<Fix> fixes;
  if (is_failing(checks, "usb-drivers")) {
    fixes.push_back({"usb-drivers",
                     _("Load the kernel's drivers."),
                     true,
                     false,
                     {{"modprobe", "-a", "usbhid", "cdc_ether", "cdc_ncm"}}});
  }
  if (is_failing(checks, "hidraw")) {
    fixes.push_back(
        {"hidraw",
         fill(_("Install the udev rule {}."), {kUdevRuleFile}),
         true,
         true,
         {{"udevadm", "control", "--reload"},
          {"udevadm", "trigger", "--action=change", "--subsystem-match=hidraw", "--settle"}}});
  }
  if (is_failing(checks, "card-service")) {
    fixes.push_back({"card-service",
                     _("Start the card service."),
                     true,
                     false,
                     {{"systemctl", "enable", "--now", "pcscd.socket"}}});
  }
  if (is_failing(checks, "usb-reader")) {
    const bool busy = std::ranges::any_of(
        tokens, [](const UsbToken& token) { return token.has(UsbProblem::kReaderBusy); });
    if (busy) {
      fixes.push_back({"usb-reader",
                       _("Have GnuPG let go of the reader."),
                       false,
                       false,
                       {{"gpgconf", "--kill", "scdaemon"}}});
    } else {
      fixes.push_back({"usb-reader",
                       _("Restart the card service."),
                       true,
                       false,
                       {{"systemctl", "restart", "pcscd"}}});
    }
  }
  add_network_fixes(tokens, fixes);
  if (is_failing(checks, "reverse-path")) {
    Fix fix{"reverse-path", _("Let several tokens answer from one address."), true, false, {}};
    for (const UsbToken& token : tokens) {
      for (const UsbNetwork& network : token.networks)
        fix.commands.push_back({"sysctl", "net.ipv4.conf." + network.name + ".rp_filter=2"});
    }
    fixes.push_back(std::move(fix));
  }
  return fixes;
}

std::vector<std::string> shell_lines(const Fix& fix, const std::string& program) {
  // The rule is inside of this program, which as root puts it in its place.
  if (fix.writes_rule) return {"sudo " + program + " --yes doctor --fix"};
  std::vector<std::string> lines;
  lines.reserve(fix.commands.size());
  for (const auto& command : fix.commands)
    lines.push_back((fix.needs_root ? "sudo " : "") + joined(command));
  return lines;
}

Result<void> apply(const Fix& fix) {
  if (fix.writes_rule) {
    if (Result<void> written = write_rule(); !written) return written;
  }
  for (const auto& command : fix.commands) {
    if (Result<void> done = run(command); !done) return done;
  }
  return {};
}

}  // namespace gokeyctl::cli
