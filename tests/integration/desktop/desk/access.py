# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""Windows and widgets as a screen reader finds them (AT-SPI)."""

import os

import gi

from .screen import until

_atspi = None


def connect(env):
    """Once per process: libatspi takes its bus from the environment."""
    global _atspi
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
        os.environ[name] = env[name]
    os.environ.pop("AT_SPI_BUS_ADDRESS", None)
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    Atspi.init()
    _atspi = Atspi


def application(pid, seconds=60):
    """The root of a process's widgets."""

    def look():
        desktop = _atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child and child.get_process_id() == pid:
                    return Node(child)
            except gi.repository.GLib.Error:
                continue
        return None

    return until(look, seconds)


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f"{self.role} {self.name!r}"

    def _ask(self, question, otherwise):
        # A widget can go while it is looked at.
        try:
            return question()
        except gi.repository.GLib.Error:
            return otherwise

    @property
    def name(self):
        return self._ask(lambda: self.accessible.get_name() or "", "")

    @property
    def description(self):
        return self._ask(lambda: self.accessible.get_description() or "", "")

    @property
    def role(self):
        return self._ask(self.accessible.get_role_name, "invalid")

    def states(self):
        return self._ask(lambda: {s.value_nick for s in self.accessible.get_state_set().get_states()}, set())

    def has(self, *states):
        return set(states) <= self.states()

    def children(self):
        self._ask(self.accessible.clear_cache, None)
        count = self._ask(self.accessible.get_child_count, 0)
        found = (self._ask(lambda i=i: self.accessible.get_child_at_index(i), None) for i in range(count))
        return [Node(child) for child in found if child]

    def walk(self):
        """This one and all below it that are shown."""
        yield self
        for child in self.children():
            yield from child.walk()

    def find(self, role=None, name=None, shown=True):
        """The first below this with that role and a name that begins so."""
        for node in self.walk():
            if role and node.role != role:
                continue
            if name is not None and not node.name.startswith(name):
                continue
            if shown and not node.has("showing"):
                continue
            return node
        return None

    def centre(self):
        box = self._ask(lambda: self.accessible.get_extents(_atspi.CoordType.SCREEN), None)
        return (box.x + box.width // 2, box.y + box.height // 2) if box else (0, 0)

    def size(self):
        box = self._ask(lambda: self.accessible.get_extents(_atspi.CoordType.SCREEN), None)
        return (box.width, box.height) if box else (0, 0)

    def text(self):
        """What a screen reader can read out of it."""
        return self._ask(lambda: _atspi.Text.get_text(self.accessible, 0, -1), "")
