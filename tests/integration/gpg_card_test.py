#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""GnuPG uses the token as an OpenPGP card through the real pcscd, and other software agrees with the results."""

import subprocess

from gokey import case, keys, pcscd
from gokey.console import locked
from gokey.gpg import Gpg
from gokey.token import TokenCase

MESSAGE = b"It was the best of times, it was the worst of times.\n"


@case.require("gpg", "ssh", "ssh-keygen", "opensc-tool")
@pcscd.required()
class GpgCase(TokenCase):
    def insert(self, name):
        """A running token in the reader, and a GnuPG home that knows its public keys."""
        self.reader = pcscd.Pcscd(self.dir)
        self.addCleanup(self.reader.stop)
        self.reader.start()
        self.token(name, vpcd=self.reader.port, authorized=[keys.openpgp(name).ssh])
        self.gpg = Gpg(self.dir)
        self.addCleanup(self.gpg.close)
        self.gpg.pin(self.keys.passphrase)
        self.assertEqual(self.gpg.run("--import", self.keys.public).returncode, 0)
        status = self.eventually(self.card_status, message="gpg did not find the card")
        return status

    def card_status(self):
        done = self.gpg.run("--card-status", "--with-colons")
        return done.stdout.decode() if done.returncode == 0 else None

    def sign(self):
        return self.gpg.run("--local-user", self.keys.sig + "!", "--detach-sign", stdin=MESSAGE)

    def decrypt(self):
        """Encrypts to the token's key without the token, then decrypts with it."""
        box = self.plain("--recipient", self.keys.dec + "!", "--encrypt", stdin=MESSAGE)
        self.assertEqual(box.returncode, 0, box.stderr)
        return self.gpg.run("--decrypt", stdin=box.stdout)

    def plain(self, *arguments, stdin=b""):
        """gpg with nothing but the public key, as a correspondent has it."""
        home = self.dir / "friend"
        if not home.exists():
            keys.make_home(home)
            self.addCleanup(keys.kill_agents, home)
            keys.gpg(home, "--import", self.keys.public)
        return subprocess.run(["gpg", "--homedir", home, "--batch", "--yes", "--trust-model", "always", *arguments],
                              input=stdin, capture_output=True, timeout=60)


class Journey(GpgCase):
    """Status, signature, decryption and ssh login with each kind of key."""

    def check(self, name):
        status = self.insert(name)
        self.check_status(status)
        self.check_signature()
        self.check_decryption()
        self.check_ssh_login()

    def check_status(self, status):
        fields = {line.split(":")[0]: line.split(":")[1:] for line in status.splitlines()}
        self.assertEqual([f.lower() for f in fields["fpr"][:3]], [self.keys.sig, self.keys.dec, self.keys.aut])
        self.assertEqual(fields["version"][0], "0304")
        self.assertEqual(fields["name"][0], "Bar")
        self.assertEqual(fields["sigcount"][0], "0")

    def check_signature(self):
        signature = self.sign()
        self.assertEqual(signature.returncode, 0, signature.stderr)
        (self.dir / "sig").write_bytes(signature.stdout)
        verified = self.plain("--status-fd", "1", "--verify", str(self.dir / "sig"), "-", stdin=MESSAGE)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.assertIn(f"[GNUPG:] VALIDSIG {self.keys.sig.upper()}".encode(), verified.stdout)
        forged = self.plain("--verify", str(self.dir / "sig"), "-", stdin=MESSAGE + b"!")
        self.assertNotEqual(forged.returncode, 0)
        self.assertIn("sigcount:1:", self.card_status())
        self.assertTrue(locked(self.console.status())["sig"], "the signature key relocks after a signature")

    def check_decryption(self):
        clear = self.decrypt()
        self.assertEqual(clear.returncode, 0, clear.stderr)
        self.assertEqual(clear.stdout, MESSAGE)

    def check_ssh_login(self):
        offered = self.gpg.command("ssh-add", "-L")
        wanted = self.keys.ssh.read_text().split()[1]
        self.assertIn(wanted, offered.stdout.decode(), offered.stderr)
        self.check_openssh_verifies()
        login = self.gpg.command(
            "ssh", "-F", "/dev/null", "-p", self.sim.port, "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes",
            "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={self.dir}/kh", "-o", "LogLevel=ERROR",
            "-i", self.keys.ssh, "bar@127.0.0.1", "rand")
        self.assertEqual(login.returncode, 0, login.stderr)
        self.assertRegex(login.stdout.decode(), "[0-9a-f]{64}")

    def check_openssh_verifies(self):
        signed = self.gpg.command("ssh-keygen", "-Y", "sign", "-n", "file", "-f", self.keys.ssh, stdin=MESSAGE)
        self.assertEqual(signed.returncode, 0, signed.stderr)
        (self.dir / "ssh.sig").write_bytes(signed.stdout)
        (self.dir / "signers").write_text("bar " + self.keys.ssh.read_text())
        verify = ["ssh-keygen", "-Y", "verify", "-n", "file", "-f", self.dir / "signers", "-I", "bar",
                  "-s", self.dir / "ssh.sig"]
        self.assertEqual(self.gpg.command(*verify, stdin=MESSAGE).returncode, 0)
        self.assertNotEqual(self.gpg.command(*verify, stdin=MESSAGE + b"!").returncode, 0)


def journey(name):
    return lambda self: self.check(name)


for algorithm in keys.ALGORITHMS:
    setattr(Journey, f"test_{algorithm}", journey(algorithm))


class Pins(GpgCase):
    """What gpg and the console see of each other."""

    def test_unlocked_over_ssh_takes_any_pin(self):
        self.insert("ed25519")
        self.assertEqual(self.console.unlock("sig", self.keys.passphrase), 0)
        self.gpg.pin("anything-else")
        self.assertEqual(self.sign().returncode, 0)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 3)

    def test_wrong_pin_costs_one_try_and_does_not_sign(self):
        self.insert("ed25519")
        self.gpg.pin("wrong-horse")
        self.assertNotEqual(self.sign().returncode, 0)
        status = self.console.status()["openpgp"]
        self.assertLess(status["tries_left"], 3)
        self.assertEqual(status["signatures"], 0)

    def test_pin_for_decryption_opens_the_authentication_key_too(self):
        self.insert("ed25519")
        self.assertEqual(self.decrypt().stdout, MESSAGE)
        self.assertEqual(locked(self.console.status()), {"sig": True, "dec": False, "aut": False})

    def test_console_lock_takes_the_key_from_gpg(self):
        self.insert("ed25519")
        self.assertEqual(self.decrypt().stdout, MESSAGE)
        self.assertEqual(self.console.run("lock all").returncode, 0)
        self.gpg.command("gpgconf", "--kill", "scdaemon")
        self.gpg.pin("wrong-horse")
        self.eventually(self.card_status, message="gpg did not find the card again")
        self.assertNotEqual(self.decrypt().returncode, 0)

    def test_gpg_can_neither_generate_nor_change_pins_nor_write(self):
        self.insert("ed25519")
        before = self.card_status()
        word = "31323334353637"
        for apdu in ("00 47 80 00 02 B6 00 00", f"00 24 00 81 0E {word} {word}",
                     "00 DA 00 5B 03 46 6F 6F", "00 2C 02 81 07 " + word):
            answer = self.gpg.command("gpg-connect-agent", "--hex", "scd apdu " + apdu.replace(" ", ""), "/bye")
            self.assertNotIn(b" 90 00", answer.stdout.split(b"OK")[0][-12:], apdu)
        self.assertEqual(self.card_status(), before)


if __name__ == "__main__":
    pcscd.isolate()
    case.main()
