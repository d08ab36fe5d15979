// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boards/metal/greeting.h"
#include "core/console/native.h"
#include "core/net/network.h"
#include "core/ssh/server.h"
#include "core/token/token.h"
#include "core/vault/background_port.h"
#include "hal/background.h"
#include "hal/clock.h"
#include "hal/frame_link.h"
#include "hal/random.h"
#include "hal/reset.h"

namespace gokey::metal {

// What a board brings. All of it outlives the body.
struct Silicon {
  std::string_view board;  // "mcimx6ul-evk"
  const hal::Clock& clock;
  hal::Random& random;
  hal::Background& background;  // the vault
  hal::FrameLink& link;
  // For what happens while nobody is connected: short lines, nothing secret.
  std::function<void(const std::string&)> log;
  Greeting greeting;  // the vault's
  // Somebody connected to the console. May be empty.
  std::function<void()> used{};
};

// The token but for its vault: console, network. Nothing here waits.
inline constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

class Body {
 public:
  explicit Body(const Silicon& silicon);
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  // Asks the vault for the record; what depends on it follows in step().
  void start();
  void step();
  // hal::Clock time by which step() wants to be called; 0: at once.
  [[nodiscard]] std::uint64_t next_deadline() const;
  // The console asked for a restart, and what it had to say has left.
  [[nodiscard]] bool restart_due() const { return silicon_.clock.now_ms() >= reset_.due_ms(); }

  // Breaks all connections, so that nobody waits for a token that forgot them.
  void hang_up();

  [[nodiscard]] token::Token& token() { return token_; }

 private:
  class DelayedReset final : public hal::Reset {
   public:
    explicit DelayedReset(const hal::Clock& clock) : clock_(clock) {}
    void request() override;
    [[nodiscard]] std::uint64_t due_ms() const { return due_ms_; }

   private:
    const hal::Clock& clock_;
    std::uint64_t due_ms_ = kNever;
  };

  void take_host_key();
  void start_ssh(ssh::Key host_key);
  void serve_ssh(std::uint64_t now_ms);
  void watch_random();
  void adopt(std::unique_ptr<net::Connection> connection);

  Silicon silicon_;
  DelayedReset reset_;
  vault::BackgroundPort port_;
  token::Token token_;
  console::NativeDialect dialect_;
  token::Token::Guard guard_;
  std::unique_ptr<ssh::Server> server_;
  std::unique_ptr<net::Network> network_;
  std::vector<ssh::Wish> wishes_;
  bool random_failed_ = false;  // and said so
};

}  // namespace gokey::metal
