#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""The desktop app as a person uses it: the real tray protocols, menus, dialogs and notifications, on a screen of the
test's own, with gpg and libfido2 as the witnesses.

One desktop, card service and token serve all cases; each case leaves the token locked.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gokey import case, keys, pcscd  # noqa: E402
from gokey.console import Console, locked  # noqa: E402
from gokey.gpg import Gpg  # noqa: E402

try:
    from desk import access, notifications, panel, screen
    from desk.app import PROGRAM, App, Token
    from desk.bus import Bus
    MISSING = None
except (ImportError, ValueError) as error:
    MISSING = str(error)

MESSAGE = b"Call me Ishmael.\n"
PASSPHRASE = keys.PASSPHRASE
PICTURES = os.environ.get("GOKEY_PICTURES")


def until(condition, seconds=10.0):
    return screen.until(condition, seconds)


class Desktop(unittest.TestCase):
    """The set-up of all cases."""

    maxDiff = None

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
        cls.panel = panel.Panel(cls.address).start()
        cls.addClassCleanup(lambda: cls.panel.stop())
        cls.notifications = notifications.Notifications(cls.address).start()
        cls.addClassCleanup(lambda: cls.notifications.stop())

        cls.reader = pcscd.Pcscd(cls.dir)
        cls.reader.start()
        cls.addClassCleanup(cls.reader.stop)
        cls.token = Token(cls.dir, "Bar", vpcd=cls.reader.port)
        cls.addClassCleanup(cls.token.sim.stop)
        cls.console = Console(cls.dir, cls.token.sim.port, cls.token.identity)
        cls.gpg = Gpg(cls.dir)
        cls.addClassCleanup(cls.gpg.close)
        cls.gpg.pin("any-pin")  # the console has unlocked the key: gpg's PIN opens nothing
        cls.gpg.run("--import", cls.token.keys.public)
        cls.start_app()
        cls.addClassCleanup(lambda: cls.app.stop())

    @classmethod
    def start_app(cls):
        cls.app = App(cls.screen, "--trust-new", "--identity", cls.token.identity, "--device", cls.token.device)
        cls.app.start()

    # ---- What the cases do and see ----
    def see(self, condition, message, seconds=10.0):
        value = until(condition, seconds)
        if not value:
            if PICTURES:
                self.screen.picture(Path(PICTURES) / f"failed-{self.id().rsplit('.', 1)[-1]}.png")
            log = (self.dir / "desk.log").read_text(errors="replace")[-1500:]
            message = message() if callable(message) else message
            self.fail(f"{message} within {seconds} s\nnotifications: {self.notifications.shown}\n{log}")
        return value

    def icon(self):
        """The app's icon in the panel."""
        def mine():
            with self.panel.lock:
                items = list(self.panel.items)
            for name, path in reversed(items):
                item = panel.Item(self.bus, name, path)
                if item.pid() == self.app.pid:
                    return item
            return None

        return self.see(mine, "no icon in the panel", 15)

    def state(self):
        """What the icon's tooltip says of the token: "locked". The icon itself is a picture where the theme has none
        of that name."""
        return self.icon().get("ToolTip")[2].rpartition(": ")[2]

    def see_state(self, state, seconds=10.0):
        self.see(lambda: self.state() == state, lambda: f"the token became {self.state()}, not {state}", seconds)

    def locks(self, use):
        return locked(self.console.status())[use]

    def unlock(self, *rows, passphrase=PASSPHRASE):
        """Through the tray's menu and the dialog, with mouse and keyboard."""
        self.icon().choose("Unlock", *rows)
        field = self.see(lambda: self.dialog() and self.dialog().find("password text"), "no unlock dialog")
        window = self.see(lambda: self.screen.windows(self.app.pid, "^Unlock"), "no window")[-1]
        self.screen.activate(window)
        self.see(lambda: field.has("focused"), "the passphrase's field has no focus")
        self.screen.type(passphrase)
        self.screen.key("Return")

    def dialog(self):
        root = self.app.root()
        return root and root.find("dialog", "Unlock")

    def lock(self):
        self.icon().choose("Lock now")
        self.see_state("locked")


