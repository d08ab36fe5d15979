#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What only the bare-metal image has: what it says of itself, its card, the work beside its loop, its network."""

import math
import os
import random
import re
import socket
import struct
import subprocess

import paramiko
from cryptography.hazmat.primitives.asymmetric import rsa

from gokey import case, ctl, gdb, keys
from gokey.board import IMAGE, Board
from gokey.case import Case
from gokey.console import Console
from gokey.login import logs_in
from gokey.token import TokenCase


PAINT = (0x5AFE57AC).to_bytes(4, "little")  # firmware/soc/imx6ul/stacks.cpp


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


    def test_a_client_may_come_again_from_the_same_port(self):
        self.boot()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            here = probe.getsockname()
        for _ in range(2):  # the token hangs up, and keeps the end of the first connection in mind
            with socket.socket() as client:
                client.settimeout(60)
                client.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                client.bind(here)
                client.connect(("127.0.0.1", self.board.port))
                self.assertEqual(client.recv(4, socket.MSG_WAITALL), b"SSH-")
                client.sendall(b"rubbish\r\n" * 100)
                try:
                    while client.recv(4096):
                        pass
                except ConnectionResetError:
                    pass

    def test_a_frame_that_waits_for_the_start_does_not_keep_it_from_starting(self):
        monitor = self.dir / "monitor"
        self.boot(arguments=["-chardev", f"socket,id=monitor,path={monitor},server=on,wait=off",
                             "-mon", "chardev=monitor,mode=readline"])
        self.assertEqual(self.console.run("build").returncode, 0)  # QEMU's network knows the board now
        before = self.board.said()
        with socket.socket(socket.AF_UNIX) as qemu:
            qemu.settimeout(60)
            qemu.connect(str(monitor))
            self.prompt(qemu)
            self.tell(qemu, "stop")
            self.tell(qemu, "system_reset")
            with socket.create_connection(("127.0.0.1", self.board.port), timeout=60) as client:
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


class Wire(Case):
    """The Ethernet controller with nothing of another network stack between it and the test."""

    HOST, TOKEN = bytes([10, 0, 0, 1]), bytes([10, 0, 0, 10])
    HOST_MAC, BROADCAST = bytes.fromhex("064700000000"), b"\xff" * 6

    def setUp(self):
        super().setUp()
        path = self.dir / "wire"
        self.board = Board(self.dir / "state", card=False, wire=path)
        self.addCleanup(self.board.stop)
        self.board.start()
        self.wire = socket.socket(socket.AF_UNIX)
        self.addCleanup(self.wire.close)
        self.wire.settimeout(60)
        self.wire.connect(str(path))
        self.received = b""
        self.seen = []

    def send(self, frame):
        self.wire.sendall(struct.pack("!I", len(frame)) + frame)

    def expect(self, wanted):
        """The first frame for which wanted() is true."""
        while True:
            while len(self.received) < 4 or len(self.received) < 4 + struct.unpack("!I", self.received[:4])[0]:
                self.received += self.wire.recv(65536)
            size = struct.unpack("!I", self.received[:4])[0]
            frame, self.received = self.received[4:4 + size], self.received[4 + size:]
            self.seen.append(frame)
            if wanted(frame):
                return frame

    def resolve(self):
        arp = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + self.HOST_MAC + self.HOST + bytes(6) + self.TOKEN
        self.send((self.BROADCAST + self.HOST_MAC + b"\x08\x06" + arp).ljust(60, b"\0"))
        answer = self.expect(lambda f: f[12:14] == b"\x08\x06" and f[20:22] == b"\0\x02")
        self.assertEqual(answer[28:32], self.TOKEN)
        return answer[22:28]

    def ping(self, mac, number, payload):
        def checksum(data):
            total = sum(struct.unpack(f"!{len(data) // 2}H", data))
            total = (total & 0xFFFF) + (total >> 16)
            return struct.pack("!H", ~(total + (total >> 16)) & 0xFFFF)

        payload += b"\0" * (len(payload) % 2)
        icmp = struct.pack("!BBHHH", 8, 0, 0, 77, number) + payload
        icmp = icmp[:2] + checksum(icmp) + icmp[4:]
        ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(icmp), number, 0, 64, 1, 0) + self.HOST + self.TOKEN
        ip = ip[:10] + checksum(ip) + ip[12:]
        self.send((mac + self.HOST_MAC + b"\x08\0" + ip + icmp).ljust(60, b"\0"))
        answer = self.expect(lambda f: f[12:14] == b"\x08\0" and f[23] == 1 and f[34] == 0 and
                             f[38:42] == icmp[4:8])
        self.assertEqual(answer[:12], self.HOST_MAC + mac)
        self.assertEqual(answer[42:42 + len(payload)], payload)

    def test_it_answers_pings_of_all_sizes(self):
        mac = self.resolve()
        for number, size in enumerate((0, 1, 17, 18, 19, 56, 512, 1471, 1472)):
            self.ping(mac, number, os.urandom(size))

    def test_every_descriptor_of_the_rings_is_used(self):
        mac = self.resolve()
        for number in range(300):  # there are 64 and 32
            self.ping(mac, number, struct.pack("!H", number) * 20)

    def test_the_end_of_a_frame_that_is_too_long_is_no_frame(self):
        mac = self.resolve()
        self.seen.clear()
        arp = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + self.HOST_MAC + self.HOST + bytes(6) + self.TOKEN
        inner = (mac + self.HOST_MAC + b"\x08\x06" + arp).ljust(60, b"\0")
        self.send(mac + self.HOST_MAC + b"\x88\xb5" + bytes(1536 - 14) + inner)  # a buffer has 1536 bytes
        self.ping(mac, 5, b"after")
        self.assertNotIn(b"\x08\x06", [frame[12:14] for frame in self.seen])

    def test_rubbish_does_it_no_harm(self):
        mac = self.resolve()
        noise = random.Random(5)
        for number in range(1500):
            frame = noise.randbytes(noise.choice((1, 13, 14, 15, 60, 64, 590, 1514, 1515, 1518, 1522, 1600, 4000)))
            if number % 2:  # for it, of a kind that it looks into
                frame = mac + self.HOST_MAC + noise.choice((b"\x08\0", b"\x08\x06", b"\x86\xdd")) + frame
            self.send(frame)
        self.ping(self.resolve(), 9, b"still there")
        self.board.stop()
        # QEMU says so where it had no room for a frame.
        self.assertEqual([line for line in self.board.complaints.read_text().splitlines()
                          if "imx_fec_receive: " not in line], [])
        self.assertNotIn("crash", " ".join(self.board.lines()))


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
                client.start_client(timeout=60)
            self.assertEqual(Console(self.dir, board.port, keys.ssh_identity(self.dir)).run("build").returncode, 0)


