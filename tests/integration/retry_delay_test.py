#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Three wrong passphrases, power failure, one real minute: the token neither forgets nor forgives. Waits a minute."""

import time

from gokey import case, vpcd
from gokey.console import locked
from gokey.token import TokenCase

FIRST_DELAY = 60  # seconds after the third failure; then it doubles
CLOCK = 2  # seconds: the token counts whole ones


class RetryDelay(TokenCase):
    """Two tokens share the minute: one is given a wrong passphrase after it, the other the right one."""

    def test_the_whole_story(self):
        second = self.blocked()
        reader = vpcd.Reader()
        self.addCleanup(reader.close)
        first = self.blocked(vpcd=reader.port)
        reader.accept()
        self.assert_refused(first, reader, "at once")

        restarted = time.monotonic()
        self.sim.restart(kill=True)
        reader.accept()
        self.assert_delay(first, FIRST_DELAY, restarted, "a restart begins the current delay anew")
        self.assert_refused(first, reader, "after the restart")
        for _ in range(5):  # a refused try neither counts nor restarts the delay
            self.assertEqual(first.unlock("all", "wrong-again"), 27)
            self.assertEqual(reader.verify(0x82, "wrong-again"), "6983")

        while tries(first) == 0:
            self.assertLess(time.monotonic() - restarted, 3 * FIRST_DELAY)
            time.sleep(0.5)
        self.assertGreater(time.monotonic() - restarted, FIRST_DELAY - CLOCK)
        self.assertEqual((tries(first), delay(first)), (1, None), "one try is allowed")
        self.assert_wrong_doubles_the_delay(first)
        self.assert_right_forgives(second)

    def blocked(self, **options):
        """The console of a token that was given three wrong passphrases."""
        self.token(**options)
        for left in (2, 1, 0):
            self.assertEqual(self.console.unlock("all", "wrong"), 22)
            self.assertEqual(tries(self.console), left)
        return self.console

    def assert_delay(self, console, seconds, begun, why=None):
        """It is as much as was left of `seconds` that did not begin before `begun`, however long it took to ask."""
        left = delay(console)
        self.assertLessEqual(left, seconds, why)
        self.assertGreater(left, seconds - (time.monotonic() - begun) - CLOCK, why)

    def assert_refused(self, console, reader, when):
        """Even the right passphrase is refused, on both ways in."""
        self.assertEqual(tries(console), 0, when)
        self.assertEqual(console.unlock("sig", "correct-horse"), 27, when)
        reader.select()
        self.assertEqual(reader.verify(0x81, "correct-horse"), "6983", when)
        self.assertTrue(locked(console.status())["sig"], when)

    def assert_wrong_doubles_the_delay(self, console):
        before = time.monotonic()
        self.assertEqual(console.unlock("sig", "wrong"), 22)
        self.assertEqual(tries(console), 0)
        self.assert_delay(console, 2 * FIRST_DELAY, before)

    def assert_right_forgives(self, console):
        self.assertEqual(tries(console), 1)
        self.assertEqual(console.unlock("all", "correct-horse"), 0)
        self.assertEqual((tries(console), delay(console)), (3, None))


def tries(console):
    return console.status()["openpgp"]["tries_left"]


def delay(console):
    return console.status()["openpgp"]["retry_after_seconds"]


if __name__ == "__main__":
    case.main()
