// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/report.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <unistd.h>

#include "cli/front/style.h"
#include "cli/front/table.h"
#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

[[noreturn]] void die_of_closed_pipe() {
  (void)std::signal(SIGPIPE, SIG_DFL);
  (void)std::raise(SIGPIPE);
  std::_Exit(1);
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Details are words, except those that count something.
Json detail(std::string_view name, const std::string& value) {
  constexpr std::array kNumbers = {std::string_view("tries_left"),
                                   std::string_view("retry_after_seconds")};
  for (const std::string_view number : kNumbers) {
    std::uint64_t parsed = 0;
    if (name != number) continue;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error == std::errc{} && end == value.data() + value.size()) return parsed;
  }
  return value;
}

}  // namespace

Json error_object(const Error& error) {
  Json details = Json::object();
  for (const auto& [name, value] : error.details) details[name] = detail(name, value);
  return {{"code", code_name(error.code)},
          {"exit", std::to_underlying(error.code)},
          {"message", error.message},
          {"hint", error.hint.empty() ? Json(nullptr) : Json(error.hint)},
          {"details", std::move(details)}};
}

Json success_envelope(std::string_view command, Json data,
                      const std::vector<std::string>& warnings) {
  return {{"schema", 1},
          {"command", command},
          {"ok", true},
          {"data", std::move(data)},
          {"warnings", warnings}};
}

Json error_envelope(std::string_view command, const Error& error,
                    const std::vector<std::string>& warnings) {
  return {{"schema", 1},
          {"command", command.empty() ? Json(nullptr) : Json(command)},
          {"ok", false},
          {"error", error_object(error)},
          {"warnings", warnings}};
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
}

void write_out(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return;
  if (errno == EPIPE) die_of_closed_pipe();
  write_err(std::string("gokeyctl: ") + _("the answer could not be written") + "\n");
  std::_Exit(1);
}

void write_err(std::string_view text) {
  if (!write_all(STDERR_FILENO, text) && errno == EPIPE) die_of_closed_pipe();
}

std::string render_error(const Error& error, const Globals& globals, const Style& style) {
  std::string out =
      wrap("gokeyctl: " + style.red(error.message.translated()).text, style.width, 2) + "\n";
  if (!error.hint.empty()) out += wrap(fill(_("hint: {}"), {error.hint}), style.width, 2) + "\n";
  if (globals.verbose == 0) return out;
  for (const Error* cause = error.cause.get(); cause != nullptr; cause = cause->cause.get()) {
    out += wrap(fill(_("because: {}"), {cause->message}), style.width, 2) + "\n";
  }
  return out;
}

int report_error(const Error& error, std::string_view command, const Globals& globals,
                 const std::vector<std::string>& warnings) {
  if (globals.format == Format::kJson) {
    write_out(dump(error_envelope(command, error, warnings)));
  } else {
    write_err(render_error(error, globals, style_of(STDERR_FILENO, globals.color)));
  }
  return std::to_underlying(error.code);
}

}  // namespace gokeyctl::cli
