// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "../console/console_fixture.h"
#include "boards/sim/classic/classic.h"

namespace gokey::testing {

inline vault::Fingerprint fingerprint(std::string_view hex) {
  const auto bytes = wire::from_hex(hex);
  vault::Fingerprint out{};
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

// The token of the transcripts: the key of throwaway-secret-key.asc (no authentication subkey),
// serial C148261A.
struct ClassicConsole : ConsoleFixture {
  ClassicConsole()
      : ConsoleFixture({"0.1.0", "classic", "sim", {0xC1, 0x48, 0x26, 0x1A}, false, ""}) {
    vault.one_key_one_try = true;
    vault.record.primary = fingerprint("6f0e1ae91fa213c02613f9f61f3f44c3251728b6");
    set_fingerprint(0, fingerprint("f1042d9a86250d27b78accd60fcc0adac250bdf4"));
    set_fingerprint(1, fingerprint("de0e0c4ce6eea983c56a6c0bd233926fd82926e0"));
    vault.record.keys[2].reset();
    vault.state.keys[2] = {};
  }
  void set_fingerprint(std::size_t key, const vault::Fingerprint& value) {
    if (auto& info = vault.record.keys[key]) info->fingerprint = value;
  }
  // Its greeting is read.
  Open shell() {
    Open it = ConsoleFixture::shell();
    it.out();
    return it;
  }
  console::Dialect& console() override { return dialect; }

  sim::ClassicDialect dialect{
      token, random, reset, {"GoKey \u2022 linux/amd64 (go1.23.5)", "gokey-sim 0.1.0\n"}};
};

}  // namespace gokey::testing
