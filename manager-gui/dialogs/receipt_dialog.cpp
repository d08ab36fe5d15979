// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/receipt_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gokeyctl/text.h"
#include "gui/models/texts.h"
#include "gui/pages/facts.h"
#include "gui/pages/host_key_view.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kWidth = 84;  // average characters
constexpr int kLongestId = 16;

// What the token shows, by the console or by a connection that was authenticated.
std::string shown_key(const BrokerToken& token) {
  if (token.presented) return token.presented->fingerprint;
  if (token.status && token.status->token.host_key) return *token.status->token.host_key;
  return {};
}

// "Doe<<John" of a card holder's name, as ISO 7816 writes it.
QString holder(const std::string& name) {
  const QStringList parts = text(printable(name)).split(QStringLiteral("<<"));
  QStringList order;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) order << *part;
  return order.join(QLatin1Char(' ')).replace(QLatin1Char('<'), QLatin1Char(' ')).trimmed();
}

}  // namespace

ReceiptDialog::ReceiptDialog(const Result<Receipt>& receipt, const BrokerToken& token,
                             QWidget* parent)
    : QDialog(parent),
      receipt_(receipt),
      token_(token),
      facts_(new Facts),
      host_key_(new HostKeyText(true)),
      verdict_(new InlineMessage),
      error_(new InlineMessage),
      typed_label_(new Label(TextSize::kNormal, Tone::kDim)),
      typed_(new QLineEdit),
      trust_(nullptr),
      leave_(nullptr) {
  setWindowTitle(tr("Receipt – GoKey Manager"));
  setObjectName(QStringLiteral("receiptDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  leave_ = buttons->button(QDialogButtonBox::Cancel);
  // Not by Enter: it decides what is trusted from now on.
  trust_ = buttons->addButton(tr("&Trust this token"), QDialogButtonBox::AcceptRole);
  trust_->setObjectName(QStringLiteral("trustReceipt"));
  trust_->setAutoDefault(false);
  leave_->setDefault(true);
  verdict_->setObjectName(QStringLiteral("receiptVerdict"));
  error_->hide();
  typed_->setObjectName(QStringLiteral("typedId"));
  typed_->setMaxLength(kLongestId);
  typed_->setMaximumWidth(characters(2 * kLongestId));
  typed_label_->setText(tr("To replace the host key that is known, type the short ID %1:")
                            .arg(ltr(short_id(token_))));
  typed_label_->setBuddy(typed_);
  typed_->setAccessibleName(tr("Short ID"));

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(gap::kPage, gap::kPage, gap::kPage, gap::kLarge);
  column->setSpacing(gap::kLarge);
  column->addWidget(new Label(tr("What the receipt says"), TextSize::kTitle));
  column->addWidget(facts_);
  column->addWidget(host_key_);
  column->addWidget(verdict_);
  column->addWidget(error_);
  column->addWidget(typed_label_);
  column->addWidget(typed_);
  column->addStretch();
  column->addWidget(buttons);
  if (receipt_) build(*receipt_);
  facts_->setVisible(receipt_.has_value());
  host_key_->setVisible(receipt_.has_value());
  connect(buttons, &QDialogButtonBox::accepted, this, &ReceiptDialog::trust);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(typed_, &QLineEdit::textChanged, this, &ReceiptDialog::judge);
  judge();
  if (typed_->isVisibleTo(this)) {
    typed_->setFocus();
  } else {
    leave_->setFocus();
  }
  const int width = std::max(minimumSizeHint().width(), characters(kWidth));
  resize(width, layout()->totalHeightForWidth(width));
}

QString ReceiptDialog::tokenId() const { return text(token_.id); }

void ReceiptDialog::build(const Receipt& receipt) {
  const auto plain = [&](int at, const QString& name, const QString& value) {
    Facts::set(facts_->add(at, name), value);
  };
  Facts::setIdentifier(facts_->add(0, tr("Short ID")), text(receipt.serial));
  const QDateTime when = receipt.provisioned ? local_time(*receipt.provisioned) : QDateTime();
  plain(0, tr("Set up on"), when.isValid() ? long_date(when) : tr("not told"));
  plain(0, tr("Card holder"), holder(receipt.name));
  plain(0, tr("Firmware"), tr("GoKey %1").arg(text(printable(receipt.firmware))));
  host_key_->setFingerprint(receipt.host_key);
  if (receipt.primary)
    Facts::setIdentifier(facts_->add(1, tr("OpenPGP key")), short_fingerprint(*receipt.primary));
  plain(1, tr("SSH keys let in"),
        QLocale().toString(static_cast<qulonglong>(receipt.authorized_keys.size())));
  if (receipt.u2f_certificate) {
    // As short as the FIDO page shows the one that the token has.
    Label* certificate = facts_->add(1, tr("U2F certificate"));
    Facts::setIdentifier(certificate, short_fingerprint(*receipt.u2f_certificate));
    certificate->setToolTip(QStringLiteral("SHA-256 ") +
                            fingerprint_groups(*receipt.u2f_certificate));
  }
}

bool ReceiptDialog::replaces() const {
  return token_.known && token_.problem && token_.problem->code == Code::kHostKey;
}

void ReceiptDialog::setToken(const BrokerToken& token) {
  token_ = token;
  gone_ = false;
  judge();
}

void ReceiptDialog::setGone() {
  gone_ = true;
  trusting_ = false;
  judge();
}

void ReceiptDialog::judge() {
  using Kind = InlineMessage::Kind;
  matches_ = false;
  const std::string shown = shown_key(token_);
  const QString code = text(code_name(Code::kVerifyFailed));
  if (!receipt_) {
    // The library knows what is wrong with the file; what it says of tokens is not meant here.
    verdict_->setError(receipt_.error(),
                       full_sentence(text(receipt_.error().message.translated())));
  } else if (gone_ || shown.empty()) {
    verdict_->setMessage(Kind::kError, tr("The token shows no host key now."),
                         tr("Plug it in and try again. Nothing was trusted."));
  } else if (!check_receipt(*receipt_, token_.serial, shown)) {
    if (!token_.serial.empty() && receipt_->serial != token_.serial) {
      verdict_->setMessage(
          Kind::kError, tr("It is of another token."),
          tr("This one has the short ID %1. Nothing was trusted.").arg(ltr(short_id(token_))),
          code);
    } else {
      verdict_->setMessage(Kind::kError, tr("It names another host key than the token shows."),
                           tr("This may not be the token that it was made for. Nothing was "
                              "trusted; ask whoever set it up."),
                           code);
    }
  } else {
    matches_ = true;
    verdict_->setMessage(Kind::kGood, tr("It is of this token."),
                         tr("A receipt is worth as much as the way it came to you: take it from "
                            "whoever set the token up."));
  }
  const bool typing = matches_ && replaces();
  typed_label_->setVisible(typing);
  typed_->setVisible(typing);
  trust_->setText(typing ? tr("&Replace the host key") : tr("&Trust this token"));
  trust_->setVisible(matches_);
  trust_->setEnabled(!trusting_ && (!typing || typed_->text().trimmed().compare(
                                                   short_id(token_), Qt::CaseInsensitive) == 0));
  leave_->setText(matches_ ? tr("Cancel") : tr("Close"));
}

void ReceiptDialog::trust() {
  if (!matches_ || !trust_->isEnabled()) return;
  trusting_ = true;
  error_->hide();
  judge();
  emit trustWanted(*receipt_);
}

void ReceiptDialog::setError(const Error& error) {
  trusting_ = false;
  error_->setError(error, problem_sentence(error, name_of(token_)));
  error_->show();
  judge();
}

}  // namespace gokeyctl::gui
