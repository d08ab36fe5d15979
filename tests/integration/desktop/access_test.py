#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""The app for those who do not see it or use no mouse: every widget that takes the keyboard has a name that a screen
reader can say, and every button can be reached with Tab."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gokey import case  # noqa: E402

try:
    from desk import screen
    from desk.app import Token
    from desk.case import Desktop
    MISSING = None
except (ImportError, ValueError) as error:
    MISSING, Desktop = str(error), unittest.TestCase

PAGES = ("Overview", "OpenPGP", "FIDO", "Console", "Trust")
# A cell is its text, and the text of an item is its name.
NAMED_BY_TEXT = ("table cell", "list item", "tree item")


@case.require("Xvfb", "openbox", "xdotool", "dbus-daemon", "import", "ssh-keygen")
@unittest.skipIf(MISSING, f"not installed: {MISSING}")
class Access(Desktop):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.token = Token(cls.dir, "Bar")
        cls.addClassCleanup(cls.token.sim.stop)
        cls.start_app("--trust-new", "--identity", cls.token.identity, "--device", cls.token.device)

    def setUp(self):
        self.see_state("locked")
        self.main = self.window()

    def nodes(self, under=None):
        """What can have the keyboard and is shown."""
        return [node for node in (under or self.app.root()).walk()
                if node.has("focusable", "showing") and node.role != "application"]

    def all_named(self, where, under=None):
        nodes = self.nodes(under)
        self.assertTrue(nodes, f"{where}: nothing takes the keyboard")
        unnamed = [node.role for node in nodes if not node.name.strip() and node.role not in NAMED_BY_TEXT]
        self.assertEqual(unnamed, [], f"{where}: focusable, and no screen reader can tell what it is")

    def all_reached(self, where, under=None):
        """Tab goes round by every button, box and field."""
        nodes = [node for node in self.nodes(under) if node.has("enabled", "sensitive")]
        wanted = {number for number, node in enumerate(nodes)
                  if node.role in ("push button", "check box", "combo box", "password text", "text")}
        self.assertTrue(wanted, f"{where}: there is nothing to do")

        def focused():
            return {number for number, node in enumerate(nodes) if node.has("focused")}

        reached = focused()
        for _ in range(3 * len(nodes) + 10):
            if wanted <= reached:
                return
            before = focused()
            self.screen.key("Tab")
            screen.until(lambda: focused() != before, 1)  # where it is now may be none of them: then go on
            reached |= focused()
        self.fail(f"{where}: not to be reached by keyboard: {[nodes[number] for number in wanted - reached]}")

    def page(self, key, name):
        self.screen.key(key)
        self.see(lambda: name in self.selected(), lambda: f"no page {name}, but {self.selected()}")

    def selected(self):
        return [node.name for node in self.app.root().walk()
                if node.role in ("page tab", "list item", "table cell") and node.has("showing") and
                node.states() & {"selected", "focused"}]

    def test_the_pages_of_a_token(self):
        for number, name in enumerate(PAGES, 1):
            with self.subTest(page=name):
                self.page(f"alt+{number}", name)
                self.picture(name.lower(), self.main)
                self.all_named(name)
                self.all_reached(name)

    def test_settings_and_doctor(self):
        self.screen.key("ctrl+comma")
        self.see(lambda: self.app.root().find("check box", "Keep running"), "no settings")
        self.all_named("Settings")
        self.all_reached("Settings")
        self.icon().choose("Doctor")
        self.see(lambda: self.app.root().find("push button", "Copy report"), "no report of the doctor")
        self.all_named("Doctor")
        self.all_reached("Doctor")

    def test_the_unlock_dialog(self):
        self.screen.key("alt+1", "ctrl+u")
        dialog = self.see(self.dialog, "no dialog")
        self.screen.activate(self.app.pid, "^Unlock")
        field = self.see(lambda: dialog.find("password text"), "no field")
        self.assertEqual(field.text().strip("\u2022●*"), "", "the field tells what is typed")
        self.all_named("Unlock", dialog)
        self.all_reached("Unlock", dialog)
        self.screen.key("Escape")
        self.see(lambda: self.dialog() is None, "Escape does not close it")


if __name__ == "__main__":
    case.main()
