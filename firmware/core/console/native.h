// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The console as this firmware speaks it: docs/console-protocol.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/console/session.h"
#include "core/token/token.h"
#include "hal/clock.h"
#include "hal/random.h"
#include "hal/reset.h"

namespace gokey::console {

// What `build` tells.
struct BuildInfo {
  std::string version;                 // "0.1.0"
  std::string compiler;                // "GCC 12.2.0"
  std::string board;                   // "sim"
  std::vector<std::string> libraries;  // "libsodium 1.0.18", …
};

// What a session works with.
struct Device {
  token::Token& token;
  hal::Random& random;
  hal::Reset& reset;
  const hal::Clock& clock;
  BuildInfo build;
  bool provisioning = false;  // a session takes in what makes the token personal: one at a time
  token::Token::Guard guard = {};  // for what outlives a session
};

class NativeDialect : public Dialect {
 public:
  NativeDialect(token::Token& token, hal::Random& random, hal::Reset& reset,
                const hal::Clock& clock, BuildInfo build);

  // The session must not outlive the dialect.
  [[nodiscard]] std::unique_ptr<Session> open(Channel& channel) override;
  [[nodiscard]] bool reports_exec() const override { return true; }
  [[nodiscard]] std::string_view ssh_version() const override { return ssh_version_; }

 private:
  Device device_;
  std::string ssh_version_;
};

}  // namespace gokey::console
