// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/openpgp_page.h"

#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "gui/models/texts.h"
#include "gui/pages/facts.h"
#include "gui/pages/key_texts.h"
#include "gui/widgets/async.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

const QString kAnd = QStringLiteral("\u00a0· ");
constexpr int kHolderWidth = 30;  // average characters
constexpr std::array kUses = {KeyUse::kSignature, KeyUse::kDecryption, KeyUse::kAuthentication};

QString copy_name(KeyUse use) {
  switch (use) {
    case KeyUse::kSignature:
      return OpenPgpPage::tr("Copy signing fingerprint");
    case KeyUse::kDecryption:
      return OpenPgpPage::tr("Copy decryption fingerprint");
    case KeyUse::kAuthentication:
      break;
  }
  return OpenPgpPage::tr("Copy authentication fingerprint");
}

// A key as far as the card and the console tell.
struct KeyFacts {
  std::string fingerprint, algorithm;
  QDateTime created;
};

std::optional<KeyFacts> facts_of(const BrokerToken& token, const std::optional<CardInfo>& card,
                                 KeyUse use) {
  KeyFacts facts;
  if (card) {
    const auto found = std::ranges::find(card->keys, use, &CardKey::use);
    if (found != card->keys.end()) {
      facts.fingerprint = found->fingerprint;
      facts.algorithm = found->algorithm;
      if (const auto& created = found->created) facts.created = local_time(*created);
    }
  }
  if (const KeyStatus* key = token.status ? token.status->key(use) : nullptr) {
    facts.fingerprint = key->fingerprint;
    if (key->algorithm) facts.algorithm = *key->algorithm;
    if (key->created) facts.created = local_time(*key->created);
  }
  if (facts.fingerprint.empty()) return std::nullopt;
  return facts;
}

// The card writes "Lovelace<<Ada" (ISO/IEC 7501-1).
QString holder_name(const std::string& name) {
  QString whole = text(name);
  const int split = static_cast<int>(whole.indexOf(QLatin1String("<<")));
  if (split >= 0) whole = whole.mid(split + 2) + QLatin1Char(' ') + whole.left(split);
  return whole.replace(QLatin1Char('<'), QLatin1Char(' ')).trimmed();
}

// "USB armory Mk II [CCID] (A1B2C3D4) 00 00": pcscd adds interface, serial and two counters.
QString reader_name(const std::string& reader) {
  static const QRegularExpression kAdded(
      QStringLiteral("( \\[[^\\]]*\\])?( \\([^)]*\\))?( [0-9A-F]{2}){2}$"));
  return text(reader).remove(kAdded);
}

}  // namespace

OpenPgpPage::OpenPgpPage(ReadCard read_card, QWidget* parent)
    : TokenPage(parent),
      read_card_(std::move(read_card)),
      holder_(new Label(TextSize::kHeading)),
      login_(new Label(TextSize::kNormal, Tone::kDim)),
      message_(new InlineMessage),
      empty_(new Label(tr("No OpenPGP keys on this token."), TextSize::kNormal, Tone::kDim)),
      keys_card_(makeKeys()),
      hint_(new InlineMessage),
      facts_(new Facts) {
  auto* who = new PairLayout;
  who->setGaps(gap::kPage, gap::kHair);
  who->add(holder_, kHolderWidth, 1);
  who->add(login_);
  hint_->setMessage(InlineMessage::Kind::kInfo, tr("gpg still asks for a PIN?"),
                    tr("The passphrase you gave here already opened the subkey. Type any six "
                       "characters into gpg’s window."));
  hint_->setSymbol(QStringLiteral("page-openpgp"));
  hint_->setClosable(true);
  connect(hint_, &InlineMessage::closed, this, [this] { hint_closed_ = true; });
  connect(message_, &InlineMessage::buttonClicked, this, &TokenPage::doctorWanted);
  signatures_ = facts_->add(0, tr("Signatures made"));
  url_ = facts_->add(0, tr("Public key"));
  url_->setTextFormat(Qt::RichText);
  url_->setOpenExternalLinks(true);
  url_->setTextInteractionFlags(Qt::TextBrowserInteraction);
  reader_ = facts_->add(1, tr("Card reader"));
  storage_ = facts_->add(1, tr("Keys protected by"));

  column()->addLayout(who);
  column()->addWidget(message_);
  column()->addWidget(empty_);
  column()->addWidget(keys_card_);
  column()->addWidget(hint_);
  column()->addWidget(facts_);
  column()->addStretch();
  message_->hide();
}

Card* OpenPgpPage::makeKeys() {
  auto* card = new Card;
  for (std::size_t i = 0; i < kUses.size(); ++i) {
    KeyRow& key = keys_.at(i);
    key.use = kUses.at(i);
    key.row = new Row;
    key.copy = new CopyButton(tr("Copy"), copy_name(key.use));
    key.unlock = new QPushButton(tr("Unlock…"));
    key.unlock->setAccessibleName(unlock_name(key.use));
    key.lock = new QPushButton(tr("Lock now"));
    key.lock->setAccessibleName(lock_name(key.use));
    const Scope scope = scope_of(key.use);
    connect(key.unlock, &QPushButton::clicked, this, [this, scope] { emit unlockWanted(scope); });
    connect(key.lock, &QPushButton::clicked, this, [this, scope] { emit lockWanted(scope); });
    key.row->addAction(key.copy);
    key.row->addAction(key.unlock);
    key.row->addAction(key.lock);
    card->addRow(key.row);
  }
  return card;
}

