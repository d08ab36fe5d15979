#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A token becomes somebody's over its console, and nobody's again: gokeyctl provision and factory-reset, and what they
refuse. ssh-keygen verifies the receipts."""

import contextlib
import hashlib
import json
import os
import socket
import struct
import subprocess
import threading
import time
from pathlib import Path

import paramiko
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bad_state_test import contents
from fido_test import Hid, registration
from gokey import case, keys
from gokey.console import Console
from gokey.ctl import Ctl
from gokey.sim import Sim, provision


def form(**fields):
    """What the console's `provision` reads: docs/console-protocol.md."""
    tags = {"key": 1, "users": 2, "name": 3, "url": 6, "now": 10}
    body = b"".join(struct.pack(">BI", tags[name], len(value)) + value
                    for name, value in sorted(fields.items(), key=lambda item: tags[item[0]]))
    return b"GKPV" + struct.pack(">HHI", 1, 0, len(body)) + body


class Factory(case.Case):
    """A token in the factory state, somebody's keys, and gokeyctl."""

    storage = "files"

    def setUp(self):
        super().setUp()
        self.identity = keys.ssh_identity(self.dir)
        self.stranger = keys.ssh_identity(self.dir, name="stranger")
        self.key = keys.openpgp("ed25519")
        self.sim = self.make_token()
        self.addCleanup(self.sim.stop)
        self.sim.start()
        self.ctl = Ctl.on(self.dir, self.sim.port, self.identity)
        self.console = Console(self.dir, self.sim.port, self.stranger)

    def make_token(self):
        return Sim(self.dir / "token", arguments=["--storage", self.storage])

    def arguments(self, *more, key=None):
        return ["provision", "one", "--pgp-secret-key", key or self.key.secret, "--ssh-authorized-keys",
                keys.public_of(self.identity), "--name", "Doe<<John", *more]

    def provision(self, *more, key=None):
        return self.ctl.json(*self.arguments("--yes", *more, key=key))

    def token_status(self, state):
        """The status once the token, which restarts, is in this state."""
        def there():
            code, answer = self.ctl.json("status")
            return answer["data"] if code == 0 and answer["data"]["token"]["state"] == state else None
        return self.eventually(there)

    def trusted(self):
        file = self.dir / "data" / "gokey-manager" / "known-tokens.json"
        return json.loads(file.read_text())["tokens"] if file.exists() else []

    def error(self, answer, code):
        number, document = answer
        self.assertFalse(document["ok"], document)
        self.assertEqual(document["error"]["code"], code, document)
        return document["error"]


