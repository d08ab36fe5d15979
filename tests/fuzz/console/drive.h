// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Plays a fuzzer's input as what may happen to the sessions of one console.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>

#include "../../unit/console/toy_vault.h"
#include "core/token/token.h"

namespace gokey::fuzz {

// The token that all sessions share, and its console.
struct Token {
  // Bits of the input's first byte.
  static constexpr std::uint8_t kUninitialised = 1;
  static constexpr std::uint8_t kFactory = 2;

  explicit Token(std::uint8_t flags) {
    if ((flags & kUninitialised) != 0) vault.state.initialised = false;
    if ((flags & kFactory) != 0) {
      vault.provisioned = false;
      vault.state = {};
    }
    token.start({});
    vault.run();
  }

  testing::FakeClock clock;
  testing::ToyVault vault{clock};
  token::Token token{vault, clock,
                     token::Identity{"0.1.0", "native", "sim", {1, 2, 3, 4}, false, ""}};
  testing::FakeRandom random;
  testing::FakeReset reset;
};

// The rest of the input is a list of events: a byte that says which (its high bits: on which of two
// sessions), then for some of them a byte of length and as many bytes.
class Player {
 public:
  Player(Token& token, console::Dialect& dialect, std::span<const std::uint8_t> input)
      : token_(token), dialect_(dialect), rest_(input) {}

  void play() {
    while (!rest_.empty()) {
      const std::uint8_t event = byte();
      step(event & 15U, slots_[(event >> 4U) & 1U]);
    }
    token_.vault.run();
  }

 private:
  struct Slot {
    testing::FakeChannel channel;
    std::unique_ptr<console::Session> session;
  };

  void step(unsigned event, Slot& slot) {
    if (event == 0 || !slot.session) {
      slot.session.reset();
      slot.channel = {};
      slot.session = dialect_.open(slot.channel);
    }
    switch (event) {
      case 1:
        slot.session->pty(byte(), byte());
        break;
      case 2:
        (void)slot.session->shell();
        break;
      case 3:
        (void)slot.session->exec(wire::as_text(bytes()));
        break;
      case 4:
        slot.session->eof();
        break;
      case 5:
        slot.session->resize(byte(), byte());
        break;
      case 6:
        token_.vault.run();
        break;
      case 7:
        token_.clock.now += 1000U * byte();
        if (slot.session->next_deadline() <= token_.clock.now) slot.session->tick(token_.clock.now);
        break;
      case 8:
        token_.token.note("unsupported INS 24");
        break;
      case 9:
        token_.token.request(guard_, token::Origin::kCard, vault::Sign{}, {});
        break;
      case 10:
        slot.channel.stuck = 1024U * byte();
        break;
      case 11:
        slot.session.reset();
        break;
      default:
        slot.session->data(bytes());
        break;
    }
    check(slot);
  }

  void check(Slot& slot) const {
    if (slot.channel.finished > 1) std::abort();  // a session ends once
    // What one event may answer is bounded, whatever came before.
    if (slot.channel.out.size() > 4U << 20U) std::abort();
    slot.channel.out.clear();
    slot.channel.err.clear();
  }

  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const std::uint8_t first = rest_.front();
    rest_ = rest_.subspan(1);
    return first;
  }
  std::span<const std::uint8_t> bytes() {
    const std::size_t wanted = byte();  // first: what it takes is gone from rest_
    const std::size_t length = std::min(wanted, rest_.size());
    const auto taken = rest_.first(length);
    rest_ = rest_.subspan(length);
    return taken;
  }

  Token& token_;
  console::Dialect& dialect_;
  std::span<const std::uint8_t> rest_;
  std::array<Slot, 2> slots_;
  token::Token::Guard guard_;
};

}  // namespace gokey::fuzz
