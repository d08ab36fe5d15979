#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""How long after it was plugged in the Mk II's image is a card that can be used: until it selects the OpenPGP application.

attach_bench.py JSON, with the variables of the twin's tests. Plugged into a Linux guest, where pcscd with libccid waits for readers, or a program that
speaks CCID itself; and beside them a client of the twin without any kernel. Everything is emulated, the guest without KVM too, so that
most of what is measured is not the token's. Asserts nothing.
"""

import json
import statistics
import struct
import sys
import tempfile
import time
from pathlib import Path

import usbip
from machine import Machine
from provisioned import storage_of, write_storage
from gokey import keys
from gokey_guest.guest import Guest, GuestFailed, GuestUnavailable

AIM = 1.0  # seconds
ROUNDS = 7
SELECT = "00A4040006D2760001240100"
POWER_ON, BLOCK = 0x62, 0x6F
CCID_OUT, CCID_IN = 0x01, 0x81

# In the guest: plugs the token in and prints when what had come, each in seconds since the beginning.
PLUG = r"""
import ctypes, fcntl, glob, os, struct, subprocess, sys, time
how, port = sys.argv[1:]
select = bytes.fromhex("@SELECT@")
begin = time.monotonic()

def mark(what):
    print(f"{what}: {time.monotonic() - begin}", flush=True)

def until(condition):
    while not (found := condition()):
        if time.monotonic() - begin > 60:
            sys.exit("not within a minute")
        time.sleep(0.002)
    return found

def text(path):
    try:
        return open(path).read().strip()
    except OSError:
        return ""

def reader():
    # The CCID interface of a device that has its configuration.
    for path in glob.glob("/sys/bus/usb/devices/*:1.*"):
        if text(path + "/bInterfaceClass") == "0b":
            return path

def through_pcscd():
    pcsc, number = ctypes.CDLL("libpcsclite.so.1"), ctypes.c_ulong
    context, card, protocol = ctypes.c_long(), ctypes.c_long(), number()
    while pcsc.SCardEstablishContext(number(2), None, None, ctypes.byref(context)):
        time.sleep(0.002)
    names, size = ctypes.create_string_buffer(1000), number()

    def listed():
        size.value = len(names)
        return pcsc.SCardListReaders(context, None, names, ctypes.byref(size)) == 0 and size.value > 1

    # For a moment pcscd may list the FIDO interface as a reader, until libccid has looked at it.
    def connected():
        return listed() and pcsc.SCardConnect(context, names, number(2), number(3), ctypes.byref(card), ctypes.byref(protocol)) == 0

    until(listed)
    mark("pcscd lists it")
    until(connected)
    mark("card connected")
    request = (number * 2)(protocol.value, 16)
    answer, size = ctypes.create_string_buffer(300), number(300)
    code = pcsc.SCardTransmit(card, request, select, number(len(select)), None, answer, ctypes.byref(size))
    assert code == 0, code
    return answer.raw[:size.value]

def directly():
    path = reader()
    device = os.path.dirname(os.path.realpath(path))
    node = until(lambda: glob.glob("/dev/bus/usb/%03d/%03d" % (int(text(device + "/busnum")), int(text(device + "/devnum")))))[0]
    usb = os.open(node, os.O_RDWR)
    fcntl.ioctl(usb, 0x8004550F, struct.pack("I", int(text(path + "/bInterfaceNumber"), 16)))  # USBDEVFS_CLAIMINTERFACE

    def bulk(endpoint, data):
        buffer = ctypes.create_string_buffer(data, len(data))
        transfer = bytearray(struct.pack("IIIxxxxP", endpoint, len(data), 30000, ctypes.addressof(buffer)))
        size = fcntl.ioctl(usb, 0xC0185502, transfer)  # USBDEVFS_BULK
        return buffer.raw[:size]

    def exchange(kind, data=b""):
        bulk(0x01, struct.pack("<BIBBBBB", kind, len(data), 0, 0, 0, 0, 0) + data)
        return bulk(0x81, bytes(512))[10:]

    answer = exchange(0x62)
    assert answer[:1] == b"\x3b", answer.hex()
    mark("answer to reset")
    return exchange(0x6F, select)

