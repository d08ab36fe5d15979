#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Passphrases planted in every way in must turn up nowhere: logs, arguments, environment, memory, JSON, files."""

import os
import re
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

from gokey import case, keys, vpcd
from gokey.ctl import Ctl
from gokey.sim import Sim
from gokey.token import TokenCase

RIGHT = b"correct-horse"
WRONG = b"battery-staple-7391"
LARGEST_MAPPING = 1 << 28  # beyond it lie only the shadows of sanitizers
PAIR = case.SOURCE / "tests" / "data" / "u2f"
PROTECT_TOOL = "/usr/lib/gnupg/gpg-protect-tool"


class Secrets(TokenCase):
    def setUp(self):
        super().setUp()
        self.reader = vpcd.Reader()
        self.addCleanup(self.reader.close)
        self.token(vpcd=self.reader.port, log=self.dir / "sim.log")
        self.reader.accept()
        self.gokeyctl = self.ctl()
        self.said = []

    def use_everything(self):
        """Right and wrong passphrases over the card, the console and gokeyctl; a key operation; a lock."""
        self.reader.select()
        self.assertEqual(self.reader.verify(0x81, WRONG.decode())[:3], "63c")
        self.assertEqual(self.reader.verify(0x81, RIGHT.decode()), "9000")
        self.assertEqual(self.reader.apdu("002A9E9A 20 " + "2A" * 32 + " 00")[1], "9000")
        for word in (WRONG, RIGHT):
            done = self.console.run("unlock all", word + b"\r")
            self.said += [done.stdout, done.stderr]
        self.console.run("unlock all", RIGHT)  # without an end
        for options in (["-v", "-v"], ["--json"]):
            for word in (WRONG, RIGHT):
                done = self.gokeyctl.run(*options, "--log-file", self.dir / "ctl.log", "unlock", "all",
                                         "--passphrase-fd", "0", stdin=word + b"\n")
                self.said += [done.stdout, done.stderr]
            self.assertEqual(self.gokeyctl.run("lock").returncode, 0)
        self.shell()
        self.assertEqual(self.console.run("lock all").returncode, 0)

    def shell(self):
        with self.console.shell() as terminal:
            terminal.send("unlock sig\r")
            terminal.expect("Passphrase: $")
            terminal.send(RIGHT.decode() + "\r")
            terminal.expect("unlocked")
            self.said.append(terminal.output)

    def planted(self, data):
        return [word.decode() for word in (RIGHT, WRONG) if word in data]

    def test_not_in_what_is_said_or_written(self):
        self.gokeyctl.env["GOKEY_LOG"] = "trace"
        self.use_everything()
        self.sim.stop()
        for words in self.said:
            self.assertEqual(self.planted(words), [])
        for file in self.dir.rglob("*"):
            if file.is_file():
                self.assertEqual(self.planted(file.read_bytes()), [], file)
        self.assertTrue((self.dir / "ctl.log").exists(), "gokeyctl wrote a log")

    def test_not_in_the_memory_of_the_token(self):
        """After the last lock: neither the process that faces the outside, nor the vault."""
        if b"__asan_init" in Path(f"/proc/{self.sim.process.pid}/exe").read_bytes():
            self.skipTest("AddressSanitizer keeps freed memory, that of libssh among it")
        self.use_everything()
        for pid in self.sim.pids():
            with self.subTest(pid=pid, name=Path(f"/proc/{pid}/comm").read_text().strip()):
                # The client is told before the last buffer is gone.
                self.eventually(lambda: not self.planted(memory(pid)), message="a passphrase stays in memory")
                self.assertEqual(self.planted(Path(f"/proc/{pid}/cmdline").read_bytes()), [])
                self.assertEqual(self.planted(Path(f"/proc/{pid}/environ").read_bytes()), [])

    def test_the_outside_process_never_holds_a_private_key(self):
        """While all keys are unlocked, Ed25519's secret seed is in the vault's process alone."""
        self.assertEqual(self.console.unlock("all", RIGHT.decode()), 0)
        seed = self.ed25519_seed()
        main, *others = self.sim.pids()
        self.assertNotIn(seed, memory(main))
        self.assertTrue(any(seed in memory(pid) for pid in others), "the search itself finds the seed in the vault")
        self.assertEqual(self.console.run("lock all").returncode, 0)
        for pid in self.sim.pids():
            self.assertNotIn(seed, memory(pid), "lock wipes")

    def ed25519_seed(self):
        """The secret half of the signature subkey, as gpg-agent keeps it."""
        listing = keys.gpg(self.keys.home, "--list-keys", "--with-keygrip", "--with-colons").decode()
        grips = [line.split(":")[9] for line in listing.splitlines() if line.startswith("grp:")]
        # Bytes: libgcrypt writes a salt that happens to be printable Latin-1 as it is.
        stored = (self.keys.home / "private-keys-v1.d" / f"{grips[1]}.key").read_bytes()
        bare = self.dir / "bare.key"  # the tool reads the expression alone, without the names before it
        bare.write_bytes(stored[stored.index(b"Key: ") + 5:])
        clear = subprocess.run([PROTECT_TOOL, "-P", self.keys.passphrase, "--unprotect", bare], check=True,
                               capture_output=True, timeout=60).stdout
        return re.search(rb"\(1:d32:(.{32})\)", clear, re.S).group(1)

    def test_not_in_the_arguments_or_memory_of_gokeyctl(self):
        """While it waits for the answer of a console that says nothing any more."""
        terminal = self.gokeyctl.terminal("unlock", "sig")
        self.addCleanup(terminal.close)
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        os.kill(self.sim.process.pid, signal.SIGSTOP)
        self.addCleanup(os.kill, self.sim.process.pid, signal.SIGCONT)
        terminal.send(WRONG.decode() + "\r")
        time.sleep(0.5)
        pid = terminal.process.pid
        self.assertEqual(self.planted(Path(f"/proc/{pid}/cmdline").read_bytes()), [])
        self.assertEqual(self.planted(Path(f"/proc/{pid}/environ").read_bytes()), [])


