// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/tray/look.h"

#include <QCoreApplication>
#include <algorithm>

#include "gui/models/texts.h"

namespace gokeyctl::gui {
namespace {

struct Tray {
  Q_DECLARE_TR_FUNCTIONS(Tray)
};

int rank(const BrokerToken& token) {
  if (token.connecting && !token.status) return 6;
  if (may_be_unlocked(token)) return 1;
  switch (token.state) {
    case TokenState::kPresenceRequested:
      return 0;
    case TokenState::kAttention:
      return 1;
    case TokenState::kWorking:
      return 2;
    case TokenState::kUnlocked:
      return 3;
    case TokenState::kLocked:
      return 4;
    case TokenState::kUnreachable:
    case TokenState::kBootRom:
    case TokenState::kNotInitialised:
    case TokenState::kNoToken:
      break;
  }
  return 5;
}

QString title_words(const BrokerToken& token) {
  switch (token.state) {
    case TokenState::kUnlocked:
      return Tray::tr("unlocked");
    case TokenState::kWorking:
      return Tray::tr("working");
    case TokenState::kPresenceRequested:
      return Tray::tr("presence requested");
    case TokenState::kAttention:
      return Tray::tr("needs attention");
    default:
      break;
  }
  return state_inside(token);
}

QString line(const BrokerToken& token) {
  return Tray::tr("%1: %2", "name of a token: its state").arg(name_of(token), title_words(token));
}

bool shines(const BrokerToken& token, Led TokenStatus::Leds::* lamp, Led as) {
  return token.status && token.status->leds && (*token.status->leds).*lamp == as;
}

QString unlocked_line(const BrokerToken& token) {
  const std::vector<KeyUse> keys = unlocked_keys(token);
  QString text;
  if (keys.size() > 1) {
    text = Tray::tr("signing and decryption subkeys unlocked");
  } else if (!keys.empty() && keys.front() == KeyUse::kSignature) {
    text = Tray::tr("signing subkey unlocked");
  } else {
    text = Tray::tr("decryption subkey unlocked");
  }
  if (const QString held = held_text(token, keys); !held.isEmpty())
    text = Tray::tr("%1, %2", "what is unlocked, until when").arg(text, held);
  return text;
}

// What the two lamps say; the lamps are named only if the token told of them.
QString lamp_line(const BrokerToken& token) {
  switch (token.state) {
    case TokenState::kLocked:
      if (shines(token, &TokenStatus::Leds::blue, Led::kOff) &&
          shines(token, &TokenStatus::Leds::white, Led::kOff))
        return Tray::tr("Blue off, white off");
      return state_sentence(token);
    case TokenState::kUnlocked: {
      const QString text = unlocked_line(token);
      if (shines(token, &TokenStatus::Leds::blue, Led::kOn))
        return Tray::tr("Blue on: %1").arg(text);
      return text.left(1).toUpper() + text.mid(1);
    }
    case TokenState::kWorking:
      if (shines(token, &TokenStatus::Leds::white, Led::kOn))
        return Tray::tr("White on: %1").arg(state_inside(token));
      return state_title(token);
    case TokenState::kPresenceRequested: {
      const PresenceRequest request = token.presence.value_or(PresenceRequest{});
      const QString who = site_of(request).value_or(Tray::tr("a site"));
      if (shines(token, &TokenStatus::Leds::white, Led::kBlink))
        return Tray::tr("White blinking: %1 asks").arg(who);
      return presence_title(request);
    }
    case TokenState::kAttention:
      if (token.problem && token.problem->code == Code::kHostKey)
        return Tray::tr("The host key has changed");
      return state_title(token);
    default:
      break;
  }
  return state_sentence(token);
}

}  // namespace

QString name(TrayStatus status) {
  switch (status) {
    case TrayStatus::kPassive:
      return QStringLiteral("Passive");
    case TrayStatus::kActive:
      return QStringLiteral("Active");
    case TrayStatus::kNeedsAttention:
      break;
  }
  return QStringLiteral("NeedsAttention");
}

QString icon_name(const BrokerToken& token) {
  if (token.connecting && !token.status) return QStringLiteral("gokey-none-symbolic");
  switch (token.state) {
    case TokenState::kNoToken:
      return QStringLiteral("gokey-none-symbolic");
    case TokenState::kLocked:
      return QStringLiteral("gokey-locked-symbolic");
    case TokenState::kUnlocked:
      return QStringLiteral("gokey-unlocked-symbolic");
    case TokenState::kWorking:
      return QStringLiteral("gokey-working-symbolic");
    case TokenState::kPresenceRequested:
      return QStringLiteral("gokey-presence-symbolic");
    case TokenState::kUnreachable:
    case TokenState::kBootRom:
    case TokenState::kNotInitialised:
    case TokenState::kAttention:
      break;
  }
  return QStringLiteral("gokey-attention-symbolic");
}

std::vector<const BrokerToken*> by_importance(const std::vector<BrokerToken>& tokens) {
  std::vector<const BrokerToken*> there;
  for (const BrokerToken& token : tokens) {
    if (token.attached) there.push_back(&token);
  }
  std::ranges::stable_sort(there, {}, [](const BrokerToken* token) { return rank(*token); });
  return there;
}

TrayLook tray_look(const std::vector<BrokerToken>& tokens, const std::optional<Error>& problem) {
  if (problem) {
    return {.icon = QStringLiteral("gokey-attention-symbolic"),
            .second_frame = {},
            .status = TrayStatus::kNeedsAttention,
            .title = Tray::tr("GoKey Manager"),
            .text = no_broker_sentence() + QLatin1Char('\n') +
                    full_sentence(QString::fromStdString(problem->message.translated()))};
  }
  const std::vector<const BrokerToken*> there = by_importance(tokens);
  if (there.empty()) {
    return {.icon = QStringLiteral("gokey-none-symbolic"),
            .second_frame = {},
            .status = TrayStatus::kPassive,
            .title = Tray::tr("GoKey Manager"),
            .text = Tray::tr("No token attached")};
  }
  const BrokerToken& first = *there.front();
  TrayLook look{.icon = icon_name(first),
                .second_frame = {},
                .status = TrayStatus::kActive,
                .title = line(first),
                .text = lamp_line(first)};
  const bool presence = first.state == TokenState::kPresenceRequested;
  if (presence) look.second_frame = QStringLiteral("gokey-presence-alt-symbolic");
  if (presence || first.state == TokenState::kAttention || may_be_unlocked(first))
    look.status = TrayStatus::kNeedsAttention;
  for (std::size_t i = 1; i < there.size(); ++i) look.text += QLatin1Char('\n') + line(*there[i]);
  return look;
}

}  // namespace gokeyctl::gui
