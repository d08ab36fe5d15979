# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""A panel of the older kind: a system tray by freedesktop.org's System Tray Protocol 0.3, which takes windows in by
XEMBED 0.5. And what else only the X server tells: the menus that are open."""

import os
import select
import threading

from Xlib import X, display, error
from Xlib.protocol import event

REQUEST_DOCK = 0  # opcode of _NET_SYSTEM_TRAY_OPCODE
EMBEDDED_NOTIFY = 0  # of _XEMBED
SIZE = 24
LEFT, TOP = 900, 2


class Tray:
    """Its icons stand in a row; `icons` are their windows, oldest first."""

    def __init__(self, env):
        self.name = env["DISPLAY"]
        self.lock = threading.Lock()
        self.icons = []
        self.display = None

    def start(self):
        self.display = display.Display(self.name)
        screen = self.display.screen()
        self.root = screen.root
        self.window = self.root.create_window(LEFT, TOP, SIZE * 8, SIZE, 0, screen.root_depth, override_redirect=True,
                                              background_pixel=screen.white_pixel,
                                              event_mask=X.SubstructureNotifyMask)
        self.window.map()
        selection = self._atom(f"_NET_SYSTEM_TRAY_S{self.display.get_default_screen()}")
        self.window.set_selection_owner(selection, X.CurrentTime)
        if self.display.get_selection_owner(selection) != self.window:
            raise RuntimeError("another tray has the screen")
        # Those that look for a tray already are told that there is one.
        self._send(self.root, "MANAGER", [X.CurrentTime, selection, self.window.id, 0, 0], X.StructureNotifyMask)
        self.display.sync()
        self.ends, self.end = os.pipe()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        return self

    def stop(self):
        """As when the panel ends: the icons' windows are theirs again."""
        if self.display is None:
            return
        os.write(self.end, b"x")
        self.thread.join(60)
        for number in self.icons:
            window = self.display.create_resource_object("window", number)
            window.unmap()
            window.reparent(self.root, 0, 0)
        self.display.sync()
        self.display.close()
        os.close(self.ends)
        os.close(self.end)
        self.display, self.icons = None, []

    def centres(self):
        """Where to click on each icon."""
        with self.lock:
            count = len(self.icons)
        return [(LEFT + number * SIZE + SIZE // 2, TOP + SIZE // 2) for number in range(count)]

    def _atom(self, name):
        return self.display.intern_atom(name)

    def _send(self, window, kind, words, mask=X.NoEventMask):
        window.send_event(event.ClientMessage(window=window, client_type=self._atom(kind), data=(32, words)),
                          event_mask=mask)

    def _run(self):
        while True:
            while self.display.pending_events():
                self._take(self.display.next_event())
            if self.ends in select.select([self.display.fileno(), self.ends], [], [])[0]:
                return

    def _take(self, told):
        if told.type == X.ClientMessage and told.client_type == self._atom("_NET_SYSTEM_TRAY_OPCODE"):
            if told.data[1][1] == REQUEST_DOCK:
                self._dock(told.data[1][2])
        elif told.type == X.DestroyNotify or (told.type == X.ReparentNotify and told.parent != self.window):
            with self.lock:
                self.icons = [icon for icon in self.icons if icon != told.window.id]

    def _dock(self, number):
        icon = self.display.create_resource_object("window", number)
        icon.change_save_set(X.SetModeInsert)
        icon.reparent(self.window, len(self.icons) * SIZE, 0)
        icon.configure(width=SIZE, height=SIZE)
        icon.map()
        self._send(icon, "_XEMBED", [X.CurrentTime, EMBEDDED_NOTIFY, 0, self.window.id, 0])
        self.display.sync()
        with self.lock:
            self.icons.append(number)


def menus(env, pid):
    """How many menus a process shows: a submenu counts by itself."""
    looking = display.Display(env["DISPLAY"])
    try:
        kinds = {looking.intern_atom(f"_NET_WM_WINDOW_TYPE_{kind}") for kind in ("POPUP_MENU", "DROPDOWN_MENU")}
        return sum(_is_menu(looking, window, pid, kinds) for window in looking.screen().root.query_tree().children)
    finally:
        looking.close()


def _is_menu(looking, window, pid, kinds):
    try:
        if window.get_attributes().map_state != X.IsViewable:
            return False
        owner = window.get_full_property(looking.intern_atom("_NET_WM_PID"), X.AnyPropertyType)
        kind = window.get_full_property(looking.intern_atom("_NET_WM_WINDOW_TYPE"), X.AnyPropertyType)
        return bool(owner and kind and owner.value[0] == pid and kinds & set(kind.value))
    except (error.BadWindow, error.BadDrawable):
        return False  # it went while it was looked at
