#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the Mk II's image keeps on its eMMC, and what it makes of one that is not as it should be."""

import hashlib
import os
import random
import struct
import tempfile
import time
import unittest
from pathlib import Path

import usbip
from machine import Machine
from provisioned import AREA, AREA_SIZE, storage_of, write_storage
from gokey import keys

CUTS = int(os.environ.get("GOKEY_POWER_CUTS", "25"))
SIGNATURES = int(os.environ.get("GOKEY_SIGNATURES", "1000"))
SMALLEST_BLOCK = 16  # bytes, of newlib's allocator
CCID_OUT, CCID_IN = 0x01, 0x81
NO_SUCH_KEY, NOT_SAVED, NO_RANDOM, NOT_NOW = "6a88", "6581", "6f00", "6985"
SIGN, CHALLENGE = "002A9E9A20" + "2A" * 32 + "00", "0084000008"
WRONG, RIGHT = b"wrong-horse", b"correct-horse"


def failing(direction, sector=None):
    where = "" if sector is None else f'sector = "{sector}"\n'
    return f'[inject-error]\nevent = "none"\niotype = "{direction}"\n{where}'


class Card:
    """The card behind the CCID reader."""

    def __init__(self, port):
        self.device = usbip.Device(port)
        self.device.control(0, usbip.SET_CONFIGURATION, 1)
        self.exchange(0x62)
        self.apdu("00A4040006D2760001240100")

    def exchange(self, message, data=b""):
        self.device.transfer(CCID_OUT, data=struct.pack("<BIBBBBB", message, len(data), 0, 0, 0, 0, 0) + data)
        while True:
            answer = self.device.transfer(CCID_IN, 4096)
            if answer[7] & 0xC0 != 0x80:  # not a request for more time
                return answer[10:]

    def apdu(self, command):
        answer = self.exchange(0x6F, bytes.fromhex(command))
        return answer[:-2], answer[-2:].hex()

    def verify(self, passphrase):
        return self.apdu(f"00200081{len(passphrase):02x}{passphrase.hex()}")[1]

    def tries_left(self):
        return self.apdu("00CA00C400")[0][4]

    def close(self):
        self.device.close()


