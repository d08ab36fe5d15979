# SPDX-License-Identifier: Apache-2.0
"""The plug: what the kernel finds, and what it and lsusb think of the descriptors."""

from gokey_guest.case import GuestCase


class Attach(GuestCase):
    def test_the_server_lists_one_device_with_its_functions(self):
        token = self.usb_token()
        listing = self.sh(f"usbip --tcp-port {token.usbip_port} list -r 10.0.2.2")
        self.assertIn("1-1", listing)
        self.assertIn("1209:2702", listing)
        for kind in ("(0b/00/00)", "(03/00/00)"):
            self.assertIn(kind, listing)

    def test_every_driver_is_bound(self):
        token = self.plugged()
        drivers = token.seen.drivers()
        self.assertIn("usbhid", drivers)
        self.assertTrue(drivers & {"cdc_ether", "cdc_ncm"}, drivers)
        network = [driver for _, kind, driver in token.seen.interfaces if kind in ("02", "0a")]
        self.assertEqual(len(set(network)), 1, "both halves of the network card have the same driver")
        self.assertEqual([c for _, c, _ in token.seen.interfaces].count("0b"), 1)
        speed = self.sh(f"cat /sys/bus/usb/devices/{token.seen.bus}/speed")
        self.assertEqual(speed.strip(), "480")

    def test_lsusb_reads_every_descriptor_without_a_complaint(self):
        token = self.plugged()
        done = self.guest.run("lsusb -v -d 1209:2702")
        # Said of every reader newer than CCID 1.00: lsusb's own doubt, not about this one.
        text = done.stdout.decode().replace("(Warning: Only accurate for version 1.0)", "")
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""), text)
        for complaint in ("Warning", "warning", "INVALID", "invalid", "UNRECOGNIZED", "RESERVED", "error", "junk",
                          "can't get", "can't read", "unable to"):
            self.assertNotIn(complaint, text)
        self.assertRegex(text, rf"iSerial +\d+ {token.serial}")
        for wanted in ("ChipCard Interface Descriptor", "HID Device Descriptor", "CDC Union", "CDC Ethernet"):
            self.assertIn(wanted, text)

    def test_the_hardware_addresses_come_from_the_serial(self):
        first = self.plugged()
        second = self.plugged()
        addresses = [self.sh(f"cat /sys/class/net/{t.seen.net}/address").strip() for t in (first, second)]
        self.assertEqual(len(set(addresses)), 2, addresses)
        for address in addresses:
            self.assertEqual(int(address[:2], 16) & 3, 2, "locally administered, for one station")

    def test_sleep_and_wake_do_no_harm(self):
        """The kernel suspends the port and resumes it; the FIDO key answers afterwards."""
        token = self.plugged()
        power = f"/sys/bus/usb/devices/{token.seen.bus}/power"
        self.sh(f"echo 0 > {power}/autosuspend_delay_ms; echo auto > {power}/control; sleep 3; echo on > {power}/control")
        self.sh(f"fido2-token -I {token.seen.hidraw}")

    def test_a_reset_by_the_host_brings_all_back(self):
        token = self.plugged()
        self.sh(f"usbreset $(lsusb -d 1209:2702 | sed 's/Bus \\(...\\) Device \\(...\\).*/\\1\\/\\2/')")
        self.eventually(lambda: token.look().hidraw and token.look().net)
        self.sh(f"fido2-token -I {token.look().hidraw}")
