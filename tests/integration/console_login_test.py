#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Who gets in: identities, host key, clients of all kinds, crowds at the door."""

import concurrent.futures
import os
import random
import re
import socket
import subprocess
import time

import paramiko

from gokey import case, keys, security_key
from gokey.body import body, provision
from gokey.case import Case
from gokey.console import Console
from gokey.login import logs_in
from gokey.token import TokenCase


@case.require("ssh", "ssh-keyscan")
class Login(TokenCase):
    def setUp(self):
        super().setUp()
        self.identities = {kind: keys.ssh_identity(self.dir, kind, f"user_{kind}") for kind in
                           ("ed25519", "ecdsa", "rsa")}
        self.token(authorized=[keys.public_of(i) for i in self.identities.values()])

    def test_every_authorized_key_logs_in(self):
        for kind, identity in self.identities.items():
            with self.subTest(kind):
                done = Console(self.dir, self.sim.port, identity).run("build")
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_another_key_is_refused(self):
        for kind in ("ed25519", "ecdsa", "rsa"):
            with self.subTest(kind):
                stranger = keys.ssh_identity(self.dir, kind, f"stranger_{kind}")
                done = Console(self.dir, self.sim.port, stranger).run("status")
                self.assertEqual(done.returncode, 255)
                self.assertIn(b"Permission denied (publickey)", done.stderr)

    def test_the_public_key_alone_is_not_enough(self):
        client = paramiko.Transport(("127.0.0.1", self.sim.port))
        self.addCleanup(client.close)
        client.start_client(timeout=60)

        class Impostor(paramiko.Ed25519Key):
            def sign_ssh_data(self, data, algorithm=None):
                message = paramiko.Message()
                message.add_string("ssh-ed25519")
                message.add_string(os.urandom(64))
                return message

        with self.assertRaises(paramiko.AuthenticationException):
            client.auth_publickey("bar", Impostor.from_private_key_file(str(self.identities["ed25519"])))

    def test_passwords_and_no_authentication_are_not_offered(self):
        client = paramiko.Transport(("127.0.0.1", self.sim.port))
        self.addCleanup(client.close)
        client.start_client(timeout=60)
        with self.assertRaises(paramiko.BadAuthenticationType) as refused:
            client.auth_none("bar")
        self.assertEqual(refused.exception.allowed_types, ["publickey"])

    def test_keys_are_exchanged_anew_during_a_session(self):
        rounds = 100
        often = Console(self.dir, self.sim.port, self.identities["ed25519"],
                        first=["-o", "RekeyLimit=1K", "-o", "LogLevel=DEBUG1"])
        done = subprocess.run([*often.command, "bar@127.0.0.1"], input=b"rand\n" * rounds + b"exit\n",
                              capture_output=True, timeout=60)
        self.assertEqual(len(re.findall(rb"^[0-9a-f]{64}\r?$", done.stdout, re.MULTILINE)), rounds)
        self.assertGreater(done.stderr.count(b"SSH2_MSG_NEWKEYS received"), 1)  # the first is the login's

    def test_host_key_is_stable(self):
        before = self.host_keys()
        self.assertEqual(len(before), 1)
        self.sim.restart()
        self.assertEqual(self.host_keys(), before)
        self.sim.restart(kill=True)
        self.assertEqual(self.host_keys(), before)

    def test_status_tells_the_fingerprint_of_the_host_key(self):
        scan = self.dir / "scan"
        scan.write_text("".join(f"host {key}\n" for key in self.host_keys()))
        listed = subprocess.run(["ssh-keygen", "-l", "-f", scan], capture_output=True, text=True, check=True).stdout
        self.assertIn(self.console.status()["token"]["host_key"], listed)

    def host_keys(self):
        found = set()
        for kind in ("ed25519", "ecdsa", "rsa"):  # one after the other: QEMU's network takes one connection at a time
            scan = subprocess.run(["ssh-keyscan", "-t", kind, "-p", str(self.sim.port), "127.0.0.1"],
                                  capture_output=True, text=True, timeout=60).stdout
            found |= {line.split(" ", 1)[1] for line in scan.splitlines() if not line.startswith("#")}
        return sorted(found)

    def test_no_forwarding_no_subsystem(self):
        done = subprocess.run([*self.console.command, "-W", "127.0.0.1:22", "bar@127.0.0.1"], capture_output=True,
                              timeout=60, stdin=subprocess.DEVNULL)
        self.assertNotEqual(done.returncode, 0)
        sftp = subprocess.run([*self.console.command, "-s", "bar@127.0.0.1", "sftp"], capture_output=True,
                              timeout=60, stdin=subprocess.DEVNULL)
        self.assertNotEqual(sftp.returncode, 0)
        self.assertEqual(self.console.run("build").returncode, 0)


class OwnHostKey(TokenCase):
    def test_a_brought_host_key_is_used(self):
        for kind in ("ed25519", "ecdsa"):
            with self.subTest(kind):
                host_key = keys.ssh_identity(self.dir, kind, f"host_{kind}")
                state = self.dir / kind
                login = keys.ssh_identity(self.dir, "ed25519", f"login_{kind}")
                done = provision(state, "--pgp-secret-key", keys.openpgp("ed25519").secret, "--ssh-authorized-keys",
                                 keys.public_of(login), "--ssh-host-key", host_key)
                self.assertEqual(done.returncode, 0, done.stderr)
                with body(state) as sim:
                    known = self.dir / f"known_{kind}"
                    known.write_text(f"[127.0.0.1]:{sim.port} " + keys.public_of(host_key).read_text())
                    strict = ["-o", "StrictHostKeyChecking=yes", "-o", f"UserKnownHostsFile={known}"]
                    console = Console(self.dir, sim.port, login, first=strict)
                    self.assertEqual(console.run("build").returncode, 0)


