// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/window/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>
#include <set>
#include <utility>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/pinentry_unlock.h"
#include "gui/dialogs/receipt_dialog.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/models/texts.h"
#include "gui/pages/console_page.h"
#include "gui/pages/doctor_page.h"
#include "gui/pages/fido_page.h"
#include "gui/pages/key_texts.h"
#include "gui/pages/notice_pages.h"
#include "gui/pages/openpgp_page.h"
#include "gui/pages/overview_page.h"
#include "gui/pages/settings_page.h"
#include "gui/pages/trust_pages.h"
#include "gui/widgets/accessible.h"
#include "gui/widgets/async.h"
#include "gui/widgets/busy_bar.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"
#include "gui/window/token_list.h"

namespace gokeyctl::gui {
namespace {

constexpr QSize kFirstSize(960, 680);
constexpr QSize kSmallestSize(360, 480);
constexpr int kSmallestWidth = 44;  // average characters: with a larger font, pages need more
constexpr int kRoomyFrom = 60;      // average characters of width: below, the padding gives way
constexpr int kSideFrom = 90;       // average characters of width: below, the side becomes a field
constexpr int kStaleAfterMs = 5000;
const QString kDoctorItem = QStringLiteral("\n doctor");  // no token's id
const QString kSettingsItem = QStringLiteral("\n settings");

bool host_key_changed(const BrokerToken& token) {
  return token.known && token.problem && token.problem->code == Code::kHostKey;
}

bool in_factory_state(const BrokerToken& token) {
  return token.status && token.status->token.state == LifeCycle::kFactory;
}

QSettings window_state(const Settings& settings) {
  const std::string file = (settings.paths().state / "window.ini").string();
  return {QString::fromStdString(file), QSettings::IniFormat};
}

}  // namespace

MainWindow::MainWindow(Desk& desk, Settings& settings, WindowWork work, QWidget* parent)
    : QMainWindow(parent), desk_(desk), settings_(settings), work_(std::move(work)) {
  install_accessible_widgets();
  setWindowTitle(tr("GoKey Manager"));
  setObjectName(QStringLiteral("mainWindow"));
  build();
  buildShortcuts();
  fitFont();
  resize(kFirstSize);
  QSettings state = window_state(settings_);
  restoreGeometry(state.value(QStringLiteral("geometry")).toByteArray());
  tray_told_ = state.value(QStringLiteral("tray-told")).toBool();
  stale_timer_.setSingleShot(true);
  stale_timer_.setInterval(kStaleAfterMs);
  connect(&stale_timer_, &QTimer::timeout, this, [this] {
    stale_ = true;
    dressFoot();
    dressPage();
  });
  patience_.setSingleShot(true);
  connect(&patience_, &QTimer::timeout, this, &MainWindow::dressHeader);
  connectDesk();
  connectPages();
  chooseFirst();
  adapt();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectDesk() {
  connect(&desk_, &Desk::tokenAdded, this, [this](const QString& id) {
    const BrokerToken* token = desk_.token(id);
    if (token == nullptr) return;
    // A token that told its serial comes back under it.
    const bool same = token->endpoint && left_endpoint_ == token->endpoint->text();
    if (guide_ && guide_->isTrusting() && token->endpoint && guide_->endpoint() &&
        guide_->endpoint()->text() == token->endpoint->text())
      guide_->setToken(*token);
    if (place_ == Place::kTokens && (current() == nullptr || same)) {
      left_endpoint_.clear();
      choose(Place::kTokens, id);
    } else {
      dress();
    }
    // The same token comes back under its old name or, before it has told its serial, another.
    if (unlock_ && (unlock_->tokenId() == id ||
                    (!token->serial.empty() && unlock_->serial() == token->serial)))
      unlock_->setToken(*token);
    if (receipt_ && (receipt_->tokenId() == id ||
                     (!token->serial.empty() && receipt_->serial() == token->serial)))
      receipt_->setToken(*token);
  });
  connect(&desk_, &Desk::tokenChanged, this, &MainWindow::tokenChanged);
  connect(&desk_, &Desk::tokenRemoved, this, &MainWindow::tokenRemoved);
  connect(&desk_, &Desk::brokerLost, this, [this](const Error&) { dress(); });
  connect(&desk_, &Desk::brokerFound, this, [this] { dress(); });
  connect(&desk_, &Desk::presenceEnded, this, &MainWindow::rememberRequest);
  connect(&desk_, &Desk::presenceDismissed, this,
          [this](const QString& id, quint64 number) { dismissed_[id] = number; });
  connect(&desk_, &Desk::unlocked, this,
          [this](const QString& id, const std::vector<KeyUse>& keys) {
            const BrokerToken* token = desk_.token(id);
            QString words = unlocked_text(keys);
            if (token != nullptr) words += QLatin1Char(' ') + held_text(*token, keys);
            say(words.trimmed());
          });
  connect(&desk_, &Desk::locked, this,
          [this](const QString&, const std::vector<KeyUse>& keys, LockReason) {
            say(locked_text(keys));
          });
}

void MainWindow::say(const QString& text) {
  if (isVisible()) announce(as_of_, text);
}

void MainWindow::choose(Place place, const QString& token) {
  if (token != token_) {
    error_->hide();
    question_->hide();
    stale_ = false;
  }
  place_ = place;
  if (!token.isEmpty()) token_ = token;
  dress();
}

void MainWindow::chooseFirst() {
  const auto& tokens = desk_.tokens();
  choose(place_, tokens.empty() ? QString() : QString::fromStdString(tokens.front().id));
}

void MainWindow::showToken(const QString& id) {
  if (desk_.token(id) != nullptr) choose(Place::kTokens, id);
}

void MainWindow::showView(View view) {
  place_ = Place::kTokens;
  if (tabs_->isTabEnabled(static_cast<int>(view))) view_ = view;
  dress();
}

void MainWindow::openDoctor() {
  doctor_token_ = current() != nullptr ? std::optional(*current()) : std::nullopt;
  const bool shown_before = doctor_->isVisible();
  // It lists what they say, and what to do.
  tray_notice_->hide();
  bus_notice_->hide();
  choose(Place::kDoctor, token_);
  if (shown_before) doctor_->start();
}

void MainWindow::openSettings() { choose(Place::kSettings, token_); }

void MainWindow::step(int by) {
  const int count = tabs_->count();
  int at = static_cast<int>(view_);
  for (int tried = 0; tried < count; ++tried) {
    at = (at + by + count) % count;
    if (tabs_->isTabEnabled(at)) break;
  }
  showView(static_cast<View>(at));
}

void MainWindow::switchSide() {
  QWidget* side = narrow_ ? static_cast<QWidget*>(token_picker_) : token_list_;
  if (side->hasFocus() || place_list_->hasFocus()) {
    pages_->currentWidget()->setFocus();
    auto* page = qobject_cast<Page*>(pages_->currentWidget());
    QWidget* first = page != nullptr ? page->firstField() : nullptr;
    if (first == nullptr) first = tabs_->isVisible() ? static_cast<QWidget*>(tabs_) : refresh_;
    first->setFocus(Qt::TabFocusReason);
  } else {
    side->setFocus(Qt::TabFocusReason);
  }
}

void MainWindow::tokenChanged(const QString& id) {
  const BrokerToken* token = desk_.token(id);
  if (unlock_ && unlock_->tokenId() == id && token != nullptr) unlock_->setToken(*token);
  if (guide_ && guide_->tokenId() == id && token != nullptr) guide_->setToken(*token);
  if (receipt_ && receipt_->tokenId() == id && token != nullptr) receipt_->setToken(*token);
  if (id == token_) stale_ = false;
  dress();
}

void MainWindow::tokenRemoved(const QString& id) {
  if (unlock_ && unlock_->tokenId() == id) unlock_->setGone();
  if (pinentry_ && pinentry_->tokenId() == id) pinentry_->stop();
  if (receipt_ && receipt_->tokenId() == id) receipt_->setGone();
  // Who is not sure which token it is unplugs it.
  if (guide_ && guide_->tokenId() == id && !guide_->isTrusting()) guide_->reject();
  if (id == token_) {
    left_endpoint_ = shown_endpoint_;
    token_.clear();
    chooseFirst();
  } else {
    dress();
  }
}

void MainWindow::rememberRequest(const QString& id, const PresenceRequest& request,
                                 BrokerEvent::Outcome outcome) {
  PastRequest past{QDateTime::currentDateTime(), request, PastRequest::End::kOther};
  switch (outcome) {
    case BrokerEvent::Outcome::kConfirmed:
      past.end = PastRequest::End::kConfirmed;
      break;
    case BrokerEvent::Outcome::kTimeout:
      past.end = PastRequest::End::kTimeout;
      break;
    case BrokerEvent::Outcome::kRemoved:
      past.end = PastRequest::End::kRemoved;
      break;
    case BrokerEvent::Outcome::kOther:
      break;
  }
  const auto dismissed = dismissed_.find(id);
  if (past.end == PastRequest::End::kTimeout && dismissed != dismissed_.end() &&
      dismissed->second == request.number)
    past.end = PastRequest::End::kDismissed;
  constexpr std::size_t kKept = 10;
  std::vector<PastRequest>& list = requests_[id];
  list.insert(list.begin(), past);
  if (list.size() > kKept) list.pop_back();
  if (id == token_) fido_->setRequests(list);
}

// Shows everything as it is now.
void MainWindow::dress() {
  if (std::exchange(dressing_, true)) return;
  {
    const QSignalBlocker tokens(token_list_->selectionModel());
    const QSignalBlocker places(place_list_->selectionModel());
    token_list_->setCurrentIndex(place_ == Place::kTokens ? tokens_->indexOf(token_)
                                                          : QModelIndex());
    place_list_->setCurrentIndex(
        place_ == Place::kTokens
            ? QModelIndex()
            : place_list_->model()->index(place_ == Place::kDoctor ? 0 : 1, 0));
    token_list_->viewport()->update();
    place_list_->viewport()->update();
  }
  dressTabs();
  fillPickers();
  showPage();
  dressHeader();
  dressFoot();
  dressPage();
  dressNotices();
  dressing_ = false;
}

void MainWindow::dressTabs() {
  const BrokerToken* token = current();
  const bool changed = token != nullptr && host_key_changed(*token);
  // A bar whose tab is disabled moves on by itself, to where nobody went.
  const QSignalBlocker blocker(tabs_);
  for (const View view : {View::kOverview, View::kOpenPgp, View::kFido})
    tabs_->setTabEnabled(static_cast<int>(view), !changed);
  if (changed && view_ != View::kConsole) view_ = View::kTrust;
  tabs_->setCurrentIndex(static_cast<int>(view_));
  // The tab that is chosen is of one colour with its page; styles darken the others from there,
  // which on a dark ground makes holes of them.
  QPalette colours = palette();
  if (!is_dark(colours)) colours.setColor(QPalette::Window, colours.color(QPalette::Base));
  if (tabs_->palette() != colours) tabs_->setPalette(colours);
}

void MainWindow::fillPickers() {
  const QSignalBlocker tokens(token_picker_);
  token_picker_->clear();
  for (const BrokerToken& token : desk_.tokens()) {
    token_picker_->addItem(symbol_icon(symbol_of(token).name), name_of(token),
                           QString::fromStdString(token.id));
  }
  if (desk_.tokens().empty())
    token_picker_->addItem(symbol_icon(QStringLiteral("none")), tokens_->wordsForNone(), QString());
  token_picker_->insertSeparator(token_picker_->count());
  token_picker_->addItem(symbol_icon(QStringLiteral("page-doctor")), tr("Doctor"), kDoctorItem);
  token_picker_->addItem(symbol_icon(QStringLiteral("page-settings")), tr("Settings"),
                         kSettingsItem);
  const QString chosen = place_ == Place::kDoctor     ? kDoctorItem
                         : place_ == Place::kSettings ? kSettingsItem
                                                      : token_;
  token_picker_->setCurrentIndex(std::max(0, token_picker_->findData(chosen)));
  const QSignalBlocker pages(tab_picker_);
  tab_picker_->setCurrentIndex(static_cast<int>(view_));
}

QWidget* MainWindow::pageOf(const BrokerToken& token) const {
  switch (view_) {
    case View::kOverview:
      if (in_factory_state(token)) return factory_;
      return overview_;
    case View::kOpenPgp:
      return openpgp_;
    case View::kFido:
      return fido_;
    case View::kConsole:
      return console_;
    case View::kTrust:
      break;
  }
  if (host_key_changed(token)) return changed_;
  return trust_;
}

void MainWindow::showPage() {
  const BrokerToken* token = current();
  if (token != nullptr) {
    shown_endpoint_ = token->endpoint ? token->endpoint->text() : std::string();
    readTrust();
    overview_->setMayUnlock(mayUnlock(*token));
    openpgp_->setMayUnlock(mayUnlock(*token));
    overview_->setToken(*token);
    openpgp_->setToken(*token);
    fido_->setToken(*token);
    const auto requests = requests_.find(token_);
    fido_->setRequests(requests == requests_.end() ? std::vector<PastRequest>{} : requests->second);
    console_->setToken(token_);
    trust_->setToken(*token);
    changed_->setToken(*token);
  }
  no_token_->setWatched(desk_.connected());
  QWidget* page = no_token_;
  if (token != nullptr) page = pageOf(*token);
  if (place_ == Place::kDoctor) page = doctor_;
  if (place_ == Place::kSettings) page = settings_page_;
  pages_->setCurrentWidget(page);
}

bool MainWindow::mayUnlock(const BrokerToken& token) const {
  return token.trust != TrustClass::kPerBoot || unauthenticated_;
}

void MainWindow::readTrust() {
  const BrokerToken& token = *current();
  // Again whenever it may have changed.
  const QString key = QStringLiteral("%1 %2 %3")
                          .arg(token_)
                          .arg(token.known)
                          .arg(token.trust ? static_cast<int>(*token.trust) : -1);
  if (key == trust_read_for_ || !work_.read_trust) return;
  trust_read_for_ = key;
  unauthenticated_ = false;
  run_beside<Result<std::optional<TrustEntry>>>(
      this, [read = work_.read_trust, token] { return read(token); },
      [this, key](Result<std::optional<TrustEntry>> entry) {
        if (key != trust_read_for_) return;
        if (!entry) return fail(entry.error());
        overview_->setEntry(*entry);
        trust_->setEntry(*entry);
        changed_->setEntry(*entry);
        if (!*entry || !(*entry)->allow_unauthenticated_unlock) return;
        unauthenticated_ = true;
        dress();
      });
}

void MainWindow::dressHeader() {
  const BrokerToken* token = place_ == Place::kTokens ? current() : nullptr;
  const bool nothing = place_ == Place::kTokens && token == nullptr;
  header_->setVisible(!nothing);
  head_line_->setVisible(!nothing);
  tab_row_->setVisible(token != nullptr);
  more_->setVisible(token != nullptr);
  copy_report_->setVisible(place_ == Place::kDoctor);
  check_again_->setVisible(place_ == Place::kDoctor);
  check_again_->setEnabled(!doctor_->isRunning());
  copy_report_->setEnabled(!doctor_->isRunning());
  main_button_->setVisible(false);
  if (place_ == Place::kDoctor) {
    title_->setText(tr("Doctor"));
    subtitle_->setText(doctor_->summary());
  } else if (place_ == Place::kSettings) {
    title_->setText(tr("Settings"));
    subtitle_->setText(tr("Changes take effect at once."));
  }
  title_->setVisible(!narrow_);
  if (token == nullptr) return;

  title_->setText(name_of(*token));
  subtitle_->setText(host_key_changed(*token) ? tr("Not connected") : state_line(*token));
  if (const auto waited = desk_.connectingFor(token_); waited && *waited < kPatience)
    patience_.start(kPatience - *waited);
  const MainAction action = mainActionOf(*token);
  main_button_->setText(main_label(action));
  main_button_->setVisible(action != MainAction::kNone);
  main_button_->setEnabled(true);
  main_button_->setIcon(action == MainAction::kLock ? symbol_icon(QStringLiteral("locked"))
                                                    : QIcon());
  rename_action_->setEnabled(token->known);
  identify_action_->setEnabled(token->hid_node.has_value());
  copy_id_action_->setEnabled(!token->serial.empty());
  restart_action_->setEnabled(token->status.has_value() && !token->problem);
  forget_action_->setEnabled(token->known);
}

void MainWindow::dressFoot() {
  const BrokerToken* token = place_ == Place::kTokens ? current() : nullptr;
  foot_->setVisible(place_ != Place::kTokens || token != nullptr);
  foot_line_->setVisible(!foot_->isHidden());
  open_file_->setVisible(place_ == Place::kSettings);
  restore_->setVisible(place_ == Place::kSettings);
  const bool console = token != nullptr && view_ == View::kConsole;
  copy_list_->setVisible(console);
  refresh_->setVisible(token != nullptr && !console);
  busy_->setBusy(refreshing_ > 0 || (place_ == Place::kDoctor && doctor_->isRunning()) ||
                 (token != nullptr && token->connecting));
  if (place_ == Place::kSettings) {
    as_of_->setText(tr("Saved in %1").arg(ltr(QStringLiteral("gokey-manager/\u200bconfig.toml"))));
    return;
  }
  if (place_ == Place::kDoctor) {
    as_of_->setText(doctor_->checkedAt().isValid()
                        ? tr("Checked at %1").arg(clock_text_with_seconds(doctor_->checkedAt()))
                        : QString());
    return;
  }
  if (token == nullptr) return;
  const bool changed = host_key_changed(*token);
  refresh_->setText(changed ? tr("Check again") : tr("Refresh"));
  const QDateTime when = token->as_of ? local_time(*token->as_of) : QDateTime();
  if (!when.isValid()) {
    as_of_->setText(token->connecting ? tr("Reading…") : tr("Not read yet"));
    return;
  }
  as_of_->setText(isSilent(*token) ? tr("As of %1 – not answering").arg(clock_text(when))
                                   : tr("As of %1").arg(clock_text_with_seconds(when)));
}

bool MainWindow::isSilent(const BrokerToken& token) const {
  return stale_ || (token.problem && !host_key_changed(token)) ||
         token.state == TokenState::kUnreachable;
}

void MainWindow::dressPage() {
  const BrokerToken* token = place_ == Place::kTokens ? current() : nullptr;
  const bool old = token != nullptr && token->status && view_ != View::kConsole &&
                   (isSilent(*token) || busy_->isShown());
  for (int i = 0; i < pages_->count(); ++i) {
    if (auto* page = qobject_cast<Page*>(pages_->widget(i)))
      page->setDimmed(old && page == pages_->currentWidget());
  }
}

void MainWindow::dressNotices() {
  broker_notice_->setVisible(!desk_.connected());
  QString next = tr("It is tried again by itself. What is shown may be old.");
  if (const std::optional<Error>& why = desk_.brokerProblem())
    next =
        full_sentence(QString::fromStdString(why->message.translated())) + QLatin1Char('\n') + next;
  broker_notice_->setMessage(InlineMessage::Kind::kWarning, no_broker_sentence(), next);
  std::set<QString> names;
  QString twice;
  for (const BrokerToken& token : desk_.tokens()) {
    if (token.nickname && !names.insert(name_of(token)).second) twice = name_of(token);
  }
  name_notice_->setVisible(!twice.isEmpty() && place_ == Place::kTokens);
  if (!twice.isEmpty()) {
    name_notice_->setMessage(InlineMessage::Kind::kInfo,
                             tr("Two tokens are named “%1”.").arg(twice),
                             tr("Their short IDs tell them apart."));
    name_notice_->setButton(tr("Rename…"));
  }
}

void MainWindow::adapt() {
  setNarrow(width() < characters(kSideFrom));
  // Whatever font and language make of it.
  const int room = (narrow_ ? width() : width() - side_->width()) - 2 * gap::kPage;
  const bool wide_enough = tabs_->sizeHint().width() <= room;
  tabs_->setVisible(wide_enough);
  tab_picker_->setVisible(!wide_enough);
  // In a narrow window the main button stands beside the field of the pages.
  const bool beside_picker = narrow_ && !wide_enough;
  QHBoxLayout* home = beside_picker ? tab_row_layout_ : header_layout_;
  if (home->indexOf(main_button_) < 0) {
    if (beside_picker) {
      home->addWidget(main_button_);
    } else {
      home->insertWidget(1, main_button_, 0, Qt::AlignVCenter);
    }
  }
  // The same for all that stands above each other.
  const int padding = width() < characters(kRoomyFrom) ? gap::kLarge : gap::kPage;
  narrow_bar_layout_->setContentsMargins(padding, gap::kSmall, padding, gap::kSmall);
  tab_row_layout_->setContentsMargins(padding, 0, padding, wide_enough ? 0 : gap::kMedium);
  header_layout_->setContentsMargins(padding, narrow_ ? gap::kSmall : gap::kLarge, padding,
                                     gap::kMedium);
  notices_->setContentsMargins(padding, notices_->contentsMargins().top(), padding, 0);
  foot_->layout()->setContentsMargins(padding, gap::kHair, padding, gap::kHair);
  for (int i = 0; i < pages_->count(); ++i) {
    if (auto* page = qobject_cast<Page*>(pages_->widget(i))) page->setPadding(padding);
  }
}

void MainWindow::setNarrow(bool narrow) {
  narrow_ = narrow;
  side_->setVisible(!narrow);
  narrow_bar_->setVisible(narrow);
  QHBoxLayout* home = narrow ? narrow_bar_layout_ : header_layout_;
  if (home->indexOf(more_) < 0) home->addWidget(more_);
  title_->setVisible(!narrow);
}

void MainWindow::fitFont() {
  setMinimumSize(kSmallestSize.expandedTo({characters(kSmallestWidth), 0}));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  adapt();
  QMainWindow::resizeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (pages_ == nullptr) return;
  if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange ||
      event->type() == QEvent::StyleChange) {
    fitFont();
    adapt();
  }
  if (event->type() == QEvent::PaletteChange) dress();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  const int rows = place_list_->sizeHintForRow(0) * 2;
  place_list_->setFixedHeight(rows + 2);
  adapt();
}

void MainWindow::present() {
  show();
  if (isMinimized()) showNormal();
  raise();
  activateWindow();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  QSettings state = window_state(settings_);
  state.setValue(QStringLiteral("geometry"), saveGeometry());
  if (quitting_ || (tray_ && settings_.isOn(keys::kKeepRunning))) {
    event->accept();
    return;
  }
  event->ignore();
  askQuit();
}

}  // namespace gokeyctl::gui
