// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/passkey_list.h"

#include <QHideEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <memory>
#include <utility>

#include "gui/models/texts.h"
#include "gui/widgets/async.h"
#include "gui/widgets/card.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/secret_edit.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kShortestPin = 4;
constexpr int kLongestPin = 63;

// The PIN has limits and words of its own (CTAP 2.1, 6.5.1), apart from those of the passphrase.
QString pin_sentence(const Error& error) {
  switch (error.code) {
    case Code::kWrongPassphrase: {
      const auto tries = error.details.find("tries_left");
      if (tries == error.details.end()) return PasskeyList::tr("That is not the PIN.");
      return PasskeyList::tr("That is not the PIN. %1.")
          .arg(tries_text(text(tries->second).toInt()));
    }
    case Code::kRetryDelay:
      return PasskeyList::tr("Too many wrong PINs. Plug the token in anew, then try again.");
    case Code::kLocked:
      return PasskeyList::tr("No tries left. The PIN stays locked until the FIDO side is reset.");
    case Code::kNotInitialised:
      return PasskeyList::tr("No PIN is set. Without one the token does not list its passkeys.");
    case Code::kUsage:
      return PasskeyList::tr("A PIN has %1 to %2 characters.")
          .arg(QLocale().toString(kShortestPin), QLocale().toString(kLongestPin));
    default:
      return problem_sentence(error, PasskeyList::tr("The token"));
  }
}

Row* key_row(const FidoCredential& key) {
  auto* row = new Row;
  const QString user = text(key.user_name);
  const QString name = text(key.user_display_name);
  row->setTitle(ltr(text(key.relying_party)),
                user.isEmpty() ? QString() : QStringLiteral(" ·\u00a0") + ltr(user));
  row->setDetail(name == user ? QString() : name);
  return row;
}

}  // namespace

PasskeyList::PasskeyList(List list, QWidget* parent)
    : QWidget(parent),
      list_(std::move(list)),
      row_(new Row),
      room_(new Label),
      open_(new QPushButton(tr("Show…"))),
      hide_(new QPushButton(tr("Hide"))),
      question_(makeQuestion()),
      message_(new InlineMessage),
      none_(new Label(tr("No passkey is kept on this token."), TextSize::kNormal, Tone::kDim)),
      keys_(new Card) {
  row_->setTitle(tr("Passkeys"));
  room_->setWordWrap(false);
  open_->setAccessibleName(tr("Show passkeys…"));
  hide_->setAccessibleName(tr("Hide passkeys"));
  open_->setObjectName(QStringLiteral("showPasskeys"));
  row_->addAction(room_);
  row_->addAction(open_);
  row_->addAction(hide_);
  // A layout without anything would leave its margin.
  below_ = new QWidget;
  auto* below = new QVBoxLayout(below_);
  below->setContentsMargins(gap::kLarge, 0, gap::kLarge, gap::kMedium);
  below->setSpacing(gap::kSmall);
  below->addWidget(question_);
  below->addWidget(message_);
  below->addWidget(none_);
  below->addWidget(keys_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(row_);
  column->addWidget(below_);
  connect(open_, &QPushButton::clicked, this, &PasskeyList::ask);
  connect(hide_, &QPushButton::clicked, this, [this] {
    close();
    open_->setFocus();
  });
  close();
}

QWidget* PasskeyList::makeQuestion() {
  auto* question = new QWidget;
  pin_ = new SecretEdit;
  pin_->setAccessibleName(tr("PIN of the token"));
  show_ = new QPushButton(tr("Show"));
  show_->setAccessibleName(tr("Show passkeys"));
  auto* cancel = new QPushButton(tr("Cancel"));
  auto* words = new Label(tr("PIN of the token"));
  words->setWordWrap(false);
  // The buttons move below together.
  auto* buttons = new QWidget;
  auto* both = new FlowLayout(buttons);
  both->addWidget(show_);
  both->addWidget(cancel);
  auto* line = new FlowLayout(question);
  for (QWidget* widget : std::initializer_list<QWidget*>{words, pin_, buttons})
    line->addWidget(widget);
  connect(pin_, &SecretEdit::edited, this, [this] {
    message_->hide();
    dress();
  });
  connect(pin_, &SecretEdit::returnPressed, this, &PasskeyList::read);
  connect(show_, &QPushButton::clicked, this, &PasskeyList::read);
  connect(cancel, &QPushButton::clicked, this, [this] {
    close();
    open_->setFocus();
  });
  return question;
}

void PasskeyList::setDevice(const std::optional<std::string>& node, bool busy) {
  if (node != node_) close();
  node_ = node;
  busy_ = busy;
  dress();
}

void PasskeyList::setInfo(const FidoInfo& info) {
  has_pin_ = info.pin_set.value_or(false);
  row_->setDetail(has_pin_ ? tr("Protected by a PIN") : tr("No PIN is set"));
  room_->setText(info.remaining_credentials
                     ? tr("Room for %Ln more", "", static_cast<int>(*info.remaining_credentials))
                     : QString());
  dress();
}

void PasskeyList::close() {
  ++asked_;
  reading_ = false;
  pin_->clear();
  question_->hide();
  message_->hide();
  none_->hide();
  keys_->clear();
  keys_->hide();
  dress();
}

void PasskeyList::dress() {
  const bool open = !question_->isHidden() || !none_->isHidden() || !keys_->isHidden();
  below_->setVisible(open || !message_->isHidden());
  open_->setVisible(has_pin_ && !open);
  open_->setEnabled(node_.has_value() && !busy_);
  hide_->setVisible(open && question_->isHidden());
  pin_->setEnabled(!reading_);
  show_->setEnabled(!reading_ && !busy_ && !pin_->isEmpty());
}

void PasskeyList::ask() {
  if (!pin_->isUsable()) {
    message_->setMessage(InlineMessage::Kind::kError, tr("No protected memory is left,"),
                         tr("so a PIN cannot be held safely. Close other programs and try again."));
    message_->show();
    dress();
    return;
  }
  message_->hide();
  question_->show();
  dress();
  pin_->setFocus();
  bring_into_view(question_);
}

void PasskeyList::read() {
  if (!node_ || busy_ || reading_ || pin_->isEmpty()) return;
  reading_ = true;
  message_->hide();
  auto pin = std::make_shared<Secret>(pin_->take());
  dress();
  run_beside<Result<FidoCredentials>>(
      this, [list = list_, node = *node_, pin] { return list(node, *pin); },
      [this, asked = asked_](Result<FidoCredentials> found) {
        if (asked != asked_) return;  // closed meanwhile
        reading_ = false;
        pin_->clear();
        if (found) {
          showList(*found);
        } else {
          fail(found.error());
        }
        dress();
      });
}

void PasskeyList::showList(const FidoCredentials& found) {
  question_->hide();
  keys_->clear();
  for (const FidoCredential& key : found.list) keys_->addRow(key_row(key));
  keys_->setVisible(!found.list.empty());
  none_->setVisible(found.list.empty());
  room_->setText(tr("Room for %Ln more", "", static_cast<int>(found.remaining)));
  dress();
  hide_->setFocus();
}

void PasskeyList::fail(const Error& error) {
  message_->setError(error, pin_sentence(error));
  message_->show();
  pin_->setEnabled(true);
  pin_->setFocus();
  bring_into_view(message_);
}

void PasskeyList::hideEvent(QHideEvent* event) {
  // A minimised window, or another one in front, is not left.
  if (!event->spontaneous()) close();
  QWidget::hideEvent(event);
}

}  // namespace gokeyctl::gui
