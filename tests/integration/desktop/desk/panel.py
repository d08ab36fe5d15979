# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""A panel with a place for status icons (StatusNotifierItem), which shows menus by com.canonical.dbusmenu."""

from gi.repository import Gio, GLib

from .bus import PROPERTIES, Service

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"


class Panel(Service):
    """The watcher, and the host that looks at its items."""

    NAME = WATCHER
    PATH = "/StatusNotifierWatcher"
    XML = f"""<node><interface name="{WATCHER}">
      <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
      <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
      <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
      <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
      <property name="ProtocolVersion" type="i" access="read"/>
      <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
      <signal name="StatusNotifierItemUnregistered"><arg type="s"/></signal>
      <signal name="StatusNotifierHostRegistered"/>
    </interface></node>"""

    def __init__(self, address):
        super().__init__(address)
        self.properties = {"RegisteredStatusNotifierItems": [], "IsStatusNotifierHostRegistered": True,
                           "ProtocolVersion": 0}
        self.items = []  # (bus name, object path), oldest first
        self.signals = []  # (bus name, signal) of items

    def _watch(self):
        def gone(_connection, _sender, _path, _interface, _signal, arguments):
            name, _old, new = arguments.unpack()
            if not new:
                with self.lock:
                    self.items = [item for item in self.items if item[0] != name]

        def changed(_connection, sender, _path, _interface, signal, _arguments):
            with self.lock:
                self.signals.append((sender, signal))

        self.connection.signal_subscribe("org.freedesktop.DBus", "org.freedesktop.DBus", "NameOwnerChanged", None,
                                         None, Gio.DBusSignalFlags.NONE, gone)
        self.connection.signal_subscribe(None, ITEM, None, None, None, Gio.DBusSignalFlags.NONE, changed)

    def RegisterStatusNotifierItem(self, sender, service):  # noqa: N802, the protocol's name
        # KDE's programs give a bus name, Ayatana's an object path.
        path = service if service.startswith("/") else "/StatusNotifierItem"
        with self.lock:
            if (sender, path) not in self.items:
                self.items.append((sender, path))
            self.properties["RegisteredStatusNotifierItems"] = [name + path for name, path in self.items]
        self.emit("StatusNotifierItemRegistered", "(s)", sender + path)

    def RegisterStatusNotifierHost(self, _sender, _service):  # noqa: N802
        pass


class Item:
    """A status icon as the panel sees it."""

    def __init__(self, bus, name, path):
        self.bus, self.name, self.path = bus, name, path

    def properties(self):
        return self.bus.call(self.name, self.path, PROPERTIES, "GetAll", "(s)", (ITEM,))

    def get(self, prop):
        return self.bus.get(self.name, self.path, ITEM, prop)

    def activate(self):
        """A click with the left button."""
        self.bus.call(self.name, self.path, ITEM, "Activate", "(ii)", (0, 0))

    def secondary_activate(self):
        """A click with the middle button."""
        self.bus.call(self.name, self.path, ITEM, "SecondaryActivate", "(ii)", (0, 0))

    def pid(self):
        return self.bus.owner_pid(self.name)

    def open_menu(self):
        """The menu as it is shown when somebody opens it: a list of Row."""
        self.menu = self.get("Menu")
        self.bus.call(self.name, self.menu, MENU, "AboutToShow", "(i)", (0,))
        return self._rows(0)

    def _rows(self, parent):
        _revision, (_id, _properties, children) = self.bus.call(self.name, self.menu, MENU, "GetLayout", "(iias)",
                                                                (parent, -1, []))
        return [Row(self, *child) for child in children]

    def choose(self, *labels):
        """Opens the menu and goes down the labels, without mnemonics and dots at the end."""
        rows = self.open_menu()
        for depth, label in enumerate(labels):
            found = [row for row in rows if row.label == label and row.visible]
            if not found:
                raise LookupError(f"no row {label!r} among {[row.label for row in rows]}")
            row = found[0]
            if not row.enabled:
                raise LookupError(f"the row {label!r} is disabled")
            if depth + 1 < len(labels):
                self.bus.call(self.name, self.menu, MENU, "AboutToShow", "(i)", (row.id,))
                rows = self._rows(row.id)
        row.click()


class Row:
    """A line of a menu."""

    def __init__(self, item, number, properties, children):
        self.item, self.id = item, number
        self.properties = properties
        self.rows = [Row(item, *child) for child in children]

    @property
    def label(self):
        text = self.properties.get("label", "")
        return text.replace("__", "\0").replace("_", "").replace("\0", "_").removesuffix("…")

    @property
    def enabled(self):
        return self.properties.get("enabled", True)

    @property
    def visible(self):
        return self.properties.get("visible", True)

    @property
    def separator(self):
        return self.properties.get("type") == "separator"

    def click(self):
        self.item.bus.call(self.item.name, self.item.menu, MENU, "Event", "(isvu)",
                           (self.id, "clicked", GLib.Variant("i", 0), 0))
