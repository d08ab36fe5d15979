// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a console can do, in either dialect. Console checks and forwards; these speak.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gokeyctl/console.h"
#include "gokeyctl/provision.h"
#include "transport/link/link.h"

namespace gokeyctl::console {

class ConsoleDialect {
 public:
  virtual ~ConsoleDialect() = default;
  [[nodiscard]] virtual Dialect kind() const = 0;
  [[nodiscard]] virtual Result<TokenStatus> status() = 0;
  // `before` is the status just read; the passphrase is fit to be sent. Sends it at most once for
  // each key.
  [[nodiscard]] virtual Result<KeysOutcome> unlock(Scope scope, const Secret& passphrase,
                                                   const TokenStatus& before) = 0;
  [[nodiscard]] virtual Result<KeysOutcome> lock(Scope scope, const TokenStatus& before) = 0;
  [[nodiscard]] virtual Result<void> init() = 0;
  [[nodiscard]] virtual Result<std::string> rand() = 0;  // as printed
  [[nodiscard]] virtual Result<void> confirm_presence() = 0;
  [[nodiscard]] virtual Result<void> init_fido(bool presence_test) = 0;
  [[nodiscard]] virtual Result<void> reboot() = 0;
  [[nodiscard]] virtual Result<std::string> build() = 0;
  // The receipt as it was sent. `form` is what wire/provisioning.h describes.
  [[nodiscard]] virtual Result<std::string> provision(const Secret& form) = 0;
  [[nodiscard]] virtual Result<std::string> receipt() = 0;
  [[nodiscard]] virtual Result<void> factory_reset(const std::string& serial,
                                                   const AskPresence& ask) = 0;
  [[nodiscard]] virtual Result<void> events(
      const std::function<bool(const ConsoleEvent&)>& on_event, int stop_fd) = 0;
};

// `connection` outlives what these return.
[[nodiscard]] std::unique_ptr<ConsoleDialect> make_native(transport::Connection& connection,
                                                          std::chrono::milliseconds timeout);
// Opens the shell session and waits for its first prompt.
[[nodiscard]] Result<std::unique_ptr<ConsoleDialect>> make_classic(
    transport::Connection& connection, std::chrono::milliseconds timeout);

// The keys a scope means in a dialect: the native `dec` opens the authentication key too, the
// original never does.
[[nodiscard]] std::vector<KeyUse> keys_of(Scope scope, Dialect dialect);

// What changed between two statuses, for the keys of a scope that the token has.
[[nodiscard]] KeysOutcome compare(const TokenStatus& before, TokenStatus after, Scope scope,
                                  bool wanted_locked);

// With the checks before and after: the token's state, and what the receipt says.
[[nodiscard]] Result<Receipt> provision_checked(ConsoleDialect& dialect, const HostKey& host_key,
                                                const Provisioning& provisioning);
[[nodiscard]] Result<Receipt> receipt_checked(ConsoleDialect& dialect, const HostKey& host_key);
[[nodiscard]] Result<void> factory_reset_checked(ConsoleDialect& dialect, const std::string& serial,
                                                 const AskPresence& ask);

// The whole operation over either dialect: checks before, the command, proof from status after.
[[nodiscard]] Result<KeysOutcome> unlock_checked(ConsoleDialect& dialect, Scope scope,
                                                 const Secret& passphrase);
[[nodiscard]] Result<KeysOutcome> lock_checked(ConsoleDialect& dialect, Scope scope);
[[nodiscard]] Result<bool> init_checked(ConsoleDialect& dialect);
[[nodiscard]] Result<std::vector<std::uint8_t>> rand_checked(ConsoleDialect& dialect);
[[nodiscard]] Result<TokenStatus> init_fido_checked(ConsoleDialect& dialect, bool presence_test);

// What either dialect answers to `p`, in the original's words (gokey-behaviour 7.2). Absent: none
// of them, so that nothing speaks against success.
[[nodiscard]] std::optional<Error> presence_refusal(std::string_view answer);

// True when the identification string is the original firmware's.
[[nodiscard]] bool is_classic(std::string_view identification);

[[nodiscard]] Error protocol_error(Sentence message, std::string reason = "unexpected-answer");
// Something was sent and the answer did not come: the outcome is not known.
[[nodiscard]] Error unknown_outcome(Error cause, const char* doing);

}  // namespace gokeyctl::console
