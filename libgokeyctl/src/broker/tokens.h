// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every token the broker knows, each with its record and, while it can be reached, its session.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "broker/passphrase_pipe.h"
#include "broker/record.h"
#include "broker/request.h"
#include "broker/session.h"
#include "broker/ticket.h"
#include "gokeyctl/token.h"

namespace gokeyctl::broker {

// A passphrase on its way to a token.
struct Passphrase {
  std::unique_ptr<NotDumpable> no_core;
  Secret secret;
};

class Tokens {
 public:
  // Called on the loop's thread.
  struct Hooks {
    std::function<void(const BrokerEvent&)> on_event;
    std::function<void(const std::string& id, const ConsoleEvent&)> on_console;
  };
  Tokens(Loop& loop, const BrokerOptions& options, Hooks hooks);
  ~Tokens();
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  [[nodiscard]] std::vector<BrokerToken> views() const;
  [[nodiscard]] bool has(const std::string& id) const { return find(id) != nullptr; }

  // A console named outright, to be kept connected. Its id.
  std::string add_console(const Endpoint& endpoint);
  // What is on USB, in readers and in the trust store now.
  void found(const std::vector<KnownToken>& tokens);

  using Data = nlohmann::ordered_json;
  using Reply = std::function<void(Result<Data>)>;
  // Does what concerns tokens; `reply` is called once, later or at once. Who holds the ticket may
  // take the request back, and then hears no reply.
  void handle(const Request& request, std::shared_ptr<Passphrase> passphrase, Reply reply,
              std::shared_ptr<Ticket> ticket = std::make_shared<Ticket>());

  // Locks what is held, or about to be, for a time or until the screen locks, then calls `done`.
  void let_go(std::function<void()> done);
  // An unlock is under way, which takes a token its time.
  [[nodiscard]] bool unlocking() const;

 private:
  // The FIDO node, as the session's thread reads it.
  class SharedNode {
   public:
    void set(std::optional<std::string> node) {
      const std::lock_guard hold(mutex_);
      node_ = std::move(node);
    }
    [[nodiscard]] std::optional<std::string> get() const {
      const std::lock_guard hold(mutex_);
      return node_;
    }

   private:
    mutable std::mutex mutex_;
    std::optional<std::string> node_;
  };
  struct Token {
    Record record;
    std::shared_ptr<SharedNode> hid_node = std::make_shared<SharedNode>();
    std::unique_ptr<Session> session;
    bool outright = false;
    bool reachable = true;   // nothing speaks against connecting: its interface is up
    bool held_back = false;  // connecting makes no sense until a person or a plug changes it
    unsigned failures = 0;   // of connecting, in a row
    std::optional<Loop::TimerId> retry, deadline;
    std::shared_ptr<Ticket> attempt;  // the latest that connect() has begun
    using Unlock = std::pair<Scope, Hold::Kind>;
    std::vector<std::shared_ptr<Unlock>> unlocking;  // asked for and not done yet
    // Of locking at the end of a time: under way, and when it is tried again.
    bool relocking = false;
    unsigned relock_failures = 0;
    std::optional<BootClock::time_point> relock_at;
    std::vector<std::string> former_ids;
    std::uint64_t number = 0;  // tells it from one that was there before
  };

  [[nodiscard]] Token* find(const std::string& id);
  [[nodiscard]] const Token* find(const std::string& id) const;
  [[nodiscard]] Token* by_number(std::uint64_t number);
  [[nodiscard]] Result<Token*> only_attached();
  Token& add(std::string id);
  void publish(Token& token, Record::Events events);
  void publish_view(Token& token);
  void rename_id(Token& token, const std::string& serial);
  void arm(Token& token);

  [[nodiscard]] Token* find_known(const KnownToken& found);
  [[nodiscard]] static std::string place_of(const KnownToken& token);
  void plug(Token& token, const KnownToken& found);
  void remove(Token& token);
  void leave(std::uint64_t number);
  void start_session(Token& token);
  void end_session(Token& token);
  using Accept = std::function<bool(const HostKey&, TrustVerdict)>;
  void connect(Token& token, Accept accept = {}, std::function<void(Token*)> then = {});
  void post_told(const Session& session, std::uint64_t number, const TokenStatus& status);
  void connected(Token& token, const Attempt& attempt);
  void lost(Token& token, const Error& why);
  void report(Token& token, const Error& why);
  void retry_later(Token& token);
  void told(Token& token, const ConsoleEvent& event, std::uint64_t generation,
            const std::optional<std::string>& asker);
  // From any thread: the configuration is read anew each time.
  [[nodiscard]] ConnectOptions connect_options(const std::optional<Endpoint>& endpoint) const;

  // Runs `work` on the token's session, connecting before if need be, and gives its result to
  // `then` here. A ticket that was taken back by then keeps `work` from being run.
  template <typename T>
  void use(Token& token, std::shared_ptr<Ticket> ticket, std::function<Result<T>(Session&)> work,
           std::function<void(Token*, const Result<T>&)> then);
  template <typename T>
  void ask(Token& token, std::shared_ptr<Ticket> ticket, std::function<Result<T>(Console&)> work,
           std::function<Data(const T&)> to_json, Reply reply);

  void unlock(Token& token, const Request& request, std::shared_ptr<Passphrase> passphrase,
              Reply reply, const std::shared_ptr<Ticket>& ticket);
  static void unlock_ended(Token& token, const Ticket& ticket, const Result<KeysOutcome>& outcome);
  void lock(Token& token, Scope scope, LockReason reason,
            std::function<void(Token*, const Result<KeysOutcome>&)> then,
            std::shared_ptr<Ticket> ticket = std::make_shared<Ticket>());
  [[nodiscard]] static std::optional<Scope> to_lock(const Token& token,
                                                    std::span<const Hold::Kind> holds);
  void lock_due(Token& token);
  void lock_all(LockReason reason, LockWhich which, Reply reply);
  void shorten(Token& token, const Hold& hold, const Reply& reply);
  void confirm(Token& token, std::uint32_t number, Reply reply, std::shared_ptr<Ticket> ticket);
  void refresh(Token& token, Reply reply, const std::shared_ptr<Ticket>& ticket);
  void stop_connecting(Token& token, const Reply& reply);
  void trust_host_key(Token& token, const std::string& fingerprint, Reply reply);
  void forget_host_key(Token& token, const Reply& reply);
  void rename(Token& token, const std::string& nickname, const Reply& reply);
  void reload_trust();
  void take_trust(Token& token, const TrustStore& trust);

  Loop& loop_;
  const BrokerOptions& options_;
  Hooks hooks_;
  std::vector<std::unique_ptr<Token>> tokens_;
  std::uint64_t last_number_ = 0;
  std::uint64_t last_request_ = 0;  // for presence
};

}  // namespace gokeyctl::broker
