# SPDX-License-Identifier: Apache-2.0
"""Throw-away OpenPGP and SSH keys, made by gpg and ssh-keygen once per run.

GOKEY_KEY_CACHE names a folder that all test files of one ctest run share; without it each process makes its own
in a temporary folder. `keys.py make` fills the shared folder, `keys.py remove` deletes it.
"""

import atexit
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PASSPHRASE = "correct-horse"
USER = "Bar <bar@example.org>"

# name: (primary, signature subkey, decryption subkey, authentication subkey), in GnuPG's words.
# OpenSSH knows no brainpool curve, so the key set with one logs in with P-256.
ALGORITHMS = {
    "rsa2048": ("rsa2048", "rsa2048", "rsa2048", "rsa2048"),
    "rsa4096": ("ed25519", "rsa4096", "rsa4096", "rsa4096"),
    "nistp256": ("nistp256", "nistp256", "nistp256", "nistp256"),
    "nistp384": ("nistp384", "nistp384", "nistp384", "nistp384"),
    "nistp521": ("nistp521", "nistp521", "nistp521", "nistp521"),
    "brainpoolP256r1": ("brainpoolP256r1", "brainpoolP256r1", "brainpoolP256r1", "nistp256"),
    "ed25519": ("ed25519", "ed25519", "cv25519", "ed25519"),
}
EXTRA = {
    "secp256k1": ("ed25519", "secp256k1", "secp256k1", "ed25519"),  # a curve this token does not have
    "dsa": ("ed25519", "dsa2048", "cv25519", "ed25519"),
    "elgamal": ("ed25519", "ed25519", "elg1024", "ed25519"),
}


class Keys:
    """The files of one key set."""

    def __init__(self, folder):
        self.home = folder
        self.secret = folder / "secret.asc"
        self.public = folder / "public.asc"
        self.ssh = folder / "ssh.pub"  # the authentication subkey as OpenSSH writes it
        self.passphrase = PASSPHRASE
        prints = (folder / "fingerprints").read_text().split()
        self.primary, self.sig, self.dec, self.aut = (f.lower() for f in prints)


def gpg(home, *arguments, stdin=None):
    return subprocess.run(["gpg", "--homedir", str(home), "--batch", "--yes", *map(str, arguments)],
                          input=stdin, capture_output=True, check=True, timeout=120).stdout


def make_home(home):
    """An empty GnuPG home whose S2K costs next to nothing: the strength of throw-away keys does not matter."""
    home.mkdir(mode=0o700, parents=True)
    (home / "gpg-agent.conf").write_text("s2k-count 65536\nallow-loopback-pinentry\n")


def kill_agents(home):
    subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], capture_output=True, timeout=60)


def generate(home, algorithms, passphrase=PASSPHRASE):
    """Makes the key set in `home` and exports it there."""
    make_home(home)
    primary, *subkeys = algorithms
    secret = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"]
    word = passphrase.encode() + b"\n"
    try:
        gpg(home, *secret, "--quick-gen-key", USER, primary, "cert", "never", stdin=word)
        fingerprint = fingerprints(home)[0]
        for algorithm, use in zip(subkeys, ("sign", "encr", "auth")):
            if algorithm.startswith(("nistp", "brainpool", "secp")):
                algorithm += "/ecdh" if use == "encr" else "/ecdsa"
            gpg(home, *secret, "--quick-add-key", fingerprint, algorithm, use, "never", stdin=word)
        found = fingerprints(home)
        (home / "fingerprints").write_text("\n".join(found))
        (home / "secret.asc").write_bytes(
            gpg(home, *secret, "--armor", "--export-secret-keys", fingerprint, stdin=word))
        (home / "public.asc").write_bytes(gpg(home, "--armor", "--export", fingerprint))
        (home / "ssh.pub").write_bytes(gpg(home, "--export-ssh-key", found[3] + "!"))
    finally:
        kill_agents(home)
    return Keys(home)


def fingerprints(home):
    listing = gpg(home, "--list-keys", "--with-colons").decode()
    return [line.split(":")[9] for line in listing.splitlines() if line.startswith("fpr:")]


_own_cache = None


def cache():
    global _own_cache
    shared = os.environ.get("GOKEY_KEY_CACHE")
    if shared:
        folder = Path(shared)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder
    if _own_cache is None:
        _own_cache = Path(tempfile.mkdtemp(prefix="gk-keys-", dir="/tmp"))
        atexit.register(shutil.rmtree, _own_cache, ignore_errors=True)
    return _own_cache


def openpgp(name):
    """The key set `name`, made now if this run has none yet."""
    algorithms = ALGORITHMS.get(name) or EXTRA[name]
    target = cache() / name
    with open(cache() / f"{name}.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            # Made elsewhere first: gpg-agent's sockets want a short path, and a half-made folder must not count.
            scratch = Path(tempfile.mkdtemp(prefix="gk-", dir="/tmp"))
            try:
                generate(scratch / "h", algorithms)
                shutil.copytree(scratch / "h", cache() / f"{name}.new", dirs_exist_ok=True,
                                ignore=shutil.ignore_patterns("S.*", "*.lock", ".#*"))
                (cache() / f"{name}.new").rename(target)
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
    return Keys(target)


def ssh_identity(folder, kind="ed25519", name=None):
    """A fresh SSH key pair without a passphrase; the private file (the public one is beside it, .pub)."""
    path = Path(folder) / (name or f"id_{kind}")
    options = {"rsa": ["-b", "2048"], "ecdsa": ["-b", "256"]}.get(kind, [])
    subprocess.run(["ssh-keygen", "-q", "-t", kind, *options, "-N", "", "-C", "test", "-f", str(path)],
                   check=True, timeout=60, stdin=subprocess.DEVNULL)
    return path


def public_of(identity):
    return identity.with_name(identity.name + ".pub")


if __name__ == "__main__":
    shutil.rmtree(os.environ["GOKEY_KEY_CACHE"], ignore_errors=True)
    if sys.argv[1] == "make":
        with ThreadPoolExecutor(max_workers=2) as pool:
            list(pool.map(openpgp, ALGORITHMS))
