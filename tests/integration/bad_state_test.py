#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""State folders and ports that are not as they should be: refused with a sentence, and left untouched."""

import hashlib
import os
import shutil
import socket
import subprocess
from pathlib import Path

from gokey import case, keys, vpcd
from gokey.body import body
from gokey.console import Console
from gokey.sim import PROGRAM
from gokey.token import TokenCase

MARKS = "lock"  # holds nothing


def contents(folder):
    """What lies in the folder: name → hash."""
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.iterdir() if f.name != MARKS}


class Refused(TokenCase):
    def attempt(self, state, *arguments):
        """A start that must fail soon; the sentence it gave."""
        done = subprocess.run([PROGRAM, "--state", str(state), *(arguments or ("--ssh", "127.0.0.1:0"))],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        self.assertNotIn(done.returncode, (0, -6, -11), done.stderr)
        self.assertRegex(done.stderr, r"^gokey-sim: .+: .+")
        return done.stderr

    def used(self):
        """A state folder that has seen a failure, so that it has counters."""
        sim = self.token()
        self.assertEqual(self.console.unlock("sig", "wrong"), 22)
        sim.stop()
        return sim.state


class Folder(Refused):
    def test_of_another_version(self):
        state = self.used()
        marker = state / "version"
        marker.write_text(marker.read_text().replace("1", "2"))
        before = contents(state)
        self.assertIn("version", self.attempt(state))
        self.assertIn("version", self.attempt(state, "provision", "--pgp-secret-key", self.keys.secret))
        self.assertEqual(contents(state), before)

    def test_damage_of_any_kind_to_what_stands_for_silicon(self):
        good = self.used()
        for name in contents(good):
            if name not in ("version", "device.key"):
                continue  # below
            for what, damage in DAMAGES.items():
                with self.subTest(file=name, damage=what):
                    state = self.dir / "copy"
                    shutil.copytree(good, state)
                    damage(state / name)
                    before = contents(state)
                    if (name, damage) == ("device.key", flip):
                        self.damaged(state)[0].stop()  # as on another device
                    else:
                        self.attempt(state)
                    self.assertEqual(contents(state), before)
                shutil.rmtree(state)

    def damaged(self, state):
        """A token that says that it cannot open what this folder holds, and changes nothing there."""
        before = contents(state)
        sim = body(state)
        self.addCleanup(sim.stop)
        sim.start()
        folder = self.dir / "anybody"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        console = Console(folder, sim.port, keys.ssh_identity(folder))
        told = console.status()
        self.assertEqual(told["token"]["state"], "damaged", told)
        self.assertTrue(told["token"]["warnings"][0].startswith("no key can be used: "), told)
        self.assertEqual((told["openpgp"]["initialised"], told["openpgp"]["keys"]), (False, []))
        for command in ("unlock all", "lock all", "init", "receipt", "events", "u2f"):
            self.assertEqual(console.run(command, b"correct-horse\r").returncode, 24, command)
        self.assertEqual(contents(state), before)
        return sim, console, told["token"]["serial"]

    def test_damage_of_any_kind_to_record_or_counters(self):
        """Nothing is served but the way out, and nothing is changed."""
        good = self.used()
        for name in ("record", "counters"):
            for what, damage in DAMAGES.items():
                with self.subTest(file=name, damage=what):
                    state = self.dir / "copy"
                    shutil.copytree(good, state)
                    damage(state / name)
                    sim, _, _ = self.damaged(state)
                    sim.stop()
                shutil.rmtree(state)

    def test_a_damaged_token_is_made_new_over_its_console(self):
        state = self.used()
        serial_key = contents(state)["device.key"]
        flip(state / "record")
        sim, console, serial = self.damaged(state)
        self.assertEqual(console.run("factory-reset", b"00000000\r").returncode, 4)
        self.assertEqual(self.reset(console, serial), 0)
        self.eventually(lambda: b'"state":"factory"' in console.run("status --json").stdout)
        sim.stop()
        self.assertEqual(contents(state), {"version": contents(state)["version"], "device.key": serial_key})

    def test_a_damaged_image_is_made_new_over_its_console(self):
        """The board's kind of storage: both copies of every header spoilt."""
        state = self.provisioned("ed25519", "--storage", "image")
        image = state / "flash.img"
        data = bytearray(image.read_bytes())
        for start in range(0, len(data), 512):
            if any(data[start:start + 512]):
                data[start + 300] ^= 1
        image.write_bytes(data)
        sim, console, serial = self.damaged(state)
        self.assertEqual(self.reset(console, serial), 0)
        self.eventually(lambda: b'"state":"factory"' in console.run("status --json").stdout)
        sim.restart()
        self.assertEqual(console.status()["token"]["state"], "factory")

    def reset(self, console, serial):
        """Confirmed as soon as the token asks."""
        waiting = console.start("factory-reset", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)
        waiting.stdin.write(serial.encode() + b"\r")
        waiting.stdin.close()
        self.eventually(lambda: console.run("p").returncode == 0)
        return waiting.wait(60)

    def test_a_classic_token_is_refused_its_damaged_folder(self):
        """The original's console has no way out."""
        state = self.used()
        flip(state / "record")
        before = contents(state)
        self.assertIn("damaged", self.attempt(state, "--dialect", "classic", "--ssh", "127.0.0.1:0"))
        self.assertEqual(contents(state), before)

    def test_a_damaged_folder_is_not_provisioned(self):
        state = self.used()
        flip(state / "record")
        before = contents(state)
        self.assertIn("already", self.attempt(state, "provision", "--pgp-secret-key", self.keys.secret))
        self.assertEqual(contents(state), before)

    def test_a_fido_certificate_that_is_gone_is_said(self):
        pair = case.SOURCE / "tests" / "data" / "u2f"
        good = self.provisioned("ed25519", "--u2f-certificate", pair / "certificate.pem", "--u2f-private-key",
                                pair / "key.pem")
        for harm in (None, Path.unlink, flip):
            with self.subTest(harm=harm and harm.__name__):
                state = self.dir / "copy"
                shutil.copytree(good, state)
                if harm:
                    harm(state / "fido-attestation")
                sim = body(state)
                self.addCleanup(sim.stop)
                sim.start()
                told = Console(self.dir, sim.port, self.identity).status()
                self.assertEqual([w for w in told["token"]["warnings"] if "certificate" in w] != [], harm is not None)
                self.assertEqual(told["fido"]["certificate_sha1"] is None, harm is not None)
                self.assertTrue(told["fido"]["initialised"], told)
                sim.stop()
            shutil.rmtree(state)

    def test_fido_state_that_is_gone_is_said_and_not_made_anew(self):
        """The OpenPGP keys stay of use."""
        good = self.used()
        for name in ("fido", "fido-residents"):
            for harm in (Path.unlink, flip):
                with self.subTest(file=name, harm=harm.__name__):
                    state = self.dir / "copy"
                    shutil.copytree(good, state)
                    harm(state / name)
                    before = contents(state)
                    sim = body(state)
                    self.addCleanup(sim.stop)
                    sim.start()
                    told = Console(self.dir, sim.port, self.identity).status()
                    self.assertTrue(any(w.startswith("no FIDO credential can be used: ")
                                        for w in told["token"]["warnings"]), told)
                    self.assertEqual(told["openpgp"]["initialised"], True)
                    sim.stop()
                    self.assertEqual({n: h for n, h in contents(state).items() if n.startswith("fido")},
                                     {n: h for n, h in before.items() if n.startswith("fido")})
                shutil.rmtree(state)

    def test_counters_that_were_removed_are_missed(self):
        """Without them three tries more would be had for the price of a file."""
        good = self.used()
        for name in sorted(contents(good)):
            if not any(word in name for word in ("count", "retr", "tries")):
                continue
            state = self.dir / "copy"
            shutil.copytree(good, state)
            (state / name).unlink()
            self.damaged(state)
            return
        self.fail("no file of counters")

    def test_a_record_of_another_token(self):
        """Sealed by one device, of no use to another."""
        first = self.used()
        other = self.dir / "other"
        shutil.copytree(first, other)
        secret = other / "device.key"
        secret.write_bytes(os.urandom(secret.stat().st_size))
        self.damaged(other)

    def test_a_folder_with_something_else_in_it(self):
        state = self.dir / "letters"
        state.mkdir()
        (state / "letter.txt").write_text("Dear Bar\n")
        self.attempt(state)
        self.assertEqual([f.name for f in state.iterdir()], ["letter.txt"])

    def test_a_file_where_the_folder_should_be(self):
        state = self.dir / "file"
        state.write_text("text")
        self.attempt(state)
        self.assertEqual(state.read_text(), "text")

    def test_is_for_the_owner_alone(self):
        state = self.used()
        for path in (state, *state.iterdir()):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)


