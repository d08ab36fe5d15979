# SPDX-License-Identifier: Apache-2.0
"""Several tokens in one machine, every one at 10.0.0.10."""

import json

from gokey_guest.case import GuestCase


class Several(GuestCase):
    def tokens(self, count):
        found = [self.plugged() for _ in range(count)]
        for token in found:
            token.address()
            self.addCleanup(token.release)
        self.guest.put("/root/id", found[0].identity.read_bytes())
        self.assertEqual(len({token.serial for token in found}), count)
        self.assertEqual(len({token.seen.net for token in found}), count)
        return found

    def ctl(self, arguments):
        return f"gokeyctl --no-input --trust-new -i /root/id {arguments}"

    def check(self, count):
        tokens = self.tokens(count)
        said = self.sh(self.ctl("--json --all status"), seconds=120)
        for token in tokens:
            self.assertIn(token.serial, said)
        json.loads(said)
        chosen = tokens[-1]
        self.sh(self.ctl(f"-d {chosen.serial} unlock sig --passphrase-fd 0"), chosen.keys.passphrase + "\n")
        for token in tokens:
            locked = {key["use"]: key["locked"] for key in token.console.status()["openpgp"]["keys"]}
            self.assertEqual(locked["sig"], token is not chosen, token.serial)
        listing = self.sh(self.ctl("list"))
        for token in tokens:
            self.assertIn(token.serial, listing)
        return tokens

    def test_two(self):
        self.check(2)

    def test_four(self):
        tokens = self.check(4)
        tokens[1].release()
        tokens[1].detach()
        self.sh(self.ctl(f"-d {tokens[0].serial} status"))
        self.sh(self.ctl(f"-d {tokens[2].serial} status"))
        self.fails(self.ctl(f"-d {tokens[1].serial} status"))

    def test_all_of_them_are_fido_keys_and_readers(self):
        self.pcscd()
        tokens = self.tokens(2)
        listing = self.sh("fido2-token -L")
        for token in tokens:
            self.assertIn(token.seen.hidraw + ":", listing)
        self.eventually(lambda: self.guest.run("opensc-tool -l").stdout.count(b"Armory") == 2)
