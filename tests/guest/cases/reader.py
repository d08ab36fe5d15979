# SPDX-License-Identifier: Apache-2.0
"""The smart card reader through pcscd and libccid, as gpg and OpenSC use it."""

from gokey_guest.case import GuestCase
from gokey_guest.gpg import GuestGpg

ATR = "3b:da:18:ff:81:b1:fe:75:1f:03:00:31:f5:73:c0:01:e0:00:90:00:9c"


class Reader(GuestCase):
    def wait_for_reader(self, there=True):
        """libccid names the reader by its own list, not by the descriptors."""
        self.by_pcscd(lambda: (b"Armory" in self.guest.run("opensc-tool -l").stdout) == there, 60, "pcscd did not notice")

    def test_pcscd_takes_it_and_reads_the_atr(self):
        self.pcscd()
        self.plugged()
        self.wait_for_reader()
        self.assertIn(ATR, self.sh("opensc-tool -a").lower())
        self.assertIn("Received (SW1=0x90, SW2=0x00)", self.sh("opensc-tool -s 00:A4:04:00:06:D2:76:00:01:24:01"))

    def test_the_reader_comes_and_goes_with_the_plug(self):
        self.pcscd()
        token = self.plugged()
        self.wait_for_reader()
        token.detach()
        self.wait_for_reader(False)
        token.plug()
        self.wait_for_reader()
        self.assertIn(ATR, self.sh("opensc-tool -a").lower())

    def test_long_answers_and_long_commands(self):
        """An RSA-4096 key has 512-byte signatures and, as public key, more."""
        self.pcscd()
        token = self.plugged("rsa4096")
        gpg = GuestGpg(self, token, direct=False)
        gpg.wait_for_card()
        gpg.sign()
        gpg.decrypt()

    def test_gpg_shows_signs_and_decrypts(self):
        self.pcscd()
        token = self.plugged()
        gpg = GuestGpg(self, token, direct=False)
        status = gpg.wait_for_card()
        self.assertIn("D2760001240103", status)
        self.assertIn(token.keys.sig.upper(), status.upper())
        gpg.sign()
        gpg.decrypt()
        self.assertIn("sigcount:1:", gpg.card_status())
