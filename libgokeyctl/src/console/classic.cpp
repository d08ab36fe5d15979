// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
// The original firmware's console. It answers no exec request and sends no exit status, so that
// everything goes through one shell session; what came of a command is seen from log lines and
// proven from status.
#include <algorithm>
#include <array>
#include <utility>

#include "console/dialect.h"
#include "console/events.h"
#include "console/shell.h"
#include "gokeyctl/text.h"

namespace gokeyctl::console {
namespace {

constexpr std::size_t kMaxLine = 64 * 1024;
constexpr std::string_view kUnknownCommand = "error: unknown command";

std::string_view scope_word(KeyUse use) { return use == KeyUse::kSignature ? "sig" : "dec"; }

class ClassicConsole final : public ConsoleDialect {
 public:
  ClassicConsole(transport::Connection& connection, std::unique_ptr<transport::Link> link,
                 std::chrono::milliseconds timeout)
      : connection_(connection), shell_(std::move(link), timeout), timeout_(timeout) {}

  Result<void> greet() { return shell_.greet(); }

  Dialect kind() const override { return Dialect::kClassic; }

  Result<TokenStatus> status() override {
    const auto page = shell_.run("status");
    if (!page)
      return std::unexpected(
          wrap(page.error(), say("{}: {}", say("read the token's status"), page.error().message)));
    return parse_status_text(*page);
  }

  // One key after the other and not `unlock all`, which would spend a try on each with a wrong
  // passphrase.
  Result<KeysOutcome> unlock(Scope scope, const Secret& passphrase,
                             const TokenStatus& before) override {
    Result<void> opened;
    for (const KeyUse use : keys_of(scope, Dialect::kClassic)) {
      const KeyStatus* key = before.key(use);
      if (key == nullptr && before.openpgp.initialised) continue;
      if (key != nullptr && !key->locked) continue;
      opened = unlock_one(use, passphrase);
      if (!opened) break;  // the same passphrase would cost the next key a try
    }
    // Whose outcome is not known is not asked for again on a broken connection.
    if (!opened && opened.error().code == Code::kTimeout)
      return std::unexpected(std::move(opened).error());
    auto after = status();
    if (!after) return std::unexpected(unknown_outcome(after.error(), marked("unlock")));
    KeysOutcome outcome = compare(before, std::move(*after), scope, /*wanted_locked=*/false);
    if (!outcome.changed.empty() || outcome.failed.empty()) return outcome;
    if (!opened) return std::unexpected(std::move(opened).error());
    return std::unexpected(
        protocol_error(say("unlock: the token still reports the key locked"), "still-locked"));
  }

  Result<KeysOutcome> lock(Scope scope, const TokenStatus& before) override {
    const auto answer = shell_.run("lock " + std::string(name(scope)));
    if (!answer) return std::unexpected(unknown_outcome(answer.error(), marked("lock")));
    auto after = status();
    if (!after) return std::unexpected(unknown_outcome(after.error(), marked("lock")));
    return compare(before, std::move(*after), scope, /*wanted_locked=*/true);
  }

  Result<void> init() override {
    const auto answer = shell_.run("init");
    if (!answer)
      return std::unexpected(unknown_outcome(answer.error(), marked("initialise the card")));
    return {};
  }

  Result<std::string> rand() override { return shell_.run("rand"); }

  Result<void> confirm_presence() override {
    const auto answer = shell_.run("p");
    if (!answer)
      return std::unexpected(unknown_outcome(answer.error(), marked("confirm presence")));
    if (auto refused = presence_refusal(*answer)) return std::unexpected(std::move(*refused));
    return {};
  }

  Result<void> init_fido(bool presence_test) override {
    const auto answer = shell_.run(presence_test ? "u2f" : "u2f !test");
    if (!answer)
      return std::unexpected(unknown_outcome(answer.error(), marked("initialise the FIDO side")));
    return {};
  }

  Result<std::string> build() override {
    const auto answer = shell_.run("build");
    if (!answer) return std::unexpected(answer.error());
    std::string text = printable(*answer, kMaxLine, LineEnds::kKeep);
    if (!text.starts_with(kUnknownCommand)) return text;
    return std::unexpected(
        Error{.code = Code::kUnsupported,
              .message = say("read the build information: this firmware does not tell"),
              .hint = {},
              .details = {{"reason", "no-such-command"}},
              .cause = nullptr});
  }

  Result<void> reboot() override {
    const auto deadline = base::Deadline::in(timeout_);
    if (auto sent = shell_.send_last("reboot"); !sent) return sent;
    auto closed = connection_.wait_closed(deadline);
    return closed ? closed : std::unexpected(unknown_outcome(closed.error(), marked("reboot")));
  }

