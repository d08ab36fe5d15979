#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""gokeyctl against consoles that are missing, half dead or malicious: it ends, with the right code, and
nothing of what they say reaches the terminal raw."""

import re
import socket

from gokey import case, hostile, keys
from gokey.ctl import Ctl

RAW = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")
TIMEOUT = 2
BANNERS = {"native": "SSH-2.0-gokey_0.1.0", "classic": "SSH-2.0-Go"}


class CtlCase(case.Case):
    def setUp(self):
        super().setUp()
        self.identity = keys.ssh_identity(self.dir)

    def ctl(self, port):
        return Ctl.on(self.dir, port, self.identity)

    def run_ending(self, ctl, *arguments, stdin=b""):
        """The finished process, which must not wait for ever. The behaviours last for longer."""
        return ctl.run("--timeout", TIMEOUT, *arguments, stdin=stdin, seconds=120)

    def assert_clean(self, done):
        for stream in (done.stdout, done.stderr):
            self.assertIsNone(RAW.search(stream), stream[:300])
            self.assertLess(len(stream), 65536)


class Missing(CtlCase):
    def test_nothing_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        for command in (["status"], ["lock"], ["unlock", "sig", "--passphrase-fd", "0"], ["init"], ["rand"]):
            with self.subTest(command):
                code, document = self.ctl(port).json("--timeout", TIMEOUT, *command, stdin=b"correct-horse\n")
                self.assertEqual(code, 14)
                self.assertEqual(document["error"]["code"], "unreachable")
                self.assertTrue(document["error"]["hint"])

    def test_tcp_is_accepted_and_nothing_said(self):
        for greeting in (b"", b"SSH-2.0-gokey_0.1.0\r\n", b"SSH-2.0-", b"HTTP/1.0 400 Bad Request\r\n\r\n",
                         b"\x1b[2J" * 5000):
            with self.subTest(greeting[:20]):
                mute = hostile.Mute(greeting)
                self.addCleanup(mute.close)
                done = self.run_ending(self.ctl(mute.port), "status")
                self.assertIn(done.returncode, (14, 70, 75), done.stderr)
                self.assert_clean(done)

    def test_our_key_is_refused(self):
        server = hostile.Hostile(hostile.silent, admits=False)
        self.addCleanup(server.close)
        code, document = self.ctl(server.port).json("--timeout", TIMEOUT, "status")
        self.assertEqual((code, document["error"]["code"]), (20, "ssh-auth"))


class Malicious(CtlCase):
    def serve(self, behaviour, banner):
        server = hostile.Hostile(behaviour, banner=banner)
        self.addCleanup(server.close)
        return self.ctl(server.port), server

    def check(self, behaviour, *arguments, stdin=b"", allowed=(14, 70, 75)):
        for dialect, banner in BANNERS.items():
            with self.subTest(behaviour=behaviour.__name__, dialect=dialect, command=arguments[0]):
                ctl, server = self.serve(behaviour, banner)
                done = self.run_ending(ctl, *arguments, stdin=stdin)
                self.assertIn(done.returncode, allowed, done.stderr)
                self.assert_clean(done)
                server.close()

    def test_escaped_json_is_shown_without_its_teeth(self):
        ctl, _ = self.serve(hostile.escaped_json, BANNERS["native"])
        for arguments in (["status"], ["--plain", "status"], ["--json", "status"]):
            done = self.run_ending(ctl, *arguments)
            self.assert_clean(done)

    def test_a_passphrase_is_not_sent_to_a_console_that_shows_no_status(self):
        heard = []

        def listen(channel, command):
            channel.settimeout(3)
            channel.sendall(b"garbage\r\n")
            heard.append(channel.recv(4096))

        for banner in BANNERS.values():
            ctl, _ = self.serve(listen, banner)
            done = self.run_ending(ctl, "unlock", "sig", "--passphrase-fd", "0", stdin=b"planted-secret\n")
            self.assertNotEqual(done.returncode, 0)
            self.assertNotIn(b"planted-secret", b"".join(heard))


def each(behaviour, *arguments, **options):
    return lambda self: self.check(behaviour, *arguments, **options)


for one in hostile.ALL:
    if one is hostile.escaped_json:
        continue
    # `refuses` ends the session with a failure and no word: an old token that does not know the command.
    codes = (1, 14, 50, 70, 75) if one is hostile.refuses else (14, 70, 75)
    setattr(Malicious, f"test_status_{one.__name__}", each(one, "status", allowed=codes))
    setattr(Malicious, f"test_rand_{one.__name__}", each(one, "rand", allowed=codes))
for one in (hostile.random_bytes, hostile.endless_line, hostile.stops_in_the_middle):
    setattr(Malicious, f"test_unlock_{one.__name__}",
            each(one, "unlock", "sig", "--passphrase-fd", "0", stdin=b"correct-horse\n"))
    setattr(Malicious, f"test_lock_{one.__name__}", each(one, "lock"))


if __name__ == "__main__":
    case.main()
