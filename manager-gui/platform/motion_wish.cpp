// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/motion_wish.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStyle>
#include <algorithm>
#include <utility>

namespace gokeyctl::gui {
namespace {

constexpr struct {
  const char *group, *key;
} kSettings[] = {
    {"org.freedesktop.appearance", "reduced-motion"},
    {"org.gnome.desktop.interface", "enable-animations"},
    {"org.kde.kdeglobals.KDE", "AnimationDurationFactor"},
};

QString portal() { return QStringLiteral("org.freedesktop.portal.Desktop"); }
QString portal_path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
QString settings() { return QStringLiteral("org.freedesktop.portal.Settings"); }

}  // namespace

MotionWish::MotionWish(QDBusConnection bus, QObject* parent)
    : QObject(parent), bus_(std::move(bus)) {}

void MotionWish::start() {
  take(QStringLiteral("style"),
       QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0);
  if (!bus_.isConnected()) return;
  bus_.connect(portal(), portal_path(), settings(), QStringLiteral("SettingChanged"), this,
               SLOT(takeSetting(QString, QString, QDBusVariant)));
  for (const auto& setting : kSettings)
    ask(QLatin1String(setting.group), QLatin1String(setting.key));
}

void MotionWish::ask(const QString& group, const QString& key) {
  QDBusMessage call =
      QDBusMessage::createMethodCall(portal(), portal_path(), settings(), QStringLiteral("Read"));
  call << group << key;
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, key] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    if (reply.isValid()) take(key, reply.value().variant());
  });
}

void MotionWish::takeSetting(const QString& group, const QString& key, const QDBusVariant& value) {
  for (const auto& setting : kSettings) {
    if (group == QLatin1String(setting.group) && key == QLatin1String(setting.key))
      take(key, value.variant());
  }
}

void MotionWish::take(const QString& key, const QVariant& value) {
  // Read wraps its answer in a variant of its own.
  QVariant plain = value;
  while (plain.canConvert<QDBusVariant>()) plain = plain.value<QDBusVariant>().variant();
  if (key == QLatin1String("enable-animations")) {
    wishes_[key] = !plain.toBool();
  } else if (key == QLatin1String("AnimationDurationFactor")) {
    bool number = false;
    const double factor = plain.toDouble(&number);
    wishes_[key] = number && factor == 0.0;
  } else {
    wishes_[key] = plain.toBool();
  }
  const bool still = std::ranges::any_of(wishes_, [](const auto& wish) { return wish.second; });
  if (std::exchange(still_, still) != still) emit changed(still);
}

}  // namespace gokeyctl::gui
