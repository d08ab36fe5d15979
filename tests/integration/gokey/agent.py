# SPDX-License-Identifier: Apache-2.0
"""A running broker, and a client of the test's own that speaks its lines."""

import json
import os
import signal
import socket
import subprocess

from .ctl import PROGRAM, validate


class Agent:
    """`gokeyctl agent run` with the folders of `ctl`; leaves USB alone."""

    def __init__(self, ctl, *consoles, identity=None, log=None):
        self.ctl = ctl
        self.socket = f"{ctl.env['XDG_RUNTIME_DIR']}/gokey-manager/broker.sock"
        self.command = [PROGRAM, *(["-i", str(identity)] if identity else []), *(["--log-file", str(log)] if log else []),
                        "agent", "run", "--no-usb"]
        for console in consoles:
            self.command += ["--console", console]
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.ctl.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, start_new_session=True)
        line = self.process.stderr.readline()
        if b"listens" not in line:
            raise AssertionError(f"the broker did not start: {line!r} {self.process.stderr.read()!r}")
        return self

    def stop(self, number=signal.SIGTERM):
        """The exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(60)
        self.process.stderr.close()
        return code


class Client:
    """Says a request in each line, and keeps everything it was told."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(path)
        self.socket.settimeout(60)
        self.pending = b""
        self.heard = []
        self.events = []
        self.last = 0

    def close(self):
        self.socket.close()

    def line(self):
        """The next line, or None at the end."""
        while b"\n" not in self.pending:
            try:
                more = self.socket.recv(65536)
            except ConnectionResetError:  # it left without reading the rest
                more = b""
            if not more:
                return None
            self.pending += more
        raw, self.pending = self.pending.split(b"\n", 1)
        self.heard.append(raw)
        line = json.loads(raw)
        if line.get("event") not in (None, "farewell", "console") and line["data"]["token"]:
            validate(line["data"]["token"], "broker-token")
        return line

    def send(self, request, descriptors=(), **members):
        self.last += 1
        line = json.dumps({"id": self.last, "request": request, **members}).encode() + b"\n"
        socket.send_fds(self.socket, [line], list(descriptors))
        return self.last

    def answer(self, number):
        """Of that request; events that come before are kept."""
        while True:
            line = self.line()
            if line is None:
                raise AssertionError("the broker hung up")
            if line.get("id") == number:
                return line
            self.events.append(line)

    def ask(self, request, **members):
        return self.answer(self.send(request, **members))

    def unlock(self, token, passphrase, hold=None, scope="all"):
        return self.answer(self.begin_unlock(token, passphrase, hold, scope))

    def begin_unlock(self, token, passphrase, hold=None, scope="all"):
        """The number of the request."""
        reads, writes = os.pipe()
        os.write(writes, passphrase.encode())
        os.close(writes)
        try:
            return self.send("unlock", [reads], token=token, scope=scope, hold=hold or {"kind": "until-locked"})
        finally:
            os.close(reads)

    def event(self, name, condition=lambda line: True):
        """The next event of this name that fits, among those kept and those to come."""
        return self.event_of((name,), condition)

    def event_of(self, names, condition=lambda line: True):
        """The next of one of these names."""
        while True:
            while self.events:
                line = self.events.pop(0)
                if line.get("event") in names and condition(line):
                    return line
            line = self.line()
            if line is None:
                raise AssertionError(f"the broker hung up before {names}")
            self.events.append(line)
