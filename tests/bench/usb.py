# SPDX-License-Identifier: Apache-2.0
"""What the token costs over USB/IP: measured in the Linux guest of tests/guest, with the drivers of a real kernel."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]

PARAMETERS = "NVIHGbw/qzIHWDwLSMFVfqbXT9CDPSTdHPLOGBJ9hzY="  # any 32 bytes
ATTACH = """set -e
usbip --tcp-port {port} attach -r 10.0.2.2 -b 1-1
for n in $(seq 100); do [ -e /dev/hidraw0 ] && ls /sys/class/net/*/device/bInterfaceNumber >/dev/null 2>&1 && break; sleep 0.1; done
net=$(ls -d /sys/class/net/*/device/bInterfaceNumber | cut -d/ -f5)
ip addr add 10.0.0.1/24 dev $net; ip link set $net up
pcscd
for n in $(seq 50); do opensc-tool -l | grep -q Armory && break; sleep 0.1; done
"""
MILLISECONDS = "start=$EPOCHREALTIME; {}; end=$EPOCHREALTIME; echo $(( (${{end/./}} - ${{start/./}}) ))"


def bench_usb(table, desk, state):
    """Adds its rows, or says why there are none: a machine without QEMU measures the rest."""
    os.environ["GOKEY_BIN"] = desk.bin
    sys.path[:0] = [str(TESTS / "integration"), str(TESTS / "guest")]
    from gokey_guest.guest import Guest, GuestFailed, GuestUnavailable
    try:
        with tempfile.TemporaryDirectory(prefix="gk-guest-") as folder, Guest(folder) as guest:
            for network in ("ncm", "ecm"):
                with desk.token(state, "--usbip", "127.0.0.1:0", "--usb-network", network) as ready:
                    port = str(ready["usbip"]).rsplit(":", 1)[1]
                    output(guest, ATTACH.format(port=port))
                    if network == "ncm":
                        apdu(table, guest)
                        fido(table, desk, guest, ready["ssh"])
                    throughput(table, guest, network)
                guest.run("pkill -x pcscd; while [ -e /dev/hidraw0 ]; do sleep 0.2; done")
    except (GuestUnavailable, GuestFailed) as why:
        print(f"over USB/IP: not measured, {str(why).splitlines()[-1] if str(why) else 'no guest'}", flush=True)


def output(guest, script):
    done = guest.run(script, seconds=300)
    if done.returncode:
        raise RuntimeError(f"{script}\n{done.stdout!r}\n{done.stderr!r}")
    return done.stdout.decode()


def apdu(table, guest):
    """Through libccid, pcscd and its socket; the client's start is taken off."""
    def seconds(count):
        command = "opensc-tool " + "-s 00:CA:00:4F:00 " * count + ">/dev/null"
        return float(output(guest, MILLISECONDS.format(command))) / 1e6
    table.add("GET DATA 4F over USB/IP, pcscd in the guest", (seconds(201) - seconds(1)) / 200 * 1e3, "ms",
              "the guest has no KVM", "")


def throughput(table, guest, network):
    text = output(guest, "ping -f -l 16 -s 1472 -c 1500 -q 10.0.0.10")
    received, milliseconds = re.search(r"(\d+) received.*time (\d+)ms", text).groups()
    table.add(f"{network.upper()}, full frames echoed, 16 under way", int(received) * 2 * 1514 / int(milliseconds) / 1e3, "MB/s",
              "both directions together", "")


def fido(table, desk, guest, ssh):
    """Without asking for presence, so that no person's time is in it."""
    host, port = str(ssh).rsplit(":", 1)
    subprocess.run(["ssh", "-F", "/dev/null", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR",
                    "-o", "UserKnownHostsFile=/dev/null", "-o", "IdentitiesOnly=yes", "-i", f"{desk.folder}/id", "-p", port,
                    f"bench@{host}", "u2f !test"], check=True, capture_output=True)
    output(guest, f"printf '{PARAMETERS}\\nexample.org\\nbar\\ndXNlcg==\\n' > /tmp/c; fido2-cred -M -i /tmp/c -o /tmp/o /dev/hidraw0; "
                  f"fido2-cred -V -i /tmp/o -o /tmp/p; (echo {PARAMETERS}; echo example.org; head -1 /tmp/p) > /tmp/a")
    def median(command):
        lines = output(guest, "for n in $(seq 15); do " + MILLISECONDS.format(command) + "; done")
        return statistics.median(float(line) for line in lines.split()) / 1e3
    start = median("fido2-token -V >/dev/null 2>&1")
    table.add("fido2-assert, ES256, presence not asked", median("fido2-assert -G -i /tmp/a -o /dev/null /dev/hidraw0"), "ms",
              f"fido2-token -V there {start:.0f} ms", "")
