// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/app/app.h"

#include <QApplication>
#include <QClipboard>
#include <algorithm>
#include <cstdio>
#include <utility>

#include "gokeyctl/token.h"
#include "gui/models/texts.h"
#include "gui/platform/autostart.h"
#include "gui/widgets/motion.h"

namespace gokeyctl::gui {
namespace {

QString instance_socket(const Paths& paths) {
  return paths.runtime ? QString::fromStdString((*paths.runtime / "app.sock").string()) : QString();
}

std::optional<std::filesystem::path> identity_of(const Options& options, const Settings& settings) {
  if (options.identity) return options.identity;
  std::string configured = settings.value("identity").toStdString();
  if (configured.empty()) return std::nullopt;
  return configured;
}

BrokerOptions broker_options(const Options& options, const Settings& settings) {
  BrokerOptions broker;
  if (auto socket = default_broker_socket()) broker.socket = std::move(*socket);
  broker.trust = settings.paths().known_tokens();
  broker.config = settings.paths().config_file;
  broker.identity = options.identity;
  return broker;
}

}  // namespace

App::App(Options options)
    : options_(std::move(options)),
      settings_(default_paths()),
      desk_(link_),
      bus_(QDBusConnection::sessionBus()),
      instance_(bus_, instance_socket(settings_.paths())),
      session_(bus_, QDBusConnection::systemBus()),
      motion_(bus_),
      shortcuts_(bus_),
      notifications_(bus_),
      presence_(desk_, settings_, notifications_),
      notices_(desk_, settings_, quiet_, notifications_),
      tray_(desk_, quiet_, bus_),
      host_(std::make_unique<BrokerHost>(broker_options(options_, settings_), link_)) {
  connectTray();
  connectPresence();
  connectSession();
  connectTokens();
  connectShortcuts();
  connect(&instance_, &SingleInstance::summoned, this, [this](const Summons& summons) {
    for (const QString& console : summons.consoles) {
      const auto selector = parse_selector(console.toStdString());
      if (selector && selector->kind == Selector::Kind::kConsole)
        options_.consoles.push_back(selector->endpoint);
    }
    watchConsoles();
    if (!summons.hidden) present(summons.activation_token);
  });
}

App::~App() {
  window_.reset();
  host_.reset();
}

bool App::claim() {
  if (options_.new_instance) return true;
  Summons summons{.activation_token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN"),
                  .consoles = {},
                  .hidden = options_.hidden};
  for (const Endpoint& endpoint : options_.consoles)
    summons.consoles.append(QStringLiteral("console:") + QString::fromStdString(endpoint.text()));
  if (summons.activation_token.isEmpty())
    summons.activation_token = qEnvironmentVariable("DESKTOP_STARTUP_ID");
  return instance_.claim(summons);
}

void App::start() {
  applySettings();
  if (options_.probe && !probe_.publish(bus_))
    std::fputs("gokey-manager: --probe needs a session bus\n", stderr);
  notifications_.start();
  motion_.start();
  session_.start();
  shortcuts_.start();
  tray_.start();
  host_->start();
  if (!options_.hidden) window().present();
}

void App::connectTray() {
  connect(&tray_, &Tray::command, this, &App::take);
  connect(&tray_, &Tray::leftClicked, this, &App::clicked);
  connect(&tray_, &Tray::middleClicked, this, [this] { lockAll(LockReason::kAsked); });
  connect(&tray_, &Tray::availableChanged, this, [this](bool available) {
    if (window_) window_->setTray(available);
  });
}

void App::connectPresence() {
  connect(&presence_, &PresencePresenter::openWanted, this,
          [this](const QString& id, const QString& activation_token) {
            window().showToken(id);
            present(activation_token);
          });
  connect(&presence_, &PresencePresenter::endedUnseen, &notices_, &Notices::presenceEnded);
  connect(&notifications_, &NotificationServer::found, this, &App::tellDesktop);
  connect(&notifications_, &NotificationServer::lost, this, &App::tellDesktop);
  connect(&notices_, &Notices::cannotTell, this,
          [this](const QString& title, const QString& text) { window().warn(title, text); });
  connect(&notices_, &Notices::openWanted, this,
          [this](const QString& id, const QString& activation_token) {
            window().showToken(id);
            present(activation_token);
          });
  connect(&notices_, &Notices::guideWanted, this,
          [this](const QString& id, const QString&) { window().openGuide(id); });
  connect(&notices_, &Notices::unlockWanted, this,
          [this](const QString& id, const QString&) { window().openUnlock(id, Scope::kAll); });
  connect(&motion_, &MotionWish::changed, this, [this](bool still) {
    set_reduced_motion(still);
    tray_.setStill(still);
  });
}

void App::connectSession() {
  connect(&settings_, &Settings::changed, this, &App::applySettings);
  connect(&session_, &Session::screenLocked, this, [this] {
    presence_.setScreenLocked(true);
    if (window_) window_->closeSecrets();
    lockForScreen();
  });
  connect(&session_, &Session::screenUnlocked, this, [this] { presence_.setScreenLocked(false); });
  connect(&session_, &Session::aboutToSleep, this, [this] {
    if (window_) window_->closeSecrets();
    if (settings_.isOn(keys::kLockOnSleep)) {
      lockAll(LockReason::kSleep, LockWhich::kEveryKey, [this] { session_.readyToSleep(); });
    } else {
      session_.readyToSleep();
    }
  });
  // What the tokens say may be old, and a lock before sleeping may not have arrived.
  connect(&session_, &Session::woke, this, [this] {
    if (settings_.isOn(keys::kLockOnSleep)) lockAll(LockReason::kSleep);
    for (const BrokerToken& token : desk_.tokens())
      desk_.refresh(QString::fromStdString(token.id), this, {});
  });
  connect(&session_, &Session::idle, this, [this] { lockAll(LockReason::kIdle); });
}

void App::connectTokens() {
  connect(&desk_, &Desk::brokerFound, this, &App::watchConsoles);
  connect(host_.get(), &BrokerHost::failed, &desk_, &Desk::setBrokerProblem);
  if (!options_.trust_new) return;
  connect(&desk_, &Desk::tokenAdded, this, &App::trustNew);
  connect(&desk_, &Desk::tokenChanged, this, &App::trustNew);
}

void App::connectShortcuts() {
  connect(&shortcuts_, &GlobalShortcuts::pressed, this, [this](GlobalShortcuts::Action action) {
    switch (action) {
      case GlobalShortcuts::Action::kLockAll:
        return lockAll(LockReason::kAsked);
      case GlobalShortcuts::Action::kConfirmPresence:
        // As by a click: only what was shown for long enough to be read.
        presence_.confirmPending();
        return;
    }
  });
  connect(&shortcuts_, &GlobalShortcuts::wayChanged, this, [this](GlobalShortcuts::Way way) {
    if (window_) window_->setShortcuts(way != GlobalShortcuts::Way::kNone);
  });
}

void App::watchConsoles() {
  for (const Endpoint& endpoint : options_.consoles) desk_.addConsole(endpoint, this, {});
}

// Only a key that nothing is known about: a changed one is never taken.
void App::trustNew(const QString& id) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr || token->known || !token->presented) return;
  if (!trusting_.insert(id).second) return;
  desk_.trustHostKey(id, QString::fromStdString(token->presented->fingerprint), this,
                     [this, id](const Result<BrokerToken>&) { trusting_.erase(id); });
}

