# SPDX-License-Identifier: Apache-2.0
"""A GnuPG home that uses the card in the private pcscd, with a pinentry that types what the test says."""

import os
import subprocess

from . import keys

PINENTRY = """#!/bin/sh
echo "OK at your service"
while read -r command rest; do
  case $command in
    GETPIN) echo "D $(cat '{file}')"; echo OK ;;
    BYE) echo OK; exit 0 ;;
    *) echo OK ;;
  esac
done
"""


class Gpg:
    def __init__(self, folder):
        self.home = folder / "gnupg"
        keys.make_home(self.home)
        self.pin_file = folder / "pin"
        script = folder / "pinentry"
        script.write_text(PINENTRY.format(file=self.pin_file))
        script.chmod(0o700)
        with open(self.home / "gpg-agent.conf", "a", encoding="ascii") as conf:
            conf.write(f"pinentry-program {script}\nenable-ssh-support\n")
        (self.home / "scdaemon.conf").write_text("disable-ccid\npcsc-shared\n")
        self.env = {k: v for k, v in os.environ.items() if k not in ("SSH_AUTH_SOCK", "GPG_TTY", "DISPLAY")}
        self.env["GNUPGHOME"] = str(self.home)
        self.env["LC_ALL"] = "C.UTF-8"
        self.env["SSH_AUTH_SOCK"] = self._socket("agent-ssh-socket")

    def _socket(self, name):
        listing = subprocess.run(["gpgconf", "--list-dirs", name], env=self.env, capture_output=True, check=True,
                                 text=True)
        return listing.stdout.strip()

    def pin(self, text):
        """What the pinentry will type from now on."""
        self.pin_file.write_text(text)

    def run(self, *arguments, stdin=b""):
        return subprocess.run(["gpg", "--batch", "--yes", "--trust-model", "always", *map(str, arguments)],
                              env=self.env, input=stdin, capture_output=True, timeout=60)

    def command(self, *arguments, stdin=b""):
        """Any program that talks to this home's agent (ssh, ssh-add, ssh-keygen, gpg-connect-agent)."""
        return subprocess.run(list(map(str, arguments)), env=self.env, input=stdin, capture_output=True, timeout=60)

    def close(self):
        keys.kill_agents(self.home)
