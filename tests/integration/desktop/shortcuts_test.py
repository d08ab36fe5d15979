#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""Keys of the desktop that work whatever window is in front: with Plasma's own service for them, kglobalaccel5."""

import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gokey import case  # noqa: E402

try:
    from desk.app import Token
    from desk.case import Desktop
    from desk.screen import end
    MISSING = None
except (ImportError, ValueError) as error:
    MISSING, Desktop = str(error), unittest.TestCase

SERVICE = "org.kde.kglobalaccel"


@case.require("Xvfb", "openbox", "xdotool", "dbus-daemon", "import", "ssh-keygen", "kglobalaccel5", "gdbus")
@unittest.skipIf(MISSING, f"not installed: {MISSING}")
class Shortcuts(Desktop):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.service = cls.screen.run(["kglobalaccel5"])
        cls.addClassCleanup(lambda: end(cls.service))
        config = Path(cls.screen.env["XDG_CONFIG_HOME"]) / "gokey-manager"
        config.mkdir(parents=True)
        (config / "config.toml").write_text("global-shortcuts = true\n")
        cls.token = Token(cls.dir, "Bar")
        cls.addClassCleanup(cls.token.sim.stop)
        cls.start_app("--hidden", "--trust-new", "--identity", cls.token.identity, "--device", cls.token.device)

    def call(self, path, method, *arguments):
        """As a settings program does; the answer as text."""
        done = subprocess.run(["gdbus", "call", "--session", "--dest", SERVICE, "--object-path", path, "--method",
                               method, *arguments], env=self.screen.env, capture_output=True, text=True, timeout=60)
        return done.stdout if done.returncode == 0 else ""

    def shortcuts(self):
        """What the desktop's settings would list of the app."""
        return self.call("/component/org_gokey_Manager", f"{SERVICE}.Component.shortcutNames")

    def test_lock_all_from_anywhere(self):
        self.see(lambda: self.bus.has(SERVICE), "kglobalaccel5 does not come")
        self.see(lambda: "lock-all" in self.shortcuts() and "confirm-presence" in self.shortcuts(), self.shortcuts)
        action = "['org.gokey.Manager', 'lock-all', 'GoKey Manager', 'Lock all tokens']"
        self.assertEqual(self.call("/kglobalaccel", "org.kde.KGlobalAccel.shortcut", action), "(@ai [],)\n",
                         "a key was proposed")
        self.see_state("locked")
        self.icon().choose("Unlock", "Decryption")
        self.type_passphrase()
        self.see_state("unlocked")
        # As if its keys were pressed; which these are is between the person and the desktop.
        self.call("/component/org_gokey_Manager", f"{SERVICE}.Component.invokeShortcut", "lock-all")
        self.see_state("locked")
        self.assertTrue(self.token.locked("dec"))


if __name__ == "__main__":
    case.main()
