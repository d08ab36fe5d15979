// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <unistd.h>

#include "cli/commands/context.h"
#include "cli/front/help.h"
#include "cli/front/parser.h"
#include "cli/front/report.h"
#include "cli/front/version.h"
#include "gokeyctl/console.h"

namespace {

using namespace std::string_view_literals;
namespace cli = gokeyctl::cli;
using gokeyctl::Code;
using gokeyctl::Error;

// Translations are for people; programs get the same words everywhere.
void set_up_language(cli::Format format) {
  if (format == cli::Format::kHuman) gokeyctl::use_catalogue();
}

int print_version(const cli::Globals& globals) {
  if (globals.format == cli::Format::kJson) {
    cli::write_out(cli::dump(cli::success_envelope("version", cli::version_json(), {})));
  } else {
    cli::write_out(cli::version_text(globals.verbose > 0));
  }
  return 0;
}

int print_help(const cli::CommandInfo* command, const cli::Globals& globals) {
  const cli::Style style = cli::style_of(STDOUT_FILENO, globals.color);
  cli::write_out(command == nullptr ? cli::help_overview(style)
                                    : cli::help_command(*command, style));
  return 0;
}

int run_help(const cli::Invocation& inv) {
  if (inv.arguments.empty()) return print_help(nullptr, inv.globals);
  std::string name;
  for (const std::string& word : inv.arguments) name += (name.empty() ? "" : " ") + word;
  if (const cli::CommandInfo* command = cli::find_command(name))
    return print_help(command, inv.globals);
  const std::string near = cli::nearest_command(name);
  const std::string hint = near.empty()
                               ? cli::fill(_("try '{}'"), {"gokeyctl help"})
                               : cli::fill(_("did you mean '{}'?"), {"gokeyctl help " + near});
  return cli::report_error(
      Error{Code::kUsage, cli::fill(_("there is no command '{}'"), {name}), hint, {}, nullptr},
      "help", inv.globals);
}

// Spares libcrypto's tidying up of memory that goes away anyway, a tenth of the time of a short
// command. The sanitizers look for leaks there.
int leave(int code) {
#ifdef GOKEYCTL_LEAVE_AT_ONCE
  std::fflush(nullptr);
  std::_Exit(code);
#endif
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  // A broken connection must come back as an error, not end the program.
  (void)std::signal(SIGPIPE, SIG_IGN);
  set_up_language(cli::wanted_format(arguments));

  const gokeyctl::Result<cli::Invocation> inv = cli::parse(arguments);
  if (!inv) {
    cli::Globals globals;
    globals.format = cli::wanted_format(arguments);
    return cli::report_error(inv.error(), "", globals);
  }
  if (inv->version) return print_version(inv->globals);
  if (inv->help) return print_help(inv->command, inv->globals);
  if (inv->command->name == "help"sv) return run_help(*inv);
  // The broker answers `status` without libcrypto; where there is none, connect_console() comes to
  // it.
  if (inv->command->name != "status"sv) gokeyctl::start_quickly();
  return leave(cli::run(*inv));
}
