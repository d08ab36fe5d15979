#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What only the bare-metal image has: what it says of itself, its card, the work beside its loop, its network."""

import re
import socket
import subprocess

import paramiko

from gokey import case, ctl, gdb, keys
from gokey.board import IMAGE, Board
from gokey.body import body, provision
from gokey.case import Case
from gokey.console import Console
from gokey.token import TokenCase


PAINT = (0x5AFE57AC).to_bytes(4, "little")  # firmware/soc/imx6ul/background.cpp


class Alone(Case):
    """Without a card, in the factory state."""

    def boot(self, **options):
        self.board = Board(self.dir / "state", card=False, **options)
        self.addCleanup(self.board.stop)
        self.board.start()
        self.console = Console(self.dir, self.board.port, keys.ssh_identity(self.dir))

    def test_the_drivers_do_nothing_that_qemu_complains_of(self):
        self.boot()
        self.assertEqual(self.console.run("build").returncode, 0)
        self.board.stop()
        self.assertEqual(self.board.complaints.read_text(), "")

    def test_it_says_what_it_cannot_be_trusted_with(self):
        self.boot()
        status = self.console.status()
        ctl.validate(status, "token-status")
        self.assertEqual(status["token"]["board"], "mcimx6ul-evk")
        self.assertEqual(status["token"]["secure_boot"], False)
        self.assertEqual(status["openpgp"]["secure_storage"], False)
        said = " ".join(status["token"]["warnings"])
        self.assertIn("random numbers come from a seed for tests", said)
        self.assertIn("device key is one for tests", said)
        self.assertIn("no SD card", said)

    def test_without_a_seed_it_says_that_its_numbers_can_be_guessed(self):
        self.boot(settings=False)
        self.assertIn("can be guessed", " ".join(self.console.status()["token"]["warnings"]))

    def test_a_reboot_gives_other_random_numbers(self):
        self.boot()
        numbers = set()
        for _ in range(3):
            before = self.board.said()
            numbers.add(re.search("[0-9a-f]{64}", self.console.run("rand").stdout.decode())[0])
            self.console.run("reboot")
            self.board.wait_for("^ssh: ready", since=before)
        self.assertEqual(len(numbers), 3)


    def test_a_frame_that_waits_for_the_start_does_not_keep_it_from_starting(self):
        monitor = self.dir / "monitor"
        self.boot(arguments=["-chardev", f"socket,id=monitor,path={monitor},server=on,wait=off",
                             "-mon", "chardev=monitor,mode=readline"])
        self.assertEqual(self.console.run("build").returncode, 0)  # QEMU's network knows the board now
        before = self.board.said()
        with socket.socket(socket.AF_UNIX) as qemu:
            qemu.settimeout(10)
            qemu.connect(str(monitor))
            self.prompt(qemu)
            self.tell(qemu, "stop")
            self.tell(qemu, "system_reset")
            with socket.create_connection(("127.0.0.1", self.board.port), timeout=20) as client:
                self.tell(qemu, "cont")
                self.board.wait_for("^ssh: ready", since=before)
                self.assertEqual(client.recv(4), b"SSH-")

    def tell(self, qemu, command):
        qemu.sendall(command.encode() + b"\n")
        self.prompt(qemu)

    def prompt(self, qemu):
        said = b""
        while not said.endswith(b"(qemu) "):
            said += qemu.recv(4096)


class SmallOrder(paramiko.kex_curve25519.KexCurve25519):
    """A client that sends a point of small order (RFC 7748, 6.1) and bets on a shared secret of zeros."""

    def start_kex(self):
        class Point:
            def public_key(self):
                return self

            def public_bytes(self, *_):
                return bytes(32)

        self.key = Point()
        message = paramiko.Message()
        message.add_byte(bytes([30]))  # SSH_MSG_KEX_ECDH_INIT
        message.add_string(bytes(32))
        self.transport._send_message(message)
        self.transport._expect_packet(31)

    def _perform_exchange(self, peer_key):
        return bytes(32)


@case.require("ssh")
class KeyExchange(Case):
    def test_a_point_of_small_order_gives_no_session(self):
        with Board(self.dir / "state", card=False) as board:
            client = paramiko.Transport(("127.0.0.1", board.port))
            self.addCleanup(client.close)
            client._kex_info = {name: SmallOrder for name in ("curve25519-sha256", "curve25519-sha256@libssh.org")}
            client.get_security_options().kex = ["curve25519-sha256@libssh.org"]
            with self.assertRaisesRegex(paramiko.SSHException, "(?i)signature"):
                client.start_client(timeout=20)
            self.assertEqual(Console(self.dir, board.port, keys.ssh_identity(self.dir)).run("build").returncode, 0)


