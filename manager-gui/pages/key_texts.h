// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a token's state means for its parts, in the words of the pages.
#pragma once

#include <QDateTime>
#include <QString>

#include "gokeyctl/broker.h"
#include "gui/widgets/colours.h"

namespace gokeyctl::gui {

// The symbol of a token's state without "gokey-" and "-symbolic", and its colour.
struct StateSymbol {
  QString name;
  Tone tone = Tone::kNormal;
};
[[nodiscard]] StateSymbol symbol_of(const BrokerToken& token);

// One card key as a row shows it.
struct KeyLine {
  StateSymbol symbol;
  QString state;            // "Locked · 3 tries left"
  bool can_unlock = false;  // a button does it
  bool can_lock = false;
  bool counting = false;  // `state` changes with the clock
};
[[nodiscard]] KeyLine key_line(const BrokerToken& token, KeyUse use, const QDateTime& now);

[[nodiscard]] Scope scope_of(KeyUse use);
// "Unlock signing…", "Lock decryption now": what a row's button is called where its row is not
// seen.
[[nodiscard]] QString unlock_name(KeyUse use);
[[nodiscard]] QString lock_name(KeyUse use);

// "Blue is on", "Decryption subkey unlocked".
struct LampText {
  QString title, meaning;
};
[[nodiscard]] LampText blue_text(const BrokerToken& token);
[[nodiscard]] LampText white_text(const BrokerToken& token);

// When the next try is allowed, counted from when the token told; 0 if it is now or not known.
[[nodiscard]] int seconds_to_next_try(const BrokerToken& token, const QDateTime& now);

}  // namespace gokeyctl::gui
