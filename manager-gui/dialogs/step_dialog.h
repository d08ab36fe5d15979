// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QStringList>

class QPushButton;
class QStackedWidget;

namespace gokeyctl::gui {

// The steps of a dialog and which of them is done, as numbers in circles.
class StepBar : public QWidget {
  Q_OBJECT
 public:
  explicit StepBar(QWidget* parent = nullptr);
  void addStep(const QString& name);
  void setCurrent(int step);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  // Names are left out where there is no room for all: then only that of the current step is there.
  [[nodiscard]] int widthOf(bool all_names) const;
  void describe();

  QStringList names_;
  int current_ = 0;
};

// A dialog in steps. Back keeps what was typed; leaving it at any step leaves things as they are.
// QWizard's pages fight with small screens and with right to left.
class StepDialog : public QDialog {
  Q_OBJECT
 public:
  explicit StepDialog(QWidget* parent = nullptr);

 protected:
  void addStep(const QString& name, QWidget* page);
  [[nodiscard]] int step() const;
  void goTo(int step);
  // Those before are done with: there is no way back to them.
  void beginAt(int step);
  // Whether the current step allows the next.
  void setReady(bool ready);
  // Only Close is left.
  void setDeadEnd(bool dead_end);
  void setBusy(bool busy);

  // Next was pressed; goes on by goTo() when it is time. On the last step: Done.
  virtual void next() = 0;
  virtual void entered(int step) = 0;

 private:
  void dress();

  StepBar* bar_;
  QStackedWidget* pages_;
  QPushButton* leave_;
  QPushButton* back_;
  QPushButton* next_;
  int first_ = 0;
  bool ready_ = true;
  bool busy_ = false;
  bool dead_end_ = false;
};

}  // namespace gokeyctl::gui
