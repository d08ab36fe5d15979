// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a person does in the window.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QUrl>
#include <algorithm>
#include <utility>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/pinentry_unlock.h"
#include "gui/dialogs/rename_dialog.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/models/texts.h"
#include "gui/pages/console_page.h"
#include "gui/pages/doctor_page.h"
#include "gui/pages/fido_page.h"
#include "gui/pages/key_texts.h"
#include "gui/pages/notice_pages.h"
#include "gui/pages/openpgp_page.h"
#include "gui/pages/overview_page.h"
#include "gui/pages/settings_page.h"
#include "gui/pages/trust_pages.h"
#include "gui/widgets/async.h"
#include "gui/widgets/busy_bar.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/text.h"
#include "gui/window/main_window.h"
#include "gui/window/token_list.h"

namespace gokeyctl::gui {

// Shows why it did not work, if it did not.
template <typename T>
Desk::Done<T> MainWindow::failing() {
  return [this](const Result<T>& result) {
    if (!result) fail(result.error());
  };
}

void MainWindow::connectPages() {
  connect(token_list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (index.isValid() && !dressing_)
              choose(Place::kTokens, index.data(TokenListModel::kIdRole).toString());
          });
  connect(place_list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (!index.isValid() || dressing_) return;
            if (index.row() == 0) {
              openDoctor();
            } else {
              openSettings();
            }
          });
  connect(token_picker_, qOverload<int>(&QComboBox::activated), this, [this](int at) {
    const QString item = token_picker_->itemData(at).toString();
    if (item == QStringLiteral("\n doctor")) {
      openDoctor();
    } else if (item == QStringLiteral("\n settings")) {
      openSettings();
    } else {
      choose(Place::kTokens, item);
    }
  });
  connect(tabs_, &QTabBar::currentChanged, this,
          [this](int at) { showView(static_cast<View>(at)); });
  connect(tab_picker_, qOverload<int>(&QComboBox::activated), this, [this](int at) {
    showView(static_cast<View>(at));
    dress();  // back, if that page cannot be had now
  });

  connect(main_button_, &QPushButton::clicked, this, &MainWindow::mainAction);
  connect(refresh_, &QPushButton::clicked, this, &MainWindow::refresh);
  connect(copy_list_, &QPushButton::clicked, this, [this] {
    console_->copyList();
    say(tr("Copied"));
  });
  connect(copy_report_, &QPushButton::clicked, this,
          [this] { copy_and_say(copy_report_, doctor_->report()); });
  connect(check_again_, &QPushButton::clicked, this, [this] { doctor_->start(); });
  connect(open_file_, &QAbstractButton::clicked, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(settings_.file())); });
  connect(restore_, &QAbstractButton::clicked, this, [this] {
    ask(tr("Restore the default settings?"), tr("Those of gokeyctl alone stay as they are."),
        tr("Restore"), tr("Keep"), [this] { settings_page_->restoreDefaults(); });
  });
  connect(doctor_, &DoctorPage::summaryChanged, this, [this] {
    dressHeader();
    dressFoot();
  });

  for (TokenPage* page : std::initializer_list<TokenPage*>{overview_, openpgp_}) {
    connect(page, &TokenPage::unlockWanted, this,
            [this](Scope scope) { openUnlock(token_, scope); });
    connect(page, &TokenPage::lockWanted, this, [this](Scope scope) { lock(scope); });
    connect(page, &TokenPage::doctorWanted, this, &MainWindow::openDoctor);
  }
  connect(busy_, &BusyBar::shownChanged, this, &MainWindow::dressPage);
  connect(openpgp_, &OpenPgpPage::reading, this, [this](bool running) {
    refreshing_ += running ? 1 : -1;
    dressFoot();
  });
  connect(overview_, &OverviewPage::confirmWanted, this,
          [this](quint64 number) { desk_.confirmPresence(token_, number, this, failing<void>()); });
  connect(overview_, &OverviewPage::dismissWanted, this,
          [this](quint64 number) { desk_.dismissPresence(token_, number); });
  connect(fido_, &FidoPage::initWanted, this, [this](bool presence_test) {
    desk_.initFido(token_, presence_test, this, [this](const Result<TokenStatus>& result) {
      if (!result) fido_->setError(result.error());
    });
  });
  connect(trust_, &TrustPage::forgetWanted, this, [this] {
    desk_.forgetHostKey(token_, this, [this](const Result<void>& result) {
      if (!result) trust_->setError(result.error());
    });
  });
  connect(trust_, &TrustPage::guideWanted, this, [this] { openGuide(token_); });
  connect(trust_, &TrustPage::comparedKey, this, &MainWindow::noteCompared);
  const auto import = [this] { importReceipt(token_, this, {}); };
  connect(trust_, &TrustPage::receiptWanted, this, import);
  connect(changed_, &HostKeyChangedPage::receiptWanted, this, import);
  connect(no_token_, &NoTokenPage::doctorWanted, this, &MainWindow::openDoctor);
  connect(no_token_, &NoTokenPage::simulatorWanted, this, &MainWindow::simulatorWanted);
  connect(factory_, &FactoryPage::guideWanted, this, &MainWindow::openHelp);

  connect(question_yes_, &QPushButton::clicked, this, [this] {
    question_->hide();
    if (const auto action = std::exchange(question_action_, nullptr)) action();
  });
  connect(question_no_, &QPushButton::clicked, question_, &QWidget::hide);
  connect(error_, &InlineMessage::buttonClicked, this, &MainWindow::openDoctor);
  connect(tray_notice_, &InlineMessage::buttonClicked, this, &MainWindow::openDoctor);
  connect(bus_notice_, &InlineMessage::buttonClicked, this, &MainWindow::openDoctor);
  connect(name_notice_, &InlineMessage::buttonClicked, this, [this] { openRename(token_); });
  QPushButton* lock_and_quit = quit_question_->addButton(tr("Lock and quit"));
  QPushButton* just_quit = quit_question_->addButton(tr("Quit"));
  QPushButton* stay = quit_question_->addButton(tr("Cancel"));
  lock_and_quit->setDefault(true);
  lock_and_quit->setObjectName(QStringLiteral("lockAndQuit"));
  connect(stay, &QPushButton::clicked, quit_question_, &QWidget::hide);
  connect(just_quit, &QPushButton::clicked, this, &MainWindow::quit);
  connect(lock_and_quit, &QPushButton::clicked, this, [this] {
    desk_.lockAll(LockReason::kAsked, LockWhich::kEveryKey, this,
                  [this](const Result<std::size_t>& result) {
                    // Quitting over what could not be locked would say that it is.
                    if (!result) return fail(result.error());
                    quit();
                  });
  });
}

