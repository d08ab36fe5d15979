// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands of the native console.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/console/native.h"
#include "core/token/status.h"
#include "core/vault/keys.h"

namespace gokey::console {

class NativeSession;

// The states of a token's life in which a command is offered.
enum class Offered : std::uint8_t { kAlways, kUnlessFactory, kUnlessDamaged, kProvisioned };
[[nodiscard]] bool offered_in(Offered offered, token::LifeCycle state);

struct Command {
  std::string_view line;  // matched exactly
  Offered offered;
  void (*run)(NativeSession& session, vault::KeySet keys);
  vault::KeySet keys{};
};

inline constexpr std::string_view kNoRandom =
    "the random number generator failed a test: no key is used, and no number given";

// The command of a line, or null.
[[nodiscard]] const Command* find_command(std::string_view line);

[[nodiscard]] std::string banner(const BuildInfo& build);
[[nodiscard]] std::string coloured_help(NativeSession& session);

// Of key_commands.cpp.
void run_init(NativeSession& session, vault::KeySet keys);
void run_unlock(NativeSession& session, vault::KeySet keys);
void run_lock(NativeSession& session, vault::KeySet keys);
// Of fido_commands.cpp.
void run_fido_with_test(NativeSession& session, vault::KeySet keys);
void run_fido_without_test(NativeSession& session, vault::KeySet keys);
void run_presence(NativeSession& session, vault::KeySet keys);
// Of life_cycle_commands.cpp.
void run_provision(NativeSession& session, vault::KeySet keys);
void run_receipt(NativeSession& session, vault::KeySet keys);
void run_factory_reset(NativeSession& session, vault::KeySet keys);

}  // namespace gokey::console
