#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""A token in the twin, for a person: starts the Mk II's image, plugs it in, provisions it over its console with a throw-away
identity, says what to try and waits for Ctrl-C. Plugged into this machine where its kernel takes USB/IP devices (module vhci-hcd, as root), else into
a Linux guest through which a port here leads to the console. `--once` ends it after its first answer."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import SERIAL, Machine
from plugged import TwinToken
from gokey import keys
from gokey.case import BIN
from gokey_guest.guest import Guest, GuestFailed, GuestUnavailable

PORT = int(os.environ.get("GOKEY_PORT", "2222"))
ADDRESS = "10.0.0.10"
PLUG_IN = Path(__file__).with_name("plug-in")  # which a test runs in a Linux guest


def say(text):
    print(text, flush=True)


class Here:
    """This machine's own kernel."""

    console, script = f"{ADDRESS}:22", None

    def __init__(self, machine):
        self.machine = machine

    @staticmethod
    def takes_devices():
        return (os.geteuid() == 0 and shutil.which("usbip") and shutil.which("modprobe") and
                subprocess.run(["modprobe", "vhci-hcd"], stderr=subprocess.DEVNULL).returncode == 0)

    def plug(self):
        if subprocess.run([PLUG_IN, "127.0.0.1", str(self.machine.port), SERIAL]).returncode:
            raise SystemExit(1)

    def plug_again(self):
        self.plug()


class InGuest:
    """A Linux guest, through which PORT here leads to the console."""

    console = f"127.0.0.1:{PORT}"

    def __init__(self, guest, machine, token_keys, folder):
        self.token = TwinToken(guest, machine, token_keys)
        forward = subprocess.run([*guest.ssh, "-O", "forward", "-L", f"{self.console}:{ADDRESS}:22", "root@127.0.0.1"],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if forward.returncode:
            raise SystemExit(f"{self.console} is taken: GOKEY_PORT=… names another port")
        self.script = script_of(folder / "guest", [*guest.ssh, "-t", "root@127.0.0.1"])

    def plug(self):
        self.token.plug()
        self.token.address()

    def plug_again(self):
        self.token.release()
        self.token.wait_gone()
        self.plug()


def wait_for(condition, otherwise, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(otherwise)
        time.sleep(0.5)


def provision(gokeyctl, machine, host, token_keys, identity):
    """Over the console of the new token, which restarts then."""
    subprocess.run([gokeyctl, "--yes", "provision", "one", "--pgp-secret-key", token_keys.secret, "--ssh-authorized-keys",
                    keys.public_of(identity), "--name", "Twin"], check=True, timeout=300, stdin=subprocess.DEVNULL)
    wait_for(lambda: machine.said().count("ssh: ready") > 1, "the token did not restart")
    host.plug_again()


def script_of(path, command):
    path.write_text(f"#!/bin/sh\nexec {shlex.join(command)} \"$@\"\n")
    path.chmod(0o755)
    return path


def gokeyctl_for(console, identity, folder):
    """gokeyctl for this token alone: the user's own settings and trusted host keys stay as they are."""
    return script_of(folder / "gokeyctl", ["env", f"XDG_DATA_HOME={folder}", f"XDG_CONFIG_HOME={folder}",
                                           f"XDG_STATE_HOME={folder}", f"XDG_RUNTIME_DIR={folder}", str(BIN / "gokeyctl"),
                                           "--trust-new", "-i", str(identity), "-d", f"console:{console}"])


def main():
    once = sys.argv[1:] == ["--once"]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="gokey-", dir="/tmp") as name:
        folder = Path(name)
        token_keys = keys.openpgp("ed25519")
        identity = keys.ssh_identity(folder)
        machine = Machine(folder / "twin")
        machine.start()
        say(machine.said().strip())
        guest = None
        try:
            if Here.takes_devices():
                host = Here(machine)
            else:
                say("this machine's kernel takes no USB/IP device: booting a Linux that does")
                (folder / "g").mkdir()
                guest = Guest(folder / "g", seconds=7 * 24 * 3600).start()
                host = InGuest(guest, machine, token_keys, folder)
            host.plug()
            command = gokeyctl_for(host.console, identity, folder)
            provision(command, machine, host, token_keys, identity)
            subprocess.run([command, "status"], check=True, timeout=120, stdin=subprocess.DEVNULL)
            address, port = host.console.rsplit(":", 1)
            say(f"""
The token {SERIAL} is running. Try, in another terminal:

  {command} status
  {command} unlock sig     # its passphrase: {token_keys.passphrase}
  ssh -i {identity} -p {port} -o UserKnownHostsFile=/dev/null bar@{address}""")
            if host.script:
                say(f"""  {host.script} gpg --card-status    # in the Linux that it is plugged into
  {host.script} lsusb -v -d 1209:2702
  {host.script}                      # a shell there""")
            say("\nIts LEDs and complaints, its serial port and eMMC are files in "
                f"{machine.folder}. Ctrl-C ends it, and forgets it.")
            while not once and machine.process.poll() is None:
                time.sleep(0.5)
        except (GuestUnavailable, GuestFailed) as why:
            say(f"the token runs, but nothing here can plug it in: {why}")
            return 1
        except KeyboardInterrupt:
            pass
        finally:
            if guest:
                guest.stop()
            machine.kill()
    return 0


if __name__ == "__main__":
    sys.exit(main())
