// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/trust_pages.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "gokeyctl/host_key.h"
#include "gui/models/texts.h"
#include "gui/pages/host_key_view.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kCardWidth = 34;  // average characters

Label* number(int n) {
  auto* label = new Label(TrustPage::tr("%1.", "number in a list").arg(QLocale().toString(n)));
  label->setWordWrap(false);
  return label;
}

// A line of a list: its mark, then its words.
QHBoxLayout* listed(Label* mark, QWidget* words) {
  auto* line = new QHBoxLayout;
  line->setSpacing(gap::kSmall);
  line->addWidget(mark, 0, Qt::AlignTop);
  line->addWidget(words, 1);
  return line;
}

QHBoxLayout* bullet(const QString& words) {
  auto* mark = new Label(QStringLiteral("•"));
  mark->setWordWrap(false);
  return listed(mark, new Label(words));
}

Card* key_card(Label* title, HostKeyText* key) {
  auto* card = new Card;
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(gap::kLarge, gap::kMedium, gap::kLarge, gap::kMedium);
  column->setSpacing(gap::kSmall);
  column->addWidget(title);
  column->addWidget(key);
  column->addStretch();
  card->addRow(inside);
  return card;
}

}  // namespace

TrustPage::TrustPage(QWidget* parent)
    : TokenPage(parent),
      verdict_(new InlineMessage),
      error_(new InlineMessage),
      view_(new HostKeyView(true)),
      advice_(new Label(tr("To check it, open this page on a second computer, or scan the code "
                           "there. All three forms say the same; one match is enough."),
                        TextSize::kNormal, Tone::kDim)),
      copy_(new QPushButton(tr("Copy fingerprint"))),
      compare_(new QPushButton(tr("Compare with scanned text…"))),
      receipt_(new QPushButton(tr("Import receipt…"))),
      forget_(new QPushButton(tr("Forget…"))),
      scan_(new QWidget),
      scanned_(new QLineEdit),
      answer_(new InlineMessage),
      question_(new InlineMessage) {
  auto* left = new FlowLayout;
  left->addWidget(copy_);
  left->addWidget(compare_);
  left->addWidget(receipt_);
  auto* buttons = new PairLayout;
  buttons->setGaps(gap::kLarge, gap::kSmall);
  buttons->add(static_cast<QLayout*>(left), 0, 1);
  buttons->add(forget_);
  buttons->setTightBelow(true);
  forget_->setAccessibleName(tr("Forget the host key…"));

  scanned_->setObjectName(QStringLiteral("scannedText"));
  scanned_->setPlaceholderText(tr("Scanned text"));
  scanned_->setAccessibleName(tr("Scanned text"));
  scanned_->setClearButtonEnabled(true);
  auto* scan = new QVBoxLayout(scan_);
  scan->setContentsMargins(0, 0, 0, 0);
  scan->setSpacing(gap::kSmall);
  scan->addWidget(scanned_);
  scan->addWidget(answer_);
  scan_->hide();
  answer_->hide();
  error_->hide();
  question_->hide();
  question_->setSymbol(QStringLiteral("page-trust"));
  QPushButton* forget = question_->addButton(tr("Forget"));
  QPushButton* keep = question_->addButton(tr("Keep"));

  column()->addWidget(verdict_);
  column()->addWidget(error_);
  column()->addWidget(view_);
  column()->addWidget(advice_);
  column()->addLayout(buttons);
  column()->addWidget(scan_);
  column()->addWidget(question_);
  column()->addStretch();

  verdict_->setObjectName(QStringLiteral("trustVerdict"));
  connect(verdict_, &InlineMessage::buttonClicked, this, [this] {
    if (token_.known) {
      noteCompared();
    } else {
      emit guideWanted();
    }
  });
  connect(receipt_, &QPushButton::clicked, this, &TrustPage::receiptWanted);
  connect(copy_, &QPushButton::clicked, this, [this] { copy_and_say(copy_, text(fingerprint())); });
  connect(compare_, &QPushButton::clicked, this, [this] {
    scan_->setVisible(!scan_->isVisible());
    if (!scan_->isVisible()) return;
    scanned_->setText(QApplication::clipboard()->text().trimmed().left(512));
    scanned_->setFocus();
    QTimer::singleShot(0, this, [this] { ensureWidgetVisible(scan_); });
  });
  connect(scanned_, &QLineEdit::textChanged, this, &TrustPage::compare);
  connect(forget_, &QPushButton::clicked, this, [this] {
    question_->setMessage(InlineMessage::Kind::kWarning,
                          tr("Forget the host key of %1?").arg(name_of(token_)),
                          tr("The next time you will be asked to compare it again."));
    question_->show();
    QTimer::singleShot(0, this, [this] { ensureWidgetVisible(question_); });
  });
  connect(forget, &QPushButton::clicked, this, [this] {
    question_->hide();
    emit forgetWanted();
  });
  connect(keep, &QPushButton::clicked, this, [this] {
    question_->hide();
    forget_->setFocus();
  });
}

