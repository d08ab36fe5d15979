# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""gokey-manager on the test's desktop, and the token it looks at."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gokey import keys  # noqa: E402
from gokey.case import BIN  # noqa: E402
from gokey.console import Console, locked  # noqa: E402
from gokey.sim import Sim, provision  # noqa: E402

from . import access  # noqa: E402
from .screen import end, until  # noqa: E402

PROGRAM = str(BIN / "gokey-manager")


class Token:
    """A simulated token, with an SSH identity that it takes."""

    def __init__(self, folder, name, *, vpcd=None, fido=True, identity=None):
        self.folder = Path(folder) / name
        self.folder.mkdir()
        self.keys = keys.openpgp("ed25519")
        self.identity = identity or keys.ssh_identity(self.folder)
        done = provision(self.folder / "state", "--pgp-secret-key", self.keys.secret, "--ssh-authorized-keys",
                         keys.public_of(self.identity), "--name", name, "--signature-pin", "once")
        if done.returncode:
            raise RuntimeError(done.stderr)
        arguments = ["--fido-udp", "127.0.0.1:0"] if fido else []
        self.sim = Sim(self.folder / "state", vpcd=vpcd, log=self.folder / "sim.log", arguments=arguments)
        self.sim.start()
        self.console = Console(self.folder, self.sim.port, self.identity)

    @property
    def device(self):
        return f"console:127.0.0.1:{self.sim.port}"

    @property
    def serial(self):
        """Its short ID."""
        return self.console.status()["token"]["serial"]

    def locked(self, use):
        """What the token itself says of a key ("sig", "dec", "aut")."""
        return locked(self.console.status())[use]

    @property
    def fido_port(self):
        return str(self.sim.ready["fido_udp"]).rsplit(":", 1)[1]

    def somebody_asks(self):
        """A program that registers a credential, which takes a person's presence; its outcome is its output."""
        return subprocess.Popen([str(BIN / "libfido2_client"), self.fido_port, "presence"], text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


class App:
    """One run of the app."""

    def __init__(self, screen, *arguments, env=None):
        self.screen = screen
        self.process = None
        self.arguments = arguments
        self.more_env = env or {}

    def start(self):
        before = dict(self.screen.env)
        self.screen.env.update(self.more_env)
        try:
            self.process = self.screen.run([PROGRAM, *self.arguments])
        finally:
            self.screen.env = before
        return self

    @property
    def pid(self):
        return self.process.pid

    def summon(self, *arguments):
        """Starts it once more, as a person does who wants to see its window: returns when that one has ended."""
        subprocess.run([PROGRAM, *map(str, arguments)], env=self.screen.env, timeout=60, check=True)

    def root(self):
        """Its widgets."""
        return access.application(self.pid)

    def probe(self, bus, method):
        """Of one started with --probe: "Begin"; "End" gives the longest gap in ms and the loop's turns."""
        return bus.call("org.gokey.Manager", "/org/gokey/Manager/Probe", "org.gokey.Manager.Probe", method)

    def find(self, role=None, name=None, seconds=60, shown=True):
        """A widget, waited for; None if it does not come."""
        root = self.root()
        return until(lambda: root and root.find(role, name, shown), seconds)

    def stop(self):
        """The exit code. It may take its time: what is just being unlocked is locked first."""
        return end(self.process, seconds=120) if self.process else None
