// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/presence/notices.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "gui/models/texts.h"

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;

constexpr int kOutcomeMs = 5000;
constexpr auto kWarnBefore = 60s;

}  // namespace

Notices::Notices(const Desk& desk, const Settings& settings, const Quiet& quiet,
                 NotificationServer& server, QObject* parent)
    : QObject(parent), desk_(desk), settings_(settings), quiet_(quiet), server_(server) {
  connect(&desk_, &Desk::locked, this,
          [this](const QString& id, const std::vector<KeyUse>&, LockReason reason) {
            locked(id, reason);
          });
  connect(&desk_, &Desk::problemAppeared, this, &Notices::problem);
  for (const auto signal : {&Desk::tokenAdded, &Desk::tokenChanged}) {
    connect(&desk_, signal, this, &Notices::newToken);
    connect(&desk_, signal, this, &Notices::planWarning);
  }
  connect(&desk_, &Desk::tokenRemoved, this, &Notices::newToken);
  connect(&settings_, &Settings::changed, this, &Notices::planWarning);
  warning_.setSingleShot(true);
  connect(&warning_, &QTimer::timeout, this, &Notices::warn);
  connect(&server_, &NotificationServer::activationToken, this,
          [this](quint32, const QString& token) { activation_token_ = token; });
  connect(&server_, &NotificationServer::actionInvoked, this,
          [this](quint32 number, const QString& key) {
            const QString token = std::exchange(activation_token_, QString());
            const auto found = actions_.find(number);
            if (found == actions_.end()) return;
            const auto chosen = found->second.find(key);
            if (chosen != found->second.end()) Chosen(chosen->second)(token);
          });
  connect(&server_, &NotificationServer::closed, this,
          [this](quint32 number, quint32) { actions_.erase(number); });
}

void Notices::tell(const QString& title, const QString& text, const QString& icon,
                   const std::vector<Action>& actions, bool low) {
  if (!quiet_.until() && server_.isThere()) send(title, text, icon, actions, low);
}

void Notices::send(const QString& title, const QString& text, const QString& icon,
                   const std::vector<Action>& actions, bool low,
                   const std::function<void()>& not_shown) {
  Notification notification;
  notification.summary = title;
  notification.body = text;
  notification.icon = icon;
  notification.hints = QVariantMap{
      {QStringLiteral("urgency"), QVariant::fromValue<uchar>(low ? 0 : 1)},
      {QStringLiteral("category"), QStringLiteral("device")},
      {QStringLiteral("desktop-entry"), QStringLiteral("org.gokey.Manager")},
  };
  if (low) {
    notification.hints.insert(QStringLiteral("transient"), true);
    notification.timeout = kOutcomeMs;
  }
  std::map<QString, Chosen> by_key;
  if (server_.hasActions()) {
    for (const Action& action : actions) {
      notification.actions << action.key << action.label;
      by_key.emplace(action.key, action.chosen);
    }
  }
  server_.notify(notification, [this, by_key = std::move(by_key), not_shown](quint32 number) {
    if (number != 0 && !by_key.empty()) actions_[number] = by_key;
    if (number == 0 && not_shown) not_shown();
  });
}

void Notices::presenceEnded(const QString& title, const QString& text) {
  if (settings_.isOn(keys::kNotifyPresenceMissed))
    tell(title, text, QStringLiteral("gokey-check-idle-symbolic"), {}, true);
}

void Notices::lockNotCertain(const QString& text) {
  const QString title = tr("A token may still be unlocked");
  const auto otherwise = [this, title, text] { emit cannotTell(title, text); };
  if (!server_.isThere()) return otherwise();
  send(title, text, QStringLiteral("gokey-attention-symbolic"), {}, false, otherwise);
}

