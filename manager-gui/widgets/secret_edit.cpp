// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/secret_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStyle>
#include <QStyleHints>
#include <QStyleOptionFrame>
#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

#include <sys/mman.h>

#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

constexpr QChar kBullet(0x2022);

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0U) == 0x80U; }

// One code point as UTF-8 (RFC 3629, section 3); the number of bytes.
std::size_t to_utf8(char32_t c, std::array<std::uint8_t, 4>& out) {
  const auto tail = [c](int shift) {
    return static_cast<std::uint8_t>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80) {
    out[0] = static_cast<std::uint8_t>(c);
    return 1;
  }
  if (c < 0x800) {
    out = {static_cast<std::uint8_t>(0xC0U | (c >> 6)), tail(0)};
    return 2;
  }
  if (c < 0x10000) {
    out = {static_cast<std::uint8_t>(0xE0U | (c >> 12)), tail(6), tail(0)};
    return 3;
  }
  out = {static_cast<std::uint8_t>(0xF0U | (c >> 18)), tail(12), tail(6), tail(0)};
  return 4;
}

// A line end would end the passphrase on the token's console; no other control character can be
// meant either.
bool is_typed(char32_t c) { return c >= 0x20 && c != 0x7F; }

// Appends `text` without its control characters. False if it would not fit; what fitted is there.
bool append(Secret& secret, const QString& text) {
  bool fitted = true;
  std::array<std::uint8_t, 4> bytes{};
  for (int i = 0; i < text.size() && fitted; ++i) {
    char32_t c = text.at(i).unicode();
    if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
      c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
      ++i;
    }
    if (is_typed(c)) fitted = secret.append(std::span(bytes.data(), to_utf8(c, bytes)));
    explicit_bzero(&c, sizeof c);
  }
  explicit_bzero(bytes.data(), bytes.size());
  return fitted;
}

bool is_literal(QString& text) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
  return !text.data_ptr().isMutable();
#else
  return text.data_ptr()->ref.isStatic();
#endif
}

}  // namespace

void wipe(QString& text) {
  // Not through the non-const interface: that would wipe a copy of what is shared. A literal lies
  // in memory that cannot be written, and holds no secret.
  if (!text.isEmpty() && !is_literal(text)) {
    auto* data = const_cast<QChar*>(text.constData());
    explicit_bzero(data, static_cast<std::size_t>(text.size()) * sizeof(QChar));
  }
  text = QString();
}

SecretEdit::SecretEdit(QWidget* parent) : QWidget(parent), secret_(kLongest) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_InputMethodEnabled);
  setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                      Qt::ImhNoAutoUppercase);
  setCursor(Qt::IBeamCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAttribute(Qt::WA_MacShowFocusRect);
}

bool SecretEdit::isUsable() const {
  if (secret_.capacity() == 0) return false;
  // What is locked stays so and counts once; what could not be locked may be by now.
  return secret_.expose(
      [](std::span<const std::uint8_t> bytes) { return mlock(bytes.data(), kLongest) == 0; });
}

Secret SecretEdit::take() {
  handed_over_ = bullets();
  Secret taken = std::exchange(secret_, Secret(kLongest));
  selected_ = false;
  update();
  return taken;
}

void SecretEdit::clear() {
  handed_over_ = 0;
  update();
  if (secret_.empty()) return;
  secret_.wipe();
  selected_ = false;
  update();
  emit edited();
}

int SecretEdit::bullets() const {
  return secret_.expose([](std::span<const std::uint8_t> bytes) {
    return static_cast<int>(
        std::ranges::count_if(bytes, [](std::uint8_t byte) { return !is_continuation(byte); }));
  });
}

void SecretEdit::insert(QString& text) {
  if (text.isEmpty()) return;
  if (selected_) secret_.wipe();
  selected_ = false;
  handed_over_ = 0;
  const std::size_t before = secret_.size();
  const bool fitted = append(secret_, text);
  wipe(text);
  if (!fitted) {
    // All or nothing: half a passphrase would cost a try.
    while (secret_.size() > before) secret_.remove_last();
    emit tooLong();
  }
  blink(true);
  update();
  emit edited();
}

void SecretEdit::removeLast() {
  if (selected_) return removeAll();
  bool more = !secret_.empty();
  while (more) {
    more = secret_.expose(
        [](std::span<const std::uint8_t> bytes) { return is_continuation(bytes.back()); });
    secret_.remove_last();
    more = more && !secret_.empty();
  }
  update();
  emit edited();
}

void SecretEdit::removeAll() {
  secret_.wipe();
  selected_ = false;
  update();
  emit edited();
}

void SecretEdit::setSelected(bool selected) {
  selected_ = selected && !secret_.empty();
  update();
}

void SecretEdit::paste() {
  QString text = QApplication::clipboard()->text();
  // The clipboard keeps its own; what was handed out here is wiped.
  insert(text);
}

