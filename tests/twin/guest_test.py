#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""The Mk II's image in its twin, plugged into a real Linux kernel: what a person does with a token."""

import json
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from machine import SERIAL, Machine
from plugged import TwinToken
from provisioned import storage_of, write_storage
from gokey import keys
from gokey.case import SKIPPED
from gokey_guest.case import GuestCase
from gokey_guest.fido import FidoKey
from gokey_guest.gpg import GuestGpg
from gokey_guest.guest import Guest, GuestUnavailable
from gokey_guest.token import Person

PLUG_IN = Path(__file__).with_name("plug-in")
SSH = ("ssh -F /dev/null -i /root/id -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=no "
       "-o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ConnectTimeout=20 bar@10.0.0.10")

# Asks for random numbers in a shell without a terminal.
ASK = """
import subprocess, time
shell = subprocess.Popen({ssh}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
took = []
for _ in range({times} + 1):
    begin = time.monotonic()
    shell.stdin.write(b"rand\\n")
    shell.stdin.flush()
    while len(shell.stdout.readline().strip()) != 64:
        pass
    took.append(time.monotonic() - begin)
print(1e3 * sorted(took[1:])[{times} // 2])
shell.kill()
"""


class GuestConsole:
    """The console as the guest reaches it, with the ways of gokey.console.Console that are used here."""

    def __init__(self, guest):
        self.guest = guest

    def run(self, words, stdin=b""):
        return self.guest.run(f"{SSH} {words}", stdin)

    def start(self, words, **options):
        return self.guest.start_command(f"{SSH} {words}", **options)


