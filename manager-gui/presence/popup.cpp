// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/presence/popup.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

#include "gui/models/texts.h"
#include "gui/presence/words.h"
#include "gui/widgets/accessible.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;

constexpr auto kArming = 500ms;
constexpr int kWidth = 408;
constexpr int kCharacters = 46;  // average characters of width, if that is more

class AccessiblePopup : public QAccessibleWidget {
 public:
  explicit AccessiblePopup(QWidget* widget)
      : QAccessibleWidget(widget, QAccessible::AlertMessage) {}
};

QAccessibleInterface* make_accessible(const QString& class_name, QObject* object) {
  if (class_name != QLatin1String(PresencePopup::staticMetaObject.className())) return nullptr;
  auto* widget = qobject_cast<QWidget*>(object);
  return widget == nullptr ? nullptr : new AccessiblePopup(widget);
}

}  // namespace

PresencePopup::PresencePopup(QWidget* parent)
    : QWidget(parent, Qt::Tool | Qt::WindowStaysOnTopHint | Qt::FramelessWindowHint) {
  static const bool kInstalled = [] {
    QAccessible::installFactory(make_accessible);
    return true;
  }();
  Q_UNUSED(kInstalled);
  setObjectName(QStringLiteral("presence-popup"));
  setAttribute(Qt::WA_ShowWithoutActivating);
  // If a click activates the window, the focus goes to the window itself and not to a button.
  setFocusPolicy(Qt::ClickFocus);
  build();
  arming_.setSingleShot(true);
  arming_.setTimerType(Qt::PreciseTimer);
  connect(&arming_, &QTimer::timeout, this, &PresencePopup::arm);
  second_.setSingleShot(true);
  connect(&second_, &QTimer::timeout, this, &PresencePopup::tick);
}

void PresencePopup::build() {
  setWindowTitle(tr("GoKey Manager"));
  ring_ = new Ring;
  auto* symbol = new Symbol;
  symbol->setSymbol(QStringLiteral("presence"), Tone::kDim);
  token_ = new Label(TextSize::kSmall, Tone::kDim);
  title_ = new Label(TextSize::kHeading);
  text_ = new Label(TextSize::kNormal, Tone::kDim);
  text_->setTextFormat(Qt::RichText);  // for the identifier in fixed width; all else is escaped
  lapse_ = new Label(tr("Dismiss lets it lapse."), TextSize::kSmall, Tone::kDim);
  dismiss_ = new QPushButton(tr("&Dismiss"));
  dismiss_->setObjectName(QStringLiteral("presence-dismiss"));
  confirm_ = new QPushButton(tr("&Confirm"));
  confirm_->setObjectName(QStringLiteral("presence-confirm"));
  for (QPushButton* button : {dismiss_, confirm_}) {
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
  }
  connect(dismiss_, &QPushButton::clicked, this, &PresencePopup::dismiss);
  connect(confirm_, &QPushButton::clicked, this, &PresencePopup::confirm);

  auto* name_row = new QHBoxLayout;
  name_row->setSpacing(gap::kSmall);
  name_row->addWidget(symbol);
  name_row->addWidget(token_, 1);
  auto* words = new QVBoxLayout;
  words->setSpacing(gap::kHair);
  words->addLayout(name_row);
  words->addWidget(title_);
  words->addWidget(text_);
  auto* top = new QHBoxLayout;
  top->setSpacing(gap::kLarge);
  top->addWidget(ring_, 0, Qt::AlignTop);
  top->addLayout(words, 1);
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(gap::kSmall);
  bottom->addWidget(lapse_, 1);
  bottom->addWidget(dismiss_);
  bottom->addWidget(confirm_);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(gap::kLarge, gap::kLarge, gap::kLarge, gap::kLarge);
  all->setSpacing(gap::kMedium);
  all->addLayout(top);
  all->addLayout(bottom);
  // What is not needed any more keeps its place: nothing moves while somebody looks.
  QSizePolicy policy = lapse_->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  lapse_->setSizePolicy(policy);
  setTabOrder(dismiss_, confirm_);
}

void PresencePopup::prepare() {
  PresencePopup popup;
  PresenceRequest request;
  request.application = std::string(64, '0');  // so that there is an identifier in fixed width
  popup.write(QStringLiteral("0"), request);
  popup.ring_->setSeconds(1, 1);
  popup.create();
  popup.fit();
  popup.grab();
}