void SecretEdit::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Paste)) return paste();
  if (event->matches(QKeySequence::SelectAll)) return setSelected(true);
  if (event->matches(QKeySequence::DeleteStartOfWord) ||
      event->matches(QKeySequence::DeleteCompleteLine))
    return removeAll();
  switch (event->key()) {
    case Qt::Key_Backspace:
      return removeLast();
    case Qt::Key_Delete:
      if (selected_) removeAll();
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      event->ignore();  // a dialog's default button answers it
      emit returnPressed();
      return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
      return setSelected(false);
    default:
      break;
  }
  QString typed = event->text();
  const bool command =
      (event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier)) != 0 &&
      (event->modifiers() & Qt::AltModifier) == 0;  // AltGr is both on some systems
  if (typed.isEmpty() || command || !(typed.at(0).isPrint() || typed.at(0).isSurrogate())) {
    QWidget::keyPressEvent(event);
    return;
  }
  const QChar letter = typed.at(0);
  if (letter.isLetter() && letter.toLower() != letter.toUpper()) {
    const bool shift = (event->modifiers() & Qt::ShiftModifier) != 0;
    emit capsLockSeen(letter.isUpper() != shift);
  }
  insert(typed);
}

void SecretEdit::inputMethodEvent(QInputMethodEvent* event) {
  QString committed = event->commitString();
  insert(committed);
  event->accept();
}

QVariant SecretEdit::inputMethodQuery(Qt::InputMethodQuery query) const {
  switch (query) {
    case Qt::ImEnabled:
      return isEnabled();
    case Qt::ImHints:
      return static_cast<int>(inputMethodHints());
    case Qt::ImCursorRectangle:
      return QRect(width() / 2, 0, 1, height());
    // Surrounding text, selection and position stay ours.
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
    case Qt::ImTextBeforeCursor:
    case Qt::ImTextAfterCursor:
      return QString();
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
      return 0;
    default:
      return QWidget::inputMethodQuery(query);
  }
}

void SecretEdit::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) setSelected(false);
}

void SecretEdit::mouseReleaseEvent(QMouseEvent* event) {
  QClipboard* clipboard = QApplication::clipboard();
  if (event->button() != Qt::MiddleButton || !clipboard->supportsSelection()) return;
  QString text = clipboard->text(QClipboard::Selection);
  insert(text);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  QAction* paste_it = menu.addAction(tr("&Paste"), this, &SecretEdit::paste);
  const QMimeData* there = QApplication::clipboard()->mimeData();
  paste_it->setEnabled(there != nullptr && there->hasText());
  QAction* clear_it = menu.addAction(tr("C&lear"), this, &SecretEdit::removeAll);
  clear_it->setEnabled(!secret_.empty());
  menu.exec(event->globalPos());
}

void SecretEdit::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  blink(true);
  update();
}

void SecretEdit::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  blink(false);
  update();
}

void SecretEdit::changeEvent(QEvent* event) {
  if (event->type() == QEvent::EnabledChange) update();
  QWidget::changeEvent(event);
}

void SecretEdit::blink(bool on) {
  if (cursor_timer_ != 0) killTimer(std::exchange(cursor_timer_, 0));
  cursor_shown_ = on;
  const int period = QApplication::styleHints()->cursorFlashTime();
  if (on && period > 1) cursor_timer_ = startTimer(period / 2);
}

void SecretEdit::timerEvent(QTimerEvent* event) {
  if (event->timerId() != cursor_timer_) return QWidget::timerEvent(event);
  cursor_shown_ = !cursor_shown_;
  update();
}

QSize SecretEdit::sizeHint() const {
  const QStyleOptionFrame option = frameOption();
  const QSize inside(characters(28), std::max(fontMetrics().height(), 14) + 2);
  const QSize whole = style()->sizeFromContents(QStyle::CT_LineEdit, &option, inside, this);
  // As high as its neighbours, which styles know: Breeze draws no frame around what is lower.
  QLineEdit neighbour;
  neighbour.setFont(font());
  return {whole.width(), std::max(whole.height(), neighbour.sizeHint().height())};
}

QSize SecretEdit::minimumSizeHint() const { return {characters(12), sizeHint().height()}; }

QStyleOptionFrame SecretEdit::frameOption() const {
  QStyleOptionFrame option;
  option.initFrom(this);
  // Not every style has a frame's width for a widget it does not know; the field has one.
  option.lineWidth = std::max(1, style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, this));
  option.state |= QStyle::State_Sunken;
  return option;
}

void SecretEdit::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QStyleOptionFrame option = frameOption();
  style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);

  const QRect inside =
      style()->subElementRect(QStyle::SE_LineEditContents, &option, this).adjusted(4, 1, -4, -1);
  const QFontMetrics metrics = fontMetrics();
  const int step = metrics.horizontalAdvance(kBullet) + 1;
  const int room = std::max(1, (inside.width() - 2) / step);
  const int shown = std::min(secret_.empty() ? handed_over_ : bullets(), room);
  painter.setClipRect(inside);
  if (selected_) {
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), inside,
                           {inside.left(), inside.top(), shown * step, inside.height()}),
        palette().color(QPalette::Highlight));
  }
  painter.setPen(palette().color(selected_ ? QPalette::HighlightedText : QPalette::Text));
  for (int i = 0; i < shown; ++i) {
    const QRect cell(inside.left() + i * step, inside.top(), step, inside.height());
    painter.drawText(QStyle::visualRect(layoutDirection(), inside, cell), Qt::AlignCenter, kBullet);
  }
  if (hasFocus() && cursor_shown_) {
    const int high = metrics.height();
    const QRect cursor(inside.left() + shown * step, inside.center().y() - high / 2 + 1,
                       style()->pixelMetric(QStyle::PM_TextCursorWidth, &option, this), high);
    painter.fillRect(QStyle::visualRect(layoutDirection(), inside, cursor),
                     palette().color(QPalette::Text));
  }
}

}  // namespace gokeyctl::gui
