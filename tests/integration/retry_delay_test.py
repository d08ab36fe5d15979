#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Three wrong passphrases, power failure, one real minute: the token neither forgets nor forgives. Waits a minute."""

import time

from gokey import case, vpcd
from gokey.console import locked
from gokey.token import TokenCase

FIRST_DELAY = 60  # seconds after the third failure; then it doubles


class RetryDelay(TokenCase):
    def test_the_whole_story(self):
        reader = vpcd.Reader()
        self.addCleanup(reader.close)
        self.token(vpcd=reader.port)
        reader.accept()
        for left in (2, 1, 0):
            self.assertEqual(self.console.unlock("sig", "wrong"), 22)
            self.assertEqual(self.tries(), left)
        self.assert_delayed(reader, "at once")

        self.sim.restart(kill=True)
        reader.accept()
        restarted = time.monotonic()
        self.assertGreater(self.delay(), FIRST_DELAY - 10, "a restart begins the current delay anew")
        self.assert_delayed(reader, "after the restart")
        for _ in range(5):  # a refused try neither counts nor restarts the delay
            self.assertEqual(self.console.unlock("all", "wrong-again"), 27)
            self.assertEqual(reader.verify(0x82, "wrong-again"), "6983")

        while self.tries() == 0:
            self.assertLess(time.monotonic() - restarted, FIRST_DELAY + 10)
            time.sleep(0.5)
        self.assertGreater(time.monotonic() - restarted, FIRST_DELAY - 10)
        self.assertEqual(self.tries(), 1, "one try is allowed")
        self.assertIsNone(self.console.status()["openpgp"]["retry_after_seconds"])
        self.one_try_then_twice_the_delay()

    def one_try_then_twice_the_delay(self):
        self.assertEqual(self.console.unlock("sig", "wrong"), 22)
        self.assertEqual(self.tries(), 0)
        self.assertGreater(self.delay(), 2 * FIRST_DELAY - 10)
        self.assertLessEqual(self.delay(), 2 * FIRST_DELAY)

    def assert_delayed(self, reader, when):
        """Even the right passphrase is refused, on both ways in."""
        self.assertEqual(self.tries(), 0, when)
        self.assertEqual(self.console.unlock("sig", "correct-horse"), 27, when)
        reader.select()
        self.assertEqual(reader.verify(0x81, "correct-horse"), "6983", when)
        self.assertTrue(locked(self.console.status())["sig"], when)

    def tries(self):
        return self.console.status()["openpgp"]["tries_left"]

    def delay(self):
        return self.console.status()["openpgp"]["retry_after_seconds"]


class Forgiven(TokenCase):
    def test_the_right_passphrase_after_the_delay_restores_all_tries(self):
        self.token()
        for _ in range(3):
            self.assertEqual(self.console.unlock("all", "wrong"), 22)
        end = time.monotonic() + FIRST_DELAY + 10
        while self.console.status()["openpgp"]["tries_left"] == 0:
            self.assertLess(time.monotonic(), end)
            time.sleep(0.5)
        self.assertEqual(self.console.unlock("all", "correct-horse"), 0)
        status = self.console.status()["openpgp"]
        self.assertEqual((status["tries_left"], status["retry_after_seconds"]), (3, None))


if __name__ == "__main__":
    case.main()
