#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""gokeyctl before a person: prompts on a terminal, echo, colours, signals, pinentry."""

import signal

from gokey import case
from gokey.console import locked
from gokey.ctl import Ctl
from gokey.token import TokenCase

PINENTRY = """#!/bin/sh
echo "OK at your service"
while read -r command rest; do
  echo "$command $rest" >> '{log}'
  case $command in
    GETPIN) {answer} ;;
    BYE) echo OK; exit 0 ;;
    *) echo OK ;;
  esac
done
"""


class Prompt(TokenCase):
    def setUp(self):
        super().setUp()
        self.token()
        self.gokeyctl = self.ctl()

    def ask(self, *arguments, **options):
        terminal = self.gokeyctl.terminal(*arguments, **options)
        self.addCleanup(terminal.close)
        return terminal

    def test_unlock_asks_without_echo_and_restores_the_terminal(self):
        terminal = self.ask("unlock", "sig")
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        self.eventually(lambda: not terminal.echoes())
        terminal.send("correct-horse\r")
        self.assertEqual(terminal.wait(), 0)
        self.assertNotIn("correct-horse", terminal.text())
        self.assertTrue(terminal.settings_restored())
        self.assertFalse(locked(self.console.status())["sig"])

    def test_one_wrong_entry_is_one_try(self):
        terminal = self.ask("unlock", "sig")
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        terminal.send("wrong-horse\r")
        terminal.expect("(?i)(wrong|passphrase)")
        self.eventually(lambda: self.console.status()["openpgp"]["tries_left"] == 2)
        if terminal.process.poll() is None:
            terminal.send("\x03")
        self.assertIn(terminal.wait(), (4, 22, 130, -2))
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 2)
        self.assertTrue(terminal.settings_restored())

    def test_empty_entry_is_cancelled(self):
        terminal = self.ask("unlock", "sig")
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        terminal.send("\r")
        self.assertEqual(terminal.wait(), 4)

    def test_signals_restore_the_terminal(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            with self.subTest(number):
                terminal = self.ask("unlock", "sig")
                terminal.expect("(?i)passphrase[^\r\n]*: ?$")
                self.eventually(lambda: not terminal.echoes())
                terminal.process.send_signal(number)
                self.assertNotEqual(terminal.wait(), 0)
                self.assertTrue(terminal.settings_restored(), number)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_ctrl_c_typed(self):
        terminal = self.ask("unlock", "sig")
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        self.eventually(lambda: not terminal.echoes())
        terminal.send("corr\x03")
        self.assertIn(terminal.wait(), (4, 130, -2))
        self.assertTrue(terminal.settings_restored())

    def test_the_prompt_goes_to_the_terminal_and_the_answer_to_the_pipe(self):
        target = open(self.dir / "out", "wb")
        self.addCleanup(target.close)
        terminal = self.ask("--json", "unlock", "sig", stdout=target)
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        terminal.send("correct-horse\r")
        self.assertEqual(terminal.wait(), 0)
        self.assertTrue((self.dir / "out").read_text().startswith("{"))

    def test_no_input_never_asks(self):
        terminal = self.ask("--no-input", "unlock", "sig")
        self.assertEqual(terminal.wait(), 2)

    def test_colours_only_where_they_belong(self):
        self.assertIn("\x1b[", self.said("status"))
        self.assertNotIn("\x1b[", self.said("status", env={"NO_COLOR": "1"}))
        self.assertNotIn("\x1b[", self.said("status", env={"TERM": "dumb"}))
        self.assertNotIn("\x1b[", self.said("--color", "never", "status"))

    def said(self, *arguments, **options):
        terminal = self.ask(*arguments, **options)
        self.assertEqual(terminal.wait(), 0)
        return terminal.text()

    def test_reboot_asks_first(self):
        terminal = self.ask("reboot")
        terminal.expect(r"(?i)\[y/N\]")
        terminal.send("n\r")
        self.assertEqual(terminal.wait(), 4)
        self.assertIsNone(self.sim.process.poll())

    def test_unknown_host_key_is_shown_and_asked(self):
        fresh = self.dir / "fresh"
        fresh.mkdir()
        self.gokeyctl = Ctl(fresh, f"console:127.0.0.1:{self.sim.port}", self.identity)
        terminal = self.ask("status")
        shown = terminal.expect(r"SHA256:[A-Za-z0-9+/]{43}").group(0).decode()
        self.assertEqual(shown, self.console.status()["token"]["host_key"])
        terminal.expect("Type 'yes'[^\r\n]*: $")
        terminal.send("n\r")
        self.assertIn(terminal.wait(), (4, 21))
        terminal = self.ask("status")
        terminal.expect("Type 'yes'[^\r\n]*: $")
        terminal.send("yes\r")
        self.assertEqual(terminal.wait(), 0)
        self.assertEqual(self.ask("status").wait(), 0)
        self.assertIn("compared by a person", self.said("host-key", "show"))
        self.assertIsNotNone(self.compared())

    def test_a_host_key_that_nobody_looked_at_is_not_called_compared(self):
        fresh = self.dir / "fresh"
        fresh.mkdir()
        self.gokeyctl = Ctl(fresh, f"console:127.0.0.1:{self.sim.port}", self.identity)
        self.assertEqual(self.gokeyctl.json("--trust-new", "status")[0], 0)
        self.assertIn("compared by nobody", self.said("host-key", "show"))
        self.assertIsNone(self.compared())

    def compared(self):
        """When somebody did, of the only host key that is pinned."""
        (key,) = self.gokeyctl.json("host-key", "show")[1]["data"]["host_keys"]
        return key["compared"]


class Pinentry(TokenCase):
    def setUp(self):
        super().setUp()
        self.token()
        self.gokeyctl = self.ctl()

    def pinentry(self, answer):
        script = self.dir / "pinentry-test"
        script.write_text(PINENTRY.format(log=self.dir / "pinentry.log", answer=answer))
        script.chmod(0o700)
        done = self.gokeyctl.run("config", "set", "pinentry-program", script)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_pinentry_gives_the_passphrase(self):
        self.pinentry("echo 'D correct-horse'; echo OK")
        done = self.gokeyctl.run("unlock", "sig", "--pinentry", no_input=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(locked(self.console.status())["sig"])
        asked = (self.dir / "pinentry.log").read_text()
        self.assertIn("SETDESC", asked)
        self.assertNotIn("correct-horse", asked)

    def test_cancel(self):
        self.pinentry("echo 'ERR 83886179 Operation cancelled <Pinentry>'")
        done = self.gokeyctl.run("unlock", "sig", "--pinentry", no_input=False)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_a_pinentry_that_falls_over(self):
        self.pinentry("exit 1")
        done = self.gokeyctl.run("unlock", "sig", "--pinentry", no_input=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)


if __name__ == "__main__":
    case.main()