class Storage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="gokey-twin-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.image = storage_of(cls.folder / "state", "--pgp-secret-key", keys.openpgp("ed25519").secret)

    def machine(self, name, image=None, until=r"^ssh: ready", **options):
        made = Machine(self.folder / name, **options)
        self.addCleanup(made.finish)
        write_storage(made, image or self.image)
        made.start(until)
        return made

    @staticmethod
    def around(machine):
        """A hash of all that is not the storage."""
        data = bytearray(machine.emmc.read_bytes())
        data[AREA:AREA + AREA_SIZE] = bytes(AREA_SIZE)
        return hashlib.sha256(data).digest()

    def card(self, machine):
        card = Card(machine.port)
        self.addCleanup(card.close)
        return card

    def test_a_token_that_was_provisioned_elsewhere(self):
        with self.machine("good") as machine:
            outside = self.around(machine)
            card = self.card(machine)
            fingerprints = card.apdu("00CA00C500")[0].hex()
            self.assertTrue(fingerprints.startswith(keys.openpgp("ed25519").sig))
            self.assertEqual(card.verify(RIGHT), "9000")
            signature, word = card.apdu("002A9E9A20" + "2A" * 32 + "00")
            self.assertEqual((word, len(signature)), ("9000", 64))
            self.assertEqual(self.around(machine), outside, "partition table and boot image are left alone")
            self.assertEqual(machine.complaints(), [])

    def test_wrong_tries_outlive_the_power(self):
        machine = self.machine("tries")
        for left in (2, 1, 0):
            card = self.card(machine)
            self.assertEqual(card.tries_left(), left + 1)
            self.assertEqual(card.verify(WRONG), f"63c{left}")
            card.close()
            machine.kill()
            machine.start()
        self.assertEqual(self.card(machine).tries_left(), 0)

    def test_of_another_device_it_is_refused(self):
        for name, options in {"key": {"otpmk": "11" * 16}, "open": {"state": "nonsecure"}}.items():
            machine = self.machine(name, **options)
            self.assertIn("no key can be used: the storage was sealed for another device\n", machine.said())
            machine.kill()
            self.assertEqual(machine.emmc.read_bytes()[AREA:AREA + AREA_SIZE], self.image)

    def test_damage_in_one_copy_is_repaired(self):
        for copy in (0, 1):
            image = bytearray(self.image)
            image[copy * AREA_SIZE // 2 + 700] ^= 1
            with self.machine(f"damage{copy}", bytes(image)) as machine:
                self.assertIn("one copy of the storage was half-written or damaged: repaired", machine.said())
                self.assertEqual(self.card(machine).tries_left(), 3)
                machine.kill()
                self.assertEqual(machine.emmc.read_bytes()[AREA:AREA + AREA_SIZE], self.image)

    def test_without_an_emmc_it_says_so_and_stays_up(self):
        made = Machine(self.folder / "none", emmc=False)
        self.addCleanup(made.finish)
        made.start()
        self.assertIn("\nwarning: the eMMC does not answer: nothing can be stored\n", made.said())
        self.assertIn("\nwarning: no key can be used: ", made.said())
        self.assertEqual(self.card(made).verify(RIGHT), NO_SUCH_KEY)

    def test_an_emmc_that_cannot_be_read_is_said_and_it_stays_up(self):
        machine = self.machine("unreadable", emmc_errors=failing("read"))
        self.assertIn("\nwarning: no key can be used: the storage could not be read\n", machine.said())
        self.assertEqual(self.card(machine).verify(RIGHT), NO_SUCH_KEY)
        machine.kill()
        self.assertEqual(machine.emmc.read_bytes()[AREA:AREA + AREA_SIZE], self.image)

    def test_a_block_that_cannot_be_read_in_one_copy_is_said_and_made_do_without(self):
        for copy in (0, 1):
            sector = (AREA + copy * AREA_SIZE // 2) // 512
            with self.machine(f"block{copy}", emmc_errors=failing("read", sector)) as machine:
                self.assertRegex(machine.said(), "one copy of the storage")
                card = self.card(machine)
                self.assertEqual(card.verify(WRONG), "63c2")
                self.assertEqual(card.verify(RIGHT), "9000")

    def test_an_emmc_that_cannot_be_written_gives_no_try(self):
        machine = self.machine("unwritable", emmc_errors=failing("write"))
        card = self.card(machine)
        for word in (WRONG, RIGHT):
            self.assertEqual(card.verify(word), NOT_SAVED)
        self.assertEqual(card.tries_left(), 3)
        machine.kill()
        self.assertEqual(machine.emmc.read_bytes()[AREA:AREA + AREA_SIZE], self.image)

    def assert_refuses(self, card, *instructions):
        left = card.tries_left()
        for instruction in instructions:
            self.assertEqual(card.apdu(instruction), (b"", NO_RANDOM), instruction)
        self.assertEqual(card.tries_left(), left)

    def test_no_key_without_random_numbers_at_the_start(self):
        with self.machine("fail", arguments=["-global", "mk2-rngb.fail=on"]) as machine:
            self.assertIn("\nwarning: the random number generator failed a test: no key is used", machine.said())
            card = self.card(machine)
            self.assertEqual(card.verify(RIGHT), NOT_NOW)
            self.assert_refuses(card, CHALLENGE)
        self.assertEqual(machine.complaints(), [])

    def test_no_key_from_the_moment_that_random_numbers_repeat(self):
        with self.machine("stuck") as machine:
            card = self.card(machine)
            self.assertEqual(card.verify(RIGHT), "9000")
            machine.qmp("qom-set", path="/machine/rngb", property="stuck", value=True)
            for _ in range(3):  # numbers are drawn, and what was seeded before is good still
                card.apdu(CHALLENGE)
            machine.wait_for("^warning: the random number generator failed a test")
            self.assert_refuses(card, SIGN, CHALLENGE)
            self.assertEqual(machine.said().count("gokey on"), 1, machine.said())
            machine.qmp("qom-set", path="/machine/rngb", property="stuck", value=False)
            self.assert_refuses(card, SIGN, CHALLENGE)
        self.assertEqual(machine.complaints(), [])

    def test_signatures_leave_no_memory_behind(self):
        image = storage_of(self.folder / "many", "--pgp-secret-key", keys.openpgp("ed25519").secret, "--signature-pin",
                           "once")
        with self.machine("many", image, debugger=True) as machine:
            card = self.card(machine)
            self.assertEqual(card.verify(RIGHT), "9000")

            def sign(times):
                for _ in range(times):
                    self.assertEqual(card.apdu(SIGN)[1], "9000")
                return machine.heap_size()

            before, after = sign(100), sign(SIGNATURES)
            print(f"heap: {before} bytes, {after} after {SIGNATURES} more signatures", end=" ", flush=True)
            # Memory is taken by pages: not all of what a leak of the smallest blocks would take need show.
            self.assertLess(after - before, SMALLEST_BLOCK * SIGNATURES // 2, "each leaves something")

    def test_power_cuts_at_random_moments(self):
        """The twin is killed while the card counts tries: none that was answered comes back."""
        seed = random.randrange(1 << 32)
        noise = random.Random(seed)
        machine = self.machine("cuts")
        failed = repairs = 0
        for number in range(CUTS):
            where = f"round {number}, seed {seed}"
            card = self.card(machine)
            left = card.tries_left()
            self.assertLessEqual(left, 3 - failed, f"a try came back: {where}")
            if left < 2:
                self.assertEqual(card.verify(RIGHT), "9000", where)
                failed = 0
                self.cut(machine, card)
                continue  # an open key takes any passphrase
            failed = 3 - left
            verify = b"\x00\x20\x00\x81" + bytes([len(WRONG)]) + WRONG
            if noise.random() < 0.4:  # let it answer
                self.assertEqual(card.verify(WRONG), f"63c{left - 1}", where)
                failed += 1
            else:
                card.device.submit(CCID_OUT, data=struct.pack("<BIBBBBB", 0x6F, len(verify), 0, 0, 0, 0, 0) + verify)
                time.sleep(noise.uniform(0, 0.03))
            self.cut(machine, card)
            self.assertNotIn("older values", machine.said(), where)
            repairs += "half-written" in machine.said()
        print(f"{CUTS} power cuts, {repairs} found a copy half-written", end=" ", flush=True)

    @staticmethod
    def cut(machine, card):
        machine.kill()
        card.close()
        machine.start()


if __name__ == "__main__":
    unittest.main()
