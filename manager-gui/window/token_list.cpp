// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/window/token_list.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "gui/models/texts.h"
#include "gui/pages/key_texts.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/symbol.h"

namespace gokeyctl::gui {

TokenListModel::TokenListModel(const Desk& desk, QObject* parent)
    : QAbstractListModel(parent), desk_(desk) {
  connect(&desk_, &Desk::tokenAdded, this, &TokenListModel::reload);
  connect(&desk_, &Desk::tokenRemoved, this, &TokenListModel::reload);
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
  return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

QModelIndex TokenListModel::indexOf(const QString& id) const {
  const auto found = std::ranges::find(ids_, id);
  return found == ids_.end() ? QModelIndex() : index(static_cast<int>(found - ids_.begin()));
}

QVariant TokenListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const QString& id = ids_.at(static_cast<std::size_t>(index.row()));
  const BrokerToken* token = desk_.token(id);
  if (token == nullptr) return {};
  const QString name = name_of(*token);
  switch (role) {
    case Qt::DisplayRole:
      return name;
    case Qt::ToolTipRole:
      return token->serial.empty() ? name : tr("%1, short ID %2").arg(name, short_id(*token));
    case Qt::AccessibleTextRole:
      return tr("%1, %2", "name, state").arg(name, state_inside(*token));
    case kIdRole:
      return id;
    case kStateRole:
      return !token->known && token->presented && !token->problem ? tr("New") : state_title(*token);
    case kSymbolRole:
      return symbol_of(*token).name;
    case kToneRole:
      return static_cast<int>(symbol_of(*token).tone);
    default:
      return {};
  }
}

QSize SideDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  int height = QFontMetrics(font_of(TextSize::kNormal)).height();
  const bool two_lines = index.data(TokenListModel::kStateRole).isValid();
  if (two_lines) height += QFontMetrics(font_of(TextSize::kSmall)).height();
  return {option.rect.width(), std::max(height + 2 * gap::kSmall, kListRowHeight)};
}

void SideDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
  QStyleOptionViewItem option = given;
  initStyleOption(&option, index);
  const QString name = option.text;
  option.text.clear();
  option.icon = {};
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

  const bool selected = (option.state & QStyle::State_Selected) != 0;
  const QPalette::ColorGroup group =
      (option.state & QStyle::State_Active) != 0 ? QPalette::Active : QPalette::Inactive;
  const QColor strong =
      option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
  const QColor ground =
      option.palette.color(group, selected ? QPalette::Highlight : QPalette::Base);
  const bool enabled = (option.state & QStyle::State_Enabled) != 0;
  const QColor faded = readable(mixed(strong, ground, 0.25), strong, ground);
  const auto tone = static_cast<Tone>(index.data(TokenListModel::kToneRole).toInt());
  QColor symbol = enabled ? tone_colour(tone, option.palette) : faded;
  if (selected) symbol = strong;

  const int side = symbol_size(option.widget) * 5 / 4;
  const QRect inside = option.rect.adjusted(gap::kLarge, 0, -gap::kSmall, 0);
  const QRect icon(inside.left(), inside.center().y() - side / 2, side, side);
  const QRect words = inside.adjusted(side + gap::kMedium, 0, 0, 0);
  const auto mirrored = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  painter->save();
  painter->drawPixmap(mirrored(icon),
                      symbol_pixmap(index.data(TokenListModel::kSymbolRole).toString(), side,
                                    painter->device()->devicePixelRatioF(), symbol));
  const QFont normal = font_of(TextSize::kNormal);
  const QFont small = font_of(TextSize::kSmall);
  const QString state = index.data(TokenListModel::kStateRole).toString();
  const int high = QFontMetrics(normal).height();
  const int low = state.isEmpty() ? 0 : QFontMetrics(small).height();
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
    painter->drawText(mirrored(line), align,
                      QFontMetrics(small).elidedText(state, Qt::ElideRight, words.width()));
  }
  painter->restore();
}

}  // namespace gokeyctl::gui