std::string TrustPage::fingerprint() const {
  if (token_.presented) return token_.presented->fingerprint;
  if (token_.status && token_.status->token.host_key) return *token_.status->token.host_key;
  return entry_ ? entry_->fingerprint : std::string();
}

void TrustPage::setToken(const BrokerToken& token) {
  if (token.id != token_.id) {
    scan_->hide();
    question_->hide();
    error_->hide();
    entry_.reset();
  }
  token_ = token;
  showVerdict();
}

void TrustPage::setEntry(const std::optional<TrustEntry>& entry) {
  entry_ = entry;
  showVerdict();
}

void TrustPage::setError(const Error& error) {
  error_->setError(error, problem_sentence(error, name_of(token_)));
  error_->setClosable(true);
  error_->show();
}

void TrustPage::noteCompared() {
  if (entry_ && entry_->fingerprint == fingerprint()) emit comparedKey(text(fingerprint()));
}

void TrustPage::showVerdict() {
  const std::string key = fingerprint();
  view_->setVisible(!key.empty());
  advice_->setVisible(!key.empty());
  copy_->setVisible(!key.empty());
  compare_->setVisible(!key.empty());
  forget_->setVisible(token_.known);
  receipt_->setVisible(!key.empty() && token_.trust != TrustClass::kStrict &&
                       token_.trust != TrustClass::kPerBoot);
  if (!key.empty()) view_->setKey(key, token_.serial);
  verdict_->setButton(QString());
  if (token_.trust == TrustClass::kPerBoot) {
    verdict_->setMessage(InlineMessage::Kind::kWarning,
                         tr("This unit makes a new host key at every start,"),
                         entry_ && entry_->allow_unauthenticated_unlock
                             ? tr("so it cannot be recognised. Unlocking it was allowed all the "
                                  "same.")
                             : tr("so it cannot be recognised. Unlocking is off for it."));
    return;
  }
  if (!token_.known) {
    verdict_->setMessage(InlineMessage::Kind::kWarning, tr("This token is new here."),
                         tr("Compare its host key before you use it."));
    verdict_->setButton(tr("Welcome it…"));
    return;
  }
  const QDateTime since = entry_ ? local_time(entry_->first_seen) : QDateTime();
  if (is_not_compared(token_, entry_)) {
    verdict_->setMessage(InlineMessage::Kind::kWarning, tr("Nobody has compared this host key."),
                         since.isValid()
                             ? tr("It is the one seen first, on %1, and has not changed since.")
                                   .arg(long_date(since))
                             : tr("It has not changed since it was seen first."));
    verdict_->setButton(tr("I have compared it"));
    return;
  }
  const QDateTime compared = entry_ ? local_time(entry_->compared) : QDateTime();
  QString how;
  if (token_.trust == TrustClass::kStrict && since.isValid()) {
    how = tr("Its host key is the one pinned on %1, from the provisioning receipt.")
              .arg(long_date(since));
  } else if (compared.isValid()) {
    how = tr("Its host key was compared on %1.").arg(long_date(compared));
  }
  verdict_->setMessage(InlineMessage::Kind::kGood, tr("This is the token you know."), how);
}

void TrustPage::compare() {
  const QString pasted = scanned_->text().trimmed();
  answer_->setVisible(!pasted.isEmpty());
  if (pasted.isEmpty()) return;
  const Result<bool> same = is_scanned_host_key(fingerprint(), pasted.toStdString());
  if (!same) {
    answer_->setMessage(
        InlineMessage::Kind::kWarning, tr("That is not a host key."),
        tr("Paste the whole text of the code, the fingerprint, or the twelve words."));
  } else if (*same) {
    answer_->setMessage(InlineMessage::Kind::kGood, tr("The same."), QString());
    if (is_not_compared(token_, entry_)) noteCompared();
  } else {
    answer_->setMessage(InlineMessage::Kind::kError, tr("Different:"),
                        tr("this is not the key that was scanned."));
  }
  QTimer::singleShot(0, this, [this] { ensureWidgetVisible(scan_); });
}

