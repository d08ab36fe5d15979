# SPDX-License-Identifier: Apache-2.0
"""What must go over the network card, whichever class driver carries it."""

import re

ROUTES = "ip route show default; cat /etc/resolv.conf"
SSH = ("ssh -F /dev/null -i /root/id -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=no "
       "-o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ConnectTimeout=20")


class Network:
    """A mixin for GuestCase; `driver` is the kernel's, `options` make the token offer what it drives. `there` is plugged in
    and has an address."""

    options = ()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        owner = cls.for_all()
        cls.there = owner.usb_token(start_arguments=cls.options)
        cls.there.plug()
        cls.routes_before = owner.sh(ROUTES)
        cls.there.address()
        owner.addCleanup(cls.there.release)
        cls.routes = owner.sh(ROUTES)
        cls.addresses = owner.sh(f"ip addr show dev {cls.there.seen.net}")
        owner.guest.put("/root/id", cls.there.identity.read_bytes())

    def test_the_driver_is_the_one_meant(self):
        self.assertIn(self.driver, self.there.seen.drivers())

    def test_dhcp_gives_the_address_and_nothing_else(self):
        self.assertIn("inet 10.0.0.1/24", self.addresses)
        self.assertEqual(self.routes, self.routes_before, "no gateway and no DNS")

    def test_ping_small_and_large(self):
        token = self.there
        for size in (0, 1, 56, 498, 470, 1472):  # 470: a frame of exactly 512 bytes, which needs a zero-length packet
            self.sh(f"ping -c 3 -i 0.2 -W 3 -s {size} 10.0.0.10")
        self.sh("ping -c 2 -i 0.2 -W 3 -s 6000 10.0.0.10 || true")
        self.sh("ping -c 100 -i 0.01 -W 3 -q 10.0.0.10", seconds=90)
        link = self.sh(f"ip -6 neigh flush all; ip -6 addr show dev {token.seen.net} scope link")
        self.assertIn("fe80::", link)
        answers = self.guest.run(f"ping -6 -c 3 -w 8 ff02::1%{token.seen.net}").stdout.decode()
        others = set(re.findall(r"from (fe80::[0-9a-f:]+)", answers)) - set(re.findall(r"fe80::[0-9a-f:]+", link))
        self.assertEqual(len(others), 1, answers)
        self.sh(f"ping -6 -c 2 -W 3 {others.pop()}%{token.seen.net}")

    def test_the_name_is_found_by_mdns(self):
        token = self.there
        self.guest.put("/etc/avahi/guest.conf", "[server]\nuse-ipv4=yes\nuse-ipv6=yes\nallow-interfaces="
                       f"{token.seen.net}\nenable-dbus=no\n[wide-area]\nenable-wide-area=no\n")
        self.daemon("avahi-daemon -f /etc/avahi/guest.conf --no-drop-root --no-chroot --no-rlimits", "/tmp/avahi.log")
        name = f"gokey-{token.serial}.local"
        found = self.eventually(lambda: self.guest.run(f"getent ahostsv4 {name}").stdout.decode(), 30, name)
        self.assertIn("10.0.0.10", found)

    def test_the_console_over_ssh(self):
        token = self.there
        status = self.sh(f"{SSH} gokey@10.0.0.10 status --json")
        self.assertIn(f'"serial":"{token.serial}"', status.replace('": "', '":"'))
        self.assertEqual(len(self.sh(f"{SSH} gokey@10.0.0.10 rand").strip()), 64)

    def test_gokeyctl_unlocks_over_it(self):
        token = self.there
        ctl = f"gokeyctl --no-input --trust-new -i /root/id -d {token.serial}"
        self.sh(f"{ctl} status")
        self.sh(f"{ctl} unlock sig --passphrase-fd 0", token.keys.passphrase + "\n")
        locked = {key["use"]: key["locked"] for key in token.console.status()["openpgp"]["keys"]}
        self.assertEqual(locked, {"sig": False, "dec": True, "aut": True})
        self.sh(f"{ctl} lock all")

    def test_a_link_that_goes_down_comes_up_again(self):
        net = self.there.seen.net
        self.sh(f"ip link set {net} down; sleep 0.5; ip link set {net} up; ip addr replace 10.0.0.1/24 dev {net}")
        self.sh("ping -c 3 -i 0.2 -W 3 10.0.0.10")
