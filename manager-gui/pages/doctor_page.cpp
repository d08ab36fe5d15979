// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/doctor_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "gui/models/texts.h"
#include "gui/widgets/async.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr std::size_t kFineShown = 5;

bool needs_somebody(const DoctorCheck& check) {
  return check.verdict == DoctorVerdict::kFail || check.verdict == DoctorVerdict::kWarn;
}

QString symbol_name(DoctorVerdict verdict) {
  switch (verdict) {
    case DoctorVerdict::kOk:
      return QStringLiteral("check-ok");
    case DoctorVerdict::kWarn:
      return QStringLiteral("check-warn");
    case DoctorVerdict::kFail:
      return QStringLiteral("check-fail");
    case DoctorVerdict::kSkipped:
      break;
  }
  return QStringLiteral("check-idle");
}

Tone tone_of(DoctorVerdict verdict) {
  switch (verdict) {
    case DoctorVerdict::kOk:
      return Tone::kGood;
    case DoctorVerdict::kWarn:
      return Tone::kWarning;
    case DoctorVerdict::kFail:
      return Tone::kError;
    case DoctorVerdict::kSkipped:
      break;
  }
  return Tone::kDim;
}

QString title_of(const DoctorCheck& check) {
  return text(check.title.empty() ? check.id : check.title.translated());
}

QString sentence_of(const DoctorCheck& check) {
  return full_sentence(text(check.message.translated()));
}

// The command line's word for what is wrong; empty if nothing is.
QString code_of(const DoctorCheck& check) {
  return check.code && needs_somebody(check) ? text(code_name(*check.code)) : QString();
}

}  // namespace

DoctorPage::DoctorPage(DoctorWork work, QWidget* parent)
    : Page(parent),
      work_(std::move(work)),
      wrong_(new Card),
      step_(nullptr),
      step_place_(new QVBoxLayout),
      fine_(new Card),
      more_(new LinkButton(QString())) {
  column()->setSpacing(gap::kLarge);
  column()->addWidget(wrong_);
  column()->addLayout(step_place_);
  column()->addWidget(fine_);
  column()->addWidget(more_, 0, Qt::AlignLeading);
  column()->addStretch();
  connect(more_, &QAbstractButton::clicked, this, [this] {
    show_all_ = true;
    showChecks();
  });
  showChecks();
}

void DoctorPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!ran_) start();
}

void DoctorPage::setOwnChecks(std::vector<DoctorCheck> checks) {
  own_ = std::move(checks);
  if (!ran_) return;
  showChecks();
  emit summaryChanged();
}

void DoctorPage::start() {
  if (running_) return;
  running_ = true;
  ran_ = true;
  done_ = total_ = 0;
  checks_.clear();
  delete std::exchange(step_, nullptr);
  showChecks();
  emit summaryChanged();
  QPointer<DoctorPage> self(this);
  run_beside<std::vector<DoctorCheck>>(
      this,
      [self, run = work_.run] {
        return run([self](const DoctorCheck& check, std::size_t done, std::size_t total) {
          QMetaObject::invokeMethod(
              QCoreApplication::instance(),
              [self, check, done, total] {
                if (self) self->add(check, done, total);
              },
              Qt::QueuedConnection);
          return true;
        });
      },
      [this](std::vector<DoctorCheck> checks) { finish(std::move(checks)); });
}

void DoctorPage::add(const DoctorCheck& check, std::size_t done, std::size_t total) {
  if (!running_) return;
  checks_.push_back(check);
  done_ = done;
  total_ = total;
  showChecks();
  emit summaryChanged();
}

void DoctorPage::finish(std::vector<DoctorCheck> checks) {
  running_ = false;
  checks_ = std::move(checks);
  checked_at_ = QDateTime::currentDateTime();
  showChecks();
  emit summaryChanged();
}

QString DoctorPage::summary() const {
  if (running_) {
    if (total_ == 0) return tr("Checking…");
    return tr("Checking… %1 of %2").arg(QLocale().toString(done_), QLocale().toString(total_));
  }
  if (!ran_) return {};
  const auto all = checks_.size() + own_.size();
  const auto wrong = static_cast<int>(std::ranges::count_if(checks_, needs_somebody) +
                                      std::ranges::count_if(own_, needs_somebody));
  if (wrong == 0) return tr("Everything is fine.");
  const QString fine = tr("%1 of %2 checks are fine.")
                           .arg(QLocale().toString(static_cast<int>(all) - wrong),
                                QLocale().toString(static_cast<int>(all)));
  return fine + QLatin1Char(' ') + tr("%Ln need(s) you.", "", wrong);
}

QString DoctorPage::report() const {
  QString out = summary() + QLatin1Char('\n');
  for (const auto* list : {&checks_, &own_}) {
    for (const DoctorCheck& check : *list) {
      const QString code = code_of(check);
      out += QStringLiteral("%1 %2: %3%4\n")
                 .arg(text(name(check.verdict)), text(check.id), sentence_of(check),
                      code.isEmpty() ? QString() : QStringLiteral(" · ") + code);
    }
  }
  // What would tell one person or token from another.
  static const QRegularExpression kPrivate(
      QStringLiteral("SHA256:[A-Za-z0-9+/]+|\\b[0-9A-F]{8}\\b|/home/[^/ ]+|\\b[0-9a-f]{40}\\b"));
  return without_isolates(out).replace(kPrivate, QStringLiteral("…"));
}