class Provisioning(case.Case):
    """An OpenPGP key without a passphrase, in clear in its file, sent to a new token."""

    def setUp(self):
        super().setUp()
        (self.dir / "key").mkdir()
        made = keys.generate(self.dir / "key" / "home", keys.ALGORITHMS["ed25519"], passphrase="")
        self.key = self.dir / "key" / "secret.gpg"
        self.key.write_bytes(keys.gpg(self.dir / "key", "--dearmor", stdin=made.secret.read_bytes()))
        self.u2f = self.dir / "key" / "u2f.der"
        shutil.copy(PAIR / "key.der", self.u2f)
        self.identity = keys.ssh_identity(self.dir)
        self.log = self.dir / "sim.log"
        self.sim = Sim(self.dir / "token", log=self.log).start()
        self.addCleanup(self.sim.stop)
        self.gokeyctl = Ctl.on(self.dir, self.sim.port, self.identity)
        self.gokeyctl.env["GOKEY_LOG"] = "trace"
        self.seeds = [self.u2f.read_bytes()[36:68]]  # the number in this PKCS#8 file
        for file in (self.dir / "key" / "home" / "private-keys-v1.d").iterdir():
            self.seeds += map(bytes.fromhex, re.findall(r"\(d #([0-9A-F]{64})#\)", re.sub(r"\s+#", " #",
                                                                                      file.read_text("latin-1"))))
        self.assertTrue([seed for seed in self.seeds if seed in self.key.read_bytes()], "the search finds them there")

    def planted(self, data):
        return [seed.hex() for seed in self.seeds if seed in data]

    def test_not_in_what_is_said_written_or_kept(self):
        done = self.gokeyctl.run("-v", "-v", "--log-file", self.dir / "ctl.log", "provision", "one",
                                 "--pgp-secret-key", self.key, "--ssh-authorized-keys", keys.public_of(self.identity),
                                 "--u2f-certificate", PAIR / "certificate.pem", "--u2f-private-key", self.u2f,
                                 "--yes")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.planted(done.stdout + done.stderr), [])
        self.eventually(lambda: b'"provisioned"' in self.gokeyctl.run("--json", "status").stdout)
        main = self.sim.pids()[0]
        if b"__asan_init" not in Path(f"/proc/{main}/exe").read_bytes():
            self.eventually(lambda: not self.planted(memory(main)), message="the key stays in memory")
        self.assertEqual(self.planted(Path(f"/proc/{main}/environ").read_bytes()), [])
        for file in self.dir.rglob("*"):
            if file.is_file() and self.dir / "key" not in file.parents:
                self.assertEqual(self.planted(file.read_bytes()), [], file)
        self.assertTrue((self.dir / "ctl.log").exists(), "gokeyctl wrote a log")


class Cores(TokenCase):
    """A process that falls leaves no image of its memory behind, even where the system would write one."""

    def setUp(self):
        super().setUp()
        self.where = self.dir / "cores"
        self.where.mkdir()
        self.before = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (self.before[1], self.before[1]))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_CORE, self.before)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.where)
        control = subprocess.Popen(["sleep", "60"], cwd=self.where)
        if not self.dumped(control):
            self.skipTest("this system writes no core dumps at all")

    def dumped(self, process):
        os.kill(process.pid, signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = status
        return os.WCOREDUMP(status)

    def test_gokey_sim(self):
        self.token()
        self.assertEqual(self.console.unlock("all", RIGHT.decode()), 0)
        self.assertFalse(self.dumped(self.sim.process))

    def test_gokeyctl(self):
        self.token()
        terminal = self.ctl().terminal("unlock", "sig")
        self.addCleanup(terminal.close)
        terminal.expect("(?i)passphrase[^\r\n]*: ?$")
        terminal.send(RIGHT.decode())
        time.sleep(0.1)
        self.assertFalse(self.dumped(terminal.process))


def memory(pid):
    """Everything readable in the memory of a process."""
    found = []
    with open(f"/proc/{pid}/maps", encoding="utf-8", errors="replace") as maps, \
            open(f"/proc/{pid}/mem", "rb", buffering=0) as mem:
        for line in maps:
            span, mode = line.split()[:2]
            if not mode.startswith("r") or "[v" in line:
                continue
            start, end = (int(x, 16) for x in span.split("-"))
            if end - start > LARGEST_MAPPING:
                continue
            try:
                mem.seek(start)
                found.append(mem.read(end - start))
            except (OSError, ValueError, OverflowError):
                continue
    return b"".join(found)


if __name__ == "__main__":
    case.main()
