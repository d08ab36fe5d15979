#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The wall between what parses and what knows keys: a loop that was taken over reaches neither the vault's memory nor, by a
bus master's descriptors, anything else.

The debugger waits until the loop comes by, and sends the processor from there, with whatever mode and translation table it
has, to an instruction that reads or writes where the test wants. What stops it is told by the next start."""

import base64
import re

from gokey import body, case, gdb, keys
from gokey.board import IMAGE, Board
from gokey.case import SOURCE, Case
from gokey.console import Console

KEY_FILE = SOURCE / "tests" / "data" / "keys" / "unprotected.asc"
HEAP_OF_INTEREST = 4 << 20  # bytes from its begin
REGISTERS = {"RDSR": 0x02188180, "TDSR": 0x02188184, "GICD_CTLR": 0x00A01000, "WDOG1_WCR": 0x020BC000,
             "USB ENDPTLISTADDR": 0x02184158}
RDSR, ENET_MRBR = 0x180, 0x188
# enum class Call, firmware/soc/imx6ul/call.h
WAIT, SUBMIT, RANDOM, SPEED, PRINT, OUTPUT, READ, WRITE, DO = 0, 2, 3, 4, 5, 8, 9, 10, 11
MAILBOX = 128 * 1024
FPSCR = 74  # to QEMU's debugger: behind the core's 26 registers and NEON's 48


def secret_of_first_subkey(armoured):
    """The private number of an OpenPGP file's first secret subkey that has no passphrase (RFC 4880 5.5.3)."""
    lines = armoured.partition("\n\n")[2].splitlines()
    data = base64.b64decode("".join(line for line in lines if not line.startswith(("=", "-"))))
    at = 0
    while True:
        tag, kind = data[at] >> 2 & 0xF, data[at] & 3
        size = int.from_bytes(data[at + 1:at + 1 + (1 << kind)])
        packet = data[at + 1 + (1 << kind):][:size]
        if tag == 7:
            break
        at += 1 + (1 << kind) + size
    algorithm, at = packet[5], 6
    if algorithm in (18, 19, 22):  # ECDH, ECDSA, EdDSA: the curve's name
        at += 1 + packet[at]

    def number(at):
        return at + 2 + (int.from_bytes(packet[at:at + 2]) + 7) // 8

    for _ in range(2 if algorithm == 1 else 1):
        at = number(at)
    if algorithm == 18:
        at += 1 + packet[at]
    if packet[at] != 0:
        raise AssertionError("the key has a passphrase")
    return packet[at + 3:number(at + 1)]


