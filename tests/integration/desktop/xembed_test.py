#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""A desktop without a tray, then one with a tray of the older kind (XEmbed), then without one again."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gokey import case  # noqa: E402

try:
    from desk import screen, xembed
    from desk.app import Token
    from desk.case import Desktop
    MISSING = None
except (ImportError, ValueError) as error:
    MISSING, Desktop = str(error), unittest.TestCase

ATTEMPTS = 5  # a request lapses after 30 s


@case.require("Xvfb", "openbox", "xdotool", "dbus-daemon", "import", "ssh-keygen")
@unittest.skipIf(MISSING, f"not installed: {MISSING}")
class OlderPanel(Desktop):
    """A system tray by XEmbed, and before it came, none at all."""

    PANEL = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.token = Token(cls.dir, "Bar")
        cls.addClassCleanup(cls.token.sim.stop)
        cls.tray = xembed.Tray(cls.screen.env)
        cls.addClassCleanup(cls.tray.stop)
        cls.start_app("--trust-new", "--identity", cls.token.identity, "--device", cls.token.device)

    def test_without_a_tray_and_then_with_one(self):
        window = self.window()  # before the icon's, which is the app's, too
        self.see(self.message, "nothing is said")
        self.picture("no-tray", window)
        self.tray.start()
        centre = self.see(self.tray.centres, "the icon does not dock")[0]
        self.see(lambda: not self.message(), "it still says that there is no tray")

        def shown():
            return window in self.screen.windows(self.app.pid, "^GoKey Manager$")

        self.activate(window)
        self.screen.click(*centre)  # hides what is in front
        self.see(lambda: not shown(), "a click does not hide it")

        def shown_by_a_click():  # two soon after each other are a double click, which shows nothing
            self.screen.click(*centre)
            return screen.until(shown, 1)

        self.see(shown_by_a_click, "a click does not show it")
        self.activate(window)
        self.screen.key("ctrl+w")  # closed into the tray
        self.see(lambda: not shown(), "it does not close")
        self.assertIsNone(self.app.process.poll(), "closing it ended the app")

        self.confirm_in_open_menu(centre)
        self.unlock_by_menu(centre)
        self.see(lambda: not self.token.locked("sig"), "nothing was unlocked")
        self.screen.click(*centre, button=2)  # locks all
        self.see(lambda: self.token.locked("sig"), "the middle button does not lock")

        self.app.summon()
        self.see(shown, "a second start does not raise it")
        self.activate(window)
        self.screen.key("ctrl+comma")
        self.see(lambda: self.app.root().find("check box", "Keep running in the tray"), "the settings miss the tray")
        self.tray.stop()
        self.see(lambda: self.app.root().find("check box", "Keep running in the background"), "its end is not noticed")
        self.screen.key("ctrl+w")
        self.see(lambda: self.app.process.poll() is not None, "it stays, and nobody can reach it")
        self.assertEqual(self.app.process.returncode, 0)

    def activate(self, window):
        self.assertEqual(self.screen.activate(self.app.pid, "^GoKey Manager$"), window)

    def message(self):
        root = self.app.root()
        return root and root.find(name="No tray on this desktop.")

    def open_menu(self, centre):
        """With the right button."""
        def opened():
            if not xembed.menus(self.screen.env, self.app.pid):
                self.screen.click(*centre, button=3)
            return xembed.menus(self.screen.env, self.app.pid) == 1

        self.see(opened, "no menu")

    def confirm_in_open_menu(self, centre):
        """A site asks while somebody looks at the menu: its first row, kept for that, becomes the way to confirm. A
        machine that takes longer than the request lasts tries again."""
        for _ in range(ATTEMPTS):
            self.open_menu(centre)
            asking = self.token.somebody_asks()
            self.addCleanup(asking.stdout.close)
            self.addCleanup(asking.kill)

            def confirmed():
                self.screen.key("f")  # nothing as long as the row is disabled
                return asking.poll() is not None

            self.see(confirmed, "the request does not end")
            if "SUCCESS" in asking.stdout.read():
                break
            self.screen.key("Escape")
        else:
            self.fail("the open menu confirms nothing")

    def unlock_by_menu(self, centre):
        """With the right button and the rows' mnemonics."""
        def below_opened():
            self.screen.key("u")
            return xembed.menus(self.screen.env, self.app.pid) == 2

        self.open_menu(centre)
        self.picture("menu-xembed")
        self.see(below_opened, "no menu below Unlock")
        self.screen.key("s")
        self.type_passphrase()


if __name__ == "__main__":
    case.main()
