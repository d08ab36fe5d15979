// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The words for what the library's values say, in the person's language: one place, so that tray,
// window and notifications say the same. Pure functions.
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "gokeyctl/broker.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::gui {

// Nickname, else short ID, else the address.
[[nodiscard]] QString name_of(const BrokerToken& token);
// "A1B2C3D4"; empty before the token has told.
[[nodiscard]] QString short_id(const BrokerToken& token);

// RFC 3339, as the library writes times, to local time; invalid if it is none.
[[nodiscard]] QDateTime local_time(const std::string& rfc3339);
[[nodiscard]] QString clock_text(const QDateTime& time);  // "14:12", as the person's locale does
[[nodiscard]] QString clock_text_with_seconds(const QDateTime& time);  // "14:12:05"

[[nodiscard]] QString use_text(KeyUse use);     // "Signing", "Decryption", "Authentication"
[[nodiscard]] QString scope_text(Scope scope);  // "Signing", "Decryption", "Both"
[[nodiscard]] QString tries_text(int left);     // "3 tries left"
[[nodiscard]] QString unlocked_text(const std::vector<KeyUse>& keys);  // "Decryption unlocked"
[[nodiscard]] QString locked_text(const std::vector<KeyUse>& keys);    // "Decryption locked"
[[nodiscard]] QString reason_text(
    LockReason reason);  // "because the screen was locked"; may be empty
// Until when the keys stay unlocked: "until 14:12", "until the screen locks", "until unplugged";
// empty if nobody said.
[[nodiscard]] QString held_text(const BrokerToken& token, const std::vector<KeyUse>& keys);
// Of the key that locks first among those that lock by the clock.
[[nodiscard]] std::optional<QDateTime> held_until(const BrokerToken& token,
                                                  const std::vector<KeyUse>& keys);

// The card's keys that are unlocked now. Authentication opens with decryption and is left out.
[[nodiscard]] std::vector<KeyUse> unlocked_keys(const BrokerToken& token);
// Pinned, but as far as this computer knows by nobody who looked, as with --trust-new.
[[nodiscard]] bool is_not_compared(const BrokerToken& token,
                                   const std::optional<TrustEntry>& entry);
// No try is left now: the card refuses every passphrase for a while, or until a restart.
[[nodiscard]] bool is_blocked(const BrokerToken& token);
// A person did not want to wait until it connected.
[[nodiscard]] bool was_stopped(const BrokerToken& token);

// A lock was sent at the end of the time, and the token has not acknowledged it.
[[nodiscard]] bool may_be_unlocked(const BrokerToken& token);
[[nodiscard]] bool is_uncertain_lock(const Error& problem);

// "Locked", "Decryption unlocked", "Host key changed" …
[[nodiscard]] QString state_title(const BrokerToken& token);
// The same within a sentence: "locked", "decryption unlocked" …
[[nodiscard]] QString state_inside(const BrokerToken& token);
// Under the token's name: "Decryption unlocked until 14:12".
[[nodiscard]] QString state_line(const BrokerToken& token);
// On the Overview page.
[[nodiscard]] QString state_sentence(const BrokerToken& token);

// The site that asks: its name, "GitHub", or the relying party id, "example.org", of which a CTAP2
// request says for whom its answer is good. Nothing where a hash is all that is told (U2F), and it
// is not known here.
[[nodiscard]] std::optional<QString> site_of(const PresenceRequest& request);
// The same, "9f86d081" of such a hash, "a site" if the firmware does not tell.
[[nodiscard]] QString site_text(const PresenceRequest& request);
// "github.com asks for your presence", "A site asks for your presence".
// No site asks: the token goes back to its factory state when somebody confirms.
[[nodiscard]] bool empties_token(const PresenceRequest& request);
[[nodiscard]] QString emptying_text();  // what confirming that does
[[nodiscard]] QString presence_title(const PresenceRequest& request);

// With a capital letter and a full stop, unless it has an end already: the library's sentences
// mostly have neither.
[[nodiscard]] QString full_sentence(const QString& said);
// What there is to say while nobody watches the tokens.
[[nodiscard]] QString no_broker_sentence();
// "Does not answer", "Host key changed" …
[[nodiscard]] QString problem_title(const Error& problem);
// One sentence and the next step, as shown in place. `name` is the token's.
[[nodiscard]] QString problem_sentence(const Error& problem, const QString& name);

}  // namespace gokeyctl::gui
