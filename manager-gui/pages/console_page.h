// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <vector>

#include "gui/models/history.h"
#include "gui/pages/page.h"

class QComboBox;
class QLineEdit;
class QTreeView;

namespace gokeyctl::gui {

class Label;

// The history of one token as a table: time, what, detail.
class HistoryModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  static constexpr int kKindRole = Qt::UserRole + 1;

  // `history` outlives the model.
  explicit HistoryModel(const History& history, QObject* parent = nullptr);
  void setToken(const QString& id);

  [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  void reload();

  const History& history_;
  QString id_;
  std::vector<HistoryEntry> shown_;
};

// What happened to the token lately.
class ConsolePage : public Page {
  Q_OBJECT
 public:
  explicit ConsolePage(const History& history, QWidget* parent = nullptr);

  void setToken(const QString& id);
  void copyList() const;
  void focusFilter();
  [[nodiscard]] QWidget* firstField() override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  class Filter;
  void showEmpty();

  HistoryModel* model_;
  Filter* filter_;
  QLineEdit* words_;
  QComboBox* kind_;
  QTreeView* list_;
  Label* empty_;
};

}  // namespace gokeyctl::gui
