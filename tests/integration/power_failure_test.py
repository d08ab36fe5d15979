#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments under load: what was acknowledged stays."""

import json
import random
import subprocess
import threading
import time

from gokey import case, vpcd
from gokey.sim import Sim
from gokey.token import TokenCase

ROUNDS = 200
IMAGE_ROUNDS = 40  # its every write is tried in the unit tests
HASH = "2A" * 32
SIGN = f"002A9E9A 20 {HASH} 00"
WRONG, RIGHT = "wrong-horse", "correct-horse"


class Card:
    """Drives the card from a thread until it is torn away, and remembers what it acknowledged."""

    def __init__(self, reader, randomness):
        self.reader = reader
        self.random = randomness
        self.acknowledged = 0   # signatures given since the process started
        self.asked = 0          # PSO:CDS sent, given or not
        self.failures = 0       # wrong passphrases answered since the last right one that was answered
        self.unsure = False     # a VERIFY with the right one was on its way when the card died

    def play(self):
        try:
            self.reader.select()
            while True:
                self.step()
        except (OSError, ConnectionError, TimeoutError):
            pass

    def step(self):
        wrong = self.failures < 1 and self.random.random() < 0.2
        self.unsure = not wrong
        answer = self.reader.verify(0x81, WRONG if wrong else RIGHT)
        self.unsure = False
        if wrong and answer.startswith("63c"):
            self.failures += 1
        elif answer == "9000":
            self.failures = 0
            self.asked += 1
            if self.reader.apdu(SIGN)[1] == "9000":
                self.acknowledged += 1


class PowerFailure(TokenCase):
    def test_200_times_under_load(self):
        self.rounds(self.provisioned("ed25519"), ROUNDS)

    def test_with_the_storage_of_the_board(self):
        self.rounds(self.provisioned("ed25519", "--storage", "image"), IMAGE_ROUNDS)

    def rounds(self, state, rounds):
        seed = random.randrange(1 << 32)
        self.noise = random.Random(seed)
        self.reader = vpcd.Reader()
        self.addCleanup(self.reader.close)
        record = self.files(state)
        least, most, tries = 0, 0, 3
        for number in range(rounds):
            with self.subTest(round=number, seed=seed):
                least, most, tries = self.round(state, least, most, tries)
        self.assertGreater(least, rounds // 4, "the load was no load")
        for name in record:
            self.assertIn(name, self.files(state), "a file of the state folder is gone")

    def round(self, state, least, most, tries):
        """One life of the token, after a look at what its last life left: between `least` and `most` signatures,
        at most `tries` tries. Gives the same for the next."""
        sim = Sim(state, vpcd=self.reader.port, ssh=None).start()
        try:
            self.reader.accept()
            card = Card(self.reader, self.noise)
            signatures, tries_left = self.counters()
            self.assertGreaterEqual(signatures, least, "a signature was forgotten")
            self.assertLessEqual(signatures, most, "a signature was made up")
            self.assertLessEqual(tries_left, tries, "a try came back")
            if tries_left < 2:  # a right passphrase that was cut off counts as a wrong one: begin afresh
                self.assertEqual(self.reader.verify(0x82, RIGHT), "9000")
                tries_left = 3
            card.failures = 3 - tries_left
            player = threading.Thread(target=card.play)
            player.start()
            if self.noise.random() < 0.5:  # else it is torn away wherever it is
                self.eventually(lambda: card.acknowledged > 0 or not player.is_alive())
            time.sleep(self.noise.uniform(0.0, 0.12))
        finally:
            sim.kill()
        player.join(60)
        self.assertFalse(player.is_alive())
        return (signatures + card.acknowledged, signatures + card.asked, 3 if card.unsure else 3 - card.failures)

    def counters(self):
        """Signature counter and tries as the card says."""
        self.reader.select()
        data, word = self.reader.apdu("00CA007A00")
        self.assertEqual(word, "9000")
        status, word = self.reader.apdu("00CA00C400")
        self.assertEqual(word, "9000")
        return int.from_bytes(data[-3:], "big"), status[4]

    @staticmethod
    def files(folder):
        return sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file())


class Orphans(TokenCase):
    def test_no_process_outlives_the_token(self):
        for end in ("kill", "stop"):
            with self.subTest(end):
                if end == "kill":
                    self.token()
                else:
                    self.sim.restart()
                pids = self.sim.pids()
                getattr(self.sim, end)()
                self.eventually(lambda: not any(alive(p) for p in pids), 60, f"of {pids} one lives on")

    def test_sigterm_ends_cleanly(self):
        self.token()
        self.assertEqual(self.sim.stop(), 0)

    def test_two_tokens_do_not_share_a_state_folder(self):
        self.token()
        second = subprocess.run([*self.sim.command, "--ssh", "127.0.0.1:0"], capture_output=True, text=True,
                                timeout=60, stdin=subprocess.DEVNULL)
        self.assertNotEqual(second.returncode, 0)
        self.assertTrue(second.stderr.strip())
        self.assertEqual(json.loads(self.console.run("status --json").stdout)["openpgp"]["tries_left"], 3)


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


if __name__ == "__main__":
    case.main()
