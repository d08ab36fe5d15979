// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The way to a token's console: through the broker that looks after it, or a connection of our own.
// Commands need not know which.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/commands/broker.h"
#include "gokeyctl/console.h"
#include "gokeyctl/token.h"

namespace gokeyctl::cli {

struct Target;

class Way {
 public:
  explicit Way(Console console) : to_(std::move(console)) {}
  Way(std::shared_ptr<BrokerLine> line, std::string id)
      : to_(AtBroker{std::move(line), std::move(id)}) {}

  [[nodiscard]] bool by_broker() const { return std::holds_alternative<AtBroker>(to_); }
  // As the functions of Console; what the broker answers is read back from the token too.
  [[nodiscard]] Result<TokenStatus> status();
  // A hold that ends needs the broker.
  [[nodiscard]] Result<KeysOutcome> unlock(Scope scope, const Secret& passphrase, const Hold& hold);
  [[nodiscard]] Result<KeysOutcome> lock(Scope scope);
  [[nodiscard]] Result<bool> init();
  [[nodiscard]] Result<std::vector<std::uint8_t>> rand();
  [[nodiscard]] Result<void> confirm_presence();
  [[nodiscard]] Result<TokenStatus> init_fido(bool presence_test);
  [[nodiscard]] Result<void> reboot();
  [[nodiscard]] Result<void> events(const std::function<bool(const ConsoleEvent&)>& on_event,
                                    int stop_fd);
  // An earlier end for keys that are open. kUsage ("reason" later-end) if it would be a later one;
  // only by_broker().
  [[nodiscard]] Result<void> shorten(const Hold& hold);

 private:
  struct AtBroker {
    std::shared_ptr<BrokerLine> line;
    std::string id;

    [[nodiscard]] Result<BrokerToken> refresh() const;
    [[nodiscard]] Result<void> confirm_presence() const;
    [[nodiscard]] Result<void> events(const std::function<bool(const ConsoleEvent&)>& on_event,
                                      int stop_fd) const;
  };
  std::variant<Console, AtBroker> to_;
};

// The token that a running broker looks after, as --device and the default choose among them.
// Nothing if there is no broker or it does not serve that one: then it is looked for without it.
// With kStatus its status is asked for on the way, which spares a second exchange.
enum class AskFor : std::uint8_t { kTheToken, kStatus };
[[nodiscard]] std::optional<Target> find_at_broker(const Context& context, const Selector& selector,
                                                   AskFor what);
// Of targets that were found without it, those that the broker serves go through it.
void go_by_broker(const Context& context, std::vector<Target>& targets);

}  // namespace gokeyctl::cli
