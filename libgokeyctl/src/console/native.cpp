// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
// The native console: one exec request for each command, answered with an exit status.
#include <array>
#include <cstring>
#include <memory>
#include <utility>

#include "console/dialect.h"
#include "console/events.h"
#include "console/transcript.h"
#include "gokeyctl/text.h"

namespace gokeyctl::console {
namespace {

using base::Deadline;
using transport::Link;

constexpr std::string_view kErrorMark = "error: ";  // before what explains a failure
constexpr std::size_t kMaxAnswer = 64 * 1024;
// As long as a token waits for somebody to confirm.
constexpr std::chrono::seconds kPresenceTime{30};

struct Answer {
  std::optional<int> exit_status;
  std::string output;
  std::string errors;
  bool acknowledged = true;
};

// The exit status is a number of the same table as our own codes.
Code code_of(int exit_status) {
  if (exit_status <= 0 || exit_status > 255) return Code::kProtocol;
  const auto code = static_cast<Code>(exit_status);
  return code_name(code) == "internal" && code != Code::kInternal ? Code::kFailed : code;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string hint_for(Code code) {
  if (code == Code::kNotInitialised) return "gokeyctl status";
  if (code == Code::kLocked) return "gokeyctl unlock";
  return "";
}

class NativeConsole final : public ConsoleDialect {
 public:
  NativeConsole(transport::Connection& connection, std::chrono::milliseconds timeout)
      : connection_(connection), timeout_(timeout) {}

  Dialect kind() const override { return Dialect::kNative; }

  Result<TokenStatus> status() override {
    auto answer = run("status --json");
    if (!answer)
      return std::unexpected(wrap(
          answer.error(), say("{}: {}", say("read the token's status"), answer.error().message)));
    if (!answer->acknowledged) {
      return std::unexpected(protocol_error(
          say("read the token's status: it does not speak the native dialect"), "no-exec-reply"));
    }
    if (auto fine = succeeded(*answer, marked("read the token's status")); !fine)
      return std::unexpected(fine.error());
    auto status = parse_status_json(answer->output);
    if (status) status->token.dialect = Dialect::kNative;
    return status;
  }

  Result<KeysOutcome> unlock(Scope scope, const Secret& passphrase,
                             const TokenStatus& before) override {
    constexpr const char* kDoing = marked("unlock");
    auto answer = run("unlock " + std::string(name(scope)), &passphrase);
    if (!answer) return std::unexpected(unknown_outcome(answer.error(), kDoing));
    auto after = status();
    if (!after) return std::unexpected(unknown_outcome(after.error(), kDoing));
    KeysOutcome outcome = compare(before, std::move(*after), scope, /*wanted_locked=*/false);
    if (!outcome.changed.empty()) return outcome;  // at least one opened
    if (outcome.failed.empty() && !outcome.already.empty()) return outcome;
    return std::unexpected(not_opened(*answer, outcome.status));
  }

  Result<KeysOutcome> lock(Scope scope, const TokenStatus& before) override {
    auto answer = run("lock " + std::string(name(scope)));
    if (!answer) return std::unexpected(unknown_outcome(answer.error(), marked("lock")));
    if (auto fine = succeeded(*answer, marked("lock")); !fine) return std::unexpected(fine.error());
    auto after = status();
    if (!after) return std::unexpected(unknown_outcome(after.error(), marked("lock")));
    return compare(before, std::move(*after), scope, /*wanted_locked=*/true);
  }

  Result<void> init() override {
    auto answer = run("init");
    if (!answer)
      return std::unexpected(unknown_outcome(answer.error(), marked("initialise the card")));
    return succeeded(*answer, marked("initialise the card"));
  }

  Result<std::string> rand() override { return text_of("rand", marked("read random bytes")); }
  Result<std::string> build() override {
    return text_of("build", marked("read the build information"));
  }

  Result<void> confirm_presence() override {
    constexpr const char* kDoing = marked("confirm presence");
    auto answer = run("p");
    if (!answer) return std::unexpected(unknown_outcome(answer.error(), kDoing));
    if (auto refused = presence_refusal(answer->output + answer->errors))
      return std::unexpected(std::move(*refused));
    return succeeded(*answer, kDoing);
  }

  Result<void> init_fido(bool presence_test) override {
    constexpr const char* kDoing = marked("initialise the FIDO side");
    auto answer = run(presence_test ? "u2f" : "u2f !test");
    if (!answer) return std::unexpected(unknown_outcome(answer.error(), kDoing));
    return succeeded(*answer, kDoing);
  }

  Result<void> reboot() override {
    constexpr const char* kDoing = marked("reboot");
    const auto deadline = Deadline::in(timeout_);
    auto link = connection_.exec("reboot", deadline);
    if (!link) return std::unexpected(link.error());
    Answer answer;
    // Whether the answer arrives whole before the token goes down is left to chance.
    auto read = read_all(**link, answer, deadline);
    if (read && answer.exit_status.value_or(0) != 0) return succeeded(answer, kDoing);
    if (!read && read.error().code == Code::kTimeout)
      return std::unexpected(unknown_outcome(read.error(), kDoing));
    if (auto closed = connection_.wait_closed(deadline); !closed) {
      return std::unexpected(unknown_outcome(closed.error(), kDoing));
    }
    return {};
  }

  Result<std::string> provision(const Secret& form) override {
    constexpr const char* kDoing = marked("provision");
    const auto deadline = Deadline::in(timeout_);
    auto link = connection_.exec("provision", deadline);
    if (!link) return std::unexpected(link.error());
    const auto sent = form.expose([&](std::span<const std::uint8_t> bytes) {
      return (*link)->write_all({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                                deadline);
    });
    // A token that refuses may stop listening before it has read all: its answer says why.
    Answer answer;
    const auto read = read_all(**link, answer, Deadline::in(timeout_));
    if (!sent && (!read || !answer.exit_status))
      return std::unexpected(unknown_outcome(sent.error(), kDoing));
    if (!read) return std::unexpected(unknown_outcome(read.error(), kDoing));
    if (!answer.exit_status && answer.output.empty())
      return std::unexpected(unknown_outcome(no_status(kDoing), kDoing));
    // The whole receipt is as good as the exit status after it.
    if (answer.exit_status.value_or(0) != 0)
      return std::unexpected(succeeded(answer, kDoing).error());
    link->reset();  // the token waits for that
    wait_gone();
    return std::move(answer.output);
  }

  Result<std::string> receipt() override {
    return text_of("receipt", marked("read the token's receipt"));
  }

  Result<void> factory_reset(const std::string& serial, const AskPresence& ask) override {
    constexpr const char* kDoing = marked("reset the token");
    const auto deadline = Deadline::in(timeout_);
    auto link = connection_.exec("factory-reset", deadline);
    if (!link) return std::unexpected(link.error());
    if (auto sent = (*link)->write_all(serial + "\r", deadline); !sent)
      return std::unexpected(unknown_outcome(sent.error(), kDoing));
    // One connection's requests are served in their order: by the time another is answered the
    // token waits, or has refused.
    const auto here = ask ? ask() : Result<bool>(false);
    if (!here) return std::unexpected(here.error());
    // Whether that was in time shows in the answer.
    if (*here) static_cast<void>(confirm_presence());
    Answer answer;
    auto read = read_all(**link, answer, Deadline::in(timeout_ + kPresenceTime));
    if (!read) return std::unexpected(unknown_outcome(read.error(), kDoing));
    if (!answer.exit_status && answer.output.empty())
      return std::unexpected(unknown_outcome(no_status(kDoing), kDoing));
    if (answer.exit_status.value_or(0) != 0) return succeeded(answer, kDoing);
    link->reset();  // the token waits for that
    wait_gone();
    return {};
  }

  Result<void> events(const std::function<bool(const ConsoleEvent&)>& on_event,
                      int stop_fd) override {
    if (!events_) {
      auto link = connection_.exec("events", Deadline::in(timeout_));
      if (!link) return std::unexpected(link.error());
      events_ = std::move(*link);
    }
    std::array<char, 4096> chunk;
    for (;;) {
      const auto more = take_lines(pending_, on_event);
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
      const auto count = events_->read_some(chunk, {Deadline::never(), stop_fd});
      if (!count && count.error().code == Code::kCancelled) return {};
      if (!count) return std::unexpected(count.error());
      if (*count == 0) return std::unexpected(ended(*events_));
      pending_.append(chunk.data(), *count);
    }
  }

 private:
  // False: on_event wants no more.
  static Result<bool> take_lines(std::string& pending,
                                 const std::function<bool(const ConsoleEvent&)>& on_event) {
    std::size_t begin = 0;
    for (;;) {
      const auto end = pending.find('\n', begin);
      if (end == std::string::npos) break;
      std::string_view line(pending.data() + begin, end - begin);
      begin = end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) continue;
      const auto event = parse_event_line(line);
      if (!event) return std::unexpected(event.error());
      if (on_event(*event)) continue;
      pending.erase(0, begin);
      return false;
    }
    pending.erase(0, begin);
    if (pending.size() > kMaxAnswer)
      return std::unexpected(protocol_error(say("watch events: a line has no end"), "too-long"));
    return true;
  }

  Error ended(Link& link) const {
    const auto status = link.exit_status(Deadline::in(timeout_));
    Error error = protocol_error(say("watch events: the console ended them"), "events-ended");
    const int code = status ? status->value_or(0) : 0;
    error.code = code > 0 ? code_of(code) : Code::kUnreachable;
    return error;
  }

  Result<Answer> run(const std::string& command, const Secret* passphrase = nullptr) {
    const auto deadline = Deadline::in(timeout_);
    auto link = connection_.exec(command, deadline);
    if (!link) return std::unexpected(link.error());
    if (passphrase != nullptr) {
      if (auto sent = send(**link, *passphrase, deadline); !sent)
        return std::unexpected(sent.error());
    }
    Answer answer;
    answer.acknowledged = (*link)->acknowledged();
    if (auto read = read_all(**link, answer, deadline); !read) return std::unexpected(read.error());
    // Should the console have echoed the passphrase, it must not reach an error's text.
    if (passphrase != nullptr) {
      explicit_bzero(answer.output.data(), answer.output.size());
      answer.output.clear();
      explicit_bzero(answer.errors.data(), answer.errors.size());
      answer.errors.clear();
    }
    return answer;
  }

  // The passphrase ends with CR: the one end that every firmware takes.
  static Result<void> send(Link& link, const Secret& passphrase, Deadline deadline) {
    auto sent = passphrase.expose([&](std::span<const std::uint8_t> bytes) {
      return link.write_all({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, deadline);
    });
    return sent ? link.write_all("\r", deadline) : sent;
  }

  // The token restarts by itself; if it takes its time there is nobody to be told of it.
  void wait_gone() { static_cast<void>(connection_.wait_closed(Deadline::in(timeout_))); }

  static Error no_status(const char* doing) {
    return protocol_error(say("{}: {}", say(doing), say("the console sent no exit status")),
                          "no-exit-status");
  }

  static Result<void> read_all(Link& link, Answer& answer, Deadline deadline) {
    Transcript transcript(kMaxAnswer);
    std::array<char, 8192> chunk;
    for (;;) {
      const auto count = link.read_some(chunk, {deadline});
      if (!count) return std::unexpected(count.error());
      if (*count == 0) break;
      if (deadline.passed() || !transcript.append({chunk.data(), *count})) {
        return std::unexpected(
            protocol_error(say("read the console's answer: it has no end"), "too-long"));
      }
    }
    answer.output = transcript.text();
    answer.errors = link.error_output();
    explicit_bzero(chunk.data(), chunk.size());
    const auto status = link.exit_status(deadline);
    if (!status) return std::unexpected(status.error());
    answer.exit_status = *status;
    return {};
  }

  static Result<void> succeeded(const Answer& answer, const char* doing) {
    if (!answer.exit_status) {
      return std::unexpected(protocol_error(
          say("{}: {}", say(doing), say("the console sent no exit status")), "no-exit-status"));
    }
    if (*answer.exit_status == 0) return {};
    const Code code = code_of(*answer.exit_status);
    std::string said = printable(trim(answer.errors.empty() ? answer.output : answer.errors));
    if (said.starts_with(kErrorMark)) said.erase(0, kErrorMark.size());
    Error error = protocol_error(
        say("{}: {}", say(doing), said.empty() ? std::string(code_name(code)) : said));
    error.code = code;
    error.hint = hint_for(code);
    error.details["reason"] = code_name(code);
    return std::unexpected(std::move(error));
  }

  // No key opened: why, from the exit status and the status read back.
  static Error not_opened(const Answer& answer, const TokenStatus& after) {
    const Result<void> said = succeeded(answer, marked("unlock"));
    if (said)
      return protocol_error(say("unlock: the token still reports the key locked"), "still-locked");
    Error error = said.error();
    if (error.code == Code::kWrongPassphrase) error.message = say("unlock: wrong passphrase");
    const auto& card = after.openpgp;
    if (card.tries_left) error.details["tries_left"] = std::to_string(*card.tries_left);
    if (card.retry_after_seconds)
      error.details["retry_after_seconds"] = std::to_string(*card.retry_after_seconds);
    return error;
  }

  Result<std::string> text_of(const std::string& command, const char* doing) {
    auto answer = run(command);
    if (!answer)
      return std::unexpected(
          wrap(answer.error(), say("{}: {}", say(doing), answer.error().message)));
    if (auto fine = succeeded(*answer, doing); !fine) return std::unexpected(fine.error());
    return printable(answer->output, kMaxAnswer, LineEnds::kKeep);
  }

  transport::Connection& connection_;
  std::chrono::milliseconds timeout_;
  // The stream of events, kept open beside the commands once it was asked for, and what has come of
  // a line.
  std::unique_ptr<Link> events_;
  std::string pending_;
};

}  // namespace

std::unique_ptr<ConsoleDialect> make_native(transport::Connection& connection,
                                            std::chrono::milliseconds timeout) {
  return std::make_unique<NativeConsole>(connection, timeout);
}

}  // namespace gokeyctl::console
