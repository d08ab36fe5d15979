// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/presence/presenter.h"

#include <QApplication>
#include <algorithm>
#include <chrono>
#include <utility>

#include "gui/models/texts.h"
#include "gui/presence/words.h"

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;

// A service for notifications has said by then what it can do, and the start is over.
constexpr auto kIdle = 1s;
// What is clicked earlier was meant for something else.
constexpr qint64 kArmingMs = 500;

int seconds(std::chrono::milliseconds left) {
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
}

Notification notification_of(const QString& name, const PresenceRequest& request,
                             std::chrono::milliseconds left, bool sound) {
  const PresenceWords words = presence_words(name, request, seconds(left));
  Notification notification;
  notification.icon = QStringLiteral("gokey-presence-symbolic");
  notification.summary = words.summary;
  notification.body = words.body;
  notification.actions = QStringList{QStringLiteral("default"), PresencePresenter::tr("Show"),
                                     QStringLiteral("dismiss"), PresencePresenter::tr("Dismiss"),
                                     QStringLiteral("confirm"), PresencePresenter::tr("Confirm")};
  notification.hints = QVariantMap{
      {QStringLiteral("urgency"), QVariant::fromValue<uchar>(2)},
      {QStringLiteral("category"), QStringLiteral("device")},
      {QStringLiteral("transient"), true},
      {QStringLiteral("resident"), true},
      {QStringLiteral("desktop-entry"), QStringLiteral("org.gokey.Manager")},
  };
  if (sound) {
    notification.hints.insert(QStringLiteral("sound-name"), QStringLiteral("dialog-information"));
  } else {
    notification.hints.insert(QStringLiteral("suppress-sound"), true);
  }
  notification.timeout = static_cast<int>(left.count());
  return notification;
}

}  // namespace

PresencePresenter::PresencePresenter(Desk& desk, const Settings& settings,
                                     NotificationServer& server, QObject* parent)
    : QObject(parent), desk_(desk), settings_(settings), server_(server) {
  connect(&desk_, &Desk::presenceRequested, this, &PresencePresenter::requested);
  connect(&desk_, &Desk::presenceEnded, this, &PresencePresenter::ended);
  connect(&desk_, &Desk::presenceDismissed, this, &PresencePresenter::dismissed);
  connect(&desk_, &Desk::tokenRemoved, this, &PresencePresenter::removed);
  connect(&server_, &NotificationServer::actionInvoked, this, &PresencePresenter::action);
  connect(&server_, &NotificationServer::activationToken, this,
          [this](quint32, const QString& token) { activation_token_ = token; });
  connect(&server_, &NotificationServer::closed, this, &PresencePresenter::closed);
  // What only the service showed is shown in our own window from here on.
  connect(&server_, &NotificationServer::lost, this, [this] {
    for (const auto& [id, number] : std::map(asked_)) {
      const auto found = shown_.find(id);
      const BrokerToken* token = desk_.token(id);
      if (found == shown_.end() || found->second.popup || found->second.dismissed) continue;
      if (token != nullptr && token->presence) requested(id, *token->presence);
    }
  });
  idle_.setSingleShot(true);
  connect(&idle_, &QTimer::timeout, this, &PresencePresenter::prepare);
  connect(&desk_, &Desk::tokenAdded, this, &PresencePresenter::prepareSoon);
  connect(&server_, &NotificationServer::lost, this, &PresencePresenter::prepareSoon);
  connect(&server_, &NotificationServer::inhibitedChanged, this, &PresencePresenter::prepareSoon);
  second_.setInterval(1s);
  connect(&second_, &QTimer::timeout, this, &PresencePresenter::rewrite);
}

PresencePresenter::~PresencePresenter() {
  for (const auto& [id, shown] : shown_) {
    if (shown.notification != 0) server_.close(shown.notification);
  }
}

bool PresencePresenter::mayShow() const {
  if (!settings_.isOn(keys::kPresenceShow)) return false;
  return !screen_locked_ || settings_.isOn(keys::kPresenceOnLockedScreen);
}

bool PresencePresenter::asNotification() const {
  if (!server_.hasActions()) return false;
  return !(server_.isInhibited() && settings_.isOn(keys::kPresenceWindow));
}

