# SPDX-License-Identifier: Apache-2.0
"""The smart card reader through scdaemon's own CCID driver, with no pcscd in the guest."""

from gokey_guest.case import GuestCase
from gokey_guest.gpg import GuestGpg


class ReaderDirect(GuestCase):
    def test_gpg_shows_signs_and_decrypts(self):
        self.journey("ed25519")

    def test_the_same_with_rsa4096(self):
        self.journey("rsa4096")

    def journey(self, name):
        token = self.plugged(name)
        gpg = GuestGpg(self, token, direct=True)
        gpg.wait_for_card()
        self.assertIn("ccid-driver: using CCID reader", self.sh("cat /tmp/scd.log"))
        gpg.sign()
        gpg.decrypt()
        self.assertEqual(self.guest.run("pidof pcscd").stdout, b"")
