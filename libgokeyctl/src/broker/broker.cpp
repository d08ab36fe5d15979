// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/broker.h"

#include <utility>

#include <unistd.h>

#include "base/time.h"
#include "broker/answer.h"
#include "broker/loop.h"
#include "broker/rendezvous.h"
#include "broker/scanner.h"
#include "broker/server.h"
#include "broker/tokens.h"
#include "gokeyctl/version.h"

namespace gokeyctl {
namespace {

// For locking what is held when the broker ends; and for an unlock that is under way to end before:
// given up, it would end with nobody there to lock.
constexpr std::chrono::seconds kFarewell{5}, kLongFarewell{60};

}  // namespace

// Its members speak of what is inside the library.
struct [[gnu::visibility("hidden")]] Broker::Impl {
  BrokerOptions options;
  std::unique_ptr<broker::Loop> loop;
  std::string since;
  // In this order: the server goes first, then the sessions.
  std::unique_ptr<broker::Tokens> tokens;
  std::unique_ptr<broker::Server> server;
  std::unique_ptr<broker::Scanner> scanner;

  void handle(std::uint64_t client, const broker::Request& request,
              std::shared_ptr<broker::Passphrase> passphrase, broker::Tokens::Reply reply,
              std::shared_ptr<broker::Ticket> ticket);
  void subscribe(std::uint64_t client);
  [[nodiscard]] BrokerInfo info() const;
  [[nodiscard]] Result<void> watch_usb();
};

Result<void> Broker::Impl::watch_usb() {
  if (!options.watch_usb) return {};
  auto started = broker::Scanner::start(options.trust, [this](const std::vector<KnownToken>& all) {
    loop->post([this, all] { tokens->found(all); });
  });
  if (!started) return std::unexpected(started.error());
  scanner = std::move(*started);
  return {};
}

BrokerInfo Broker::Impl::info() const {
  return {.pid = static_cast<std::uint32_t>(::getpid()),
          .version = std::string(library_version()),
          .since = since,
          .clients = static_cast<std::uint32_t>(server->clients()),
          .tokens = static_cast<std::uint32_t>(tokens->views().size())};
}

// First every token as it is.
void Broker::Impl::subscribe(std::uint64_t client) {
  server->subscribe(client);
  for (BrokerToken& token : tokens->views()) {
    BrokerEvent event;
    event.kind = BrokerEvent::Kind::kToken;
    event.time = base::rfc3339_ms(std::chrono::system_clock::now());
    event.id = token.id;
    event.token = std::move(token);
    server->tell(client, event);
  }
}

void Broker::Impl::handle(std::uint64_t client, const broker::Request& request,
                          std::shared_ptr<broker::Passphrase> passphrase,
                          broker::Tokens::Reply reply, std::shared_ptr<broker::Ticket> ticket) {
  using Kind = broker::Request::Kind;
  switch (request.kind) {
    case Kind::kSubscribe:
      reply(broker::Tokens::Data::object());
      return subscribe(client);
    case Kind::kInfo:
      return reply(broker::json_of(info()));
    case Kind::kStop:
      reply(broker::Tokens::Data::object());
      return loop->stop();
    case Kind::kWatch:
      if (!tokens->has(request.token)) break;
      server->watch(client, request.token);
      return tokens->handle({.id = request.id, .kind = Kind::kRefresh, .token = request.token},
                            nullptr, std::move(reply), std::move(ticket));
    default:
      break;
  }
  tokens->handle(request, std::move(passphrase), std::move(reply), std::move(ticket));
}

Broker::Broker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Broker::~Broker() = default;
Broker::Broker(Broker&&) noexcept = default;
Broker& Broker::operator=(Broker&&) noexcept = default;

Result<Broker> Broker::open(BrokerOptions options) {
  auto place = broker::Rendezvous::take(options.socket);
  if (!place) return std::unexpected(place.error());
  auto loop = broker::Loop::make();
  if (!loop) return std::unexpected(loop.error());
  auto impl = std::make_unique<Impl>();
  Impl* raw = impl.get();
  impl->options = std::move(options);
  impl->loop = std::move(*loop);
  impl->since = base::rfc3339(std::chrono::system_clock::now());
  impl->server =
      std::make_unique<broker::Server>(*impl->loop, std::move(*place), impl->options.log);
  impl->tokens = std::make_unique<broker::Tokens>(
      *impl->loop, impl->options,
      broker::Tokens::Hooks{[raw](const BrokerEvent& event) { raw->server->broadcast(event); },
                            [raw](const std::string& id, const ConsoleEvent& event) {
                              raw->server->broadcast(id, event);
                            }});
  impl->server->serve([raw](std::uint64_t client, const broker::Request& request,
                            std::shared_ptr<broker::Passphrase> passphrase,
                            broker::Tokens::Reply reply, std::shared_ptr<broker::Ticket> ticket) {
    raw->handle(client, request, std::move(passphrase), std::move(reply), std::move(ticket));
  });
  return Broker(std::move(impl));
}

Result<void> Broker::run() {
  for (const Endpoint& console : impl_->options.consoles) impl_->tokens->add_console(console);
  if (auto watched = impl_->watch_usb(); !watched) return watched;
  if (auto ran = impl_->loop->run(); !ran) return ran;
  // Nobody else would keep the promise to lock, and nothing may be unlocked behind it.
  impl_->server->close();
  const auto patience = impl_->tokens->unlocking() ? kLongFarewell : kFarewell;
  impl_->loop->at(broker::BootClock::now() + patience, [this] { impl_->loop->stop(); });
  impl_->tokens->let_go([this] { impl_->loop->stop(); });
  return impl_->loop->run();
}

void Broker::stop() { impl_->loop->stop(); }

}  // namespace gokeyctl
