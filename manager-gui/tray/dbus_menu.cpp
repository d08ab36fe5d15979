// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/tray/dbus_menu.h"

#include <QBuffer>
#include <QDBusAbstractAdaptor>
#include <QGuiApplication>
#include <QIcon>
#include <QMetaObject>
#include <QPalette>
#include <utility>

#include "gui/platform/symbol.h"

namespace gokeyctl::gui {
namespace {

constexpr int kIconPixels = 22;

// Qt writes mnemonics as "&Lock", dbusmenu as "_Lock".
QString dbus_label(const QString& label) {
  QString out;
  for (int i = 0; i < label.size(); ++i) {
    const QChar c = label[i];
    if (c == QLatin1Char('&') && i + 1 < label.size()) {
      if (label[i + 1] == QLatin1Char('&')) {
        out += c;
        ++i;
      } else {
        out += QLatin1Char('_');
      }
    } else if (c == QLatin1Char('_')) {
      out += QLatin1String("__");
    } else {
      out += c;
    }
  }
  return out;
}

// For a panel whose icon theme does not have it.
QByteArray icon_png(const QString& name) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  const QColor colour = QGuiApplication::palette().color(QPalette::WindowText);
  symbol_pixmap(name, kIconPixels, colour).save(&buffer, "PNG");
  return bytes;
}

}  // namespace

class DBusMenuAdaptor : public QDBusAbstractAdaptor {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "com.canonical.dbusmenu")
  Q_PROPERTY(uint Version READ version)
  Q_PROPERTY(QString TextDirection READ textDirection)
  Q_PROPERTY(QString Status READ status)
  Q_PROPERTY(QStringList IconThemePath READ iconThemePath)

 public:
  explicit DBusMenuAdaptor(DBusMenu* menu) : QDBusAbstractAdaptor(menu), menu_(menu) {
    connect(menu, &DBusMenu::layoutUpdated, this, &DBusMenuAdaptor::LayoutUpdated);
  }

  [[nodiscard]] uint version() const { return 3; }
  [[nodiscard]] QString textDirection() const {
    return QGuiApplication::isRightToLeft() ? QStringLiteral("rtl") : QStringLiteral("ltr");
  }
  [[nodiscard]] QString status() const { return QStringLiteral("normal"); }
  [[nodiscard]] QStringList iconThemePath() const { return {}; }

 public slots:
  uint GetLayout(int parent, int depth, const QStringList& names,
                 gokeyctl::gui::MenuLayout& layout) {
    layout = menu_->layout(parent, depth, names);
    return menu_->revision_;
  }
  gokeyctl::gui::MenuPropertiesList GetGroupProperties(const QList<int>& ids,
                                                       const QStringList& names) {
    MenuPropertiesList list;
    const auto add = [&](int id) {
      if (const DBusMenu::Node* node = menu_->find(id))
        list.append({id, DBusMenu::properties(*node, names)});
    };
    for (const int id : ids) add(id);
    if (ids.isEmpty()) {  // means all
      for (const auto& [id, node] : menu_->nodes_) add(id);
    }
    return list;
  }
  QDBusVariant GetProperty(int id, const QString& name) {
    const DBusMenu::Node* node = menu_->find(id);
    return QDBusVariant(node == nullptr
                            ? QVariant(QString())
                            : DBusMenu::properties(*node, {name}).value(name, QString()));
  }
  void Event(int id, const QString& event, const QDBusVariant&, uint) { menu_->take(id, event); }
  QList<int> EventGroup(const gokeyctl::gui::MenuEvents& events) {
    QList<int> unknown;
    for (const MenuEvent& event : events) {
      if (menu_->find(event.id) == nullptr) unknown.append(event.id);
      menu_->take(event.id, event.name);
    }
    return unknown;
  }
  bool AboutToShow(int id) { return id == 0 && !menu_->open_ && menu_->rebuild(); }
  QList<int> AboutToShowGroup(const QList<int>& ids, QList<int>& unknown) {
    QList<int> changed;
    for (const int id : ids) {
      if (menu_->find(id) == nullptr) {
        unknown.append(id);
      } else if (AboutToShow(id)) {
        changed.append(id);
      }
    }
    return changed;
  }

 signals:
  void LayoutUpdated(uint revision, int parent);
  void ItemsPropertiesUpdated(const gokeyctl::gui::MenuPropertiesList& updated,
                              const gokeyctl::gui::MenuPropertyNamesList& removed);
  void ItemActivationRequested(int id, uint timestamp);

 private:
  DBusMenu* menu_;
};

