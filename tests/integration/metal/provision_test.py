#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The bare-metal image is provisioned over its console, and reset, on a card that was blank."""

import os
import threading

from gokey import keys
from gokey.board import Board
from gokey.case import Case, main
from gokey.console import Console
from gokey.ctl import Ctl

SLOW = ("--timeout", "120")  # for each step, on a machine that emulates


class Life(Case):
    def setUp(self):
        super().setUp()
        self.identity = keys.ssh_identity(self.dir)
        self.key = keys.openpgp("ed25519")

    def boot(self, card=True):
        state = self.dir / "state"
        state.mkdir()
        (state / "device.key").write_bytes(os.urandom(36))
        self.board = Board(state, card=card)
        self.addCleanup(self.board.stop)
        self.board.start()
        self.ctl = Ctl.on(self.dir, self.board.port, self.identity)
        self.console = Console(self.dir, self.board.port, self.identity)

    def provision(self, key):
        return self.ctl.json(*SLOW, "provision", "one", "--pgp-secret-key", key.secret, "--ssh-authorized-keys",
                             keys.public_of(self.identity), "--name", "Doe<<John", "--yes", seconds=300)

    def restarted(self, before):
        self.board.wait_for("^ssh: ready", 120, since=before)

    def status(self):
        code, answer = self.ctl.json(*SLOW, "status", seconds=300)
        self.assertEqual(code, 0, answer)
        return answer["data"]

    def test_a_life(self):
        self.boot()
        self.assertEqual(self.status()["token"]["state"], "factory")
        cut = self.key.secret.read_bytes()[:700]
        self.assertEqual(self.console.run("provision", b"GKPV\0\1\0\0\0\0\4\0\1\0\0\3\xfb" + cut).returncode, 4)

        before = self.board.said()
        code, answer = self.provision(self.key)
        self.assertEqual(code, 0, answer)
        receipt = answer["data"]["receipt"]
        self.assertEqual(receipt["board"], "mcimx6ul-evk")
        self.assertEqual([k["fingerprint"] for k in receipt["keys"]], [self.key.sig, self.key.dec, self.key.aut])
        self.restarted(before)
        status = self.status()
        self.assertEqual(status["token"]["state"], "provisioned")
        self.assertEqual(status["token"]["host_key"], receipt["host_key"])
        self.assertEqual(self.console.run("provision", b"").returncode, 15)
        self.board.restart(kill=True)
        self.assertEqual(self.console.unlock("all", self.key.passphrase), 0)
        code, again = self.ctl.json(*SLOW, "provision", "receipt", seconds=300)
        self.assertEqual((code, again["data"]["receipt"]), (0, receipt))

        before = self.board.said()
        done = []
        reset = threading.Thread(
            target=lambda: done.append(self.ctl.json(*SLOW, "factory-reset", "--yes", seconds=300)))
        reset.start()
        self.eventually(lambda: self.console.run("p").returncode == 0, 120)
        reset.join()
        self.assertEqual(done[0][0], 0, done)
        self.restarted(before)
        self.assertEqual(self.status()["token"]["state"], "factory")
        self.assertNotIn(b"GKEN", (self.board.state / "card.img").read_bytes(), "an entry of the log is there still")

        before = self.board.said()
        other = keys.openpgp("nistp256")
        self.assertEqual(self.provision(other)[0], 0)
        self.restarted(before)
        self.assertEqual([k["fingerprint"] for k in self.status()["openpgp"]["keys"]],
                         [other.sig, other.dec, other.aut])

    def test_a_card_that_cannot_be_opened_has_a_way_out(self):
        """What another device sealed: refused and untouched, until somebody has it destroyed."""
        self.boot()
        before = self.board.said()
        self.assertEqual(self.provision(self.key)[0], 0)
        self.restarted(before)
        self.board.stop()
        device = self.board.state / "device.key"
        device.write_bytes(os.urandom(32) + device.read_bytes()[32:])
        card = (self.board.state / "card.img").read_bytes()
        self.board.start()
        folder = self.dir / "stranger"  # who knows nothing of the host key that was there before
        folder.mkdir()
        stranger = Ctl.on(folder, self.board.port, self.identity)
        code, answer = stranger.json(*SLOW, "status", seconds=300)
        self.assertEqual(code, 0, answer)
        self.assertEqual(answer["data"]["token"]["state"], "damaged")
        code, answer = stranger.json(*SLOW, "provision", "one", "--ssh-authorized-keys", keys.public_of(self.identity),
                                     "--yes", seconds=300)
        self.assertEqual(code, 15, answer)
        self.assertIn("gokeyctl factory-reset", answer["error"]["hint"])
        self.assertEqual((self.board.state / "card.img").read_bytes(), card)

        before = self.board.said()
        console = Console(folder, self.board.port, self.identity)
        done = []
        reset = threading.Thread(
            target=lambda: done.append(stranger.json(*SLOW, "factory-reset", "--yes", seconds=300)))
        reset.start()
        self.eventually(lambda: console.run("p").returncode == 0, 120)
        reset.join()
        self.assertEqual(done[0][0], 0, done)
        self.restarted(before)
        self.assertNotIn(b"GKEN", (self.board.state / "card.img").read_bytes(), "an entry of the log is there still")
        code, answer = stranger.json(*SLOW, "status", seconds=300)
        self.assertEqual((code, answer["data"]["token"]["state"]), (0, "factory"))

    def test_without_a_card_nothing_is_promised(self):
        self.boot(card=False)
        code, answer = self.provision(self.key)
        self.assertEqual(code, 1, answer)
        self.assertIn("no storage that lasts", answer["error"]["message"])


if __name__ == "__main__":
    main()
