// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What is seen seldom: questions, refusals, empty pages, and a computer that lacks something.
#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <fstream>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/presence/popup.h"
#include "gui/widgets/secret_edit.h"
#include "gui/window/main_window.h"
#include "locked_memory.h"
#include "scenes.h"

namespace gokeyctl::gui::scenes {
namespace {

Error error(Code code, const char* message, std::map<std::string, std::string> details = {}) {
  return {.code = code,
          .message = message,
          .hint = {},
          .details = std::move(details),
          .cause = nullptr};
}

// A window over tokens, to be shot by its moments.
struct Scene {
  explicit Scene(const Shoot& shoot, const std::vector<BrokerToken>& tokens,
                 const std::function<void(samples::Stage&, WindowWork&)>& prepare = {})
      : shoot_(shoot) {
    WindowWork work = stage.work();
    if (prepare) prepare(stage, work);
    for (const BrokerToken& token : tokens) stage.link.show(token);
    window = std::make_unique<MainWindow>(stage.desk, stage.settings, std::move(work));
    window->show();
    settle();
  }
  void shoot(const char* name) const { shoot_(*window, QString::fromLatin1(name)); }
  // The button that a person sees under these words.
  void press(const char* context, const char* words) const {
    QString wanted = QCoreApplication::translate(context, words);
    wanted.remove(QLatin1Char('&'));
    for (auto* button : window->findChildren<QAbstractButton*>()) {
      if (!button->isVisible() || QString(button->text()).remove(QLatin1Char('&')) != wanted)
        continue;
      button->click();
      settle();
      return;
    }
    qFatal("no button: %s", words);
  }

  samples::Stage stage;
  std::unique_ptr<MainWindow> window;

