// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "scenes.h"

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QThreadPool>
#include <QTimer>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/receipt_dialog.h"
#include "gui/dialogs/rename_dialog.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/presence/popup.h"
#include "gui/widgets/secret_edit.h"
#include "gui/window/main_window.h"
#include "samples.h"

namespace gokeyctl::gui::scenes {
namespace {

void history(samples::Stage& stage) {
  using Kind = BrokerEvent::Kind;
  const BrokerToken token = samples::unlocked();
  stage.link.tell(Kind::kUnlocked, samples::both_unlocked(), {KeyUse::kSignature}, 1400);
  stage.link.tell(Kind::kOperation, token, {KeyUse::kSignature}, 1300);
  stage.link.tell(Kind::kLocked, token, {KeyUse::kSignature}, 900);
  stage.link.tell(Kind::kUnlocked, token, {KeyUse::kDecryption}, 600);
  stage.link.tell(Kind::kPresenceRequested, samples::presence(), {}, 20);
  BrokerEvent ended;
  ended.kind = Kind::kPresenceEnded;
  ended.time = samples::time_from_now(-12);
  ended.id = token.id;
  ended.token = token;
  ended.presence = samples::presence().presence;
  ended.outcome = BrokerEvent::Outcome::kConfirmed;
  emit stage.link.told(ended);
  ended.presence = samples::presence_unknown().presence;
  ended.outcome = BrokerEvent::Outcome::kTimeout;
  emit stage.link.told(ended);
}

void pages(const Shoot& shoot, QSize size, const QString& suffix) {
  samples::Stage stage;
  stage.link.tell(BrokerEvent::Kind::kToken, samples::unlocked(), {}, 1500);
  stage.link.show(samples::home());
  MainWindow window(stage.desk, stage.settings, stage.work());
  history(stage);
  window.resize(size);
  window.show();
  constexpr std::pair<View, const char*> kViews[] = {{View::kOverview, "overview"},
                                                     {View::kOpenPgp, "openpgp"},
                                                     {View::kFido, "fido"},
                                                     {View::kConsole, "console"},
                                                     {View::kTrust, "trust"}};
  for (const auto& [view, name] : kViews) {
    window.showView(view);
    shoot(window, QString::fromLatin1(name) + suffix);
  }
  window.openDoctor();
  settle();
  shoot(window, QStringLiteral("doctor") + suffix);
  window.openSettings();
  shoot(window, QStringLiteral("settings") + suffix);
}

void type(QWidget* field, const QString& text) {
  for (const QChar c : text) {
    QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
    QApplication::sendEvent(field, &key);
  }
}

void passkeys(const Shoot& shoot) {
  samples::Stage stage;
  stage.link.show(samples::locked());
  MainWindow window(stage.desk, stage.settings, stage.work());
  window.resize({960, 680});
  window.show();
  window.showView(View::kFido);
  settle();
  const auto give = [&window](const QString& pin) {
    auto* field = window.findChild<SecretEdit*>();
    type(field, pin);
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(field, &enter);
    settle();
  };
  window.findChild<QPushButton*>(QStringLiteral("showPasskeys"))->click();
  shoot(window, QStringLiteral("passkeys-pin"));
  give(QStringLiteral("0000"));
  shoot(window, QStringLiteral("passkeys-wrong-pin"));
  give(QString::fromLatin1(samples::kPin));
  shoot(window, QStringLiteral("passkeys"));
}

void states(const Shoot& shoot) {
  for (const State& state : kStates) {
    samples::Stage stage;
    stage.link.show(state.make());
    stage.link.show(samples::home());
    MainWindow window(stage.desk, stage.settings, stage.work());
    window.show();
    settle();
    const auto* confirm = window.findChild<QPushButton*>(QStringLiteral("confirmPresence"));
    if (confirm->isVisible()) wait_until_enabled(*confirm);
    shoot(window, QStringLiteral("state-") + QString::fromLatin1(state.name));
    if (std::string_view(state.name) == "host-key-changed" ||
        std::string_view(state.name) == "per-boot" || std::string_view(state.name) == "new" ||
        std::string_view(state.name) == "not-compared") {
      window.showView(View::kTrust);
      shoot(window, QStringLiteral("trust-") + QString::fromLatin1(state.name));
    }
    if (std::string_view(state.name) == "unlocked") {
      window.askQuit();
      shoot(window, QStringLiteral("quit-question"));
    }
  }
  samples::Stage stage;
  MainWindow window(stage.desk, stage.settings, stage.work());
  window.show();
  shoot(window, QStringLiteral("no-token"));
  window.setTray(false);
  shoot(window, QStringLiteral("no-tray"));
}

void unlock(const Shoot& shoot) {
  const auto dialog =
      [&](const char* name, const BrokerToken& token,
          const std::function<void(UnlockDialog&, UnlockWork::Done<KeysOutcome>&)>& play) {
        UnlockWork::Done<KeysOutcome> answer;
        UnlockWork work;
        work.unlock = [&answer](Scope, Secret, Hold, UnlockWork::Done<KeysOutcome> done) {
          answer = std::move(done);
        };
        work.lock = [](Scope, const UnlockWork::Done<KeysOutcome>&) {};
        work.shorten = [](Hold, const UnlockWork::Done<BrokerToken>&) {};
        auto* shown = new UnlockDialog(work, token, Scope::kDecryption, QStringLiteral("10m"));
        shown->show();
        settle();
        play(*shown, answer);
        shoot(*shown, QStringLiteral("unlock-") + QString::fromLatin1(name));
        shown->close();
        settle();
      };
  const auto nothing = [](UnlockDialog&, UnlockWork::Done<KeysOutcome>&) {};
  dialog("ready", samples::locked(), nothing);
  dialog("delay", samples::blocked(), nothing);
  dialog("presence", samples::presence(), nothing);
  dialog("keep", samples::unlocked(), nothing);
  BrokerToken last = samples::locked();
  last.status->openpgp.tries_left = 1;
  dialog("last-try", last, nothing);
  BrokerToken none = samples::classic();
  none.status->openpgp.tries_left = 0;
  dialog("none-left", none, nothing);
  dialog("gone", samples::locked(),
         [](UnlockDialog& shown, UnlockWork::Done<KeysOutcome>&) { shown.setGone(); });
  const auto send = [](UnlockDialog& shown) {
    type(shown.findChild<SecretEdit*>(), QStringLiteral("open sesame"));
    shown.findChild<QPushButton*>(QStringLiteral("unlockButton"))->click();
  };
  dialog("wrong", samples::locked(),
         [&](UnlockDialog& shown, UnlockWork::Done<KeysOutcome>& answer) {
           send(shown);
           Error wrong;
           wrong.code = Code::kWrongPassphrase;
           wrong.details = {{"tries_left", "2"}};
           answer(std::unexpected(wrong));
         });
  dialog("checking", samples::locked(), [&](UnlockDialog& shown, UnlockWork::Done<KeysOutcome>&) {
    send(shown);
    QEventLoop loop;
    QTimer::singleShot(400, &loop, &QEventLoop::quit);
    loop.exec();
  });
}

void receipts(const Shoot& shoot) {
  const auto show = [&shoot](const char* name, const Result<Receipt>& receipt,
                             const BrokerToken& token) {
    auto* dialog = new ReceiptDialog(receipt, token);
    dialog->show();
    settle();
    shoot(*dialog, QStringLiteral("receipt-") + QString::fromLatin1(name));
    dialog->close();
    settle();
  };
  BrokerToken shown = samples::fresh();
  Result<Receipt> receipt = parse_receipt(samples::kReceipt);
  if (receipt) receipt->u2f_certificate = samples::kCertificate;
  shown.presented = HostKey{"ssh-ed25519", samples::kReceiptKey};
  show("matches", receipt, shown);
  shown.presented->fingerprint = samples::kOtherFingerprint;
  show("other-key", receipt, shown);
  show("other-token", receipt, samples::home());
  BrokerToken changed = samples::host_key_changed();
  changed.presented->fingerprint = samples::kReceiptKey;
  show("replaces", receipt, changed);
  show("unreadable", parse_receipt("not a receipt"), shown);
}

void guide(const Shoot& shoot) {
  samples::Stage stage;
  const WindowWork work = stage.work();
  GuideWork guide;
  guide.trust = [](const std::string&, const GuideWork::Done<BrokerToken>& done) {
    done(samples::locked());
  };
  guide.rename = [](const QString&, const GuideWork::Done<BrokerToken>& done) {
    done(samples::locked());
  };
  guide.set_compared = work.set_compared;
  guide.list = work.list_identities;
  guide.try_all = work.try_identities;
  auto* dialog = new FirstContact(guide, samples::fresh(), {}, {});
  dialog->show();
  settle();
  type(dialog->findChild<QLineEdit*>(), QStringLiteral("Work token"));
  shoot(*dialog, QStringLiteral("guide-1-meet"));
  const auto press_next = [&] {
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
      if (button->isDefault()) button->click();
    }
    settle();
  };
  press_next();
  shoot(*dialog, QStringLiteral("guide-2-compare"));
  const auto choices = dialog->findChildren<QRadioButton*>();
  choices.at(1)->click();
  shoot(*dialog, QStringLiteral("guide-2-different"));
  choices.at(0)->click();
  press_next();
  shoot(*dialog, QStringLiteral("guide-3-connect"));
  dialog->close();
  receipts(shoot);
  auto* rename = new RenameDialog(QStringLiteral("Work token"), QStringLiteral("A1B2C3D4"),
                                  {QStringLiteral("Home token")});
  rename->show();
  shoot(*rename, QStringLiteral("rename"));
  rename->close();
  settle();
}

void popup(const Shoot& shoot) {
  const auto ask = [&shoot](const char* name, const PresenceRequest& request, bool confirming) {
    PresencePopup popup;
    popup.ask(QStringLiteral("Work token"), request);
    if (confirming) popup.showConfirming();
    settle();
    shoot(popup, QStringLiteral("popup-") + QString::fromLatin1(name));
  };
  ask("known", *samples::presence().presence, false);
  ask("unknown", *samples::presence_unknown().presence, false);
  PresenceRequest old = *samples::presence().presence;
  old.site.reset();
  old.application.reset();
  old.asker.reset();
  ask("original-firmware", old, false);
  ask("confirming", *samples::presence().presence, true);
}

}  // namespace

void settle() {
  for (int i = 0; i < 3; ++i) {
    QThreadPool::globalInstance()->waitForDone();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
  }
}

void wait_until_enabled(const QWidget& button) {
  while (!button.isEnabled())
    QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  settle();
}

void every_screen(const Shoot& shoot) {
  pages(shoot, {960, 680}, QString());
  passkeys(shoot);
  states(shoot);
  unlock(shoot);
  guide(shoot);
  popup(shoot);
  every_moment(shoot);
}

void every_page(const Shoot& shoot, QSize size, const QString& suffix) {
  pages(shoot, size, suffix);
}

}  // namespace gokeyctl::gui::scenes
