// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/tray/status_notifier_item.h"

#include <QCoreApplication>
#include <QDBusAbstractAdaptor>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QIcon>
#include <QImage>
#include <QPalette>
#include <QtEndian>
#include <utility>

#include "gui/platform/symbol.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSizes[] = {16, 22, 24, 32, 48, 64};

QString watcher_service() { return QStringLiteral("org.kde.StatusNotifierWatcher"); }
QString watcher_path() { return QStringLiteral("/StatusNotifierWatcher"); }

// The panel knows the name: it takes the icon from its theme and in its colours.
QString theme_name(const QString& icon) { return QIcon::hasThemeIcon(icon) ? icon : QString(); }

SniPixmaps fallback(const QString& icon) {
  return QIcon::hasThemeIcon(icon) ? SniPixmaps() : embedded_pixmaps(icon);
}

}  // namespace

SniPixmaps embedded_pixmaps(const QString& icon) {
  SniPixmaps pixmaps;
  const QColor colour = QGuiApplication::palette().color(QPalette::WindowText);
  for (const int size : kSizes) {
    const QImage image =
        symbol_pixmap(icon, size, colour).toImage().convertToFormat(QImage::Format_ARGB32);
    SniPixmap pixmap{image.width(), image.height(), {}};
    for (int y = 0; y < image.height(); ++y) {
      const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
      for (int x = 0; x < image.width(); ++x) {
        const quint32 pixel = qToBigEndian<quint32>(line[x]);
        pixmap.bytes.append(reinterpret_cast<const char*>(&pixel), sizeof pixel);
      }
    }
    pixmaps.append(pixmap);
  }
  return pixmaps;
}

class StatusNotifierItemAdaptor : public QDBusAbstractAdaptor {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierItem")
  Q_PROPERTY(QString Category READ category)
  Q_PROPERTY(QString Id READ id)
  Q_PROPERTY(QString Title READ title)
  Q_PROPERTY(QString Status READ status)
  Q_PROPERTY(int WindowId READ windowId)
  Q_PROPERTY(QString IconThemePath READ none)
  Q_PROPERTY(QString IconName READ iconName)
  Q_PROPERTY(gokeyctl::gui::SniPixmaps IconPixmap READ iconPixmap)
  Q_PROPERTY(QString OverlayIconName READ none)
  Q_PROPERTY(gokeyctl::gui::SniPixmaps OverlayIconPixmap READ noPixmap)
  Q_PROPERTY(QString AttentionIconName READ iconName)
  Q_PROPERTY(gokeyctl::gui::SniPixmaps AttentionIconPixmap READ iconPixmap)
  Q_PROPERTY(QString AttentionMovieName READ none)
  Q_PROPERTY(gokeyctl::gui::SniToolTip ToolTip READ toolTip)
  Q_PROPERTY(bool ItemIsMenu READ itemIsMenu)
  Q_PROPERTY(QDBusObjectPath Menu READ menu)

 public:
  explicit StatusNotifierItemAdaptor(StatusNotifierItem* item)
      : QDBusAbstractAdaptor(item), item_(item) {
    connect(item, &StatusNotifierItem::iconChanged, this, [this] {
      emit NewIcon();
      emit NewAttentionIcon();
    });
    connect(item, &StatusNotifierItem::toolTipChanged, this,
            &StatusNotifierItemAdaptor::NewToolTip);
    connect(item, &StatusNotifierItem::statusChanged, this, &StatusNotifierItemAdaptor::NewStatus);
  }