void PresencePresenter::setScreenLocked(bool locked) {
  screen_locked_ = locked;
  if (mayShow()) return;
  for (const auto& [id, number] : asked_) hide(id);
}

void PresencePresenter::requested(const QString& id, const PresenceRequest& request) {
  asked_[id] = request.number;
  if (!mayShow()) return hide(id);
  Shown& shown = shown_[id];
  shown.number = request.number;
  shown.since.start();
  shown.confirming = shown.dismissed = false;
  if (asNotification()) {
    shown.popup.reset();
    showNotification(id, request);
  } else {
    showPopup(id, request);
  }
}

void PresencePresenter::showNotification(const QString& id, const PresenceRequest& request) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  Shown& shown = shown_[id];
  Notification notification =
      notification_of(name_of(*token), request, desk_.presenceLeft(id).value_or(request.left),
                      settings_.isOn(keys::kPresenceSound));
  notification.replaces = shown.notification;
  shown.awaited = true;
  server_.notify(notification, [this, id, number = request.number](quint32 notified_as) {
    notified(id, number, notified_as);
  });
  if (server_.rewritesQuietly()) second_.start();
}

// The first window that a program shows costs it several times what a later one does. Only where
// that is ours to show: the memory for it is spared where the desktop shows what asks.
void PresencePresenter::prepareSoon() {
  if (!prepared_ && !desk_.tokens().empty() && !asNotification()) idle_.start(kIdle);
}

void PresencePresenter::prepare() {
  if (prepared_ || asNotification() || !settings_.isOn(keys::kPresenceShow)) return;
  prepared_ = true;
  PresencePopup::prepare();
}

void PresencePresenter::notified(const QString& id, quint64 number, quint32 notification) {
  const auto found = shown_.find(id);
  if (found == shown_.end() || found->second.number != number) {
    // It ended before the service answered; or another took its place, under the same number.
    if (notification != 0 &&
        (found == shown_.end() || found->second.notification != notification)) {
      server_.close(notification);
    }
    return;
  }
  found->second.awaited = false;
  found->second.notification = notification;
  const BrokerToken* token = desk_.token(id);
  if (notification == 0 && token != nullptr && token->presence) showPopup(id, *token->presence);
}

void PresencePresenter::rewrite() {
  bool any = false;
  for (auto& [id, shown] : shown_) {
    const BrokerToken* token = desk_.token(id);
    if (shown.notification == 0 || shown.confirming || token == nullptr || !token->presence)
      continue;
    any = true;
    Notification notification = notification_of(name_of(*token), *token->presence,
                                                desk_.presenceLeft(id).value_or(0ms), false);
    notification.replaces = shown.notification;
    server_.notify(notification, [this, id = id, number = shown.number](quint32 notified_as) {
      notified(id, number, notified_as);
    });
  }
  if (!any) second_.stop();
}

void PresencePresenter::showPopup(const QString& id, const PresenceRequest& request) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  Shown& shown = shown_[id];
  if (shown.notification != 0) server_.close(std::exchange(shown.notification, 0));
  if (!shown.popup) {
    prepared_ = true;
    shown.popup = std::make_unique<PresencePopup>();
    connect(shown.popup.get(), &PresencePopup::confirmed, this,
            [this, id](quint64 number) { confirm(id, number); });
    connect(shown.popup.get(), &PresencePopup::dismissed, this,
            [this, id](quint64 number) { desk_.dismissPresence(id, number); });
  }
  PresenceRequest now = request;
  now.left = desk_.presenceLeft(id).value_or(request.left);
  shown.popup->ask(name_of(*token), now);
  if (settings_.isOn(keys::kPresenceSound)) QApplication::beep();
}

void PresencePresenter::confirm(const QString& id, quint64 number) {
  if (const auto found = shown_.find(id); found != shown_.end() && found->second.number == number) {
    found->second.confirming = true;
    if (found->second.popup) found->second.popup->showConfirming();
  }
  desk_.confirmPresence(id, number, this, [this, id, number](const Result<void>& result) {
    if (result) return;  // the end line follows
    if (const auto asked = asked_.find(id); asked == asked_.end() || asked->second == number)
      hide(id);
    if (result.error().code == Code::kNoPresenceRequest) return tooLate();
    const BrokerToken* token = desk_.token(id);
    emit endedUnseen(tr("Not confirmed"),
                     problem_sentence(result.error(), token == nullptr ? id : name_of(*token)));
  });
}

