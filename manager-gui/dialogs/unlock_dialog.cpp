// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/unlock_dialog.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "gui/models/texts.h"
#include "gui/widgets/accessible.h"
#include "gui/widgets/app_icon.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/secret_edit.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kBusyAfterMs = 300;
constexpr int kSlowAfterMs = 5000;
constexpr int kWidth = 64;  // average characters

std::vector<KeyUse> uses_of(Scope scope) {
  switch (scope) {
    case Scope::kSignature:
      return {KeyUse::kSignature};
    case Scope::kDecryption:
      return {KeyUse::kDecryption};
    case Scope::kAll:
      break;
  }
  return {KeyUse::kSignature, KeyUse::kDecryption};
}

std::optional<int> number_in(const Error& error, const char* key) {
  const auto found = error.details.find(key);
  if (found == error.details.end()) return std::nullopt;
  bool ok = false;
  const int value = text(found->second).toInt(&ok);
  return ok ? std::optional(value) : std::nullopt;
}

const QString kFail = QStringLiteral("check-fail");
const QString kWarn = QStringLiteral("check-warn");
const QString kIdle = QStringLiteral("working");

}  // namespace

void fill_holds(QComboBox* combo) {
  combo->addItem(UnlockDialog::tr("for %Ln minute(s)", "", 1), QStringLiteral("1m"));
  combo->addItem(UnlockDialog::tr("for %Ln minute(s)", "", 10), QStringLiteral("10m"));
  combo->addItem(UnlockDialog::tr("for %Ln hour(s)", "", 1), QStringLiteral("1h"));
  combo->addItem(UnlockDialog::tr("for %Ln hour(s)", "", 8), QStringLiteral("8h"));
  combo->addItem(UnlockDialog::tr("until the screen locks"), QStringLiteral("screen-lock"));
  combo->addItem(UnlockDialog::tr("until unplugged"), QStringLiteral("unplug"));
}

Hold hold_of(const QString& setting) {
  using std::chrono::hours;
  using std::chrono::minutes;
  if (setting == QLatin1String("screen-lock")) return {Hold::Kind::kUntilScreenLock, {}};
  if (setting == QLatin1String("unplug")) return {Hold::Kind::kUntilUnplugged, {}};
  if (setting == QLatin1String("1m")) return {Hold::Kind::kFor, minutes(1)};
  if (setting == QLatin1String("1h")) return {Hold::Kind::kFor, hours(1)};
  if (setting == QLatin1String("8h")) return {Hold::Kind::kFor, hours(8)};
  return {Hold::Kind::kFor, minutes(10)};
}

std::optional<KeyUse> key_left_locked(const KeysOutcome& outcome) {
  // Authentication opens with decryption and is not asked for by itself.
  const auto left = std::ranges::find_if(outcome.failed,
                                         [](KeyUse use) { return use != KeyUse::kAuthentication; });
  return left == outcome.failed.end() ? std::nullopt : std::optional(*left);
}

QString other_passphrase_text(const KeysOutcome& outcome, KeyUse failed) {
  QString words = failed == KeyUse::kDecryption
                      ? UnlockDialog::tr("Signing is unlocked. Decryption has another passphrase.")
                      : UnlockDialog::tr("Decryption is unlocked. Signing has another passphrase.");
  if (outcome.status.openpgp.tries_left) {
    words += QLatin1Char(' ') +
             UnlockDialog::tr("%1.", "3 tries left")
                 .arg(tries_text(static_cast<int>(*outcome.status.openpgp.tries_left)));
  }
  return words;
}

