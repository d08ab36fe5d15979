// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "gui/models/desk.h"

namespace gokeyctl::gui {

// The desk's tokens as the side lists them.
class TokenListModel : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr int kIdRole = Qt::UserRole + 1;
  static constexpr int kStateRole = Qt::UserRole + 2;
  static constexpr int kSymbolRole = Qt::UserRole + 3;
  static constexpr int kToneRole = Qt::UserRole + 4;

  // `desk` outlives the model.
  explicit TokenListModel(const Desk& desk, QObject* parent = nullptr);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QModelIndex indexOf(const QString& id) const;
  // What stands in the place of tokens when there are none. While nobody watches, some may be
  // there.
  [[nodiscard]] QString wordsForNone() const;

 private:
  void reload();

  const Desk& desk_;
  std::vector<QString> ids_;
};

// A symbol beside a name and, below it in small, a state, on whatever the style paints for an item.
// Without a state it is a plain list row of the app's height.
class SideDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
};

}  // namespace gokeyctl::gui
