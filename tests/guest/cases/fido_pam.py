# SPDX-License-Identifier: Apache-2.0
"""pam_u2f, asked by pamtester."""

from gokey_guest.case import GuestCase
from gokey_guest.fido import FidoKey
from gokey_guest.token import Person


class Pam(GuestCase):
    def test_a_login_with_the_key_and_none_without(self):
        key = FidoKey(self, self.plugged())
        self.sh("echo 'auth required pam_u2f.so authfile=/root/u2f_keys origin=pam://guest appid=pam://guest' "
                "> /etc/pam.d/guest-u2f")
        with Person(key.token):
            self.sh("pamu2fcfg -u root -o pam://guest -i pam://guest > /root/u2f_keys", seconds=90)
            self.assertIn("successfully authenticated", self.sh("pamtester guest-u2f root authenticate", seconds=90))
        self.sh("sed -i 's/:..../:AAAA/' /root/u2f_keys")  # the handle of somebody else's key
        with Person(key.token):
            self.fails("pamtester guest-u2f root authenticate", seconds=90)
