// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/first_contact.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "gui/dialogs/rename_dialog.h"
#include "gui/models/texts.h"
#include "gui/pages/host_key_view.h"
#include "gui/widgets/async.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"
#include "gui/widgets/token_drawing.h"

namespace gokeyctl::gui {
namespace {

enum Step : std::uint8_t { kMeet, kCompare, kConnect };
constexpr int kNameWidth = 40;  // average characters

QVBoxLayout* column_of(QWidget* page) {
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(gap::kPage, gap::kPage, gap::kPage, gap::kPage);
  column->setSpacing(gap::kLarge);
  return column;
}

// A heading and what follows from it.
QVBoxLayout* headed(const QString& heading, Label* words) {
  auto* column = new QVBoxLayout;
  column->setSpacing(gap::kHair);
  column->addWidget(new Label(heading, TextSize::kTitle));
  column->addWidget(words);
  return column;
}

QString type_name(const std::string& type) {
  if (type == "ssh-ed25519") return QStringLiteral("Ed25519");
  if (type == "ssh-rsa") return QStringLiteral("RSA");
  if (type.starts_with("ecdsa-sha2-")) return algorithm_name(type.substr(11));
  return text(type);
}

struct KeyWords {
  QString name, rest;
};

KeyWords key_words(const SshIdentity& key) {
  QString name = text(key.comment);
  if (name.isEmpty() && key.file) name = text(key.file->filename().string());
  if (name.isEmpty()) name = ltr(text(key.fingerprint));
  const QString origin = key.in_agent    ? FirstContact::tr("from the SSH agent")
                         : key.encrypted ? FirstContact::tr("file with a passphrase")
                                         : FirstContact::tr("file");
  return {name, QStringLiteral(" · %1 · %2").arg(type_name(key.type), origin)};
}

}  // namespace

FirstContact::FirstContact(GuideWork work, const BrokerToken& token, QStringList taken,
                           std::string pinned, QWidget* parent)
    : StepDialog(parent),
      work_(std::move(work)),
      taken_(std::move(taken)),
      pinned_(std::move(pinned)) {
  setWindowTitle(token.known ? tr("Choose an SSH key") : tr("Welcome a new token"));
  setObjectName(QStringLiteral("firstContact"));
  addStep(tr("Meet"), makeMeet());
  addStep(tr("Compare"), makeCompare());
  addStep(tr("Connect"), makeConnect());
  setToken(token);
  name_->setText(token.nickname ? text(*token.nickname) : QString());
  beginAt(token.known ? kConnect : kMeet);
}

QString FirstContact::tokenId() const { return text(token_.id); }

std::string FirstContact::fingerprint() const {
  if (token_.presented) return token_.presented->fingerprint;
  if (token_.status && token_.status->token.host_key) return *token_.status->token.host_key;
  return pinned_;
}

QWidget* FirstContact::makeMeet() {
  auto* page = new QWidget;
  QVBoxLayout* column = column_of(page);
  auto* drawing = new TokenDrawing;
  drawing->setAccessibleName(tr("A token, its lamps not known yet"));
  auto* picture = new QHBoxLayout;
  picture->addStretch(1);
  picture->addWidget(drawing, 4);
  picture->addStretch(1);
  auto* says = new Label(TextSize::kNormal, Tone::kDim);
  says->setObjectName(QStringLiteral("says"));
  name_ = new QLineEdit;
  name_->setMaxLength(kLongestName);
  name_->setAccessibleName(tr("Name"));
  name_->setMaximumWidth(characters(kNameWidth));
  name_remark_ = new Label(TextSize::kSmall, Tone::kDim);
  auto* field = new QVBoxLayout;
  field->setSpacing(gap::kSmall);
  auto* name_line = new QHBoxLayout;
  name_line->addWidget(name_, 4);
  name_line->addStretch(1);
  field->addLayout(name_line);
  field->addWidget(name_remark_);
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setHorizontalSpacing(gap::kLarge);
  auto* label = new Label(tr("Name"), TextSize::kNormal, Tone::kDim);
  label->setWordWrap(false);
  label->setBuddy(name_);
  label->setMaximumHeight(name_->sizeHint().height());  // beside the field, not what is below it
  form->addRow(label, field);
  column->addLayout(picture);
  column->addLayout(headed(tr("A token you have not used here"), says));
  column->addLayout(form);
  column->addWidget(new Label(tr("Not sure which one it is? Unplug it, and this window closes by "
                                 "itself."),
                              TextSize::kNormal, Tone::kDim));
  column->addStretch();
  connect(name_, &QLineEdit::textChanged, this, &FirstContact::checkName);
  return page;
}

QWidget* FirstContact::makeCompare() {
  auto* page = new QWidget;
  QVBoxLayout* column = column_of(page);
  host_key_ = new HostKeyView(false);
  same_ = new QRadioButton(tr("It is the same"));
  different_ = new QRadioButton(tr("It is different, or I am not sure"));
  leave_it_ = new InlineMessage;
  leave_it_->setMessage(InlineMessage::Kind::kWarning, tr("Then leave it for now."),
                        tr("No secret was sent to it. Unplug it, and ask whoever set it up."));
  compare_error_ = new InlineMessage;
  column->addLayout(headed(
      tr("Is it really yours?"),
      new Label(tr("Compare with the paper or screen from when it was set up. One form is enough."),
                TextSize::kNormal, Tone::kDim)));
  column->addWidget(host_key_);
  auto* group = new QButtonGroup(page);
  auto* answers = new QVBoxLayout;
  answers->setSpacing(gap::kHair);
  for (QRadioButton* button : {same_, different_}) {
    button->setMinimumHeight(gap::kPage);
    group->addButton(button);
    answers->addWidget(button);
    connect(button, &QRadioButton::toggled, this, &FirstContact::compared);
  }
  column->addLayout(answers);
  auto* receipt = new LinkButton(tr("Import receipt…"));
  auto* instead = new PairLayout;
  instead->setGaps(gap::kSmall, 0);
  auto* question = new Label(tr("Or do you have its receipt?"), TextSize::kNormal, Tone::kDim);
  instead->add(question, question->lineWidth());
  instead->add(receipt);
  instead->setTightBelow(true);
  column->addLayout(instead);
  connect(receipt, &QAbstractButton::clicked, this, &FirstContact::importReceipt);
  column->addWidget(leave_it_);
  column->addWidget(compare_error_);
  column->addStretch();
  leave_it_->hide();
  compare_error_->hide();
  return page;
}

QWidget* FirstContact::makeConnect() {
  auto* page = new QWidget;
  QVBoxLayout* column = column_of(page);
  key_card_ = new Card;
  key_group_ = new QButtonGroup(page);
  recognised_ = new InlineMessage;
  recognised_->setMessage(InlineMessage::Kind::kGood, tr("Recognised by its receipt."), QString());
  none_ = new Label(tr("None of your keys is accepted. Ask whoever set it up, or choose a file."));
  connect_error_ = new InlineMessage;
  connect_error_->setClosable(true);
  auto* try_it = new QPushButton(tr("Try unlocking…"));
  try_it->setAutoDefault(false);
  auto* remark = new Label(tr("Optional. Unlocks for one minute, then locks again."),
                           TextSize::kSmall, Tone::kDim);
  auto* line = new PairLayout;
  line->setGaps(gap::kMedium, gap::kSmall);
  line->add(try_it);
  line->add(remark, 30, 1);
  column->addLayout(headed(tr("How this computer signs in"),
                           new Label(tr("The token lets in only the SSH keys it was set up with."),
                                     TextSize::kNormal, Tone::kDim)));
  column->addWidget(recognised_);
  column->addWidget(none_);
  column->addWidget(key_card_);
  column->addWidget(connect_error_);
  column->addLayout(line);
  column->addStretch();
  recognised_->hide();
  none_->hide();
  connect_error_->hide();
  connect(try_it, &QPushButton::clicked, this, [this] { work_.try_unlocking(); });
  return page;
}

void FirstContact::setToken(const BrokerToken& token) {
  token_ = token;
  if (token.presented) pinned_ = token.presented->fingerprint;
  if (auto* says = findChild<Label*>(QStringLiteral("says"))) {
    const QString id = ltr(short_id(token));
    says->setSentence(
        token.serial.empty()
            ? tr("It has not told its short ID yet. Nothing has been sent to it.")
            : tr("It says its short ID is %1. Nothing has been sent to it yet.").arg(id),
        id);
  }
  host_key_->setKey(fingerprint(), token.serial);
}

void FirstContact::checkName() {
  name_remark_->setText(name_remark(name_->text(), taken_));
  if (step() == kMeet) setReady(is_good_name(name_->text()));
}

void FirstContact::compared() {
  leave_it_->setVisible(different_->isChecked());
  setDeadEnd(different_->isChecked());
  if (different_->isChecked()) bring_into_view(leave_it_);
  setReady(same_->isChecked());
}

void FirstContact::entered(int step) {
  switch (step) {
    case kMeet:
      checkName();
      name_->setFocus();
      break;
    case kCompare:
      compared();
      break;
    default:
      setReady(true);
      listKeys();
      break;
  }
}

void FirstContact::next() {
  switch (step()) {
    case kMeet:
      return goTo(kCompare);
    case kCompare:
      return trust();
    default:
      return finish();
  }
}

void FirstContact::trust() {
  setBusy(true);
  trusting_ = true;
  compare_error_->hide();
  work_.trust(fingerprint(), [this](const Result<BrokerToken>& result) {
    if (!result) {
      setBusy(false);
      trusting_ = false;
      compare_error_->setError(result.error(), problem_sentence(result.error(), name_of(token_)));
      compare_error_->show();
      return;
    }
    setToken(*result);
    // Before the name, which is kept in the same place.
    run_beside<Result<void>>(
        this,
        [note = work_.set_compared, token = *result, key = pinned_] { return note(token, key); },
        [this](Result<void> noted) {
          name();
          if (noted) return;
          connect_error_->setError(noted.error(), problem_sentence(noted.error(), name_of(token_)));
          connect_error_->show();
        });
  });
}

void FirstContact::importReceipt() {
  work_.import_receipt([this](const BrokerToken& token) {
    trusting_ = true;
    setToken(token);
    recognised_->show();
    setBusy(true);
    name();
  });
}

void FirstContact::name() {
  work_.rename(name_->text().trimmed(), [this](const Result<BrokerToken>& renamed) {
    goTo(kConnect);
    if (renamed) return;
    connect_error_->setError(renamed.error(), problem_sentence(renamed.error(), name_of(token_)));
    connect_error_->show();
  });
}

void FirstContact::listKeys() {
  if (std::exchange(listing_, true)) return;
  showKeys();
  run_beside<std::vector<SshIdentity>>(this, work_.list, [this](std::vector<SshIdentity> found) {
    listing_ = false;
    keys_.clear();
    for (SshIdentity& identity : found) keys_.push_back({std::move(identity)});
    showKeys();
    tryKeys();
  });
}

void FirstContact::tryKeys() {
  if (keys_.empty() || !token_.endpoint) return;
  std::vector<SshIdentity> identities;
  identities.reserve(keys_.size());
  for (const Key& key : keys_) identities.push_back(key.identity);
  run_beside<Result<std::vector<Acceptance>>>(
      this,
      [try_all = work_.try_all, endpoint = *token_.endpoint, key = pinned_, identities] {
        return try_all(endpoint, key, identities);
      },
      [this, count = identities.size()](Result<std::vector<Acceptance>> result) {
        if (!result) {
          connect_error_->setError(result.error(),
                                   problem_sentence(result.error(), name_of(token_)));
          connect_error_->show();
          return;
        }
        if (keys_.size() != count) return;
        for (std::size_t i = 0; i < count && i < result->size(); ++i)
          keys_[i].acceptance = (*result)[i];
        const auto accepted = std::ranges::find(keys_, Acceptance::kAccepted, &Key::acceptance);
        if (accepted != keys_.end() && chosen_ < 0)
          chosen_ = static_cast<int>(accepted - keys_.begin());
        showKeys();
      });
}

void FirstContact::showKeys() {
  key_card_->clear();
  bool tried = false;
  bool any = false;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const Key& key = keys_[i];
    tried = tried || key.acceptance != Acceptance::kNotTried;
    any = any || key.acceptance == Acceptance::kAccepted;
    auto* row = new Row;
    auto* button = new QRadioButton;
    const KeyWords words_of_key = key_words(key.identity);
    button->setAccessibleName(words_of_key.name + words_of_key.rest);
    button->setEnabled(key.identity.usable());
    button->setChecked(static_cast<int>(i) == chosen_);
    key_group_->addButton(button, static_cast<int>(i));
    connect(button, &QRadioButton::toggled, this, [this, i](bool on) {
      if (on) chosen_ = static_cast<int>(i);
    });
    row->setLeading(button);
    row->setTitle(words_of_key.name, words_of_key.rest);
    QString words = tr("Not tried");
    Tone tone = Tone::kDim;
    if (key.acceptance == Acceptance::kAccepted) {
      words = tr("Accepted");
      tone = Tone::kGood;
    } else if (key.acceptance == Acceptance::kRefused) {
      words = tr("Not accepted");
    }
    auto* outcome = new Label(words, TextSize::kNormal, tone);
    outcome->setWordWrap(false);
    if (tone == Tone::kGood) {
      auto* tick = new Symbol;
      tick->setSymbol(QStringLiteral("check-ok"), tone);
      row->addAction(tick);
    }
    row->addAction(outcome);
    key_card_->addRow(row);
  }
  auto* file = new Row;
  file->setTitle(listing_ ? tr("Reading…") : tr("A key in another place"));
  auto* choose = new QPushButton(tr("Choose a file…"));
  file->addAction(choose);
  key_card_->addRow(file);
  auto* fresh = new Row;
  fresh->setTitle(tr("A new key"));
  fresh->setDetail(tr("Works after the token is set up again with it."));
  auto* create = new QPushButton(tr("Create a new key…"));
  fresh->addAction(create);
  key_card_->addRow(fresh);
  for (QPushButton* button : {choose, create}) button->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, &FirstContact::addFile);
  connect(create, &QPushButton::clicked, this, &FirstContact::createKey);
  none_->setVisible(tried && !any);
}

