#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""gokeyctl on a machine with tokens on USB, as umockdev makes one up: found, told apart, and what is wrong is said."""

import os
import shutil
import sys
from pathlib import Path

from gokey import case
from gokey.ctl import Ctl

MACHINES = Path(__file__).resolve().parents[1] / "data" / "usb-machine"
UMOCKDEV = shutil.which("umockdev-run")


class OnMachine(Ctl):
    """gokeyctl that sees the USB of a made-up machine, and no card service."""

    def __init__(self, folder, machine):
        super().__init__(folder)
        self.machine = machine
        self.env["PCSCLITE_CSOCK_NAME"] = str(folder / "no-pcscd")

    def arguments(self, *arguments):
        return [UMOCKDEV, "--device", str(MACHINES / self.machine), "--", *super().arguments(*arguments)]


class TwoTokens(case.Case):
    def setUp(self):
        super().setUp()
        self.gokeyctl = OnMachine(self.dir, "two-tokens.umockdev")

    def test_list_finds_both_and_says_what_is_wrong(self):
        code, document = self.gokeyctl.json("list")
        self.assertEqual(code, 0)
        first, second = document["data"]["tokens"]
        self.assertEqual((first["serial"], first["usb"]["port"]), ("AABBCCDD", "1-1"))
        self.assertEqual([i["name"] for i in first["usb"]["interfaces"]], ["enx0221aabbccdd"])
        self.assertEqual(first["usb"]["interfaces"][0]["driver"], "cdc_ether")
        self.assertEqual(first["usb"]["hidraw"], "/dev/hidraw0")
        self.assertIn("link-down", first["problems"])
        self.assertEqual((second["serial"], second["usb"]["port"]), ("AABBCCEE", "1-2"))
        self.assertEqual((second["state"], second["problems"]), ("no-driver", ["no-driver"]))

    def test_without_a_choice_it_names_the_flags(self):
        for command in (["status"], ["unlock", "sig"], ["confirm"], ["fido", "info"], ["identify"]):
            with self.subTest(command):
                done = self.gokeyctl.run(*command)
                self.assertEqual(done.returncode, 12, done.stderr)
                self.assertIn(b"--device AABBCCDD", done.stderr)
                self.assertIn(b"--device AABBCCEE", done.stderr)

    def test_the_socket_or_the_serial_chooses_and_the_missing_link_is_explained(self):
        for device in ("usb:1-1", "AABBCCDD", "aabbccdd"):
            with self.subTest(device):
                code, document = self.gokeyctl.json("-d", device, "status")
                self.assertEqual((code, document["error"]["details"]["reason"]), (14, "link-down"))
                self.assertIn("ip link set enx0221aabbccdd up", document["error"]["hint"])
        code, document = self.gokeyctl.json("-d", "usb:1-2", "confirm")
        self.assertEqual((code, document["error"]["details"]["reason"]), (14, "no-interface"))
        self.assertEqual(self.gokeyctl.json("-d", "usb:1-3", "status")[0], 10, "a mouse is no token")

    def test_all_tells_of_each(self):
        code, document = self.gokeyctl.json("--all", "presence", "show")
        self.assertEqual(code, 14)
        self.assertEqual([r["device"] for r in document["data"]], ["AABBCCDD", "AABBCCEE"])

    def test_the_fido_side_of_a_token_without_its_driver(self):
        code, document = self.gokeyctl.json("-d", "AABBCCEE", "identify")
        self.assertEqual((code, document["error"]["code"]), (14, "unreachable"))

    def test_doctor_plans_and_asks(self):
        code, document = self.gokeyctl.json("doctor", "--fix", "--dry-run")
        results = {check["id"]: check["result"] for check in document["data"]["checks"]}
        self.assertEqual(results["usb"], "ok")
        self.assertEqual(results["usb-drivers"], "fail")
        self.assertEqual(results["address"], "fail")
        fixes = {fix["id"]: fix for fix in document["data"]["fixes"]}
        self.assertIn("sudo modprobe -a usbhid cdc_ether cdc_ncm", fixes["usb-drivers"]["commands"])
        self.assertEqual(fixes["address"]["outcome"], "would-run")
        if os.geteuid() == 0:
            code, document = self.gokeyctl.json("doctor", "--fix")
            self.assertEqual((code, document["error"]["code"]), (2, "usage"), "nobody was asked")


if __name__ == "__main__":
    if UMOCKDEV is None:
        print("umockdev is not installed")
        sys.exit(77)
    case.main()
