// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/fido_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "gui/models/texts.h"
#include "gui/widgets/async.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr double kBigSymbol = 2;

QString end_text(PastRequest::End end) {
  switch (end) {
    case PastRequest::End::kConfirmed:
      return FidoPage::tr("Confirmed");
    case PastRequest::End::kDismissed:
      return FidoPage::tr("Dismissed");
    case PastRequest::End::kTimeout:
      return FidoPage::tr("Nobody confirmed in time");
    case PastRequest::End::kRemoved:
      return FidoPage::tr("Unplugged meanwhile");
    case PastRequest::End::kOther:
      break;
  }
  return FidoPage::tr("Ended");
}

QString who_text(const PresenceRequest& request) {
  if (const auto site = site_of(request)) return *site;
  if (request.application) return FidoPage::tr("Unknown site %1").arg(ltr(site_text(request)));
  return FidoPage::tr("A site, this firmware does not tell which");
}

Row* past_row(const PastRequest& past) {
  auto* row = new Row;
  auto* time = new Label(TextSize::kNormal, Tone::kDim);
  // The fixed font has no Arabic letters, and one borrowed for the half of the day is cut off.
  if (row->isRightToLeft()) {
    time->setText(clock_text_with_seconds(past.time));
  } else {
    time->setIdentifier(clock_text_with_seconds(past.time));
  }
  time->setWordWrap(false);
  row->setLeading(time);
  row->setTitle(who_text(past.request));
  if (!site_of(past.request) && past.request.application)
    row->setTitleIdentifier(ltr(site_text(past.request)));
  const bool good = past.end == PastRequest::End::kConfirmed;
  auto* outcome = new QWidget;
  auto* line = new QHBoxLayout(outcome);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(gap::kSmall);
  auto* symbol = new Symbol;
  symbol->setSymbol(good ? QStringLiteral("check-ok") : QStringLiteral("check-idle"),
                    good ? Tone::kGood : Tone::kDim);
  auto* words = new Label(end_text(past.end), TextSize::kNormal, good ? Tone::kGood : Tone::kDim);
  words->setWordWrap(false);
  line->addWidget(symbol);
  line->addWidget(words);
  row->addAction(outcome);
  row->setAccessibleName(
      QStringLiteral("%1 %2 %3")
          .arg(clock_text_with_seconds(past.time), who_text(past.request), end_text(past.end)));
  return row;
}

}  // namespace

FidoPage::FidoPage(ReadInfo read_info, PasskeyList::List list_passkeys, QWidget* parent)
    : TokenPage(parent),
      read_info_(std::move(read_info)),
      symbol_(new Symbol),
      title_(new Label(TextSize::kHeading)),
      sentence_(new Label(TextSize::kNormal, Tone::kDim)),
      start_(new QPushButton(tr("Start"))),
      message_(new InlineMessage),
      card_(makeCard(std::move(list_passkeys))),
      requests_title_(new Label(tr("Latest requests"), TextSize::kHeading)),
      requests_empty_(new Label(tr("No requests yet."), TextSize::kNormal, Tone::kDim)),
      requests_(new Card) {
  symbol_->setScale(kBigSymbol);
  auto* words = new QVBoxLayout;
  words->setSpacing(gap::kHair);
  words->addWidget(title_);
  words->addWidget(sentence_);
  auto* top = new QHBoxLayout;
  top->setSpacing(gap::kLarge);
  top->addWidget(symbol_, 0, Qt::AlignVCenter);
  top->addLayout(words, 1);
  top->addWidget(start_, 0, Qt::AlignVCenter);
  start_->setAccessibleName(tr("Start the FIDO side"));
  connect(start_, &QPushButton::clicked, this, [this] { emit initWanted(true); });
  auto* latest = new QVBoxLayout;
  latest->setSpacing(gap::kSmall);
  latest->addWidget(requests_title_);
  latest->addWidget(requests_empty_);
  latest->addWidget(requests_);
  message_->hide();
  requests_->hide();
  column()->addLayout(top);
  column()->addWidget(message_);
  column()->addWidget(card_);
  column()->addLayout(latest);
  column()->addStretch();
}

