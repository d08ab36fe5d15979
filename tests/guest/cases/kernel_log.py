# SPDX-License-Identifier: Apache-2.0
"""What the kernel thought of the device during all the cases before; runs last."""

from gokey_guest.case import GuestCase


class KernelLog(GuestCase):
    def test_no_warning_about_a_device_that_stays(self):
        self.sh("dmesg -C")
        self.plugged()
        self.sh("sleep 2")
        warnings = self.sh("dmesg --level=emerg,alert,crit,err,warn")
        self.assertEqual(warnings, "")

    def test_the_kernel_itself_is_whole(self):
        self.assertNotRegex(self.sh("dmesg"), "BUG:|Oops|general protection|WARNING:|hung task|Call Trace")
