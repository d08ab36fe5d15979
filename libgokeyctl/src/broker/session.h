// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The console of one token in a thread of its own, so that one that hangs holds up nobody else. The
// thread streams the token's events and lets go of that for as long as a job takes.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "broker/loop.h"
#include "broker/ticket.h"
#include "gokeyctl/console.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::broker {

// What came of trying to connect.
struct Attempt {
  Result<TokenStatus> status;  // read once logged in
  std::optional<HostKey> presented;
  TrustVerdict verdict = TrustVerdict::kKnown;
  std::optional<TrustEntry> entry;  // what the trust store holds of this console now
};

class Session {
 public:
  // Called on the session's thread.
  struct Hooks {
    // `generation` tells one request for presence from the next, see presence_generation().
    std::function<void(const ConsoleEvent&, std::uint64_t generation)> on_event;
    std::function<void(const Error&)> on_lost;  // the connection, while nothing was asked
  };
  using Job = std::function<void(Session&)>;

  [[nodiscard]] static Result<std::unique_ptr<Session>> start(Hooks hooks);
  // Ends whatever waits, and the thread.
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // From any thread: one after the other.
  void post(Job job);
  // From any thread: the attempt to connect that is under way, if one is, ends with kCancelled.
  void stop_connecting();

  // The following are for jobs.
  // `accept`, if there is one, decides about a key that is not pinned. One that is known to be new
  // at every start is accepted; the console then lets no passphrase through. A ticket that was
  // taken back ends it before it begins, with kCancelled.
  [[nodiscard]] Attempt connect(ConnectOptions options, const std::filesystem::path& trust,
                                const std::function<bool(const HostKey&, TrustVerdict)>& accept,
                                Ticket* ticket = nullptr);
  [[nodiscard]] bool connected() const { return console_.has_value(); }
  // It is being ended: what is left of its jobs can only say so.
  [[nodiscard]] bool stopping() const { return stopping_; }
  void disconnect() { console_.reset(); }
  // Runs `work` on the console, after what the token told before it. An error that leaves the
  // connection in doubt ends it. kUnreachable when there is none.
  template <typename T>
  [[nodiscard]] Result<T> use(const std::function<Result<T>(Console&)>& work) {
    if (!console_) return std::unexpected(not_connected());
    if (auto told = catch_up(); !told) return std::unexpected(lose(told.error()));
    Result<T> done = work(*console_);
    if (!done && in_doubt(done.error().code)) return std::unexpected(lose(done.error()));
    return done;
  }
  // The status after a change, newer than everything the token has told by now: what the stream of
  // events had on its way may be older than `after`, which the change itself read.
  [[nodiscard]] TokenStatus settle(const TokenStatus& after);
  // Changes whenever a request for presence begins or ends.
  [[nodiscard]] std::uint64_t presence_generation() const { return generation_; }

 private:
  Session(Hooks hooks, Bell wake, Bell cancel)
      : hooks_(std::move(hooks)), wake_(std::move(wake)), cancel_(std::move(cancel)) {}
  // One attempt; stop_connecting() and the session's end ring `cancel_`.
  [[nodiscard]] Result<Console> connect_once(const ConnectOptions& options, TrustStore& trust,
                                             Ticket* ticket);
  void run();
  void run_jobs();
  [[nodiscard]] Result<void> catch_up();
  [[nodiscard]] Result<void> stream(int stop_fd);
  [[nodiscard]] Error lose(Error why);
  [[nodiscard]] static Error not_connected();
  [[nodiscard]] static bool in_doubt(Code code);

  Hooks hooks_;
  Bell wake_, cancel_;
  std::optional<Console> console_;
  std::uint64_t generation_ = 0;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::deque<Job> jobs_;
  bool connecting_ = false;  // under mutex_, as what rings or silences cancel_
  std::thread thread_;
};

}  // namespace gokeyctl::broker
