// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/pinentry.h"

#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <assuan.h>
#include <poll.h>
#include <unistd.h>

#include "base/deadline.h"
#include "base/system_error.h"
#include "pinentry/escape.h"

namespace gokeyctl {
namespace {

using pinentry::escape;

// A pinentry that does not keep to the time it was given is ended this much later.
constexpr std::chrono::seconds kGrace{5};

struct ReleaseContext {
  void operator()(assuan_context_t context) const { assuan_release(context); }
};
using Context = std::unique_ptr<assuan_context_s, ReleaseContext>;

Error failed(Sentence message, Sentence hint = {}) {
  return Error{Code::kFailed, std::move(message), std::move(hint), {}, nullptr};
}

Error cancelled(Sentence message) {
  return Error{Code::kCancelled, std::move(message), "", {}, nullptr};
}

Error too_late() {
  return Error{Code::kTimeout, say("nobody entered a passphrase in time"), "", {}, nullptr};
}

Error too_long() {
  return Error{
      Code::kUsage,
      say("the passphrase is longer than {} bytes, which no token takes", kLongestPassphrase),
      "",
      {},
      nullptr};
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
  (void)send(context, std::string("OPTION ") + name + "=" + escape(value));
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

Error explain(gpg_error_t error) {
  switch (gpg_err_code(error)) {
    case GPG_ERR_CANCELED:
    case GPG_ERR_FULLY_CANCELED:
    case GPG_ERR_EOF:
      return cancelled(say("cancelled"));
    case GPG_ERR_TIMEOUT:
      return too_late();
    default:
      return failed(say("pinentry failed: {}", gpg_strerror(error)));
  }
}

Result<Context> start(const std::string& program) {
  assuan_context_t raw = nullptr;
  if (assuan_new(&raw) != 0) return std::unexpected(failed(say("pinentry could not be started")));
  Context context(raw);
  std::array<const char*, 2> arguments = {program.c_str(), nullptr};
  std::array<assuan_fd_t, 1> keep = {ASSUAN_INVALID_FD};
  const gpg_error_t error = assuan_pipe_connect(context.get(), program.c_str(), arguments.data(),
                                                keep.data(), nullptr, nullptr, 0);
  if (error == 0) return context;
  return std::unexpected(
      failed(say("pinentry could not be started: {}: {}", program, gpg_strerror(error)),
             say("install pinentry, or set pinentry-program")));
}

// Until pinentry has said something.
Result<void> wait_for_line(assuan_context_t context, int stop_fd, base::Deadline deadline) {
  if (assuan_pending_line(context) != 0) return {};
  std::array<assuan_fd_t, 2> answers{};  // it wants room for two
  if (assuan_get_active_fds(context, 0, answers.data(), answers.size()) != 1)
    return std::unexpected(failed(say("pinentry broke off")));
  std::array<pollfd, 2> inputs = {pollfd{answers[0], POLLIN, 0}, pollfd{stop_fd, POLLIN, 0}};
  for (;;) {
    const int ready = poll(inputs.data(), inputs.size(), deadline.poll_timeout());
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return std::unexpected(failed(base::system_error(errno)));
    if (ready == 0) return std::unexpected(too_late());
    if (inputs[1].revents == 0) return {};
    Error stopped = cancelled(say("cancelled"));
    stopped.details["reason"] = "stopped";
    return std::unexpected(std::move(stopped));
  }
}

// The answer to GETPIN: data lines, then OK or ERR. What else there is (status lines) is no news.
Result<Secret> read_pin(assuan_context_t context, int stop_fd, base::Deadline deadline) {
  Secret secret(kLongestPassphrase);
  for (;;) {
    if (Result<void> there = wait_for_line(context, stop_fd, deadline); !there)
      return std::unexpected(there.error());
    char* line = nullptr;
    std::size_t length = 0;
    if (const gpg_error_t error = assuan_read_line(context, &line, &length); error != 0)
      return std::unexpected(explain(error));
    const int size = static_cast<int>(length);
    assuan_response_t kind = ASSUAN_RESPONSE_ERROR;
    int offset = 0;
    if (assuan_client_parse_response(context, line, size, &kind, &offset) != 0)
      return std::unexpected(failed(say("pinentry answered something that is not understood")));
    const std::span<const char> rest(line + offset, static_cast<std::size_t>(size - offset));
    switch (kind) {
      case ASSUAN_RESPONSE_OK:
        return secret;
      case ASSUAN_RESPONSE_DATA:
        if (!pinentry::unescape(rest, secret)) return std::unexpected(too_long());
        break;
      case ASSUAN_RESPONSE_ERROR:
        return std::unexpected(
            explain(static_cast<gpg_error_t>(std::strtoul(rest.data(), nullptr, 10))));
      case ASSUAN_RESPONSE_INQUIRE:  // nothing of ours is for pinentry to ask
        (void)assuan_write_line(context, "END");
        break;
      default:
        break;
    }
  }
}

}  // namespace

Result<Secret> ask_pinentry(const PinentryRequest& request, int stop_fd) {
  Result<Context> started = start(find_program(request.program));
  if (!started) return std::unexpected(started.error());
  assuan_context_t context = started->get();

  send_environment(context);
  const std::array lines = {
      "SETTITLE " + escape(request.title), "SETDESC " + escape(request.description),
      "SETPROMPT " + escape(request.prompt),
      // An external cache may not keep it.
      std::string("SETKEYINFO --clear"), "SETTIMEOUT " + std::to_string(request.timeout.count())};
  for (const std::string& line : lines) {
    if (const gpg_error_t error = send(context, line); error != 0)
      return std::unexpected(explain(error));
  }
  if (!request.error.empty()) (void)send(context, "SETERROR " + escape(request.error));

  const auto deadline = base::Deadline::in(request.timeout + kGrace);
  assuan_begin_confidential(context);  // wipes libassuan's line buffer
  Result<Secret> secret = [&]() -> Result<Secret> {
    if (const gpg_error_t error = assuan_write_line(context, "GETPIN"); error != 0)
      return std::unexpected(explain(error));
    return read_pin(context, stop_fd, deadline);
  }();
  assuan_end_confidential(context);
  if (!secret &&
      (secret.error().details.contains("reason") || secret.error().code == Code::kTimeout)) {
    // It may still show its window; assuan_release() waits for its end.
    if (const pid_t pinentry = assuan_get_pid(context); pinentry > 0) kill(pinentry, SIGTERM);
    return secret;
  }
  (void)send(context, "BYE");
  if (!secret) return secret;
  if (secret->empty()) return std::unexpected(cancelled(say("cancelled: the passphrase is empty")));
  return secret;
}

}  // namespace gokeyctl