@case.require("Xvfb", "openbox", "xdotool", "dbus-daemon", "import", "gpg")
@unittest.skipIf(MISSING, f"not installed: {MISSING}")
@pcscd.required()
class Journey(Desktop):
    def setUp(self):
        self.see_state("locked", 20)

    def test_unlock_sign_lock(self):
        before = self.icon().properties()
        self.assertEqual((before["Category"], before["Status"]), ("Hardware", "Active"))
        self.unlock("Signing")
        self.see_state("unlocked")
        self.see(lambda: self.dialog() is None, "the dialog stays")
        self.assertIn("signing subkey unlocked, until", self.icon().get("ToolTip")[3])
        self.see(lambda: self.gpg.run("--card-status").returncode == 0, "gpg finds no card")
        signed = self.gpg.run("--local-user", self.token.keys.sig + "!", "--detach-sign", stdin=MESSAGE)
        self.assertEqual(signed.returncode, 0, signed.stderr)
        (self.dir / "letter.sig").write_bytes(signed.stdout)
        verified = self.gpg.run("--verify", self.dir / "letter.sig", "-", stdin=MESSAGE)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.lock()
        self.assertTrue(self.locks("sig"))

    def test_a_wrong_passphrase_is_said_in_the_dialog(self):
        self.unlock("Decryption", passphrase="wrong-horse")
        self.see(lambda: self.dialog() and self.dialog().find(name="That is not the passphrase."), "nothing is said")
        self.see(lambda: self.dialog().find("password text").has("focused"), "the field has lost the focus")
        self.screen.type(PASSPHRASE)
        self.screen.key("Return")
        self.see_state("unlocked")
        self.lock()

    def test_presence_confirmed(self):
        asking = self.token.somebody_asks()
        shown = self.see(lambda: self.notifications.find("asks for your presence"), "no notification")
        self.assertEqual(set(shown.actions) - {"default"}, {"confirm", "dismiss"})
        self.assertEqual(shown.hints.get("urgency"), 2)
        self.see(lambda: self.icon().get("Status") == "NeedsAttention", "the icon does not ask")
        time.sleep(0.6)  # what comes in the first 500 ms is taken for an accident
        self.notifications.press(shown, "confirm")
        self.assertEqual(asking.communicate(timeout=20)[0], "FIDO_ERR_SUCCESS\n")
        self.see(lambda: not shown.open, "the notification stays")
        self.see_state("locked")

    def test_presence_pressed_too_early_confirms_nothing(self):
        asking = self.token.somebody_asks()
        shown = self.see(lambda: self.notifications.find("asks for your presence"), "no notification")
        self.notifications.press(shown, "confirm")
        self.see(lambda: not shown.open, "the notification stays after the end", 40)
        self.assertNotIn("SUCCESS", asking.communicate(timeout=60)[0])
        self.see(lambda: self.notifications.find("Nobody confirmed in time", open_only=False), "the end is not told")
        self.see_state("locked")

    def test_presence_dismissed(self):
        asking = self.token.somebody_asks()
        shown = self.see(lambda: self.notifications.find("asks for your presence"), "no notification")
        time.sleep(0.6)
        self.notifications.press(shown, "dismiss")
        self.assertNotIn("SUCCESS", asking.communicate(timeout=60)[0])
        self.see_state("locked")

    def test_presence_without_a_notification_server(self):
        self.notifications.stop()
        try:
            asking = self.token.somebody_asks()
            button = self.see(lambda: self.app.find("push button", "Confirm", 0), "no popup")
            self.screen.key("Return", "space")  # typed for something else
            self.assertIsNone(asking.poll())
            self.see(lambda: button.has("enabled", "sensitive"), "the button stays inert")
            self.screen.click(*button.centre())
            self.assertEqual(asking.communicate(timeout=20)[0], "FIDO_ERR_SUCCESS\n")
            self.see(lambda: not self.app.find("push button", "Confirm", 0), "the popup stays")
        finally:
            type(self).notifications = notifications.Notifications(self.address).start()

    def test_pulled_while_unlocked(self):
        self.unlock("Signing")
        self.see_state("unlocked")
        self.token.sim.kill()
        self.see(lambda: "unlocked" not in self.state(), "the icon still says unlocked")
        self.token.sim.restart()
        self.see_state("locked", 30)
        self.assertTrue(self.locks("sig"))

    def test_the_window_answers_while_the_console_is_silent(self):
        item = self.icon()
        for pid in self.token.sim.pids():
            os.kill(pid, signal.SIGSTOP)
        try:
            gap, end = 0.0, time.monotonic() + 12
            while time.monotonic() < end:
                # Answered by the thread that paints: how long it takes is how long a click would wait.
                asked = time.monotonic()
                item.get("Status")
                gap = max(gap, time.monotonic() - asked)
        finally:
            for pid in self.token.sim.pids():
                os.kill(pid, signal.SIGCONT)
        print(f"longest answer of the app while the console is silent: {gap * 1000:.0f} ms", file=sys.stderr)
        self.assertLess(gap, 2, "it waited for the token")
        self.see_state("locked", 40)

    def test_the_panel_comes_back(self):
        self.panel.stop()
        type(self).panel = panel.Panel(self.address).start()
        self.see_state("locked")

    def test_a_second_start_raises_the_first(self):
        second = App(self.screen).start()
        self.assertEqual(second.process.wait(timeout=20), 0)
        self.see(lambda: self.screen.windows(self.app.pid, "^GoKey Manager$"), "no window")

    def test_every_widget_has_a_name_and_a_key(self):
        subprocess.run([PROGRAM], env=self.screen.env, timeout=20, check=True)
        window = self.see(lambda: self.screen.windows(self.app.pid, "^GoKey Manager$"), "no window")[-1]
        self.screen.activate(window)
        unnamed = []
        for number, page in enumerate(("overview", "openpgp", "fido", "console", "trust"), 1):
            self.screen.key(f"alt+{number}")
            self.see(lambda: self.tab().lower() == page, f"no page {page}")
            unnamed += self.without_name(page)
            self.picture(window, page)
        self.assertEqual(unnamed, [], "focusable, and no screen reader can tell what it is")

    def tab(self):
        """The name of the page in front."""
        names = [node.name for node in self.app.root().walk()
                 if node.role == "page tab" and node.has("showing") and node.states() & {"selected", "focused"}]
        return names[0] if names else ""

    def without_name(self, page):
        return [(page, node.role) for node in self.app.root().walk()
                if node.has("focusable", "showing") and not node.name
                and node.role not in ("application", "frame", "table cell")]  # a cell is its text

    def picture(self, window, name):
        if PICTURES:
            self.screen.picture(Path(PICTURES) / f"{name}.png", window)

    def test_tab_goes_round(self):
        subprocess.run([PROGRAM], env=self.screen.env, timeout=20, check=True)
        self.screen.activate(self.see(lambda: self.screen.windows(self.app.pid, "^GoKey Manager$"), "no window")[-1])
        self.screen.key("alt+1")
        wanted = {node.name for node in self.app.root().walk()
                  if node.role == "push button" and node.has("focusable", "showing", "enabled")}
        reached = set()
        for _ in range(40):
            self.screen.key("Tab")
            reached |= {node.name for node in self.app.root().walk() if node.has("focused")}
            if wanted <= reached:
                break
        self.assertEqual(wanted - reached, set(), "not to be reached by keyboard")


@case.require("Xvfb", "dbus-daemon")
@unittest.skipIf(MISSING, f"not installed: {MISSING}")
class WithoutADesktop(unittest.TestCase):
    def test_version_and_help_need_nothing(self):
        for option in ("--version", "--help"):
            done = subprocess.run([PROGRAM, option], env={}, capture_output=True, text=True, timeout=20)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("gokey-manager", done.stdout)


if __name__ == "__main__":
    pcscd.isolate()
    case.main()
