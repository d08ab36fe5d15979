#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""Two tokens in one app: the icon shows the most urgent, the menu has each, and unlock reaches the right one."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gokey import case  # noqa: E402

try:
    from desk.app import Token
    from desk.case import Desktop
    MISSING = None
except (ImportError, ValueError) as error:
    MISSING, Desktop = str(error), unittest.TestCase


@case.require("Xvfb", "openbox", "xdotool", "dbus-daemon", "import", "ssh-keygen")
@unittest.skipIf(MISSING, f"not installed: {MISSING}")
class TwoTokens(Desktop):
    """In one app; the second was brought by a second start."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.one = Token(cls.dir, "One")
        cls.addClassCleanup(cls.one.sim.stop)
        cls.two = Token(cls.dir, "Two", identity=cls.one.identity)
        cls.addClassCleanup(cls.two.sim.stop)
        cls.start_app("--hidden", "--trust-new", "--identity", cls.one.identity, "--device", cls.one.device)

    def setUp(self):
        self.see_state("locked")
        self.app.summon("--hidden", "--device", self.two.device)
        self.see(lambda: len(self.lines()) == 2, "the second token does not come")
        self.see(lambda: all(line.endswith(": locked") for line in self.lines()), self.lines)
        self.name_one, self.name_two = self.one.serial, self.two.serial

    def lines(self):
        """Of the tooltip: the most urgent token's title, and a line for each further one."""
        _icon, _pixmaps, title, text = self.icon().get("ToolTip")
        return [title, *text.split("<br/>")[1:]]

    def labels(self):
        return [row.label for row in self.icon().open_menu() if not row.separator]

    def test_the_menu_has_each_token_and_unlock_reaches_the_right_one(self):
        labels = self.labels()
        for name in (self.name_one, self.name_two):
            self.assertIn(f"{name} – locked", labels)
        self.assertIn("Lock all", labels)
        self.assertNotIn("Unlock", labels, "it would not say which")

        self.icon().choose(f"{self.name_two} – locked", "Unlock", "Decryption")
        self.see(lambda: self.dialog() and self.dialog().find(name=f"Unlock {self.name_two}"),
                 "the dialog does not name the token")
        self.type_passphrase()
        self.see(lambda: self.lines() == [f"{self.name_two}: unlocked", f"{self.name_one}: locked"], self.lines)
        self.assertFalse(self.two.locked("dec"))
        self.assertTrue(self.one.locked("dec"), "the wrong token")

        self.icon().choose("Lock all")
        self.see(lambda: all(line.endswith(": locked") for line in self.lines()), self.lines)
        self.assertTrue(self.two.locked("dec"))

    def test_the_icon_shows_the_most_urgent(self):
        self.icon().choose(f"{self.name_one} – locked", "Unlock", "Both")
        self.type_passphrase()
        self.see(lambda: self.lines()[0] == f"{self.name_one}: unlocked", self.lines)
        asking = self.two.somebody_asks()
        self.addCleanup(asking.stdout.close)
        self.addCleanup(asking.kill)
        self.see(lambda: self.lines()[0] == f"{self.name_two}: presence requested", self.lines)
        self.assertEqual(self.lines()[1], f"{self.name_one}: unlocked")
        self.assertEqual(self.icon().get("Status"), "NeedsAttention")
        shown = self.see(lambda: self.notifications.find("asks for your presence"), "no notification")
        self.assertIn(self.name_two, shown.summary)
        self.answer(shown, "confirm")
        self.see(lambda: self.lines() == [f"{self.name_one}: unlocked", f"{self.name_two}: locked"], self.lines)
        # Pulled while unlocked: what is left is the other one.
        self.one.sim.kill()
        self.see(lambda: self.lines()[0] == f"{self.name_two}: locked", self.lines)
        self.one.sim.restart()
        self.see(lambda: all(line.endswith(": locked") for line in self.lines()), self.lines)
        self.assertTrue(self.one.locked("sig"))


if __name__ == "__main__":
    case.main()
