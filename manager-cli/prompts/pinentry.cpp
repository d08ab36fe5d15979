// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/prompts/pinentry.h"

#include <array>
#include <clocale>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>

#include <assuan.h>
#include <unistd.h>

#include "cli/front/text.h"
#include "cli/prompts/passphrase.h"

namespace gokeyctl::cli {
namespace {

constexpr const char* kTimeoutSeconds = "120";

struct ReleaseContext {
  void operator()(assuan_context_t context) const { assuan_release(context); }
};
using Context = std::unique_ptr<assuan_context_s, ReleaseContext>;

Error failed(std::string message, std::string hint = {}) {
  return Error{Code::kFailed, std::move(message), std::move(hint), {}, nullptr};
}

// What gpg-agent would run (gpgconf's "pinentry" component is the same default), then any in PATH.
std::string find_program(const std::string& configured) {
  if (!configured.empty()) return configured;
  for (const char* path : {"/usr/bin/pinentry", "/usr/local/bin/pinentry"}) {
    if (access(path, X_OK) == 0) return path;
  }
  return "pinentry";
}

// One command without data; an option that this pinentry does not know is no error.
gpg_error_t send(assuan_context_t context, const std::string& line) {
  return assuan_transact(context, line.c_str(), nullptr, nullptr, nullptr, nullptr, nullptr,
                         nullptr);
}

void send_option(assuan_context_t context, const char* name, const char* value) {
  if (value == nullptr || *value == '\0') return;
  (void)send(context, std::string("OPTION ") + name + "=" + assuan_escape(value));
}

void send_environment(assuan_context_t context) {
  std::array<char, 256> tty{};
  if (ttyname_r(STDERR_FILENO, tty.data(), tty.size()) == 0)
    send_option(context, "ttyname", tty.data());
  send_option(context, "ttytype", std::getenv("TERM"));
  send_option(context, "lc-ctype", std::setlocale(LC_CTYPE, nullptr));
  send_option(context, "lc-messages", std::setlocale(LC_MESSAGES, nullptr));
  send_option(context, "owner", std::to_string(getpid()).c_str());
}

// libassuan has undone the percent escapes when this is called.
gpg_error_t take_data(void* into, const void* data, size_t size) {
  auto& secret = *static_cast<Secret*>(into);
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  return secret.append(std::span(bytes, size)) ? 0 : gpg_error(GPG_ERR_TOO_LARGE);
}

Error explain(gpg_error_t error) {
  switch (gpg_err_code(error)) {
    case GPG_ERR_CANCELED:
    case GPG_ERR_FULLY_CANCELED:
    case GPG_ERR_EOF:
      return Error{Code::kCancelled, _("cancelled"), "", {}, nullptr};
    case GPG_ERR_TIMEOUT:
      return Error{Code::kTimeout, _("nobody entered a passphrase in time"), "", {}, nullptr};
    case GPG_ERR_TOO_LARGE:
      return passphrase_too_long();
    default:
      return failed(fill(_("pinentry failed: {}"), {gpg_strerror(error)}));
  }
}

Result<Context> start(const std::string& program) {
  assuan_context_t raw = nullptr;
  if (assuan_new(&raw) != 0) return std::unexpected(failed(_("pinentry could not be started")));
  Context context(raw);
  std::array<const char*, 2> arguments = {program.c_str(), nullptr};
  std::array<assuan_fd_t, 1> keep = {ASSUAN_INVALID_FD};
  const gpg_error_t error = assuan_pipe_connect(context.get(), program.c_str(), arguments.data(),
                                                keep.data(), nullptr, nullptr, 0);
  if (error == 0) return context;
  return std::unexpected(
      failed(fill(_("pinentry could not be started: {}: {}"), {program, gpg_strerror(error)}),
             _("install pinentry, or set pinentry-program")));
}

}  // namespace

std::string assuan_escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      default:
        out += c;
    }
  }
  return out;
}

Result<Secret> ask_pinentry(const PinentryRequest& request) {
  Result<Context> started = start(find_program(request.program));
  if (!started) return std::unexpected(started.error());
  assuan_context_t context = started->get();

  send_environment(context);
  const std::array lines = {
      "SETTITLE " + assuan_escape(request.title), "SETDESC " + assuan_escape(request.description),
      "SETPROMPT " + assuan_escape(request.prompt), "SETKEYINFO " + assuan_escape(request.key_info),
      std::string("SETTIMEOUT ") + kTimeoutSeconds};
  for (const std::string& line : lines) {
    if (const gpg_error_t error = send(context, line); error != 0)
      return std::unexpected(explain(error));
  }
  if (!request.error.empty()) (void)send(context, "SETERROR " + assuan_escape(request.error));

  Secret secret(kLongestPassphrase);
  assuan_begin_confidential(context);  // wipes libassuan's line buffer
  const gpg_error_t error =
      assuan_transact(context, "GETPIN", take_data, &secret, nullptr, nullptr, nullptr, nullptr);
  assuan_end_confidential(context);
  (void)send(context, "BYE");
  if (error != 0) return std::unexpected(explain(error));
  if (secret.empty())
    return std::unexpected(
        Error{Code::kCancelled, _("cancelled: the passphrase is empty"), "", {}, nullptr});
  return secret;
}

}  // namespace gokeyctl::cli