void FirstContact::addFile() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Choose an SSH key"),
                                                    QDir::homePath() + QStringLiteral("/.ssh"));
  if (file.isEmpty()) return;
  run_beside<Result<SshIdentity>>(
      this, [read = work_.from_file, path = file.toStdString()] { return read(path); },
      [this](Result<SshIdentity> identity) { addKey(identity); });
}

void FirstContact::createKey() {
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Create a new key"), QDir::homePath() + QStringLiteral("/.ssh/id_gokey"), QString(),
      nullptr, QFileDialog::DontConfirmOverwrite);  // nothing is ever overwritten
  if (file.isEmpty()) return;
  run_beside<Result<SshIdentity>>(
      this, [create = work_.create, path = file.toStdString()] { return create(path); },
      [this](Result<SshIdentity> identity) { addKey(identity); });
}

void FirstContact::addKey(const Result<SshIdentity>& identity) {
  connect_error_->setVisible(!identity);
  if (!identity) {
    connect_error_->setError(identity.error(), problem_sentence(identity.error(), name_of(token_)));
    return;
  }
  keys_.push_back({*identity});
  chosen_ = static_cast<int>(keys_.size()) - 1;
  showKeys();
  tryKeys();
}

void FirstContact::finish() {
  // The agent's keys are tried by themselves; a file has to be named.
  if (chosen_ >= 0 && static_cast<std::size_t>(chosen_) < keys_.size()) {
    const SshIdentity& key = keys_[static_cast<std::size_t>(chosen_)].identity;
    if (!key.in_agent && key.file) {
      if (const Result<void> set = work_.use_identity(*key.file); !set) {
        connect_error_->setError(set.error(), problem_sentence(set.error(), QString()));
        connect_error_->show();
        return;
      }
    }
  }
  accept();
}

}  // namespace gokeyctl::gui
