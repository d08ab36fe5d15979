// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLocale>

#include <gtest/gtest.h>

#include "gui/widgets/accessible.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  testing::InitGoogleTest(&argc, argv);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  const QApplication app(argc, argv);
  gokeyctl::gui::install_accessible_widgets();
  return RUN_ALL_TESTS();
}