class Provision(Factory):
    def test_keys_get_onto_a_token_and_the_receipt_pins_its_host_key(self):
        code, answer = self.provision()
        self.assertEqual(code, 0, answer)
        receipt = answer["data"]["receipt"]
        status = self.token_status("provisioned")
        self.assertEqual(receipt["serial"], status["token"]["serial"])
        self.assertEqual(receipt["host_key"], status["token"]["host_key"])
        self.assertEqual([k["fingerprint"] for k in receipt["keys"]], [self.key.sig, self.key.dec, self.key.aut])
        self.assertEqual([k["fingerprint"] for k in receipt["keys"]],
                         [k["fingerprint"] for k in status["openpgp"]["keys"]])
        self.assertEqual(receipt["primary"], self.key.primary.lower())
        (entry,) = self.trusted()
        self.assertEqual((entry["trust"], entry["fingerprint"], entry["serial"]),
                         ("strict", receipt["host_key"], receipt["serial"]))
        self.assertEqual(self.ctl.unlock("all", self.key.passphrase)[0], 0)
        self.assertEqual(self.console.run("status").returncode, 255, "whose key is not authorised stays out")

        self.verified_by_ssh_keygen(Path(answer["data"]["receipt_file"]).read_text())
        code, again = self.ctl.json("provision", "receipt")
        self.assertEqual(code, 0, again)
        self.assertEqual(again["data"]["receipt"], receipt)

    def verified_by_ssh_keygen(self, text):
        line, signature = text.split("\n", 1)
        scan = subprocess.run(["ssh-keyscan", "-p", str(self.sim.port), "127.0.0.1"], capture_output=True, timeout=60,
                              check=True, text=True).stdout
        (self.dir / "allowed").write_text("token " + scan.split(" ", 1)[1])
        (self.dir / "receipt.sig").write_text(signature)

        def verify(message):
            return subprocess.run(["ssh-keygen", "-Y", "verify", "-n", "gokey-receipt", "-f", self.dir / "allowed",
                                   "-I", "token", "-s", self.dir / "receipt.sig"], input=message, capture_output=True,
                                  timeout=60, text=True).returncode
        self.assertEqual(verify(line + "\n"), 0)
        self.assertNotEqual(verify(line.replace("Doe", "Roe") + "\n"), 0)

    def test_status_says_what_to_do_with_a_new_token(self):
        self.assertIn(b"gokeyctl provision one", self.ctl.run("status").stdout)

    def test_a_dry_run_changes_nothing(self):
        before = contents(self.sim.state)
        code, answer = self.ctl.json(*self.arguments("--dry-run"))
        self.assertEqual((code, answer["data"]["outcome"]), (0, "would-provision"))
        self.assertEqual(contents(self.sim.state), before)
        self.assertEqual(self.trusted(), [])

    def test_nothing_is_done_without_consent(self):
        self.error(self.ctl.json(*self.arguments()), "usage")
        self.assertEqual(self.console.status()["token"]["state"], "factory")

    def test_a_provisioned_token_refuses(self):
        self.assertEqual(self.provision()[0], 0)
        self.token_status("provisioned")
        before = contents(self.sim.state)
        error = self.error(self.provision(key=keys.openpgp("nistp256").secret), "wrong-mode")
        self.assertEqual(error["details"]["reason"], "already-provisioned")
        owner = Console(self.dir, self.sim.port, self.identity)
        self.assertEqual(owner.run("provision", form(users=b"x")).returncode, 15)
        self.assertEqual(contents(self.sim.state), before)

    def test_a_file_that_cannot_be_used_is_named_with_the_cause(self):
        before = contents(self.sim.state)
        cut = self.dir / "cut"
        cut.write_bytes(self.key.secret.read_bytes()[:-200])
        text = self.dir / "text"
        text.write_text("no key\n")
        huge = self.dir / "huge"
        huge.write_bytes(b"-----BEGIN PGP PRIVATE KEY BLOCK-----\n" * 10000)
        for file, words in ((cut, "key file"), (text, "key file"), (huge, "larger"),
                            (self.key.public, "key file"), (self.dir / "none", "none"), (self.dir, ""),
                            (keys.openpgp("secp256k1").secret, "secp256k1")):
            with self.subTest(str(file)):
                code, answer = self.provision(key=file)
                self.assertIn(code, (1, 2), answer)
                self.assertIn(words, answer["error"]["message"])
        self.assertIn("39", self.error(self.provision("--name", "x" * 40), "usage")["message"])
        code, answer = self.ctl.json("provision", "one", "--pgp-secret-key", self.key.secret, "--yes")
        self.assertEqual(code, 2, answer)
        code, answer = self.ctl.json("provision", "one", "--ssh-authorized-keys", self.key.public, "--yes")
        self.assertEqual(code, 2, answer)
        self.assertEqual(contents(self.sim.state), before)
        self.assertEqual(self.trusted(), [], "no receipt, no pin")

    def test_a_classic_token_is_refused(self):
        self.sim.stop()
        with Sim(self.dir / "old", dialect="classic") as old:
            ctl = Ctl.on(self.dir, old.port, self.identity)
            for command in (self.arguments("--yes"), ["factory-reset", "--yes"], ["provision", "receipt"]):
                code, answer = ctl.json(*command)
                self.assertEqual((code, answer["error"]["code"]), (50, "unsupported"), answer)

    def test_another_host_key_than_the_known_one_gets_nothing(self):
        self.assertEqual(self.provision()[0], 0)
        self.token_status("provisioned")
        self.sim.stop()
        with Sim(self.dir / "other", ssh=f"127.0.0.1:{self.sim.port}") as other:
            self.error(self.provision(), "host-key")
            folder = self.dir / "fresh"
            folder.mkdir()
            self.assertEqual(Console(folder, other.port, self.stranger).status()["token"]["state"], "factory")


PAIR = case.SOURCE / "tests" / "data" / "u2f"
CERTIFICATE = PAIR / "certificate.pem"


