// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/overview_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "gui/models/texts.h"
#include "gui/pages/facts.h"
#include "gui/pages/key_texts.h"
#include "gui/widgets/accessible.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"
#include "gui/widgets/token_drawing.h"

namespace gokeyctl::gui {
namespace {

// A click or key that was under way when the request appeared must not answer it.
constexpr int kArmedAfterMs = 500;
constexpr int kDrawingWidth = 32;  // average characters; with the lamps beside it at 200 %, too
constexpr int kLampsWidth = 22;
constexpr int kKeyWidth = 15;
constexpr std::array kUses = {KeyUse::kSignature, KeyUse::kDecryption, KeyUse::kAuthentication};

bool has_card(const BrokerToken& token) {
  if (!token.status) return false;
  const auto life = token.status->token.state;
  return life != LifeCycle::kFactory && life != LifeCycle::kDamaged;
}

// A console that lets nobody in, or that was read, has shown its host key before.
bool has_shown_key(const BrokerToken& token) {
  return token.status || (token.problem && token.problem->code == Code::kSshAuth);
}

bool is_plain(const BrokerToken& token) {
  return token.state == TokenState::kLocked || token.state == TokenState::kUnlocked;
}

}  // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : TokenPage(parent),
      drawing_(new TokenDrawing),
      blue_(new LampLine(LampColour::kBlue)),
      white_(new LampLine(LampColour::kWhite)),
      no_lamps_(new QWidget),
      state_card_(new Card),
      state_(new Row),
      dismiss_(new QPushButton(tr("Dismiss"))),
      confirm_(new QPushButton(tr("Confirm"))),
      keys_card_(makeKeys()),
      facts_(makeFacts()) {
  auto* lamps = new QVBoxLayout;
  lamps->setSpacing(gap::kLarge);
  lamps->addWidget(blue_);
  lamps->addWidget(white_);
  auto* top = new PairLayout;
  top->setGaps(gap::kHuge, gap::kLarge);
  top->add(drawing_, kDrawingWidth, 1);
  top->add(static_cast<QLayout*>(lamps), kLampsWidth, 3);
  top->add(no_lamps_, kLampsWidth, 3);  // the drawing keeps its size without them

  state_->addAction(dismiss_);
  state_->addAction(confirm_);
  state_card_->addRow(state_);
  // Nothing is confirmed by Enter.
  for (QPushButton* button : {dismiss_, confirm_}) button->setAutoDefault(false);
  dismiss_->setObjectName(QStringLiteral("dismissPresence"));
  confirm_->setObjectName(QStringLiteral("confirmPresence"));
  connect(confirm_, &QPushButton::clicked, this, &OverviewPage::confirmPresence);
  connect(dismiss_, &QPushButton::clicked, this, [this] { emit dismissWanted(shown_request_); });

  keepClear(state_card_);
  column()->setSpacing(gap::kLarge);  // all of it without scrolling, a request included
  column()->addLayout(top);
  column()->addWidget(state_card_);
  column()->addWidget(keys_card_);
  column()->addWidget(facts_);
  column()->addStretch();
}

Card* OverviewPage::makeKeys() {
  auto* card = new Card;
  for (std::size_t i = 0; i < kUses.size(); ++i) {
    KeyRow& key = keys_.at(i);
    key.use = kUses.at(i);
    key.row = new Row;
    key.row->setTitle(use_text(key.use));
    key.row->setWordsWidth(kKeyWidth);
    key.unlock = new QPushButton(tr("Unlock…"));
    key.lock = new QPushButton(tr("Lock now"));
    key.unlock->setAccessibleName(unlock_name(key.use));
    key.lock->setAccessibleName(lock_name(key.use));
    const Scope scope = scope_of(key.use);
    connect(key.unlock, &QPushButton::clicked, this, [this, scope] { emit unlockWanted(scope); });
    connect(key.lock, &QPushButton::clicked, this, [this, scope] { emit lockWanted(scope); });
    key.row->addAction(key.unlock);
    key.row->addAction(key.lock);
    card->addRow(key.row);
  }
  return card;
}

Facts* OverviewPage::makeFacts() {
  auto* facts = new Facts;
  copy_id_ = new CopyButton(tr("Copy"), tr("Copy short ID"));
  short_id_ = facts->add(0, tr("Short ID"), copy_id_);
  firmware_ = facts->add(0, tr("Firmware"));
  signatures_ = facts->add(1, tr("Signatures made"));
  host_key_ = facts->add(1, tr("Host key"));
  host_key_symbol_ = new Symbol;
  auto* line = static_cast<QHBoxLayout*>(host_key_->parentWidget()->layout());
  line->insertWidget(0, host_key_symbol_);
  return facts;
}

void OverviewPage::setToken(const BrokerToken& token) {
  if (token.id != token_.id) entry_.reset();
  token_ = token;
  const LampText blue = blue_text(token);
  const LampText white = white_text(token);
  const std::optional<TokenStatus::Leds> leds =
      token.status && white.title != tr("Not known") ? token.status->leds : std::nullopt;
  const Light blue_light = light_of(leds ? std::optional(leds->blue) : std::nullopt);
  const Light white_light = light_of(leds ? std::optional(leds->white) : std::nullopt);
  drawing_->setOutline(!leds);
  drawing_->setLights(blue_light, white_light);
  blue_->set(blue_light, blue.title, blue.meaning);
  white_->set(white_light, white.title, white.meaning);
  blue_->setVisible(leds.has_value());
  white_->setVisible(leds.has_value());
  no_lamps_->setVisible(!leds.has_value());
  rename_accessible(drawing_, tr("Token %1").arg(short_id(token)));
  drawing_->setAccessibleDescription(
      QStringLiteral("%1: %2. %3: %4.").arg(blue.title, blue.meaning, white.title, white.meaning));
  showState();
  showKeys();
  showFacts();
}

void OverviewPage::setEntry(const std::optional<TrustEntry>& entry) {
  entry_ = entry;
  showFacts();
}

void OverviewPage::showState() {
  state_card_->setVisible(!is_plain(token_));
  const StateSymbol symbol = symbol_of(token_);
  state_->setSymbol(symbol.name, symbol.tone);
  state_->title()->setFont(font_of(TextSize::kHeading));
  state_->setTitle(state_title(token_));
  const quint64 request = token_.presence ? token_.presence->number : 0;
  const bool asked = token_.state == TokenState::kPresenceRequested && request != 0;
  dismiss_->setVisible(asked);
  confirm_->setVisible(asked);
  if (asked && token_.presence && request != shown_request_) {
    request_ends_ = QDateTime::currentDateTime().addMSecs(token_.presence->left.count());
    dismiss_->setEnabled(false);
    confirm_->setEnabled(false);
    QTimer::singleShot(kArmedAfterMs, this, [this, request] {
      if (shown_request_ != request) return;  // replaced: armed anew
      dismiss_->setEnabled(true);
      confirm_->setEnabled(true);
    });
  }
  shown_request_ = asked ? request : 0;
  tick();
}

void OverviewPage::confirmPresence() {
  if (shown_request_ != 0 && confirm_->isEnabled()) emit confirmWanted(shown_request_);
}

void OverviewPage::showKeys() {
  keys_card_->setVisible(has_card(token_));
  tick();
}

void OverviewPage::tick() {
  const QDateTime now = QDateTime::currentDateTime();
  bool counting = false;
  for (const KeyRow& key : keys_) {
    if (key.row == nullptr) continue;
    const KeyLine line = key_line(token_, key.use, now);
    counting = counting || line.counting;
    key.row->setSymbol(line.symbol.name, line.symbol.tone);
    key.row->setDetail(line.state);
    key.unlock->setVisible(line.can_unlock && mayUnlock());
    key.lock->setVisible(line.can_lock);
  }
  QString sentence = state_sentence(token_);
  QString identifier = token_.status && token_.status->token.state == LifeCycle::kDamaged
                           ? QStringLiteral("gokeyctl factory-reset")
                           : QString();
  if (shown_request_ != 0) {
    counting = true;
    const int left = static_cast<int>(qMax<qint64>(0, (now.msecsTo(request_ends_) + 999) / 1000));
    const PresenceRequest request = token_.presence.value_or(PresenceRequest{});
    QString who = tr("This firmware does not tell which one.");
    const bool named = site_of(request).has_value();
    if (named) {
      who = request.asker ? tr("Probably asked by %1").arg(text(*request.asker)) : QString();
    } else if (request.application) {
      identifier = site_text(request);
      who = tr("The site is not known here: %1").arg(ltr(identifier));
    }
    if (!named) who += QLatin1Char('\n') + tr("Confirm only if you are signing in right now.");
    if (empties_token(request)) who = emptying_text();
    // The time first: what follows may be sentences.
    sentence = tr("%Ln s left", "", left);
    if (!who.isEmpty()) sentence = QStringLiteral("%1 · %2").arg(sentence, who);
  } else if (token_.state == TokenState::kAttention && is_blocked(token_)) {
    const int seconds = seconds_to_next_try(token_, now);
    if (seconds > 0) {
      counting = true;
      sentence = tr("The next try is possible in %1. Restarting the token begins the wait anew.")
                     .arg(countdown(std::chrono::seconds(seconds)));
    }
  }
  // A name is no identifier, even where it happens to be shown.
  state_->setDetailIdentifier(sentence.contains(identifier) ? identifier : QString());
  state_->setDetail(sentence);
  setCounting(counting);
}

void OverviewPage::showFacts() {
  Facts::setIdentifier(short_id_, short_id(token_));
  copy_id_->setCopied(short_id(token_));
  QString firmware;
  QString signatures;
  if (token_.status) {
    if (token_.status->token.firmware)
      firmware = tr("GoKey %1").arg(text(*token_.status->token.firmware));
    if (token_.status->openpgp.signatures && has_card(token_))
      signatures = QLocale().toString(*token_.status->openpgp.signatures);
  }
  Facts::set(firmware_, firmware);
  Facts::set(signatures_, signatures);

  QString host_key = tr("Not compared yet");
  Tone tone = Tone::kWarning;
  if (token_.problem && token_.problem->code == Code::kHostKey && token_.known) {
    host_key = tr("Changed");
    tone = Tone::kError;
  } else if (token_.trust == TrustClass::kPerBoot) {
    host_key = tr("Not checked: this unit makes a new key at every start");
    tone = Tone::kNormal;
  } else if (token_.known && !has_shown_key(token_)) {
    host_key.clear();
  } else if (token_.known && !is_not_compared(token_, entry_)) {
    host_key = tr("Known and unchanged");
    tone = Tone::kGood;
  }
  Facts::set(host_key_, host_key);
  host_key_->setTone(tone);
  host_key_symbol_->setVisible(tone != Tone::kNormal);
  host_key_symbol_->setSymbol(tone == Tone::kGood      ? QStringLiteral("check-ok")
                              : tone == Tone::kWarning ? QStringLiteral("check-warn")
                                                       : QStringLiteral("check-fail"),
                              tone);
}

}  // namespace gokeyctl::gui
