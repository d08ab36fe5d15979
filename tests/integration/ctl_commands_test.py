#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every gokeyctl command on a running token in both dialects: words, JSON against its schema, exit codes."""

import json
import subprocess

from gokey import case, keys
from gokey.console import locked
from gokey.ctl import Ctl
from gokey.sim import Sim, provision
from gokey.token import TokenCase


class Commands:
    """What holds for both dialects."""

    dialect = None

    def setUp(self):
        super().setUp()
        self.token("rsa2048", dialect=self.dialect)
        self.gokeyctl = self.ctl()

    def state(self):
        code, document = self.gokeyctl.json("status")
        self.assertEqual(code, 0)
        return document["data"]

    def test_status(self):
        data = self.state()
        self.assertEqual(data["token"]["dialect"], self.dialect)
        self.assertRegex(data["token"]["serial"], "^[0-9A-F]{8}$")
        found = {k["use"]: k["fingerprint"] for k in data["openpgp"]["keys"]}
        self.assertEqual(found, {"sig": self.keys.sig, "dec": self.keys.dec, "aut": self.keys.aut})
        self.assertNotIn(False, locked(data).values())

    def test_status_in_words_and_plain(self):
        words = self.gokeyctl.run("status")
        self.assertEqual(words.returncode, 0)
        self.assertIn(b"locked", words.stdout)
        self.assertNotIn(b"\x1b", words.stdout)
        plain = self.gokeyctl.run("--plain", "status")
        self.assertEqual(plain.returncode, 0)
        self.assertIn(b"\t", plain.stdout)
        colour = self.gokeyctl.run("--color", "always", "status")
        self.assertIn(b"\x1b[", colour.stdout)

    def test_unlock_and_lock(self):
        for scope, opened in (("sig", {"sig"}), ("dec", self.dec_opens), ("all", {"sig"} | self.dec_opens)):
            with self.subTest(scope=scope):
                code, document = self.gokeyctl.unlock(scope, "correct-horse")
                self.assertEqual(code, 0, document)
                self.assertEqual({u for u, is_locked in locked(self.state()).items() if not is_locked}, opened)
                self.assertEqual(self.gokeyctl.json("lock", scope)[0], 0)
                self.assertNotIn(False, locked(self.state()).values())
        self.assertEqual(self.gokeyctl.json("lock")[0], 0, "lock on a locked token is fine")

    def test_unlock_says_what_changed_in_one_line(self):
        done = self.gokeyctl.run("unlock", "sig", "--passphrase-fd", "0", stdin=b"correct-horse\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count(b"\n"), 1, done.stdout)
        quiet = self.gokeyctl.run("--quiet", "lock")
        self.assertEqual((quiet.returncode, quiet.stdout), (0, b""))

    def test_unlock_without_a_scope_is_all(self):
        code, _ = self.gokeyctl.json("unlock", "--passphrase-fd", "0", stdin=b"correct-horse\n")
        self.assertEqual(code, 0)
        self.assertFalse(locked(self.state())["sig"])
        self.assertFalse(locked(self.state())["dec"])

    def test_wrong_passphrase(self):
        code, document = self.gokeyctl.unlock("all", "wrong")
        self.assertEqual((code, document["error"]["code"]), (22, "wrong-passphrase"))
        self.assertNotIn(False, locked(self.state()).values())
        self.assertEqual(self.gokeyctl.unlock("sig", "correct-horse")[0], 0)

    def test_too_much_on_the_passphrase_descriptor_is_refused_before_anything_is_sent(self):
        for words in (b"correct-horse\nsecond\n", b"x" * 200 + b"\n"):
            code, document = self.gokeyctl.json("unlock", "sig", "--passphrase-fd", "0", stdin=words)
            self.assertEqual((code, document["error"]["code"]), (2, "usage"))
        self.assertTrue(locked(self.state())["sig"])
        self.assertIn(self.state()["openpgp"]["tries_left"], (3, None))

    def test_no_passphrase_source(self):
        code, document = self.gokeyctl.json("unlock", "sig")
        self.assertEqual((code, document["error"]["code"]), (2, "usage"))
        self.assertIn("--passphrase-fd", str(document["error"]))

    def test_empty_passphrase_is_cancelled(self):
        code, document = self.gokeyctl.json("unlock", "sig", "--passphrase-fd", "0", stdin=b"\n")
        self.assertEqual((code, document["error"]["code"]), (4, "cancelled"))

    def test_init(self):
        self.assertEqual(self.gokeyctl.json("init")[0], 0)

    def test_rand(self):
        first, second = (self.gokeyctl.run("rand", "--bytes", "100").stdout for _ in range(2))
        self.assertEqual((len(first), len(second)), (100, 100))
        self.assertNotEqual(first, second)
        target = self.dir / "random"
        self.assertEqual(self.gokeyctl.run("rand", "--bytes", "33", "--out", target).returncode, 0)
        self.assertEqual(target.stat().st_size, 33)
        hexadecimal = self.gokeyctl.run("rand", "--hex").stdout.strip()
        self.assertRegex(hexadecimal.decode(), "^[0-9a-f]{64}$")
        self.gokeyctl.json("rand")

    def test_reboot(self):
        self.assertEqual(self.gokeyctl.unlock("sig", "correct-horse")[0], 0)
        code, document = self.gokeyctl.json("reboot")
        self.assertNotEqual(code, 0, "without a person and without --yes it must not happen")
        self.assertFalse(locked(self.state())["sig"])
        self.assertEqual(self.gokeyctl.json("--yes", "reboot")[0], 0)
        self.eventually(self.comes_back, 60, "the token did not come back")
        self.assertTrue(locked(self.state())["sig"])

    def comes_back(self):
        if self.sim.process.poll() is not None:
            self.sim.restart()
        return self.gokeyctl.run("status").returncode == 0

    def test_list(self):
        self.state()  # binds the serial to the address
        code, document = self.gokeyctl.json("list")
        self.assertIn(code, (0, 10))

    def test_doctor(self):
        code, document = self.gokeyctl.json("doctor")
        self.assertIn(code, (0, 1))

    def test_unlock_for_a_while_needs_a_broker(self):
        code, document = self.gokeyctl.unlock("sig", "correct-horse", "--for", "10m")
        self.assertEqual((code, document["error"]["code"]), (50, "unsupported"))
        self.assertTrue(document["error"]["hint"])
        self.assertTrue(locked(self.state())["sig"])


class Native(Commands, TokenCase):
    dialect = "native"
    dec_opens = {"dec", "aut"}

    def test_the_third_wrong_passphrase_starts_a_delay(self):
        for left in (2, 1, 0):
            code, document = self.gokeyctl.unlock("all", "wrong")
            self.assertEqual(code, 22)
            self.assertEqual(self.state()["openpgp"]["tries_left"], left)
        code, document = self.gokeyctl.unlock("all", "correct-horse")
        self.assertEqual((code, document["error"]["code"]), (27, "retry-delay"))
        self.assertRegex(document["error"]["message"], r"\d")

    def test_no_configuration_of_openssl_is_read(self):
        nothing_works = self.gokeyctl.folder / "openssl.cnf"
        nothing_works.write_text("openssl_conf=all\n[all]\nproviders=some\n[some]\nnull=on\n[on]\nactivate=1\n")
        self.gokeyctl.env["OPENSSL_CONF"] = str(nothing_works)
        self.assertEqual(self.state()["token"]["dialect"], self.dialect)

    def test_status_watch_streams_lines(self):
        watch = subprocess.Popen(self.gokeyctl.arguments("--json", "status", "--watch"), env=self.gokeyctl.env,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.addCleanup(watch.stdout.close)
        self.addCleanup(watch.wait)
        self.addCleanup(watch.kill)
        self.assertEqual(json.loads(watch.stdout.readline())["event"], "status")
        self.assertEqual(self.gokeyctl.unlock("sig", "correct-horse")[0], 0)
        while True:
            event = json.loads(watch.stdout.readline())
            if event["event"] == "status" and not locked(event["data"])["sig"]:
                break


class Classic(Commands, TokenCase):
    dialect = "classic"
    dec_opens = {"dec"}

    def test_unknown_things_are_null(self):
        data = self.state()
        self.assertIsNone(data["openpgp"]["retry_after_seconds"])
        self.assertIsNone(data["token"]["state"])

    def test_three_wrong_ones_block(self):
        for _ in range(3):
            self.assertEqual(self.gokeyctl.unlock("sig", "wrong")[0], 22)
        code, _ = self.gokeyctl.unlock("sig", "correct-horse")
        self.assertNotEqual(code, 0)
        self.assertTrue(locked(self.state())["sig"])


class HostKey(TokenCase):
    """The trust store: pinned once, a changed key is never accepted."""

    def setUp(self):
        super().setUp()
        self.token()
        self.device = f"console:127.0.0.1:{self.sim.port}"
        self.gokeyctl = Ctl(self.dir, self.device, self.identity)

    def test_an_unknown_key_is_refused_without_a_person(self):
        code, document = self.gokeyctl.json("status")
        self.assertEqual((code, document["error"]["code"]), (21, "host-key"))
        self.assertIn("SHA256:", str(document["error"]))

    def test_pin_show_forget(self):
        self.assertEqual(self.gokeyctl.json("--yes", "host-key", "pin")[0], 0)
        self.assertEqual(self.gokeyctl.json("status")[0], 0)
        code, document = self.gokeyctl.json("host-key", "show")
        self.assertEqual(code, 0)
        self.assertIn(self.console.status()["token"]["host_key"], str(document))
        self.assertEqual(self.gokeyctl.json("--yes", "host-key", "forget", f"127.0.0.1:{self.sim.port}")[0], 0)
        self.assertEqual(self.gokeyctl.json("status")[0], 21)

    def test_a_changed_key_is_never_accepted(self):
        self.gokeyctl.options.append("--trust-new")
        self.assertEqual(self.gokeyctl.json("status")[0], 0)
        port = self.sim.port
        self.sim.stop()
        self.exchange_token(port)
        for arguments in (["status"], ["--yes", "status"], ["--yes", "lock"], ["--yes", "host-key", "pin"]):
            with self.subTest(arguments):
                code, document = self.gokeyctl.json(*arguments)
                self.assertEqual((code, document["error"]["code"]), (21, "host-key"))
        code, _ = self.gokeyctl.unlock("sig", "correct-horse")
        self.assertEqual(code, 21)
        self.assertNotEqual(self.gokeyctl.json("host-key", "pin", "--replace")[0], 0, "nobody said yes")
        self.assertEqual(self.gokeyctl.json("--yes", "host-key", "pin", "--replace")[0], 0)
        self.assertEqual(self.gokeyctl.json("status")[0], 0)

    def exchange_token(self, port):
        """Another token answers at the address of the first."""
        other = self.dir / "other"
        done = provision(other, "--pgp-secret-key", self.keys.secret, "--ssh-authorized-keys",
                         keys.public_of(self.identity))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.sim = Sim(other, ssh=f"127.0.0.1:{port}")
        self.addCleanup(self.sim.stop)
        self.sim.start()


class Alone(case.Case):
    """What needs no token."""

    def setUp(self):
        super().setUp()
        self.gokeyctl = Ctl(self.dir)

    def test_version_and_help(self):
        done = self.gokeyctl.run("--version")
        self.assertRegex(done.stdout.decode(), r"^gokeyctl \d+\.\d+\.\d+ \(libgokeyctl \d+\.\d+\.\d+\)\n$")
        overview = self.gokeyctl.run("help").stdout.decode()
        for command in ("list", "status", "init", "unlock", "lock", "rand", "reboot", "card", "host-key", "config",
                        "doctor", "completion"):
            self.assertRegex(overview, rf"(?m)^\s+{command}\b")
            done = self.gokeyctl.run(command, "--help")
            self.assertEqual(done.returncode, 0, command)
            self.assertEqual(done.stdout, self.gokeyctl.run("help", command).stdout, command)

    def test_usage_errors(self):
        for arguments in ([], ["hlep"], ["--frobnicate"], ["unlock", "everything"], ["status", "extra"],
                          ["--timeout", "soon", "status"], ["-d", "", "status"], ["unlock", "--passphrase", "x"]):
            with self.subTest(arguments):
                done = self.gokeyctl.run(*arguments)
                self.assertEqual(done.returncode, 2, done.stdout)
                self.assertEqual(done.stdout, b"")
        self.assertIn(b"help", self.gokeyctl.run("hlep").stderr)
        code, document = self.gokeyctl.json("unlock", "everything")
        self.assertEqual((code, document["error"]["code"]), (2, "usage"))

    def test_no_token(self):
        code, document = self.gokeyctl.json("status")
        self.assertIn(document["error"]["code"], ("no-token", "unreachable"))

    def test_config(self):
        self.assertEqual(self.gokeyctl.json("config", "set", "pinentry", "never")[0], 0)
        code, document = self.gokeyctl.json("config", "get", "pinentry")
        self.assertIn("never", str(document["data"]))
        self.assertEqual(self.gokeyctl.json("config", "list")[0], 0)
        self.assertEqual(self.gokeyctl.json("config", "path")[0], 0)
        self.assertEqual(self.gokeyctl.json("config", "unset", "pinentry")[0], 0)
        self.assertEqual(self.gokeyctl.json("config", "set", "nonsense", "1")[0], 2)

    def test_completion(self):
        for shell in ("bash", "zsh", "fish"):
            done = self.gokeyctl.run("completion", shell)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"unlock", done.stdout)

    def test_a_closed_pipe_is_no_noise(self):
        done = subprocess.run(["sh", "-c", '"$@" | true', "sh", *self.gokeyctl.arguments("help")],
                              env=self.gokeyctl.env, capture_output=True, timeout=60)
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    case.main()