void PresencePopup::write(const QString& token_name, const PresenceRequest& request) {
  name_ = token_name;
  site_ = site_text(request);
  left_ms_ = std::max<qint64>(request.left.count(), 0);
  total_ = std::max(1, static_cast<int>((left_ms_ + 999) / 1000));
  since_.start();

  const PresenceWords words = presence_words(token_name, request, total_);
  token_->setText(breakable(token_name));
  title_->setText(breakable(words.title));
  who_ = words.title;
  QString text =
      breakable(words.text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
  if (!words.identifier.isEmpty()) {
    // What is to be compared stands out.
    text.replace(words.identifier,
                 QStringLiteral("<span style=\"font-family:'%1'; color:%2\">%3</span>")
                     .arg(fixed_font().family().toHtmlEscaped(),
                          tone_colour(Tone::kNormal, palette()).name(), ltr(words.identifier)));
  }
  text_->setText(text);
  text_->setVisible(!text.isEmpty());
  lapse_->setVisible(true);
}

void PresencePopup::ask(const QString& token_name, const PresenceRequest& request) {
  number_ = request.number;
  confirming_ = false;
  write(token_name, request);

  // Whatever the person was about to click or press was meant for something else.
  for (QPushButton* button : {dismiss_, confirm_}) {
    button->setDown(false);
    button->setEnabled(false);
  }
  setFocus(Qt::OtherFocusReason);
  arming_.start(kArming);
  tick();
  fit();
  if (!isVisible()) {
    place();
    show();
  }
  fit();
  place();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void PresencePopup::arm() {
  if (confirming_) return;
  dismiss_->setEnabled(true);
  confirm_->setEnabled(true);
}

int PresencePopup::secondsLeft() const {
  const qint64 left = std::max<qint64>(left_ms_ - since_.elapsed(), 0);
  return static_cast<int>((left + 999) / 1000);
}

// Once a second while it is shown; the end comes from the token, not from this clock.
void PresencePopup::tick() {
  const int left = secondsLeft();
  ring_->setSeconds(left, total_);
  setAccessibleName(tr("%1, %2, %3", "who asks, name of the token, seconds left")
                        .arg(who_, name_, tr("%Ln second(s) left", "", left)));
  if (left == 0 || confirming_) return;
  const qint64 into = (left_ms_ - since_.elapsed()) % 1000;
  second_.start(static_cast<int>(into > 0 ? into : 1000));
}

void PresencePopup::showConfirming() {
  confirming_ = true;
  arming_.stop();
  second_.stop();
  title_->setText(tr("Confirming…"));
  text_->setText(breakable(site_).toHtmlEscaped());
  text_->setVisible(true);
  lapse_->setVisible(false);
  ring_->setBusy();
  dismiss_->setEnabled(false);
  confirm_->setEnabled(false);
  rename_accessible(this, title_->text());
}

void PresencePopup::confirm() {
  if (!isArmed()) return;
  showConfirming();
  emit confirmed(number_);
}

void PresencePopup::dismiss() {
  if (!dismiss_->isEnabled()) return;
  hide();
  emit dismissed(number_);
}

void PresencePopup::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return dismiss();
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers().testFlag(Qt::ControlModifier)) return confirm();
  QWidget::keyPressEvent(event);
}

// By the window manager: the same as Dismiss, and as little by accident.
void PresencePopup::closeEvent(QCloseEvent* event) {
  event->ignore();
  dismiss();
}

void PresencePopup::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

// As wide as the font and the longest word ask for, and as high as the words are then.
void PresencePopup::fit() {
  layout()->invalidate();
  int width = std::max({kWidth, characters(kCharacters), layout()->totalMinimumSize().width()});
  if (const QScreen* screen = QGuiApplication::primaryScreen())
    width = std::min(width, screen->availableGeometry().width() - 2 * gap::kLarge);
  setFixedSize(width, layout()->totalHeightForWidth(width));
}

void PresencePopup::place() {
  const QScreen* screen = QGuiApplication::primaryScreen();
  if (screen == nullptr) return;
  const QRect room = screen->availableGeometry();
  int bottom = room.bottom() - gap::kLarge;
  // Above those of other tokens.
  for (const QWidget* other : QApplication::topLevelWidgets()) {
    if (other == this || !other->isVisible() || other->objectName() != objectName()) continue;
    bottom = std::min(bottom, other->geometry().top() - gap::kSmall);
  }
  const int x = QGuiApplication::isRightToLeft() ? room.left() + gap::kLarge
                                                 : room.right() - gap::kLarge - width();
  move(x, bottom - height());
}

}  // namespace gokeyctl::gui
