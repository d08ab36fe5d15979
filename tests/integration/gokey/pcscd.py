# SPDX-License-Identifier: Apache-2.0
"""A pcscd that nobody else sees.

pcscd's socket and pid file are compiled in, so the test file runs itself again in a mount namespace whose /run is
empty; a system pcscd beside it is not disturbed. Root needs nothing for that, others need user namespaces.
"""

import os
import socket
import subprocess
import sys
import time
import unittest
from pathlib import Path

DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
SOCKET = Path("/run/pcscd/pcscd.comm")
MARK = "GOKEY_PRIVATE_RUN"


def isolate():
    """To be called first in a test file's main: replaces the process by itself with a /run of its own."""
    if os.environ.get(MARK) or _unavailable():
        return
    options = ["-m"] if os.geteuid() == 0 else ["-U", "-r", "-m"]
    os.environ[MARK] = "yes"
    os.execvp("unshare", ["unshare", *options, "sh", "-c",
                          'mount -t tmpfs none /run && mkdir /run/pcscd && exec "$0" "$@"',
                          sys.executable, *sys.argv])


def _unavailable():
    if not DRIVER.exists():
        return f"no {DRIVER} (package vsmartcard-vpcd)"
    if not Path("/usr/sbin/pcscd").exists():
        return "no pcscd"
    options = ["-m"] if os.geteuid() == 0 else ["-U", "-r", "-m"]
    try:
        probe = subprocess.run(["unshare", *options, "mount", "-t", "tmpfs", "none", "/run"],
                               capture_output=True, text=True, timeout=60)
    except OSError as error:
        return f"unshare: {error}"
    return f"no mount namespace here: {probe.stderr.strip()}" if probe.returncode else None


def required():
    """Decorator: skips where a private pcscd is impossible, and says why."""
    reason = None if os.environ.get(MARK) else _unavailable() or "not started through isolate()"
    return unittest.skipIf(reason, reason)


def free_port_pair():
    """A port that is free together with the next one: the Virtual PCD driver listens on both."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("0.0.0.0", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("0.0.0.0", port + 1))
                return port
            except OSError:
                continue


class Pcscd:
    """pcscd with one Virtual PCD reader; a token connects to `port`."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.process = None
        self.port = None

    def start(self):
        if not os.environ.get(MARK):
            raise RuntimeError("the namespace is missing: call pcscd.isolate() first")
        self.port = free_port_pair()
        configuration = self.folder / "readers"  # nothing else may lie in there: pcscd reads every file
        configuration.mkdir(exist_ok=True)
        (configuration / "vpcd").write_text(
            f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{self.port}\nLIBPATH {DRIVER}\n'
            f"CHANNELID {self.port}\n")
        self.log = open(self.folder / "pcscd.log", "ab")
        self.process = subprocess.Popen(["/usr/sbin/pcscd", "-f", "-i", "-c", str(configuration)],
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        end = time.monotonic() + 60
        while not SOCKET.exists():
            if self.process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise RuntimeError("pcscd did not start")
            time.sleep(0.02)
        return self

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
