#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every console command through OpenSSH's client: by exec with its exit code, and typed on a terminal."""

import json
import re
import subprocess

from gokey import case, ctl, keys
from gokey.body import NAME, body
from gokey.console import PROMPT, Console, locked
from gokey.token import TokenCase


@case.require("ssh")
class Exec(TokenCase):
    """`ssh HOST COMMAND` answers the request and ends with the exit code of the table."""

    def setUp(self):
        super().setUp()
        self.token()

    def answer(self, command, stdin=b"", code=0):
        done = self.console.run(command, stdin)
        self.assertEqual(done.returncode, code, f"{command}: {done.stdout!r} {done.stderr!r}")
        return done.stdout.decode().replace("\r\n", "\n")

    def test_help_names_every_command(self):
        said = self.answer("help")
        for word in ("help", "exit, quit", "rand", "reboot", "status", "build", "init", "lock ", "unlock ", "u2f",
                     "rpc"):
            self.assertIn(f"\n  {word}", "\n" + said)

    def test_status_is_the_page_people_know(self):
        said = self.answer("status")
        self.assertIn("-" * 52 + " OpenPGP smartcard ----\n", said)
        self.assertIn("-" * 60 + " U2F token ----\n", said)
        self.assertIn("Initialized ............: true\n", said)
        self.assertRegex(said, r"Serial number \.{10}: [0-9A-F]{8}\n")
        groups = " ".join(re.findall("....", self.keys.sig.upper()))
        self.assertIn(f"Signature subkey .......: {groups} \n               encrypted: true\n", said)
        self.assertNotIn("\x1b", said)

    def test_status_json_follows_its_schema_in_one_line(self):
        said = self.answer("status --json")
        self.assertEqual(said.count("\n"), 1)
        status = json.loads(said)
        ctl.validate(status, "token-status")
        self.assertEqual(status["token"]["dialect"], "native")
        self.assertEqual(status["token"]["board"], NAME)
        self.assertEqual(status["token"]["state"], "provisioned")
        self.assertEqual({k["use"]: k["fingerprint"] for k in status["openpgp"]["keys"]},
                         {"sig": self.keys.sig, "dec": self.keys.dec, "aut": self.keys.aut})
        self.assertEqual({k["use"]: k["algorithm"] for k in status["openpgp"]["keys"]},
                         {"sig": "ed25519", "dec": "cv25519", "aut": "ed25519"})
        self.assertEqual(status["leds"], {"blue": "off", "white": "off"})
        self.assertEqual(status["fido"]["initialised"], True)
        self.assertEqual(status["fido"]["counter"], 0)

    def test_rand_gives_32_bytes_each_time_others(self):
        first, second = (re.findall("[0-9a-f]{64}", self.answer("rand")) for _ in range(2))
        self.assertEqual((len(first), len(second)), (1, 1))
        self.assertNotEqual(first, second)

    def test_build_says_what_runs(self):
        self.assertRegex(self.answer("build"), r"\d+\.\d+\.\d+")

    def test_init_of_an_initialised_card_is_no_failure(self):
        self.answer("init")

    def test_unlock_and_lock_each_scope(self):
        for scope, opened in (("sig", {"sig"}), ("dec", {"dec", "aut"}), ("all", {"sig", "dec", "aut"})):
            with self.subTest(scope=scope):
                self.answer(f"unlock {scope}", b"correct-horse\r")
                state = locked(self.console.status())
                self.assertEqual({use for use, is_locked in state.items() if not is_locked}, opened)
                self.assertEqual(self.console.status()["leds"]["blue"], "on")
                self.answer(f"lock {scope}")
                self.assertNotIn(False, locked(self.console.status()).values())
        self.answer("lock all")

    def test_a_passphrase_ends_with_cr_or_lf_or_both(self):
        for ending in (b"\r", b"\n", b"\r\n"):
            with self.subTest(ending=ending):
                self.answer("unlock sig", b"correct-horse" + ending)
                self.assertFalse(locked(self.console.status())["sig"])
                self.answer("lock sig")

    def test_the_passphrase_is_neither_prompted_nor_echoed_without_a_terminal(self):
        done = self.console.run("unlock sig", b"correct-horse\r")
        self.assertNotIn(b"correct-horse", done.stdout + done.stderr)
        self.assertNotIn(b"Passphrase", done.stdout + done.stderr)

    def test_wrong_passphrase_is_22_and_costs_one_try_whatever_the_scope(self):
        self.answer("unlock all", b"wrong\r", 22)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 2)
        self.answer("unlock dec", b"wrong\r", 22)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 1)
        self.answer("unlock sig", b"correct-horse\r")
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_no_passphrase_is_cancelled_and_costs_nothing(self):
        for nothing in (b"\r", b"\n"):
            self.answer("unlock sig", nothing, 4)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_input_that_ends_inside_the_passphrase_costs_nothing(self):
        self.assertNotEqual(self.console.run("unlock sig", b"correct-horse").returncode, 0)
        self.assertNotEqual(self.console.run("unlock sig", b"").returncode, 0)
        status = self.console.status()
        self.assertEqual(status["openpgp"]["tries_left"], 3)
        self.assertTrue(locked(status)["sig"])

    def test_a_passphrase_of_128_bytes_is_refused_without_a_try(self):
        self.assertNotEqual(self.console.run("unlock sig", b"x" * 128 + b"\r").returncode, 0)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_what_this_token_does_not_have_is_said(self):
        self.answer("rpc", code=50)

    def test_presence_is_asked_for_or_not(self):
        self.answer("p", code=25)
        self.assertEqual(self.console.run("u2f !test").returncode, 0)
        self.assertIs(self.console.status()["fido"]["presence_test"], False)
        self.assertEqual(self.console.run("u2f").returncode, 0)
        self.assertIs(self.console.status()["fido"]["presence_test"], True)

    def test_only_whole_lines_are_commands(self):
        for command in ("bogus", "xx lock all yy", "lock  all", "Status", "lock", "unlock everything", " status",
                        "status --yaml", "unlock sig correct-horse", "help\x1b[2J", "x" * 5000):
            with self.subTest(command[:40]):
                done = self.console.run(command)
                self.assertEqual(done.returncode, 2)
                self.assertNotIn(b"\x1b", done.stdout + done.stderr)

    def test_exit_and_quit_end_well(self):
        self.answer("exit")
        self.answer("quit")

    def test_reboot_locks_and_comes_back(self):
        self.answer("unlock all", b"correct-horse\r")
        self.console.run("reboot")
        status = self.eventually(self.comes_back, 60, "the token did not come back after reboot")
        self.assertNotIn(False, locked(status).values())

    def comes_back(self):
        if self.sim.process.poll() is not None:  # a simulator that ends instead is started again
            self.sim.restart()
        done = self.console.run("status --json")
        status = json.loads(done.stdout) if done.returncode == 0 else None
        return status if status and True in locked(status).values() else None

    def test_events_stream_what_happens(self):
        stream = self.console.start("events", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(stream.stdout.close)
        self.addCleanup(stream.wait)
        self.addCleanup(stream.kill)
        seen = [json.loads(stream.stdout.readline())]
        self.assertEqual(seen[0]["event"], "status")
        self.answer("unlock sig", b"correct-horse\r")
        while "unlocked" not in [e["event"] for e in seen]:
            seen.append(json.loads(stream.stdout.readline()))
        self.answer("lock sig")
        while "locked" not in [e["event"] for e in seen]:
            seen.append(json.loads(stream.stdout.readline()))
        for event in seen:
            if event["time"] is None:  # a token that does not know the date: gokeyctl puts its own
                self.assertNotEqual(NAME, "sim")
                event["time"] = "2026-01-01T00:00:00Z"
            ctl.validate(event, "status-watch")


@case.require("ssh")
class Shell(TokenCase):
    """The same commands typed by a person."""

    def setUp(self):
        super().setUp()
        self.token()
        self.terminal = self.console.shell()
        self.addCleanup(self.terminal.close)

    def say(self, line, expected):
        self.terminal.send(line + "\r")
        match = self.terminal.expect(expected)
        self.terminal.expect(PROMPT)
        return match

    def test_every_command(self):
        self.say("help", r"exit, quit .*unlock \(all\|sig\|dec\)")
        self.say("status", r"OpenPGP smartcard ----\r\nInitialized \.+: true\r\n.*U2F token ----\r\n")
        self.say("rand", r"[0-9a-f]{64}")
        self.say("build", r"\d+\.\d+\.\d+")
        self.say("init", r"already initialized")
        self.say("u2f", r"U2F token initialized\r\n-+ U2F token ----\r\nInitialized \.+: true\r\n")
        self.say("p", r"\r\n[^\r\n]+\r\n")
        self.say("rpc", r"\r\n[^\r\n]+\r\n")
        self.say("bogus", r"unknown command, type `help`")
        self.say("", r"unknown command, type `help`")
        self.say("lock all", r"already locked")

    def test_banner_greets(self):
        self.assertIn("GoKey", self.terminal.text())

    def test_unlock_asks_without_echo(self):
        self.terminal.send("unlock all\r")
        self.terminal.expect("Passphrase: $")
        self.terminal.send("correct-horse\r")
        prints = " ".join(re.findall("..", self.keys.sig.upper()))
        self.terminal.expect(f"VERIFY: {prints} unlocked")
        self.terminal.expect(PROMPT)
        self.assertNotIn("correct-horse", self.terminal.text())
        self.assertNotIn(True, locked(self.console.status()).values())
        self.say("lock all", f"VERIFY: {prints} locked")

    def test_wrong_passphrase_is_told(self):
        self.terminal.send("unlock sig\r")
        self.terminal.expect("Passphrase: $")
        self.terminal.send("battery-staple\r")
        self.terminal.expect("unlock error")
        self.terminal.expect(PROMPT)
        self.assertNotIn("staple", self.terminal.text())
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 2)

    def test_ctrl_c_at_the_prompt_for_the_passphrase_costs_nothing(self):
        self.terminal.send("unlock sig\r")
        self.terminal.expect("Passphrase: $")
        self.terminal.send("corr\x03")
        self.eventually(lambda: self.console.status()["openpgp"]["tries_left"] == 3)
        self.assertNotIn("corr", self.terminal.text().replace("correct", ""))

    def test_line_editing(self):
        self.say("ranx\x7fd", r"[0-9a-f]{64}")
        self.terminal.send("\x1b[A\r")
        self.terminal.expect(r"[0-9a-f]{64}")

    def test_exit_ends_the_session(self):
        for word in ("exit", "quit"):
            with self.subTest(word):
                terminal = self.console.shell()
                self.addCleanup(terminal.close)
                terminal.send(word + "\r")
                terminal.expect("logout")
                self.assertEqual(terminal.wait(), 0)

    def test_sessions_do_not_disturb_each_other(self):
        second = self.console.shell()
        self.addCleanup(second.close)
        self.terminal.send("unlock sig\r")
        self.terminal.expect("Passphrase: $")
        second.send("rand\r")
        second.expect(r"[0-9a-f]{64}")
        self.terminal.send("correct-horse\r")
        self.terminal.expect("unlocked")

    def test_what_is_typed_cannot_drive_the_terminal(self):
        self.terminal.send("\x1b]0;title\x07\r")
        self.terminal.expect(PROMPT)
        self.assertNotIn("\x1b]", self.terminal.text())


@case.require("ssh")
class Factory(TokenCase):
    """A token without a record takes any SSH key and does little."""

    def setUp(self):
        super().setUp()
        self.sim = body(self.dir / "token")
        self.addCleanup(self.sim.stop)
        self.sim.start()
        self.console = Console(self.dir, self.sim.port, keys.ssh_identity(self.dir))

    def test_offers_only_its_commands(self):
        status = self.console.status()
        ctl.validate(status, "token-status")
        self.assertEqual(status["token"]["state"], "factory")
        self.assertEqual(status["openpgp"]["keys"], [])
        for command in ("help", "status", "build", "rand"):
            self.assertEqual(self.console.run(command).returncode, 0, command)
        for command in ("unlock all", "lock all", "init", "u2f", "p"):
            done = self.console.run(command, b"correct-horse\r")
            self.assertNotIn(done.returncode, (0, 255), command)
        help_page = self.console.run("help").stdout.decode()
        self.assertIn("provision", help_page)
        self.assertNotIn("unlock", help_page)

    def test_takes_any_key(self):
        other = Console(self.dir, self.sim.port, keys.ssh_identity(self.dir, "ecdsa", "other"))
        self.assertEqual(other.run("build").returncode, 0)


if __name__ == "__main__":
    case.main()