MainWindow::MainAction MainWindow::mainActionOf(const BrokerToken& token) const {
  if (token.known && token.problem && token.problem->code == Code::kHostKey)
    return view_ == View::kTrust ? MainAction::kCopyDetails : MainAction::kLookCloser;
  if (!token.known && token.presented) return MainAction::kWelcome;
  if (token.connecting && !token.status) {
    const auto waited = desk_.connectingFor(QString::fromStdString(token.id));
    return waited && *waited >= kPatience ? MainAction::kCancel : MainAction::kNone;
  }
  switch (token.state) {
    case TokenState::kUnreachable:
      return was_stopped(token) ? MainAction::kConnect : MainAction::kDoctor;
    case TokenState::kBootRom:
      return MainAction::kWhatToDo;
    case TokenState::kNotInitialised:
      if (token.status && token.status->token.state == LifeCycle::kFactory)
        return view_ == View::kOverview ? MainAction::kNone : MainAction::kSetUp;
      if (token.status && token.status->token.state == LifeCycle::kDamaged)
        return MainAction::kNone;  // the page names the way out
      [[fallthrough]];
    case TokenState::kLocked:
      return mayUnlock(token) ? MainAction::kUnlock : MainAction::kNone;
    case TokenState::kUnlocked:
      return MainAction::kLock;
    case TokenState::kAttention:
      if (token.known && token.problem && token.problem->code == Code::kSshAuth)
        return MainAction::kChooseKey;
      if (token.problem) return MainAction::kDoctor;
      return MainAction::kWhatToDo;
    case TokenState::kNoToken:
    case TokenState::kWorking:
    case TokenState::kPresenceRequested:
      break;
  }
  return MainAction::kNone;
}