void OpenPgpPage::setToken(const BrokerToken& token) {
  const bool other = token.id != token_.id || token.reader != token_.reader;
  token_ = token;
  if (other) {
    card_.reset();
    problem_.reset();
    if (isVisible()) read();
  }
  showCard();
}

void OpenPgpPage::refresh() { read(); }

void OpenPgpPage::showEvent(QShowEvent* event) {
  TokenPage::showEvent(event);
  if (!card_) read();
}

void OpenPgpPage::read() {
  if (!token_.reader) return;
  if (reading_) {
    again_ = true;
    return;
  }
  reading_ = true;
  emit reading(true);
  const std::string reader = *token_.reader;
  run_beside<Result<CardInfo>>(
      this, [read_card = read_card_, reader] { return read_card(reader); },
      [this, reader](Result<CardInfo> result) { readDone(reader, std::move(result)); });
}

void OpenPgpPage::readDone(const std::string& reader, Result<CardInfo> result) {
  reading_ = false;
  emit reading(false);
  if (token_.reader == reader) {
    if (result) {
      card_ = std::move(*result);
      card_time_ = QDateTime::currentDateTime();
      problem_.reset();
    } else {
      problem_ = std::move(result.error());
    }
    showCard();
  }
  if (std::exchange(again_, false) || token_.reader != reader) read();
}

void OpenPgpPage::showCard() {
  const QString name = card_ ? holder_name(card_->name) : QString();
  holder_->setText(reading_ && !card_ ? tr("Reading…") : name);
  holder_->setVisible(!holder_->text().isEmpty());
  login_->setText(card_ ? text(card_->login) : QString());
  login_->setVisible(!login_->text().isEmpty());

  message_->setVisible(problem_.has_value());
  if (problem_) {
    QString sentence = problem_sentence(*problem_, name_of(token_));
    if (card_)
      sentence += QLatin1Char(' ') + tr("Card details are from %1.").arg(clock_text(card_time_));
    message_->setError(*problem_, sentence);
    message_->setButton(tr("Fix…"));
  }

  bool any = false;
  for (const KeyRow& key : keys_) {
    any = any || facts_of(token_, card_, key.use).has_value();
  }
  const bool told = token_.status.has_value() || card_.has_value();
  empty_->setVisible(told && !any);
  keys_card_->setVisible(any);
  hint_->setVisible(!hint_closed_ && token_.state == TokenState::kUnlocked);

  std::optional<std::uint32_t> signatures;
  if (card_) signatures = card_->signatures;
  if (token_.status && token_.status->openpgp.signatures)
    signatures = token_.status->openpgp.signatures;
  Facts::set(signatures_, signatures ? QLocale().toString(*signatures) : QString());
  QString link;
  if (card_ && !card_->url.empty()) {
    // What stands on the card is anybody's text: only a web address becomes a link.
    const QString url = text(card_->url).toHtmlEscaped();
    link = url;
    if (url.startsWith(QLatin1String("https://")) || url.startsWith(QLatin1String("http://"))) {
      // An address may break after a slash.
      const QString shown = QString(url).remove(QStringLiteral("https://"));
      link = QStringLiteral("<a href=\"%1\">%2</a>")
                 .arg(url, QString(shown).replace(QLatin1Char('/'), QStringLiteral("/\u200b")));
    }
  }
  Facts::set(url_, link);
  Facts::set(reader_, token_.reader ? reader_name(*token_.reader) : tr("None"));
  reader_->setToolTip(token_.reader ? ltr(text(*token_.reader)) : QString());
  QString storage;
  if (token_.status) {
    storage = token_.status->openpgp.secure_storage ? tr("This chip (secure storage)")
                                                    : tr("Their passphrase alone");
  }
  Facts::set(storage_, storage);
  tick();
}

void OpenPgpPage::showKey(const KeyRow& key) {
  const std::optional<KeyFacts> facts = facts_of(token_, card_, key.use);
  if (!facts) {
    key.row->setTitle(tr("%1 – no key", "Decryption").arg(use_text(key.use)));
    key.row->setIdentifier(QString());
    key.copy->hide();
    return;
  }
  QString more;
  if (!facts->algorithm.empty()) more += kAnd + unbroken(algorithm_name(facts->algorithm));
  if (facts->created.isValid()) more += kAnd + unbroken(date(facts->created));
  key.row->setTitle(use_text(key.use), more);
  key.row->setIdentifier(fingerprint_groups(facts->fingerprint));
  key.copy->setCopied(text(facts->fingerprint).toUpper());
  key.copy->show();
}

void OpenPgpPage::tick() {
  const QDateTime now = QDateTime::currentDateTime();
  bool counting = false;
  for (const KeyRow& key : keys_) {
    if (key.row == nullptr) continue;
    showKey(key);
    const KeyLine line = key_line(token_, key.use, now);
    counting = counting || line.counting;
    const bool missing = !facts_of(token_, card_, key.use).has_value();
    key.row->setSymbol(line.symbol.name, line.symbol.tone);
    key.row->setDetail(missing ? QString() : line.state);
    key.unlock->setVisible(!missing && line.can_unlock && mayUnlock());
    key.lock->setVisible(!missing && line.can_lock);
  }
  setCounting(counting);
}

}  // namespace gokeyctl::gui