Card* FidoPage::makeCard(PasskeyList::List list_passkeys) {
  auto* card = new Card;
  presence_ = new QCheckBox;
  presence_->setAccessibleName(tr("Ask for my presence"));
  presence_->setAccessibleDescription(
      tr("Without it, any program on this computer can sign in unnoticed."));
  auto* presence_row = new Row;
  presence_row->setTitle(tr("Ask for my presence"));
  presence_row->setDetail(tr("Without it, any program on this computer can sign in unnoticed."));
  presence_row->setLeading(presence_);
  connect(presence_, &QCheckBox::clicked, this, &FidoPage::presenceClicked);
  question_ = new InlineMessage;
  question_->setMessage(InlineMessage::Kind::kWarning, tr("Stop asking for your presence?"),
                        tr("Without it, any program on this computer can sign in unnoticed."));
  QPushButton* stop = question_->addButton(tr("Stop asking"));
  QPushButton* keep = question_->addButton(tr("Keep asking"));
  connect(stop, &QPushButton::clicked, this, [this] {
    question_->hide();
    emit initWanted(false);
  });
  connect(keep, &QPushButton::clicked, this, [this] {
    question_->hide();
    presence_->setFocus();
  });
  question_->hide();

  uses_row_ = new Row;
  uses_row_->setTitle(tr("Uses so far"));
  uses_ = new Label;
  uses_->setWordWrap(false);
  uses_row_->addAction(uses_);

  certificate_row_ = new Row;
  certificate_row_->setTitle(tr("Attestation certificate"));
  certificate_row_->setDetail(tr("Sites may see it when you register"));
  certificate_ = new Label;
  certificate_row_->addAction(certificate_);
  copy_ = new CopyButton(tr("Copy"), tr("Copy attestation certificate fingerprint"));
  certificate_row_->addAction(copy_);

  passkeys_ = new PasskeyList(std::move(list_passkeys));

  card->addRow(presence_row);
  card->addRow(question_);
  card->addRow(uses_row_);
  card->addRow(certificate_row_);
  card->addRow(passkeys_);
  passkeys_->hide();
  return card;
}

void FidoPage::presenceClicked(bool asked) {
  // The box shows what the token does, not what was clicked: it changes when the token answers.
  presence_->setChecked(!asked);
  if (asked) {
    emit initWanted(true);
    return;
  }
  question_->show();
  question_->setFocus();
}

void FidoPage::setToken(const BrokerToken& token) {
  const bool other = token.id != token_.id || token.hid_node != token_.hid_node;
  if (token.id != token_.id) {
    question_->hide();
    message_->hide();
  }
  token_ = token;
  if (other) {
    info_.reset();
    if (isVisible()) read();
  }
  showStatus();
}

void FidoPage::setError(const Error& error) {
  message_->setError(error, problem_sentence(error, name_of(token_)));
  message_->setClosable(true);
  message_->show();
}

void FidoPage::refresh() { read(); }

void FidoPage::showEvent(QShowEvent* event) {
  TokenPage::showEvent(event);
  if (!info_) read();
}

void FidoPage::read() {
  // While a site waits, the device answers nobody else.
  if (!token_.hid_node || reading_ || token_.presence || passkeys_->isReading()) return;
  reading_ = true;
  const std::string node = *token_.hid_node;
  run_beside<Result<FidoInfo>>(
      this, [read_info = read_info_, node] { return read_info(node); },
      [this, node](Result<FidoInfo> result) {
        reading_ = false;
        passkeys_->setDevice(token_.hid_node, token_.presence.has_value());
        // Without an answer the page shows what the console tells: the rest is an addition.
        if (token_.hid_node != node || !result) return;
        info_ = std::move(*result);
        showInfo();
      });
}

void FidoPage::showStatus() {
  const TokenStatus::Fido fido = token_.status ? token_.status->fido : TokenStatus::Fido{};
  const bool asks = fido.presence_test.value_or(true);
  symbol_->setSymbol(QStringLiteral("page-fido"), fido.initialised ? Tone::kNormal : Tone::kDim);
  if (!token_.status) {
    title_->setText(tr("Not known"));
    sentence_->setText(state_title(token_));
  } else if (!fido.initialised) {
    title_->setText(tr("Not started"));
    sentence_->setText(tr("Sites cannot use this token yet."));
  } else {
    title_->setText(tr("Ready for sites"));
    sentence_->setText(
        asks ? tr("Sites can use this token to sign you in. Each time, you are asked here first.")
             : tr("Sites can use this token to sign you in. You are not asked."));
  }
  const bool factory = token_.status && token_.status->token.state == LifeCycle::kFactory;
  start_->setVisible(token_.status && !fido.initialised && !factory);
  card_->setVisible(fido.initialised);
  presence_->setChecked(asks);
  if (!asks) question_->hide();
  uses_row_->setVisible(fido.counter.has_value());
  if (fido.counter) uses_->setText(QLocale().toString(*fido.counter));
  certificate_row_->setVisible(fido.certificate_sha1.has_value());
  if (fido.certificate_sha1) {
    certificate_->setIdentifier(short_fingerprint(*fido.certificate_sha1));
    certificate_->setWordWrap(false);
    copy_->setCopied(text(*fido.certificate_sha1));
  }
  passkeys_->setDevice(token_.hid_node, reading_ || token_.presence.has_value());
  showInfo();
}

void FidoPage::showInfo() {
  const bool keeps = info_ && info_->option("rk").value_or(false);
  passkeys_->setVisible(keeps);
  if (keeps) passkeys_->setInfo(*info_);
}

void FidoPage::setRequests(const std::vector<PastRequest>& requests) {
  requests_->clear();
  for (const PastRequest& past : requests) requests_->addRow(past_row(past));
  requests_->setVisible(!requests.empty());
  requests_empty_->setVisible(requests.empty());
}

}  // namespace gokeyctl::gui
