// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/tray/dbus_types.h"

#include <QDBusMetaType>

namespace gokeyctl::gui {

QDBusArgument& operator<<(QDBusArgument& out, const SniPixmap& value) {
  out.beginStructure();
  out << value.width << value.height << value.bytes;
  out.endStructure();
  return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, SniPixmap& value) {
  in.beginStructure();
  in >> value.width >> value.height >> value.bytes;
  in.endStructure();
  return in;
}

QDBusArgument& operator<<(QDBusArgument& out, const SniToolTip& value) {
  out.beginStructure();
  out << value.icon << value.pixmaps << value.title << value.text;
  out.endStructure();
  return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, SniToolTip& value) {
  in.beginStructure();
  in >> value.icon >> value.pixmaps >> value.title >> value.text;
  in.endStructure();
  return in;
}

QDBusArgument& operator<<(QDBusArgument& out, const MenuLayout& value) {
  out.beginStructure();
  out << value.id << value.properties;
  out.beginArray(qMetaTypeId<QDBusVariant>());
  for (const MenuLayout& child : value.children)
    out << QDBusVariant(QVariant::fromValue<MenuLayout>(child));
  out.endArray();
  out.endStructure();
  return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, MenuLayout& value) {
  in.beginStructure();
  in >> value.id >> value.properties;
  value.children.clear();
  in.beginArray();
  while (!in.atEnd()) {
    QDBusVariant variant;
    in >> variant;
    value.children.append(qdbus_cast<MenuLayout>(variant.variant()));
  }
  in.endArray();
  in.endStructure();
  return in;
}

QDBusArgument& operator<<(QDBusArgument& out, const MenuProperties& value) {
  out.beginStructure();
  out << value.id << value.properties;
  out.endStructure();
  return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, MenuProperties& value) {
  in.beginStructure();
  in >> value.id >> value.properties;
  in.endStructure();
  return in;
}

QDBusArgument& operator<<(QDBusArgument& out, const MenuPropertyNames& value) {
  out.beginStructure();
  out << value.id << value.names;
  out.endStructure();
  return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, MenuPropertyNames& value) {
  in.beginStructure();
  in >> value.id >> value.names;
  in.endStructure();
  return in;
}

QDBusArgument& operator<<(QDBusArgument& out, const MenuEvent& value) {
  out.beginStructure();
  out << value.id << value.name << value.data << value.timestamp;
  out.endStructure();
  return out;
}

const QDBusArgument& operator>>(const QDBusArgument& in, MenuEvent& value) {
  in.beginStructure();
  in >> value.id >> value.name >> value.data >> value.timestamp;
  in.endStructure();
  return in;
}

void register_tray_types() {
  qDBusRegisterMetaType<SniPixmap>();
  qDBusRegisterMetaType<SniPixmaps>();
  qDBusRegisterMetaType<SniToolTip>();
  qDBusRegisterMetaType<MenuLayout>();
  qDBusRegisterMetaType<MenuProperties>();
  qDBusRegisterMetaType<MenuPropertiesList>();
  qDBusRegisterMetaType<MenuPropertyNames>();
  qDBusRegisterMetaType<MenuPropertyNamesList>();
  qDBusRegisterMetaType<MenuEvent>();
  qDBusRegisterMetaType<MenuEvents>();
}

}  // namespace gokeyctl::gui
