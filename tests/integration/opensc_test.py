#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""OpenSC's tools read and use the token through the real pcscd; OpenSSL verifies."""

import os
import re
import subprocess
from pathlib import Path

from gokey import case, pcscd
from gokey.token import TokenCase

MODULES = ("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so", "/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so",
           "/usr/lib/opensc-pkcs11.so", "/usr/lib64/opensc-pkcs11.so")
MODULE = next((m for m in MODULES if Path(m).exists()), "opensc-pkcs11.so")


@case.require("openpgp-tool", "pkcs15-tool", "pkcs11-tool", "openssl")
@pcscd.required()
class OpenSc(TokenCase):
    def setUp(self):
        super().setUp()
        self.reader = pcscd.Pcscd(self.dir)
        self.addCleanup(self.reader.stop)
        self.reader.start()

    def insert(self, name):
        self.token(name, "--language", "de", "--sex", "2", vpcd=self.reader.port)
        self.env = {**os.environ, "HOME": str(self.dir), "LC_ALL": "C.UTF-8"}
        self.eventually(lambda: "Yes" in self.run_tool("opensc-tool", "-l").stdout, message="no card in the reader")

    def run_tool(self, *command, stdin=None):
        return subprocess.run(list(map(str, command)), env=self.env, capture_output=True, text=True, timeout=60,
                              input=stdin)

    def good(self, *command):
        """Runs a tool that must succeed and must not complain; what it said."""
        done = self.run_tool(*command)
        said = done.stdout + done.stderr
        self.assertEqual(done.returncode, 0, said)
        self.assertNotRegex(said, r"(?i)\b(error|failed|cannot|unable|invalid)\b", said)
        return said

    def pkcs11(self, *arguments):
        return self.good("pkcs11-tool", "--module", MODULE, *arguments)

    def check_openpgp_tool(self, name, words):
        self.insert(name)
        said = self.good("openpgp-tool", "-K", "-U")
        for fingerprint in (self.keys.sig, self.keys.dec, self.keys.aut):
            self.assertIn(fingerprint, said.lower().replace(" ", "").replace(":", ""))
        self.assertRegex(said, words)
        self.assertIn("Bar", said)
        self.assertRegex(said, "(?i)language.*de")
        self.assertRegex(said, "(?i)female")

    def test_openpgp_tool_shows_rsa_keys_and_holder(self):
        self.check_openpgp_tool("rsa2048", "RSA")

    def test_openpgp_tool_shows_p256_keys_and_holder(self):
        self.check_openpgp_tool("nistp256", "ECDSA")

    def test_openpgp_tool_shows_25519_keys_and_holder(self):
        self.check_openpgp_tool("ed25519", "EDDSA")

    def test_pkcs15_tool_dumps(self):
        self.insert("rsa2048")
        said = self.good("pkcs15-tool", "-D")
        for label in ("User PIN (sig)", "Signature key", "Encryption key", "Authentication key"):
            self.assertIn(label, said)
        self.assertRegex(said, r"ModLength\s*: 2048")

    def test_pkcs11_lists_the_objects(self):
        self.insert("rsa2048")
        said = self.pkcs11("-O")
        self.assertIn("Public Key Object; RSA 2048 bits", said)
        said = self.pkcs11("--token-label", "OpenPGP card (User PIN (sig))", "-O")
        self.assertIn("Signature key", said)

    def test_pkcs11_signs_with_rsa(self):
        self.insert("rsa2048")
        public = self.public_key("3")
        for slot, key in (("OpenPGP card (User PIN (sig))", "1"), ("OpenPGP card (User PIN)", "3")):
            with self.subTest(key=key):
                signature = self.sign(slot, key, "SHA256-RSA-PKCS")
                self.assert_verifies(self.public_key(key), signature, "-sha256")
        self.assertNotEqual(public, self.public_key("1"))

    def test_pkcs11_signs_with_p256(self):
        self.insert("nistp256")
        signature = self.sign("OpenPGP card (User PIN (sig))", "1", "ECDSA-SHA256", "--signature-format", "openssl")
        self.assert_verifies(self.public_key("1"), signature, "-sha256")

    def sign(self, label, key, mechanism, *more):
        message, signature = self.dir / "message", self.dir / f"signature-{key}"
        message.write_text("a message\n")
        self.pkcs11("--token-label", label, "--login", "--pin", self.keys.passphrase, "--sign", "--id", f"0{key}",
                    "-m", mechanism, "-i", message, "-o", signature, *more)
        return signature

    def public_key(self, key):
        """The public key as OpenSC reads it from the card, in DER."""
        file = self.dir / f"public-{key}.der"
        self.good("pkcs15-tool", "--read-public-key", key, "-o", file)
        return file

    def assert_verifies(self, public, signature, digest):
        verify = ["openssl", "dgst", digest, "-verify", public, "-signature", signature]
        done = self.run_tool(*verify, self.dir / "message")
        self.assertEqual(done.stdout.strip(), "Verified OK", done.stderr)
        (self.dir / "other").write_text("another message\n")
        self.assertNotEqual(self.run_tool(*verify, self.dir / "other").returncode, 0)

    def test_pkcs11_self_test_ends_without_errors(self):
        self.insert("rsa2048")
        done = self.run_tool("pkcs11-tool", "--module", MODULE, "--login", "--pin", self.keys.passphrase, "--test")
        said = done.stdout + done.stderr
        self.assertEqual(done.returncode, 0, said)
        self.assertIn("No errors", said)
        self.assertFalse(re.findall(r"(?i)^.*(?:error:|ERR:|failed).*$", said, re.M), said)

    def test_wrong_pin_is_refused_and_costs_one_try(self):
        self.insert("nistp256")
        done = self.run_tool("pkcs11-tool", "--module", MODULE, "--login", "--pin", "wrong-horse", "--token-label",
                             "OpenPGP card (User PIN)", "-O")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("CKR_PIN_INCORRECT", done.stdout + done.stderr)
        self.assertEqual(self.console.status()["openpgp"]["tries_left"], 2)


if __name__ == "__main__":
    pcscd.isolate()
    case.main()
