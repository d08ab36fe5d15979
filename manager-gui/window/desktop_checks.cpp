// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/window/desktop_checks.h"

#include <QCoreApplication>

#include "gui/widgets/text.h"
#include "gui/window/main_window.h"

namespace gokeyctl::gui {
namespace {

struct DesktopChecks {
  Q_DECLARE_TR_FUNCTIONS(DesktopChecks)
};

// Translated already, by Qt.
Sentence said(const QString& text) { return Sentence(text.toStdString()); }

DoctorCheck check(const char* id, bool good, const QString& title, const QString& message,
                  const QString& next) {
  DoctorCheck made;
  made.id = id;
  made.verdict = good ? DoctorVerdict::kOk : DoctorVerdict::kWarn;
  made.title = said(title);
  made.message = said(message);
  if (!good) made.next = said(next);
  return made;
}

}  // namespace

std::vector<DoctorCheck> desktop_checks(const DesktopServices& found) {
  std::vector<DoctorCheck> checks;
  checks.push_back(check(
      "desktop-bus", found.bus, DesktopChecks::tr("Desktop bus"),
      found.bus
          ? DesktopChecks::tr("The desktop bus is there.")
          : MainWindow::tr("No desktop bus.") + QLatin1Char(' ') +
                MainWindow::tr("Notifications, screen-lock detection and single start are off."),
      DesktopChecks::tr("Log in through the desktop, or start the app with %1.")
          .arg(ltr(QStringLiteral("dbus-run-session")))));
  checks.push_back(
      check("tray", found.tray, DesktopChecks::tr("Tray"),
            found.tray ? DesktopChecks::tr("This desktop shows the tray icon.")
                       : MainWindow::tr("No tray on this desktop."),
            DesktopChecks::tr("On GNOME, install the extension AppIndicator (package %1). Other "
                              "panels have a tray, or status area, that can be added.")
                .arg(ltr(QStringLiteral("gnome-shell-extension-appindicator")))));
  if (found.bus) {
    checks.push_back(check(
        "notifications", found.notifications, DesktopChecks::tr("Notifications"),
        found.notifications
            ? DesktopChecks::tr("This desktop shows notifications with buttons.")
            : DesktopChecks::tr(
                  "No notification service. Requests are shown in a window of our own."),
        DesktopChecks::tr("Start a notification service whose notifications have buttons; most "
                          "desktops bring one.")));
  }
  return checks;
}

}  // namespace gokeyctl::gui
