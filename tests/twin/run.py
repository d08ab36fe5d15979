#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""A token in the twin, for a person: starts the Mk II's image with a throw-away identity, plugs it in, says what to try and
waits for Ctrl-C. Plugged into this machine where its kernel takes USB/IP devices (module vhci-hcd, as root), else into
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
from provisioned import storage_of, write_storage
from gokey import keys
from gokey.case import BIN
from gokey_guest.guest import Guest, GuestFailed, GuestUnavailable

PORT = int(os.environ.get("GOKEY_PORT", "2222"))
ADDRESS = "10.0.0.10"


def say(text):
    print(text, flush=True)


def start(folder):
    """The twin, provisioned, and the key that may log in."""
    token_keys = keys.openpgp("ed25519")
    identity = keys.ssh_identity(folder)
    machine = Machine(folder / "twin")
    write_storage(machine, storage_of(folder / "state", "--pgp-secret-key", token_keys.secret, "--ssh-authorized-keys",
                                      keys.public_of(identity)))
    machine.start()
    say(machine.said().strip())
    return machine, token_keys, identity


def attach_here(machine):
    """True if this machine's own kernel has it now."""
    if os.geteuid() != 0 or not shutil.which("usbip") or not shutil.which("modprobe"):
        return False
    if subprocess.run(["modprobe", "vhci-hcd"], stderr=subprocess.DEVNULL).returncode != 0:
        return False
    return subprocess.run(["usbip", "--tcp-port", str(machine.port), "attach", "-r", "127.0.0.1", "-b", "1-1"]).returncode == 0


def attach_in_guest(guest, machine, token_keys, folder):
    """Plugs it into the guest and leads PORT here to its console. A script that runs a command in the guest."""
    token = TwinToken(guest, machine, token_keys)
    token.plug()
    token.address()
    subprocess.run([*guest.ssh, "-O", "forward", "-L", f"127.0.0.1:{PORT}:{ADDRESS}:22", "root@127.0.0.1"], check=True,
                   stdout=subprocess.DEVNULL)
    return script_of(folder / "guest", [*guest.ssh, "-t", "root@127.0.0.1"])


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
        machine, token_keys, identity = start(folder)
        guest = None
        try:
            if attach_here(machine):
                console, script = f"{ADDRESS}:22", None
                say("plugged into this machine")
            else:
                say("this machine's kernel takes no USB/IP device: booting a Linux that does")
                (folder / "g").mkdir()
                guest = Guest(folder / "g", seconds=7 * 24 * 3600).start()
                console, script = f"127.0.0.1:{PORT}", attach_in_guest(guest, machine, token_keys, folder)
            host, port = console.rsplit(":", 1)
            command = gokeyctl_for(console, identity, folder)
            subprocess.run([command, "status"], check=True, timeout=120, stdin=subprocess.DEVNULL)
            say(f"""
The token {SERIAL} is running. Try, in another terminal:

  {command} status
  {command} unlock sig     # its passphrase: {token_keys.passphrase}
  ssh -i {identity} -p {port} -o UserKnownHostsFile=/dev/null bar@{host}""")
            if script:
                say(f"""  {script} gpg --card-status    # in the Linux that it is plugged into
  {script} lsusb -v -d 1209:2702
  {script}                      # a shell there""")
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
