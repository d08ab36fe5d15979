// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/way.h"

#include <algorithm>
#include <array>
#include <utility>

#include <poll.h>

#include "cli/commands/target.h"

namespace gokeyctl::cli {
namespace {

template <typename T>
using Done = BrokerClient::Done<T>;

Error nothing_waits(const TokenStatus::Fido& fido) {
  if (!fido.initialised) {
    return Error{Code::kNotInitialised,
                 _("confirm presence: the FIDO side is not initialised"),
                 "gokeyctl u2f init",
                 {{"reason", "fido-not-initialised"}},
                 nullptr};
  }
  const bool never = !fido.presence_test.value_or(true);
  return Error{Code::kNoPresenceRequest,
               never ? _("confirm presence: this token does not ask for it")
                     : _("confirm presence: nothing waits for it"),
               never ? _("to have it ask: gokeyctl presence on")
                     : _("it may have been too late: start again in the browser"),
               {{"reason", never ? "not-required" : "not-requested"}},
               nullptr};
}

// What the broker may speak for: its host key is trusted, so that no question is open.
bool is_served(const BrokerToken& token) {
  return token.attached && token.known && !token.presented &&
         !(token.problem && token.problem->code == Code::kHostKey);
}

bool fits(const BrokerToken& token, const Selector& selector) {
  switch (selector.kind) {
    case Selector::Kind::kAny:
      return true;
    case Selector::Kind::kSerial:
      return !token.serial.empty() && token.serial.starts_with(selector.text);
    case Selector::Kind::kNickname:
      return token.nickname == selector.text;
    case Selector::Kind::kUsbPort:
      return token.usb_port == selector.text;
    case Selector::Kind::kConsole:
      return token.endpoint && token.endpoint->interface.empty() &&
             token.endpoint->text() == selector.endpoint.text();
  }
  return false;
}

Target target_of(const Context& context, const Selector& selector, const BrokerToken& token) {
  Target target;
  target.serial = token.serial;
  target.endpoint = token.endpoint;
  target.nickname =
      token.nickname ? token.nickname : nickname_of(context.config, token.serial, token.endpoint);
  if (token.reader) target.reader.emplace().name = *token.reader;
  const bool by_address = selector.kind == Selector::Kind::kConsole || token.serial.empty();
  const std::string address = token.endpoint ? token.endpoint->text() : token.id;
  target.device = by_address ? "console:" + address : token.serial;
  target.label = target.nickname.value_or(by_address ? address : token.serial);
  target.broker_id = token.id;
  return target;
}

// The broker's name for what the selector means, where it needs no look at its list.
std::optional<std::string> id_at_broker(const Selector& selector) {
  constexpr std::size_t kSerialDigits = 8;
  if (selector.kind == Selector::Kind::kAny) return "";
  const bool whole =
      selector.kind == Selector::Kind::kSerial && selector.text.size() == kSerialDigits;
  return whole ? std::optional(selector.text) : std::nullopt;
}

Result<TokenStatus> status_of(const Result<BrokerToken>& token) {
  if (!token) return std::unexpected(token.error());
  if (const auto& status = token->status) return *status;
  return fail(Code::kProtocol, _("the broker does not tell the token's status"));
}

}  // namespace

std::optional<Target> find_at_broker(const Context& context, const Selector& selector,
                                     AskFor what) {
  Result<BrokerLine> line = BrokerLine::open(context);
  if (!line) return std::nullopt;
  std::optional<Result<BrokerToken>> told;
  if (const auto id = id_at_broker(selector); id && what == AskFor::kStatus) {
    told = line->refresh(*id);
    if (*told && (*told)->attached && is_served(**told)) {
      Target target = target_of(context, selector, **told);
      target.broker = std::make_shared<BrokerLine>(std::move(*line));
      target.status = status_of(*told);
      return target;
    }
  }
  const Result<std::vector<BrokerToken>> tokens = line->tokens();
  if (!tokens) return std::nullopt;
  const BrokerToken* found = nullptr;
  for (const BrokerToken& token : *tokens) {
    if (!token.attached || !fits(token, selector)) continue;
    if (found != nullptr) return std::nullopt;  // the general way explains which there are
    found = &token;
  }
  if (found == nullptr) return std::nullopt;
  if (!is_served(*found)) {
    // A person may have decided about its host key since the broker saw it.
    const Result<BrokerToken> now = told ? *told : line->refresh(found->id);
    if (!now || !is_served(*now)) return std::nullopt;
    Target target = target_of(context, selector, *now);
    target.broker = std::make_shared<BrokerLine>(std::move(*line));
    return target;
  }
  Target target = target_of(context, selector, *found);
  target.broker = std::make_shared<BrokerLine>(std::move(*line));
  if (told) target.status = status_of(*told);
  return target;
}

void go_by_broker(const Context& context, std::vector<Target>& targets) {
  Result<BrokerLine> line = BrokerLine::open(context);
  if (!line) return;
  const Result<std::vector<BrokerToken>> tokens = line->tokens();
  if (!tokens) return;
  const auto shared = std::make_shared<BrokerLine>(std::move(*line));
  for (Target& target : targets) {
    const auto found = std::ranges::find_if(*tokens, [&](const BrokerToken& token) {
      const bool same_place = token.endpoint && target.endpoint &&
                              token.endpoint->text() == target.endpoint->text() &&
                              token.endpoint->interface == target.endpoint->interface;
      const bool same_token = !target.serial.empty() && target.serial == token.serial;
      return is_served(token) && (same_token || (same_place && target.serial.empty()));
    });
    if (found == tokens->end()) continue;
    target.broker = shared;
    target.broker_id = found->id;
  }
}

Result<BrokerToken> Way::AtBroker::refresh() const { return line->refresh(id); }

// The request that waits now, and no other.
Result<void> Way::AtBroker::confirm_presence() const {
  const Result<BrokerToken> token = refresh();
  if (!token) return std::unexpected(token.error());
  const auto& status = token->status;
  const auto& presence = token->presence;
  if (!presence) return std::unexpected(nothing_waits(status ? status->fido : TokenStatus::Fido{}));
  return line->ask<void>([&, number = presence->number](BrokerClient& client, Done<void> done) {
    client.confirm_presence(id, number, std::move(done));
  });
}

Result<void> Way::AtBroker::events(const std::function<bool(const ConsoleEvent&)>& on_event,
                                   int stop_fd) const {
  bool wanted = true;
  const Result<void> begun = line->ask<void>([&](BrokerClient& client, Done<void> done) {
    client.watch(
        id, [&](const ConsoleEvent& event) { wanted = wanted && on_event(event); },
        std::move(done));
  });
  if (!begun) return begun;
  BrokerClient& client = line->client();
  while (wanted) {
    const short events = client.wants_write() ? POLLIN | POLLOUT : POLLIN;
    std::array<pollfd, 2> waiting{{{client.fd(), events, 0}, {stop_fd, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;  // a signal; stop_fd tells
    if (waiting[1].revents != 0) return {};
    if (auto done = client.process(); !done) return done;
  }
  return {};
}

Result<TokenStatus> Way::status() {
  if (auto* console = std::get_if<Console>(&to_)) return console->status();
  return status_of(std::get<AtBroker>(to_).refresh());
}

Result<KeysOutcome> Way::unlock(Scope scope, const Secret& passphrase, const Hold& hold) {
  if (auto* console = std::get_if<Console>(&to_)) return console->unlock(scope, passphrase);
  const AtBroker& at = std::get<AtBroker>(to_);
  return at.line->ask_unless_stopped<KeysOutcome>(
      [&](BrokerClient& client, Done<KeysOutcome> done) {
        return client.unlock(at.id, scope, passphrase, hold, std::move(done));
      });
}

Result<KeysOutcome> Way::lock(Scope scope) {
  if (auto* console = std::get_if<Console>(&to_)) return console->lock(scope);
  const AtBroker& at = std::get<AtBroker>(to_);
  return at.line->ask<KeysOutcome>([&](BrokerClient& client, Done<KeysOutcome> done) {
    client.lock(at.id, scope, std::move(done));
  });
}

Result<bool> Way::init() {
  if (auto* console = std::get_if<Console>(&to_)) return console->init();
  const AtBroker& at = std::get<AtBroker>(to_);
  return at.line->ask<bool>(
      [&](BrokerClient& client, Done<bool> done) { client.init(at.id, std::move(done)); });
}

Result<std::vector<std::uint8_t>> Way::rand() {
  using Bytes = std::vector<std::uint8_t>;
  if (auto* console = std::get_if<Console>(&to_)) return console->rand();
  const AtBroker& at = std::get<AtBroker>(to_);
  return at.line->ask<Bytes>(
      [&](BrokerClient& client, Done<Bytes> done) { client.rand(at.id, std::move(done)); });
}

Result<void> Way::confirm_presence() {
  if (auto* console = std::get_if<Console>(&to_)) return console->confirm_presence();
  return std::get<AtBroker>(to_).confirm_presence();
}

Result<TokenStatus> Way::init_fido(bool presence_test) {
  if (auto* console = std::get_if<Console>(&to_)) return console->init_fido(presence_test);
  const AtBroker& at = std::get<AtBroker>(to_);
  return at.line->ask<TokenStatus>([&](BrokerClient& client, Done<TokenStatus> done) {
    client.init_fido(at.id, presence_test, std::move(done));
  });
}

Result<void> Way::reboot() {
  if (auto* console = std::get_if<Console>(&to_)) return console->reboot();
  const AtBroker& at = std::get<AtBroker>(to_);
  return at.line->ask<void>(
      [&](BrokerClient& client, Done<void> done) { client.reboot(at.id, std::move(done)); });
}

Result<void> Way::events(const std::function<bool(const ConsoleEvent&)>& on_event, int stop_fd) {
  if (auto* console = std::get_if<Console>(&to_)) return console->events(on_event, stop_fd);
  return std::get<AtBroker>(to_).events(on_event, stop_fd);
}

Result<void> Way::shorten(const Hold& hold) {
  if (!by_broker()) return fail(Code::kUnsupported, _("there is no broker"));
  const AtBroker& at = std::get<AtBroker>(to_);
  const auto done =
      at.line->ask<BrokerToken>([&](BrokerClient& client, Done<BrokerToken> answered) {
        client.shorten(at.id, hold, std::move(answered));
      });
  return done ? Result<void>() : std::unexpected(done.error());
}

}  // namespace gokeyctl::cli
