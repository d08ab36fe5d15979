// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the window is made of.
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "gui/pages/console_page.h"
#include "gui/pages/doctor_page.h"
#include "gui/pages/fido_page.h"
#include "gui/pages/notice_pages.h"
#include "gui/pages/openpgp_page.h"
#include "gui/pages/overview_page.h"
#include "gui/pages/settings_page.h"
#include "gui/pages/trust_pages.h"
#include "gui/widgets/busy_bar.h"
#include "gui/widgets/buttons.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/line.h"
#include "gui/widgets/symbol.h"
#include "gui/window/main_window.h"
#include "gui/window/token_list.h"

namespace gokeyctl::gui {
namespace {

constexpr int kSideWidth = 28;  // average characters
constexpr int kFootHeight = 40;
constexpr int kFootWidth = 18;     // average characters
constexpr int kSummaryWidth = 20;  // of what Doctor says, beside its buttons

// A list without a frame whose rows are the delegate's.
QListView* side_list(const QString& name) {
  auto* list = new QListView;
  list->setFrameShape(QFrame::NoFrame);
  list->setItemDelegate(new SideDelegate(list));
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list->setAccessibleName(name);
  return list;
}

// The messages above the page; without any it takes no room.
class NoticeArea : public QWidget {
 public:
  explicit NoticeArea(QVBoxLayout* notices) {
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setLayout(notices);
  }

 protected:
  bool event(QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest) {
      const QList<QWidget*> children =
          findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
      const bool any =
          std::ranges::any_of(children, [](const QWidget* child) { return !child->isHidden(); });
      QMargins margins = layout()->contentsMargins();
      margins.setTop(any ? gap::kLarge : 0);
      layout()->setContentsMargins(margins);
    }
    return QWidget::event(event);
  }
};

}  // namespace

void MainWindow::build() {
  buildPages();
  side_ = buildSide();
  busy_ = new BusyBar;

  narrow_bar_ = new QWidget;
  narrow_bar_layout_ = new QHBoxLayout(narrow_bar_);
  narrow_bar_layout_->setContentsMargins(gap::kLarge, gap::kSmall, gap::kLarge, gap::kSmall);
  token_picker_ = new QComboBox;
  token_picker_->setAccessibleName(tr("Token or page"));
  token_picker_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  narrow_bar_layout_->addWidget(token_picker_, 1);

  notices_ = new QVBoxLayout;
  notices_->setContentsMargins(gap::kPage, 0, gap::kPage, 0);
  notices_->setSpacing(gap::kSmall);
  question_ = new InlineMessage;
  question_yes_ = question_->addButton(QString());
  question_no_ = question_->addButton(QString());
  quit_question_ = new InlineMessage;
  error_ = new InlineMessage;
  error_->setClosable(true);
  broker_notice_ = new InlineMessage;
  name_notice_ = new InlineMessage;
  tray_notice_ = new InlineMessage;
  bus_notice_ = new InlineMessage;
  for (InlineMessage* notice : {quit_question_, question_, error_, broker_notice_, bus_notice_,
                                tray_notice_, name_notice_}) {
    notice->hide();
    notices_->addWidget(notice);
  }
  auto* notice_area = new NoticeArea(notices_);

  auto* main = new QWidget;
  auto* column = new QVBoxLayout(main);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(narrow_bar_);
  column->addWidget(buildHeader());
  column->addWidget(tab_row_);
  // Over the first pixels of the page: what is busy moves nothing.
  auto* below = new QGridLayout;
  below->setContentsMargins(0, 0, 0, 0);
  below->setSpacing(0);
  below->addWidget(notice_area, 0, 0);
  below->addWidget(pages_, 1, 0);
  below->addWidget(busy_, 0, 0, 2, 1, Qt::AlignTop);
  below->setRowStretch(1, 1);
  busy_->raise();
  head_line_ = new Line(Qt::Horizontal);
  foot_line_ = new Line(Qt::Horizontal);
  column->addWidget(head_line_);
  column->addLayout(below, 1);
  column->addWidget(foot_line_);
  column->addWidget(buildFoot());

  auto* whole = new QWidget;
  auto* beside = new QHBoxLayout(whole);
  beside->setContentsMargins(0, 0, 0, 0);
  beside->setSpacing(0);
  beside->addWidget(side_);
  beside->addWidget(main, 1);
  setCentralWidget(whole);

  // As the eye goes; the pages follow their own order.
  const std::array<QWidget*, 9> order = {token_list_,  place_list_,  token_picker_,
                                         main_button_, copy_report_, check_again_,
                                         more_,        tabs_,        tab_picker_};
  for (std::size_t i = 1; i < order.size(); ++i) setTabOrder(order.at(i - 1), order.at(i));
}

