// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The broker's clients: their lines in, answers and events out. One that misbehaves, or does not
// read, loses its connection and harms nobody else.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "broker/line_socket.h"
#include "broker/loop.h"
#include "broker/rendezvous.h"
#include "broker/request.h"
#include "broker/tokens.h"

namespace gokeyctl::broker {

class Server {
 public:
  Server(Loop& loop, Rendezvous rendezvous, const Log& log);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Who answers: called with each request that is well formed. `client` is for subscribe().
  using Handler =
      std::function<void(std::uint64_t client, const Request&, std::shared_ptr<Passphrase>,
                         Tokens::Reply, std::shared_ptr<Ticket>)>;
  void serve(Handler handler);
  // From now on nobody is heard any more; answers and events still go out.
  void close();
  // From now on the client gets every event.
  void subscribe(std::uint64_t client);
  void watch(std::uint64_t client, const std::string& token);

  void broadcast(const BrokerEvent& event);
  void broadcast(const std::string& token, const ConsoleEvent& event);
  // Sends an event to one client.
  void tell(std::uint64_t client, const BrokerEvent& event);
  [[nodiscard]] std::size_t clients() const { return clients_.size(); }

 private:
  // A request that is not answered yet.
  struct Asked {
    Request::Kind kind = Request::Kind::kTokens;
    std::shared_ptr<Ticket> ticket = std::make_shared<Ticket>();
    bool answered = false;
  };
  struct Client {
    explicit Client(LineSocket line) : socket(std::move(line)) {}
    LineSocket socket;
    bool subscribed = false;
    std::set<std::string> watched;
    unsigned unanswered = 0;
    std::map<std::uint32_t, std::shared_ptr<Asked>> asked;  // by their ids
  };
  void come_in();
  void hear(std::uint64_t number);
  [[nodiscard]] bool take(std::uint64_t number, std::string_view line, base::Descriptor attached);
  void answer(std::uint64_t number, std::uint32_t id, Asked& asked,
              const Result<Tokens::Data>& data);
  [[nodiscard]] bool cancel(std::uint64_t number, std::uint32_t id);
  void send(std::uint64_t number, std::string line);
  void wait_to_write(std::uint64_t number);
  void drop(std::uint64_t number, const Error* why);

  Loop& loop_;
  Rendezvous rendezvous_;
  const Log& log_;
  Handler handler_;
  bool closed_ = false;
  // Shared with hear(), in the midst of which a client may be dropped.
  std::map<std::uint64_t, std::shared_ptr<Client>> clients_;
  std::uint64_t last_client_ = 0;
};

}  // namespace gokeyctl::broker
