#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The FIDO application over --fido-udp: Debian's libfido2 as a client, and what no client sends."""

import hashlib
import json
import socket
import subprocess
import time

from gokey import case, keys
from gokey.console import Console
from gokey.sim import Sim, provision

CLIENT = case.BIN / "libfido2_client"
BROADCAST = b"\xff\xff\xff\xff"
INIT, MSG, CBOR, CANCEL, KEEPALIVE, ERROR = 0x86, 0x83, 0x90, 0x91, 0xBB, 0xBF


class Hid:
    """One CTAPHID channel, byte by byte."""

    def __init__(self, port):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.settimeout(60)
        self.socket.connect(("127.0.0.1", port))
        self.send(INIT, b"12345678", BROADCAST)
        answer = self.receive()[1]
        assert answer[:8] == b"12345678"
        self.channel = answer[8:12]

    def report(self, content):
        self.socket.send(content.ljust(64, b"\0"))

    def send(self, command, data=b"", channel=None):
        channel = channel or self.channel
        self.report(channel + bytes([command]) + len(data).to_bytes(2, "big") + data[:57])
        for number, start in enumerate(range(57, len(data), 59)):
            self.report(channel + bytes([number]) + data[start:start + 59])

    def receive(self):
        """The next message but keep-alives."""
        while True:
            first = self.socket.recv(65)
            size, data = int.from_bytes(first[5:7], "big"), first[7:]
            while len(data) < size:
                data += self.socket.recv(65)[5:]
            if first[4] != KEEPALIVE:
                return first[4], data[:size]

    def ask(self, command, data=b""):
        self.send(command, data)
        return self.receive()

    def message(self, apdu):
        command, data = self.ask(MSG, apdu)
        assert command == MSG, command
        return data


def registration(application=b"a" * 32):
    return b"\x00\x01\x00\x00\x00\x00\x40" + b"c" * 32 + application + b"\x00\x00"


