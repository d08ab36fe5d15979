#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""host-key show --words agrees with python3-mnemonic's copy of the BIP 39 list and Python's own arithmetic.

    words_test.py GOKEYCTL
"""
import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile

try:
    import mnemonic
except ImportError:
    print("python3-mnemonic is not installed")
    sys.exit(77)

WORDS = mnemonic.Mnemonic("english").wordlist


def expected(digest):
    bits = "".join(f"{byte:08b}" for byte in digest)[:132]
    return [WORDS[int(bits[i:i + 11], 2)] for i in range(0, 132, 11)]


with tempfile.TemporaryDirectory() as home:
    env = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C"}
    env.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
    digests = [hashlib.sha256(bytes([i])).digest() for i in range(8)] + [bytes(32), b"\xff" * 32]
    entries = [{"endpoint": f"127.0.0.1:{1000 + i}", "serial": "AABBCCDD",
                "fingerprint": "SHA256:" + base64.b64encode(digest).decode().rstrip("=")}
               for i, digest in enumerate(digests)]
    trusted = subprocess.run([sys.argv[1], "host-key", "import", "-"], input=json.dumps(entries), env=env, text=True,
                             capture_output=True, timeout=60)
    assert trusted.returncode == 0, trusted.stderr
    shown = subprocess.run([sys.argv[1], "--json", "host-key", "show"], env=env, text=True, capture_output=True,
                           timeout=60)
    keys = {key["endpoint"]: key["words"] for key in json.loads(shown.stdout)["data"]["host_keys"]}
    people = subprocess.run([sys.argv[1], "host-key", "show", "--words"], env=env, text=True, capture_output=True,
                            timeout=60).stdout
    for entry, digest in zip(entries, digests):
        words = expected(digest)
        assert keys[entry["endpoint"]] == words, (entry, keys[entry["endpoint"]], words)
        assert " ".join(words[:4]) in people, (words, people)