subprocess.run(["usbip", "--tcp-port", port, "attach", "-r", "10.0.2.2", "-b", "1-1"], check=True)
mark("usbip has attached it")
until(reader)
mark("enumerated")
answer = through_pcscd() if how == "pcscd" else directly()
assert answer[-2:] == b"\x90\0", answer.hex()
mark("selected")
""".replace("@SELECT@", SELECT)

UNPLUG = r"""
pkill -x pcscd || true
while pgrep -x pcscd >/dev/null; do sleep 0.05; done
awk '/^hs/ && $3 == "006" { print $2 + 0 }' /sys/devices/platform/vhci_hcd.0/status | xargs -r -n1 usbip detach -p
while lsusb -d 1209:2702 >/dev/null; do sleep 0.05; done
"""

PCSCD = r"""
rm -f /run/pcscd/*
pcscd </dev/null >/tmp/pcscd.log 2>&1
while ! [ -S /run/pcscd/pcscd.comm ]; do sleep 0.05; done
"""


def in_guest(guest, machine, how):
    """The steps of one attachment, in their order."""
    done = guest.run(f"{UNPLUG}\n{PCSCD if how == 'pcscd' else ''}\npython3 /root/plug {how} {machine.port}", seconds=300)
    if done.returncode:
        raise SystemExit(f"attach_bench.py: {done.stdout!r}\n{done.stderr!r}\n{guest.run('dmesg | tail').stdout!r}")
    return {what: float(at) for what, at in (line.rsplit(": ", 1) for line in done.stdout.decode().splitlines() if ": " in line)}


def without_a_kernel(machine):
    steps, begin = {}, time.monotonic()

    def mark(what):
        steps[what] = time.monotonic() - begin

    with usbip.Device(machine.port) as device:
        mark("the twin's own enumeration")
        device.control(0, usbip.SET_CONFIGURATION, 1)
        for kind, data, what in ((POWER_ON, b"", "answer to reset"), (BLOCK, bytes.fromhex(SELECT), "selected")):
            device.transfer(CCID_OUT, data=struct.pack("<BIBBBBB", kind, len(data), 0, 0, 0, 0, 0) + data)
            answer = device.transfer(CCID_IN, 4096)
            mark(what)
    if answer[-2:] != b"\x90\0":
        raise SystemExit(f"attach_bench.py: {answer.hex()}")
    return steps


def rows_of(name, rounds):
    """Medians: the whole first, then what each step added."""
    rows, before = [(f"attach to usable card, {name}", statistics.median(one["selected"] for one in rounds), AIM)], None
    for step in rounds[0]:
        rows.append((f"  until {step}", statistics.median(one[step] - (one[before] if before else 0) for one in rounds), None))
        before = step
    return rows


def measure(folder):
    with Machine(folder / "twin") as machine:
        machine.kill()
        write_storage(machine, storage_of(folder / "state", "--pgp-secret-key", keys.openpgp("ed25519").secret))
        machine.start()
        rows = rows_of("no kernel", [without_a_kernel(machine) for _ in range(ROUNDS)])
        (folder / "g").mkdir()
        try:
            with Guest(folder / "g", seconds=1200) as guest:
                guest.put("/root/plug", PLUG)
                for how in ("direct", "pcscd"):
                    in_guest(guest, machine, how)  # modules are loaded, files read
                    rows += rows_of(f"Linux, {how}", [in_guest(guest, machine, how) for _ in range(ROUNDS)])
        except (GuestUnavailable, GuestFailed) as why:
            print(f"in a Linux guest: not measured, {str(why).splitlines()[-1] if str(why) else 'no guest'}", flush=True)
    return rows


def main():
    with tempfile.TemporaryDirectory(prefix="gk-", dir="/tmp") as folder:
        rows = measure(Path(folder))
    for name, value, aim in rows:
        print(f"{name:<45} {value:>8.3f} s   {f'at most {aim}' if aim else ''}")
    with open(sys.argv[1], "w", encoding="ascii") as file:
        json.dump([{"what": name.strip(), "value": value, "unit": "s", "aim": aim} for name, value, aim in rows], file, indent=1)


if __name__ == "__main__":
    main()
