#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What the board does when its program goes astray: it keeps a record, starts again and says so.

The image holds nothing that crashes on demand. The tests stop the machine by QEMU's debugger interface while the loop
sleeps, send the processor where a wild pointer would, and let it run."""

import json
import re

from gokey import case, gdb, keys
from gokey.board import IMAGE, Board
from gokey.case import Case
from gokey.console import Console


CUT_SHORT = "the last run was cut short"


class Crash(Case):
    @classmethod
    def setUpClass(cls):
        cls.symbols = gdb.symbols(IMAGE)

    def setUp(self):
        super().setUp()
        self.debugger = self.dir / "gdb"
        self.board = Board(self.dir / "state", card=False,
                           arguments=["-chardev", f"socket,id=gdb,path={self.debugger},server=on,wait=off",
                                      "-gdb", "chardev:gdb"])
        self.addCleanup(self.board.stop)
        self.board.start()
        self.console = Console(self.dir, self.board.port, keys.ssh_identity(self.dir))

    def warning(self, registers):
        """What the next start says of the crash before it."""
        # It may have been stopped in the loop's Thumb code as well.
        registers = {gdb.CPSR: gdb.KERNEL} | registers
        machine = gdb.Machine(self.debugger)
        before = self.board.said()
        for number, value in registers.items():
            machine.set_register(number, value)
        machine.resume()
        line = self.board.wait_for("restarted after a crash", since=before)
        self.board.wait_for("^ssh: ready", since=before)
        status = json.loads(self.console.run("status --json").stdout)
        told = [text for text in status["token"]["warnings"] if "crash" in text]
        self.assertEqual(["warning: " + text for text in told], [line])
        self.assertNotIn(CUT_SHORT, "\n".join(self.board.lines()))
        self.assertIn(f"WARNING: {told[0]}", self.console.run("status").stdout.decode())
        return told[0]

    def test_a_null_pointer_is_called(self):
        self.assertRegex(self.warning({gdb.PC: 0}), r"prefetch abort at 00000000, address 00000000")

    def test_a_null_pointer_is_read(self):
        told = self.warning({1: 0, gdb.PC: gdb.instruction(IMAGE, "gokey_switch", "mov\tsp, r1")})
        self.assertRegex(told, r"data abort at [0-9a-f]{8}, address 00000000")

    def test_code_is_written_to(self):
        target = self.symbols["_start"]
        told = self.warning({0: target, gdb.PC: self.symbols["gokey_switch"]})  # keeps its stack pointer there
        self.assertRegex(told, f"data abort at [0-9a-f]{{8}}, address {target:08x}")

    def test_constants_are_written_to(self):
        target = self.symbols["__text_end"]
        told = self.warning({0: target, gdb.PC: self.symbols["gokey_switch"]})  # keeps its stack pointer there
        self.assertRegex(told, f"data abort at [0-9a-f]{{8}}, address {target:08x}")

    def test_the_stack_overflows(self):
        for name, mode in (("kernel", {}), ("stack", {gdb.CPSR: gdb.USER})):
            with self.subTest(name):
                guard = self.symbols["__kernel_guard" if name == "kernel" else "__stack_guard"]
                told = self.warning(mode | {gdb.SP: guard + 4096 + 8, gdb.PC: self.symbols["gokey_switch"]})
                address = int(re.search("address ([0-9a-f]{8})", told)[1], 16)
                self.assertTrue(guard <= address < guard + 4096, told)

    def test_data_is_executed(self):
        for place in ("__data_start", "__stack", "__kernel_start", "__mailbox_start", "__heap_start", "__text_end"):
            with self.subTest(place):
                told = self.warning({gdb.PC: self.symbols[place]})
                self.assertRegex(told, f"prefetch abort at {self.symbols[place]:08x}")

    def test_abort_is_a_crash_too(self):
        for mode in ({}, {gdb.CPSR: gdb.USER, gdb.SP: self.symbols["__stack_top"]}):
            told = self.warning(mode | {gdb.LR: 0x80012344, gdb.PC: self.symbols["abort"]})
            self.assertRegex(told, "failed assertion at 80012344")

    def test_a_loop_that_is_stuck_is_reset_by_the_watchdog(self):
        machine = gdb.Machine(self.debugger)
        before = self.board.said()
        # reset_chip() ends in such a loop; entered behind its writes to the watchdog it is only stuck.
        machine.set_register(gdb.CPSR, gdb.KERNEL)
        machine.set_register(gdb.PC, self.stuck())
        machine.resume()
        self.board.wait_for(f"^reset status .*{CUT_SHORT}", since=before, seconds=120)
        self.board.wait_for("^ssh: ready", since=before)

    def stuck(self):
        return gdb.instruction(IMAGE, "_ZN5gokey6imx6ul10reset_chipEv", "wfi")

    def test_the_record_is_told_once(self):
        self.warning({gdb.PC: 0})
        before = self.board.said()
        self.console.run("reboot")
        self.board.wait_for("^ssh: ready", since=before)
        status = json.loads(self.console.run("status --json").stdout)
        self.assertEqual([text for text in status["token"]["warnings"] if "crash" in text], [])
        self.assertNotIn(CUT_SHORT, "\n".join(self.board.lines()))


if __name__ == "__main__":
    case.main()
