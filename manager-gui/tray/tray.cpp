// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/tray/tray.h"

#include <QGuiApplication>
#include <QMetaObject>
#include <chrono>
#include <utility>

#include "gui/platform/symbol.h"

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;

// Two frames a second apart: 1 Hz is the fastest that disturbs nobody.
constexpr auto kBlink = 1000ms;
constexpr auto kShortestChange = 100ms;
// What is clicked earlier was meant for something else.
constexpr auto kArming = 500ms;

void fill(QMenu& menu, const std::vector<MenuEntry>& rows,
          const std::function<void(const TrayCommand&)>& chosen) {
  for (const MenuEntry& row : rows) {
    if (row.label.isEmpty()) {
      menu.addSeparator();
      continue;
    }
    const QIcon icon = row.icon.isEmpty() ? QIcon() : symbol(row.icon);
    if (!row.children.empty()) {
      QMenu* below = menu.addMenu(icon, row.label);
      below->setEnabled(row.enabled);
      fill(*below, row.children, chosen);
      continue;
    }
    QAction* action = menu.addAction(icon, row.label);
    action->setEnabled(row.enabled);
    QObject::connect(action, &QAction::triggered, action,
                     [chosen, command = row.command] { chosen(command); });
  }
}

}  // namespace

Tray::Tray(const Desk& desk, const Quiet& quiet, QDBusConnection bus, QObject* parent)
    : QObject(parent),
      desk_(desk),
      quiet_(quiet),
      menu_([this] { return tray_menu(desk_.tokens(), quiet_.until()); }),
      item_(std::move(bus), menu_) {
  later_.setSingleShot(true);
  blink_.setInterval(kBlink);
  arming_.setSingleShot(true);
  arming_.setInterval(kArming);
  connect(&arming_, &QTimer::timeout, this, [this] {
    if (reserved_ != nullptr && offered_) reserved_->setEnabled(true);
  });
  connect(&later_, &QTimer::timeout, this, &Tray::show);
  connect(&blink_, &QTimer::timeout, this, [this] {
    second_frame_ = !second_frame_;
    show();
  });
  for (const auto signal : {&Desk::tokenAdded, &Desk::tokenChanged, &Desk::tokenRemoved})
    connect(&desk_, signal, this, &Tray::change);
  connect(&desk_, &Desk::brokerFound, this, &Tray::change);
  connect(&desk_, &Desk::brokerLost, this, &Tray::change);
  connect(&quiet_, &Quiet::changed, &menu_, &DBusMenu::refresh);

  connect(&menu_, &DBusMenu::triggered, this, &Tray::command);
  connect(&item_, &StatusNotifierItem::activated, this, &Tray::leftClicked);
  connect(&item_, &StatusNotifierItem::secondaryActivated, this, &Tray::middleClicked);
  connect(&item_, &StatusNotifierItem::hostedChanged, this, [this](bool hosted) {
    useOwnIcon(!hosted);
    tellAvailable();
  });
  watchSystemTray();
}

Tray::~Tray() = default;

void Tray::start() {
  show();
  item_.start();
}

bool Tray::isAvailable() const {
  return item_.isHosted() || (own_icon_ && QSystemTrayIcon::isSystemTrayAvailable());
}

void Tray::tellAvailable() {
  if (told_available_ == isAvailable()) return;
  told_available_ = isAvailable();
  emit availableChanged(*told_available_);
}

// A tray may come after the app, as at log-in, or end before it. QSystemTrayIcon docks anew by
// itself but does not say so; what it listens to itself is a signal of Qt's X11 platform.
void Tray::watchSystemTray() {
  // Its class is in none of Qt's public headers; it is a QObject by single inheritance.
  auto* platform = reinterpret_cast<QObject*>(QGuiApplication::platformNativeInterface());
  constexpr const char* kChanged = "systemTrayWindowChanged(QScreen*)";
  if (platform == nullptr || platform->metaObject()->indexOfSignal(kChanged) < 0) return;
  connect(platform, SIGNAL(systemTrayWindowChanged(QScreen*)), this, SLOT(tellAvailable()),
          Qt::QueuedConnection);
}

void Tray::setStill(bool still) {
  still_ = still;
  second_frame_ = false;
  show();
}

// Many changes within a moment are shown once.
void Tray::change() {
  if (later_.isActive()) return;
  if (last_shown_.isValid() && last_shown_.elapsed() < kShortestChange.count()) {
    later_.start(kShortestChange);
  } else {
    show();
  }
}

void Tray::show() {
  last_shown_.start();
  look_ = tray_look(desk_.tokens(), desk_.brokerProblem());
  const bool blinks = !look_.second_frame.isEmpty() && !still_;
  if (!blinks) {
    blink_.stop();
    second_frame_ = false;
  } else if (!blink_.isActive()) {
    blink_.start();
  }
  item_.show(look_, second_frame_);
  menu_.refresh();
  if (own_icon_) showOwnIcon();
  if (own_menu_ && own_menu_->isVisible()) offerConfirmation();
}

void Tray::useOwnIcon(bool use) {
  if (!use) {
    own_icon_.reset();
    own_menu_.reset();
    reserved_ = nullptr;
    return;
  }
  if (own_icon_) return;
  own_menu_ = std::make_unique<QMenu>();
  own_menu_->setObjectName(QStringLiteral("tray-menu"));
  // Filled when it opens: no row moves while somebody looks at it.
  connect(own_menu_.get(), &QMenu::aboutToShow, this, &Tray::fillOwnMenu);
  fillOwnMenu();
  own_icon_ = std::make_unique<QSystemTrayIcon>();
  own_icon_->setContextMenu(own_menu_.get());
  connect(own_icon_.get(), &QSystemTrayIcon::activated, this,
          [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger) emit leftClicked({});
            if (reason == QSystemTrayIcon::MiddleClick) emit middleClicked();
          });
  showOwnIcon();
  own_icon_->show();
}

void Tray::fillOwnMenu() {
  const std::vector<MenuEntry> rows = tray_menu(desk_.tokens(), quiet_.until());
  own_menu_->clear();
  reserved_ = nullptr;
  offered_.reset();
  arming_.stop();
  if (rows.front().command.action != TrayAction::kConfirm) {
    reserved_ = own_menu_->addAction(symbol(QStringLiteral("gokey-presence-symbolic")),
                                     tr("Con&firm presence"));
    reserved_->setEnabled(false);
    connect(reserved_, &QAction::triggered, this, [this] {
      if (offered_) emit command(*offered_);
    });
    own_menu_->addSeparator();
  }
  fill(*own_menu_, rows, [this](const TrayCommand& command) { emit this->command(command); });
}

// In the open menu: a request that begins or ends changes the row that is kept for it.
void Tray::offerConfirmation() {
  if (reserved_ == nullptr) return;
  const MenuEntry first = tray_menu(desk_.tokens(), quiet_.until()).front();
  if (first.command.action != TrayAction::kConfirm) {
    offered_.reset();
    reserved_->setEnabled(false);
    reserved_->setText(tr("Con&firm presence"));
  } else if (offered_ != first.command) {
    offered_ = first.command;
    reserved_->setEnabled(false);
    reserved_->setText(first.label);
    arming_.start();
  }
}

void Tray::showOwnIcon() {
  QIcon icon = symbol(second_frame_ ? look_.second_frame : look_.icon);
  icon.setIsMask(true);
  own_icon_->setIcon(icon);
  own_icon_->setToolTip(look_.title + QLatin1Char('\n') + look_.text);
}

}  // namespace gokeyctl::gui