class Certificate(Factory):
    """The certificate that attests FIDO registrations, and its key."""

    def make_token(self):
        return Sim(self.dir / "token", arguments=["--fido-udp", "127.0.0.1:0"])

    def attempt(self, certificate, key, *more):
        return self.provision("--u2f-certificate", certificate, "--u2f-private-key", key, *more)

    def registered(self):
        """What a U2F registration answers, taken apart: public key, handle, certificate, signature."""
        hid = Hid(int(self.sim.ready["fido_udp"].rsplit(":", 1)[1]))
        self.addCleanup(hid.socket.close)
        answer = hid.message(registration())
        self.assertEqual(answer[-2:].hex(), "9000")
        key, handle = answer[1:66], answer[67:67 + answer[66]]
        rest = answer[67 + answer[66]:-2]
        size = 4 + int.from_bytes(rest[2:4], "big")
        self.assertEqual(rest[:2].hex(), "3082")
        return key, handle, rest[:size], rest[size:]

    def test_a_registration_shows_it_and_is_signed_by_its_key(self):
        code, answer = self.attempt(CERTIFICATE, PAIR / "key.pem")
        self.assertEqual(code, 0, answer)
        status = self.token_status("provisioned")
        der = (PAIR / "certificate.der").read_bytes()
        self.assertEqual(answer["data"]["receipt"]["u2f_certificate"], hashlib.sha256(der).hexdigest())
        self.assertEqual(status["fido"]["certificate_sha1"], hashlib.sha1(der).hexdigest())
        self.assertEqual(Console(self.dir, self.sim.port, self.identity).run("u2f !test").returncode, 0)

        key, handle, certificate, signature = self.registered()
        self.assertEqual(certificate, der)
        (self.dir / "signature").write_bytes(signature)
        public = self.dir / "public.pem"
        subprocess.run(["openssl", "x509", "-in", CERTIFICATE, "-noout", "-pubkey", "-out", public], check=True,
                       timeout=60)
        signed = b"\0" + b"a" * 32 + b"c" * 32 + handle + key
        verified = subprocess.run(["openssl", "dgst", "-sha256", "-verify", public, "-signature",
                                   self.dir / "signature"], input=signed, capture_output=True, timeout=60)
        self.assertEqual(verified.returncode, 0, verified.stdout)

        code, again = self.ctl.json("provision", "receipt")
        self.assertEqual((code, again["data"]["receipt"]), (0, answer["data"]["receipt"]))

    def test_without_one_the_receipt_says_so(self):
        code, answer = self.provision()
        self.assertEqual((code, answer["data"]["receipt"]["u2f_certificate"]), (0, None))
        self.assertIsNone(self.token_status("provisioned")["fido"]["certificate_sha1"])

    def test_a_pair_that_cannot_be_used_is_named_with_the_cause_and_the_next_step(self):
        before = contents(self.sim.state)
        for certificate, key, reason in (
                ("other-certificate.pem", "key.pem", "certificate-mismatch"),
                ("p384-certificate.pem", "p384.pem", "bad-private-key"),
                ("rsa-certificate.pem", "rsa-old.pem", "bad-private-key"),
                ("certificate.pem", "key-passphrase.pem", "encrypted-private-key"),
                ("key.pem", "certificate.pem", "bad-certificate")):
            with self.subTest(reason, certificate=certificate):
                error = self.error(self.attempt(PAIR / certificate, PAIR / key), "usage")
                self.assertEqual(error["details"]["reason"], reason)
                self.assertIn("U2F", error["message"])
                self.assertTrue(error["hint"])
                done = provision(self.dir / "short-cut", "--ssh-authorized-keys", keys.public_of(self.identity),
                                 "--u2f-certificate", PAIR / certificate, "--u2f-private-key", PAIR / key)
                self.assertEqual(done.returncode, 1, "gokey-sim provision looks as closely")
        self.error(self.attempt(self.dir / "none", PAIR / "key.pem"), "failed")
        for option in (("--u2f-certificate", CERTIFICATE), ("--u2f-private-key", PAIR / "key.pem")):
            self.assertIn("go together", self.error(self.provision(*option), "usage")["message"])
        self.assertEqual(contents(self.sim.state), before)
        self.assertEqual(self.trusted(), [])

    def test_the_key_may_come_from_a_pipe(self):
        read_end, write_end = os.pipe()
        os.write(write_end, (PAIR / "key.pem").read_bytes())
        os.close(write_end)
        self.addCleanup(os.close, read_end)
        command = self.ctl.arguments("--json", "--no-input", *self.arguments(
            "--yes", "--u2f-certificate", CERTIFICATE, "--u2f-private-key", f"/dev/fd/{read_end}"))
        done = subprocess.run(command, env=self.ctl.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                              pass_fds=[read_end])
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


