#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""The Mk II's image in its twin, with a USB/IP client for a host: start-up, silicon, and the USB controller's driver."""

import errno
import os
import struct
import subprocess
import tempfile
import unittest

import machine
import usbip
from machine import Machine

CCID_OUT, CCID_IN = 0x01, 0x81
HID_OUT, HID_IN = 0x02, 0x83
SELECT_OPENPGP = bytes.fromhex("00A4040006D2760001240100")


class TwinCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="gokey-twin-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def twin(self, name="twin", until=r"^ssh: ready", **options):
        made = Machine(f"{self.folder}/{name}", **options)
        self.addCleanup(made.finish)
        made.start(until)
        return made


class StartUp(TwinCase):
    def test_every_model_is_told_apart_by_its_fuses(self):
        for model, name in enumerate(("UA-MKII-beta", "UA-MKII-gamma", "UA-MKII-LAN")):
            with self.twin(name, model=model) as twin:
                self.assertIn(f"gokey on {name}\n", twin.said())
                self.assertEqual(twin.complaints(), [])

    def test_the_device_key_is_the_chips_own(self):
        def host_key(**options):
            with self.twin(**options) as twin:
                return twin.wait_for("host key SHA256"), "all chips share" in twin.said()

        mine, shared = host_key()
        self.assertFalse(shared)
        self.assertEqual(host_key(state="secure"), (mine, False))
        self.assertNotEqual(host_key(otpmk="ff" * 16)[0], mine)
        # The monitor withholds it, or there is none: all have the same, and the firmware says so.
        test_key, shared = host_key(state="nonsecure")
        self.assertTrue(shared)
        self.assertNotEqual(test_key, mine)
        self.assertEqual(host_key(state="nonsecure", otpmk="ff" * 16), (test_key, True))
        self.assertEqual(host_key(state="softfail"), (test_key, True))
        self.assertEqual(host_key(arguments=["-global", "mk2-snvs.otpmk-zero=on"]), (test_key, True))

    def test_without_random_numbers_and_storage_it_stops(self):
        with self.twin(until="^stopped", arguments=["-global", "mk2-rngb.fail=on"], emmc=False) as twin:
            self.assertIn("the random number generator failed its self-test, and the storage fails too", twin.said())
            self.assertNotIn("ssh: ready", twin.said())

    def test_another_chip_is_refused(self):
        with self.twin(until="^stopped", options=f",digprog={0x00630002}") as twin:
            self.assertIn("this chip is not of the i.MX6UL's family", twin.said())
        # The plain one would have a CAAM, which nobody emulates, and none of the blocks that are here.
        with self.twin("plain", until="^stopped", options=f",digprog={0x00640002}") as twin:
            self.assertIn("the chip's CAAM does not answer", twin.said())

    def test_the_processor_runs_at_what_its_fuses_allow(self):
        for grade, said in ((3, "processor: 900 MHz"), (2, "processor: 792 MHz"), (1, "processor: 528 MHz"),
                            (0, "warning: the processor keeps its speed: its fuses name no speed")):
            with self.twin(f"grade{grade}", speed=grade) as twin:
                self.assertIn(f"\n{said}\n", twin.said())
                self.assertEqual(twin.complaints(), [])

    def test_it_is_idle_a_minute_after_its_last_use(self):
        divider, pll, supply = 0x020C4010, 0x020C8000, 0x020C8140
        slow = (3, 66, 10, 18)  # 792 MHz / 4 at 0.95 V, 1.15 V for the rest

        def settings(twin):
            volts = twin.word(supply)
            return twin.word(divider) & 7, twin.word(pll) & 0x7F, volts & 0x1F, volts >> 18 & 0x1F

        def idle_after(uses):
            return f"^(?:(?s:.)*?^processor: 900 MHz){{{uses}}}(?s:.)*?^processor: 198 MHz"

        # What nobody waits for passes in no time: the minute too.
        with self.twin(arguments=["-icount", "shift=4,sleep=off"], until=idle_after(1)) as twin:
            self.assertEqual(settings(twin), slow)
            device = usbip.Device(twin.port)  # FIDO asks the vault when power comes
            self.addCleanup(device.close)
            twin.wait_for(idle_after(2))
            self.assertEqual(settings(twin), slow)
            device.control(0, usbip.SET_CONFIGURATION, 1)
            for message in (0x65, 0x62):  # is there a card? Switch it on!
                device.transfer(CCID_OUT, data=struct.pack("<BIBBBBB", message, 0, 0, 0, 0, 0, 0))
                device.transfer(CCID_IN, 512)
            twin.wait_for(idle_after(3))
            self.assertEqual(twin.said().count("processor: 900 MHz"), 3, "the question was no use")
            self.assertEqual(settings(twin), slow)

    def test_a_slow_cipher_block_is_waited_for(self):
        """As an emulator's is on a busy computer: the image once restarted for that."""
        with self.twin(arguments=["-global", "mk2-dcp.delay-us=400000"]) as twin:
            self.assertNotIn("crash", twin.said())

    def test_the_leds_are_on_until_the_card_is_initialised(self):
        with self.twin() as twin:
            self.assertTrue(twin.led("blue"))
            self.assertTrue(twin.led("white"))


