# SPDX-License-Identifier: Apache-2.0
"""A token that runs on this machine and is plugged into the guest by USB/IP."""

import contextlib
import json
import os
import signal
import threading
import time

# Prints what the kernel made of the token with serial $1: its place on the bus, and for each interface
# "number class driver". A composition without `driver` is not (yet) bound, and the network card is there when udev has
# given it its name (4, NET_NAME_RENAMED). Starts no program: twenty of them take the guest seconds just when its udev is
# busy with the plug.
LOOK = r"""
exec 2>/dev/null  # what goes while one looks
for s in /sys/bus/usb/devices/*/serial; do
  read -r serial <"$s" && [ "$serial" = "$1" ] || continue
  d=${s%/serial}
  echo "bus ${d##*/}"
  read -r count <"$d/bNumInterfaces" && echo "count $count"
  for i in "$d"/*:*; do
    read -r class <"$i/bInterfaceClass" || continue
    driver=
    while IFS== read -r key value; do [ "$key" = DRIVER ] && driver=$value; done <"$i/uevent"
    echo "interface ${i##*.} $class $driver"
  done
  for n in "$d"/*/net/*; do read -r how <"$n/name_assign_type" && [ "$how" = 4 ] && echo "net ${n##*/}"; done
  for h in "$d"/*/*/hidraw/*; do [ -e "$h" ] && echo "hidraw /dev/${h##*/}"; done
done
true
"""


class Seen:
    """What the guest sees of a token; `bus` is None when it sees none."""

    def __init__(self, text):
        self.bus = self.net = self.hidraw = None
        self.count = 0  # bNumInterfaces
        self.interfaces = []  # (number, class, driver)
        for line in text.splitlines():
            kind, *rest = line.split()
            if not rest:
                continue  # it went while the script looked
            if kind == "interface":
                self.interfaces.append((rest[0], rest[1] if len(rest) > 1 else None, rest[2] if len(rest) > 2 else None))
            elif kind == "count":
                self.count = int(rest[0])
            elif kind in ("bus", "net", "hidraw"):
                setattr(self, kind, rest[0])

    def complete(self):
        """Every interface is there, and the network card and the FIDO key have their device."""
        classes = {kind for _, kind, _ in self.interfaces}
        return (self.bus and self.count and len(self.interfaces) == self.count
                and ("02" not in classes or self.net) and ("03" not in classes or self.hidraw))

    def drivers(self):
        return {driver for _, _, driver in self.interfaces if driver}


class Token:
    def __init__(self, guest, sim, console, identity, keys):
        self.guest, self.sim, self.console, self.identity, self.keys = guest, sim, console, identity, keys
        self.serial = console.status()["token"]["serial"]

    @property
    def usbip_port(self):
        return int(str(self.sim.ready["usbip"]).rsplit(":", 1)[1])

    def attach(self):
        done = self.guest.run(f"usbip --tcp-port {self.usbip_port} attach -r 10.0.2.2 -b 1-1")
        if done.returncode:
            raise AssertionError(f"usbip attach: {done.stderr.decode()}")

    def look(self):
        done = self.guest.run(f"set -- {self.serial}\n{LOOK}")
        return Seen(done.stdout.decode())

    def plug(self, seconds=120):
        """Attaches, and waits until the drivers have taken what is theirs."""
        self.attach()
        end = time.monotonic() + seconds
        while True:
            seen = self.look()
            if seen.complete():
                self.seen = seen
                return seen
            if time.monotonic() > end:
                log = self.guest.run("dmesg | tail -n 30").stdout.decode()
                raise AssertionError(f"not bound within {seconds} s: {vars(seen)}\n{log}")
            time.sleep(0.2)

    def detach(self):
        """`usbip detach` in the guest, and waits until the kernel has let go."""
        done = self.guest.run(
            f"awk -v b={self.seen.bus} '$NF == b {{ print $2 + 0 }}' /sys/devices/platform/vhci_hcd.0/status* | "
            "xargs -r -n1 usbip detach -p")
        if done.returncode:
            raise AssertionError(f"usbip detach: {done.stderr.decode()}")
        self.wait_gone()

    def wait_gone(self, seconds=60):
        end = time.monotonic() + seconds
        while self.look().bus:
            if time.monotonic() > end:
                raise AssertionError(f"the kernel still has it after {seconds} s")
            time.sleep(0.2)

    # ---- The network card --------------------------------------------------------------------------------

    def address(self):
        """Has the guest ask for an address on the token's own interface."""
        net = self.seen.net
        ask = f"ip link set {net} up; dhclient -1 -v -pf /run/dhc.{net} -lf /run/dhl.{net} {net}"
        done = self.guest.run(ask, seconds=180)
        if done.returncode:
            # Seen once, without a cause, on a busy machine. Desktops go on asking; dhclient -1 gives up after a minute.
            print(f"no address by DHCP at first: {done.stderr.decode()}\n{self.network_state()}", flush=True)
            done = self.guest.run(ask, seconds=180)
        if done.returncode:
            raise AssertionError(f"no address by DHCP: {done.stderr.decode()}\n{self.network_state()}")
        return done.stderr.decode()

    def network_state(self):
        return self.guest.run(f"ip -s link show {self.seen.net}; ip neigh; dmesg | tail -n 20").stdout.decode()

    def release(self):
        """Ends the DHCP client."""
        self.guest.run(f"kill $(cat /run/dhc.{self.seen.net})")

    # ---- The vault process -------------------------------------------------------------------------------

    def vault_pids(self):
        return [pid for pid in self.sim.pids() if pid != self.sim.process.pid]

    @contextlib.contextmanager
    def no_arithmetic(self):
        """Meanwhile the process that holds the keys stands still."""
        pids = self.vault_pids()
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)


class Person:
    """Sits at the console on this machine and confirms presence after `delay` seconds; None: never.
    `events` are the lines seen, each with the time it came."""

    def __init__(self, token, delay=0.0):
        self.token, self.delay = token, delay
        self.events = []
        self.process = None

    def __enter__(self):
        import subprocess
        self.process = self.token.console.start("events", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                                stderr=subprocess.DEVNULL)
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()
        self.ready.wait(60)
        return self

    def _watch(self):
        for line in self.process.stdout:
            event = json.loads(line)
            self.events.append((time.monotonic(), event))
            self.ready.set()
            if event["event"] == "presence-requested" and self.delay is not None:
                time.sleep(self.delay)
                self.token.console.run("p")

    def named(self, name):
        return [event for _, event in self.events if event["event"] == name]

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.thread.join(60)