HostKeyChangedPage::HostKeyChangedPage(QWidget* parent)
    : TokenPage(parent),
      known_title_(new Label(TextSize::kHeading)),
      known_(new HostKeyText(false)),
      shown_(new HostKeyText(false)),
      known_card_(nullptr),
      copy_(new CopyButton(tr("Copy"), tr("Copy the command"))),
      command_(new Label) {
  auto* message = new InlineMessage;
  message->setMessage(
      InlineMessage::Kind::kError, tr("The host key has changed."),
      tr("This may not be your token. Nothing was sent to it: no passphrase, no request."),
      QStringLiteral("host-key"));
  known_card_ = key_card(known_title_, known_);
  Card* shown_card = key_card(new Label(tr("Shown now"), TextSize::kHeading, Tone::kError), shown_);
  shown_card->setAlarming(true);
  auto* cards = new PairLayout;
  cards->setGaps(gap::kPage, gap::kMedium);
  cards->setAlign(Qt::Alignment());
  cards->add(known_card_, kCardWidth, 1);
  cards->add(shown_card, kCardWidth, 1);

  auto* meaning = new QVBoxLayout;
  meaning->setSpacing(gap::kHair);
  meaning->addWidget(new Label(tr("What it can mean"), TextSize::kHeading));
  meaning->addLayout(
      bullet(tr("Another token is plugged in under this name, or its keys were "
                "destroyed and set up anew.")));
  meaning->addLayout(bullet(tr("Another device answers at the token’s address.")));
  meaning->addLayout(bullet(tr("Somebody exchanged the token.")));

  auto* receipt = new LinkButton(tr("Import receipt…"));
  connect(receipt, &QAbstractButton::clicked, this, &HostKeyChangedPage::receiptWanted);
  auto* second = new QWidget;
  auto* second_line = new PairLayout(second);
  second_line->setGaps(gap::kSmall, 0);
  auto* ask = new Label(tr("Ask whoever set it up for a new receipt, and import it."));
  second_line->add(ask, ask->lineWidth());
  second_line->add(receipt);
  second_line->setTightBelow(true);
  auto* third = new QWidget;
  auto* third_line = new FlowLayout(third);
  auto* anew = new Label(tr("Did you set it up anew yourself? Then run"));
  anew->setWordWrap(false);
  command_->setIdentifier(QStringLiteral("gokeyctl host-key pin --replace"));
  command_->setWordWrap(false);
  copy_->setCopied(command_->text());
  third_line->addWidget(anew);
  third_line->addWidget(command_);
  third_line->addWidget(copy_);
  auto* steps = new QVBoxLayout;
  steps->setSpacing(gap::kHair);
  steps->addWidget(new Label(tr("What to do"), TextSize::kHeading));
  steps->addLayout(listed(number(1), new Label(tr("Unplug it and look at it. Is it yours?"))));
  steps->addLayout(listed(number(2), second));
  steps->addLayout(listed(number(3), third));

  column()->addWidget(message);
  column()->addLayout(cards);
  column()->addLayout(meaning);
  column()->addLayout(steps);
  column()->addStretch();
}

void HostKeyChangedPage::setToken(const BrokerToken& token) {
  if (token.id != token_.id) entry_.reset();
  token_ = token;
  shown_->setFingerprint(token.presented ? token.presented->fingerprint : std::string());
  setEntry(entry_);
}

void HostKeyChangedPage::setEntry(const std::optional<TrustEntry>& entry) {
  entry_ = entry;
  known_card_->setVisible(entry_.has_value());
  if (!entry_) return;
  const QDateTime since = local_time(entry_->first_seen);
  known_title_->setText(since.isValid() ? tr("Known since %1").arg(date(since)) : tr("Known"));
  known_->setFingerprint(entry_->fingerprint);
}

QString HostKeyChangedPage::details() const {
  QString out = token_.problem ? error_details(*token_.problem) : QString();
  if (entry_) {
    out += QStringLiteral("pinned: %1 since %2\n")
               .arg(text(entry_->fingerprint), text(entry_->first_seen));
  }
  if (token_.presented)
    out += QStringLiteral("presented: %1\n").arg(text(token_.presented->fingerprint));
  return out;
}

}  // namespace gokeyctl::gui