QWidget* MainWindow::buildSide() {
  auto* side = new QWidget;
  side->setBackgroundRole(QPalette::Base);
  side->setAutoFillBackground(true);
  side->setFixedWidth(characters(kSideWidth));
  tokens_ = new TokenListModel(desk_, this);
  token_list_ = side_list(tr("Tokens"));
  token_list_->setModel(tokens_);
  token_list_->setObjectName(QStringLiteral("tokens"));
  // A longer state takes more lines.
  connect(tokens_, &QAbstractItemModel::dataChanged, token_list_, &QListView::doItemsLayout);

  place_list_ = side_list(tr("This computer"));
  place_list_->setObjectName(QStringLiteral("places"));
  auto* places = new QStandardItemModel(place_list_);
  for (const auto& [symbol, name] : {std::pair(QStringLiteral("page-doctor"), tr("Doctor")),
                                     std::pair(QStringLiteral("page-settings"), tr("Settings"))}) {
    auto* item = new QStandardItem(name);
    item->setData(symbol, TokenListModel::kSymbolRole);
    places->appendRow(item);
  }
  place_list_->setModel(places);
  place_list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

  auto* heading = new Label(tr("Tokens"), TextSize::kSmallHeading, Tone::kDim);
  heading->setIndent(gap::kLarge);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, gap::kMedium, 0, gap::kSmall);
  column->setSpacing(gap::kSmall);
  column->addWidget(heading);
  column->addWidget(token_list_, 1);
  column->addWidget(place_list_);
  auto* beside = new QHBoxLayout(side);
  beside->setContentsMargins(0, 0, 0, 0);
  beside->setSpacing(0);
  beside->addLayout(column, 1);
  beside->addWidget(new Line(Qt::Vertical));
  return side;
}

QWidget* MainWindow::buildHeader() {
  header_ = new QWidget;
  header_layout_ = new QHBoxLayout(header_);
  header_layout_->setContentsMargins(gap::kPage, gap::kLarge, gap::kPage, gap::kMedium);
  header_layout_->setSpacing(gap::kMedium);
  title_ = new Label(TextSize::kTitle);
  subtitle_ = new Label(TextSize::kNormal, Tone::kDim);
  title_->setObjectName(QStringLiteral("title"));
  subtitle_->setObjectName(QStringLiteral("subtitle"));
  auto* words = new QVBoxLayout;
  words->setSpacing(gap::kHair);
  words->addWidget(title_);
  words->addWidget(subtitle_);
  main_button_ = new QPushButton;
  main_button_->setObjectName(QStringLiteral("mainButton"));
  copy_report_ = new QPushButton(tr("Copy report"));
  check_again_ = new QPushButton(tr("Check again"));
  more_ = new QToolButton;
  more_->setObjectName(QStringLiteral("more"));
  more_->setText(QStringLiteral("⋯"));
  more_->setAutoRaise(true);
  more_->setFocusPolicy(Qt::StrongFocus);
  more_->setAccessibleName(tr("More"));
  more_->setToolTip(tr("More"));
  more_->setMinimumSize(gap::kHuge, gap::kHuge);
  auto* reports = new FlowLayout;
  reports->addWidget(copy_report_);
  reports->addWidget(check_again_);
  auto* left = new PairLayout;
  left->setGaps(gap::kMedium, gap::kSmall);
  left->add(static_cast<QLayout*>(words), kSummaryWidth, 1);
  left->add(static_cast<QLayout*>(reports));
  left->setTightBelow(true);
  header_layout_->addLayout(left, 1);
  header_layout_->addWidget(main_button_, 0, Qt::AlignVCenter);
  header_layout_->addWidget(more_, 0, Qt::AlignVCenter);
  buildMenu();

  tabs_ = new QTabBar;
  tabs_->setObjectName(QStringLiteral("tabs"));
  tabs_->setDocumentMode(true);
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setUsesScrollButtons(true);
  tabs_->setAccessibleName(tr("Pages of the token"));
  tab_picker_ = new QComboBox;
  tab_picker_->setAccessibleName(tr("Page"));
  tab_picker_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const auto& [symbol, name] : {std::pair(QStringLiteral("page-overview"), tr("Overview")),
                                     std::pair(QStringLiteral("page-openpgp"), tr("OpenPGP")),
                                     std::pair(QStringLiteral("page-fido"), tr("FIDO")),
                                     std::pair(QStringLiteral("page-console"), tr("Console")),
                                     std::pair(QStringLiteral("page-trust"), tr("Trust"))}) {
    tabs_->addTab(symbol_icon(symbol), name);
    tab_picker_->addItem(symbol_icon(symbol), name);
  }
  tab_row_ = new QWidget;
  tab_row_layout_ = new QHBoxLayout(tab_row_);
  tab_row_layout_->setContentsMargins(gap::kPage, 0, gap::kPage, 0);
  tab_row_layout_->setSpacing(gap::kMedium);
  tab_row_layout_->addWidget(tabs_, 0, Qt::AlignBottom);
  tab_row_layout_->addWidget(tab_picker_, 1);
  tab_row_layout_->addStretch();
  return header_;
}

