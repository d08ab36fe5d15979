# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""The Mk II's image in its twin, with the ways of gokey.sim.Sim: its eMMC holds what gokey-sim made for the state folder, its console
answers on a port of this machine, its card lies in a Virtual PCD reader. All of it crosses the USB of the image."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from computer import Computer
from machine import Machine
from provisioned import own, write_storage
from gokey.case import SKIPPED

NETWORK = Path(__file__).with_name("network.py")
NAMESPACE = ["unshare", *([] if os.geteuid() == 0 else ["-U", "-r"]), "-n"]

try:
    probe = subprocess.run([*NAMESPACE, "ip", "tuntap", "add", "mode", "tap"], capture_output=True, text=True)
    why = probe.stderr.strip() if probe.returncode else None
except OSError as error:
    why = str(error)
if why:
    print(f"skipped, no network of its own: {why}")
    sys.exit(SKIPPED)


class Twin:
    """One running token."""

    def __init__(self, state, *, vpcd=None):
        self.state = Path(state)
        self.vpcd = vpcd
        self.port = None
        self.computer = self.network = None
        self.machine = Machine(self.state / "twin")
        flash = self.state / "flash.img"
        if flash.exists():
            write_storage(self.machine, flash.read_bytes())

    @property
    def process(self):
        return self.machine.process

    def start(self):
        self.machine.start()
        try:
            self._plug()
        except BaseException:
            self.kill()
            raise
        return self

    def _plug(self):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.computer = Computer(self.machine.port, ours, self.vpcd)
        with theirs, socket.create_server(("127.0.0.1", self.port or 0)) as listener:
            self.port = listener.getsockname()[1]
            passed = [listener.fileno(), theirs.fileno()]
            self.network = subprocess.Popen([*NAMESPACE, sys.executable, NETWORK, *map(str, passed)], pass_fds=passed,
                                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if self.network.stdout.readline() != b"ready\n":
            raise OSError("the token has no network")
        if not self.computer.ready.wait(60):
            raise TimeoutError(f"the token was not enumerated: {self.machine.said()}")

    def kill(self):
        """As a power failure."""
        self.machine.kill()
        if not self.computer:
            return
        self.computer.close()
        if self.network:
            self.network.wait()
            self.network.stdout.close()
        plugged, self.computer, self.network = self.computer.plugged, None, None
        self._judge(plugged)

    def _judge(self, plugged):
        """A restart is no fault: tests ask for it."""
        said = self.machine.said()
        for accident in ("cut short", "restarted after a crash"):
            if accident in said:
                raise AssertionError(f"{self.machine.accidents}; {said}")
        if plugged > said.count("gokey on"):
            raise AssertionError(f"it left the bus: plugged in {plugged} times; {said}")
        if complaints := self.machine.complaints():
            raise AssertionError(f"QEMU complains of the image: {complaints}")

    def stop(self):
        """It has no way to be told that it is unplugged."""
        self.kill()

    def restart(self, *, kill=False):
        """Off and on again, on the same SSH port."""
        self.kill() if kill else self.stop()
        return self.start()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
