# SPDX-License-Identifier: Apache-2.0
"""The FIDO key with libfido2's tools: information, PIN, credentials, assertions."""

from gokey_guest.case import GuestCase
from gokey_guest.fido import PIN, RP, FidoKey
from gokey_guest.token import Person


class Fido(GuestCase):
    def setUp(self):
        super().setUp()
        self.key = FidoKey(self, self.plugged())

    def test_the_list_and_the_information(self):
        hidraw = self.key.token.seen.hidraw
        self.assertIn(f"{hidraw}: vendor=0x1209, product=0x2702", self.sh("fido2-token -L"))
        text = self.sh(f"fido2-token -I {hidraw}")
        for wanted in ("FIDO_2_1", "FIDO_2_0", "U2F_V2", "es256", "eddsa", "hmac-secret", "credProtect"):
            self.assertIn(wanted, text)

    def test_pin_set_changed_and_wrong(self):
        key, hidraw = self.key, self.key.token.seen.hidraw
        key.set_pin()
        self.assertIn("clientPin", self.sh(f"fido2-token -I {hidraw}"))
        self.sh(f"fido2-token -C {hidraw}", f"{PIN}\n654321\n654321\n")
        wrong = self.fails(f"fido2-token -C {hidraw}", "000000\n111111\n111111\n")
        self.assertIn("PIN_INVALID", wrong)
        self.assertIn("pin retries: 7", self.sh(f"fido2-token -I {hidraw}"))

    def test_credential_and_assertion_es256(self):
        with Person(self.key.token):
            self.key.round_trip("es256")

    def test_credential_and_assertion_eddsa(self):
        with Person(self.key.token):
            self.key.round_trip("eddsa")

    def test_credential_and_assertion_with_pin_hmac_secret_and_resident(self):
        self.key.set_pin()
        with Person(self.key.token):
            self.key.round_trip("es256", pin=True, hmac_secret=True, resident=True)
            listing = self.sh(f"fido2-token -L -r {self.key.token.seen.hidraw}", f"{PIN}\n")
            self.assertIn(RP, listing)
            creds = self.sh(f"fido2-token -L -k {RP} {self.key.token.seen.hidraw}", f"{PIN}\n")
            self.assertIn("es256", creds)
            number = creds.split()[1]
            self.sh(f"fido2-token -D -i {number} {self.key.token.seen.hidraw}", f"{PIN}\n")
            # Without any credential the key says NO_CREDENTIALS (CTAP 2.1, 6.8.3), which the tool takes for a failure.
            left = self.fails(f"fido2-token -L -r {self.key.token.seen.hidraw}", f"{PIN}\n")
            self.assertIn("FIDO_ERR_NO_CREDENTIALS", left)

    def test_u2f(self):
        with Person(self.key.token):
            self.key.round_trip("es256", u2f=True)

    def test_reset_within_the_time_after_plugging_in(self):
        self.key.set_pin()
        self.key.token.detach()
        self.key.token.plug()
        with Person(self.key.token):
            self.sh(f"fido2-token -R {self.key.token.seen.hidraw}")
        self.assertIn("noclientPin", self.sh(f"fido2-token -I {self.key.token.seen.hidraw}"))