QString MainWindow::main_label(MainAction action) {
  switch (action) {
    case MainAction::kNone:
      return {};
    case MainAction::kUnlock:
      return tr("&Unlock…");
    case MainAction::kLock:
      return tr("&Lock now");
    case MainAction::kDoctor:
      return tr("Run Doctor…");
    case MainAction::kWhatToDo:
      return tr("What to do…");
    case MainAction::kLookCloser:
      return tr("Look closer…");
    case MainAction::kCopyDetails:
      return tr("Copy details");
    case MainAction::kWelcome:
      return tr("Welcome it…");
    case MainAction::kChooseKey:
      return tr("Choose a key…");
    case MainAction::kCancel:
      return tr("Cancel");
    case MainAction::kConnect:
      return tr("Connect");
    case MainAction::kSetUp:
      break;
  }
  return tr("What set-up needs…");
}

void MainWindow::mainAction() {
  const BrokerToken* token = current();
  if (token == nullptr) return;
  switch (mainActionOf(*token)) {
    case MainAction::kNone:
      return;
    case MainAction::kUnlock:
      return openUnlock(token_, default_scope());
    case MainAction::kLock:
      return lock(Scope::kAll);
    case MainAction::kDoctor:
      return openDoctor();
    case MainAction::kWhatToDo:
      return whatToDo();
    case MainAction::kLookCloser:
      return showView(View::kTrust);
    case MainAction::kCopyDetails:
      return copy_and_say(main_button_, changed_->details());
    case MainAction::kWelcome:
      return openGuide(token_);
    case MainAction::kChooseKey:
      return chooseKey();
    case MainAction::kSetUp:
      return showView(View::kOverview);
    case MainAction::kCancel:
      return desk_.stopConnecting(token_, this, failing<BrokerToken>());
    case MainAction::kConnect:
      return refresh();
  }
}

Scope MainWindow::default_scope() const {
  if (settings_.isOn(keys::kUnlockBoth)) return Scope::kAll;
  const BrokerToken* token = current();
  if (token == nullptr || !token->status) return Scope::kSignature;
  // What is locked; signing first.
  const std::vector<KeyUse> open = unlocked_keys(*token);
  const bool signing = std::ranges::find(open, KeyUse::kSignature) != open.end();
  const bool has_decryption = token->status->key(KeyUse::kDecryption) != nullptr;
  return signing && has_decryption ? Scope::kDecryption : Scope::kSignature;
}

void MainWindow::openUnlock(const QString& id, Scope scope) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  if (unlock_ && unlock_->tokenId() == id) {
    unlock_->setScope(scope);
    unlock_->raise();
    unlock_->activateWindow();
    return;
  }
  if (unlock_) unlock_->close();
  // While no try is allowed, or another question is open, our dialog says so and waits.
  const bool can_try = !token->presence && !is_blocked(*token);
  if (settings_.value(keys::kPinentry) == QLatin1String("always") && can_try) {
    unlockByPinentry(*token, scope);
    return;
  }
  // A window of its own, not a child that stays with a hidden parent.
  showUnlock(new UnlockDialog(unlockWork(id), *token, scope, settings_.value(keys::kKeepUnlocked),
                              isVisible() ? this : nullptr));
}

void MainWindow::showUnlock(UnlockDialog* dialog) {
  unlock_ = dialog;
  connect(dialog, &UnlockDialog::helpWanted, this, [this] {
    present();
    whatToDo();
  });
  connect(dialog, &UnlockDialog::announced, this, &MainWindow::say);
  dialog->show();
  dialog->raise();
  dialog->activateWindow();
}