  // Never asked: what is offered for a token's life is the native dialect's alone.
  Result<std::string> provision(const Secret& /*form*/) override {
    return std::unexpected(
        protocol_error(say("this token or this program cannot do that"), "classic"));
  }
  Result<std::string> receipt() override {
    return std::unexpected(
        protocol_error(say("this token or this program cannot do that"), "classic"));
  }
  Result<void> factory_reset(const std::string& /*serial*/, const AskPresence& /*ask*/) override {
    return std::unexpected(
        protocol_error(say("this token or this program cannot do that"), "classic"));
  }

  Result<void> events(const std::function<bool(const ConsoleEvent&)>& on_event,
                      int stop_fd) override {
    // What the console logged amid the answers to commands since the last time.
    shell_.note_lines(true);
    auto last = status();
    if (!last) return std::unexpected(last.error());
    if (!tell_noted(*last, on_event) || !on_event(status_event(*last))) return {};
    std::string pending;
    std::array<char, 4096> chunk;
    for (;;) {
      const auto count = shell_.listen(chunk, stop_fd);
      if (!count && count.error().code == Code::kCancelled) return {};
      if (!count) return std::unexpected(count.error());
      if (*count == 0) return std::unexpected(ended());
      pending.append(chunk.data(), *count);
      if (pending.size() > kMaxLine)
        return std::unexpected(protocol_error(say("watch events: a line has no end"), "too-long"));
      const auto more = take_lines(pending, *last, on_event);
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
    }
  }

 private:
  Result<void> unlock_one(KeyUse use, const Secret& passphrase) {
    bool sent = false;
    const auto lines =
        shell_.run_with_passphrase("unlock " + std::string(scope_word(use)), passphrase, sent);
    if (!lines && sent) return std::unexpected(unknown_outcome(lines.error(), marked("unlock")));
    if (!lines) return std::unexpected(lines.error());
    for (const std::string& line : *lines) {
      if (const auto verify = parse_verify_line(line)) return judge(verify->outcome);
    }
    if (sent) return {};  // no log line: status will tell
    return std::unexpected(
        protocol_error(say("unlock: the console did not ask for the passphrase"), "no-prompt"));
  }

  static Result<void> judge(VerifyOutcome outcome) {
    if (outcome == VerifyOutcome::kWrong) {
      return std::unexpected(Error{.code = Code::kWrongPassphrase,
                                   .message = say("unlock: wrong passphrase"),
                                   .hint = {},
                                   .details = {{"reason", "wrong-passphrase"}},
                                   .cause = nullptr});
    }
    if (outcome == VerifyOutcome::kBlocked) {
      // The original counts in memory: a restart gives new tries.
      return std::unexpected(Error{
          .code = Code::kRetryDelay,
          .message = say("unlock: too many wrong passphrases, no try is allowed until a restart"),
          .hint = "gokeyctl reboot",
          .details = {{"reason", "blocked-until-restart"}, {"tries_left", "0"}},
          .cause = nullptr});
    }
    return {};
  }

  // False: on_event wants no more. What is left then is told the next time.
  bool tell_noted(const TokenStatus& last,
                  const std::function<bool(const ConsoleEvent&)>& on_event) {
    for (auto line = shell_.next_noted(); line; line = shell_.next_noted()) {
      const auto event = classic_event(*line, &last);
      if (event && !on_event(*event)) return false;
    }
    return true;
  }

  // False: on_event wants no more.
  Result<bool> take_lines(std::string& pending, TokenStatus& last,
                          const std::function<bool(const ConsoleEvent&)>& on_event) {
    const auto end = pending.rfind('\n');
    if (end == std::string::npos) return true;
    const auto lines = plain_lines(std::string_view(pending).substr(0, end + 1));
    pending.erase(0, end + 1);
    bool changed = false;
    for (const std::string& line : lines) {
      const auto event = classic_event(line, &last);
      if (event && !on_event(*event)) return false;
      changed = changed || event.has_value() || line.starts_with("U2F") ||
                line.starts_with("OpenPGP card");
    }
    if (!changed) return true;
    auto now = status();
    if (!now) return std::unexpected(now.error());
    pending.clear();
    if (!tell_noted(*now, on_event)) return false;
    if (to_json(*now) == to_json(last)) return true;
    last = std::move(*now);
    return on_event(status_event(last));
  }

  static Error ended() {
    Error error =
        protocol_error(say("watch events: the console ended the session"), "events-ended");
    error.code = Code::kUnreachable;
    return error;
  }

  transport::Connection& connection_;
  ClassicShell shell_;
  std::chrono::milliseconds timeout_;
};

}  // namespace

Result<std::unique_ptr<ConsoleDialect>> make_classic(transport::Connection& connection,
                                                     std::chrono::milliseconds timeout) {
  auto link = connection.shell(base::Deadline::in(timeout));
  if (!link) return std::unexpected(std::move(link).error());
  auto console = std::make_unique<ClassicConsole>(connection, std::move(*link), timeout);
  if (auto ready = console->greet(); !ready) return std::unexpected(std::move(ready).error());
  return console;
}

}  // namespace gokeyctl::console
