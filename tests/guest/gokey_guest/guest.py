# SPDX-License-Identifier: Apache-2.0
"""The guest: boots it with linux-guest and runs commands in it as root, by ssh over one standing connection."""

import contextlib
import os
import shlex
import socket
import subprocess
import time
from pathlib import Path

from gokey.case import BIN

HERE = Path(__file__).resolve().parents[1]
TOOL = str(HERE / "linux-guest")
CANNOT = 77  # linux-guest: this machine cannot run a guest


class GuestUnavailable(Exception):
    """This machine has no QEMU, or the guest cannot be built."""


class GuestFailed(Exception):
    pass


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Guest:
    def __init__(self, folder, seconds=2700):
        self.folder = Path(folder)
        self.seconds = seconds
        self.process = None
        self.log = self.folder / "guest.log"

    def start(self):
        built = subprocess.run([TOOL, "build"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900)
        if built.returncode == CANNOT:
            raise GuestUnavailable(built.stderr.strip())
        if built.returncode:
            raise GuestFailed(built.stderr[-2000:])
        key = self.folder / "guest_key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        port = _free_port()
        self.ssh = ["ssh", "-F", "/dev/null", "-p", str(port), "-i", str(key), "-o", "IdentitiesOnly=yes",
                    "-o", "IdentityAgent=none", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
                    "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
                    "-o", f"ControlPath={self.folder}/c"]
        command = [TOOL, "run", "--timeout", str(self.seconds), "--share", str(BIN), "--forward", f"{port}:22",
                   "--console", str(self.folder / "console"),
                   "--env", f"GUEST_KEY={key.with_suffix('.pub').read_text().strip()}", "--", str(HERE / "serve")]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._wait_for_login()
        return self

    def _wait_for_login(self):
        end = time.monotonic() + 300
        while True:
            if self.process.poll() is not None:
                text = self.log.read_text(errors="replace")
                raise (GuestUnavailable if self.process.returncode == CANNOT else GuestFailed)(text.strip()[-2000:])
            master = subprocess.run([*self.ssh, "-o", "ControlMaster=yes", "-o", "ControlPersist=yes",
                                     "-o", "ConnectTimeout=10", "root@127.0.0.1", "true"],
                                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if master.returncode == 0:
                return
            if time.monotonic() > end:
                self.stop()
                raise GuestFailed("no login within two minutes: " + self.log.read_text(errors="replace")[-2000:])
            time.sleep(0.3)

    def command(self, script, terminal=False):
        """What runs `script`, a shell script, in the guest."""
        return [*self.ssh, *(["-tt"] if terminal else []), "root@127.0.0.1", "bash -c " + shlex.quote(script)]

    def run(self, script, stdin=b"", seconds=120):
        """The finished process of a shell script, with bytes on both outputs."""
        if isinstance(stdin, str):
            stdin = stdin.encode()
        return subprocess.run(self.command(script), input=stdin, capture_output=True, timeout=seconds)

    def start_command(self, script, **options):
        """A running command; end it with `close` (its end of the connection) or let it finish."""
        return subprocess.Popen(self.command(script), **options)

    def put(self, path, content, mode="600"):
        content = content if isinstance(content, bytes) else content.encode()
        done = self.run(f"install -D -m {mode} /dev/stdin {path}", stdin=content)
        if done.returncode:
            raise GuestFailed(f"{path}: {done.stderr!r}")

    def stop(self):
        if not self.process:
            return
        if self.process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):  # it may be what never came up
                subprocess.run([*self.ssh, "root@127.0.0.1", "touch /run/stop"], stdin=subprocess.DEVNULL,
                               capture_output=True, timeout=30)
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            self.process.wait()
        subprocess.run([*self.ssh, "-O", "exit", "root@127.0.0.1"], stdin=subprocess.DEVNULL, capture_output=True)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