class OnLinux(GuestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="gokey-twin-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.keys = keys.openpgp("rsa4096")
        cls.identity = keys.ssh_identity(cls.folder)
        area = storage_of(cls.folder / "state", "--pgp-secret-key", cls.keys.secret, "--ssh-authorized-keys",
                          keys.public_of(cls.identity), "--snvs", "on")
        cls.machine = Machine(cls.folder / "twin", debugger=True)
        write_storage(cls.machine, area)
        cls.machine.start()
        cls.addClassCleanup(cls.machine.kill)
        cls.token = TwinToken(cls.guest, cls.machine, cls.keys)
        cls.token.console = GuestConsole(cls.guest)
        cls.guest.put("/root/id", cls.identity.read_bytes())
        cls.token.plug(60)

    def tearDown(self):
        self.assertEqual(self.machine.complaints(), [])
        self.assertIsNone(self.machine.unexpected_start())
        self.assertEqual(self.machine.accidents, [])

    def console(self, command, stdin=b""):
        return self.sh(f"{SSH} {command}", stdin)

    def status(self):
        return json.loads(self.console("status --json"))

    def test_1_the_kernel_takes_every_function_and_lsusb_has_no_complaint(self):
        self.assertTrue({"usbhid", "cdc_ncm"} <= self.token.seen.drivers(), self.token.seen.drivers())
        done = self.guest.run("lsusb -v -d 1209:2702")
        text = done.stdout.decode().replace("(Warning: Only accurate for version 1.0)", "")
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), text)
        for complaint in ("Warning", "INVALID", "invalid", "UNRECOGNIZED", "RESERVED", "error", "junk", "can't"):
            self.assertNotIn(complaint, text)

    def test_2_dhcp_ping_and_the_console_over_the_tokens_own_network(self):
        self.token.address()
        for size in (0, 56, 470, 498, 1472):  # 470: a frame of 512 bytes, which needs a packet of none
            self.sh(f"ping -c 3 -i 0.2 -W 5 -s {size} 10.0.0.10")
        status = self.status()
        self.assertEqual(status["token"]["board"], "usbarmory-mk2")
        self.assertEqual(status["token"]["serial"], SERIAL)
        self.assertEqual(status["token"]["state"], "provisioned")
        self.assertFalse(status["token"]["secure_boot"])  # the chip is open
        self.assertTrue(status["openpgp"]["secure_storage"])
        self.assertEqual(len(self.console("rand").strip()), 64)

    def test_3_unlock_shows_on_the_leds(self):
        self.console("unlock dec", self.keys.passphrase + "\r")
        self.assertFalse({k["use"]: k["locked"] for k in self.status()["openpgp"]["keys"]}["dec"])
        self.assertEqual(self.status()["leds"]["blue"], "on")
        self.assertTrue(self.machine.led("blue"))
        self.console("lock all")
        self.assertEqual(self.status()["leds"]["blue"], "off")
        self.assertFalse(self.machine.led("blue"))

    def test_3_gokeyctl_over_the_tokens_own_network(self):
        ctl = f"gokeyctl --no-input --trust-new -i /root/id -d {SERIAL}"
        told = json.loads(self.sh(f"{ctl} --json status"))["data"]["token"]
        self.assertEqual((told["serial"], told["board"]), (SERIAL, "usbarmory-mk2"))
        self.sh(f"{ctl} unlock sig --passphrase-fd 0", self.keys.passphrase + "\n")
        self.assertEqual({k["use"]: k["locked"] for k in self.status()["openpgp"]["keys"]},
                         {"sig": False, "dec": True, "aut": True})
        self.sh(f"{ctl} lock all")

    def test_4_gpg_signs_and_decrypts_with_rsa_4096(self):
        self.pcscd()
        gpg = GuestGpg(self, self.token, direct=False)
        status = gpg.wait_for_card()
        self.assertIn(self.keys.sig.upper(), status.upper())
        gpg.sign()
        gpg.decrypt()
        self.assertIn("sigcount:1:", gpg.card_status())

    def test_5_the_console_answers_while_a_key_works(self):
        """The RSA-4096 signature is held where it begins, until another client has had its answers."""
        gpg = GuestGpg(self, self.token, direct=False)
        self.pcscd()
        gpg.wait_for_card()
        self.guest.put("/tmp/message", b"to be signed")
        with self.machine.held("_ZNK5gokey6crypto6RsaKey4signE"):
            signing = self.guest.start_command(
                f"gpg --homedir /root/g --batch --yes -u {self.keys.sig}! -o /tmp/held.sig --detach-sign /tmp/message",
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.addCleanup(signing.kill)
            self.eventually(lambda: self.status()["leds"]["white"] == "on", message="no key works")
            self.assertTrue(self.machine.led("white"))
            print(f"answered in {self.answer_ms(20):.1f} ms (median)", end=" ", flush=True)
            self.assertEqual(self.status()["leds"]["white"], "on")
            self.assertIsNone(signing.poll())
        self.assertEqual(signing.wait(120), 0)
        self.sh("gpg --homedir /root/g --verify /tmp/held.sig /tmp/message")
        print(f"of {self.answer_ms(20):.1f} ms when idle", end=" ", flush=True)

    def answer_ms(self, times):
        """How long the guest's Python, which is emulated too, waits for an answer in a session that is open."""
        return float(self.sh(f"python3 - <<'E'\n{ASK.format(ssh=SSH.split(), times=times)}\nE"))

    def test_6_fido_makes_a_credential_and_uses_it_as_a_person_confirms(self):
        self.sh(f"fido2-token -I {self.token.look().hidraw}")
        key = FidoKey(self, self.token)
        with Person(self.token) as person:
            key.round_trip("es256")
            self.eventually(lambda: len(person.named("presence-confirmed")) == 2, 60, "two times a person")

    def test_7_reset_suspend_and_replug(self):
        self.sh("usbreset $(lsusb -d 1209:2702 | sed 's/Bus \\(...\\) Device \\(...\\).*/\\1\\/\\2/')")
        self.eventually(lambda: self.token.look().hidraw and self.token.look().net, 20)
        self.sh(f"fido2-token -I {self.token.look().hidraw}")
        self.token.seen = self.token.look()
        self.token.detach()
        self.token.plug(60)
        self.sh(f"fido2-token -I {self.token.look().hidraw}")

    def test_7_plugged_in_as_dev_firmware_run_does_it(self):
        """Where the machine's own kernel takes USB/IP devices: this guest's does."""
        self.token.detach()
        self.guest.put("/root/plug-in", PLUG_IN.read_bytes(), "700")
        self.fails(f"/root/plug-in 10.0.2.2 1 {SERIAL}")
        self.sh(f"/root/plug-in 10.0.2.2 {self.machine.port} {SERIAL}", seconds=400)
        self.assertEqual(self.status()["token"]["serial"], SERIAL)
        self.token.seen = self.token.look()
        self.assertIn("10.0.0.1/24", self.sh(f"ip -4 address show dev {self.token.seen.net}"))

    def test_8_reboot_comes_back(self):
        self.token.address()
        before = self.machine.said().count("gokey on")
        self.machine.restarts += 1
        self.guest.run(f"{SSH} reboot")
        end = time.monotonic() + 180
        while self.machine.said().count("ssh: ready") <= before:
            self.assertLess(time.monotonic(), end, "no restart")
            time.sleep(0.1)
        self.token.wait_gone()
        self.token.plug(60)
        self.sh(f"fido2-token -I {self.token.look().hidraw}")

    def test_9_without_random_numbers_the_console_is_up_and_no_key_is_used(self):
        self.machine.kill()
        self.token.wait_gone()
        self.machine.arguments += ["-global", "mk2-rngb.fail=on"]
        with open(self.machine.folder / "fuses", "a", encoding="ascii") as fuses:
            fuses.write("0 6 00000002\n")  # SEC_CONFIG[1]: the chip is closed
        for _ in range(2):  # another seed for the console's encryption each time
            self.machine.start()
            self.token.plug(60)
            self.token.address()
            status = self.status()
            self.assertTrue(status["token"]["secure_boot"])
            self.assertIn("the random number generator failed a test", " ".join(status["token"]["warnings"]))
            self.assertEqual(status["token"]["state"], "provisioned")
            for command, stdin in (("rand", ""), ("unlock sig", self.keys.passphrase + "\r"), ("init", "")):
                done = self.guest.run(f"{SSH} {command}", stdin)
                self.assertEqual(done.returncode, 1, command)
                self.assertIn("the random number generator failed a test: no key is used", done.stderr.decode())
            self.assertEqual(self.status()["openpgp"]["tries_left"], 3)
            self.token.release()
            self.machine.kill()
            self.token.wait_gone()


def main():
    with tempfile.TemporaryDirectory(prefix="gk-guest-", dir="/tmp") as folder:
        try:
            with Guest(folder, seconds=800) as GuestCase.guest:
                return 0 if unittest.main(exit=False, verbosity=2).result.wasSuccessful() else 1
        except GuestUnavailable as why:
            print(f"no guest on this machine: {why}")
            return SKIPPED


if __name__ == "__main__":
    sys.exit(main())