  [[nodiscard]] QString category() const { return QStringLiteral("Hardware"); }
  [[nodiscard]] QString id() const { return QStringLiteral("gokey-manager"); }
  [[nodiscard]] QString title() const { return QStringLiteral("GoKey Manager"); }
  [[nodiscard]] QString status() const { return name(item_->look_.status); }
  [[nodiscard]] int windowId() const { return 0; }
  [[nodiscard]] QString none() const { return {}; }
  [[nodiscard]] QString iconName() const { return theme_name(item_->icon_); }
  [[nodiscard]] SniPixmaps iconPixmap() const { return fallback(item_->icon_); }
  [[nodiscard]] SniPixmaps noPixmap() const { return {}; }
  [[nodiscard]] SniToolTip toolTip() const {
    return {theme_name(item_->icon_),
            {},
            item_->look_.title,
            item_->look_.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>"))};
  }
  [[nodiscard]] bool itemIsMenu() const { return false; }
  [[nodiscard]] QDBusObjectPath menu() const { return QDBusObjectPath(QStringLiteral("/MenuBar")); }

 public slots:
  void ProvideXdgActivationToken(const QString& token) { item_->activation_token_ = token; }
  void Activate(int, int) {
    emit item_->activated(std::exchange(item_->activation_token_, QString()));
  }
  void SecondaryActivate(int, int) { emit item_->secondaryActivated(); }
  void ContextMenu(int, int) {}  // the panel draws the menu itself
  void Scroll(int, const QString&) {}

 signals:
  void NewTitle();
  void NewIcon();
  void NewAttentionIcon();
  void NewOverlayIcon();
  void NewToolTip();
  void NewStatus(const QString& status);

 private:
  StatusNotifierItem* item_;
};

StatusNotifierItem::StatusNotifierItem(QDBusConnection bus, DBusMenu& menu, QObject* parent)
    : QObject(parent),
      bus_(std::move(bus)),
      menu_(menu),
      watcher_(watcher_service(), bus_, QDBusServiceWatcher::WatchForOwnerChange) {
  register_tray_types();
  new StatusNotifierItemAdaptor(this);
  connect(&watcher_, &QDBusServiceWatcher::serviceRegistered, this, &StatusNotifierItem::offer);
  connect(&watcher_, &QDBusServiceWatcher::serviceUnregistered, this, [this] { setHosted(false); });
  for (const char* change : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"}) {
    bus_.connect(watcher_service(), watcher_path(), watcher_service(), QLatin1String(change), this,
                 SLOT(hostCameOrWent()));
  }
}

StatusNotifierItem::~StatusNotifierItem() {
  if (!service_.isEmpty()) bus_.unregisterService(service_);
}

void StatusNotifierItem::start() {
  if (!bus_.isConnected()) return setHosted(false);
  // The name that the specification asks for; a sandbox may refuse it, then the connection's
  // serves.
  service_ =
      QStringLiteral("org.kde.StatusNotifierItem-%1-1").arg(QCoreApplication::applicationPid());
  if (!bus_.registerService(service_)) service_.clear();
  if (!bus_.registerObject(QStringLiteral("/StatusNotifierItem"), this) || !menu_.publish(bus_))
    return setHosted(false);
  offer();
}

void StatusNotifierItem::offer() {
  QDBusMessage call =
      QDBusMessage::createMethodCall(watcher_service(), watcher_path(), watcher_service(),
                                     QStringLiteral("RegisterStatusNotifierItem"));
  call << (service_.isEmpty() ? bus_.baseService() : service_);
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    if (answer->isError()) {
      setHosted(false);
    } else {
      askForHost();
    }
  });
}

void StatusNotifierItem::hostCameOrWent() { askForHost(); }

void StatusNotifierItem::askForHost() {
  QDBusMessage call = QDBusMessage::createMethodCall(
      watcher_service(), watcher_path(), QStringLiteral("org.freedesktop.DBus.Properties"),
      QStringLiteral("Get"));
  call << watcher_service() << QStringLiteral("IsStatusNotifierHostRegistered");
  auto* answer = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    answer->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    setHosted(reply.isValid() && reply.value().variant().toBool());
  });
}

void StatusNotifierItem::setHosted(bool hosted) {
  if (hosted_ == hosted) return;
  hosted_ = hosted;
  emit hostedChanged(hosted);
}

void StatusNotifierItem::show(const TrayLook& look, bool second) {
  const QString icon = second && !look.second_frame.isEmpty() ? look.second_frame : look.icon;
  const bool other_status = look.status != look_.status;
  const bool other_words = look.title != look_.title || look.text != look_.text;
  const bool other_icon = icon != icon_;
  look_ = look;
  icon_ = icon;
  if (other_icon) emit iconChanged();
  if (other_words || other_icon) emit toolTipChanged();
  if (other_status) emit statusChanged(name(look.status));
}

}  // namespace gokeyctl::gui

#include "status_notifier_item.moc"
