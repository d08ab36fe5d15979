// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/server.h"

#include <utility>
#include <vector>

#include <poll.h>

#include "broker/answer.h"

namespace gokeyctl::broker {
namespace {

constexpr std::size_t kMaxClients = 64;
constexpr unsigned kMaxUnanswered = 64;
// What a client may leave unread, besides what the kernel keeps for it.
constexpr std::size_t kMaxQueue = 2 * kMaxAnswer;

Error too_many(Sentence what) {
  return Error{.code = Code::kBusy,
               .message = std::move(what),
               .hint = {},
               .details = {{"reason", "too-many"}},
               .cause = nullptr};
}

Error cancelled(Request::Kind kind, bool begun) {
  Sentence message = say("cancelled before anything was sent to the token");
  if (begun) message = say("cancelled");
  if (begun && kind == Request::Kind::kUnlock)
    message =
        say("cancelled: the try counts if the token had it, and what it opens is locked again");
  return Error{.code = Code::kCancelled,
               .message = std::move(message),
               .hint = {},
               .details = {{"reason", begun ? "abandoned" : "nothing-sent"}},
               .cause = nullptr};
}

Result<std::shared_ptr<Passphrase>> passphrase_of(const Request& request,
                                                  const base::Descriptor& attached) {
  if (request.kind != Request::Kind::kUnlock) return nullptr;
  auto no_core = std::make_unique<NotDumpable>();
  auto secret = take_from_pipe(attached);
  if (!secret) return std::unexpected(secret.error());
  return std::make_shared<Passphrase>(std::move(no_core), std::move(*secret));
}

}  // namespace

Server::Server(Loop& loop, Rendezvous rendezvous, const Log& log)
    : loop_(loop), rendezvous_(std::move(rendezvous)), log_(log) {}

Server::~Server() {
  for (const auto& [number, client] : clients_) loop_.unwatch(client->socket.fd());
  loop_.unwatch(rendezvous_.fd());
}

void Server::serve(Handler handler) {
  handler_ = std::move(handler);
  loop_.watch(rendezvous_.fd(), POLLIN, [this] { come_in(); });
}

void Server::close() {
  closed_ = true;
  loop_.unwatch(rendezvous_.fd());
  std::vector<std::uint64_t> numbers;
  numbers.reserve(clients_.size());
  for (const auto& [number, client] : clients_) numbers.push_back(number);
  for (const std::uint64_t number : numbers) wait_to_write(number);
}

void Server::come_in() {
  base::Descriptor fd = rendezvous_.accept();
  if (!fd) return;
  const std::uint64_t number = ++last_client_;
  const int raw = fd.get();
  clients_.emplace(number,
                   std::make_shared<Client>(LineSocket(std::move(fd), {kMaxRequest, kMaxQueue})));
  if (clients_.size() > kMaxClients) {
    const Error why = too_many(say("the broker has too many clients"));
    return drop(number, &why);
  }
  loop_.watch(raw, POLLIN, [this, number] { hear(number); });
}

void Server::hear(std::uint64_t number) {
  const auto found = clients_.find(number);
  if (found == clients_.end()) return;
  const std::shared_ptr<Client> client = found->second;
  if (auto sent = client->socket.flush(); !sent) return drop(number, nullptr);
  if (closed_) return wait_to_write(number);
  const auto more =
      client->socket.receive([this, number](std::string_view line, base::Descriptor attached) {
        return take(number, line, std::move(attached));
      });
  if (!clients_.contains(number)) return;
  if (!more) return drop(number, &more.error());
  if (!*more) return drop(number, nullptr);
  wait_to_write(number);
}

// False: the client is gone.
bool Server::take(std::uint64_t number, std::string_view line, base::Descriptor attached) {
  const auto request = parse_request(line);
  if (!request) {
    const Error why = wrap(request.error(), "understand a request: " + request.error().message);
    drop(number, &why);
    return false;
  }
  const std::shared_ptr<Client> client = clients_.at(number);
  auto asked = std::make_shared<Asked>();
  asked->kind = request->kind;
  const Tokens::Reply reply = [this, number, id = request->id,
                               asked](const Result<Tokens::Data>& data) {
    answer(number, id, *asked, data);
  };
  ++client->unanswered;
  client->asked[request->id] = asked;
  if (client->unanswered > kMaxUnanswered) {
    reply(std::unexpected(too_many(say("the broker has not answered 64 earlier requests yet"))));
  } else if (auto passphrase = passphrase_of(*request, attached); !passphrase) {
    reply(std::unexpected(passphrase.error()));
  } else if (request->kind == Request::Kind::kCancel) {
    reply(Tokens::Data{{"cancelled", cancel(number, request->of)}});
  } else {
    handler_(number, *request, std::move(*passphrase), reply, asked->ticket);
  }
  return clients_.contains(number);
}

// Once, and only while the client waits for it.
void Server::answer(std::uint64_t number, std::uint32_t id, Asked& asked,
                    const Result<Tokens::Data>& data) {
  const auto found = clients_.find(number);
  if (found == clients_.end() || std::exchange(asked.answered, true)) return;
  Client& client = *found->second;
  --client.unanswered;
  const auto same = client.asked.find(id);
  if (same != client.asked.end() && same->second.get() == &asked) client.asked.erase(same);
  send(number, format_answer(id, data));
}

// False: it is answered, or cannot be taken back any more.
bool Server::cancel(std::uint64_t number, std::uint32_t id) {
  auto& asked = clients_.at(number)->asked;
  const auto found = asked.find(id);
  if (found == asked.end()) return false;
  const std::shared_ptr<Asked> one = found->second;
  switch (one->ticket->withdraw()) {
    case Ticket::Withdrawal::kRefused:
      return false;
    case Ticket::Withdrawal::kNothingSent:
      answer(number, id, *one, std::unexpected(cancelled(one->kind, false)));
      break;
    case Ticket::Withdrawal::kAbandoned:
      answer(number, id, *one, std::unexpected(cancelled(one->kind, true)));
      break;
  }
  return true;
}

void Server::send(std::uint64_t number, std::string line) {
  const auto found = clients_.find(number);
  if (found == clients_.end()) return;
  if (auto sent = found->second->socket.send(std::move(line)); !sent)
    return drop(number, &sent.error());
  wait_to_write(number);
}

void Server::wait_to_write(std::uint64_t number) {
  const auto found = clients_.find(number);
  if (found == clients_.end()) return;
  const LineSocket& socket = found->second->socket;
  if (closed_ && !socket.wants_write()) return loop_.unwatch(socket.fd());
  const short heard = closed_ ? 0 : POLLIN;
  const auto events = static_cast<short>(socket.wants_write() ? heard | POLLOUT : heard);
  loop_.watch(socket.fd(), events, [this, number] { hear(number); });
}

// With `why` the client is told, if it still reads.
void Server::drop(std::uint64_t number, const Error* why) {
  const auto found = clients_.find(number);
  if (found == clients_.end()) return;
  if (why != nullptr) {
    log_.event(LogLevel::kWarn, "client-dropped", {{"why", why->message}});
    static_cast<void>(found->second->socket.send(format_farewell(*why)).has_value());
  }
  loop_.unwatch(found->second->socket.fd());
  const std::shared_ptr<Client> client = found->second;
  clients_.erase(found);
  // Nobody is there to see what an unlock opens.
  for (const auto& [id, asked] : client->asked) {
    if (asked->kind == Request::Kind::kUnlock) static_cast<void>(asked->ticket->withdraw());
  }
}

void Server::subscribe(std::uint64_t client) {
  if (const auto found = clients_.find(client); found != clients_.end())
    found->second->subscribed = true;
}

void Server::watch(std::uint64_t client, const std::string& token) {
  if (const auto found = clients_.find(client); found != clients_.end())
    found->second->watched.insert(token);
}

void Server::tell(std::uint64_t client, const BrokerEvent& event) {
  send(client, format_event(event));
}

void Server::broadcast(const BrokerEvent& event) {
  std::vector<std::uint64_t> numbers;
  for (const auto& [number, client] : clients_) {
    if (client->subscribed) numbers.push_back(number);
  }
  if (numbers.empty()) return;
  const std::string line = format_event(event);
  for (const std::uint64_t number : numbers) send(number, line);
}

void Server::broadcast(const std::string& token, const ConsoleEvent& event) {
  std::vector<std::uint64_t> numbers;
  for (const auto& [number, client] : clients_) {
    if (client->watched.contains(token)) numbers.push_back(number);
  }
  if (numbers.empty()) return;
  const std::string line = format_watched(token, event.json);
  for (const std::uint64_t number : numbers) send(number, line);
}

}  // namespace gokeyctl::broker
