# SPDX-License-Identifier: Apache-2.0
"""The bare-metal image in QEMU's mcimx6ul-evk, with the ways of gokey.sim.Sim.

The board's SD card is the flash image of a state folder that gokey-sim provisioned, its device key and serial number
are that folder's. The console is forwarded from a port of this machine; nothing else gets in or out.
"""

import os
import re
import socket
import subprocess
import threading
from pathlib import Path

from .case import SOURCE

NAME = "mcimx6ul-evk"
IMAGE = Path(os.environ.get("GOKEY_IMAGE", SOURCE / "build" / "firmware" / NAME / "gokey.elf"))
SETTINGS_ADDRESS = 0x9FE00000  # firmware/boards/mcimx6ul-evk/settings.h
CARD_SIZE = 4 << 20  # QEMU wants a power of two
NEEDED = ("qemu-system-arm",)


class BoardDidNotStart(Exception):
    pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Board:
    """One running token."""

    def __init__(self, state, *, arguments=(), image=IMAGE, card=True, settings=True, wire=None):
        self.state = Path(state)
        self.image = image
        self.arguments = [*arguments]
        self.has_card = card
        self.has_settings = settings
        self.wire = wire  # a Unix socket for bare Ethernet frames, in place of the forwarded console
        self.process = None
        self.port = None
        self.complaints = self.state / "complaints"  # of QEMU about the firmware
        self._uart = []
        self._more = threading.Condition()

    def start(self):
        self.state.mkdir(parents=True, exist_ok=True)
        self.port = self.port or free_port()
        command = ["qemu-system-arm", "-M", NAME, "-m", "512M", "-display", "none", "-monitor", "none",
                   "-serial", "stdio", "-kernel", str(self.image),
                   "-d", "unimp,guest_errors", "-D", str(self.complaints)]
        if self.wire:
            command += ["-netdev", f"stream,id=wire,server=on,addr.type=unix,addr.path={self.wire}",
                        "-net", "nic,netdev=wire"]
        else:
            command += ["-nic", "user,net=10.0.0.0/24,host=10.0.0.2,restrict=on,"
                                f"hostfwd=tcp:127.0.0.1:{self.port}-10.0.0.10:22"]
        if self.has_settings:
            command += ["-device", f"loader,file={self._settings()},addr={SETTINGS_ADDRESS:#x},force-raw=on"]
        if self.has_card:
            command += ["-drive", f"if=sd,index=0,format=raw,file={self._card()}"]
        with self._more:
            self._uart.clear()
        self.process = subprocess.Popen([*command, *self.arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self._reader = threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True)
        self._reader.start()
        try:
            self.wait_for(r"^ssh: ready")
        except BoardDidNotStart:
            self.kill()
            raise
        return self

    def _settings(self):
        """The simulator's device key in the board's words, with a fresh seed."""
        key = self.state / "device.key"
        whole = key.read_bytes() if key.exists() else bytes(36)
        file = self.state / "settings"
        file.write_bytes(b"GKEV" + whole[32:] + os.urandom(32) + whole[:32])
        return file

    def _card(self):
        card = self.state / "card.img"
        if not card.exists():
            flash = self.state / "flash.img"
            card.write_bytes(flash.read_bytes() if flash.exists() else b"")
            os.truncate(card, CARD_SIZE)
        return card

    def _read(self, stream):
        with stream:
            for line in stream:
                with self._more:
                    self._uart.append(line.decode(errors="replace").rstrip("\r\n"))
                    self._more.notify_all()
        with self._more:
            self._uart.append(None)
            self._more.notify_all()

    def wait_for(self, pattern, seconds=60, since=0):
        """The first line of the serial port that matches, from line number `since` on."""
        found = None

        def seen():
            nonlocal found
            found = next((line for line in self._uart[since:] if line is None or re.search(pattern, line)), "")
            return found != ""

        with self._more:
            self._more.wait_for(seen, seconds)
            if not found:
                raise BoardDidNotStart(f"no line like {pattern!r}; the serial port said: {self._uart}")
        return found

    def lines(self, since=0):
        with self._more:
            return [line for line in self._uart[since:] if line is not None]

    def said(self):
        """How many lines the serial port said so far."""
        with self._more:
            return len(self._uart)

    def kill(self):
        """As a power failure."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self._reader.join()

    def stop(self):
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()
        self._reader.join()
        return self.process.returncode

    def restart(self, *, kill=False):
        """Off and on again, on the same SSH port."""
        self.kill() if kill else self.stop()
        return self.start()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
