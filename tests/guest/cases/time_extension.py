# SPDX-License-Identifier: Apache-2.0
"""Operations that take longer than readers wait: the process with the keys stands still meanwhile."""

from gokey_guest.case import GuestCase
from gokey_guest.gpg import GuestGpg

SECONDS = 12  # libccid waits for less than 5 s, scdaemon's own driver for 5


class TimeExtension(GuestCase):
    def slow(self, gpg, operation):
        gpg.wait_for_card()
        thread = gpg.token.stop_arithmetic(SECONDS)
        try:
            operation()
        finally:
            thread.join()

    def test_through_pcscd(self):
        self.pcscd()
        token = self.plugged("rsa4096")
        gpg = GuestGpg(self, token, direct=False)
        self.slow(gpg, gpg.sign)
        self.assertIn("Time extension requested", self.sh("cat /tmp/pcscd.log"))
        self.slow(gpg, gpg.decrypt)

    def test_through_scdaemon(self):
        token = self.plugged("rsa4096")
        gpg = GuestGpg(self, token, direct=True)
        self.slow(gpg, gpg.sign)
        self.assertIn("time extension", self.sh("cat /tmp/scd.log").lower())
        self.slow(gpg, gpg.decrypt)

    def test_the_console_answers_meanwhile(self):
        self.pcscd()
        token = self.plugged("rsa4096")
        token.address()
        gpg = GuestGpg(self, token, direct=False)
        gpg.wait_for_card()
        thread = token.stop_arithmetic(SECONDS)
        self.sh("ping -c 3 -W 2 10.0.0.10")
        thread.join()
        gpg.sign()
