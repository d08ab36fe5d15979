// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What all pages are: a column that scrolls, and a second hand for those that count down.
#pragma once

#include <QScrollArea>
#include <QString>
#include <QTimer>

#include "gokeyctl/broker.h"

class QVBoxLayout;

namespace gokeyctl::gui {

class Page : public QScrollArea {
  Q_OBJECT
 public:
  explicit Page(QWidget* parent = nullptr);

  // What it shows is not what is: older, or about to be read anew. Still to be read, at 4.5:1.
  void setDimmed(bool dimmed);
  // Around everything on it, in pixels.
  void setPadding(int padding);
  // Where the keyboard goes when the page is entered; null: wherever Tab leads first.
  [[nodiscard]] virtual QWidget* firstField() { return nullptr; }

 protected:
  [[nodiscard]] QVBoxLayout* column() const { return column_; }
  // What is so even when all else on the page is old, and is not dimmed with it.
  void keepClear(QWidget* part) { clear_ = part; }
  // Once a second while `counting` and the page can be seen; an idle app does not wake up.
  void setCounting(bool counting);
  virtual void tick() {}

  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QVBoxLayout* column_;
  QWidget* clear_ = nullptr;
  QTimer seconds_;
  bool counting_ = false;
};

// A page about one token. It knows values and asks by signals; who connects it to the desk is the
// window.
class TokenPage : public Page {
  Q_OBJECT
 public:
  using Page::Page;
  virtual void setToken(const BrokerToken& token) = 0;
  // Whether Unlock is offered; to be said before setToken().
  void setMayUnlock(bool may) { may_unlock_ = may; }

 protected:
  [[nodiscard]] bool mayUnlock() const { return may_unlock_; }

 signals:
  void unlockWanted(gokeyctl::Scope scope);
  void lockWanted(gokeyctl::Scope scope);
  void doctorWanted();

 private:
  bool may_unlock_ = true;
};

}  // namespace gokeyctl::gui
