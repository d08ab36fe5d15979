// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/key_texts.h"

#include <QCoreApplication>
#include <algorithm>
#include <chrono>

#include "gui/models/texts.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

struct KeyTexts {
  Q_DECLARE_TR_FUNCTIONS(KeyTexts)
};

QString joined(const QString& first, const QString& second) {
  return second.isEmpty() ? first : QStringLiteral("%1 · %2").arg(first, second);
}

QString tries_words(const BrokerToken& token, const TokenStatus& status, const QDateTime& now) {
  const TokenStatus::OpenPgp& card = status.openpgp;
  if (!card.tries_left) return {};
  if (*card.tries_left > 0) return tries_text(static_cast<int>(*card.tries_left));
  const int seconds = seconds_to_next_try(token, now);
  if (seconds > 0)
    return KeyTexts::tr("Next try possible in %1").arg(countdown(std::chrono::seconds(seconds)));
  return tries_text(0);
}

// What the token says of itself now; null if it is silent. One that answered once and does not now:
// what it said is not what is.
const TokenStatus* said_by(const BrokerToken& token) {
  if (!token.status || token.state == TokenState::kUnreachable ||
      token.state == TokenState::kNoToken || token.state == TokenState::kBootRom ||
      (token.problem && token.problem->code == Code::kHostKey))
    return nullptr;
  return &*token.status;
}

}  // namespace

StateSymbol symbol_of(const BrokerToken& token) {
  if (token.connecting && !token.status) return {QStringLiteral("none"), Tone::kDim};
  // Never compared: to be looked at, but nothing is wrong with it.
  if (!token.known && token.presented) return {QStringLiteral("attention"), Tone::kWarning};
  switch (token.state) {
    case TokenState::kNoToken:
      return {QStringLiteral("none"), Tone::kDim};
    case TokenState::kUnreachable:
    case TokenState::kBootRom:
    case TokenState::kNotInitialised:
      return {QStringLiteral("attention"), Tone::kWarning};
    case TokenState::kLocked:
      return {QStringLiteral("locked"), Tone::kNormal};
    case TokenState::kUnlocked:
      return {QStringLiteral("unlocked"), Tone::kAccent};
    case TokenState::kWorking:
      return {QStringLiteral("working"), Tone::kNormal};
    case TokenState::kPresenceRequested:
      return {QStringLiteral("presence"), Tone::kAccent};
    case TokenState::kAttention:
      break;
  }
  return {QStringLiteral("attention"), Tone::kError};
}

int seconds_to_next_try(const BrokerToken& token, const QDateTime& now) {
  if (!token.status || !token.status->openpgp.retry_after_seconds || !token.as_of) return 0;
  const QDateTime allowed =
      local_time(*token.as_of)
          .addSecs(static_cast<qint64>(*token.status->openpgp.retry_after_seconds));
  return static_cast<int>(std::max<qint64>(0, now.secsTo(allowed)));
}

KeyLine key_line(const BrokerToken& token, KeyUse use, const QDateTime& now) {
  KeyLine line;
  line.symbol = {QStringLiteral("locked"), Tone::kDim};
  const TokenStatus* status = said_by(token);
  if (status == nullptr) {
    line.state = KeyTexts::tr("Not known");
    return line;
  }
  const KeyStatus* key = status->key(use);
  if (key == nullptr) {
    line.state = KeyTexts::tr("No key");
    line.symbol = {QStringLiteral("none"), Tone::kDim};
    return line;
  }
  const bool card_key = use != KeyUse::kAuthentication;
  if (!key->locked) {
    line.symbol = {QStringLiteral("unlocked"), Tone::kAccent};
    line.can_lock = card_key;
    const QString held = held_text(token, {use});
    line.state = held.isEmpty() ? KeyTexts::tr("Unlocked")
                                : KeyTexts::tr("Unlocked %1", "until 14:12").arg(held);
    if (const std::optional<QDateTime> until = held_until(token, {use})) {
      line.counting = true;
      line.state = joined(
          line.state,
          KeyTexts::tr("%1 left", "8:42").arg(countdown(std::chrono::seconds(now.secsTo(*until)))));
    }
    return line;
  }
  line.symbol.tone = Tone::kNormal;
  if (!card_key) {
    line.state = status->token.dialect == Dialect::kClassic
                     ? KeyTexts::tr("This firmware cannot unlock it")
                     : KeyTexts::tr("Locked · opens together with decryption");
    return line;
  }
  line.can_unlock = token.state != TokenState::kPresenceRequested;
  line.state = joined(KeyTexts::tr("Locked"), tries_words(token, *status, now));
  line.counting = seconds_to_next_try(token, now) > 0;
  return line;
}

Scope scope_of(KeyUse use) {
  return use == KeyUse::kSignature ? Scope::kSignature : Scope::kDecryption;
}

QString unlock_name(KeyUse use) {
  return use == KeyUse::kSignature ? KeyTexts::tr("Unlock signing…")
                                   : KeyTexts::tr("Unlock decryption…");
}

QString lock_name(KeyUse use) {
  return use == KeyUse::kSignature ? KeyTexts::tr("Lock signing now")
                                   : KeyTexts::tr("Lock decryption now");
}

LampText blue_text(const BrokerToken& token) {
  const TokenStatus* status = said_by(token);
  if (status == nullptr || !status->leds)
    return {KeyTexts::tr("Not known"), KeyTexts::tr("Not connected")};
  if (status->leds->blue == Led::kOff)
    return {KeyTexts::tr("Blue is off"), KeyTexts::tr("No subkey unlocked")};
  const QString title = KeyTexts::tr("Blue is on");
  if (status->token.state == LifeCycle::kFactory) return {title, KeyTexts::tr("Not set up yet")};
  if (status->token.state == LifeCycle::kDamaged) return {title, KeyTexts::tr("Storage damaged")};
  const std::vector<KeyUse> keys = unlocked_keys(token);
  if (keys.size() > 1) return {title, KeyTexts::tr("Signing and decryption subkeys unlocked")};
  if (keys.empty()) return {title, KeyTexts::tr("A subkey is unlocked")};
  return {title, keys.front() == KeyUse::kSignature ? KeyTexts::tr("Signing subkey unlocked")
                                                    : KeyTexts::tr("Decryption subkey unlocked")};
}

LampText white_text(const BrokerToken& token) {
  const TokenStatus* status = said_by(token);
  if (status == nullptr || !status->leds)
    return {KeyTexts::tr("Not known"), KeyTexts::tr("Not connected")};
  switch (status->leds->white) {
    case Led::kOff:
      return {KeyTexts::tr("White is off"), KeyTexts::tr("Nothing in progress")};
    case Led::kOn:
      break;
    case Led::kBlink:
      return {KeyTexts::tr("White blinks"),
              presence_title(token.presence.value_or(PresenceRequest{}))};
  }
  const QString title = KeyTexts::tr("White is on");
  if (status->token.state == LifeCycle::kFactory) return {title, KeyTexts::tr("Not set up yet")};
  if (status->token.state == LifeCycle::kDamaged) return {title, KeyTexts::tr("Storage damaged")};
  switch (token.working.value_or(KeyUse::kSignature)) {
    case KeyUse::kSignature:
      break;
    case KeyUse::kDecryption:
      return {title, KeyTexts::tr("Decrypting")};
    case KeyUse::kAuthentication:
      return {title, KeyTexts::tr("Authenticating")};
  }
  if (!token.working) return {title, KeyTexts::tr("The token is working")};
  return {title, KeyTexts::tr("Signing", "in progress")};
}

}  // namespace gokeyctl::gui
