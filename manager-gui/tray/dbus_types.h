// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Structures of the two D-Bus interfaces of a tray icon: org.kde.StatusNotifierItem
// (freedesktop.org, "StatusNotifierItem") and com.canonical.dbusmenu (libdbusmenu's dbus-menu.xml).
#pragma once

#include <QByteArray>
#include <QDBusArgument>
#include <QDBusVariant>
#include <QList>
#include <QString>
#include <QVariantMap>

namespace gokeyctl::gui {

// (iiay): ARGB32 in network byte order.
struct SniPixmap {
  int width = 0;
  int height = 0;
  QByteArray bytes;
};
using SniPixmaps = QList<SniPixmap>;

// (sa(iiay)ss)
struct SniToolTip {
  QString icon;
  SniPixmaps pixmaps;
  QString title;
  QString text;
};

// (ia{sv}av): an entry and, each in a variant, those below it.
struct MenuLayout {
  int id = 0;
  QVariantMap properties;
  QList<MenuLayout> children;
};

// (ia{sv})
struct MenuProperties {
  int id = 0;
  QVariantMap properties;
};
using MenuPropertiesList = QList<MenuProperties>;

// (ias)
struct MenuPropertyNames {
  int id = 0;
  QStringList names;
};
using MenuPropertyNamesList = QList<MenuPropertyNames>;

// (isvu)
struct MenuEvent {
  int id = 0;
  QString name;
  QDBusVariant data;
  uint timestamp = 0;
};
using MenuEvents = QList<MenuEvent>;

QDBusArgument& operator<<(QDBusArgument& out, const SniPixmap& value);
const QDBusArgument& operator>>(const QDBusArgument& in, SniPixmap& value);
QDBusArgument& operator<<(QDBusArgument& out, const SniToolTip& value);
const QDBusArgument& operator>>(const QDBusArgument& in, SniToolTip& value);
QDBusArgument& operator<<(QDBusArgument& out, const MenuLayout& value);
const QDBusArgument& operator>>(const QDBusArgument& in, MenuLayout& value);
QDBusArgument& operator<<(QDBusArgument& out, const MenuProperties& value);
const QDBusArgument& operator>>(const QDBusArgument& in, MenuProperties& value);
QDBusArgument& operator<<(QDBusArgument& out, const MenuPropertyNames& value);
const QDBusArgument& operator>>(const QDBusArgument& in, MenuPropertyNames& value);
QDBusArgument& operator<<(QDBusArgument& out, const MenuEvent& value);
const QDBusArgument& operator>>(const QDBusArgument& in, MenuEvent& value);

// Before the first of them goes over a bus; may be called again.
void register_tray_types();

}  // namespace gokeyctl::gui

Q_DECLARE_METATYPE(gokeyctl::gui::SniPixmap)
Q_DECLARE_METATYPE(gokeyctl::gui::SniPixmaps)
Q_DECLARE_METATYPE(gokeyctl::gui::SniToolTip)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuLayout)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuProperties)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuPropertiesList)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuPropertyNames)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuPropertyNamesList)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuEvent)
Q_DECLARE_METATYPE(gokeyctl::gui::MenuEvents)