class FactoryState(Case):
    def test_anybody_gets_in_and_finds_little(self):
        with body(self.dir / "state") as sim:
            console = Console(self.dir, sim.port, keys.ssh_identity(self.dir))
            status = console.status()
            self.assertEqual(status["token"]["state"], "factory")
            self.assertEqual(status["openpgp"]["keys"], [])
            self.assertEqual(console.run("build").returncode, 0)
            self.assertEqual(console.unlock("all", "correct-horse"), 24)


class Paramiko(TokenCase):
    """A client that shares no code with OpenSSH or libssh."""

    def setUp(self):
        super().setUp()
        self.token()
        self.client = paramiko.SSHClient()
        self.addCleanup(self.client.close)
        self.client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
        self.client.connect("127.0.0.1", self.sim.port, "bar", key_filename=str(self.identity), allow_agent=False,
                            look_for_keys=False, timeout=60)

    def run_command(self, command, stdin=b""):
        channel = self.client.get_transport().open_session(timeout=60)
        channel.settimeout(60)
        channel.exec_command(command)
        channel.sendall(stdin)
        output = b""
        while True:
            piece = channel.recv(4096)
            if not piece:
                break
            output += piece
        return channel.recv_exit_status(), output

    def test_commands_on_one_connection(self):
        self.assertEqual(self.run_command("rand")[0], 0)
        self.assertEqual(self.run_command("unlock all", b"correct-horse\r")[0], 0)
        self.assertEqual(self.run_command("unlock sig", b"\r")[0], 4)
        self.assertEqual(self.run_command("lock all")[0], 0)
        self.assertEqual(self.run_command("bogus")[0], 2)
        code, page = self.run_command("status")
        self.assertEqual(code, 0)
        self.assertIn(b"Signature subkey", page)

    def test_shell_without_a_terminal(self):
        channel = self.client.invoke_shell()
        channel.settimeout(60)
        received = b""
        while b"> " not in received[-16:]:
            received += channel.recv(4096)
        channel.sendall(b"rand\r")
        while not re.search(rb"[0-9a-f]{64}", received):
            received += channel.recv(4096)

    def test_a_session_may_take_its_time_reading(self):
        channel = self.client.get_transport().open_session(window_size=64, max_packet_size=64, timeout=60)
        channel.exec_command("help")
        self.eventually(channel.recv_ready)  # its window is full
        self.assertEqual(self.run_command("rand")[0], 0)


class SecurityKeys(TokenCase):
    def setUp(self):
        super().setUp()
        self.owners = [security_key.SecurityKey(kind) for kind in ("ed25519", "ecdsa")]
        lines = []
        for key in self.owners:
            lines.append(self.dir / f"{key.name}.pub")
            lines[-1].write_text(key.authorized_line())
        self.token(authorized=lines)

    def logs_in(self, key):
        return logs_in(self.sim.port, key)

    def test_their_signatures_log_in(self):
        for key in self.owners:
            self.assertTrue(self.logs_in(key), key.name)

    def test_other_signatures_do_not(self):
        wrong = [security_key.SecurityKey(kind) for kind in ("ed25519", "ecdsa")]
        for key in self.owners:
            wrong += [security_key.OtherApplication.of(key), security_key.Impostor.of(key)]
        # libssh leaves a wrong signature without an answer; the grace time for logins ends it.
        with concurrent.futures.ThreadPoolExecutor(len(wrong)) as pool:
            self.assertEqual(list(pool.map(self.logs_in, wrong)), [False] * len(wrong))


@case.require("ssh-audit")
class Audit(TokenCase):
    def test_ssh_audit_finds_only_the_marker_it_does_not_know(self):
        self.token()
        report = subprocess.run(["ssh-audit", "-n", "-p", str(self.sim.port), "127.0.0.1"], capture_output=True,
                                text=True, timeout=60).stdout
        self.assertIn("(kex) ", report)
        complaints = [line for line in report.splitlines() if "[fail]" in line or "[warn]" in line]
        self.assertEqual([line for line in complaints if "kex-strict-s-v00" not in line], [])


class Crowd(TokenCase):
    """64 clients that say nothing and 64 that send rubbish do not keep the owner out."""

    def test_owner_logs_in_all_the_same(self):
        self.token()
        crowd = []
        self.addCleanup(lambda: [s.close() for s in crowd])
        noise = random.Random(7)
        for number in range(128):
            client = socket.create_connection(("127.0.0.1", self.sim.port), timeout=60)
            crowd.append(client)
            if number % 2:
                try:
                    if number % 4 == 1:
                        client.sendall(b"SSH-2.0-rubbish\r\n")
                    client.sendall(noise.randbytes(4096))
                except OSError:
                    pass  # already thrown out, as it should be
        for _ in range(3):
            done = self.console.run("build")
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIsNone(self.sim.process.poll())

    def test_many_sessions_of_the_owner_end_in_a_refusal_not_in_a_fall(self):
        self.token()
        streams = []

        def end():
            for stream in streams:
                stream.kill()
                stream.wait()

        self.addCleanup(end)
        for _ in range(24):
            streams.append(self.console.start("events", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                              stderr=subprocess.DEVNULL))
        time.sleep(1)
        end()
        streams.clear()
        self.eventually(lambda: self.console.run("build").returncode == 0, 60, "the console does not answer any more")


if __name__ == "__main__":
    case.main()
