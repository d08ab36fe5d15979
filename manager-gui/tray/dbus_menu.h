// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A menu that the panel draws: com.canonical.dbusmenu, version 3.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <vector>

#include "gui/tray/dbus_types.h"
#include "gui/tray/menu.h"

namespace gokeyctl::gui {

class DBusMenu : public QObject {
  Q_OBJECT

 public:
  // `rows` makes the menu as it should be now; asked when the panel is about to show it, and on
  // refresh().
  DBusMenu(std::function<std::vector<MenuEntry>()> rows, QObject* parent = nullptr);

  // On `bus` at /MenuBar.
  [[nodiscard]] bool publish(QDBusConnection bus);
  // What it shows may have changed. An open menu stays as it is until it is closed.
  void refresh();

 signals:
  void triggered(const gokeyctl::gui::TrayCommand& command);
  // For the adaptor.
  void layoutUpdated(uint revision, int parent);

 private:
  friend class DBusMenuAdaptor;
  struct Node {
    MenuEntry entry;  // without its children
    std::vector<int> children;
  };
  using Nodes = std::map<int, Node>;

  bool rebuild();  // true if it is another menu now
  int add(const MenuEntry& entry, Nodes& nodes);
  [[nodiscard]] MenuLayout layout(int id, int depth, const QStringList& names) const;
  [[nodiscard]] static QVariantMap properties(const Node& node, const QStringList& names);
  [[nodiscard]] const Node* find(int id) const;
  void take(int id, const QString& event);

  std::function<std::vector<MenuEntry>()> rows_;
  std::vector<MenuEntry> shown_;
  // Entries get new numbers with each change, and those of the menu before are still understood:
  // a click means what the person saw.
  Nodes nodes_, before_;
  int next_id_ = 1;
  uint revision_ = 0;
  bool open_ = false;
};

}  // namespace gokeyctl::gui