class Fido(case.Case):
    def setUp(self):
        super().setUp()
        self.identity = keys.ssh_identity(self.dir)

    def start(self, *arguments, presence_test=False, usbip=False):
        self.state = self.dir / "token"
        done = provision(self.state, "--ssh-authorized-keys", keys.public_of(self.identity), *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.sim = Sim(self.state, arguments=["--fido-udp", "127.0.0.1:0"] + ["--usbip", "127.0.0.1:0"] * usbip)
        self.addCleanup(self.sim.stop)
        self.power_up(presence_test)

    def power_up(self, presence_test=False):
        self.sim.start()
        self.port = int(self.sim.ready["fido_udp"].rsplit(":", 1)[1])
        self.console = Console(self.dir, self.sim.port, self.identity)
        if not presence_test and "ssh" not in getattr(self, "snvs", ""):
            self.assertEqual(self.console.run("u2f !test").returncode, 0)

    def libfido2(self, scenario):
        if not CLIENT.exists():
            self.skipTest("built without libfido2")
        done = subprocess.run([CLIENT, str(self.port), scenario], capture_output=True, text=True, timeout=90)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def hid(self):
        hid = Hid(self.port)
        self.addCleanup(hid.socket.close)
        return hid

    def test_credentials(self):
        self.start()
        self.libfido2("credentials")
        self.assertGreater(self.console.status()["fido"]["counter"], 0)

    def test_resident_credentials(self):
        self.start()
        self.libfido2("resident")

    def test_u2f(self):
        self.start()
        self.libfido2("u2f")

    def test_reset(self):
        self.start()
        self.libfido2("reset")

    def plug(self):
        """Imports the device over USB/IP; closing the socket pulls the plug."""
        host, port = self.sim.ready["usbip"].rsplit(":", 1)
        plug = socket.create_connection((host, int(port)), timeout=60)
        self.addCleanup(plug.close)
        plug.sendall(bytes.fromhex("0111 8003 00000000") + b"1-1".ljust(32, b"\0"))
        self.assertEqual(plug.recv(8, socket.MSG_WAITALL).hex(), "0111000300000000")
        return plug

    def test_the_plug_opens_the_time_for_a_reset_anew(self):
        self.start(usbip=True)
        hid, reset = self.hid(), b"\x07"
        time.sleep(10.5)
        self.assertEqual(hid.ask(CBOR, reset), (CBOR, b"\x30"))
        plug = self.plug()
        self.assertEqual(hid.ask(CBOR, reset), (CBOR, b"\x00"))
        time.sleep(10.5)
        self.assertEqual(hid.ask(CBOR, reset), (CBOR, b"\x30"))
        plug.close()
        self.assertEqual(hid.ask(CBOR, reset), (CBOR, b"\x30"), "nothing comes with pulling it")
        self.plug()
        self.assertEqual(hid.ask(CBOR, reset), (CBOR, b"\x00"))

    def test_a_pin_survives_and_its_tries_are_not_given_back(self):
        self.start()
        self.libfido2("pin")
        self.sim.kill()
        self.power_up()
        # Key agreement and the number of tries need no PIN.
        hid = self.hid()
        command, answer = hid.ask(CBOR, bytes.fromhex("06a1" "0201"))
        self.assertEqual((command, answer.hex()), (CBOR, "00a2030504f4"))

    def test_a_provisioned_certificate(self):
        certificate, key = self.dir / "certificate.pem", self.dir / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", "/O=GoKey/OU=Authenticator Attestation/CN=Test", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        self.start("--u2f-certificate", certificate, "--u2f-private-key", key)
        self.libfido2("attested")
        der = subprocess.run(["openssl", "x509", "-in", certificate, "-outform", "DER"], check=True,
                             capture_output=True).stdout
        self.assertEqual(self.console.status()["fido"]["certificate_sha1"], hashlib.sha1(der).hexdigest())

    def test_a_certificate_of_its_own(self):
        """WebAuthn level 2, 8.2.1, as OpenSSL reads it."""
        self.start()
        made = self.hid().message(registration())
        der = self.dir / "own.der"
        der.write_bytes(made[67 + made[66]:-2])
        text = subprocess.run(["openssl", "x509", "-inform", "DER", "-in", der, "-noout", "-text"], check=True,
                              capture_output=True, text=True).stdout
        self.assertIn("Version: 3", text)
        self.assertIn("C = ZZ, O = GoKey, OU = Authenticator Attestation, CN = ", text)
        self.assertRegex(text, r"X509v3 Basic Constraints: critical\s+CA:FALSE")
        self.assertIn(made[1:66].hex(), "".join(text.split()).replace(":", ""), "of the credential's key")
        pem = self.dir / "own.pem"
        subprocess.run(["openssl", "x509", "-inform", "DER", "-in", der, "-out", pem], check=True)
        done = subprocess.run(["openssl", "verify", "-check_ss_sig", "-partial_chain", "-trusted", pem, pem],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_certificate_of_another_key_is_refused(self):
        names = []
        for name in ("one", "two"):
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                            "-nodes", "-subj", "/CN=Test", "-keyout", self.dir / f"{name}.key", "-out",
                            self.dir / f"{name}.pem"], check=True, capture_output=True)
            names.append(name)
        done = provision(self.dir / "other", "--ssh-authorized-keys", keys.public_of(self.identity),
                         "--u2f-certificate", self.dir / "one.pem", "--u2f-private-key", self.dir / "two.key")
        self.assertEqual(done.returncode, 1)
        self.assertIn("not that of the private key", done.stderr)

    def test_presence_is_confirmed_on_the_console(self):
        self.start(presence_test=True)
        if not CLIENT.exists():
            self.skipTest("built without libfido2")
        events = self.console.start("events", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.addCleanup(events.stdout.close)
        self.addCleanup(events.wait)
        self.addCleanup(events.terminate)
        self.assertIn(b'"status"', events.stdout.readline())
        client = subprocess.Popen([CLIENT, str(self.port), "presence"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(client.stdout.close)
        line = json.loads(events.stdout.readline())
        self.assertEqual((line["event"], line["data"]["application"]), ("presence-requested", "example.org"))
        status = self.console.status()
        self.assertEqual(status["fido"]["presence_pending"]["application"], "example.org")
        self.assertEqual(status["leds"]["white"], "blink")
        self.assertEqual(self.console.run("p").returncode, 0)
        self.assertEqual(client.stdout.read(), "FIDO_ERR_SUCCESS\n")
        self.assertEqual(client.wait(60), 0)
        self.assertEqual(self.console.run("p").returncode, 25, "one confirmation is for one request")

    def test_each_request_and_its_end_are_events(self):
        self.start(presence_test=True)
        events = self.console.start("events", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.addCleanup(events.stdout.close)
        self.addCleanup(events.wait)
        self.addCleanup(events.terminate)
        events.stdout.readline()
        hid = self.hid()
        for _ in range(5):
            hid.send(CBOR, b"\x0b")  # authenticatorSelection
            self.assertEqual(self.next_presence(events), "presence-requested")
            hid.send(CANCEL)
            self.assertEqual(hid.receive(), (CBOR, b"\x2d"))
            self.assertEqual(self.next_presence(events), "presence-cancelled")

    @staticmethod
    def next_presence(events):
        for line in events.stdout:
            if b"presence-" in line:
                return json.loads(line)["event"]
        return None

    def test_u2f_waits_for_the_person_by_polling(self):
        self.start(presence_test=True)
        hid = self.hid()
        self.assertEqual(hid.message(registration()).hex(), "6985")
        pending = self.console.status()["fido"]["presence_pending"]
        self.assertEqual(pending["application"], (b"a" * 32).hex())
        self.assertLessEqual(pending["seconds_left"], 10)
        self.assertEqual(self.console.run("p").returncode, 0)
        self.assertEqual(hid.message(registration(b"b" * 32)).hex(), "6985", "confirmed for another application")
        self.assertEqual(self.console.run("p").returncode, 0)
        made = hid.message(registration(b"b" * 32))
        self.assertEqual(made[-2:].hex(), "9000")
        self.assertEqual(hid.message(registration(b"b" * 32)).hex(), "6985", "once")
        handle = made[67:67 + made[66]]
        check = b"\x00\x02\x07\x00" + bytes([65 + len(handle)]) + b"c" * 32 + b"b" * 32 + bytes([len(handle)]) + handle
        self.assertEqual(hid.message(check).hex(), "6985", "ours; a short APDU")
        self.assertEqual(hid.message(check.replace(b"b" * 32, b"x" * 32)).hex(), "6a80", "of another application")

    def test_what_felled_the_original(self):
        self.start()
        hid = self.hid()
        self.assertEqual(hid.message(b"").hex(), "6700")
        self.assertEqual(hid.message(b"\x00\x03\x00\x00\x00"), b"U2F_V2\x90\x00")
        self.assertEqual(hid.message(b"\x00\x03\x00\x00"), b"U2F_V2\x90\x00")
        self.assertEqual(hid.message(b"\x00\x01\x00\x00\x00\xff\xff" + b"x" * 20).hex(), "6700")
        self.assertEqual(hid.message(b"\x01\x03\x00\x00\x00").hex(), "6e00")
        self.assertEqual(hid.message(b"\x00\x09\x00\x00\x00").hex(), "6d00")
        hid.report(hid.channel + bytes([CBOR]) + b"\xff\xff" + b"\x04")
        self.assertEqual(hid.receive(), (ERROR, b"\x03"))
        self.assertEqual(hid.ask(CBOR, b"\x01" + b"\x81" * 300), (CBOR, b"\x12"))
        self.assertEqual(self.console.run("status").returncode, 0)

    def test_before_initialisation_there_is_no_fido(self):
        self.snvs = "ssh"
        self.start("--snvs", "ssh")
        hid = self.hid()
        self.assertEqual(hid.message(registration()).hex(), "6f00")
        self.assertEqual(hid.message(b"\x00\x03\x00\x00\x00"), b"U2F_V2\x90\x00")
        self.assertEqual(hid.ask(CBOR, b"\x0b"), (CBOR, b"\x30"))
        self.assertEqual(hid.ask(CBOR, b"\x04")[1][0], 0)
        self.assertEqual(self.console.run("p").returncode, 24)
        self.assertEqual(self.console.run("u2f").returncode, 0)
        self.assertEqual(hid.message(registration()).hex(), "6985")


if __name__ == "__main__":
    case.main()