void Notices::locked(const QString& id, LockReason reason) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  const QString name = name_of(*token);
  if (reason == LockReason::kRemoved) {
    if (settings_.isOn(keys::kNotifyUnplugged))
      tell(tr("%1 was unplugged while unlocked").arg(name),
           tr("Without power it forgets, so it is locked now."),
           QStringLiteral("gokey-attention-symbolic"), {});
    return;
  }
  QString why;
  switch (reason) {
    case LockReason::kTimeOver:
      why = tr("Because the time was over.");
      break;
    case LockReason::kScreenLocked:
      why = tr("Because the screen was locked.");
      break;
    case LockReason::kSleep:
      why = tr("Because the computer goes to sleep.");
      break;
    case LockReason::kIdle:
      why = tr("Because nobody used the computer for %Ln minute(s).", "",
               settings_.value(keys::kLockWhenIdle).toInt());
      break;
    default:
      return;  // asked for, or as the token always does
  }
  if (settings_.isOn(keys::kNotifyLocked))
    tell(tr("%1 is locked").arg(name), why, QStringLiteral("gokey-locked-symbolic"), {});
}

void Notices::problem(const QString& id, const Error& error) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  if (is_uncertain_lock(error)) return lockNotCertain(problem_sentence(error, name_of(*token)));
  if (error.code != Code::kHostKey || !token->known) return;
  if (!settings_.isOn(keys::kNotifyAttention)) return;
  const Chosen open = [this, id](const QString& activation) { emit openWanted(id, activation); };
  tell(tr("%1 needs attention").arg(name_of(*token)), tr("The host key has changed."),
       QStringLiteral("gokey-attention-symbolic"),
       {{QStringLiteral("default"), tr("Show"), open},
        {QStringLiteral("open"), tr("Look closer…"), open}});
}

// Once for each plugging in.
void Notices::newToken(const QString& id) {
  const BrokerToken* token = desk_.token(id);
  const bool is_new = token != nullptr && token->attached && !token->known && token->presented;
  if (!is_new) {
    welcomed_.removeAll(id);
    return;
  }
  if (welcomed_.contains(id) || !settings_.isOn(keys::kNotifyAttention)) return;
  welcomed_.append(id);
  const Chosen guide = [this, id](const QString& activation) { emit guideWanted(id, activation); };
  tell(tr("A new token: %1").arg(name_of(*token)), {}, QStringLiteral("gokey-manager"),
       {{QStringLiteral("default"), tr("Show"), guide},
        {QStringLiteral("welcome"), tr("Welcome it…"), guide}});
}

// The next moment at which a token has a minute left, if the person wants to hear of it.
void Notices::planWarning() {
  warning_.stop();
  if (!settings_.isOn(keys::kNotifyBeforeLock)) return;
  std::optional<QDateTime> next;
  for (const BrokerToken& token : desk_.tokens()) {
    const auto end = held_until(token, unlocked_keys(token));
    const auto warned = warned_.find(QString::fromStdString(token.id));
    if (!end || (warned != warned_.end() && warned->second == *end)) continue;
    if (!next || *end < *next) next = end;
  }
  if (!next) return;
  const auto left =
      std::chrono::milliseconds(QDateTime::currentDateTime().msecsTo(*next)) - kWarnBefore;
  // Who unlocks for a minute knows that it will be over.
  if (left < -5s) return;
  warning_.start(std::max(left, 0ms));
}

void Notices::warn() {
  const QDateTime soon = QDateTime::currentDateTime().addSecs(kWarnBefore.count() + 1);
  for (const BrokerToken& token : desk_.tokens()) {
    const QString id = QString::fromStdString(token.id);
    const auto end = held_until(token, unlocked_keys(token));
    if (!end || *end > soon || warned_[id] == *end) continue;
    warned_[id] = *end;
    const Chosen keep = [this, id](const QString& activation) {
      emit unlockWanted(id, activation);
    };
    tell(tr("%1 locks in one minute").arg(name_of(token)), {},
         QStringLiteral("gokey-unlocked-symbolic"),
         {{QStringLiteral("keep"), tr("Keep unlocked…"), keep}});
  }
  planWarning();
}

}  // namespace gokeyctl::gui
