# SPDX-License-Identifier: Apache-2.0
"""As much of GDB's remote protocol as it takes to stop a machine, look at its memory and send it somewhere else."""

import contextlib
import re
import socket
import subprocess
import time

SP, LR, PC, CPSR = 13, 14, 15, 25
VAULT_OFFSET = 0x04000000  # from an address in the vault to where it lies (firmware/soc/imx6ul/mmu.cpp)
KERNEL = 0x1D3  # of CPSR: SVC mode in ARM code, interrupts held off
USER = 0x150  # of CPSR: User mode, as the loop has it (firmware/soc/imx6ul/start.S)
MODE, THUMB = 0x1F, 1 << 5  # of CPSR
ITSELF = 0xEAFFFFFE.to_bytes(4, "little")  # b . (ARM DDI 0406C A8.8.18)


class Machine:
    """A stopped QEMU, until resume()."""

    def __init__(self, path, seconds=60):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(seconds)
        self.received = b""
        end = time.monotonic() + seconds
        while True:
            try:
                self.socket.connect(str(path))
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)
        self.ask("qXfer:features:read:target.xml:0,ffb")  # who does not know the registers must not set one

    def tell(self, command):
        body = command.encode()
        self.socket.sendall(b"$" + body + b"#%02x" % (sum(body) & 0xFF))

    def ask(self, command):
        self.tell(command)
        answer = self._packet()
        while answer.startswith("T"):  # that it stopped, told whenever it does
            answer = self._packet()
        return answer

    def _packet(self):
        while (packet := re.search(rb"\$([^#]*)#..", self.received, re.DOTALL)) is None:
            self.received += self.socket.recv(4096)
        self.received = self.received[packet.end():]
        self.socket.sendall(b"+")
        return packet[1].decode()

    def set_register(self, number, value):
        if self.ask(f"P{number:x}={value.to_bytes(4, 'little').hex()}") != "OK":
            raise AssertionError("QEMU does not set registers")

    def register(self, number):
        return int.from_bytes(bytes.fromhex(self.ask(f"p{number:x}")), "little")

    def run_to(self, address):
        """Lets it run until it comes to that instruction."""
        if self.ask(f"Z1,{address:x},2") != "OK":
            raise AssertionError("QEMU sets no breakpoint")
        self.tell("c")
        while not self._packet().startswith("T05"):
            pass
        self.ask(f"z1,{address:x},2")
        if self.register(PC) != address:
            raise AssertionError(f"it stopped at {self.register(PC):#x}")

    def physical(self, address, size):
        """As memory(), whatever the processor's translation table says."""
        if self.ask("Qqemu.PhyMemMode:1") != "OK":
            raise AssertionError("QEMU does not read physical memory")
        try:
            return self.memory(address, size)
        finally:
            self.ask("Qqemu.PhyMemMode:0")

    def memory(self, address, size):
        pieces = [self.ask(f"m{at:x},{min(1024, address + size - at):x}") for at in range(address, address + size, 1024)]
        return bytes.fromhex("".join(pieces))

    def write(self, address, data):
        if self.ask(f"M{address:x},{len(data):x}:{data.hex()}") != "OK":
            raise AssertionError(f"QEMU does not write to {address:#x}")

    def resume(self):
        """Lets it run, and lets go of it."""
        self.ask("D")
        self.socket.close()


def symbols(image):
    """{name: address} of an ELF file."""
    listing = subprocess.run(["arm-none-eabi-nm", str(image)], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listing.splitlines())
    return {row[2]: int(row[0], 16) for row in rows if len(row) == 3}


def instruction(image, function, text):
    """Where the first instruction of a function is that has that text in objdump's words."""
    listing = subprocess.run(["arm-none-eabi-objdump", "-d", f"--disassemble={function}", str(image)],
                             capture_output=True, text=True, check=True).stdout
    return int(re.search(rf"^([0-9a-f]+):.*\b{re.escape(text)}", listing, re.MULTILINE)[1], 16)


@contextlib.contextmanager
def held(path, image, function):
    """Whoever comes to that function stays there until the block ends: work that lasts as long as a test wants. `function`
    is the beginning of a mangled name that only one function has."""
    (address,) = {at for name, at in symbols(image).items() if name.startswith(function)}

    def put(code):
        machine = Machine(path)
        found = machine.memory(address, len(code))
        machine.write(address, code)
        machine.resume()
        return found

    found = put(ITSELF)
    try:
        yield
    finally:
        put(found)