DBusMenu::DBusMenu(std::function<std::vector<MenuEntry>()> rows, QObject* parent)
    : QObject(parent), rows_(std::move(rows)) {
  register_tray_types();
  new DBusMenuAdaptor(this);
  rebuild();
}

bool DBusMenu::publish(QDBusConnection bus) {
  return bus.registerObject(QStringLiteral("/MenuBar"), this);
}

void DBusMenu::refresh() {
  if (open_) return;  // taken up when it is closed
  if (rebuild()) emit layoutUpdated(revision_, 0);
}

int DBusMenu::add(const MenuEntry& entry, Nodes& nodes) {
  const int id = next_id_++;
  Node node{entry, {}};
  node.entry.children.clear();
  for (const MenuEntry& child : entry.children) node.children.push_back(add(child, nodes));
  nodes.emplace(id, std::move(node));
  return id;
}

bool DBusMenu::rebuild() {
  std::vector<MenuEntry> rows = rows_();
  if (rows == shown_ && revision_ != 0) return false;
  shown_ = std::move(rows);
  before_ = std::exchange(nodes_, {});
  Node root;
  for (const MenuEntry& entry : shown_) root.children.push_back(add(entry, nodes_));
  nodes_.emplace(0, std::move(root));
  ++revision_;
  return true;
}

const DBusMenu::Node* DBusMenu::find(int id) const {
  if (const auto found = nodes_.find(id); found != nodes_.end()) return &found->second;
  if (const auto found = before_.find(id); found != before_.end()) return &found->second;
  return nullptr;
}

MenuLayout DBusMenu::layout(int id, int depth, const QStringList& names) const {
  MenuLayout layout{.id = id, .properties = {}, .children = {}};
  const Node* node = find(id);
  if (node == nullptr) return layout;
  layout.properties = properties(*node, names);
  if (depth == 0) return layout;
  for (const int child : node->children)
    layout.children.append(this->layout(child, depth < 0 ? depth : depth - 1, names));
  return layout;
}

QVariantMap DBusMenu::properties(const Node& node, const QStringList& names) {
  QVariantMap map;
  const auto put = [&](const char* name, const QVariant& value) {
    const QString key = QLatin1String(name);
    if (names.isEmpty() || names.contains(key)) map.insert(key, value);
  };
  if (!node.children.empty()) put("children-display", QStringLiteral("submenu"));
  if (node.entry.label.isEmpty()) {
    // The root has no label either.
    if (node.children.empty()) put("type", QStringLiteral("separator"));
    return map;
  }
  put("label", dbus_label(node.entry.label));
  if (!node.entry.enabled) put("enabled", false);
  if (!node.entry.icon.isEmpty()) {
    if (QIcon::hasThemeIcon(node.entry.icon)) {
      put("icon-name", node.entry.icon);
    } else {
      put("icon-data", icon_png(node.entry.icon));
    }
  }
  return map;
}

void DBusMenu::take(int id, const QString& event) {
  if (event == QLatin1String("opened") || event == QLatin1String("closed")) {
    if (id != 0) return;
    open_ = event == QLatin1String("opened");
    if (!open_) refresh();
    return;
  }
  if (event != QLatin1String("clicked")) return;
  const Node* node = find(id);
  if (node == nullptr || !node->entry.enabled || node->entry.command.action == TrayAction::kNone) {
    return;
  }
  // Some panels do not say that they closed the menu.
  open_ = false;
  // The panel waits for the answer to its call; what the command does may take long.
  QMetaObject::invokeMethod(
      this, [this, command = node->entry.command] { emit triggered(command); },
      Qt::QueuedConnection);
}

}  // namespace gokeyctl::gui

#include "dbus_menu.moc"