void MainWindow::unlockByPinentry(const BrokerToken& token, Scope scope) {
  if (pinentry_) return;  // one question at a time
  pinentry_ =
      new PinentryUnlock(work_.ask_pinentry, settings_.value("pinentry-program").toStdString(),
                         unlockWork(QString::fromStdString(token.id)), token, scope,
                         hold_of(settings_.value(keys::kKeepUnlocked)), this);
  connect(pinentry_, &PinentryUnlock::failed, this, &MainWindow::fail);
}

UnlockWork MainWindow::unlockWork(const QString& id) {
  UnlockWork work;
  work.unlock = [this, id](Scope keys, Secret passphrase, Hold hold,
                           UnlockWork::Done<KeysOutcome> done) {
    desk_.unlock(id, keys, std::move(passphrase), hold, this, std::move(done));
  };
  work.cancel_unlock = [this, id] { desk_.cancelUnlock(id); };
  work.shorten = [this, id](Hold hold, UnlockWork::Done<BrokerToken> done) {
    desk_.shorten(id, hold, this, std::move(done));
  };
  work.lock = [this, id](Scope keys, UnlockWork::Done<KeysOutcome> done) {
    desk_.lock(id, keys, this, std::move(done));
  };
  return work;
}

void MainWindow::closeSecrets() {
  if (unlock_) unlock_->reject();
  if (pinentry_) pinentry_->stop();
  fido_->closeSecrets();
}

void MainWindow::openRename(const QString& id) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  QStringList taken;
  for (const BrokerToken& other : desk_.tokens()) {
    if (other.id != token->id && other.nickname) taken << name_of(other);
  }
  auto* dialog = new RenameDialog(name_of(*token), short_id(*token), taken, this);
  connect(dialog, &RenameDialog::renameWanted, this, [this, id](const QString& name) {
    desk_.rename(id, name, this, failing<BrokerToken>());
  });
  dialog->show();
}

void MainWindow::chooseKey() {
  run_beside<Result<std::optional<TrustEntry>>>(
      this, [read = work_.read_trust, token = *current()] { return read(token); },
      [this, id = token_](const Result<std::optional<TrustEntry>>& pinned) {
        if (!pinned) return fail(pinned.error());
        openGuide(id, *pinned ? (*pinned)->fingerprint : std::string());
      });
}

void MainWindow::openGuide(const QString& id, const std::string& pinned) {
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return;
  if (guide_ && guide_->tokenId() == id) {
    guide_->raise();
    guide_->activateWindow();
    return;
  }
  if (guide_) guide_->close();
  GuideWork work;
  work.trust = [this, id](const std::string& fingerprint, GuideWork::Done<BrokerToken> done) {
    desk_.trustHostKey(id, QString::fromStdString(fingerprint), this, std::move(done));
  };
  work.rename = [this, id](const QString& name, GuideWork::Done<BrokerToken> done) {
    desk_.rename(id, name, this, std::move(done));
  };
  work.use_identity = [this](const std::filesystem::path& file) {
    return settings_.set("identity", QString::fromStdString(file.string()));
  };
  work.try_unlocking = [this, id] {
    const BrokerToken* tried = desk_.token(guide_ ? guide_->tokenId() : id);
    if (tried == nullptr) return;
    if (unlock_) unlock_->close();
    // For one minute, whatever the person usually wants.
    showUnlock(new UnlockDialog(unlockWork(QString::fromStdString(tried->id)), *tried,
                                Scope::kSignature, QStringLiteral("1m"),
                                guide_ ? static_cast<QWidget*>(guide_) : this));
  };
  work.import_receipt = [this, id](std::function<void(const BrokerToken&)> then) {
    importReceipt(guide_ ? guide_->tokenId() : id, guide_, then);
  };
  work.set_compared = work_.set_compared;
  work.list = work_.list_identities;
  work.try_all = work_.try_identities;
  work.from_file = work_.identity_from_file;
  work.create = work_.create_identity;
  QStringList taken;
  for (const BrokerToken& other : desk_.tokens()) {
    if (other.id != token->id && other.nickname) taken << name_of(other);
  }
  guide_ = new FirstContact(std::move(work), *token, taken, pinned, isVisible() ? this : nullptr);
  // With the key that was chosen, which the broker does not try by itself.
  connect(guide_, &QDialog::accepted, this, [this, guide = guide_.data()] {
    desk_.refresh(guide->tokenId(), this, failing<BrokerToken>());
  });
  guide_->show();
}