void MainWindow::buildMenu() {
  auto* menu = new QMenu(this);
  rename_action_ = menu->addAction(tr("&Rename…"), this, [this] { openRename(token_); });
  identify_action_ = menu->addAction(tr("&Identify"), this, [this] { identify(); });
  copy_id_action_ = menu->addAction(tr("&Copy short ID"), this, [this] { copyShortId(); });
  menu->addSeparator();
  restart_action_ = menu->addAction(tr("Re&start token…"), this, [this] { askRestart(); });
  forget_action_ = menu->addAction(tr("&Forget token…"), this, [this] { askForget(); });
  rename_action_->setShortcut(Qt::Key_F2);
  connect(more_, &QToolButton::clicked, menu, [this, menu] {
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QPoint corner = more_->rect().bottomLeft();
    const int shift = mirrored ? 0 : more_->width() - menu->sizeHint().width();
    menu->popup(more_->mapToGlobal(corner + QPoint(shift, 1)));
  });
  addAction(rename_action_);
}

QWidget* MainWindow::buildFoot() {
  foot_ = new QWidget;
  foot_->setMinimumHeight(kFootHeight);
  auto* line = new PairLayout(foot_);
  line->setContentsMargins(gap::kPage, gap::kHair, gap::kPage, gap::kHair);
  line->setGaps(gap::kMedium, 0);
  line->setTightBelow(true);
  as_of_ = new Label(TextSize::kSmall, Tone::kDim);
  as_of_->setObjectName(QStringLiteral("asOf"));
  // Screen readers come here for what has changed.
  as_of_->setFocusPolicy(Qt::TabFocus);
  refresh_ = new QPushButton(tr("Refresh"));
  refresh_->setIcon(symbol_icon(QStringLiteral("refresh")));
  refresh_->setToolTip(QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText));
  copy_list_ = new QPushButton(tr("Copy list"));
  for (QPushButton* button : {refresh_, copy_list_}) button->setFlat(true);
  open_file_ = new LinkButton(tr("Open file"));
  restore_ = new LinkButton(tr("Restore defaults…"));
  auto* buttons = new FlowLayout;
  for (QWidget* button :
       std::initializer_list<QWidget*>{open_file_, restore_, copy_list_, refresh_})
    buttons->addWidget(button);
  line->add(as_of_, kFootWidth, 1);
  line->add(static_cast<QLayout*>(buttons));
  return foot_;
}

void MainWindow::buildPages() {
  pages_ = new QStackedWidget;
  no_token_ = new NoTokenPage;
  factory_ = new FactoryPage;
  overview_ = new OverviewPage;
  openpgp_ = new OpenPgpPage(work_.read_card);
  fido_ = new FidoPage(work_.read_fido, work_.list_passkeys);
  console_ = new ConsolePage(desk_.history());
  trust_ = new TrustPage;
  changed_ = new HostKeyChangedPage;
  doctor_ = new DoctorPage({.run =
                                [this](const DoctorProgress& progress) {
                                  return work_.run_doctor(doctor_token_, progress);
                                },
                            .apply = work_.apply_fix});
  settings_page_ = new SettingsPage(settings_, work_.autostart);
  for (QWidget* page :
       std::initializer_list<QWidget*>{no_token_, factory_, overview_, openpgp_, fido_, console_,
                                       trust_, changed_, doctor_, settings_page_})
    pages_->addWidget(page);
}

void MainWindow::buildShortcuts() {
  const auto on = [this](const QKeySequence& keys, auto action) {
    auto* shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, action);
  };
  on(Qt::Key_F5, [this] { refresh(); });
  on(Qt::Key_F1, [this] { openHelp(); });
  on(Qt::Key_F6, [this] { switchSide(); });
  on(QKeySequence(QStringLiteral("Ctrl+U")), [this] {
    if (current() != nullptr) openUnlock(token_, default_scope());
  });
  on(QKeySequence(QStringLiteral("Ctrl+L")), [this] { lockAll(); });
  on(QKeySequence(QStringLiteral("Ctrl+Return")), [this] { overview_->confirmPresence(); });
  on(QKeySequence(QStringLiteral("Ctrl+F")), [this] {
    showView(View::kConsole);
    console_->focusFilter();
  });
  on(QKeySequence(QStringLiteral("Ctrl+,")), [this] { openSettings(); });
  on(QKeySequence(QStringLiteral("Ctrl+W")), [this] { close(); });
  on(QKeySequence(QStringLiteral("Ctrl+Q")), [this] { askQuit(); });
  on(QKeySequence(QStringLiteral("Ctrl+PgDown")), [this] { step(1); });
  on(QKeySequence(QStringLiteral("Ctrl+PgUp")), [this] { step(-1); });
  for (int i = 0; i < tabs_->count(); ++i) {
    on(QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)),
       [this, i] { showView(static_cast<View>(i)); });
  }
}

}  // namespace gokeyctl::gui
