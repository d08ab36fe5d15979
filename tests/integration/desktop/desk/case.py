# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""What the desktop app's tests start from: a desktop, and the app on it."""

import os
import shutil
import tempfile
import unittest
from pathlib import Path

from gokey import keys

from . import access, notifications, panel, screen
from .app import App
from .bus import Bus

PASSPHRASE = keys.PASSPHRASE
PICTURES = os.environ.get("GOKEY_PICTURES")
# No test asks how soon: whatever is waited for has come long before on any machine that works.
LIMIT = 60.0
NAME = "org.gokey.Manager"


class Desktop(unittest.TestCase):
    """A screen, a session bus and a notification server for all cases of a class; PANEL: and a panel with a place for
    status icons."""

    maxDiff = None
    PANEL = True

    @classmethod
    def setUpClass(cls):
        cls.dir = Path(tempfile.mkdtemp(prefix="gk-", dir="/tmp"))
        cls.addClassCleanup(shutil.rmtree, cls.dir, ignore_errors=True)
        cls.screen = screen.Screen(cls.dir)
        cls.addClassCleanup(cls.screen.stop)
        cls.screen.start()
        access.connect(cls.screen.env)
        cls.address = cls.screen.env["DBUS_SESSION_BUS_ADDRESS"]
        cls.bus = Bus(cls.address)
        cls.panel = None
        if cls.PANEL:
            cls.panel = panel.Panel(cls.address).start()
            cls.addClassCleanup(lambda: cls.panel.stop())
        cls.notifications = notifications.Notifications(cls.address).start()
        cls.addClassCleanup(lambda: cls.notifications.stop())

    @classmethod
    def start_app(cls, *arguments):
        cls.app = App(cls.screen, *arguments)
        cls.addClassCleanup(cls.stop_app)
        cls.app.start()
        # From then on a further start is the second.
        screen.until(lambda: cls.bus.has(NAME) and cls.bus.owner_pid(NAME) == cls.app.pid, LIMIT)

    @classmethod
    def stop_app(cls):
        """A sanitizer that found something, if only a leak at its end, ends the app with a code of its own."""
        code = cls.app.stop()
        if code:
            raise AssertionError(f"the app ended with {code}\n" + (cls.dir / "desk.log").read_text(errors="replace")[-4000:])

    # ---- What the cases see ----
    def see(self, condition, message):
        """What condition() gives once it is true."""
        value = screen.until(condition, LIMIT)
        if not value:
            if PICTURES:
                self.screen.picture(Path(PICTURES) / f"failed-{self.id().rsplit('.', 1)[-1]}.png")
            log = (self.dir / "desk.log").read_text(errors="replace")[-1500:]
            message = message() if callable(message) else message
            dialog = self.dialog()
            shown = [node for node in dialog.walk() if node.name and node.has("showing")] if dialog else "none"
            self.fail(f"{message} within {LIMIT} s\nnotifications: {self.notifications.shown}\ndialog: {shown}\n"
                      f"in front: {self.screen.active_title()}\n{log}")
        return value

    def picture(self, name, window="root"):
        if PICTURES:
            self.screen.picture(Path(PICTURES) / f"{name}.png", window)

    def icon(self):
        """The app's icon in the panel."""
        return self.see(lambda: self.icon_now(), "no icon in the panel")

    def icon_now(self):
        with self.panel.lock:
            items = list(self.panel.items)
        for name, path in reversed(items):
            item = panel.Item(self.bus, name, path)
            if item.pid() == self.app.pid:
                return item
        return None

    def state(self):
        """What the icon's tooltip says of the most urgent token: "locked". The icon itself is a picture where the
        theme has none of that name."""
        return self.icon().get("ToolTip")[2].rpartition(": ")[2]

    def see_state(self, state):
        self.see(lambda: self.state() == state, lambda: f"the token became {self.state()}, not {state}")

    def window(self):
        """The main window, in front."""
        self.app.summon()
        return self.screen.activate(self.app.pid, "^GoKey Manager$")

    def dialog(self):
        root = self.app.root()
        return root and root.find("dialog", "Unlock")

    # ---- What the person does ----
    def type_passphrase(self, passphrase=PASSPHRASE):
        """Into the dialog that was asked for."""
        field = self.see(lambda: self.dialog() and self.dialog().find("password text"), "no unlock dialog")
        self.screen.activate(self.app.pid, "^Unlock")
        self.see(lambda: field.has("focused"), "the passphrase's field has no focus")
        self.screen.key("ctrl+a")
        self.screen.type(passphrase)
        self.screen.key("Return")

    def answer(self, shown, action):
        """As often as it takes: what comes in the first 500 ms is taken for an accident."""
        def done():
            if shown.open:
                self.notifications.press(shown, action)
            return not shown.open

        self.see(done, f"{action} has no effect")
