# SPDX-License-Identifier: Apache-2.0
"""The SSH console through OpenSSH's client."""

import json
import subprocess

from .terminal import Terminal

PROMPT = r"> \x1b\[0m$"


class Console:
    """`ssh` to a token on this machine; known_hosts lies in `folder` and starts empty. Of an option given twice
    ssh takes the first: `first` are options that win."""

    def __init__(self, folder, port, identity, first=()):
        self.known_hosts = folder / "known_hosts"
        self.port = port
        self.command = ["ssh", "-F", "/dev/null", *first, "-p", str(port), "-o", "BatchMode=yes",
                        "-o", "LogLevel=ERROR",
                        "-o", "StrictHostKeyChecking=accept-new",
                        "-o", f"UserKnownHostsFile={self.known_hosts}"]
        if identity:
            self.command += ["-i", str(identity), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none"]

    def run(self, command, stdin=b"", seconds=60, env=None):
        """Runs one command by exec; stdin is all the channel gets."""
        return subprocess.run([*self.command, "bar@127.0.0.1", command], input=stdin, capture_output=True,
                              timeout=seconds, env=env)

    def unlock(self, scope, passphrase):
        """The exit code of `unlock` by exec."""
        return self.run(f"unlock {scope}", passphrase.encode() + b"\r").returncode

    def status(self):
        answer = self.run("status --json")
        if answer.returncode != 0:
            raise AssertionError(f"status --json: exit {answer.returncode}: {answer.stderr!r}")
        return json.loads(answer.stdout)

    def start(self, command=None, **options):
        """A running `ssh`, for streams."""
        return subprocess.Popen([*self.command, "bar@127.0.0.1", *([command] if command else [])], **options)

    def shell(self):
        """An interactive session; returns the terminal at the first prompt."""
        terminal = Terminal([*self.command, "-tt", "bar@127.0.0.1"])
        try:
            terminal.expect(PROMPT)
        except AssertionError:
            terminal.close()
            raise
        return terminal


def locked(status):
    """{"sig": True, …} from the status object."""
    return {key["use"]: key["locked"] for key in status["openpgp"]["keys"]}