class Usb(TwinCase):
    def setUp(self):
        super().setUp()
        self.machine = self.twin()

    def tearDown(self):
        self.assertEqual(self.machine.complaints(), [])

    def plug(self):
        device = usbip.Device(self.machine.port)
        self.addCleanup(device.close)
        device.control(0, usbip.SET_CONFIGURATION, 1)
        return device

    def refused(self, code, call, *arguments, **options):
        with self.assertRaises(usbip.Refused) as caught:
            call(*arguments, **options)
        self.assertEqual(errno.errorcode[caught.exception.errno], code)

    def test_descriptors_of_every_length(self):
        device = self.plug()
        whole = device.descriptor(2)
        self.assertEqual(len(whole), whole[2] | whole[3] << 8)
        self.assertGreater(len(whole), 3 * 64, "several packets")
        # Cut by the host, packet by packet and beside: the data stage ends as it asked.
        for size in (1, 8, 9, 63, 64, 65, 127, 128, 129, 192, len(whole) - 1, len(whole), len(whole) + 1, 4096):
            self.assertEqual(device.descriptor(2, size=size), whole[:size], size)
        self.assertEqual(device.descriptor(3, 3, language=0x409)[2:].decode("utf-16-le"), machine.SERIAL)

    def test_what_is_not_known_stalls_and_goes_on(self):
        device = self.plug()
        for _ in range(3):
            self.refused("EPIPE", device.control, 0xC0, 99, size=8)
            self.refused("EPIPE", device.control, 0x40, 99, data=bytes(100))
            self.assertEqual(device.control(0x80, 8, size=1), b"\1")

    def test_a_halted_endpoint_stalls_until_it_is_cleared(self):
        device = self.plug()
        device.control(usbip.STANDARD_ENDPOINT_OUT, usbip.SET_FEATURE, 0, HID_IN)
        self.assertEqual(device.control(0x82, 0, 0, HID_IN, size=2), b"\1\0")
        self.refused("EPIPE", device.transfer, HID_IN, 64)
        device.control(usbip.STANDARD_ENDPOINT_OUT, usbip.CLEAR_FEATURE, 0, HID_IN)
        self.assertEqual(device.control(0x82, 0, 0, HID_IN, size=2), b"\0\0")
        self.ctaphid_init(device)

    def test_an_urb_taken_back_leaves_the_endpoint_usable(self):
        device = self.plug()
        waiting = device.submit(HID_IN, 64)
        self.assertEqual(device.unlink(waiting), -errno.ECONNRESET)
        self.ctaphid_init(device)

    def ctaphid_init(self, device):
        nonce = os.urandom(8)
        report = struct.pack(">IBH8s", 0xFFFFFFFF, 0x86, 8, nonce)
        device.transfer(HID_OUT, data=report.ljust(64, b"\0"))
        answer = device.transfer(HID_IN, 64)
        self.assertEqual(answer[:15], struct.pack(">IBH8s", 0xFFFFFFFF, 0x86, 17, nonce))

    def test_the_fido_key_answers(self):
        device = self.plug()
        for _ in range(20):
            self.ctaphid_init(device)

    def ccid(self, device, message, data=b"", sequence=0):
        device.transfer(CCID_OUT, data=struct.pack("<BIBBBBB", message, len(data), 0, sequence, 0, 0, 0) + data)
        answer = device.transfer(CCID_IN, 4096)
        size = struct.unpack_from("<I", answer, 1)[0]
        self.assertEqual(len(answer), 10 + size)
        self.assertEqual(answer[7] & 0x40, 0, answer.hex())
        return answer[10:]

    def test_the_card_answers(self):
        device = self.plug()
        self.assertEqual(self.ccid(device, 0x62)[:1], b"\x3b")
        self.assertEqual(self.ccid(device, 0x6F, SELECT_OPENPGP, 1)[-2:], b"\x90\x00")
        aid = self.ccid(device, 0x6F, bytes.fromhex("00CA004F00"), 2)
        self.assertEqual(aid.hex().upper(), f"D276000124010304FF00{machine.SERIAL}00009000")
        # An answer of whole packets, and one byte more and less: random numbers in the length that is asked for.
        for size in range(498, 506):
            data = self.ccid(device, 0x6F, struct.pack(">4sBH", bytes.fromhex("00840000"), 0, size), 3)
            self.assertEqual(data[-2:], b"\x90\x00", size)
            self.assertEqual(len(data), size + 2)

    def test_unplugged_and_plugged_again(self):
        for _ in range(5):
            with usbip.Device(self.machine.port) as device:
                device.control(0, usbip.SET_CONFIGURATION, 1)
                self.ctaphid_init(device)
        # In the middle of something.
        with usbip.Device(self.machine.port) as device:
            device.control(0, usbip.SET_CONFIGURATION, 1)
            device.submit(CCID_IN, 512)
            device.submit(CCID_OUT, data=bytes(5))
        self.ctaphid_init(self.plug())

    def test_data_for_an_endpoint_of_an_unconfigured_device_is_not_taken(self):
        device = usbip.Device(self.machine.port)
        self.addCleanup(device.close)
        self.refused("EPROTO", device.transfer, HID_IN, 64)
        self.machine.folder.joinpath("complaints").write_text("")  # the model tells of it

    def test_a_host_that_sends_nonsense(self):
        device = self.plug()
        noise = os.urandom(64 * 64)
        for i in range(64):
            piece = noise[64 * i:64 * i + 64]
            setup = piece[:6] + struct.pack("<H", 0 if i % 2 else piece[6])
            if setup[0] & 0x7F == 0 and setup[1] in (5, 9):
                continue  # it would lose its address, or its configuration
            size = struct.unpack_from("<H", setup, 6)[0]
            to_host = setup[0] & 0x80
            try:
                device.result(device.submit(to_host, size, b"" if to_host else bytes(size), setup))
            except usbip.Refused as refusal:
                self.assertEqual(refusal.errno, errno.EPIPE, setup.hex())
        device.transfer(CCID_OUT, data=noise[:300])
        device.control(0, usbip.SET_CONFIGURATION, 1)
        self.ctaphid_init(device)


class Image(unittest.TestCase):
    def test_the_loader_of_the_boot_rom_takes_it(self):
        image = machine.IMAGE.replace(".elf", ".imx")
        try:
            done = subprocess.run(["imx_usb", "-S", "15a2:0080", image], capture_output=True, text=True, timeout=60)
        except FileNotFoundError:
            self.skipTest("no imx_usb (imx-usb-loader)")
        said = done.stdout + done.stderr
        self.assertEqual(done.returncode, 0, said[-500:])
        self.assertIn("jumping to 0x8000f400", said)


if __name__ == "__main__":
    unittest.main()
