// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Layouts that turn beside into below when the room is narrow.
#pragma once

#include <QLayout>
#include <QList>
#include <memory>

namespace gokeyctl::gui {

// Its items beside each other if each can have the width it was promised, else one below the other.
// Scrolls what `widget` is in until it can be seen, once it has its place there.
void bring_into_view(QWidget* widget);

class PairLayout : public QLayout {
  Q_OBJECT
 public:
  explicit PairLayout(QWidget* parent = nullptr);
  ~PairLayout() override;

  // `width`: what the item needs to stand beside the others, in average characters; 0: its size
  // hint. `stretch`: its share of the width that is left over.
  void add(QLayoutItem* item, int width = 0, int stretch = 0);
  void add(QWidget* widget, int width = 0, int stretch = 0);
  void add(QLayout* layout, int width = 0, int stretch = 0);
  void setWidth(int index, int width);
  void setGaps(int beside, int below);
  // Where items that are lower than the tallest stand beside it.
  void setAlign(Qt::Alignment vertical) { vertical_ = vertical; }
  // The last item, when below, keeps to the start instead of the whole width.
  void setTightBelow(bool tight) { tight_ = tight; }
  // Both make columns of the same widths, as rows of one table do; `other` outlives this.
  void alignWith(PairLayout* other);

  // Whether they stand beside each other in this many pixels.
  [[nodiscard]] bool isBeside(int width) const { return fits(shown(), width); }

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override;
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  struct Cell {
    QLayoutItem* item;
    int width;
    int stretch;
  };
  [[nodiscard]] static int own_width(const Cell& cell);
  [[nodiscard]] int wanted(const Cell& cell) const;
  [[nodiscard]] QList<Cell> shown() const;
  [[nodiscard]] bool fits(const QList<Cell>& cells, int width) const;
  [[nodiscard]] QList<int> widths(const QList<Cell>& cells, int width) const;
  [[nodiscard]] static int height(const Cell& cell, int width);
  int arrange(const QRect& rect, bool move) const;

  QList<Cell> cells_;
  std::shared_ptr<QList<PairLayout*>> table_;  // those it is aligned with, itself too
  int beside_;
  int below_;
  Qt::Alignment vertical_ = Qt::AlignVCenter;
  bool tight_ = false;
};

// Its items one after the other, breaking into lines like words.
class FlowLayout : public QLayout {
  Q_OBJECT
 public:
  explicit FlowLayout(QWidget* parent = nullptr);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override;
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int arrange(const QRect& rect, bool move) const;
  QList<QLayoutItem*> items_;
};

}  // namespace gokeyctl::gui