class Wall(Case):
    @classmethod
    def setUpClass(cls):
        cls.symbols = gdb.symbols(IMAGE)
        cls.load = gdb.instruction(IMAGE, "gokey_switch", "mov\tsp, r1")  # and then reads what sp points to
        cls.store = cls.symbols["clear"]  # writes zeros from r0 up to r1

    def setUp(self):
        super().setUp()
        self.debugger = self.dir / "gdb"
        state = self.dir / "state"
        done = body.provision(state, "--pgp-secret-key", KEY_FILE, "--name", "Bar", "--ssh-authorized-keys",
                              keys.public_of(keys.ssh_identity(self.dir)))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.board = Board(state, arguments=["-chardev", f"socket,id=gdb,path={self.debugger},server=on,wait=off",
                                             "-gdb", "chardev:gdb"])
        self.addCleanup(self.board.stop)
        self.board.start()
        self.console = Console(self.dir, self.board.port, self.dir / "id_ed25519")

    def crash(self, registers, loop=True):
        """What the next start says of the crash that follows."""
        machine = gdb.Machine(self.debugger)
        before = self.board.said()
        if loop:
            machine.run_to(self.symbols["_ZN5gokey5metal4Body4stepEv"])
            registers = {gdb.CPSR: machine.register(gdb.CPSR) & ~gdb.THUMB, **registers}
        for number, value in registers.items():
            machine.set_register(number, value)
        machine.resume()
        line = self.board.wait_for("restarted after a crash", since=before)
        self.board.wait_for("^ssh: ready", since=before)
        self.assertNotIn("in the vault", line)
        return line

    def assert_cannot_read(self, address, loop=True):
        self.assert_aborted(self.crash({1: address, gdb.PC: self.load}, loop), address)

    def assert_cannot_write(self, address):
        self.assert_aborted(self.crash({0: address, 1: address + 32, gdb.PC: self.store}), address)

    def assert_aborted(self, told, address):
        # ARM DDI 0406C B3.13.3: translation or permission, of a section or a page; not alignment.
        self.assertRegex(told, f"data abort at [0-9a-f]{{8}}, address {address:08x}, status [0-9a-f]{{7}}[57df],")

    def assert_refused(self, call, *arguments):
        svc = gdb.instruction(IMAGE, "_ZN5gokey6imx6ul7restartEv", "svc")
        told = self.crash({**dict(enumerate((*arguments, 0, 0, 0)[:3])), 3: call, gdb.PC: svc})
        self.assertIn(f"supervisor call at {svc:08x}", told)

    def physical(self, address, size):
        machine = gdb.Machine(self.debugger)
        try:
            return machine.physical(address, size)
        finally:
            machine.resume()

    def test_an_open_key_lies_where_the_loop_cannot_read_it(self):
        secret = secret_of_first_subkey(KEY_FILE.read_text())
        keys_said = self.console.status()["openpgp"]["keys"]
        self.assertEqual([key["locked"] for key in keys_said if key["use"] == "sig"], [False])
        heap = self.symbols["__heap_start"]
        places = [m.start() for m in re.finditer(re.escape(secret), self.physical(heap + gdb.VAULT_OFFSET,
                                                                                   HEAP_OF_INTEREST))]
        self.assertNotEqual(places, [], "the key is not where it was looked for")
        self.assertNotIn(secret, self.physical(heap, HEAP_OF_INTEREST), "the loop has it")
        at = heap + gdb.VAULT_OFFSET + places[0] + 3 & ~3
        self.assert_cannot_read(at)
        self.assert_cannot_read(at, loop=False)  # nor does the kernel while it serves the loop

    def test_the_vault_has_no_other_memory_there_either(self):
        for name in ("__data_start", "__stack", "__heap_start"):
            with self.subTest(name):
                self.assert_cannot_read(self.symbols[name] + gdb.VAULT_OFFSET)
        self.assert_cannot_read(0x9FE00000)  # what the loader put there

    def test_the_loop_reads_no_register(self):
        for name, address in REGISTERS.items():
            with self.subTest(name):
                self.assert_cannot_read(address)

    def test_the_loop_writes_neither_descriptors_nor_where_they_begin_nor_the_kernels_memory(self):
        for name in ("_ZN5gokey6imx6ul8ethernet2inE", "_ZN5gokey6imx6ul8ethernet3outE", "__kernel_start", "_start"):
            with self.subTest(name):
                self.assert_cannot_write(self.symbols[name])
        for address in (REGISTERS["RDSR"], 0x9FFFF000):
            with self.subTest(f"{address:08x}"):
                self.assert_cannot_write(address)

    def test_the_vault_does_not_calculate_in_the_loops_way(self):
        upwards = 1 << 22  # FPSCR.RMode (ARM DDI 0406C B4.1.58)
        machine = gdb.Machine(self.debugger)
        machine.run_to(self.symbols["_ZN5gokey5metal4Body4stepEv"])
        machine.set_register(FPSCR, upwards)
        machine.run_to(self.symbols["gokey_call"])
        in_kernel = machine.register(FPSCR)
        machine.run_to(self.symbols["_ZN5gokey5metal4Body4stepEv"])
        in_loop = machine.register(FPSCR)
        machine.resume()
        self.assertEqual((in_kernel, in_loop), (0, upwards))

    def test_what_is_no_request_is_told_as_that(self):
        svc = gdb.instruction(IMAGE, "_ZN5gokey6imx6ul7restartEv", "svc")
        machine = gdb.Machine(self.debugger)
        before = self.board.said()
        mailbox = self.symbols["_ZN5gokey6imx6ul7mailboxE"]
        machine.run_to(self.symbols["_ZN5gokey5metal4Body4stepEv"])
        while machine.memory(mailbox + MAILBOX + 4, 1) != b"\0":  # the vault has a request of the loop's own
            machine.run_to(self.symbols["gokey_call"])
            machine.run_to(self.symbols["_ZN5gokey5metal4Body4stepEv"])
        machine.set_register(gdb.CPSR, machine.register(gdb.CPSR) & ~gdb.THUMB)
        for number, value in {0: 3, 3: SUBMIT, gdb.PC: svc}.items():
            machine.set_register(number, value)
        machine.write(mailbox, b"\xff\xff\xff")
        machine.run_to(svc + 4)
        for number, value in {0: 0, 1: 0xFFFFFFFF, 3: WAIT, gdb.PC: svc}.items():
            machine.set_register(number, value)
        machine.resume()
        told = self.board.wait_for("restarted after a crash", since=before)
        self.assertRegex(told, "request that cannot be read at [0-9a-f]{8}, .*, in the vault$")

    def test_calls_believe_nothing(self):
        for call in ((WRITE, RDSR, 0x84000000), (WRITE, ENET_MRBR, 0x4000), (READ, 0x200), (READ, 2), (DO, 0, 64),
                     (DO, 1, 32, 60), (DO, 1, 0, 1537), (DO, 2), (SUBMIT, MAILBOX + 1), (RANDOM, 257), (PRINT, 257),
                     (SPEED, 0), (OUTPUT, 0, 1), (99,)):
            with self.subTest(call):
                self.assert_refused(*call)


if __name__ == "__main__":
    case.main()