bool PresencePresenter::confirmPending() {
  for (const auto& [id, shown] : shown_) {
    if (shown.confirming || shown.dismissed || shown.since.elapsed() < kArmingMs) continue;
    if (const auto asked = asked_.find(id); asked == asked_.end() || asked->second != shown.number)
      continue;
    confirm(QString(id), shown.number);
    return true;
  }
  return false;
}

void PresencePresenter::hide(const QString& id) {
  const auto found = shown_.find(id);
  if (found == shown_.end()) return;
  if (found->second.notification != 0) server_.close(found->second.notification);
  // It may be its own button that led here.
  if (found->second.popup) {
    found->second.popup->hide();
    found->second.popup.release()->deleteLater();
  }
  shown_.erase(found);
}

void PresencePresenter::tooLate() {
  emit endedUnseen(tr("That was too late"), tr("The request had ended. Nothing was approved."));
}

void PresencePresenter::ended(const QString& id, const PresenceRequest& request,
                              BrokerEvent::Outcome outcome) {
  const auto asked = asked_.find(id);
  // The end of a request that another has replaced.
  if (asked != asked_.end() && request.number != 0 && asked->second != request.number) return;
  const auto found = shown_.find(id);
  const bool seen = found != shown_.end();
  const bool wanted = seen && !found->second.dismissed;
  const bool confirming = seen && found->second.confirming;
  asked_.erase(id);
  hide(id);
  switch (outcome) {
    case BrokerEvent::Outcome::kConfirmed:
    case BrokerEvent::Outcome::kOther:
      break;
    case BrokerEvent::Outcome::kTimeout:
      // The refusal of a confirmation under way says more.
      if (wanted && !confirming)
        emit endedUnseen(tr("Nobody confirmed in time"),
                         tr("Nothing was approved. Start again on the site."));
      break;
    case BrokerEvent::Outcome::kRemoved: {
      const BrokerToken* token = desk_.token(id);
      if (wanted && token != nullptr)
        emit endedUnseen(tr("%1 was unplugged").arg(name_of(*token)), tr("Nothing was approved."));
      break;
    }
  }
}

void PresencePresenter::removed(const QString& id) {
  asked_.erase(id);
  hide(id);
}

void PresencePresenter::dismissed(const QString& id, quint64 number) {
  const auto found = shown_.find(id);
  if (found == shown_.end() || found->second.number != number) return;
  Shown& shown = found->second;
  shown.dismissed = true;
  if (shown.notification != 0) server_.close(std::exchange(shown.notification, 0));
  if (shown.popup) shown.popup->hide();
}

std::map<QString, PresencePresenter::Shown>::iterator PresencePresenter::byNotification(
    quint32 notification) {
  return std::ranges::find_if(shown_, [&](const auto& entry) {
    return notification != 0 && entry.second.notification == notification;
  });
}

void PresencePresenter::action(quint32 notification, const QString& key) {
  const QString token = std::exchange(activation_token_, QString());
  const auto found = byNotification(notification);
  if (found == shown_.end()) return;
  const QString id = found->first;
  const Shown& shown = found->second;
  if (key == QLatin1String("default")) {
    emit openWanted(id, token);
    return;
  }
  if (shown.since.elapsed() < kArmingMs || shown.confirming) return;
  if (key == QLatin1String("confirm")) {
    confirm(id, shown.number);
  } else if (key == QLatin1String("dismiss")) {
    desk_.dismissPresence(id, shown.number);
  }
}

void PresencePresenter::closed(quint32 notification, quint32 reason) {
  const auto found = byNotification(notification);
  if (found == shown_.end()) return;
  found->second.notification = 0;
  constexpr quint32 kByPerson = 2;
  if (reason == kByPerson && !found->second.confirming)
    desk_.dismissPresence(found->first, found->second.number);
}

}  // namespace gokeyctl::gui
