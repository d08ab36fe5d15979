#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""gokeyctl presence, confirm and u2f on a running token; a FIDO client of the test's own asks for presence."""

import json
import os
import socket
import struct
import subprocess

from gokey import ctl
from gokey.token import TokenCase

APPLICATION = bytes.fromhex("70617dfed065863af47c15556c91798880828cc407fdf70ae85011569465a075")  # GitHub's


class Reports:
    """CTAPHID over datagrams of 64 bytes (CTAP 2.1, 11.2.4)."""

    def __init__(self, port):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.connect(("127.0.0.1", port))
        self.socket.settimeout(60)
        nonce = os.urandom(8)
        self.send(0xFFFFFFFF, 0x06, nonce)
        answer = self.receive(0xFFFFFFFF)
        assert answer[:8] == nonce
        self.channel = struct.unpack(">I", answer[8:12])[0]

    def send(self, channel, command, data):
        packet = struct.pack(">IBH", channel, 0x80 | command, len(data)) + data[:57]
        self.socket.send(packet.ljust(64, b"\0"))
        rest, sequence = data[57:], 0
        while rest:
            self.socket.send((struct.pack(">IB", channel, sequence) + rest[:59]).ljust(64, b"\0"))
            rest, sequence = rest[59:], sequence + 1

    def receive(self, channel):
        while True:
            packet = self.socket.recv(64)
            if struct.unpack(">I", packet[:4])[0] == channel and packet[4] != 0xBB:
                break
        length = struct.unpack(">H", packet[5:7])[0]
        data = packet[7:]
        while len(data) < length:
            data += self.socket.recv(64)[5:]
        return data[:length]

    def register(self):
        """U2F REGISTER for APPLICATION; the answer must be fetched with answer()."""
        self.send(self.channel, 0x03, bytes.fromhex("00010000000040") + bytes(32) + APPLICATION + b"\0\0")

    def answer(self):
        return self.receive(self.channel)


class Presence(TokenCase):
    def setUp(self):
        super().setUp()
        port = self.free_udp_port()
        self.token("ed25519", arguments=("--fido-udp", f"127.0.0.1:{port}"))
        self.reports_port = port
        self.gokeyctl = self.ctl()
        self.assertEqual(self.gokeyctl.json("presence", "on")[0], 0)

    def free_udp_port(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            return probe.getsockname()[1]

    def reports(self):
        reports = Reports(self.reports_port)
        self.addCleanup(reports.socket.close)
        return reports

    def pending(self):
        code, document = self.gokeyctl.json("presence", "show")
        self.assertEqual(code, 0)
        return document["data"]["pending"]

    def test_nothing_waits(self):
        self.assertIsNone(self.pending())
        for words in (["confirm"], ["presence", "confirm"]):
            code, document = self.gokeyctl.json(*words)
            self.assertEqual((code, document["error"]["code"]), (25, "no-presence-request"))

    def test_who_asks_is_named_and_confirmed(self):
        reports = self.reports()
        pending = self.eventually(lambda: self.asks(reports) and self.pending(), message="no request is shown")
        self.assertEqual((pending["site"], pending["application"]), ("GitHub", APPLICATION.hex()))
        self.eventually(lambda: self.asks(reports) and
                        b"GitHub asks for presence" in self.gokeyctl.run("presence", "show").stdout)
        self.eventually(lambda: self.asks(reports) and self.gokeyctl.json("confirm")[0] == 0)
        reports.register()
        answer = reports.answer()
        self.assertEqual((answer[0], answer[-2:]), (5, b"\x90\x00"))
        self.assertIsNone(self.pending())

    def asks(self, reports):
        """A request of U2F stands for some seconds, and the client asks again: 6985 until presence is there."""
        reports.register()
        self.assertEqual(reports.answer(), b"\x69\x85")
        return True

    def test_watch_says_who_asks(self):
        watch = subprocess.Popen(self.gokeyctl.arguments("--json", "presence", "watch"), env=self.gokeyctl.env,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.addCleanup(watch.stdout.close)
        self.addCleanup(watch.wait)
        self.addCleanup(watch.kill)
        reports = self.reports()
        reports.register()
        line = json.loads(watch.stdout.readline())
        ctl.validate(line, "presence-watch")
        self.assertEqual((line["event"], line["data"]["site"]), ("presence-requested", "GitHub"))
        self.assertEqual(self.gokeyctl.json("confirm")[0], 0)
        line = json.loads(watch.stdout.readline())
        ctl.validate(line, "presence-watch")
        self.assertEqual(line["event"], "presence-confirmed")

    def test_off_is_asked_about_and_then_nobody_is(self):
        code, document = self.gokeyctl.json("presence", "off")
        self.assertEqual((code, document["error"]["code"]), (2, "usage"))
        self.assertEqual(self.gokeyctl.json("presence", "off", "--dry-run")[0], 0)
        self.assertTrue(self.gokeyctl.json("presence", "show")[1]["data"]["presence_test"])
        self.assertEqual(self.gokeyctl.json("--yes", "u2f", "init", "--no-presence-test")[0], 0)
        self.assertFalse(self.gokeyctl.json("u2f", "status")[1]["data"]["fido"]["presence_test"])
        reports = self.reports()
        reports.register()
        self.assertEqual(reports.answer()[0], 5)
        self.assertEqual(self.gokeyctl.json("u2f", "init")[0], 0)
        self.assertTrue(self.gokeyctl.json("u2f", "status")[1]["data"]["fido"]["presence_test"])

    def test_the_fido_side_itself_is_reached_by_usb_only(self):
        for words in (["fido", "info"], ["fido", "credentials"], ["identify"]):
            code, document = self.gokeyctl.json(*words)
            self.assertEqual((code, document["error"]["code"]), (10, "no-token"), words)


if __name__ == "__main__":
    from gokey import case
    case.main()