void MainWindow::lock(Scope scope) {
  main_button_->setEnabled(false);
  desk_.lock(token_, scope, this, [this](const Result<KeysOutcome>& result) {
    main_button_->setEnabled(true);
    if (!result) fail(result.error());
  });
}

void MainWindow::lockAll() {
  desk_.lockAll(LockReason::kAsked, LockWhich::kEveryKey, this, failing<std::size_t>());
}

void MainWindow::refresh() {
  if (place_ == Place::kDoctor) {
    doctor_->start();
    return;
  }
  if (place_ != Place::kTokens || current() == nullptr) return;
  openpgp_->refresh();
  fido_->refresh();
  trust_read_for_.clear();
  readTrust();
  ++refreshing_;
  stale_timer_.start();
  dressFoot();
  desk_.refresh(token_, this, [this, id = token_](const Result<BrokerToken>& result) {
    --refreshing_;
    stale_timer_.stop();
    if (result) stale_ = false;
    if (!result && id == token_) fail(result.error());
    dressFoot();
    dressPage();
  });
}

void MainWindow::identify() {
  const BrokerToken* token = current();
  if (token == nullptr || !token->hid_node) return;
  run_beside<Result<void>>(
      this, [identify = work_.identify, node = *token->hid_node] { return identify(node); },
      [this](Result<void> result) {
        if (!result) fail(result.error());
      });
}

void MainWindow::copyShortId() {
  if (const BrokerToken* token = current()) QApplication::clipboard()->setText(short_id(*token));
  say(tr("Copied"));
}

void MainWindow::ask(const QString& strong, const QString& rest, const QString& yes,
                     const QString& no, const std::function<void()>& action) {
  question_->setMessage(InlineMessage::Kind::kWarning, strong, rest);
  question_yes_->setText(yes);
  question_no_->setText(no);
  question_action_ = action;
  question_->show();
  question_no_->setFocus();
}

void MainWindow::askRestart() {
  const BrokerToken* token = current();
  if (token == nullptr) return;
  ask(tr("Restart %1?").arg(name_of(*token)), tr("Its subkeys are locked by that."), tr("Restart"),
      tr("Cancel"), [this, id = token_] { desk_.reboot(id, this, failing<void>()); });
}

void MainWindow::askForget() {
  const BrokerToken* token = current();
  if (token == nullptr) return;
  ask(tr("Forget the host key of %1?").arg(name_of(*token)),
      tr("The next time you will be asked to compare it again."), tr("Forget"), tr("Keep"),
      [this, id = token_] { desk_.forgetHostKey(id, this, failing<void>()); });
}

void MainWindow::fail(const Error& error) {
  if (error.code == Code::kCancelled) return;  // it was the person who did
  const BrokerToken* token = current();
  error_->setError(error, problem_sentence(error, token != nullptr ? name_of(*token) : QString()));
  const bool doctor = error.code == Code::kUnreachable || error.code == Code::kNoPermission ||
                      error.code == Code::kBusy;
  error_->setButton(doctor ? tr("Run Doctor…") : QString());
  error_->show();
}

void MainWindow::warn(const QString& title, const QString& text) {
  error_->setMessage(InlineMessage::Kind::kWarning, full_sentence(title), text);
  error_->setButton(QString());
  error_->setDetails(QString());
  error_->show();
  present();
}