void App::tellDesktop() {
  if (window_)
    window_->setDesktop(bus_.isConnected(),
                        notifications_.isThere() && notifications_.hasActions());
}

MainWindow& App::window() {
  if (!window_) {
    WindowWork work = library_work(settings_, identity_of(options_, settings_));
    work.autostart = {.is_on = is_autostarted, .set = set_autostarted};
    window_ = std::make_unique<MainWindow>(desk_, settings_, std::move(work));
    window_->setTray(tray_.isAvailable());
    tellDesktop();
    window_->setShortcuts(shortcuts_.way() != GlobalShortcuts::Way::kNone);
    connect(window_.get(), &MainWindow::quitWanted, qApp, &QApplication::quit);
  }
  return *window_;
}

void App::present(const QString& activation_token) {
  // Qt's Wayland platform takes it from there.
  if (!activation_token.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", activation_token.toUtf8());
  window().present();
}

void App::clicked(const QString& activation_token) {
  if (settings_.isOn(keys::kTrayClickConfirms) && presence_.confirmPending()) return;
  if (window_ && window_->isVisible() && window_->isActiveWindow()) {
    window_->hide();
  } else {
    present(activation_token);
  }
}

void App::take(const TrayCommand& command) {
  switch (command.action) {
    case TrayAction::kNone:
      break;
    case TrayAction::kConfirm:
      presence_.confirm(command.token, command.number);
      break;
    case TrayAction::kUnlock:
      window().openUnlock(command.token, command.scope);
      break;
    case TrayAction::kLock:
      lockOne(command.token);
      break;
    case TrayAction::kLockAll:
      lockAll(LockReason::kAsked);
      break;
    case TrayAction::kCopyShortId:
      if (const BrokerToken* token = desk_.token(command.token))
        QApplication::clipboard()->setText(short_id(*token));
      break;
    case TrayAction::kDetails:
      window().showToken(command.token);
      present({});
      break;
    case TrayAction::kAllTokens:
      present({});
      break;
    case TrayAction::kPauseHour:
      quiet_.pauseUntil(in_one_hour(QDateTime::currentDateTime()));
      break;
    case TrayAction::kPauseTomorrow:
      quiet_.pauseUntil(tomorrow(QDateTime::currentDateTime()));
      break;
    case TrayAction::kResume:
      quiet_.resume();
      break;
    case TrayAction::kDoctor:
      window().openDoctor();
      present({});
      break;
    case TrayAction::kSettings:
      window().openSettings();
      present({});
      break;
    case TrayAction::kQuit:
      window().askQuit();
      break;
  }
}

void App::lockOne(const QString& id) {
  desk_.lock(id, Scope::kAll, this, [this, id](const Result<KeysOutcome>& result) {
    if (result) return;
    const BrokerToken* token = desk_.token(id);
    notices_.lockNotCertain(
        problem_sentence(result.error(), token == nullptr ? id : name_of(*token)));
  });
}

void App::lockAll(LockReason reason, LockWhich which, std::function<void()> then) {
  desk_.lockAll(reason, which, this,
                [this, then = std::move(then)](const Result<std::size_t>& result) {
                  if (then) then();
                  if (!result)
                    notices_.lockNotCertain(problem_sentence(result.error(), tr("The token")));
                });
}

// Whoever unlocked it, and also what is just being unlocked. Without the setting, what was unlocked
// until the screen locks.
void App::lockForScreen() {
  lockAll(LockReason::kScreenLocked, settings_.isOn(keys::kLockOnScreenLock)
                                         ? LockWhich::kEveryKey
                                         : LockWhich::kHeldUntilScreenLock);
}

void App::applySettings() {
  shortcuts_.setWanted(settings_.isOn(keys::kGlobalShortcuts));
  session_.setDelaysSleep(settings_.isOn(keys::kLockOnSleep));
  bool number = false;
  const int minutes = settings_.value(keys::kLockWhenIdle).toInt(&number);
  session_.watchIdle(number ? std::optional(std::chrono::minutes(minutes)) : std::nullopt);
}

}  // namespace gokeyctl::gui
