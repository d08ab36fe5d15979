// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A client's request on its way to a token, which the client may take back.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>

namespace gokeyctl::broker {

class Ticket {
 public:
  // What to do about a request that has begun when it is taken back; called on the loop's thread.
  using Abandon = std::function<void()>;

  // Of the session's thread, before anything is sent to the token. False: it was taken back.
  [[nodiscard]] bool begin() { return move_from_waiting(State::kBegun); }
  [[nodiscard]] bool begun() const { return state_ == State::kBegun; }

  // The following are for the loop's thread.
  // From now on the request may be taken back as long as it has not begun.
  void allow_withdrawal() { state_ = State::kWaiting; }
  // And after that as well.
  void allow_abandon(Abandon abandon) { abandon_ = std::move(abandon); }
  enum class Withdrawal : std::uint8_t {
    kNothingSent,
    kAbandoned,  // it goes on, and nobody waits for its answer
    kRefused,    // it is under way, and not of a kind that may be left half done
  };
  [[nodiscard]] Withdrawal withdraw() {
    const bool unsent = move_from_waiting(State::kTakenBack);
    if (!unsent && !abandon_) return Withdrawal::kRefused;
    withdrawn_ = true;
    if (unsent) return Withdrawal::kNothingSent;
    if (const Abandon abandon = std::exchange(abandon_, nullptr)) abandon();
    return Withdrawal::kAbandoned;
  }
  [[nodiscard]] bool withdrawn() const { return withdrawn_; }

 private:
  enum class State : std::uint8_t { kFixed, kWaiting, kBegun, kTakenBack };
  bool move_from_waiting(State to) {
    State waiting = State::kWaiting;
    return state_.compare_exchange_strong(waiting, to);
  }

  std::atomic<State> state_ = State::kFixed;
  Abandon abandon_;
  bool withdrawn_ = false;
};

}  // namespace gokeyctl::broker
