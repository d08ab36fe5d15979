# SPDX-License-Identifier: Apache-2.0
"""Presence: asked for, confirmed, left to time out; how soon the person is told, and who asks."""

import json
import os
import socket
import statistics
import struct
import time

from gokey_guest.case import GuestCase
from gokey_guest.fido import PARAMETERS, RP, FidoKey
from gokey_guest.token import Person


class Presence(GuestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        owner = cls.for_all()
        token = owner.plugged()
        cls.key = FidoKey(owner, token)
        token.address()
        owner.addCleanup(token.release)
        owner.guest.put("/root/id", token.identity.read_bytes())
        owner.guest.put("/tmp/cred.in", f"{PARAMETERS}\n{RP}\nbar\ndXNlcg==\n")
        cls.make = f"fido2-cred -M -i /tmp/cred.in {token.seen.hidraw} es256"
        cls.gokeyctl = f"gokeyctl --no-input --trust-new -i /root/id -d {token.serial}"
        owner.sh(f"{cls.gokeyctl} status")

    def test_confirmed_late_but_in_time(self):
        with Person(self.key.token, delay=8) as person:
            start = time.monotonic()
            self.sh(self.make)
            self.assertGreater(time.monotonic() - start, 8)
            self.assertEqual(len(person.named("presence-requested")), 1)
            self.assertEqual(len(person.named("presence-confirmed")), 1)
            self.assertIn(RP, json.dumps(person.named("presence-requested")))

    def test_left_to_time_out(self):
        with Person(self.key.token, delay=None) as person:
            start = time.monotonic()
            said = self.fails(self.make, seconds=180)
            self.assertGreater(time.monotonic() - start, 25)
            self.assertIn("FIDO_ERR", said)
            self.assertEqual(len(person.named("presence-timeout")), 1)
        with Person(self.key.token):
            self.sh(self.make)

    def test_a_client_that_dies_without_a_word_blocks_others_until_its_time_is_over(self):
        """It sent no CANCEL, so its request stands and others hear ERR_CHANNEL_BUSY (CTAP 2.1, CTAPHID)."""
        with Person(self.key.token, delay=None) as person:
            client = self.sh(f"{self.make} >/tmp/cred.out 2>&1 & echo $!").strip()
            self.eventually(lambda: person.named("presence-requested"))
            self.sh(f"kill -9 {client}")
            self.fails(self.make)
            self.eventually(lambda: person.named("presence-timeout"), 120)
        with Person(self.key.token):
            self.sh(self.make, seconds=90)

    def test_without_the_presence_test_nobody_is_asked(self):
        self.addCleanup(self.key.token.console.run, "u2f")
        self.assertEqual(self.key.token.console.run("u2f !test").returncode, 0)
        with Person(self.key.token, delay=None) as person:
            self.sh(self.make)
            self.assertEqual(person.named("presence-requested"), [])

    def test_gokeyctl_watch_prints_who_asks(self):
        self.daemon(f"{self.gokeyctl} presence watch", "/tmp/watch.log")
        with Person(self.key.token, delay=1):
            # Nothing says that it has begun to watch.
            self.eventually(lambda: self.sh(self.make) is not None and RP in self.sh("cat /tmp/watch.log"), 120)

    def test_gokeyctl_confirms_over_the_usb_network(self):
        self.sh(f"{self.make} >/tmp/cred.out 2>&1 & until {self.gokeyctl} confirm; do sleep 0.2; done; wait $!", seconds=180)


class Latency(GuestCase):
    """From the last report of a request to the event in the hands of a console client, without the guest's slowness.
    A figure to read, aim 20 ms: how fast this machine is says nothing of the program."""

    def test_each_request_is_an_event(self):
        token = self.usb_token(start_arguments=["--fido-udp", "127.0.0.1:0"])
        FidoKey(self, token)
        address, port = str(token.sim.ready["fido_udp"]).rsplit(":", 1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link, Person(token, delay=0) as person:
            link.settimeout(60)
            link.connect((address, int(port)))
            link.send(struct.pack(">IBH", 0xFFFFFFFF, 0x86, 8).ljust(64, b"\0"))
            channel = link.recv(64)[15:19]
            times = [self.registration(link, channel, person, number) for number in range(1, 8)]
        print(f"presence request to event: median {statistics.median(times) * 1e3:.1f} ms, worst {max(times) * 1e3:.1f} ms")

    def registration(self, link, channel, person, number):
        """A U2F registration (raw message of 73 bytes, so two reports); seconds until the event for it."""
        apdu = bytes.fromhex("00010000000040") + os.urandom(64) + b"\0\0"
        link.send((channel + b"\x83" + struct.pack(">H", len(apdu)) + apdu[:57]).ljust(64, b"\0"))
        sent = time.monotonic()
        link.send((channel + b"\0" + apdu[57:]).ljust(64, b"\0"))
        self.eventually(lambda: len(person.named("presence-confirmed")) == number)
        return [at for at, event in person.events if event["event"] == "presence-requested"][-1] - sent
