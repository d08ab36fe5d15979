// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace gokeyctl::gui {

// A thin line that runs while something is awaited. It is not there for waits shorter than 300 ms,
// and stands still if nothing may move.
class BusyBar : public QWidget {
  Q_OBJECT
 public:
  explicit BusyBar(QWidget* parent = nullptr);
  void setBusy(bool busy);
  // After the first 300 ms.
  [[nodiscard]] bool isShown() const { return running_; }
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void shownChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QTimer delay_;
  QTimer step_;
  bool running_ = false;
  int at_ = 0;
};

}  // namespace gokeyctl::gui
