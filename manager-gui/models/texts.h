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

namespace gokeyctl::gui {

// Nickname, else short ID, else the address.
[[nodiscard]] QString nameOf(const BrokerToken& token);
// "A1B2C3D4"; empty before the token has told.
[[nodiscard]] QString shortId(const BrokerToken& token);

// RFC 3339, as the library writes times, to local time; invalid if it is none.
[[nodiscard]] QDateTime localTime(const std::string& rfc3339);
[[nodiscard]] QString clock(const QDateTime& time);  // "14:12", as the person's locale does
[[nodiscard]] QString clockWithSeconds(const QDateTime& time);  // "14:12:05"

[[nodiscard]] QString useText(KeyUse use);     // "Signing", "Decryption", "Authentication"
[[nodiscard]] QString scopeText(Scope scope);  // "Signing", "Decryption", "Both"
[[nodiscard]] QString triesText(int left);     // "3 tries left"
[[nodiscard]] QString unlockedText(const std::vector<KeyUse>& keys);  // "Decryption unlocked"
[[nodiscard]] QString lockedText(const std::vector<KeyUse>& keys);    // "Decryption locked"
[[nodiscard]] QString reasonText(
    LockReason reason);  // "because the screen was locked"; may be empty
// Until when the keys stay unlocked: "until 14:12", "until the screen locks", "until unplugged";
// empty if nobody said.
[[nodiscard]] QString heldText(const BrokerToken& token, const std::vector<KeyUse>& keys);
// Of the key that locks first among those that lock by the clock.
[[nodiscard]] std::optional<QDateTime> heldUntil(const BrokerToken& token,
                                                 const std::vector<KeyUse>& keys);

// The card's keys that are unlocked now. Authentication opens with decryption and is left out.
[[nodiscard]] std::vector<KeyUse> unlockedKeys(const BrokerToken& token);
// No try is left now: the card refuses every passphrase for a while, or until a restart.
[[nodiscard]] bool isBlocked(const BrokerToken& token);

// "Locked", "Decryption unlocked", "Host key changed" …
[[nodiscard]] QString stateTitle(const BrokerToken& token);
// The same within a sentence: "locked", "decryption unlocked" …
[[nodiscard]] QString stateWords(const BrokerToken& token);
// Under the token's name: "Decryption unlocked until 14:12".
[[nodiscard]] QString stateLine(const BrokerToken& token);
// On the Overview page.
[[nodiscard]] QString stateSentence(const BrokerToken& token);

// "github.com", "9f86d081" of a site that is not known here, "a site" if the firmware does not
// tell.
[[nodiscard]] QString siteText(const PresenceRequest& request);
// "github.com asks for your presence", "A site asks for your presence".
[[nodiscard]] QString presenceTitle(const PresenceRequest& request);

// "Does not answer", "Host key changed" …
[[nodiscard]] QString problemTitle(const Error& problem);
// One sentence and the next step, as shown in place. `name` is the token's.
[[nodiscard]] QString problemSentence(const Error& problem, const QString& name);

}  // namespace gokeyctl::gui
