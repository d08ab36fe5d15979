// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the broker knows of one token, and what follows from what the token says. Speaks to nobody.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "broker/loop.h"
#include "gokeyctl/broker.h"

namespace gokeyctl::broker {

// Now, on both clocks.
struct Moment {
  BootClock::time_point boot;
  std::chrono::system_clock::time_point wall;
  [[nodiscard]] static Moment now();
};

class Record {
 public:
  using Events = std::vector<BrokerEvent>;

  // What does not come from the console; to be changed at will. `status`, `as_of`, `held`,
  // `presence` and `state` in it are made by view().
  BrokerToken known;

  [[nodiscard]] BrokerToken view(const Moment& now) const;

  // What the token says: an event of its stream, or "status" with what it answered. In the order in
  // which the token said it. A request for presence that begins gets the number after
  // `last_number`; `asker` is who probably asks.
  [[nodiscard]] Events take_event(const ConsoleEvent& event, std::uint64_t generation,
                                  std::uint64_t& last_number,
                                  const std::optional<std::string>& asker, const Moment& now);
  // It cannot be asked any more. Its keys may be open still. Nothing of one that was pulled out.
  [[nodiscard]] Events lose(const Error& why, const Moment& now);
  // It was pulled out: its keys are locked, for want of power.
  [[nodiscard]] Events remove(const Moment& now);

  // Around a change of keys by the broker: whom the changes seen meanwhile are owed to.
  void begin_unlock(Scope scope, const Hold& hold);
  // Keys that were open already and end earlier now.
  void end_unlock(const std::vector<KeyUse>& already, const Moment& now);
  // Nobody wants it any more: what it opens is to be locked at once, and what it opened, which is
  // at least these.
  void withdraw_unlock(const std::vector<KeyUse>& opened, const Moment& now);
  // What came of it is not known: a token that answered nothing may open the keys later. What it
  // opens soon after its next word is still held as was asked.
  void doubt_unlock();
  // What that one may open yet, and how it would be held.
  [[nodiscard]] std::optional<std::pair<Scope, Hold::Kind>> in_doubt() const;
  void begin_lock(LockReason reason) { locking_ = reason; }
  void end_lock() { locking_.reset(); }

  // True if a key of the scope that is open would stay so for longer with `hold` than it does now.
  [[nodiscard]] bool lengthens(Scope scope, const Hold& hold, const Moment& now) const;
  // Gives every open key this end.
  void shorten(const Hold& hold, const Moment& now);

  // When the first key is to be locked, and when a request for presence is over.
  [[nodiscard]] std::optional<BootClock::time_point> lock_deadline() const;
  [[nodiscard]] std::optional<BootClock::time_point> presence_deadline() const;
  // The keys to lock now.
  [[nodiscard]] std::vector<KeyUse> due(const Moment& now) const;
  // All of them were opened by an unlock that was taken back.
  [[nodiscard]] bool withdrawn(const std::vector<KeyUse>& keys) const;
  // A request for presence whose time is over though its end was never told.
  [[nodiscard]] Events expire_presence(const Moment& now);
  [[nodiscard]] std::vector<KeyUse> held(Hold::Kind kind) const;
  [[nodiscard]] std::vector<KeyUse> open_keys() const;

  struct Pending {
    std::uint64_t number = 0;
    std::uint64_t generation = 0;
    bool from_status = false;  // seen in the status, its event is still to come
    PresenceRequest request;
    BootClock::time_point until;
  };
  [[nodiscard]] const std::optional<Pending>& presence() const { return presence_; }

 private:
  struct Held {
    Hold::Kind kind = Hold::Kind::kUntilLocked;
    std::optional<BootClock::time_point> deadline;
    std::optional<std::string> until;
    bool withdrawn = false;
  };
  struct Unlocking {
    Scope scope = Scope::kAll;
    Hold hold;
    std::vector<KeyUse> opened;
    bool withdrawn = false;
    bool in_doubt = false;
    std::optional<BootClock::time_point> doubt_ends;  // once the token has told something
  };
  [[nodiscard]] static Held held_from(const Hold& hold, const Moment& now);
  [[nodiscard]] static Held held_no_longer(const Moment& now);
  [[nodiscard]] static bool ends_later(const Held& one, const Held& other);
  [[nodiscard]] BrokerEvent event(BrokerEvent::Kind kind, const Moment& now) const;
  void take_status(const TokenStatus& status, const Moment& now, Events& events);
  void compare_keys(const TokenStatus& status, const Moment& now, Events& events);
  void begin_presence(const std::optional<TokenStatus::Presence>& asked, Pending pending,
                      const Moment& now, Events& events);
  void end_presence(BrokerEvent::Outcome outcome, const Moment& now, Events& events);
  [[nodiscard]] TokenState state() const;

  std::optional<TokenStatus> status_;
  std::optional<std::string> as_of_;
  std::map<KeyUse, Held> held_;
  std::optional<Unlocking> unlocking_;
  std::optional<LockReason> locking_;
  std::optional<Pending> presence_;
};

[[nodiscard]] bool in_scope(KeyUse use, Scope scope);
// The least scope that has all of them.
[[nodiscard]] Scope scope_of(const std::vector<KeyUse>& uses);

}  // namespace gokeyctl::broker
