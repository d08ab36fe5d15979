// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The window that asks for presence where no notification can.
#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

#include "gokeyctl/broker.h"
#include "gui/widgets/label.h"
#include "gui/widgets/ring.h"

namespace gokeyctl::gui {

// Nothing in it confirms by accident: its buttons are inert for the first 500 ms, none is a
// default, it takes no focus, and Enter does nothing. It is no QDialog, since a QDialogButtonBox
// there makes its accept button the default.
class PresencePopup : public QWidget {
  Q_OBJECT

 public:
  explicit PresencePopup(QWidget* parent = nullptr);

  // Draws one that nobody sees, so that fonts, pictures and the window system's side of a window
  // are loaded before somebody waits for them.
  static void prepare();
  // Shows the request, or puts it in the place of the one before; the buttons are armed anew.
  void ask(const QString& token_name, const PresenceRequest& request);
  // The person confirmed and the token has not answered yet.
  void showConfirming();
  [[nodiscard]] quint64 number() const { return number_; }
  [[nodiscard]] bool isArmed() const { return confirm_->isEnabled(); }

 signals:
  void confirmed(quint64 number);
  void dismissed(quint64 number);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  void write(const QString& token_name, const PresenceRequest& request);
  void tick();
  void arm();
  void fit();
  void place();
  void confirm();
  void dismiss();
  [[nodiscard]] int secondsLeft() const;

  Ring* ring_;
  Label* token_;
  Label* title_;
  QLabel* text_;
  Label* lapse_;
  QPushButton* dismiss_;
  QPushButton* confirm_;
  QTimer arming_;
  QTimer second_;
  QElapsedTimer since_;
  qint64 left_ms_ = 0;
  int total_ = 1;
  quint64 number_ = 0;
  QString who_;  // asks
  QString site_;
  QString name_;
  bool confirming_ = false;
};

}  // namespace gokeyctl::gui
