// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Pages that take the place of others while there is nothing else to show.
#pragma once

#include "gui/pages/page.h"

namespace gokeyctl::gui {

class Label;
class TokenDrawing;

// No token at all.
class NoTokenPage : public Page {
  Q_OBJECT
 public:
  explicit NoTokenPage(QWidget* parent = nullptr);
  // Whether a simulated token can be had on this computer.
  void setSimulator(bool available);
  // Whether anybody watches for tokens; without, none seen does not mean that none is there.
  void setWatched(bool watched);

 signals:
  void doctorWanted();
  void simulatorWanted();

 private:
  TokenDrawing* drawing_;
  Label* title_;
  Label* sentence_;
  QWidget* simulate_;
  bool simulator_ = true;
  bool watched_ = true;
};

// A token in factory state, in place of Overview.
class FactoryPage : public Page {
  Q_OBJECT
 public:
  explicit FactoryPage(QWidget* parent = nullptr);

 signals:
  void guideWanted();
};

}  // namespace gokeyctl::gui
