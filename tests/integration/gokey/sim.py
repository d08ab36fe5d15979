# SPDX-License-Identifier: Apache-2.0
"""gokey-sim: provisions a state folder, starts the token on free ports, ends it by pid."""

import json
import os
import select
import signal
import subprocess
import time

from .case import BIN

PROGRAM = str(BIN / "gokey-sim")


def provision(state, *arguments):
    """Runs `gokey-sim provision` and returns the finished process."""
    return subprocess.run([PROGRAM, "--state", str(state), "provision", *map(str, arguments)],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


class SimDidNotStart(Exception):
    pass


class Sim:
    """One running token."""

    def __init__(self, state, *, vpcd=None, dialect=None, ssh="127.0.0.1:0", log=None, arguments=()):
        self.state = state
        self.ssh = ssh
        self.command = [PROGRAM, "--state", str(state)]
        if vpcd:
            self.command += ["--vpcd", f"127.0.0.1:{vpcd}"]
        if dialect:
            self.command += ["--dialect", dialect]
        self.command += arguments
        self.log = log
        self.process = None
        self.port = None

    def start(self):
        read_end, write_end = os.pipe()
        command = list(self.command)
        if self.ssh:
            command += ["--ssh", self.ssh]
        command += ["--ready-fd", str(write_end)]
        output = open(self.log, "ab") if self.log else subprocess.DEVNULL
        try:
            self.process = subprocess.Popen(command, pass_fds=[write_end], stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=output)
        finally:
            os.close(write_end)
            if self.log:
                output.close()
        self.ready = self._read_ready(read_end)
        if self.ready.get("ssh"):
            self.port = int(str(self.ready["ssh"]).rsplit(":", 1)[1])
        return self

    def _read_ready(self, read_end, seconds=60):
        line = b""
        end = time.monotonic() + seconds
        try:
            while not line.endswith(b"\n"):
                if not select.select([read_end], [], [], max(0, end - time.monotonic()))[0]:
                    break
                piece = os.read(read_end, 4096)
                if not piece:
                    break
                line += piece
        finally:
            os.close(read_end)
        if not line.endswith(b"\n"):
            self.kill()
            raise SimDidNotStart(f"no line on --ready-fd, got {line!r}")
        return json.loads(line)

    def pids(self):
        """The main process and every process below it."""
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            try:
                with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
                    waiting += map(int, children.read().split())
            except OSError:
                pass
        return found

    def kill(self):
        """kill -9, as a power failure."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        if self.process:
            self.process.wait()

    def stop(self):
        """SIGTERM; the exit code."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()
        return self.process.returncode

    def restart(self, *, kill=False):
        """Off and on again, on the same SSH port."""
        port = self.port
        self.kill() if kill else self.stop()
        if port:
            self.ssh = f"127.0.0.1:{port}"
        return self.start()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
