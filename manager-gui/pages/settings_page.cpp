// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

#include "gui/models/texts.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSectionWidth = 30;  // average characters

// Two sections beside each other, in columns with those `above`.
PairLayout* add_rows(QVBoxLayout* column, QWidget* left, QWidget* right, PairLayout* above) {
  auto* pair = new PairLayout;
  pair->setGaps(gap::kHuge, gap::kPage);
  pair->setAlign(Qt::AlignTop);
  pair->add(left, kSectionWidth, 1);
  pair->add(right, kSectionWidth, 1);
  if (above != nullptr) pair->alignWith(above);
  column->addLayout(pair);
  return pair;
}

void select(QComboBox* combo, const QString& value) {
  const int at = combo->findData(value);
  if (at >= 0) combo->setCurrentIndex(at);
}

}  // namespace

SettingsPage::SettingsPage(Settings& settings, Autostart autostart, QWidget* parent)
    : Page(parent),
      settings_(settings),
      autostart_(std::move(autostart)),
      message_(new InlineMessage),
      warning_(new InlineMessage),
      idle_(nullptr),
      idle_minutes_(new QComboBox),
      hold_(new QComboBox),
      pinentry_(new QComboBox),
      autostart_box_(nullptr),
      keep_running_(nullptr),
      shortcuts_(nullptr),
      shortcuts_remark_(nullptr) {
  column()->addWidget(warning_);
  column()->addWidget(message_);
  message_->hide();
  message_->setClosable(true);

  hold_->addItem(tr("%Ln minute(s)", "", 1), QStringLiteral("1m"));
  hold_->addItem(tr("%Ln minute(s)", "", 10), QStringLiteral("10m"));
  hold_->addItem(tr("%Ln hour(s)", "", 1), QStringLiteral("1h"));
  hold_->addItem(tr("%Ln hour(s)", "", 8), QStringLiteral("8h"));
  hold_->addItem(tr("until the screen locks"), QStringLiteral("screen-lock"));
  hold_->addItem(tr("until unplugged"), QStringLiteral("unplug"));
  pinentry_->addItem(tr("this app’s window"), QStringLiteral("auto"));
  pinentry_->addItem(tr("pinentry"), QStringLiteral("always"));

  PairLayout* first = add_rows(
      column(),
      section(tr("Lock by itself"), {box(keys::kLockOnScreenLock, tr("When the screen locks")),
                                     box(keys::kLockOnSleep, tr("Before the computer sleeps")),
                                     unpluggedBox(), idleLine()}),
      section(tr("Unlock"), {choice(tr("Keep unlocked for"), hold_, keys::kKeepUnlocked),
                             choice(tr("Ask with"), pinentry_, keys::kPinentry),
                             box(keys::kUnlockBoth, tr("Unlock signing and decryption together"))}),
      nullptr);
  add_rows(column(),
           section(tr("Presence"),
                   {box(keys::kPresenceShow, tr("Show who asks, and for how long")),
                    box(keys::kPresenceWindow, tr("Use our own window even in Do Not Disturb")),
                    box(keys::kPresenceOnLockedScreen, tr("Also while the screen is locked")),
                    box(keys::kPresenceSound, tr("Play a sound")),
                    box(keys::kTrayClickConfirms, tr("A click on the tray icon confirms"),
                        tr("A slip of the hand would approve a sign-in"))}),
           section(tr("Tell me when"),
                   {box(keys::kNotifyLocked, tr("A token locks by itself")),
                    box(keys::kNotifyUnplugged, tr("A token is unplugged while unlocked")),
                    box(keys::kNotifyPresenceMissed, tr("Nobody confirmed in time")),
                    box(keys::kNotifyAttention, tr("Something needs me")),
                    box(keys::kNotifyBeforeLock, tr("A token locks in one minute"))}),
           first);
  QWidget* keep = box(keys::kKeepRunning, tr("Keep running in the tray when closed"));
  keep_running_ = boxes_.back().box;
  // Its remark is written by setShortcuts().
  QWidget* shortcuts =
      box(keys::kGlobalShortcuts, tr("Offer shortcuts to the desktop"), QStringLiteral(" "));
  shortcuts_ = boxes_.back().box;
  shortcuts_remark_ = boxes_.back().remark;
  add_rows(column(), section(tr("Start"), {autostartBox(), keep}),
           section(tr("Keys that work everywhere"), {shortcuts}), first);
  column()->addStretch();

  connect(&settings_, &Settings::changed, this, &SettingsPage::reload);
  connect(warning_, &InlineMessage::buttonClicked, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(settings_.file())); });
  setShortcuts(true);
}

