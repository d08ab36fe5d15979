# SPDX-License-Identifier: Apache-2.0
"""OpenSSH keys that live in the FIDO key, and a login with each at an sshd in the guest."""

from gokey_guest.case import GuestCase
from gokey_guest.fido import PIN, FidoKey
from gokey_guest.token import Person

ASKPASS = f"#!/bin/sh\necho {PIN}\n"
ASK = "SSH_ASKPASS=/root/askpass SSH_ASKPASS_REQUIRE=force"
LOGIN = ("ssh -F /dev/null -o IdentitiesOnly=yes -o IdentityAgent=none -o StrictHostKeyChecking=no "
         "-o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o PreferredAuthentications=publickey")


class SecurityKeys(GuestCase):
    def setUp(self):
        super().setUp()
        self.key = FidoKey(self, self.plugged())
        self.guest.put("/root/askpass", ASKPASS, "700")
        self.sh("rm -rf /root/sk; mkdir -m 700 /root/sk; cp /root/.ssh/authorized_keys /root/sk/before")
        self.addCleanup(self.guest.run, "cp /root/sk/before /root/.ssh/authorized_keys")

    def make(self, kind, options=""):
        self.sh(f"{ASK} ssh-keygen -q -t {kind} {options} -N '' -C test -f /root/sk/id", seconds=90)
        self.sh("cat /root/sk/id.pub >> /root/.ssh/authorized_keys")

    def login(self, identity="/root/sk/id"):
        self.assertEqual(self.sh(f"{ASK} {LOGIN} -i {identity} root@127.0.0.1 echo in", seconds=90).strip(), "in")

    def test_ecdsa_sk(self):
        with Person(self.key.token):
            self.make("ecdsa-sk")
            self.login()

    def test_ed25519_sk(self):
        with Person(self.key.token):
            self.make("ed25519-sk")
            self.login()

    def test_a_login_without_a_person_fails(self):
        with Person(self.key.token):
            self.make("ed25519-sk")
        self.fails(f"{LOGIN} -o BatchMode=yes -i /root/sk/id root@127.0.0.1 echo in", seconds=120)

    def test_resident_keys_are_fetched_from_the_token_again(self):
        self.key.set_pin()
        with Person(self.key.token):
            for kind in ("ecdsa-sk", "ed25519-sk"):
                with self.subTest(kind):
                    self.make(kind, f"-O resident -O application=ssh:{kind}")
                    self.login()
                    self.sh("rm /root/sk/id")
            self.sh(f"cd /root/sk && {ASK} ssh-keygen -q -K -N ''", seconds=90)
            for kind in ("ecdsa-sk", "ed25519-sk"):
                name = f"id_{kind.replace('-', '_')}_rk_{kind}"
                self.login(f"/root/sk/{name}")
