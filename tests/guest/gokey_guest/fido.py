# SPDX-License-Identifier: Apache-2.0
"""libfido2's tools in the guest, at a token that is plugged in and whose FIDO is initialised."""

import base64
import hashlib

PIN = "123456"
RP = "example.org"
# The programs ask on the terminal; without one they read standard input.
PARAMETERS = base64.b64encode(hashlib.sha256(b"client data").digest()).decode()


class FidoKey:
    def __init__(self, case, token, word="u2f"):
        self.case, self.token = case, token
        done = token.console.run(word)
        case.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def set_pin(self):
        self.case.sh(f"fido2-token -S {self.token.seen.hidraw}", f"{PIN}\n{PIN}\n")

    def round_trip(self, algorithm, pin=False, hmac_secret=False, resident=False, u2f=False):
        """A credential, and an assertion with it, each verified by libfido2."""
        case, hidraw = self.case, self.token.seen.hidraw
        user = base64.b64encode(b"user").decode()
        case.guest.put("/tmp/cred.in", f"{PARAMETERS}\n{RP}\nbar\n{user}\n")
        options = ("-h " * hmac_secret) + ("-r " * resident) + ("-u " * u2f) + ("-v " * pin)
        typed = f"{PIN}\n" * pin
        case.sh(f"fido2-cred -M {options} -i /tmp/cred.in -o /tmp/cred.out {hidraw} {algorithm}", typed)
        options = ("-h " * hmac_secret) + ("-v " * pin)
        case.sh(f"fido2-cred -V {options} -i /tmp/cred.out -o /tmp/cred.pub {algorithm}")
        salt = base64.b64encode(bytes(32)).decode() + "\n" if hmac_secret else ""
        case.sh("(echo " + PARAMETERS + f"; echo {RP}; head -1 /tmp/cred.pub; printf '{salt.strip()}') > /tmp/assert.in; "
                "tail -n +2 /tmp/cred.pub > /tmp/key.pem")
        options = ("-h " * hmac_secret) + ("-v " * pin) + ("-u " * u2f)
        case.sh(f"fido2-assert -G -p {options} -i /tmp/assert.in -o /tmp/assert.out {hidraw}", typed)
        options = ("-h " * hmac_secret) + ("-v " * pin)
        case.sh(f"fido2-assert -V -p {options} -i /tmp/assert.out /tmp/key.pem {algorithm}")
        case.guest.run("sed -i '1s/^./B/' /tmp/assert.out")
        case.fails(f"fido2-assert -V -p {options} -i /tmp/assert.out /tmp/key.pem {algorithm}")
