// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/session.h"

#include <cerrno>
#include <memory>
#include <utility>

#include <poll.h>

namespace gokeyctl::broker {
namespace {

// More than this in one go is no stream of events but a flood: jobs come first.
constexpr unsigned kMaxEvents = 256;

Error stopped() {
  return Error{.code = Code::kCancelled,
               .message = say("connect: it was stopped"),
               .hint = {},
               .details = {{"reason", "connecting-stopped"}},
               .cause = nullptr};
}

void wait_for(int fd) {
  pollfd waiting{fd, POLLIN, 0};
  while (::poll(&waiting, 1, -1) < 0 && errno == EINTR) {
  }
}

}  // namespace

Result<std::unique_ptr<Session>> Session::start(Hooks hooks) {
  auto wake = Bell::make();
  auto cancel = Bell::make();
  if (!wake) return std::unexpected(wake.error());
  if (!cancel) return std::unexpected(cancel.error());
  std::unique_ptr<Session> session(
      new Session(std::move(hooks), std::move(*wake), std::move(*cancel)));
  session->thread_ = std::thread([raw = session.get()] { raw->run(); });
  return session;
}

Session::~Session() {
  {
    const std::lock_guard hold(mutex_);
    stopping_ = true;
    cancel_.ring();
  }
  wake_.ring();
  if (thread_.joinable()) thread_.join();
}

void Session::post(Job job) {
  {
    const std::lock_guard hold(mutex_);
    jobs_.push_back(std::move(job));
  }
  wake_.ring();
}

void Session::stop_connecting() {
  const std::lock_guard hold(mutex_);
  if (connecting_) cancel_.ring();
}

Result<Console> Session::connect_once(const ConnectOptions& options, TrustStore& trust,
                                      Ticket* ticket) {
  {
    const std::lock_guard hold(mutex_);
    if (ticket != nullptr && !ticket->begin()) return std::unexpected(stopped());
    connecting_ = true;
  }
  auto console = Console::connect(options, trust);
  const std::lock_guard hold(mutex_);
  connecting_ = false;
  if (!stopping_) cancel_.silence();
  return console;
}

Error Session::not_connected() {
  return Error{.code = Code::kUnreachable,
               .message = say("the token's console is not connected"),
               .hint = {},
               .details = {{"reason", "not-connected"}},
               .cause = nullptr};
}

// After these nobody knows what the console will say next.
bool Session::in_doubt(Code code) {
  return code == Code::kUnreachable || code == Code::kTimeout || code == Code::kProtocol ||
         code == Code::kCancelled;
}

Error Session::lose(Error why) {
  console_.reset();
  return why;
}

Result<void> Session::stream(int stop_fd) {
  unsigned told = 0;
  return console_.value().events(  // NOLINT(bugprone-unchecked-optional-access), the check
      [&](const ConsoleEvent& event) {
        if (event.name.starts_with("presence-")) ++generation_;
        hooks_.on_event(event, generation_);
        return !stopping_ && ++told < kMaxEvents;
      },
      stop_fd);
}

// The original's console has no stream beside its answers: what it logged amid them is told when
// the stream goes on.
Result<void> Session::catch_up() {
  if (!console_ || console_->dialect() == Dialect::kClassic) return {};
  // Readable at once, so that only what has arrived is told.
  wake_.ring();
  return stream(wake_.fd());
}

TokenStatus Session::settle(const TokenStatus& after) {
  if (!console_ || console_->dialect() == Dialect::kClassic) return after;
  Result<TokenStatus> now = use<TokenStatus>([](Console& console) { return console.status(); });
  if (now) return *now;
  // What was done stands; the next job will find no connection.
  if (!console_) hooks_.on_lost(now.error());
  return after;
}

Attempt Session::connect(ConnectOptions options, const std::filesystem::path& trust,
                         const std::function<bool(const HostKey&, TrustVerdict)>& accept,
                         Ticket* ticket) {
  Attempt attempt{.status = std::unexpected(not_connected()),
                  .presented = {},
                  .verdict = TrustVerdict::kKnown,
                  .entry = {}};
  console_.reset();
  auto store = TrustStore::open(trust);
  if (!store) {
    attempt.status = std::unexpected(store.error());
    return attempt;
  }
  options.cancel_fd = cancel_.fd();
  options.accept_host_key = [&](const HostKey& key, TrustVerdict verdict) {
    attempt.presented = key;
    attempt.verdict = verdict;
    return verdict == TrustVerdict::kPerBoot || (accept && accept(key, verdict));
  };
  auto console = connect_once(options, *store, ticket);
  if (const TrustEntry* entry = store->find(trust_key(*store, options.endpoint)))
    attempt.entry = *entry;
  if (!console) {
    attempt.status = std::unexpected(console.error());
    return attempt;
  }
  console_ = std::move(*console);
  attempt.status = console_->status();
  if (!attempt.status) console_.reset();
  return attempt;
}

void Session::run_jobs() {
  for (;;) {
    Job job;
    {
      const std::lock_guard hold(mutex_);
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job(*this);
  }
}

void Session::run() {
  while (!stopping_) {
    if (console_) {
      if (auto ended = stream(wake_.fd()); !ended && !stopping_)
        hooks_.on_lost(lose(ended.error()));
    } else {
      wait_for(wake_.fd());
    }
    wake_.silence();
    run_jobs();
  }
  console_.reset();
  run_jobs();  // whoever waits for one is told that it is over
}

}  // namespace gokeyctl::broker
