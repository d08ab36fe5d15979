// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/context.h"

#include <charconv>
#include <cstdlib>
#include <utility>

#include <unistd.h>

#include "cli/prompts/terminal.h"

namespace gokeyctl::cli {
namespace {

ColorMode color_mode(const Globals& globals, const Config& config) {
  if (globals.color != ColorMode::kAuto) return globals.color;
  const std::string word = config.get("color");
  return word == "always"  ? ColorMode::kAlways
         : word == "never" ? ColorMode::kNever
                           : ColorMode::kAuto;
}

Result<Log> open_log(const Globals& globals, const Config& config, const Paths& paths) {
  Result<LogLevel> level = parse_log_level(config.get("log-level"));
  if (!level) return std::unexpected(level.error());
  if (globals.log_file && *level == LogLevel::kOff) *level = LogLevel::kInfo;
  if (*level == LogLevel::kOff) return Log();
  Result<std::shared_ptr<LogSink>> sink =
      open_log_file(globals.log_file ? *globals.log_file : paths.log_file().string());
  if (!sink)
    return std::unexpected(
        wrap(sink.error(), say("the log cannot be written: {}", sink.error().message)));
  return Log(*sink, *level);
}

std::string plain_field(std::string_view text) {
  const std::string safe = sanitise(text);
  return safe.empty() ? "-" : safe;
}

std::string plain_text(const Reply& reply, bool header) {
  std::string out;
  const auto add = [&](const auto& row) {
    bool first = true;
    for (const auto& field : row) {
      if (!std::exchange(first, false)) out += '\t';
      out += plain_field(field);
    }
    out += '\n';
  };
  if (header && !reply.header.empty()) add(reply.header);
  for (const Row& row : reply.rows) add(row);
  return out;
}

}  // namespace

Result<Context> Context::make(const Invocation& inv) {
  Paths paths = default_paths();
  if (inv.globals.config) paths.config_file = *inv.globals.config;
  Config config = Config::load(paths);
  Result<Log> log = open_log(inv.globals, config, paths);
  if (!log) return std::unexpected(log.error());
  const ColorMode color = color_mode(inv.globals, config);
  Context context{inv,
                  inv.globals,
                  std::move(paths),
                  std::move(config),
                  std::move(*log),
                  style_of(STDOUT_FILENO, color),
                  style_of(STDERR_FILENO, color),
                  {}};
  for (const ConfigWarning& warning : context.config.warnings()) {
    const std::string where =
        warning.line > 0 ? warning.file + ":" + std::to_string(warning.line) : warning.file;
    context.warn(say("{}: {}", where, warning.message));
  }
  return context;
}

void Context::warn(const Sentence& message) {
  if (globals.format != Format::kJson) {
    write_err(
        wrap("gokeyctl: " + fill(_("{} {}"), {err.yellow(_("warning:")), message}), err.width, 2) +
        "\n");
  }
  warnings.push_back(message);
}

void Context::note(std::string_view message) const {
  if (globals.quiet || globals.format == Format::kJson) return;
  write_err(wrap(sanitise(message), err.width, 2) + "\n");
}

bool Context::may_ask() const { return !globals.no_input && Terminal::open().has_value(); }

std::chrono::milliseconds Context::timeout() const {
  if (globals.timeout) return *globals.timeout;
  unsigned seconds = 10;
  const std::string text = config.get("timeout");
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::chrono::seconds(seconds);
}

int print(Context& context, const Reply& reply) {
  const std::string_view command = context.inv.command->name;
  const Globals& globals = context.globals;
  const Code code = reply.failure ? reply.failure->code : Code::kOk;
  if (reply.printed) return std::to_underlying(code);
  if (globals.format == Format::kJson) {
    Json document = success_envelope(command, reply.data, context.warnings);
    if (reply.failure) {
      document = error_envelope(command, *reply.failure, context.warnings);
      document["data"] = reply.data;
    }
    write_out(dump(document));
    return std::to_underlying(code);
  }
  const bool silent = globals.quiet && reply.action;
  if (!silent)
    write_out(globals.format == Format::kPlain ? plain_text(reply, globals.header) : reply.human);
  if (reply.failure) write_err(render_error(*reply.failure, globals, context.err));
  return std::to_underlying(code);
}

int run(const Invocation& inv) {
  const Runner runner = find_runner(inv.command->name);
  if (!runner) {
    return report_error(Error{Code::kInternal, _("this command is not built in"), "", {}, nullptr},
                        inv.command->name, inv.globals);
  }
  Result<Context> context = Context::make(inv);
  if (!context) return report_error(context.error(), inv.command->name, inv.globals);
  const Result<Reply> reply = runner(*context);
  if (!reply) return report_error(reply.error(), inv.command->name, inv.globals, context->warnings);
  return print(*context, *reply);
}

}  // namespace gokeyctl::cli