def flip(file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def cut(file):
    file.write_bytes(file.read_bytes()[:file.stat().st_size // 2])


def lengthen(file):
    file.write_bytes(file.read_bytes() + b"x")


def empty(file):
    file.write_bytes(b"")


DAMAGES = {"a flipped bit": flip, "half of it": cut, "a byte too many": lengthen, "nothing in it": empty}


class Ports(Refused):
    def test_in_use(self):
        state = self.provisioned()
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            self.assertIn(str(port), self.attempt(state, "--ssh", f"127.0.0.1:{port}"))

    def test_nonsense(self):
        state = self.provisioned()
        for address in ("127.0.0.1", "127.0.0.1:99999", ":", "127.0.0.1:ssh", "256.1.1.1:22"):
            with self.subTest(address):
                self.attempt(state, "--ssh", address)
                self.attempt(state, "--vpcd", address)

    def test_options_that_do_not_exist(self):
        self.attempt(self.provisioned(), "--frobnicate")
        self.attempt(self.dir / "new", "--dialect", "klingon")

    def test_without_a_reader_the_token_waits_for_one(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        self.token(vpcd=port)
        self.assertEqual(self.console.run("build").returncode, 0)
        late = vpcd.Reader(port)
        self.addCleanup(late.close)
        late.accept()
        self.assertEqual(late.select()[1], "9000")


if __name__ == "__main__":
    case.main()
