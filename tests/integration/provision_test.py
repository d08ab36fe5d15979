#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Provisioning: what it takes, what it refuses and why, that it happens once; the SNVS modes."""

from bad_state_test import contents
from gokey import case, keys, vpcd
from gokey.console import Console, locked
from gokey.sim import Sim, provision
from gokey.token import TokenCase


class KeyFiles(TokenCase):
    """A key file that cannot be taken is named with the cause, and nothing is written."""

    def setUp(self):
        super().setUp()
        self.identity = keys.ssh_identity(self.dir)
        self.good = keys.openpgp("ed25519").secret.read_text()

    def refuse(self, key, *words, authorized=None):
        """Provisions with `key` (text or bytes); the sentence must hold the words."""
        file = self.dir / "key"
        file.write_bytes(key if isinstance(key, bytes) else key.encode())
        state = self.dir / "token"
        done = provision(state, "--pgp-secret-key", file, "--ssh-authorized-keys",
                         authorized or keys.public_of(self.identity))
        self.assertNotIn(done.returncode, (0, -6, -11), done.stdout)
        self.assertRegex(done.stderr, r"^gokey-sim: .+: .+")
        for word in words:
            self.assertRegex(done.stderr, f"(?i){word}")
        if state.exists():
            self.assertFalse([f for f in state.iterdir() if "record" in f.name])

    def test_a_broken_checksum(self):
        lines = self.good.splitlines()
        place = next(i for i, line in enumerate(lines) if line.startswith("="))
        lines[place] = "=AAAA" if lines[place] != "=AAAA" else "=BBBB"
        self.refuse("\n".join(lines) + "\n", "checksum|CRC")

    def test_a_changed_letter(self):
        lines = self.good.splitlines()
        lines[4] = lines[4][:10] + ("A" if lines[4][10] != "A" else "B") + lines[4][11:]
        self.refuse("\n".join(lines) + "\n", "checksum|CRC")

    def test_unsupported_algorithms_by_name(self):
        self.refuse(keys.openpgp("secp256k1").secret.read_text(), "secp256k1")
        self.refuse(keys.openpgp("dsa").secret.read_text(), "DSA")
        self.refuse(keys.openpgp("elgamal").secret.read_text(), "Elgamal")

    def test_cut_short(self):
        binary = keys.gpg(self.dir, "--dearmor", stdin=self.good.encode())
        for length in (0, 1, 2, 3, 10, len(binary) // 4, len(binary) // 2, len(binary) - 1):
            with self.subTest(length):
                self.refuse(binary[:length])
        for length in (10, len(self.good) // 2, len(self.good) - 40):
            with self.subTest(armour=length):
                self.refuse(self.good[:length])

    def test_another_kind_of_file(self):
        self.refuse(keys.openpgp("ed25519").public.read_text(), "public|secret")
        self.refuse(self.identity.read_text())
        self.refuse(b"\x7fELF" + bytes(1000))
        self.refuse("hello\n")
        self.refuse(bytes(range(256)) * 64)

    def test_files_that_are_not_there(self):
        state = self.dir / "token"
        for arguments in (("--pgp-secret-key", self.dir / "none"), ("--pgp-secret-key", self.dir),
                          ("--ssh-authorized-keys", self.dir / "none"), ("--ssh-host-key", self.dir / "none")):
            done = provision(state, *arguments)
            self.assertNotIn(done.returncode, (0, -6, -11))
            self.assertRegex(done.stderr, r"^gokey-sim: .+: .+")

    def test_bad_authorized_keys(self):
        bad = self.dir / "bad"
        for text in ("ssh-ed25519 AAAA\n", "nonsense\n", "ssh-dss AAAAB3NzaC1kc3MAAACBAO== x\n", self.good):
            with self.subTest(text[:20]):
                bad.write_text(text)
                self.refuse(self.good, authorized=bad)

    def test_bad_card_holder(self):
        for option, value in (("--sex", "7"), ("--language", "d3"), ("--snvs", "maybe"), ("--name", "x" * 4000)):
            done = provision(self.dir / "token", "--pgp-secret-key", keys.openpgp("ed25519").secret,
                             "--ssh-authorized-keys", keys.public_of(self.identity), option, value)
            self.assertNotIn(done.returncode, (0, -6, -11), option)


class Once(TokenCase):
    def test_a_second_time_is_refused_and_changes_nothing(self):
        state = self.provisioned()
        before = contents(state)
        again = provision(state, "--pgp-secret-key", keys.openpgp("nistp256").secret, "--ssh-authorized-keys",
                          keys.public_of(self.identity), "--name", "Eve")
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("already", again.stderr)
        self.assertEqual(contents(state), before)

    def test_not_while_the_token_runs(self):
        sim = Sim(self.dir / "token")
        self.addCleanup(sim.stop)
        sim.start()
        identity = keys.ssh_identity(self.dir)
        done = provision(sim.state, "--pgp-secret-key", keys.openpgp("ed25519").secret, "--ssh-authorized-keys",
                         keys.public_of(identity))
        self.assertNotEqual(done.returncode, 0)


class Imports(TokenCase):
    """What comes out of the record is what went in."""

    def test_card_holder_and_binary_key(self):
        identity = keys.ssh_identity(self.dir)
        binary = self.dir / "secret.gpg"
        binary.write_bytes(keys.gpg(self.dir, "--dearmor", stdin=keys.openpgp("nistp256").secret.read_bytes()))
        done = provision(self.dir / "token", "--pgp-secret-key", binary, "--ssh-authorized-keys",
                         keys.public_of(identity), "--name", "Bar", "--language", "de", "--sex", "2",
                         "--url", "https://example.org/bar.asc")
        self.assertEqual(done.returncode, 0, done.stderr)
        with vpcd.Reader() as reader, Sim(self.dir / "token", vpcd=reader.port, ssh=None):
            reader.accept()
            reader.select()
            holder, word = reader.apdu("00CA006500")
            self.assertEqual(word, "9000")
            for part in (b"\x5b\x03Bar", b"\x5f\x2d\x02de", b"\x5f\x35\x012"):
                self.assertIn(part, holder)
            self.assertEqual(reader.apdu("00CA5F5000")[0], b"https://example.org/bar.asc")
            data, _ = reader.apdu("00CA00C500")
            expected = keys.openpgp("nistp256")
            self.assertEqual(data.hex()[:120], expected.sig + expected.dec + expected.aut)

    def test_a_key_without_a_passphrase_is_always_unlocked(self):
        made = keys.generate(self.dir / "open", keys.ALGORITHMS["ed25519"], passphrase="")
        identity = keys.ssh_identity(self.dir)
        done = provision(self.dir / "token", "--pgp-secret-key", made.secret, "--ssh-authorized-keys",
                         keys.public_of(identity))
        self.assertEqual(done.returncode, 0, done.stderr)
        with Sim(self.dir / "token") as sim:
            console = Console(self.dir, sim.port, identity)
            self.assertNotIn(True, locked(console.status()).values())
            self.assertEqual(console.run("lock all").returncode, 0)
            self.assertNotIn(True, locked(console.status()).values())

    def test_a_primary_key_left_at_home(self):
        """gpg --export-secret-subkeys writes a dummy for it."""
        source = keys.openpgp("ed25519")
        home = self.dir / "h"
        keys.make_home(home)
        self.addCleanup(keys.kill_agents, home)
        secret = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"]
        word = source.passphrase.encode() + b"\n"
        keys.gpg(home, *secret, "--import", source.secret, stdin=word)
        dummy = self.dir / "dummy.asc"
        dummy.write_bytes(keys.gpg(home, *secret, "--armor", "--export-secret-subkeys", source.primary, stdin=word))
        identity = keys.ssh_identity(self.dir)
        done = provision(self.dir / "token", "--pgp-secret-key", dummy, "--ssh-authorized-keys",
                         keys.public_of(identity))
        self.assertEqual(done.returncode, 0, done.stderr)
        with Sim(self.dir / "token") as sim:
            self.assertEqual(Console(self.dir, sim.port, identity).unlock("all", source.passphrase), 0)

    def test_nothing_secret_is_readable_in_the_state_folder(self):
        state = self.provisioned("rsa2048")
        everything = b"".join(f.read_bytes() for f in state.iterdir())
        self.assertNotIn(b"Bar", everything, "the record is sealed as a whole")


class Snvs(TokenCase):
    def status(self, mode):
        self.token("ed25519", "--snvs", mode)
        return self.console.status()["openpgp"]

    def test_none(self):
        status = self.status("none")
        self.assertEqual((status["initialised"], status["secure_storage"]), (True, False))

    def test_on(self):
        status = self.status("on")
        self.assertEqual((status["initialised"], status["secure_storage"]), (True, True))

    def test_ssh_waits_for_init(self):
        status = self.status("ssh")
        self.assertEqual((status["initialised"], status["secure_storage"]), (False, True))
        self.assertEqual(self.console.status()["leds"], {"blue": "on", "white": "on"})
        self.assertEqual(self.console.run("lock all").returncode, 24)
        self.assertEqual(self.console.run("init").returncode, 0)
        self.assertTrue(self.console.status()["openpgp"]["initialised"])
        self.sim.restart()
        self.assertFalse(self.console.status()["openpgp"]["initialised"])

    def test_ssh_is_initialised_by_the_first_unlock(self):
        self.status("ssh")
        self.assertEqual(self.console.unlock("sig", "correct-horse"), 0)
        status = self.console.status()
        self.assertTrue(status["openpgp"]["initialised"])
        self.assertFalse(locked(status)["sig"])

    def test_ssh_has_no_card_keys_before_init(self):
        with vpcd.Reader() as reader:
            self.token("ed25519", "--snvs", "ssh", vpcd=reader.port)
            reader.accept()
            self.assertEqual(reader.select()[1], "9000")
            self.assertNotEqual(reader.verify(0x81, "correct-horse"), "9000")
            self.assertEqual(self.console.run("init").returncode, 0)
            self.assertEqual(reader.verify(0x81, "correct-horse"), "9000")


if __name__ == "__main__":
    case.main()
