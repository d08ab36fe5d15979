# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""The Mk II's image in its digital twin."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "integration"))
from gokey import gdb  # noqa: E402
import restarts  # noqa: E402

QEMU = os.environ["GOKEY_TWIN"]
IMAGE = os.environ["GOKEY_IMAGE"]
OTPMK = "000102030405060708090a0b0c0d0e0f"
SERIAL = "AABBCCDD"
EMMC_SIZE = 16 << 20

for needed in (QEMU, IMAGE):
    if not Path(needed).exists():
        print(f"skipped, not there: {needed}")
        sys.exit(77)

# QEMU's watchdog counts while this computer does something else than run QEMU: what restarts a token within seconds here
# only takes minutes.
SLOW_WATCHDOG = ",watchdog-factor=30"

# What QEMU says of a firmware that does nothing wrong: its I2C knows no byte that is read after the stop condition, as
# the chip's manual has it.
HARMLESS = re.compile(r"\[imx.i2c\]imx_i2c_read: slave mode not implemented")


class DidNotStart(Exception):
    pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Machine:
    """One twin, off until start(). `speed`: its grade, as the fuses have it; `fuses`: more of them, (bank, word, value).
    The unique id comes with them."""

    def __init__(self, folder, *, state="trusted", otpmk=OTPMK, model=1, speed=3, fuses=(), emmc=True, options="",
                 arguments=(), debugger=False, emmc_errors=None):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.state, self.otpmk, self.options, self.arguments = state, otpmk, options, list(arguments)
        self.has_emmc = emmc
        self.emmc_errors = emmc_errors  # rules of QEMU's blkdebug
        if debugger:
            self.arguments += ["-chardev", f"socket,id=gdb,path={self.folder}/gdb,server=on,wait=off", "-gdb",
                               "chardev:gdb"]
        self.process = None
        self.events = None
        self.restarts = 0  # that the test itself asked for, since start()
        self.accidents = []  # what unexpected_start() said at the end of each run
        lines = [f"0 1 11223344\n0 2 ddccbbaa\n0 4 {speed << 16:08x}\n4 2 {model << 24:08x}\n", *(f"{b} {w} {v:08x}\n" for b, w, v in fuses)]
        (self.folder / "fuses").write_text("".join(lines))
        self.emmc = self.folder / "emmc.img"
        if not self.emmc.exists():
            self.emmc.touch()
            os.truncate(self.emmc, EMMC_SIZE)

    def start(self, until=r"^ssh: ready"):
        """Switches it on and waits for that line of the serial port."""
        uart = self.folder / "uart"
        uart.unlink(missing_ok=True)
        qmp, events = self.folder / "qmp", self.folder / "events"
        for socket_file in (qmp, events):
            socket_file.unlink(missing_ok=True)
        self.restarts = 0
        machine = (f"usbarmory-mk2,fuses={self.folder}/fuses,ssm={self.state},otpmk={self.otpmk}"
                   f"{SLOW_WATCHDOG}{self.options}")
        command = [QEMU, "-M", machine, "-display", "none", "-monitor", "none", "-kernel", IMAGE,
                   "-serial", "null", "-serial", f"file:{uart}",
                   "-d", "unimp,guest_errors", "-D", str(self.folder / "complaints"),
                   "-chardev", f"file,id=leds,path={self.folder}/leds",
                   "-chardev", f"socket,id=usb1,host=127.0.0.1,port={self.port},server=on,wait=off,nodelay=on",
                   "-qmp", f"unix:{qmp},server=on,wait=off", "-qmp", f"unix:{events},server=on,wait=off", *self.arguments]
        if self.has_emmc:
            file = self.emmc
            if self.emmc_errors:
                (self.folder / "blkdebug").write_text(self.emmc_errors)
                file = f"blkdebug:{self.folder}/blkdebug:{self.emmc}"
            command += ["-drive", f"if=sd,index=1,format=raw,file={file}"]
        with open(self.folder / "qemu", "wb") as words:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=words, stderr=words)
        try:
            self.wait_for(until)
            self.events = restarts.Events(events)
        except (DidNotStart, OSError):
            self.kill()
            raise
        return self

    def unexpected_start(self):
        """Why it started more often than it was asked to, or None."""
        starts = re.findall("^reset status .*", self.said(), re.MULTILINE)
        if len(starts) <= 1 + self.restarts:
            return None
        return restarts.reason(starts, self.events.lines if self.events else []) + f"; serial port: {self.said()!r}"

    def said(self):
        try:
            return (self.folder / "uart").read_text(errors="replace").replace("\r", "")
        except FileNotFoundError:
            return ""

    def wait_for(self, pattern, seconds=60):
        """The first line of the serial port that matches, once it is whole: a line comes letter by letter."""
        end = time.monotonic() + seconds
        while True:
            if found := re.search(pattern + r".*\n", self.said(), re.MULTILINE):
                return found.group().rstrip("\n")
            if time.monotonic() > end or self.process.poll() is not None:
                raise DidNotStart(f"no line like {pattern!r}: {self.said()!r} {(self.folder / 'qemu').read_text()!r} "
                                  f"{self.unexpected_start() or ''}")
            time.sleep(0.02)

    def qmp(self, execute, **arguments):
        with socket.socket(socket.AF_UNIX) as link:
            link.connect(str(self.folder / "qmp"))
            lines = link.makefile("rw")
            lines.readline()
            for command in ({"execute": "qmp_capabilities"}, {"execute": execute, "arguments": arguments}):
                lines.write(json.dumps(command))
                lines.flush()
                while "event" in (answer := json.loads(lines.readline())):
                    pass
        if "error" in answer:
            raise OSError(answer["error"]["desc"])
        return answer["return"]

    def word(self, address):
        """A register, or a word of memory, as the processor would read it."""
        answer = self.qmp("human-monitor-command", **{"command-line": f"xp/1xw {address:#x}"})
        return int(answer.split(":")[1], 16)

    def held(self, function):
        """For a with statement: whoever comes to that function stays there (see gdb.held)."""
        return gdb.held(self.folder / "gdb", IMAGE, function)

    def heap_size(self):
        """Bytes that the firmware's two allocators have taken from memory so far; they give none back."""
        symbols = gdb.symbols(IMAGE)
        (variable,) = {at for name, at in symbols.items() if "imx6ul" in name and name.endswith("8heap_endE")}
        ends = [self.word(variable + offset) for offset in (0, gdb.VAULT_OFFSET)]
        return sum(end - symbols["__heap_start"] for end in ends)

    def led(self, name):
        return self.qmp("qom-get", path="/machine", property=f"led-{name}")

    def complaints(self):
        """What QEMU found wrong with the firmware."""
        lines = (self.folder / "complaints").read_text().splitlines()
        return [line for line in lines if not HARMLESS.search(line)]

    def kill(self):
        """As a power failure."""
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()
        if self.events:
            self.events.close()
            if why := self.unexpected_start():
                self.accidents.append(why)
            self.events = None

    def finish(self):
        """Switches it off, at the end of a test, which fails if it restarted of itself at any time."""
        self.kill()
        if self.accidents:
            raise AssertionError(self.accidents)

    def __enter__(self):
        return self if self.process else self.start()

    def __exit__(self, *_):
        self.kill()