class Card(TokenCase):
    def test_what_the_simulator_provisioned_is_there_and_survives_power_cuts(self):
        self.token()
        self.assertEqual(self.console.status()["token"]["state"], "provisioned")
        self.assertEqual(self.console.unlock("sig", "wrong"), 22)
        self.sim.restart(kill=True)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 2)
        self.assertEqual(self.console.unlock("sig", "correct-horse"), 0)

    def test_another_device_key_does_not_open_it(self):
        self.token()
        self.sim.stop()
        key = self.sim.state / "device.key"
        good = key.read_bytes()
        key.write_bytes(bytes(32) + good[32:])
        card = (self.sim.state / "card.img").read_bytes()
        self.sim.start()
        stranger = Console(self.dir, self.sim.port, keys.ssh_identity(self.dir, name="stranger"),
                           first=["-o", "UserKnownHostsFile=/dev/null"])
        told = stranger.status()
        self.assertIn("no key can be used: the storage was sealed for another device", told["token"]["warnings"])
        self.assertEqual(told["openpgp"]["keys"], [])
        self.assertNotEqual(stranger.unlock("sig", "correct-horse"), 0)
        self.sim.stop()
        self.assertEqual((self.sim.state / "card.img").read_bytes(), card)
        key.write_bytes(good)
        self.sim.start()
        self.assertEqual(self.console.unlock("sig", "correct-horse"), 0)


class Beside(TokenCase):
    """The vault works beside the loop."""

    def test_the_console_answers_while_a_passphrase_is_being_checked(self):
        home = self.dir / "gpg"
        slow = self.slow_key(home)
        self.identity = keys.ssh_identity(self.dir)
        state = self.dir / "token"
        done = provision(state, "--pgp-secret-key", slow, "--ssh-authorized-keys", keys.public_of(self.identity))
        self.assertEqual(done.returncode, 0, done.stderr)
        with body(state) as board:
            console = Console(self.dir, board.port, self.identity)
            unlock = console.start("unlock all", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            unlock.stdin.write(b"correct-horse\r")
            unlock.stdin.close()
            self.eventually(lambda: console.status()["leds"]["white"] == "on" or unlock.poll() is not None, 20)
            answers = 0
            while unlock.poll() is None:
                self.assertEqual(console.run("rand").returncode, 0)
                answers += unlock.poll() is None
            self.assertEqual(unlock.returncode, 0)
            self.assertGreater(answers, 0)

    def test_the_stacks_have_room(self):
        symbols = gdb.symbols(IMAGE)
        debugger = self.dir / "gdb"
        state = self.provisioned("rsa4096")
        with Board(state, arguments=["-chardev", f"socket,id=gdb,path={debugger},server=on,wait=off",
                                     "-gdb", "chardev:gdb"]) as board:
            console = Console(self.dir, board.port, self.identity)
            self.assertEqual(console.unlock("all", "correct-horse"), 0)
            self.assertEqual(console.run("status").returncode, 0)
            machine = gdb.Machine(debugger)
            for name in ("loop", "background"):
                bottom, top = symbols[f"__{name}_stack"], symbols[f"__{name}_stack_top"]
                stack = machine.memory(bottom, top - bottom)
                unused = 0
                while stack[unused:unused + 4] == PAINT:
                    unused += 4
                self.assertGreater(top - bottom - unused, 0)
                print(f"{name}: {top - bottom - unused} of {top - bottom} bytes", end=" ", flush=True)
                self.assertGreater(unused, (top - bottom) // 2, name)
            machine.resume()

    def slow_key(self, home):
        """A key whose passphrase costs what GnuPG makes it cost."""
        home.mkdir(mode=0o700)
        (home / "gpg-agent.conf").write_text("s2k-count 65011712\nallow-loopback-pinentry\n")
        word = ["--pinentry-mode", "loopback", "--passphrase", "correct-horse"]
        try:
            keys.gpg(home, *word, "--quick-gen-key", keys.USER, "ed25519", "cert,sign", "never")
            fingerprint = keys.fingerprints(home)[0]
            keys.gpg(home, *word, "--quick-add-key", fingerprint, "cv25519", "encr", "never")
            slow = self.dir / "slow.asc"
            slow.write_bytes(keys.gpg(home, *word, "--armor", "--export-secret-keys", fingerprint))
            return slow
        finally:
            keys.kill_agents(home)


if __name__ == "__main__":
    case.main()