UnlockDialog::UnlockDialog(UnlockWork work, const BrokerToken& token, Scope scope,
                           const QString& hold, QWidget* parent)
    : QDialog(parent),
      work_(std::move(work)),
      token_(token),
      heading_(new Label(TextSize::kTitle)),
      short_id_(new Label(TextSize::kNormal, Tone::kDim)),
      subkeys_(new QButtonGroup(this)),
      subkey_label_(new Label(tr("Subkey"), TextSize::kNormal, Tone::kDim)),
      passphrase_label_(new Label(tr("Passphrase"), TextSize::kNormal, Tone::kDim)),
      passphrase_(new SecretEdit),
      status_symbol_(new Symbol),
      status_(new Label(TextSize::kSmall, Tone::kDim)),
      help_(new LinkButton(tr("What to do…"))),
      hold_(new QComboBox),
      unlock_(nullptr) {
  setWindowTitle(tr("Unlock – GoKey Manager"));
  setObjectName(QStringLiteral("unlockDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  build();
  const int at = hold_->findData(hold);
  hold_->setCurrentIndex(at < 0 ? 1 : at);
  busy_.setSingleShot(true);
  busy_.setInterval(kBusyAfterMs);
  slow_.setSingleShot(true);
  slow_.setInterval(kSlowAfterMs);
  second_.setInterval(1000);
  connect(&busy_, &QTimer::timeout, this, [this] {
    waiting_ = Waiting::kShown;
    updateFields();
  });
  connect(&slow_, &QTimer::timeout, this, [this] {
    waiting_ = Waiting::kLong;
    updateFields();
  });
  connect(&second_, &QTimer::timeout, this, &UnlockDialog::tick);
  setScope(scope);
  setToken(token);
  passphrase_->setFocus();
}

void UnlockDialog::build() {
  auto* words = new QVBoxLayout;
  words->setSpacing(gap::kHair);
  words->addWidget(heading_);
  words->addWidget(short_id_);
  auto* top = new QHBoxLayout;
  top->setSpacing(gap::kPage);
  top->addWidget(new AppIcon, 0, Qt::AlignTop);
  top->addLayout(words, 1);

  auto* choices = new QWidget;
  auto* flow = new FlowLayout(choices);
  flow->setSpacing(gap::kLarge);
  for (const auto& [scope, name] : {std::pair(Scope::kSignature, scope_text(Scope::kSignature)),
                                    std::pair(Scope::kDecryption, scope_text(Scope::kDecryption)),
                                    std::pair(Scope::kAll, scope_text(Scope::kAll))}) {
    auto* button = new QRadioButton(name);
    button->setMinimumHeight(gap::kPage);
    subkeys_->addButton(button, static_cast<int>(scope));
    flow->addWidget(button);
  }
  choices->setAccessibleName(tr("Subkey"));

  passphrase_->setObjectName(QStringLiteral("passphrase"));
  auto* column = new QVBoxLayout;
  column->setSpacing(gap::kSmall);
  auto* line = new QHBoxLayout;
  line->setSpacing(gap::kSmall);
  line->addWidget(status_symbol_, 0, Qt::AlignTop);
  line->addWidget(status_, 1);
  line->addWidget(help_, 0, Qt::AlignTop);
  column->addWidget(passphrase_);
  column->addLayout(line);
  status_->setObjectName(QStringLiteral("unlockStatus"));
  help_->hide();

  hold_->setAccessibleName(tr("Keep unlocked"));
  fill_holds(hold_);
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setLabelAlignment(Qt::AlignTrailing | Qt::AlignTop);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setHorizontalSpacing(gap::kLarge);
  form->setVerticalSpacing(gap::kMedium);
  auto* hold_label = new Label(tr("Keep unlocked"), TextSize::kNormal, Tone::kDim);
  // Beside the field, not in the middle of all that is below it.
  const int field = std::max(passphrase_->sizeHint().height(), hold_->sizeHint().height());
  for (Label* label : {subkey_label_, passphrase_label_, hold_label}) {
    label->setWordWrap(false);
    label->setMinimumHeight(gap::kPage);
    label->setMaximumHeight(field);
  }
  form->addRow(subkey_label_, choices);
  form->addRow(passphrase_label_, column);
  form->addRow(hold_label, hold_);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  unlock_ = buttons->addButton(tr("&Unlock"), QDialogButtonBox::AcceptRole);
  unlock_->setDefault(true);
  unlock_->setObjectName(QStringLiteral("unlockButton"));
  QPushButton* cancel = buttons->button(QDialogButtonBox::Cancel);
  cancel->setText(tr("Cancel"));
  cancel->setAutoDefault(false);  // Enter never means Cancel

  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(gap::kPage, gap::kPage, gap::kPage, gap::kLarge);
  whole->setSpacing(gap::kPage);
  whole->addLayout(top);
  whole->addLayout(form);
  whole->addStretch();
  whole->addWidget(buttons);

  for (QAbstractButton* button : subkeys_->buttons()) setTabOrder(button, passphrase_);
  setTabOrder(passphrase_, help_);
  setTabOrder(help_, hold_);
  setTabOrder(hold_, unlock_);
  setTabOrder(unlock_, cancel);

  connect(buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(subkeys_, qOverload<QAbstractButton*>(&QButtonGroup::buttonClicked), this,
          [this](QAbstractButton*) {
            outcome_.reset();
            updateFields();
          });
  connect(hold_, qOverload<int>(&QComboBox::activated), this, [this](int) { updateFields(); });
  connect(passphrase_, &SecretEdit::edited, this, [this] {
    if (!passphrase_->isEmpty()) outcome_.reset();
    too_long_ = false;
    updateFields();
  });
  connect(passphrase_, &SecretEdit::tooLong, this, [this] {
    // After edited(), which the same key caused.
    QTimer::singleShot(0, this, [this] {
      too_long_ = true;
      updateFields();
    });
  });
  connect(passphrase_, &SecretEdit::capsLockSeen, this, [this](bool on) {
    caps_lock_ = on;
    updateFields();
  });
  connect(help_, &QAbstractButton::clicked, this, &UnlockDialog::helpWanted);
}

QString UnlockDialog::tokenId() const { return text(token_.id); }

void UnlockDialog::setScope(Scope scope) {
  subkeys_->button(static_cast<int>(scope))->setChecked(true);
  updateFields();
}

Scope UnlockDialog::scope() const { return static_cast<Scope>(subkeys_->checkedId()); }

Hold UnlockDialog::hold() const { return hold_of(hold_->currentData().toString()); }

bool UnlockDialog::isOpen() const {
  const std::vector<KeyUse> open = unlocked_keys(token_);
  return std::ranges::all_of(
      uses_of(scope()), [&](KeyUse use) { return std::ranges::find(open, use) != open.end(); });
}

// As the broker judges it: shortening concerns every open key, of the scope or not.
bool UnlockDialog::isShorter() const {
  const Hold wanted = hold();
  return std::ranges::none_of(token_.held, [&](const BrokerToken::Held& held) {
    Hold now{held.kind, {}};
    if (held.until)
      now.duration =
          std::chrono::seconds(QDateTime::currentDateTime().secsTo(local_time(*held.until)));
    return ends_later(wanted, now);
  });
}

int UnlockDialog::secondsToNextTry() const {
  if (!next_try_.isValid()) return 0;
  return static_cast<int>(
      std::max<qint64>(0, (QDateTime::currentDateTime().msecsTo(next_try_) + 999) / 1000));
}

void UnlockDialog::setToken(const BrokerToken& token) {
  token_ = token;
  gone_ = !token.attached && !token.connecting;
  if (token.status && token.status->openpgp.retry_after_seconds && token.as_of) {
    next_try_ = local_time(*token.as_of)
                    .addSecs(static_cast<qint64>(*token.status->openpgp.retry_after_seconds));
  } else if (token.status) {
    next_try_ = QDateTime();
  }
  updateFields();
}

void UnlockDialog::setGone() {
  gone_ = true;
  ++attempt_;
  waiting_ = Waiting::kNo;
  busy_.stop();
  slow_.stop();
  outcome_.reset();
  passphrase_->clear();
  updateFields();
}

void UnlockDialog::accept() {
  if (!unlock_->isEnabled()) return;
  if (isOpen() && isShorter()) {
    const int mine = ++attempt_;
    work_.shorten(hold(), [this, mine](const Result<BrokerToken>& result) {
      if (mine != attempt_) return;
      if (result) return QDialog::accept();
      refused(result.error());
    });
    return;
  }
  if (passphrase_->isEmpty()) return;
  if (isOpen()) return keepLonger();
  send(passphrase_->take());
}

void UnlockDialog::keepLonger() {
  // Locked first: an unlocked subkey of the original firmware accepts any passphrase.
  const int mine = ++attempt_;
  waiting_ = Waiting::kShort;
  busy_.start();
  slow_.start();
  updateFields();
  work_.lock(scope(), [this, mine](const Result<KeysOutcome>& result) {
    if (mine != attempt_) return;
    if (!result) return answered(result);
    send(passphrase_->take());
  });
}

void UnlockDialog::send(Secret passphrase) {
  const int mine = ++attempt_;
  waiting_ = Waiting::kShort;
  busy_.start();
  slow_.start();
  outcome_.reset();
  caps_lock_ = false;
  updateFields();
  unlocking_ = true;
  work_.unlock(scope(), std::move(passphrase), hold(),
               [this, mine](const Result<KeysOutcome>& result) {
                 if (mine != attempt_) return;
                 unlocking_ = false;
                 answered(result);
               });
}

void UnlockDialog::answered(const Result<KeysOutcome>& result) {
  busy_.stop();
  slow_.stop();
  waiting_ = Waiting::kNo;
  if (!result) {
    refused(result.error());
    return;
  }
  const KeysOutcome& outcome = *result;
  token_.status = outcome.status;
  const std::optional<KeyUse> left = key_left_locked(outcome);
  if (scope() != Scope::kAll || !left) {
    emit announced(unlocked_text(uses_of(scope())));
    QDialog::accept();
    return;
  }
  const KeyUse failed = *left;
  const QString words = other_passphrase_text(outcome, failed);
  passphrase_->clear();
  setScope(failed == KeyUse::kDecryption ? Scope::kDecryption : Scope::kSignature);
  outcome_ = Status{words, kFail, Tone::kError, false};
  updateFields();
  passphrase_->setFocus();
}

void UnlockDialog::refused(const Error& error) {
  if (error.code == Code::kNoToken) {
    setGone();
    return;
  }
  const std::optional<int> tries = number_in(error, "tries_left");
  const std::optional<int> wait = number_in(error, "retry_after_seconds");
  if (wait && *wait > 0) next_try_ = QDateTime::currentDateTime().addSecs(*wait);
  if (token_.status && tries)
    token_.status->openpgp.tries_left = static_cast<std::uint32_t>(*tries);
  passphrase_->clear();
  Status status{problem_sentence(error, name_of(token_)), kFail, Tone::kError, false};
  if (error.code == Code::kWrongPassphrase) {
    status.text = tr("That is not the passphrase.");
    if (tries && *tries > 0)
      status.text += QLatin1Char(' ') + tr("%1.", "3 tries left").arg(tries_text(*tries));
  }
  outcome_ = status;
  if (error.code == Code::kRetryDelay) outcome_.reset();  // the wait itself is shown
  updateFields();
  if (passphrase_->isEnabled()) passphrase_->setFocus();
}

UnlockDialog::Status UnlockDialog::triesStatus() const {
  if (!token_.status || !token_.status->openpgp.tries_left) {
    if (!token_.status) return {};
    return {tr("Tries left: not known, the card reader is taken. A wrong passphrase counts."),
            {},
            Tone::kDim,
            false};
  }
  const auto left = static_cast<int>(*token_.status->openpgp.tries_left);
  if (left == 1) {
    return {tr("%1. After that this subkey stays locked.", "1 try left").arg(tries_text(left)),
            kWarn, Tone::kWarning, false};
  }
  return {tries_text(left), {}, Tone::kDim, false};
}

UnlockDialog::Status UnlockDialog::status() const {
  if (waiting_ == Waiting::kNo && !passphrase_->isUsable()) {
    return {tr("No protected memory is left, so a passphrase cannot be held safely. Close other "
               "programs and try again."),
            kFail, Tone::kError, false};
  }
  if (gone_) {
    return {tr("%1 was unplugged. Nothing is lost.").arg(name_of(token_)), kFail, Tone::kError,
            false};
  }
  if (waiting_ == Waiting::kLong) return {tr("The token has not answered yet."), kIdle};
  if (waiting_ == Waiting::kShown) return {tr("Checking…"), kIdle};
  if (token_.presence) {
    return {tr("Waiting: a site asks for your presence first."), kWarn, Tone::kWarning, false};
  }
  const int seconds = secondsToNextTry();
  if (seconds > 0) {
    return {tr("No tries left now. Next try possible in %1.")
                .arg(countdown(std::chrono::seconds(seconds))),
            kWarn, Tone::kWarning, false};
  }
  if (is_blocked(token_) && !token_.status->openpgp.retry_after_seconds) {
    return {tr("No tries left. The subkey stays locked until the token restarts."), kFail,
            Tone::kError, true};
  }
  if (too_long_) {
    return {tr("A passphrase has at most %Ln byte(s). Nothing of this was taken.", "",
               static_cast<int>(SecretEdit::kLongest)),
            kWarn, Tone::kWarning, false};
  }
  if (outcome_) return *outcome_;
  if (isOpen() && isShorter())
    return {tr("A shorter time needs no passphrase."), {}, Tone::kDim, false};
  Status tries = triesStatus();
  if (caps_lock_) {
    tries.text = tr("Caps Lock is on.") + QLatin1Char(' ') + tries.text;
    tries.symbol = kWarn;
  }
  return tries;
}

void UnlockDialog::updateFields() {
  if (unlock_ == nullptr || subkeys_->checkedButton() == nullptr) return;
  const bool open = isOpen();
  heading_->setText((open ? tr("Keep %1 unlocked") : tr("Unlock %1")).arg(name_of(token_)));
  const QString id = ltr(short_id(token_));
  short_id_->setSentence(tr("Short ID %1").arg(id), id);
  short_id_->setVisible(!token_.serial.empty());
  // A wait that has ended gives one try.
  if (next_try_.isValid() && secondsToNextTry() == 0 && is_blocked(token_) && token_.status) {
    token_.status->openpgp.tries_left = 1;
    token_.status->openpgp.retry_after_seconds.reset();
    next_try_ = QDateTime();
  }
  const bool delayed = secondsToNextTry() > 0;
  const bool none_left = is_blocked(token_) && !delayed;
  const bool shortening = open && isShorter();
  const bool free = waiting_ == Waiting::kNo && !gone_ && passphrase_->isUsable();
  passphrase_->setEnabled(free && !delayed && !none_left && !shortening);
  unlock_->setEnabled(free && !token_.presence &&
                      (shortening || (!delayed && !none_left && !passphrase_->isEmpty())));
  for (QAbstractButton* button : subkeys_->buttons()) button->setEnabled(free);
  hold_->setEnabled(free);
  const Status shown = status();
  showStatus(shown);
  const bool counts = delayed && isVisible();
  if (counts && !second_.isActive()) second_.start();
  if (!counts) second_.stop();
}

void UnlockDialog::tick() {
  const bool was = passphrase_->isEnabled();
  updateFields();
  if (!was && passphrase_->isEnabled()) passphrase_->setFocus();
}

void UnlockDialog::showStatus(const Status& status) {
  status_symbol_->setVisible(!status.symbol.isEmpty());
  status_symbol_->setSymbol(status.symbol, status.tone);
  status_->setText(status.text);
  status_->setTone(status.tone);
  help_->setVisible(status.help);
  QString name = tr("Passphrase");
  switch (scope()) {
    case Scope::kSignature:
      name = tr("Passphrase for signing");
      break;
    case Scope::kDecryption:
      name = tr("Passphrase for decryption");
      break;
    case Scope::kAll:
      name = tr("Passphrase for signing and decryption");
      break;
  }
  rename_accessible(passphrase_, name);
  if (passphrase_->accessibleDescription() == status.text) return;
  passphrase_->setAccessibleDescription(status.text);
  // A countdown that is read out each second drowns everything else.
  if (isVisible() && !second_.isActive()) announce(status_, status.text);
}

bool UnlockDialog::event(QEvent* event) {
  const bool answer = QDialog::event(event);
  // A longer sentence gets its lines; the dialog never shrinks under the pointer.
  if (event->type() == QEvent::LayoutRequest && isVisible())
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
  return answer;
}

void UnlockDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  updateFields();
  // No wider for a sentence that can take a second line.
  const int width = std::max(minimumSizeHint().width(), characters(kWidth));
  resize(width, layout()->totalHeightForWidth(width));
}

void UnlockDialog::done(int result) {
  ++attempt_;
  // A person who gives up must not find the key open later.
  if (std::exchange(unlocking_, false) && work_.cancel_unlock) work_.cancel_unlock();
  passphrase_->clear();
  QDialog::done(result);
}

}  // namespace gokeyctl::gui
