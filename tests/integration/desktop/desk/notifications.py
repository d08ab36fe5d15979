# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""A notification server (Desktop Notifications Specification 1.2) that keeps what it was told."""

import time

from .bus import Service

NAME = "org.freedesktop.Notifications"


class Notification:
    def __init__(self, number, summary, body, actions, hints, timeout):
        self.number, self.summary, self.body, self.hints, self.timeout = number, summary, body, hints, timeout
        self.actions = dict(zip(actions[::2], actions[1::2]))
        self.open = True
        self.at = time.monotonic()

    def __repr__(self):
        return f"{self.summary!r} / {self.body!r} {self.actions} {'open' if self.open else 'closed'}"


class Notifications(Service):
    NAME = NAME
    PATH = "/org/freedesktop/Notifications"
    XML = f"""<node><interface name="{NAME}">
      <method name="GetCapabilities"><arg type="as" direction="out"/></method>
      <method name="Notify">
        <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
        <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
      <method name="CloseNotification"><arg type="u" direction="in"/></method>
      <method name="GetServerInformation">
        <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
        <arg type="s" direction="out"/></method>
      <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
      <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
    </interface></node>"""

    def __init__(self, address, capabilities=("actions", "body", "persistence")):
        super().__init__(address)
        self.capabilities = list(capabilities)
        self.shown = []

    def GetCapabilities(self, _sender):  # noqa: N802, the protocol's names
        return (self.capabilities,)

    def GetServerInformation(self, _sender):  # noqa: N802
        return ("test", "gokeyctl", "1", "1.2")

    def Notify(self, _sender, _app, replaces, _icon, summary, body, actions, hints, timeout):  # noqa: N802
        with self.lock:
            number = replaces or len(self.shown) + 1
            self.shown = [n for n in self.shown if n.number != number]
            self.shown.append(Notification(number, summary, body, actions, hints, timeout))
        return (number,)

    def CloseNotification(self, _sender, number):  # noqa: N802
        self._close(number, 3)

    def _close(self, number, reason):
        with self.lock:
            found = [n for n in self.shown if n.number == number and n.open]
            for notification in found:
                notification.open = False
        if found:
            self.emit("NotificationClosed", "(uu)", number, reason)

    # ---- The person ----
    def find(self, text, open_only=True):
        """The newest one whose summary holds the text."""
        with self.lock:
            found = [n for n in self.shown if text in n.summary and (n.open or not open_only)]
        return found[-1] if found else None

    def press(self, notification, action):
        self.emit("ActionInvoked", "(us)", notification.number, action)

    def dismiss(self, notification):
        self._close(notification.number, 2)
