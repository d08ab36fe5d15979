# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""D-Bus as a panel and a notification server use it: objects in a thread of their own, calls from the test's."""

import threading

from gi.repository import Gio, GLib

FLAGS = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
PROPERTIES = "org.freedesktop.DBus.Properties"


class Bus:
    """A connection for calls."""

    def __init__(self, address):
        self.connection = Gio.DBusConnection.new_for_address_sync(address, FLAGS, None, None)

    def call(self, name, path, interface, method, signature="()", values=(), milliseconds=60000):
        """The answer as Python values; one value comes alone."""
        answer = self.connection.call_sync(name, path, interface, method, GLib.Variant(signature, values), None,
                                           Gio.DBusCallFlags.NONE, milliseconds, None).unpack()
        return answer[0] if len(answer) == 1 else answer

    def get(self, name, path, interface, prop):
        return self.call(name, path, PROPERTIES, "Get", "(ss)", (interface, prop))

    def owner_pid(self, name):
        return self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", "(s)",
                         (name,))

    def has(self, name):
        return self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", "(s)", (name,))

    def emit(self, path, interface, signal, signature, *values):
        """From an object that nobody owns a name for."""
        self.connection.emit_signal(None, path, interface, signal, GLib.Variant(signature, values))

    def close(self):
        self.connection.close_sync(None)


class Service:
    """An object under a well-known name. Subclasses say NAME, PATH, XML and have one method for each of the
    interface's, which takes the sender and the arguments; `properties` is what the interface's properties are."""

    NAME = PATH = XML = ""

    def __init__(self, address):
        self.address = address
        self.properties = {}
        self.lock = threading.Lock()
        self.ready = threading.Event()
        self.context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.failure = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        self.thread.start()
        self.ready.wait(60)
        if self.failure:
            raise RuntimeError(self.failure)
        return self

    def stop(self):
        """As when the panel crashes: the name goes with the connection."""
        self.context.invoke_full(GLib.PRIORITY_DEFAULT, lambda *_: self.loop.quit())
        self.thread.join(10)

    def _run(self):
        self.context.push_thread_default()
        try:
            self.connection = Gio.DBusConnection.new_for_address_sync(self.address, FLAGS, None, None)
            self.interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
            self.connection.register_object(self.PATH, self.interface, self._on_call, self._on_get, None)
            self._watch()
            self.connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "RequestName", GLib.Variant("(su)", (self.NAME, 4)), None,
                                      Gio.DBusCallFlags.NONE, 60000, None)
        except GLib.Error as error:
            self.failure = error.message
            self.ready.set()
            return
        self.ready.set()
        self.loop.run()
        self.connection.close_sync(None)

    def _watch(self):
        """For signals of others."""

    def _on_call(self, _connection, sender, _path, _interface, method, arguments, invocation):
        answer = getattr(self, method)(sender, *arguments.unpack())
        out = self.interface.lookup_method(method).out_args
        signature = "(" + "".join(argument.signature for argument in out) + ")"
        invocation.return_value(GLib.Variant(signature, answer) if out else None)

    def _on_get(self, _connection, _sender, _path, _interface, prop):
        signature = self.interface.lookup_property(prop).signature
        return GLib.Variant(signature, self.properties[prop])

    def emit(self, signal, signature, *values):
        self.connection.emit_signal(None, self.PATH, self.interface.name, signal, GLib.Variant(signature, values))
