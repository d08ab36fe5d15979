// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <functional>
#include <string_view>
#include <vector>

#include "gui/models/settings.h"
#include "gui/pages/page.h"

class QCheckBox;
class QComboBox;

namespace gokeyctl::gui {

class InlineMessage;
class Label;

// Whether the app starts with the session: no key of the settings, but a file of the desktop.
struct Autostart {
  std::function<bool()> is_on;
  std::function<Result<void>(bool)> set;
};

// Every setting of the app; a change takes effect at once.
class SettingsPage : public Page {
  Q_OBJECT
 public:
  // `settings` outlives the page.
  SettingsPage(Settings& settings, Autostart autostart, QWidget* parent = nullptr);

  // Whether the desktop has a tray: the words for "keep running" depend on it.
  void setTray(bool there);
  // Whether it has shortcuts for programs.
  void setShortcuts(bool there);
  void restoreDefaults();

 private:
  QWidget* section(const QString& title, const std::vector<QWidget*>& lines);
  QWidget* box(std::string_view key, const QString& label, const QString& remark = QString());
  QWidget* unpluggedBox();
  QWidget* idleLine();
  QWidget* choice(const QString& label, QComboBox* combo, std::string_view key);
  QWidget* autostartBox();
  void report(const Result<void>& result);
  void reload();
  void showWarnings();

  struct Box {
    QCheckBox* box;
    std::string_view key;
    Label* fixed;
    Label* remark;  // null: none
  };
  Settings& settings_;
  Autostart autostart_;
  std::vector<Box> boxes_;
  InlineMessage* message_;
  InlineMessage* warning_;
  QCheckBox* idle_;
  QComboBox* idle_minutes_;
  QComboBox* hold_;
  QComboBox* pinentry_;
  QCheckBox* autostart_box_;
  QCheckBox* keep_running_;
  QCheckBox* shortcuts_;
  Label* shortcuts_remark_;
  bool shortcuts_there_ = true;
};

}  // namespace gokeyctl::gui
