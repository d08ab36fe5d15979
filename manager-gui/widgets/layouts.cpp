// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/layouts.h"

#include <QScrollArea>
#include <QTimer>
#include <QWidget>
#include <algorithm>

#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {

void bring_into_view(QWidget* widget) {
  QTimer::singleShot(0, widget, [widget] {
    for (QWidget* around = widget->parentWidget(); around != nullptr;
         around = around->parentWidget()) {
      if (auto* area = qobject_cast<QScrollArea*>(around)) return area->ensureWidgetVisible(widget);
    }
  });
}

PairLayout::PairLayout(QWidget* parent)
    : QLayout(parent), beside_(gap::kPage), below_(gap::kSmall) {
  setContentsMargins(0, 0, 0, 0);
}

PairLayout::~PairLayout() {
  for (const Cell& cell : cells_) delete cell.item;
  if (table_) table_->removeAll(this);
}

void PairLayout::add(QLayoutItem* item, int width, int stretch) {
  cells_.append({item, width, stretch});
  invalidate();
}

void PairLayout::add(QWidget* widget, int width, int stretch) {
  addChildWidget(widget);
  add(new QWidgetItem(widget), width, stretch);
}

void PairLayout::add(QLayout* layout, int width, int stretch) {
  addChildLayout(layout);
  add(static_cast<QLayoutItem*>(layout), width, stretch);
}

void PairLayout::setWidth(int index, int width) {
  cells_[index].width = width;
  invalidate();
}

void PairLayout::setGaps(int beside, int below) {
  beside_ = beside;
  below_ = below;
}

void PairLayout::addItem(QLayoutItem* item) { add(item); }
int PairLayout::count() const { return static_cast<int>(cells_.size()); }

QLayoutItem* PairLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? cells_.at(index).item : nullptr;
}

QLayoutItem* PairLayout::takeAt(int index) {
  return index >= 0 && index < count() ? cells_.takeAt(index).item : nullptr;
}

Qt::Orientations PairLayout::expandingDirections() const { return Qt::Horizontal; }

QList<PairLayout::Cell> PairLayout::shown() const {
  QList<Cell> out;
  for (const Cell& cell : cells_) {
    if (!cell.item->isEmpty()) out.append(cell);
  }
  return out;
}

void PairLayout::alignWith(PairLayout* other) {
  if (!other->table_) {
    other->table_ = std::make_shared<QList<PairLayout*>>();
    other->table_->append(other);
  }
  table_ = other->table_;
  table_->append(this);
}

int PairLayout::own_width(const Cell& cell) {
  const int width = cell.width > 0 ? characters(cell.width) : cell.item->sizeHint().width();
  return std::max(width, cell.item->minimumSize().width());
}

int PairLayout::wanted(const Cell& cell) const {
  int width = own_width(cell);
  if (!table_) return width;
  const auto same = [&cell](const Cell& one) { return one.item == cell.item; };
  const auto column = std::ranges::find_if(cells_, same) - cells_.begin();
  for (const PairLayout* row : *table_) {
    if (column < row->cells_.size()) width = std::max(width, own_width(row->cells_.at(column)));
  }
  return width;
}

bool PairLayout::fits(const QList<Cell>& cells, int width) const {
  int sum = static_cast<int>(cells.size() - 1) * beside_;
  for (const Cell& cell : cells) sum += wanted(cell);
  return sum <= width;
}

QList<int> PairLayout::widths(const QList<Cell>& cells, int width) const {
  int left = width - static_cast<int>(cells.size() - 1) * beside_;
  // Equal shares are equal widths, as far as each has what it needs.
  const int share = left / static_cast<int>(cells.size());
  if (std::ranges::all_of(cells, [&](const Cell& cell) {
        return cell.stretch == cells.front().stretch && cell.stretch > 0 && wanted(cell) <= share;
      })) {
    QList<int> equal;
    for (int i = 0; i < cells.size(); ++i) equal.append(share);
    return equal;
  }
  int stretches = 0;
  for (const Cell& cell : cells) {
    left -= wanted(cell);
    stretches += cell.stretch;
  }
  QList<int> out;
  for (const Cell& cell : cells) {
    const int more = stretches > 0 ? left * cell.stretch / stretches : 0;
    out.append(wanted(cell) + std::max(0, more));
  }
  return out;
}

int PairLayout::height(const Cell& cell, int width) {
  return cell.item->hasHeightForWidth() ? cell.item->heightForWidth(width)
                                        : cell.item->sizeHint().height();
}

int PairLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void PairLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int PairLayout::arrange(const QRect& whole, bool move) const {
  const QMargins margins = contentsMargins();
  const QRect rect = whole.marginsRemoved(margins);
  const QList<Cell> cells = shown();
  if (cells.isEmpty()) return margins.top() + margins.bottom();
  const bool mirrored =
      parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
  const auto place = [&](const Cell& cell, QRect at) {
    if (!move) return;
    if (mirrored) at.moveLeft(rect.left() + rect.right() + 1 - at.left() - at.width());
    cell.item->setGeometry(at);
  };
  if (!fits(cells, rect.width())) {
    int y = rect.top();
    for (int i = 0; i < cells.size(); ++i) {
      if (i > 0) y += below_;
      const bool tight = tight_ && i > 0 && i + 1 == cells.size();
      const int width = tight ? std::min(rect.width(), wanted(cells.at(i))) : rect.width();
      const int h = height(cells.at(i), width);
      place(cells.at(i), {rect.left(), y, width, h});
      y += h;
    }
    return y - rect.top() + margins.top() + margins.bottom();
  }
  const QList<int> wide = widths(cells, rect.width());
  int tallest = 0;
  for (int i = 0; i < cells.size(); ++i)
    tallest = std::max(tallest, height(cells.at(i), wide.at(i)));
  const int room = move ? std::max(tallest, rect.height()) : tallest;
  int x = rect.left();
  for (int i = 0; i < cells.size(); ++i) {
    const int h = height(cells.at(i), wide.at(i));
    QRect at(x, rect.top(), wide.at(i), h);
    if (vertical_ == Qt::AlignVCenter) at.moveTop(rect.top() + (room - h) / 2);
    if (vertical_ == Qt::Alignment()) at.setHeight(room);
    place(cells.at(i), at);
    x += wide.at(i) + beside_;
  }
  return tallest + margins.top() + margins.bottom();
}

QSize PairLayout::sizeHint() const {
  const QList<Cell> cells = shown();
  const QMargins margins = contentsMargins();
  int width = std::max(0, static_cast<int>(cells.size() - 1)) * beside_;
  for (const Cell& cell : cells) width += wanted(cell);
  width += margins.left() + margins.right();
  return {width, heightForWidth(width)};
}

QSize PairLayout::minimumSize() const {
  const QMargins margins = contentsMargins();
  QSize size(0, 0);
  for (const Cell& cell : shown()) size = size.expandedTo(cell.item->minimumSize());
  return size.grownBy(margins);
}

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(gap::kSmall);
}

FlowLayout::~FlowLayout() { qDeleteAll(items_); }

void FlowLayout::addItem(QLayoutItem* item) { items_.append(item); }
int FlowLayout::count() const { return static_cast<int>(items_.size()); }

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_.at(index) : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < count() ? items_.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  // In the middle of what is higher than its lines.
  const int spare = std::max(0, rect.height() - heightForWidth(rect.width()));
  arrange(rect.adjusted(0, spare / 2, 0, 0), true);
}

int FlowLayout::arrange(const QRect& whole, bool move) const {
  const QMargins margins = contentsMargins();
  const QRect rect = whole.marginsRemoved(margins);
  const bool mirrored =
      parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
  int x = rect.left();
  int y = rect.top();
  int line_height = 0;
  QList<std::pair<QLayoutItem*, QRect>> line;
  const auto end_line = [&] {
    for (auto& [item, at] : line) {
      at.moveTop(y + (line_height - at.height()) / 2);
      if (mirrored) at.moveLeft(rect.left() + rect.right() + 1 - at.left() - at.width());
      if (move) item->setGeometry(at);
    }
    line.clear();
  };
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    QSize size = item->sizeHint().expandedTo(item->minimumSize());
    size.setWidth(std::min(size.width(), std::max(rect.width(), item->minimumSize().width())));
    if (item->hasHeightForWidth()) size.setHeight(item->heightForWidth(size.width()));
    if (!line.isEmpty() && x + size.width() > rect.left() + rect.width()) {
      end_line();
      x = rect.left();
      y += line_height + spacing();
      line_height = 0;
    }
    line.append({item, QRect(QPoint(x, y), size)});
    x += size.width() + spacing();
    line_height = std::max(line_height, size.height());
  }
  end_line();
  return y + line_height - rect.top() + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  for (QLayoutItem* item : items_) {
    if (!item->isEmpty()) width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
  }
  const QMargins margins = contentsMargins();
  width += margins.left() + margins.right();
  return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const {
  QSize size(0, 0);
  for (QLayoutItem* item : items_) {
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  }
  return size.grownBy(contentsMargins());
}

}  // namespace gokeyctl::gui