void DoctorPage::showChecks() {
  wrong_->clear();
  fine_->clear();
  std::vector<const DoctorCheck*> wrong;
  std::vector<const DoctorCheck*> fine;
  for (const auto* list : {&checks_, &own_}) {
    for (const DoctorCheck& check : *list) (needs_somebody(check) ? wrong : fine).push_back(&check);
  }
  std::ranges::stable_sort(wrong, [](const DoctorCheck* a, const DoctorCheck* b) {
    return a->verdict == DoctorVerdict::kFail && b->verdict != DoctorVerdict::kFail;
  });
  for (const DoctorCheck* check : wrong) wrong_->addRow(makeRow(*check));
  const std::size_t shown = show_all_ ? fine.size() : std::min(fine.size(), kFineShown);
  for (std::size_t i = 0; i < shown; ++i) fine_->addRow(makeRow(*fine[i]));
  wrong_->setVisible(!wrong.empty());
  fine_->setVisible(shown > 0);
  const auto hidden = static_cast<int>(fine.size() - shown);
  more_->setVisible(hidden > 0);
  more_->setText(tr("Show %Ln more check(s) that are fine", "", hidden));
  more_->updateGeometry();
}

QWidget* DoctorPage::makeRow(const DoctorCheck& check) {
  auto* row = new Row;
  row->setSymbol(symbol_name(check.verdict), tone_of(check.verdict));
  row->setTitle(title_of(check));
  row->setDetail(sentence_of(check), code_of(check));
  if (!needs_somebody(check)) return row;
  if (check.fix) {
    auto* fix = new QPushButton(tr("Fix…"));
    fix->setAccessibleName(tr("Fix: %1").arg(title_of(check)));
    connect(fix, &QPushButton::clicked, this, [this, plan = *check.fix] { askToFix(plan); });
    row->addAction(fix);
  } else if (!check.next.empty()) {
    auto* how = new QPushButton(tr("How…"));
    how->setAccessibleName(tr("How: %1").arg(title_of(check)));
    connect(how, &QPushButton::clicked, this, [this, check] { showHow(check); });
    row->addAction(how);
  }
  return row;
}

void DoctorPage::showHow(const DoctorCheck& check) {
  delete step_;
  auto* message = new InlineMessage;
  message->setMessage(InlineMessage::Kind::kInfo, full_sentence(title_of(check)),
                      full_sentence(text(check.next.translated())));
  message->setClosable(true);
  step_place_->addWidget(message);
  step_ = message;
  bring_into_view(message);
}

void DoctorPage::askToFix(const DoctorFix& fix) {
  delete step_;
  auto* card = new Card;
  auto* inside = new QWidget;
  auto* lines = new QVBoxLayout(inside);
  lines->setContentsMargins(gap::kLarge, gap::kMedium, gap::kLarge, gap::kMedium);
  lines->setSpacing(gap::kSmall);
  lines->addWidget(new Label(text(fix.what.translated()), TextSize::kHeading));
  QStringList commands;
  for (const std::string& line : shell_lines(fix)) commands << text(line);
  for (const QString& command : commands) {
    auto* shown = new Label;
    shown->setIdentifier(command);
    lines->addWidget(shown);
  }
  lines->addWidget(new Label(tr("Run these now? You may be asked for your password."),
                             TextSize::kNormal, Tone::kDim));
  auto* run = new QPushButton(tr("Run"));
  auto* copy = new QPushButton(tr("Copy"));
  copy->setAccessibleName(tr("Copy the commands"));
  auto* cancel = new QPushButton(tr("Cancel"));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(gap::kSmall);
  for (QPushButton* button : {run, copy, cancel}) buttons->addWidget(button);
  buttons->addStretch();
  lines->addLayout(buttons);
  card->addRow(inside);
  step_place_->addWidget(card);
  step_ = card;
  connect(run, &QPushButton::clicked, this, [this, fix] { apply(fix); });
  connect(copy, &QPushButton::clicked, copy,
          [copy, commands] { copy_and_say(copy, commands.join(QLatin1Char('\n'))); });
  connect(cancel, &QPushButton::clicked, card, [this, card] {
    card->deleteLater();
    step_ = nullptr;
  });
  run->setFocus();
  bring_into_view(card);
}

void DoctorPage::apply(const DoctorFix& fix) {
  step_->setEnabled(false);
  run_beside<Result<void>>(
      this, [apply = work_.apply, fix] { return apply(fix); },
      [this](Result<void> result) {
        if (step_ != nullptr) step_->deleteLater();
        step_ = nullptr;
        if (result) {
          start();
          return;
        }
        if (result.error().code == Code::kCancelled) return;
        auto* message = new InlineMessage;
        message->setError(result.error(), problem_sentence(result.error(), QString()));
        message->setClosable(true);
        step_place_->addWidget(message);
        step_ = message;
      });
}

}  // namespace gokeyctl::gui
