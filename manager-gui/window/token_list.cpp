// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/window/token_list.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "gui/models/texts.h"
#include "gui/pages/key_texts.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/symbol.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {

namespace {

// The side of a token's symbol; those of the other places are smaller, on the same axis.
int symbol_room(const QWidget* widget) { return symbol_size(widget) * 5 / 4; }

// Where the words of a row stand, from left to right.
QRect words_in(const QRect& row, const QWidget* widget) {
  return row.adjusted(gap::kLarge + symbol_room(widget) + gap::kMedium, 0, -gap::kSmall, 0);
}

// A state is never cut off: it takes the lines that it needs.
int height_of_state(const QString& state, int width) {
  if (state.isEmpty()) return 0;
  const QFontMetrics metrics(font_of(TextSize::kSmall));
  return metrics.boundingRect(0, 0, width, 0, Qt::TextWordWrap, state).height();
}

// Two tokens of one name are told apart by their short IDs.
bool has_namesake(const Desk& desk, const BrokerToken& token) {
  return !token.serial.empty() && std::ranges::any_of(desk.tokens(), [&](const BrokerToken& other) {
    return other.id != token.id && name_of(other) == name_of(token);
  });
}

}  // namespace

TokenListModel::TokenListModel(const Desk& desk, QObject* parent)
    : QAbstractListModel(parent), desk_(desk) {
  connect(&desk_, &Desk::tokenAdded, this, &TokenListModel::reload);
  connect(&desk_, &Desk::tokenRemoved, this, &TokenListModel::reload);
  connect(&desk_, &Desk::brokerFound, this, &TokenListModel::reload);
  connect(&desk_, &Desk::brokerLost, this, &TokenListModel::reload);
  connect(&desk_, &Desk::tokenChanged, this, [this](const QString& id) {
    const QModelIndex changed = indexOf(id);
    if (changed.isValid()) emit dataChanged(changed, changed);
  });
  reload();
}

void TokenListModel::reload() {
  beginResetModel();
  ids_.clear();
  for (const BrokerToken& token : desk_.tokens()) ids_.push_back(QString::fromStdString(token.id));
  endResetModel();
}

int TokenListModel::rowCount(const QModelIndex& parent) const {
  // An empty list says so in a row of its own.
  return parent.isValid() ? 0 : static_cast<int>(std::max<std::size_t>(1, ids_.size()));
}

Qt::ItemFlags TokenListModel::flags(const QModelIndex& index) const {
  return ids_.empty() ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractListModel::flags(index);
}

QModelIndex TokenListModel::indexOf(const QString& id) const {
  const auto found = std::ranges::find(ids_, id);
  return found == ids_.end() ? QModelIndex() : index(static_cast<int>(found - ids_.begin()));
}

QString TokenListModel::wordsForNone() const {
  return desk_.connected() ? tr("No token") : tr("Not known");
}

QVariant TokenListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (ids_.empty()) {
    if (role == Qt::DisplayRole) return wordsForNone();
    if (role == kSymbolRole) return QStringLiteral("none");
    return {};
  }
  if (static_cast<std::size_t>(index.row()) >= ids_.size()) return {};
  const QString& id = ids_.at(static_cast<std::size_t>(index.row()));
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return {};
  const QString name = name_of(*token);
  switch (role) {
    case Qt::DisplayRole:
      return name;
    case Qt::ToolTipRole:
      return token->serial.empty()
                 ? tr("%1, %2", "name, state").arg(name, state_inside(*token))
                 : tr("%1, short ID %2, %3").arg(name, short_id(*token), state_inside(*token));
    case Qt::AccessibleTextRole:
      return tr("%1, %2", "name, state").arg(name, state_inside(*token));
    case kIdRole:
      return id;
    case kStateRole:
      if (has_namesake(desk_, *token))
        return QStringLiteral("%1 · %2").arg(state_title(*token), ltr(short_id(*token)));
      return state_title(*token);
    case kSymbolRole:
      return symbol_of(*token).name;
    case kToneRole:
      return static_cast<int>(symbol_of(*token).tone);
    default:
      return {};
  }
}

QSize SideDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
  int height = QFontMetrics(font_of(TextSize::kNormal)).height();
  height += height_of_state(index.data(TokenListModel::kStateRole).toString(),
                            words_in({0, 0, width, 0}, option.widget).width());
  return {width, std::max(height + 2 * gap::kSmall, kListRowHeight)};
}

void SideDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
  QStyleOptionViewItem option = given;
  initStyleOption(&option, index);
  const QString name = option.text;
  option.text.clear();
  option.icon = {};
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  // A tint and a bar, as quiet as the state that is shown; the style draws hovering and focus.
  const bool selected = (option.state & QStyle::State_Selected) != 0;
  option.state &= ~QStyle::State_Selected;
  // Who clicks has seen which row; who uses the keyboard has to.
  if ((given.state & QStyle::State_KeyboardFocusChange) == 0)
    option.state &= ~QStyle::State_HasFocus;
  const QColor strong = option.palette.color(QPalette::Active, QPalette::Text);
  const QColor base = option.palette.color(QPalette::Active, QPalette::Base);
  const QColor highlight = option.palette.color(QPalette::Active, QPalette::Highlight);
  const QColor ground = selected ? mixed(base, highlight, 0.25) : base;
  if (selected) {
    painter->fillRect(option.rect, ground);
    const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
    painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), highlight);
  }
  style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

  const bool enabled = (option.state & QStyle::State_Enabled) != 0;
  const QColor faded = readable(mixed(strong, ground, 0.25), strong, ground);
  const auto tone = static_cast<Tone>(index.data(TokenListModel::kToneRole).toInt());
  const QColor symbol =
      enabled ? readable(tone_colour(tone, option.palette), strong, ground) : faded;

  const QString state = index.data(TokenListModel::kStateRole).toString();
  const int room = symbol_room(option.widget);
  const int side = state.isEmpty() && enabled ? symbol_size(option.widget) : room;
  const QRect icon(option.rect.left() + gap::kLarge + (room - side) / 2,
                   option.rect.center().y() - side / 2, side, side);
  const QRect words = words_in(option.rect, option.widget);
  const auto mirrored = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  painter->save();
  painter->drawPixmap(mirrored(icon),
                      symbol_pixmap(index.data(TokenListModel::kSymbolRole).toString(), side,
                                    painter->device()->devicePixelRatioF(), symbol));
  const QFont normal = font_of(TextSize::kNormal);
  const QFont small = font_of(TextSize::kSmall);
  const int high = QFontMetrics(normal).height();
  const int low = height_of_state(state, words.width());
  QRect line(words.left(), words.center().y() - (high + low) / 2, words.width(), high);
  const auto align =
      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
  painter->setFont(normal);
  painter->setPen(enabled ? strong : faded);
  painter->drawText(mirrored(line), align,
                    QFontMetrics(normal).elidedText(name, Qt::ElideRight, words.width()));
  if (low > 0) {
    line = QRect(words.left(), line.bottom() + 1, words.width(), low);
    painter->setFont(small);
    painter->setPen(faded);
    painter->drawText(mirrored(line), align | Qt::TextWordWrap, state);
  }
  painter->restore();
}

}  // namespace gokeyctl::gui
