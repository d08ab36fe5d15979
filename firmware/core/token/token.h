// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The token as its functions see it: asks the vault, keeps the published state, tells observers
// what happens.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/token/presence.h"
#include "core/token/status.h"
#include "core/vault/port.h"
#include "hal/clock.h"

namespace gokey::token {

// Who asked: the console mirrors what the card does, and the other way round.
enum class Origin : std::uint8_t { kCard, kConsole };

struct StatusChanged {};
struct Initialised {};
// One key after an unlock, a lock, or the relock that follows a signature.
struct KeyChanged {
  vault::KeyUse use;
  vault::KeyChange change;
  vault::Fingerprint fingerprint{};
  Origin origin;
};
struct Operation {
  enum class Kind : std::uint8_t { kSign, kDecrypt, kAuthenticate };
  Kind kind;
  vault::KeyUse use;
  bool succeeded;
};
// A diagnostic of the card application, in the words of the original console ("unsupported INS
// 24").
struct CardNote {
  std::string text;
};
struct FidoInitialised {};
struct PresenceRequested {
  std::string application;
  std::uint32_t seconds = 0;  // to confirm
};
struct PresenceEnded {
  std::string application;
  Presence::Outcome outcome;
};
// A FIDO signature was made.
struct CounterRaised {
  std::uint32_t counter = 0;
};
using Event = std::variant<StatusChanged, Initialised, KeyChanged, Operation, CardNote,
                           FidoInitialised, PresenceRequested, PresenceEnded, CounterRaised>;

// What does not come from the vault.
struct Identity {
  std::string firmware, dialect, board;
  std::array<std::uint8_t, 4> serial{};
  bool secure_boot = false;
  std::string host_key_fingerprint;  // set once the SSH server has its key
  std::vector<std::string> warnings{};
};

class Token {
 public:
  using Done = std::function<void(vault::Response&)>;

  Token(vault::Port& port, const hal::Clock& clock, Identity identity);

  // Asks the vault for its record; `ready` runs once it answered. Called once, before anything
  // else.
  void start(std::function<void()> ready);

  [[nodiscard]] TokenStatus status() const;
  // The public record; null in the factory state.
  [[nodiscard]] const vault::PublicRecord* record() const;
  // What the vault last said of its FIDO side.
  [[nodiscard]] const vault::FidoState& fido() const;
  void set_host_key_fingerprint(std::string fingerprint);
  // Something the owner should know from now on, see TokenStatus::warnings.
  void warn(std::string sentence);
  // That what is stored could not be opened, for this reason. Anybody may read it on the console:
  // there is nothing to use, and nothing to do but to erase it. Gives a line for a log.
  std::string warn_damaged(std::string_view why);

  // Calls that finish later. A caller that may vanish first holds a Guard and passes it: once the
  // guard is gone `done` is not called, though the operation still runs and its events are still
  // sent.
  class Guard {
   public:
    Guard() : alive_(std::make_shared<char>()) {}
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    [[nodiscard]] std::weak_ptr<char> watch() const { return alive_; }

   private:
    std::shared_ptr<char> alive_;
  };
  void request(const Guard& guard, Origin origin, vault::Request request, Done done);
  // FIDO, with or without the test of user presence from now on. `done` runs once it is usable, or
  // with another outcome where it is not.
  void start_fido(const Guard& guard, bool presence_test, Done done);
  // Asks for presence; `done` is called exactly once, and at once where the test is off. A request
  // that was pending is cancelled first. The test of an original token is off until `u2f`.
  void ask_presence(std::string application, std::uint64_t for_ms, Presence::Done done,
                    Presence::Need need = Presence::Need::kAsTested);
  enum class Confirmation : std::uint8_t {
    kConfirmed,
    kNotInitialised,
    kNotRequired,
    kNotRequested
  };
  Confirmation confirm_presence();
  void cancel_presence();
  // Shows which token it is: the white LED blinks for two seconds.
  void wink();
  // Ends a wait, or a wink, whose time is over.
  void step(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const {
    return std::min(presence_.deadline_ms(), wink_until_ms_.value_or(presence_.deadline_ms()));
  }

  // Sends a CardNote to the observers.
  void note(std::string text);

  // Observers are called from the loop. The subscription ends with the returned object.
  using Observer = std::function<void(const Event&)>;
  class [[nodiscard]] Subscription {
   public:
    Subscription() = default;
    explicit Subscription(std::shared_ptr<Observer> observer) : observer_(std::move(observer)) {}
    void reset() { observer_.reset(); }

   private:
    std::shared_ptr<Observer> observer_;
  };
  Subscription subscribe(Observer observer);

 private:
  void emit(const Event& event);
  void submit(vault::Request request, std::function<void(vault::Response&)> done);
  void change(const std::function<void()>& how);
  void end_presence(Presence::Outcome outcome);
  [[nodiscard]] FidoStatus fido_status() const;
  void finished(Origin origin, const vault::Request& summary, vault::Response& response);

  vault::Port& port_;
  const hal::Clock& clock_;
  Identity identity_;
  vault::Snapshot snapshot_;
  std::optional<vault::PublicRecord> record_;
  Presence presence_;
  bool presence_test_;
  std::optional<std::uint64_t> wink_until_ms_;
  unsigned working_ = 0;  // private-key operations in the queue
  std::vector<std::weak_ptr<Observer>> observers_;
  Guard alive_;  // answers that come after the token is gone are dropped
};

}  // namespace gokey::token