void SettingsPage::setShortcuts(bool there) {
  shortcuts_there_ = there;
  const QString remark =
      there ? tr("To lock all and to confirm; you choose the keys")
            : tr("This desktop has none for programs. Bind %1 and %2 in its keyboard settings.")
                  .arg(ltr(QStringLiteral("gokeyctl lock")),
                       ltr(QStringLiteral("gokeyctl presence confirm")));
  shortcuts_remark_->setText(remark);
  shortcuts_->setAccessibleDescription(without_isolates(remark));
  reload();
}

void SettingsPage::setTray(bool there) {
  keep_running_->setText(there ? tr("Keep running in the tray when closed")
                               : tr("Keep running in the background when closed"));
}

QWidget* SettingsPage::section(const QString& title, const std::vector<QWidget*>& lines) {
  auto* whole = new QWidget;
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(gap::kSmall);
  column->addWidget(new Label(title, TextSize::kHeading));
  for (QWidget* line : lines) column->addWidget(line);
  return whole;
}

QWidget* SettingsPage::box(std::string_view key, const QString& label, const QString& remark) {
  auto* whole = new QWidget;
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* check = new QCheckBox(label);
  check->setMinimumHeight(gap::kPage);
  column->addWidget(check);
  const int indent = style()->pixelMetric(QStyle::PM_IndicatorWidth) +
                     style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
  auto* fixed = new Label(tr("Set by your administrator"), TextSize::kSmall, Tone::kDim);
  fixed->setIndent(indent);
  Label* words = nullptr;
  if (!remark.isEmpty()) {
    words = new Label(remark, TextSize::kSmall, Tone::kDim);
    words->setIndent(indent);
    check->setAccessibleDescription(remark);
    column->addWidget(words);
  }
  column->addWidget(fixed);
  fixed->hide();
  connect(check, &QCheckBox::clicked, this,
          [this, key](bool on) { report(settings_.setOn(key, on)); });
  boxes_.push_back({check, key, fixed, words});
  return whole;
}

QWidget* SettingsPage::unpluggedBox() {
  QWidget* whole =
      box({}, tr("When the token is unplugged"), tr("Always on: without power it forgets"));
  QCheckBox* check = boxes_.back().box;
  boxes_.pop_back();
  check->setChecked(true);
  check->setEnabled(false);
  return whole;
}

QWidget* SettingsPage::idleLine() {
  auto* whole = new QWidget;
  auto* line = new FlowLayout(whole);
  // One sentence around a field; translators may leave either end empty.
  idle_ = new QCheckBox(tr("After", "… 15 minutes without input"));
  idle_->setAccessibleName(tr("Lock after a time without input"));
  for (const int minutes : {1, 5, 10, 15, 30, 60})
    idle_minutes_->addItem(tr("%Ln minute(s)", "", minutes), QString::number(minutes));
  idle_minutes_->setAccessibleName(tr("Time without input"));
  auto* end = new Label(tr("without input", "After 15 minutes …"));
  end->setWordWrap(false);
  line->addWidget(idle_);
  line->addWidget(idle_minutes_);
  line->addWidget(end);
  const auto write = [this] {
    report(settings_.set(keys::kLockWhenIdle, idle_->isChecked()
                                                  ? idle_minutes_->currentData().toString()
                                                  : QStringLiteral("never")));
  };
  connect(idle_, &QCheckBox::clicked, this, write);
  connect(idle_minutes_, qOverload<int>(&QComboBox::activated), this, [this, write] {
    if (idle_->isChecked()) write();
  });
  return whole;
}

