#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The token's network stack with this machine's kernel as its host: ping, DHCP, mDNS and TCP over a TAP interface in a
network namespace of the test's own. Skipped where neither root nor a user namespace may make one."""

import contextlib
import os
import random
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

NAME, SERIAL = "tap0", "AABBCCDD"
TOKEN, HOST, HOST_MAC = "10.0.0.10", "10.0.0.1", "06:47:aa:bb:cc:dd"
TOKEN_IPV6 = f"fe80::47:aaff:febb:ccdd%{NAME}"
PROGRAM = os.path.join(os.environ.get("GOKEY_BIN", "build/bin"), "..", "tests", "token_on_tap")
INSIDE = "GOKEY_TEST_NAMESPACE"


def run(*command, **more):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=60, **more).stdout


def enter_namespace():
    """Starts this file again with a network of its own."""
    unshare = ["unshare", "--net", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    if subprocess.run(unshare + ["true"], stderr=subprocess.DEVNULL).returncode != 0 or not os.path.exists("/dev/net/tun"):
        print("no network namespace or no /dev/net/tun here")
        sys.exit(77)
    os.execvpe("unshare", unshare + [sys.executable] + sys.argv, {**os.environ, INSIDE: "1"})


class OnTap(unittest.TestCase):
    def setUp(self):
        self.token = subprocess.Popen([PROGRAM, NAME, SERIAL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.token.wait, 10)
        self.addCleanup(self.token.stdin.close)
        self.addCleanup(self.token.stdout.close)
        self.addCleanup(lambda: self.assertIsNone(self.token.poll(), "the stack has fallen"))
        self.assertEqual(self.token.stdout.readline(), "ready\n")
        run("ip", "link", "set", "lo", "up")
        run("ip", "link", "set", NAME, "address", HOST_MAC)
        run("ip", "link", "set", NAME, "up")

    def address(self):
        run("ip", "address", "add", HOST + "/24", "dev", NAME)

    def connect(self):
        connection = socket.create_connection((TOKEN, 22), timeout=60)
        self.addCleanup(connection.close)
        return connection

    def echo(self, data):
        connection = self.connect()

        def send():
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        threading.Thread(target=send).start()
        return b"".join(iter(lambda: connection.recv(65536), b""))

    def assert_alive(self):
        self.assertIn(" 0% packet loss", run("ping", "-c2", "-i0.1", "-W30", TOKEN))


class Stack(OnTap):
    def test_ping(self):
        self.address()
        self.assertIn(" 0% packet loss", run("ping", "-c5", "-i0.1", TOKEN))
        self.assertIn(" 0% packet loss", run("ping", "-c2", "-i0.1", "-s1472", "-Mdo", TOKEN))
        deadline = time.monotonic() + 60
        while subprocess.run(["ping", "-c1", "-W1", TOKEN_IPV6], stdout=subprocess.DEVNULL).returncode != 0:
            self.assertLess(time.monotonic(), deadline, "no answer over IPv6")
            time.sleep(0.2)
        self.assertIn("02:47:aa:bb:cc:dd", run("ip", "neighbour", "show", TOKEN))

    def test_tcp_carries_what_it_is_given(self):
        self.address()
        data = random.randbytes(3_000_000)
        self.assertEqual(self.echo(data), data)

    def test_a_reader_that_does_not_read(self):
        self.address()
        deaf = self.connect()
        deaf.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                deaf.send(bytes(65536))
        self.assertEqual(self.echo(b"others are served"), b"others are served")

    def test_resets_and_many_connections(self):
        self.address()
        for _ in range(200):
            connection = self.connect()
            connection.send(b"x" * 1000)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
        together = [self.connect() for _ in range(40)]
        for one in together:
            one.sendall(b"?")
        self.assertEqual([one.recv(1) for one in together], [b"?"] * 40)

    def test_other_ports_are_closed(self):
        self.address()
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection((TOKEN, 80), timeout=5)


class Names(OnTap):
    def test_dhclient(self):
        if not shutil.which("dhclient"):
            self.skipTest("no dhclient here")
        # dhclient's confinement knows these folders alone; they are this namespace's own.
        for place in ("/var/lib/dhcp", "/run"):
            run("mount", "-t", "tmpfs", "none", place)
        leases = "/var/lib/dhcp/dhclient.leases"
        output = run("dhclient", "-1", "-v", "-sf", "/bin/true", "-lf", leases, NAME)
        self.assertIn(f"DHCPACK of {HOST} from {TOKEN}", output)
        with open(leases) as file:
            lease = file.read()
        self.assertIn("option subnet-mask 255.255.255.0;", lease)
        for never in ("routers", "domain-name-servers"):
            self.assertNotIn(never, lease)
        run("dhclient", "-x", "-sf", "/bin/true", "-lf", leases, NAME)

    def test_avahi(self):
        if not shutil.which("avahi-daemon") or not shutil.which("dbus-daemon"):
            self.skipTest("no avahi-daemon here")
        self.address()
        with tempfile.TemporaryDirectory() as folder:
            run("mount", "-t", "tmpfs", "none", "/run")
            os.makedirs("/run/avahi-daemon")
            bus = "unix:path=" + folder + "/bus"
            environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus}
            self.start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + bus)
            self.wait_for(lambda: os.path.exists(folder + "/bus"))
            self.start("avahi-daemon", "--no-chroot", "--no-drop-root", "--no-rlimits", env=environment)
            name = f"gokey-{SERIAL}.local"
            for family, address in (("-4", TOKEN), ("-6", TOKEN_IPV6.split("%")[0])):
                self.wait_for(lambda: address in subprocess.run(
                    ["avahi-resolve", family, "-n", name], env=environment, text=True, stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL).stdout)

    def start(self, *command, **more):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
        self.addCleanup(process.wait, 10)
        self.addCleanup(process.terminate)

    def wait_for(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.1)


class Garbage(OnTap):
    def test_datagrams(self):
        self.address()
        chance = random.Random(1)
        out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(out.close)
        for port in (67, 5353):
            for _ in range(2000):
                out.sendto(chance.randbytes(chance.randrange(600)), (TOKEN, port))
        self.assert_alive()

    def test_frames(self):
        self.address()
        chance = random.Random(2)
        out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
        self.addCleanup(out.close)
        out.bind((NAME, 0))
        mac = bytes.fromhex("0247AABBCCDD")
        for _ in range(3000):
            kind = chance.choice((0x0800, 0x0806, 0x86DD, chance.randrange(65536)))
            version = {0x0800: b"\x45", 0x86DD: b"\x60"}.get(kind, b"")
            out.send(mac + chance.randbytes(6) + struct.pack(">H", kind) + version + chance.randbytes(chance.randrange(200)))
        self.assert_alive()


if __name__ == "__main__":
    if INSIDE not in os.environ:
        enter_namespace()
    unittest.main()
