# SPDX-License-Identifier: Apache-2.0
"""A provisioned token for a test, with the ways into it."""

import tempfile
from pathlib import Path

from . import keys
from .case import Case
from .console import Console
from .ctl import Ctl
from .body import body, provision


class TokenCase(Case):
    """A test with a token. `token()` leaves its parts in self.sim, self.identity and self.console."""

    def provisioned(self, name="ed25519", *arguments, authorized=()):
        """A new state folder with the key set `name`; `authorized` are more public keys that may log in."""
        self.keys = keys.openpgp(name)
        if not hasattr(self, "identity"):
            self.identity = keys.ssh_identity(self.dir)
        allowed = self.dir / "authorized_keys"
        files = [keys.public_of(self.identity), *authorized]
        allowed.write_text("".join(file.read_text() for file in files))
        folder = Path(tempfile.mkdtemp(prefix="token-", dir=self.dir))
        done = provision(folder, "--pgp-secret-key", self.keys.secret, "--ssh-authorized-keys", allowed,
                         "--name", "Bar", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return folder

    def token(self, name="ed25519", *arguments, authorized=(), **options):
        folder = self.provisioned(name, *arguments, authorized=authorized)
        self.sim = body(folder, **options)
        self.addCleanup(self.sim.stop)
        self.sim.start()
        self.console = Console(self.dir, self.sim.port, self.identity)
        return self.sim

    def ctl(self):
        return Ctl.on(self.dir, self.sim.port, self.identity)
