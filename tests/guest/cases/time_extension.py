# SPDX-License-Identifier: Apache-2.0
"""Operations that take longer than readers wait: the process with the keys stands still meanwhile."""

import time
from concurrent.futures import ThreadPoolExecutor

from gokey_guest.case import GuestCase
from gokey_guest.gpg import GuestGpg

SECONDS = 12  # libccid waits for less than 5 s, scdaemon's own driver for 5


class TimeExtension(GuestCase):
    def slow(self, gpg, log, operation):
        """It takes SECONDS from its first time extension on."""
        def extensions():
            return self.sh(f"cat {log} 2>/dev/null || true").lower().count("time extension")

        gpg.wait_for_card()
        before = extensions()
        with ThreadPoolExecutor(1) as pool, gpg.token.no_arithmetic():
            done = pool.submit(operation)
            self.eventually(lambda: extensions() > before or done.done(), 120)
            self.assertGreater(extensions(), before)
            time.sleep(SECONDS)
        done.result()

    def test_through_pcscd(self):
        self.pcscd()
        token = self.plugged("rsa4096")
        gpg = GuestGpg(self, token, direct=False)
        self.slow(gpg, "/tmp/pcscd.log", gpg.sign)
        self.slow(gpg, "/tmp/pcscd.log", gpg.decrypt)

    def test_through_scdaemon(self):
        token = self.plugged("rsa4096")
        gpg = GuestGpg(self, token, direct=True)
        self.slow(gpg, "/tmp/scd.log", gpg.sign)
        self.slow(gpg, "/tmp/scd.log", gpg.decrypt)

    def test_the_console_answers_meanwhile(self):
        self.pcscd()
        token = self.plugged("rsa4096")
        token.address()
        gpg = GuestGpg(self, token, direct=False)
        gpg.wait_for_card()
        with token.no_arithmetic():
            self.sh("ping -c 3 -W 30 10.0.0.10")
        gpg.sign()
