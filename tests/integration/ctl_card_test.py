#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""gokeyctl and the card in a reader: reads it, shares it, disturbs nobody; without pcscd it says so."""

from smartcard.scard import SCARD_SHARE_EXCLUSIVE
from smartcard.System import readers

from gokey import case, pcscd
from gokey.ctl import Ctl
from gokey.gpg import Gpg
from gokey.token import TokenCase


@pcscd.required()
class Card(TokenCase):
    def setUp(self):
        super().setUp()
        self.gokeyctl = Ctl(self.dir)

    def insert(self):
        self.reader = pcscd.Pcscd(self.dir)
        self.addCleanup(self.reader.stop)
        self.reader.start()
        self.token("nistp256", "--language", "de", vpcd=self.reader.port)
        self.eventually(lambda: self.gokeyctl.run("card", "info").returncode == 0, message="no card")

    def test_info_keys_certificates(self):
        self.insert()
        code, document = self.gokeyctl.json("card", "info")
        self.assertEqual(code, 0)
        said = str(document["data"])
        for word in (self.serial(), "Bar", "3.4"):
            self.assertIn(word, said)
        code, document = self.gokeyctl.json("card", "keys")
        said = str(document["data"])
        for word in (self.keys.sig, self.keys.dec, self.keys.aut, "nistp256"):
            self.assertIn(word, said)
        code, document = self.gokeyctl.json("card", "certificates")
        self.assertEqual((code, document["data"]["certificates"]), (0, []))
        for command in ("info", "keys", "certificates"):
            self.assertEqual(self.gokeyctl.run("card", command).returncode, 0)

    def serial(self):
        return self.console.status()["token"]["serial"]

    def test_list_shows_the_card(self):
        self.insert()
        code, document = self.gokeyctl.json("list")
        self.assertEqual(code, 0)
        self.assertIn(self.serial(), str(document["data"]))
        self.assertIn(self.serial().encode(), self.gokeyctl.run("list").stdout)

    def test_status_joins_card_and_console(self):
        self.insert()
        console = self.ctl()
        self.assertEqual(console.json("status")[0], 0)  # learns which serial answers there
        code, document = Ctl(self.dir, self.serial(), self.identity).json("status")
        self.assertEqual(code, 0, document)
        self.assertEqual(document["data"]["token"]["serial"], self.serial())

    def test_scdaemon_is_not_disturbed(self):
        self.insert()
        gpg = Gpg(self.dir)
        self.addCleanup(gpg.close)
        gpg.pin(self.keys.passphrase)
        gpg.run("--import", self.keys.public)
        self.assertEqual(gpg.run("--card-status").returncode, 0)
        clear = gpg.run("--recipient", self.keys.dec + "!", "--encrypt", stdin=b"text")
        self.assertEqual(gpg.run("--decrypt", stdin=clear.stdout).stdout, b"text")
        for _ in range(5):
            self.assertEqual(self.gokeyctl.json("card", "info")[0], 0)
        gpg.pin("wrong-horse")  # still verified: gpg need not ask again
        self.assertEqual(gpg.run("--decrypt", stdin=clear.stdout).stdout, b"text")

    def test_an_exclusive_holder_is_waited_for_or_named(self):
        self.insert()
        connection = readers()[0].createConnection()
        connection.connect(mode=SCARD_SHARE_EXCLUSIVE)
        self.addCleanup(connection.disconnect)
        code, document = self.gokeyctl.json("card", "info")
        self.assertEqual((code, document["error"]["code"]), (13, "busy"))

    def test_doctor_finds_the_reader(self):
        self.insert()
        code, document = self.ctl().json("doctor")
        self.assertIn(code, (0, 1))
        self.assertIn("pcscd", str(document["data"]))

    def test_an_empty_reader(self):
        with pcscd.Pcscd(self.dir):
            code, document = self.gokeyctl.json("card", "info")
            self.assertEqual((code, document["error"]["code"]), (10, "no-token"))

    def test_no_pcscd(self):
        code, document = self.gokeyctl.json("card", "info")
        self.assertEqual((code, document["error"]["code"]), (14, "unreachable"))
        self.assertRegex(str(document["error"]), "pcscd")
        code, document = self.gokeyctl.json("doctor")
        self.assertIn("pcscd", str(document["data"]))


if __name__ == "__main__":
    pcscd.isolate()
    case.main()