void MainWindow::whatToDo() {
  const BrokerToken* token = current();
  if (token == nullptr) return;
  if (token->state == TokenState::kBootRom) {
    error_->setMessage(InlineMessage::Kind::kInfo, tr("The token waits for firmware."),
                       tr("Unplug it and plug it in again. If it still waits, it has to be "
                          "flashed by whoever set it up."),
                       QStringLiteral("wrong-mode"));
  } else {
    error_->setMessage(
        InlineMessage::Kind::kInfo, tr("No tries left."),
        token->status && token->status->token.dialect == Dialect::kClassic
            ? tr("Restart the token: unplug it and plug it in again. Then it allows tries again.")
            : tr("Leave the token plugged in until the next try is possible. Restarting it begins "
                 "the wait anew."));
  }
  error_->setButton(QString());
  error_->setDetails(QString());
  error_->show();
}

void MainWindow::openHelp() {
  const QString file = QDir::cleanPath(QString::fromStdString(work_.guide.string()));
  if (QFile::exists(file) && QDesktopServices::openUrl(QUrl::fromLocalFile(file))) return;
  error_->setMessage(InlineMessage::Kind::kInfo,
                     QFile::exists(file) ? tr("This desktop has no program that shows the guide.")
                                         : tr("The guide is not installed."),
                     tr("It is the file %1.").arg(ltr(file)));
  error_->setButton(QString());
  error_->setDetails(QString());
  error_->show();
}

void MainWindow::askQuit() {
  QStringList open;
  for (const BrokerToken& token : desk_.tokens()) {
    const std::vector<KeyUse> keys = unlocked_keys(token);
    if (keys.empty()) continue;
    const QString held = held_text(token, keys);
    open << (held.isEmpty()
                 ? tr("%1 is unlocked.").arg(name_of(token))
                 : tr("%1 is unlocked %2.", "name, until 14:12").arg(name_of(token), held));
  }
  if (open.isEmpty()) {
    quit();
    return;
  }
  quit_question_->setMessage(InlineMessage::Kind::kWarning, tr("Lock before quitting?"),
                             open.join(QLatin1Char(' ')));
  quit_question_->show();
  present();
  if (auto* lock_and_quit = quit_question_->findChild<QPushButton*>(QStringLiteral("lockAndQuit")))
    lock_and_quit->setFocus();
}

void MainWindow::quit() {
  quitting_ = true;
  closeSecrets();
  emit quitWanted();
}

void MainWindow::setTray(bool there) {
  tray_ = there;
  settings_page_->setTray(there);
  checkDesktop();
  if (there) tray_notice_->hide();
  if (there || std::exchange(tray_told_, true)) return;
  const std::string file = (settings_.paths().state / "window.ini").string();
  QSettings(QString::fromStdString(file), QSettings::IniFormat)
      .setValue(QStringLiteral("tray-told"), true);
  tray_notice_->setMessage(InlineMessage::Kind::kWarning, tr("No tray on this desktop."),
                           tr("Closing this window quits. Notifications still work."));
  tray_notice_->setButton(tr("How to get one…"));
  tray_notice_->setClosable(true);
  tray_notice_->show();
}

void MainWindow::setDesktop(bool bus, bool notifications) {
  desktop_ = DesktopServices{.bus = bus, .tray = tray_, .notifications = notifications};
  checkDesktop();
  if (bus) return;
  // At every start: the screen may be locked and nothing here notices.
  bus_notice_->setMessage(InlineMessage::Kind::kWarning, tr("No desktop bus."),
                          tr("Notifications, screen-lock detection and single start are off."));
  bus_notice_->setButton(tr("What to do…"));
  bus_notice_->setClosable(true);
  bus_notice_->show();
}

void MainWindow::checkDesktop() {
  if (!desktop_) return;
  desktop_->tray = tray_;
  doctor_->setOwnChecks(desktop_checks(*desktop_));
}

void MainWindow::setShortcuts(bool there) { settings_page_->setShortcuts(there); }

void MainWindow::setSimulator(bool available) { no_token_->setSimulator(available); }

}  // namespace gokeyctl::gui
