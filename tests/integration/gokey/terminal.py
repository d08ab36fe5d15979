# SPDX-License-Identifier: Apache-2.0
"""A program on a pseudo-terminal of its own, as a person sits before it."""

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
import time


class Terminal:
    def __init__(self, command, *, env=None, columns=80, rows=24, stdout=None):
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave = slave  # kept open, so that the settings can be read after the program's end
        self.output = b""
        self._seen = 0

        def take_terminal():
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(command, stdin=slave, stdout=stdout or slave, stderr=slave, env=env,
                                        start_new_session=True, preexec_fn=take_terminal)

    def send(self, text):
        os.write(self.master, text.encode())

    def expect(self, pattern, seconds=60):
        """Reads until the pattern matches what came after the last match; the match."""
        end = time.monotonic() + seconds
        expression = re.compile(pattern.encode(), re.S)
        while True:
            match = expression.search(self.output, self._seen)
            if match:
                self._seen = match.end()
                return match
            if not self._read(end - time.monotonic()):
                rest = self.output[self._seen:].decode(errors="backslashreplace")
                raise AssertionError(f"expected {pattern!r}, got {rest!r}")

    def _read(self, seconds):
        if seconds <= 0 or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self.master, 65536)
        except OSError:
            return False
        self.output += piece
        return bool(piece)

    def wait(self, seconds=60):
        """Reads until the program ends; its exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.02)
        while self._read(0.05):
            pass
        if self.process.poll() is None:
            raise AssertionError(f"still running after {seconds} s: {self.text()!r}")
        return self.process.returncode

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def settings_restored(self):
        return termios.tcgetattr(self.slave) == self.before

    def text(self):
        return self.output.decode(errors="backslashreplace")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