@case.require("ssh")
class RsaKeys(Case):
    """Anybody may offer a key: what its check costs must have a limit, or one packet holds the loop until the watchdog bites."""

    @staticmethod
    def key(exponent):
        """A valid key of 2048 bits with this exponent, a prime."""
        while True:
            made = rsa.generate_private_key(65537, 2048).private_numbers()
            order = (made.p - 1) * (made.q - 1)
            if math.gcd(exponent, order) == 1:
                break
        private = pow(exponent, -1, order)
        numbers = rsa.RSAPrivateNumbers(made.p, made.q, private, rsa.rsa_crt_dmp1(private, made.p),
                                        rsa.rsa_crt_dmq1(private, made.q), made.iqmp,
                                        rsa.RSAPublicNumbers(exponent, made.p * made.q))
        return paramiko.RSAKey(key=numbers.private_key())

    def test_exponents_have_a_limit(self):
        with Board(self.dir / "state", card=False) as board:
            for exponent, taken in ((3, True), (65537, True), (2**32 - 5, True), (2**32 + 15, False),
                                    (2**1279 - 1, False)):
                with self.subTest(bits=exponent.bit_length()):
                    self.assertEqual(logs_in(board.port, self.key(exponent)), taken)
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
        debugger = self.dir / "gdb"
        state = self.provisioned()
        with Board(state, arguments=["-chardev", f"socket,id=gdb,path={debugger},server=on,wait=off",
                                     "-gdb", "chardev:gdb"]) as board:
            console = Console(self.dir, board.port, self.identity)
            with gdb.held(debugger, IMAGE, "_ZN5gokey6crypto10derive_keyE"):
                unlock = console.start("unlock sig", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
                self.addCleanup(unlock.kill)
                unlock.stdin.write(b"correct-horse\r")
                unlock.stdin.close()
                self.eventually(lambda: console.status()["leds"]["white"] == "on", 60, "the vault does not begin")
                self.assertEqual(console.run("rand").returncode, 0)
                self.assertEqual(console.status()["leds"]["white"], "on")
                self.assertIsNone(unlock.poll())
            self.assertEqual(unlock.wait(60), 0)
            self.assertEqual(console.status()["leds"]["white"], "off")

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
            for name, stack, offset in (("loop", "stack", 0), ("vault", "stack", gdb.VAULT_OFFSET),
                                        ("kernel", "kernel_stack", 0)):
                bottom, top = symbols[f"__{stack}"], symbols[f"__{stack}_top"]
                found = machine.physical(bottom + offset, top - bottom)
                unused = 0
                while found[unused:unused + 4] == PAINT:
                    unused += 4
                self.assertGreater(top - bottom - unused, 0)
                print(f"{name}: {top - bottom - unused} of {top - bottom} bytes", end=" ", flush=True)
                self.assertGreater(unused, (top - bottom) // 2, name)
            machine.resume()


if __name__ == "__main__":
    case.main()