 private:
  const Shoot& shoot_;
};

void problems(const Shoot& shoot) {
  BrokerToken twin = samples::home();
  twin.nickname = "Work token";
  const Scene twins(shoot, {samples::locked(), twin});
  twins.shoot("two-with-one-name");

  Scene alone(shoot, {samples::unlocked()});
  alone.press("gokeyctl::gui::OverviewPage", "Lock now");
  alone.stage.link.locking(std::unexpected(error(Code::kUnreachable, "console: no answer")));
  settle();
  alone.shoot("action-refused");
  emit alone.stage.link.lost(error(Code::kUnreachable, "the socket is not there"));
  settle();
  alone.shoot("no-broker");

  Scene bare(shoot, {samples::locked()});
  bare.window->setTray(false);
  bare.window->setDesktop(false, false);
  bare.shoot("no-desktop-bus");
  bare.press("gokeyctl::gui::MainWindow", "How to get one…");
  bare.shoot("doctor-desktop");

  BrokerToken refused = samples::locked();
  refused.status.reset();
  refused.state = TokenState::kAttention;
  refused.problem = error(Code::kSshAuth, "console 10.0.0.10:22: no key is accepted");
  const Scene locked_out(shoot, {refused});
  locked_out.shoot("state-ssh-key-unknown");
  locked_out.window->findChild<QPushButton*>(QStringLiteral("mainButton"))->click();
  settle();
  auto* keys = locked_out.window->findChild<FirstContact*>();
  shoot(*keys, QStringLiteral("guide-choose-key"));
  keys->close();

  BrokerToken uncertain = samples::unlocked();
  uncertain.state = TokenState::kAttention;
  uncertain.problem =
      error(Code::kTimeout, "lock: no answer", {{"reason", "lock-not-acknowledged"}});
  const Scene may_be_open(shoot, {uncertain});
  may_be_open.shoot("state-may-be-unlocked");

  BrokerToken held = samples::both_unlocked();
  held.held = {{KeyUse::kSignature, Hold::Kind::kUntilScreenLock, {}},
               {KeyUse::kDecryption, Hold::Kind::kUntilUnplugged, {}}};
  const Scene kept(shoot, {held});
  kept.shoot("state-held-without-end");
}

void questions(const Shoot& shoot) {
  Scene scene(shoot, {samples::unlocked()});
  scene.window->showView(View::kTrust);
  settle();
  scene.press("gokeyctl::gui::TrustPage", "Compare with scanned text…");
  auto* scanned = scene.window->findChild<QLineEdit*>(QStringLiteral("scannedText"));
  scanned->setText(QString::fromLatin1(samples::kFingerprint));
  settle();
  scene.shoot("trust-same");
  scanned->setText(QString::fromLatin1(samples::kOtherFingerprint));
  settle();
  scene.shoot("trust-different");
  scene.press("gokeyctl::gui::TrustPage", "Compare with scanned text…");
  scene.press("gokeyctl::gui::TrustPage", "Forget…");
  scene.shoot("trust-forget");
  scene.window->showView(View::kFido);
  settle();
  for (auto* box : scene.window->findChildren<QCheckBox*>()) {
    if (box->isVisible()) box->click();
  }
  scene.shoot("fido-stop-asking");
  scene.window->openDoctor();
  settle();
  scene.press("gokeyctl::gui::DoctorPage", "How…");
  scene.shoot("doctor-how");
  scene.press("gokeyctl::gui::DoctorPage", "Fix…");
  scene.shoot("doctor-fix");
}

void pages_without(const Shoot& shoot) {
  BrokerToken blank = samples::locked();
  blank.status->openpgp.keys.clear();
  blank.status->fido = {};
  const Scene empty(shoot, {blank}, [](samples::Stage&, WindowWork& work) {
    work.read_card = [](const std::string&) -> Result<CardInfo> { return CardInfo{}; };
    work.run_doctor = [](const std::optional<BrokerToken>&, const DoctorProgress&) {
      std::vector<DoctorCheck> checks = samples::doctor_checks();
      checks.erase(checks.begin(), checks.begin() + 2);
      return checks;
    };
  });
  empty.window->showView(View::kOpenPgp);
  empty.shoot("openpgp-no-keys");
  empty.window->showView(View::kFido);
  empty.shoot("fido-not-started");
  empty.window->showView(View::kConsole);
  settle();
  for (auto* field : empty.window->findChildren<QLineEdit*>()) {
    if (field->isVisible()) field->setText(QStringLiteral("9999999"));
  }
  settle();
  empty.shoot("console-nothing-found");
  empty.window->openDoctor();
  settle();
  empty.shoot("doctor-fine");

  BrokerToken partly = samples::locked();
  partly.status->openpgp.keys.erase(partly.status->openpgp.keys.begin() + 1);
  partly.trust = TrustClass::kStrict;
  partly.status->fido.presence_test = false;
  const Scene busy(shoot, {partly}, [](samples::Stage&, WindowWork& work) {
    work.read_card = [](const std::string&) -> Result<CardInfo> {
      return std::unexpected(error(Code::kBusy, "reader", {{"holder", "scdaemon"}}));
    };
  });
  busy.window->showView(View::kOpenPgp);
  busy.shoot("openpgp-busy");
  busy.window->showView(View::kFido);
  busy.shoot("fido-without-asking");
  busy.window->showView(View::kTrust);
  busy.shoot("trust-by-receipt");
}

void settings(const Shoot& shoot) {
  samples::Stage stage;
  const Paths& paths = stage.settings.paths();
  std::ofstream(paths.config_file) << "lock-on-sleep = maybe\n";
  std::ofstream(paths.system_config_file) << "[fixed]\npresence-sound = true\n";
  Settings read(paths);
  stage.link.show(samples::locked());
  MainWindow window(stage.desk, read, stage.work());
  window.setShortcuts(false);
  window.openSettings();
  window.show();
  shoot(window, QStringLiteral("settings-broken"));
}

void type(QWidget* field, const QString& text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  for (const QChar c : text) {
    QKeyEvent key(QEvent::KeyPress, 0, modifiers, QString(c));
    QApplication::sendEvent(field, &key);
  }
}

void unlock(const Shoot& shoot) {
  UnlockWork work;
  UnlockWork::Done<KeysOutcome> answer;
  work.unlock = [&answer](Scope, Secret, Hold, UnlockWork::Done<KeysOutcome> done) {
    answer = std::move(done);
  };
  const auto open = [&](const BrokerToken& token, Scope scope) {
    auto* dialog = new UnlockDialog(work, token, scope, QStringLiteral("10m"));
    dialog->show();
    settle();
    return dialog;
  };
  const auto shot = [&shoot](UnlockDialog* dialog, const char* name) {
    shoot(*dialog, QString::fromLatin1(name));
    dialog->close();
    settle();
  };
  UnlockDialog* caps = open(samples::locked(), Scope::kSignature);
  type(caps->findChild<SecretEdit*>(), QStringLiteral("Q"));
  shot(caps, "unlock-caps-lock");
  UnlockDialog* both = open(samples::locked(), Scope::kAll);
  type(both->findChild<SecretEdit*>(), QStringLiteral("open sesame"));
  both->findChild<QPushButton*>(QStringLiteral("unlockButton"))->click();
  KeysOutcome half;
  half.status = *samples::locked().status;
  half.status.openpgp.tries_left = 2;
  half.changed = {KeyUse::kSignature};
  half.failed = {KeyUse::kDecryption};
  answer(half);
  shot(both, "unlock-half");
  BrokerToken silent = samples::locked();
  silent.status->openpgp.tries_left.reset();
  shot(open(silent, Scope::kDecryption), "unlock-tries-not-known");
  {
    const testing::LockedMemoryLimit none(0);
    shot(open(samples::locked(), Scope::kDecryption), "unlock-no-memory");
  }
}

void guide(const Shoot& shoot) {
  GuideWork work;
  work.trust = [](const std::string&, const GuideWork::Done<BrokerToken>& done) {
    done(samples::locked());
  };
  work.rename = [](const QString&, const GuideWork::Done<BrokerToken>& done) {
    done(samples::locked());
  };
  work.set_compared = [](const BrokerToken&, const std::string&) -> Result<void> { return {}; };
  work.import_receipt = [](const std::function<void(const BrokerToken&)>& trusted) {
    trusted(samples::locked());
  };
  samples::Stage stage;
  work.list = stage.work().list_identities;
  work.try_all = [](const Endpoint&, const std::string&,
                    const std::vector<SshIdentity>& all) -> Result<std::vector<Acceptance>> {
    return std::vector<Acceptance>(all.size(), Acceptance::kRefused);
  };
  auto* dialog = new FirstContact(work, samples::fresh(), {QStringLiteral("Home token")}, {});
  dialog->show();
  settle();
  dialog->findChild<QLineEdit*>()->setText(QStringLiteral("Home token"));
  shoot(*dialog, QStringLiteral("guide-1-name-taken"));
  const auto press = [dialog](const char* words) {
    const QString wanted = QCoreApplication::translate("gokeyctl::gui::FirstContact", words);
    for (auto* button : dialog->findChildren<QAbstractButton*>()) {
      if (button->text() == wanted) button->click();
    }
    settle();
  };
  for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
    if (button->isDefault()) button->click();
  }
  settle();
  press("Import receipt…");
  shoot(*dialog, QStringLiteral("guide-3-none-accepted"));
  dialog->close();
  settle();
}

// Once somebody may answer: until then the buttons are disabled.
void popups(const Shoot& shoot) {
  struct Shown {
    const char* name;
    std::unique_ptr<PresencePopup> popup;
  };
  std::vector<Shown> all;
  const auto ask = [&all](const char* name, const QString& token, const PresenceRequest& request) {
    all.push_back({name, std::make_unique<PresencePopup>()});
    all.back().popup->ask(token, request);
  };
  const QString work_token = QStringLiteral("Work token");
  ask("popup-armed", work_token, *samples::presence().presence);
  ask("popup-armed-unknown", work_token, *samples::presence_unknown().presence);
  ask("popup-emptying", work_token, *samples::emptying().presence);
  PresenceRequest endless = *samples::presence().presence;
  endless.site = kLongSite;
  endless.asker = kLongAsker;
  ask("popup-long-names", QString::fromUtf8(kLongName), endless);
  for (const Shown& shown : all) {
    auto* confirm = shown.popup->findChild<QPushButton*>(QStringLiteral("presence-confirm"));
    wait_until_enabled(*confirm);
    shoot(*shown.popup, QString::fromLatin1(shown.name));
  }
}

}  // namespace

void every_moment(const Shoot& shoot) {
  problems(shoot);
  questions(shoot);
  pages_without(shoot);
  settings(shoot);
  unlock(shoot);
  guide(shoot);
  popups(shoot);
}

}  // namespace gokeyctl::gui::scenes