class Refusals(Factory):
    """What a person reads when it does not work."""

    def refused(self, *arguments, code="usage"):
        error = self.error(self.ctl.json("provision", "one", "--yes", *map(str, arguments)), code)
        self.assertEqual(self.console.status()["token"]["state"], "factory")
        return error

    def test_a_key_that_no_token_takes_is_named_with_the_next_step(self):
        users = ("--ssh-authorized-keys", keys.public_of(self.identity))
        made = case.SOURCE / "tests" / "data" / "keys"
        for file, words in (("rsa1024.asc", "rsa1024 is not supported"), ("secp256k1.asc", "secp256k1 is not supp"),
                            ("elgamal.asc", "elgamal is not supported"), ("cert-only.asc", "none of its keys is of use"),
                            ("old-protection/cast5.gpg", "CAST5 is not supported"),
                            ("old-protection/divert.gpg", "on a card"), ("public-only.asc", "no secret key")):
            with self.subTest(file):
                error = self.refused("--pgp-secret-key", made / file, *users)
                self.assertIn(words, error["message"])
                self.assertTrue(error["hint"])

    def test_an_expired_and_a_revoked_key(self):
        users = ("--ssh-authorized-keys", keys.public_of(self.identity))
        home = self.dir / "h"
        keys.make_home(home)
        self.addCleanup(keys.kill_agents, home)
        secret = ["--pinentry-mode", "loopback", "--passphrase", "word"]
        old = ["--faked-system-time", "20240101T000000", *secret]
        keys.gpg(home, *old, "--quick-gen-key", "old@example.org", "ed25519", "default", "10d")
        keys.gpg(home, *secret, "--quick-gen-key", "gone@example.org", "ed25519", "default", "never")
        listing = keys.gpg(home, "--list-keys", "--with-colons", "gone@example.org").decode().splitlines()
        gone = next(line.split(":")[9] for line in listing if line.startswith("fpr:"))
        revocation = home / "openpgp-revocs.d" / f"{gone}.rev"
        revocation.write_text(revocation.read_text().replace(":-----BEGIN", "-----BEGIN"))
        keys.gpg(home, "--import", revocation)
        for user, word in (("old@example.org", "expired"), ("gone@example.org", "revoked")):
            with self.subTest(word):
                file = self.dir / f"{word}.asc"
                file.write_bytes(keys.gpg(home, *secret, "--armor", "--export-secret-keys", user))
                self.assertIn(f"primary key is {word}", self.refused("--pgp-secret-key", file, *users)["message"])

    @staticmethod
    def rsa_1024():
        public = rsa.generate_private_key(65537, 1024).public_key()
        return public.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode() + "\n"

    def test_authorised_keys_that_nobody_could_log_in_with(self):
        public = keys.public_of(self.identity).read_text()
        for name, text, words in (("options", 'command="true" ' + public, "line 1 has options"),
                                  ("second", public + "ssh-ed25519 AAAA\n", "line 2 is not a whole key"),
                                  ("cut off", public.split()[0] + " " + public.split()[1][:-4], "line 1 is not a whole"),
                                  ("small", public + self.rsa_1024(), "line 2 has options, or a key of a kind or size"),
                                  ("nobody", "# nobody\n\n", "nobody could log in"),
                                  ("nothing", "", "nobody could log in"),
                                  ("private", self.identity.read_text(), "this is a private key")):
            with self.subTest(name):
                file = self.dir / name
                file.write_text(text)
                error = self.refused("--ssh-authorized-keys", file)
                self.assertIn(words, error["message"])
                self.assertTrue(error["hint"])

    def test_a_key_without_a_passphrase_is_said_before_it_is_sent(self):
        made = case.SOURCE / "tests" / "data" / "keys"
        said = "without a passphrase: whoever holds the token"
        for file, open_key in (("unprotected.asc", True), ("ed25519.asc", False)):
            done = self.ctl.run("provision", "one", "--dry-run", "--pgp-secret-key", made / file,
                                "--ssh-authorized-keys", keys.public_of(self.identity))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(said in done.stdout.decode(), open_key, done.stdout)

    def test_a_connection_that_dies_amid_the_record_leaves_a_new_token(self):
        users = self.dir / "many"
        users.write_text(keys.public_of(self.identity).read_text() + "# nothing\n" * 6000)
        cable = Cable(self.sim.port, 40000)
        self.addCleanup(cable.listener.close)
        broken = Ctl.on(self.dir, cable.port, self.identity)
        error = self.error(broken.json("provision", "one", "--yes", "--pgp-secret-key", self.key.secret,
                                       "--ssh-authorized-keys", users), "timeout")
        self.assertTrue(cable.cut.is_set())
        self.assertIn("gokeyctl status", error["hint"])
        self.assertNotIn("strict", [each["trust"] for each in self.trusted()], "no receipt, no pin for good")
        self.assertEqual(self.console.status()["token"]["state"], "factory")
        whole = ("provision", "one", "--yes", "--pgp-secret-key", self.key.secret, "--ssh-authorized-keys", users)
        self.eventually(lambda: self.ctl.json(*whole)[0] == 0)  # until the broken session has made room


