#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""`--dialect classic` against transcripts of the original firmware, byte for byte but for what differs by nature."""

import json
import re
import time

import paramiko

from gokey import case, keys
from gokey.sim import Sim, provision

DATA = case.SOURCE / "tests" / "data" / "console-classic"


def comparable(text):
    """The text without serial, random bytes, build and what belongs to a FIDO token, which this one has not."""
    text = re.sub(r"GoKey • \S+ \(\S+\)", "GoKey • BUILD", text)
    text = re.sub(r"(Serial number \.+: )[0-9A-F]{8}", r"\1SERIAL", text)
    text = re.sub(r"(Secure storage \.+: )(true|false)", r"\1SNVS", text)  # the recording had none
    text = re.sub(r"\x1b\[36m[0-9a-f]{64}", "\x1b[36mRANDOM", text)
    return re.sub(r"(-{60} U2F token ----\r\n)(?:[A-Z][^:]+: [^\r]*\r\n)+", r"\1FIDO\r\n", text)


class Classic(case.Case):
    def setUp(self):
        super().setUp()
        self.identity = keys.ssh_identity(self.dir)

    def start(self, *arguments):
        state = self.dir / "token"
        done = provision(state, "--pgp-secret-key", DATA / "throwaway-secret-key.asc", "--ssh-authorized-keys",
                         keys.public_of(self.identity), *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.sim = Sim(state, dialect="classic")
        self.addCleanup(self.sim.stop)
        self.sim.start()
        self.client = paramiko.SSHClient()
        self.addCleanup(self.client.close)
        self.client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
        self.client.connect("127.0.0.1", self.sim.port, "bar", key_filename=str(self.identity), allow_agent=False,
                            look_for_keys=False, timeout=60)

    def play(self, name, pty=True):
        """Sends what was sent then; each answer must be what was received then."""
        steps = [s for s in json.loads((DATA / name).read_text()) if not s.get("closed")]
        channel = self.client.get_transport().open_session(timeout=60)
        self.addCleanup(channel.close)
        channel.settimeout(60)
        if pty:
            channel.get_pty("xterm", 80, 24)
        channel.invoke_shell()
        for step in steps:
            if "send" in step:
                if step["send"].rstrip("\r") in ("u2f", "p", "u2f !test"):
                    continue
                channel.sendall(step["send"].encode())
            expected = comparable(step["received"])
            received = self.receive(channel, step["received"])
            self.assertEqual(comparable(received), expected, f"after {step.get('send', 'login')!r}")
        self.assertTrue(self.eventually(lambda: channel.closed or channel.eof_received, 60, "it does not hang up"))
        self.assertEqual(channel.recv(65536), b"")
        self.assertFalse(channel.exit_status_ready() and channel.recv_exit_status() >= 0, "no exit status is sent")

    def receive(self, channel, model):
        """Reads until it has said the same as then, or something else for a long time. What it says too much is found
        before the next answer, or where the end is expected."""
        received, end = b"", time.monotonic() + 60
        while comparable(received.decode(errors="replace")) != comparable(model) and time.monotonic() < end:
            if channel.recv_ready():
                received += channel.recv(65536)
            elif channel.closed or channel.eof_received:
                break
            else:
                time.sleep(0.01)
        return received.decode(errors="replace")

    def test_shell(self):
        self.start()
        self.play("shell-initialised.json")

    def test_shell_without_a_terminal(self):
        self.start()
        self.play("shell-no-pty.json", pty=False)

    def test_three_wrong_passphrases_block_until_restart(self):
        self.start()
        self.play("shell-wrong-passphrase.json")
        self.sim.restart()
        self.client.connect("127.0.0.1", self.sim.port, "bar", key_filename=str(self.identity), allow_agent=False,
                            look_for_keys=False, timeout=60)
        self.play("shell-no-pty.json", pty=False)

    def test_before_initialisation(self):
        self.start("--snvs", "ssh")
        self.play("shell-uninitialised.json")

    def test_exec_answers_nothing_but_its_output(self):
        self.start()
        for step in json.loads((DATA / "exec.json").read_text()):
            if step["exec"] in ("u2f", "p"):
                continue
            with self.subTest(step["exec"]):
                self.assertEqual(comparable(self.execute(step["exec"], step["stdin"])), comparable(step["received"]))

    def execute(self, command, stdin):
        """One exec request that wants no reply, as recorded."""
        channel = self.client.get_transport().open_session(timeout=60)
        channel.settimeout(60)
        message = paramiko.Message()
        message.add_byte(paramiko.common.cMSG_CHANNEL_REQUEST)
        message.add_int(channel.remote_chanid)
        message.add_string("exec")
        message.add_boolean(False)
        message.add_string(command)
        self.client.get_transport()._send_user_message(message)
        if stdin:
            channel.sendall(stdin.encode())
        output = b""
        while True:
            piece = channel.recv(65536)
            if not piece:
                break
            output += piece
        self.assertEqual(channel.recv_exit_status(), -1)
        return output.decode()


if __name__ == "__main__":
    case.main()
