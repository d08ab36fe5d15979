// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Pages that take the place of others while there is nothing else to show.
#pragma once

#include "gui/pages/page.h"

namespace gokeyctl::gui {

class TokenDrawing;

// No token at all.
class NoTokenPage : public Page {
  Q_OBJECT
 public:
  explicit NoTokenPage(QWidget* parent = nullptr);
  // Whether a simulated token can be had on this computer.
  void setSimulator(bool available);

 signals:
  void doctorWanted();
  void simulatorWanted();

 private:
  QWidget* simulate_;
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