QWidget* SettingsPage::choice(const QString& label, QComboBox* combo, std::string_view key) {
  auto* whole = new QWidget;
  auto* line = new FlowLayout(whole);
  auto* words = new Label(label);
  words->setWordWrap(false);
  words->setBuddy(combo);
  combo->setAccessibleName(label);
  line->addWidget(words);
  line->addWidget(combo);
  connect(combo, qOverload<int>(&QComboBox::activated), this,
          [this, combo, key] { report(settings_.set(key, combo->currentData().toString())); });
  return whole;
}

QWidget* SettingsPage::autostartBox() {
  autostart_box_ = new QCheckBox(tr("Start when I log in"));
  autostart_box_->setMinimumHeight(gap::kPage);
  connect(autostart_box_, &QCheckBox::clicked, this,
          [this](bool on) { report(autostart_.set(on)); });
  return autostart_box_;
}

void SettingsPage::report(const Result<void>& result) {
  if (!result) {
    message_->setError(result.error(), problem_sentence(result.error(), QString()));
    message_->show();
  } else {
    message_->hide();
  }
  reload();  // what is shown is what is in force
}

void SettingsPage::restoreDefaults() { report(settings_.restoreDefaults()); }

void SettingsPage::reload() {
  for (const Box& box : boxes_) {
    const bool fixed = settings_.isFixed(box.key);
    box.box->setChecked(settings_.isOn(box.key));
    box.box->setEnabled(!fixed);
    box.fixed->setVisible(fixed);
  }
  if (!shortcuts_there_) shortcuts_->setEnabled(false);
  const QString idle = settings_.value(keys::kLockWhenIdle);
  const bool never = idle == QLatin1String("never");
  idle_->setChecked(!never);
  if (!never && idle_minutes_->findData(idle) < 0)
    idle_minutes_->addItem(tr("%Ln minute(s)", "", idle.toInt()), idle);
  select(idle_minutes_, never ? QStringLiteral("15") : idle);
  const bool idle_fixed = settings_.isFixed(keys::kLockWhenIdle);
  idle_->setEnabled(!idle_fixed);
  idle_minutes_->setEnabled(!idle_fixed);
  select(hold_, settings_.value(keys::kKeepUnlocked));
  hold_->setEnabled(!settings_.isFixed(keys::kKeepUnlocked));
  const QString pinentry = settings_.value(keys::kPinentry);
  select(pinentry_, pinentry == QLatin1String("always") ? pinentry : QStringLiteral("auto"));
  pinentry_->setEnabled(!settings_.isFixed(keys::kPinentry));
  autostart_box_->setVisible(static_cast<bool>(autostart_.set));
  if (autostart_.is_on) autostart_box_->setChecked(autostart_.is_on());
  showWarnings();
}

void SettingsPage::showWarnings() {
  const std::vector<ConfigWarning>& warnings = settings_.warnings();
  warning_->setVisible(!warnings.empty());
  if (warnings.empty()) return;
  const ConfigWarning& first = warnings.front();
  warning_->setMessage(
      InlineMessage::Kind::kWarning,
      tr("Line %1 of the settings file is not readable.").arg(QLocale().toString(first.line)),
      tr("Default settings are used until it is corrected."));
  warning_->setButton(tr("Open file"));
  QString details;
  for (const ConfigWarning& warning : warnings)
    details += QStringLiteral("%1:%2: %3\n")
                   .arg(text(warning.file), QString::number(warning.line), text(warning.message));
  warning_->setDetails(details);
}

}  // namespace gokeyctl::gui
