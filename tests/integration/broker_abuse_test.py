#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""The broker among clients that say nothing, half of something or too much, strangers, and deaths at a bad moment. What
has to last for a test is held by the test: a token that is stopped (SIGSTOP) answers when it is let go on, not before."""

import contextlib
import json
import os
import signal
import subprocess
import unittest

from broker_test import BrokerCase
from gokey import case
from gokey.agent import Client
from gokey.console import locked
from gokey.ctl import PROGRAM, Ctl
from gokey.gate import Gate

MAX_LINE = 16 * 1024
MAX_CLIENTS = 64
NOBODY = 65534
ATTEMPTS = 5


class Abuse(BrokerCase):
    def setUp(self):
        super().setUp()
        self.token("ed25519")
        self.broker(self.trusted())
        self.friend = self.subscribed()

    def is_served(self):
        self.assertTrue(self.friend.ask("refresh", token=self.id)["ok"])

    def hold(self):
        """The token answers nothing from now on; let_go() ends that."""
        self.held = self.sim.pids()
        self.addCleanup(self.let_go)
        for pid in self.held:
            os.kill(pid, signal.SIGSTOP)

    def let_go(self):
        for pid in self.held:
            try:
                os.kill(pid, signal.SIGCONT)
            except ProcessLookupError:
                pass
        self.held = []

    def start(self, *arguments):
        """A gokeyctl that runs while the test goes on."""
        process = subprocess.Popen([PROGRAM, "--no-input", "--json", *arguments], env=self.plain.env,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def clients(self):
        return self.friend.ask("info")["data"]["clients"]

    def test_one_that_says_nothing_and_one_that_says_half(self):
        silent, half = self.client(), self.client()
        half.socket.sendall(b'{"id":7,"requ')
        self.is_served()
        half.socket.sendall(b'est":"info"}\n')
        self.assertEqual(half.line()["id"], 7)
        half.socket.sendall(b'{"id":8,')
        half.close()  # in the middle of a word
        self.eventually(lambda: self.clients() == 2, message="the one that left is still counted")
        self.assertTrue(silent.ask("info")["ok"])

    def test_a_line_at_the_limit(self):
        request = b'{"id":1,"request":"info"}'
        client = self.client()
        client.socket.sendall(request + b" " * (MAX_LINE - len(request)) + b"\n")
        self.assertTrue(client.line()["ok"])
        client.socket.sendall(request + b" " * (MAX_LINE + 1 - len(request)) + b"\n")
        self.assertEqual(client.line()["event"], "farewell")
        self.assertIsNone(client.line())
        self.is_served()

    def test_a_thousand_clients(self):
        """The first are served, the others told that they are too many; and when they go there is room again."""
        told = 0
        kept = []
        for _ in range(1000):
            client = Client(self.agent.socket)
            if len(kept) < MAX_CLIENTS - 1:  # the friend is one
                kept.append(client)
                self.addCleanup(client.close)
                continue
            line = client.line()
            self.assertEqual((line["event"], line["error"]["details"]["reason"]), ("farewell", "too-many"))
            self.assertIsNone(client.line())
            client.close()
            told += 1
        self.assertEqual(told, 1000 - (MAX_CLIENTS - 1))
        self.is_served()
        self.assertTrue(kept[-1].ask("info")["ok"])
        for client in kept:
            client.close()
        self.eventually(lambda: self.clients() == 1, message="those that left are still counted")
        self.assertEqual(self.plain.json("agent", "status")[0], 0)

    @unittest.skipUnless(os.geteuid() == 0, "only root can be somebody else")
    def test_another_person(self):
        """Who opens the folder to others has still a broker that speaks with its own person alone."""
        ask = ("import socket,sys;s=socket.socket(socket.AF_UNIX);s.settimeout(60);s.connect(sys.argv[1]);"
               "s.sendall(b'{\"id\":1,\"request\":\"tokens\"}\\n');sys.stdout.buffer.write(s.recv(4096))")
        stranger = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "/usr/bin/python3", "-c", ask,
                    self.agent.socket]
        closed = subprocess.run(stranger, capture_output=True, text=True, timeout=60, cwd="/")
        self.assertIn("PermissionError", closed.stderr)
        folder = os.path.dirname(self.agent.socket)
        place = folder
        while place != "/tmp":
            os.chmod(place, 0o755)
            place = os.path.dirname(place)
        os.chmod(self.agent.socket, 0o666)
        opened = subprocess.run(stranger, capture_output=True, text=True, timeout=60, cwd="/")
        self.assertNotIn("PermissionError", opened.stderr)
        self.assertEqual(opened.stdout, "", opened.stderr)
        self.is_served()
        # And the other way round: gokeyctl tells nothing to a socket that is another person's.
        os.chown(self.agent.socket, NOBODY, NOBODY)
        code, document = self.plain.json("agent", "status")
        self.assertEqual((code, document["error"]["details"]["reason"]), (11, "other-owner"))

    def test_killed_it_cannot_lock_and_its_heir_says_so(self):
        self.assertEqual(self.plain.unlock("all", self.keys.passphrase, "--for", "10m")[0], 0)
        self.agent.stop(signal.SIGKILL)
        self.assertEqual(self.locks(self.ctl().json("status")[1]), [False] * 3)
        self.agent.start()
        heir = self.subscribed()
        token = heir.ask("refresh")["data"]
        self.assertEqual((token["state"], [one["kind"] for one in token["held"]]), ("unlocked", ["until-locked"] * 3))
        self.assertEqual(heir.ask("lock-all", reason="sleep", which="every-key")["data"], {"locked": 1})
        self.assertEqual(self.locks(self.ctl().json("status")[1]), [True] * 3)

    def test_the_broker_dies_while_gokeyctl_waits(self):
        self.hold()
        waiting = self.start("lock")
        self.eventually(lambda: self.clients() == 2, message="gokeyctl does not come")
        self.agent.stop(signal.SIGKILL)
        # Whether it had asked already or not: it ends, and does not say that the token is locked.
        document = json.loads(waiting.stdout.read())
        self.assertFalse(document["ok"])
        self.assertEqual(waiting.wait(60), document["error"]["exit"])
        self.let_go()
        self.agent.start()
        self.friend = self.subscribed()
        self.is_served()
        self.assertEqual(self.plain.json("status")[0], 0)


class AmidAnUnlock(BrokerCase):
    def setUp(self):
        super().setUp()
        self.token("ed25519")
        self.gate = Gate(self.sim.port)
        self.addCleanup(self.gate.close)
        port = self.gate.port
        self.assertEqual(Ctl.on(self.dir, port, self.identity).json("status")[0], 0)
        self.broker(f"127.0.0.1:{port}")

    def unlocked_and_not_told(self, hold):
        """Has the broker unlock; the token has done so, and its word for it waits at the gate. (Or has just passed, on a
        machine that was slow at the wrong moment. What is asserted holds then, too.) The client that asked."""
        client = self.client()
        self.gate.shut()
        client.begin_unlock(self.id, self.keys.passphrase, hold)

        def is_unlocked():
            if not any(self.are_locked()):
                return True
            self.gate.let_one_through()
            return False

        self.eventually(is_unlocked, message="the token does not unlock")
        return client

    def are_locked(self):
        return set(locked(self.console.status()).values())

    def shut(self):
        """From now on the token's answers wait. What clients of the token had said until then."""
        self.assertTrue(self.client().ask("refresh", token=self.id)["ok"])
        self.gate.shut()
        return self.gate.said

    def begun(self, said):
        self.eventually(lambda: self.gate.said > said, message="nothing is sent to the token")

    def under_way(self, client):
        """An unlock without an end that has begun, and whose outcome waits at the gate: the number of the request."""
        said = self.shut()
        number = client.begin_unlock(self.id, self.keys.passphrase)
        self.begun(said)
        return number

    def locks_again(self, take_back):
        """What was asked for happens all the same, is told, and does not last. Where the gate was shut for longer than
        the broker waits for an answer, nothing was asked for, and it is tried once more."""
        watcher = self.subscribed()
        for _ in range(ATTEMPTS):
            take_back(watcher)
            self.gate.open()
            if watcher.event_of(("unlocked", "problem"))["event"] == "unlocked":
                break
            watcher.event("token", lambda line: not line["data"]["token"]["problem"])
        self.assertEqual(watcher.event("locked")["data"]["reason"], "asked")
        self.eventually(lambda: all(locked(self.console.status()).values()), message="it stays open")
        self.assertTrue(watcher.unlock(self.id, self.keys.passphrase)["ok"])  # and that one is as any other
        self.assertFalse(any(locked(self.console.status()).values()))

    def test_an_unlock_that_is_cancelled_locks_again(self):
        def cancel(_watcher):
            client = self.client()
            number = self.under_way(client)
            if client.ask("cancel", of=number)["data"]["cancelled"]:
                answer = next(line for line in client.events if line.get("id") == number)["error"]
                self.assertEqual((answer["code"], answer["details"]["reason"]), ("cancelled", "abandoned"))
                self.assertEqual(client.ask("cancel", of=number)["data"], {"cancelled": False})

        self.locks_again(cancel)

    def test_an_unlock_whose_client_dies_locks_again(self):
        def die(watcher):
            client = self.client()
            self.under_way(client)
            before = watcher.ask("info")["data"]["clients"]
            client.close()
            self.eventually(lambda: watcher.ask("info")["data"]["clients"] < before, message="its death goes unnoticed")

        self.locks_again(die)

    def test_ctrl_c_takes_an_unlock_back(self):
        def press(_watcher):
            terminal = self.plain.terminal("unlock", "all")
            self.addCleanup(terminal.close)
            terminal.expect("Passphrase[^\\r\\n]*: $")
            said = self.shut()
            terminal.send(self.keys.passphrase + "\r")
            self.begun(said)
            terminal.send("\x03")
            if terminal.wait() == 4:
                self.assertIn("what it opens is locked again", " ".join(terminal.text().split()))

        self.locks_again(press)

    def test_an_unlock_that_has_not_begun_leaves_no_trace(self):
        client = self.subscribed()
        self.assertTrue(client.ask("refresh", token=self.id)["ok"])
        self.gate.shut()
        first = client.send("refresh", token=self.id)  # keeps the token busy as long as the gate is shut
        second = client.begin_unlock(self.id, "not this")
        third = client.send("lock", token=self.id, scope="all")
        for number in (second, third):
            self.assertEqual(client.ask("cancel", of=number)["data"], {"cancelled": True})
        for number in (second, third):
            error = next(line for line in client.events if line.get("id") == number)["error"]
            self.assertEqual((error["code"], error["details"]["reason"]), ("cancelled", "nothing-sent"))
        self.gate.open()
        client.answer(first)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_what_cannot_be_taken_back_is_not(self):
        client = self.subscribed()
        self.assertTrue(client.ask("refresh", token=self.id)["ok"])
        self.gate.shut()
        said = self.gate.said
        number = client.send("lock", token=self.id, scope="all")
        self.eventually(lambda: self.gate.said > said, message="nothing is sent to the token")
        self.assertEqual(client.ask("cancel", of=number)["data"], {"cancelled": False})
        self.gate.open()
        client.answer(number)
        self.assertEqual(client.ask("cancel", of=999)["data"], {"cancelled": False})

    def test_nothing_stays_open_behind_its_end(self):
        """Told to stop amid an unlock for a time, it locks after that, however long it lasts: nobody else would."""
        friend = self.subscribed()
        self.unlocked_and_not_told({"kind": "for", "seconds": 600})
        self.assertTrue(friend.ask("stop")["ok"])
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.agent.process.wait(6)  # with nothing under way it leaves after 5 s
        self.gate.open()
        self.assertEqual(self.agent.process.wait(120), 0)
        self.assertEqual(self.are_locked(), {True})

    def test_what_locks_all_locks_what_is_being_unlocked(self):
        """Whoever closes the lid has not waited for the token's answer."""
        friend = self.subscribed()
        for hold, reason, which in (("until-locked", "sleep", "every-key"),
                                    ("until-screen-lock", "screen-locked", "held-until-screen-lock")):
            with self.subTest(which):
                client = self.unlocked_and_not_told({"kind": hold})
                number = friend.send("lock-all", reason=reason, which=which)
                self.gate.open()
                self.assertTrue(client.answer(1)["ok"])
                self.assertEqual(friend.answer(number)["data"], {"locked": 1})
                self.assertEqual(self.are_locked(), {True})


if __name__ == "__main__":
    case.main()
