#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""The wall between what parses and what knows keys, where only the Mk II's image has it: the USB controller's descriptors and
base addresses, and the vault's memory for DCP. See tests/integration/metal/wall_test.py."""

import tempfile
import time
import unittest

from machine import IMAGE, Machine
from gokey import gdb

DMA = 0x9FF00000  # the vault's comes first (firmware/soc/imx6ul/memory.ld)
USBCMD, ENDPTLISTADDR, USBMODE = 0x140, 0x158, 0x1A8
# enum class Call, firmware/soc/imx6ul/call.h, and usb::Operation
SPEED, OUTPUT, READ, WRITE, DO = 4, 8, 9, 10, 11
OPEN, START = 1, 2


class Wall(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.symbols = gdb.symbols(IMAGE)
        cls.svc = gdb.instruction(IMAGE, "_ZN5gokey6imx6ul7restartEv", "svc")
        folder = tempfile.TemporaryDirectory(prefix="gokey-twin-")
        cls.addClassCleanup(folder.cleanup)
        cls.twin = Machine(f"{folder.name}/twin", debugger=True)
        cls.addClassCleanup(cls.twin.kill)
        cls.twin.start(r"^ssh: ready")

    def crash(self, registers):
        """What the next start says of the crash that follows once the loop was sent there."""
        ready = self.twin.said().count("ssh: ready")
        machine = gdb.Machine(self.twin.folder / "gdb")
        machine.run_to(self.symbols["_ZN5gokey5metal4Body4stepEv"])
        machine.set_register(gdb.CPSR, machine.register(gdb.CPSR) & ~gdb.THUMB)
        for number, value in registers.items():
            machine.set_register(number, value)
        machine.resume()
        end = time.monotonic() + 60
        while self.twin.said().count("ssh: ready") == ready:
            self.assertLess(time.monotonic(), end, self.twin.said())
            time.sleep(0.02)
        return [line for line in self.twin.said().splitlines() if "restarted after a crash" in line][-1]

    def test_the_loop_writes_no_descriptor(self):
        for name in ("heads", "descriptors"):
            (at,) = (at for symbol, at in self.symbols.items() if symbol.endswith(f"3usb{len(name)}{name}E"))
            told = self.crash({0: at, 1: at + 32, gdb.PC: self.symbols["clear"]})
            self.assertRegex(told, f"data abort at [0-9a-f]{{8}}, address {at:08x}, status [0-9a-f]{{7}}[df],")

    def test_the_loop_does_not_read_what_the_dcp_reads(self):
        told = self.crash({1: DMA, gdb.PC: gdb.instruction(IMAGE, "gokey_switch", "mov\tsp, r1")})
        self.assertRegex(told, f"data abort at [0-9a-f]{{8}}, address {DMA:08x}, status [0-9a-f]{{7}}[57],")

    def test_calls_believe_nothing(self):
        for call in ((WRITE, ENDPTLISTADDR, 0x84000000), (WRITE, USBMODE, 3), (WRITE, USBCMD, 2), (READ, 0x200),
                     (DO, OPEN, 1, 64), (DO, OPEN, 16, 64), (DO, OPEN, 2, 1025), (DO, START, 16, 0),
                     (DO, START, 2, 16385), (DO, 3), (SPEED, 2), (OUTPUT, 2, 1)):
            with self.subTest(call):
                told = self.crash({**dict(enumerate((*call[1:], 0, 0, 0)[:3])), 3: call[0], gdb.PC: self.svc})
                self.assertIn(f"supervisor call at {self.svc:08x}", told)


if __name__ == "__main__":
    unittest.main(verbosity=2)