class Cable:
    """A way to a TCP server that breaks once so many bytes have gone there."""

    def __init__(self, behind, most):
        self.behind, self.most = behind, most
        self.cut = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.behind))
            threading.Thread(target=self.carry, args=(client, server, self.most), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, client, None), daemon=True).start()

    def carry(self, source, target, left):
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                if left is not None and len(data) >= left:
                    self.cut.set()
                    break
                left = left and left - len(data)
                target.sendall(data)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        source.close()


class ProvisionOnFlash(Provision):
    storage = "image"


class Interrupted(Factory):
    """Whoever leaves, whenever: a token in the factory state, or a whole one."""

    def whole(self):
        return form(key=self.key.secret.read_bytes(), users=keys.public_of(self.identity).read_bytes())

    def upload(self, data, console=None):
        """A client that has sent this and goes on to wait."""
        client = (console or self.console).start("provision", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                                 stderr=subprocess.DEVNULL)
        self.addCleanup(client.stdin.close)
        client.stdin.write(data)
        client.stdin.flush()
        return client

    def test_an_upload_cut_short_changes_nothing(self):
        whole = self.whole()
        before = contents(self.sim.state)
        for size in (0, 1, 11, 12, 13, len(whole) // 2, len(whole) - 1):
            done = self.console.run("provision", whole[:size])
            self.assertEqual(done.returncode, 4, (size, done.stderr))
        self.assertEqual(self.console.run("provision", whole + b"x").returncode, 2)
        self.assertEqual(self.console.run("provision", os.urandom(4000)).returncode, 2)
        self.assertEqual(contents(self.sim.state), before)
        self.assertEqual(self.console.run("provision", whole).returncode, 0)

    def test_one_client_at_a_time_and_one_that_leaves_makes_room(self):
        whole = self.whole()
        first = paramiko.Transport(("127.0.0.1", self.sim.port))
        self.addCleanup(first.close)
        first.start_client(timeout=60)
        first.auth_publickey("op", paramiko.Ed25519Key.from_private_key_file(str(self.stranger)))
        channel = first.open_session(timeout=60)
        channel.exec_command("provision")  # returns once the token has begun to read
        channel.sendall(whole[:100])
        self.assertEqual(self.console.run("provision", whole).returncode, 13)
        self.assertEqual(self.console.status()["token"]["state"], "factory")
        first.close()
        self.eventually(lambda: self.console.run("provision", whole).returncode == 0)
        self.token_status("provisioned")

    def test_two_that_finish_at_once_one_receipt(self):
        whole = self.whole()
        done = []
        both = [threading.Thread(target=lambda: done.append(self.console.run("provision", whole).returncode))
                for _ in range(4)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        self.assertEqual(done.count(0), 1, done)
        self.token_status("provisioned")

    def test_the_client_dies_after_the_last_byte(self):
        whole = self.whole()
        client = self.upload(whole)
        client.kill()
        client.wait()
        owner = Console(self.dir, self.sim.port, self.identity)

        def whole_in_the_end():
            status = owner.run("status --json")
            if status.returncode == 0 and json.loads(status.stdout)["token"]["state"] == "provisioned":
                return True
            self.console.run("provision", whole)  # in case the last byte had not left
            return False
        self.eventually(whole_in_the_end)
        self.assertEqual(owner.unlock("all", self.key.passphrase), 0)

    def test_the_token_is_killed_at_any_moment(self):
        whole = self.whole()
        for moment in range(6):
            with self.subTest(moment):
                folder = self.dir / str(moment)
                folder.mkdir()
                sim = Sim(folder / "token", arguments=["--storage", "image"]).start()
                self.addCleanup(sim.stop)
                client = self.upload(whole, Console(folder, sim.port, self.stranger))
                time.sleep(moment * 0.03)  # no moment is waited for: each must do
                sim.restart(kill=True)
                client.kill()
                client.wait()
                console = Console(folder, sim.port, self.identity)
                if console.status()["token"]["state"] == "factory":
                    self.assertEqual(console.run("provision", whole).returncode, 0)
                else:
                    self.assertEqual(console.unlock("all", self.key.passphrase), 0)
                sim.stop()


class Reset(Factory):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.provision()[0], 0)
        self.serial = self.token_status("provisioned")["token"]["serial"]
        self.owner = Console(self.dir, self.sim.port, self.identity)

    def confirm(self):
        """As soon as the token asks."""
        self.eventually(lambda: self.owner.run("p").returncode == 0)

    def reset(self, command):
        done = []
        thread = threading.Thread(target=lambda: done.append(command()))
        thread.start()
        self.confirm()
        thread.join()
        return done[0]

    def test_by_gokeyctl_and_the_next_owner(self):
        code, answer = self.reset(lambda: self.ctl.json("factory-reset", "--yes"))
        self.assertEqual(code, 0, answer)
        self.token_status("factory")
        self.assertEqual(sorted(contents(self.sim.state)), ["device.key", "version"])
        code, answer = self.provision(key=keys.openpgp("nistp256").secret)
        self.assertEqual(code, 0, answer)
        key = keys.openpgp("nistp256")
        status = self.token_status("provisioned")
        self.assertEqual([each["fingerprint"] for each in status["openpgp"]["keys"]], [key.sig, key.dec, key.aut])
        self.assertEqual(self.ctl.unlock("sig", key.passphrase)[0], 0)

    def test_by_the_console(self):
        done = self.reset(lambda: self.owner.run("factory-reset", self.serial.lower().encode() + b"\n"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.token_status("factory")["openpgp"]["keys"], [])

    def test_at_a_terminal_the_serial_is_typed_and_enter_pressed(self):
        with self.ctl.terminal("factory-reset") as terminal:
            terminal.expect(f"Type {self.serial} to go on")
            terminal.send(self.serial + "\r")
            terminal.expect("Press Enter")
            terminal.send("\r")
            terminal.expect("all keys are destroyed")
        self.token_status("factory")

    def test_not_without_the_serial(self):
        before = contents(self.sim.state)
        for typed in (b"", b"\n", b"yes\n", self.serial[:7].encode() + b"\n"):
            self.assertEqual(self.owner.run("factory-reset", typed).returncode, 4, typed)
        self.error(self.ctl.json("factory-reset"), "usage")
        self.assertEqual(contents(self.sim.state), before)

    def test_a_dry_run_changes_nothing(self):
        before = contents(self.sim.state)
        code, answer = self.ctl.json("factory-reset", "--dry-run")
        self.assertEqual((code, answer["data"]["outcome"]), (0, "would-reset"))
        self.assertEqual(contents(self.sim.state), before)

    def test_a_token_in_the_factory_state_has_nothing_to_reset(self):
        self.assertEqual(self.reset(lambda: self.ctl.json("factory-reset", "--yes"))[0], 0)
        self.token_status("factory")
        self.error(self.ctl.json("factory-reset", "--yes"), "wrong-mode")


if __name__ == "__main__":
    case.main()
