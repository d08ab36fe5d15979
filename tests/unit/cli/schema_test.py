#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every document that gokeyctl prints without a token is what docs/schema says.

    schema_test.py GOKEYCTL SCHEMA_FOLDER
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

GOKEYCTL, SCHEMAS = sys.argv[1], pathlib.Path(sys.argv[2])
STORE = {p.name: json.loads(p.read_text()) for p in SCHEMAS.glob("*.json")}
ENTRY = {"endpoint": "127.0.0.1:2222", "serial": "AABBCCDD", "fingerprint": "SHA256:" + "A" * 43,
         "key_type": "ssh-ed25519", "trust": "tofu", "allow_unauthenticated_unlock": False,
         "first_seen": "2026-11-20T12:00:00Z"}


def validate(document, name):
    schema = STORE[name]
    resolver = jsonschema.RefResolver("", schema, store=STORE)
    jsonschema.Draft202012Validator(schema, resolver=resolver).validate(document)


def run(home, *words, expect=0):
    env = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C", "PCSCLITE_CSOCK_NAME": home + "/no-pcscd"}
    env.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
    done = subprocess.run([GOKEYCTL, "--json", "--no-input", *words], env=env, text=True, capture_output=True,
                          timeout=60, stdin=subprocess.DEVNULL, start_new_session=True)
    if expect is not None:
        assert done.returncode == expect, (words, done.returncode, done.stdout, done.stderr)
    assert done.stdout.count("\n") == 1 and done.stdout.isascii(), (words, done.stdout)
    document = json.loads(done.stdout)
    validate(document, "envelope.json")
    return document


def good(home, *words, schema=None, expect=0):
    document = run(home, *words, expect=expect)
    validate(document["data"], (schema or "-".join(words[:2])) + ".json")
    return document


def bad(home, *words, code, number):
    document = run(home, *words, expect=number)
    assert document["error"]["code"] == code, document
    assert document["error"]["exit"] == number, document


with tempfile.TemporaryDirectory() as home:
    for name, schema in STORE.items():
        jsonschema.Draft202012Validator.check_schema(schema)
    good(home, "--version", schema="version")
    good(home, "list", schema="list")
    good(home, "config", "list")
    good(home, "config", "get", "pinentry")
    good(home, "config", "set", "pinentry", "never")
    good(home, "config", "unset", "pinentry")
    good(home, "config", "path")
    good(home, "log", "path")
    good(home, "log", "show")
    for shell in ("bash", "zsh", "fish"):
        good(home, "completion", shell, schema="completion")
    receipt = pathlib.Path(home, "trust.json")
    receipt.write_text(json.dumps({"host_keys": [ENTRY]}))
    imported = good(home, "host-key", "import", str(receipt))
    assert imported["data"]["host_keys"][0]["trust"] == "strict"
    shown = good(home, "host-key", "show")
    assert shown["data"]["host_keys"][0]["serial"] == "AABBCCDD"
    assert shown["data"]["host_keys"][0]["compared"] is None  # whoever wrote the file says nothing of this machine's person
    receipt.write_text(json.dumps(shown))
    good(home, "host-key", "import", str(receipt))
    receipt.write_text(json.dumps([dict(ENTRY, fingerprint="SHA256:" + "B" * 43)]))
    bad(home, "host-key", "import", str(receipt), code="host-key", number=21)
    good(home, "host-key", "forget", "aabb", "--dry-run")
    bad(home, "host-key", "forget", "aabb", code="usage", number=2)
    good(home, "host-key", "forget", "aabb", "--yes")
    bad(home, "host-key", "forget", "aabb", code="nothing-to-do", number=3)
    document = run(home, "doctor", expect=None)
    validate(document["data"], "doctor.json")
    bad(home, "status", code="no-token", number=10)
    bad(home, "-d", "nobody", "status", code="no-token", number=10)
    for words in (["confirm"], ["presence", "show"], ["u2f", "status"], ["fido", "info"], ["identify"]):
        bad(home, *words, code="no-token", number=10)
    bad(home, "-d", "console:127.0.0.1:1", "status", code="unreachable", number=14)
    bad(home, "unlock", "--for", "10m", code="unsupported", number=50)
    bad(home, "unlock", "nothing", code="usage", number=2)
    bad(home, "config", "get", "nothing", code="usage", number=2)
    pathlib.Path(home, ".local/share/gokey-manager/known-tokens.json").write_text("{")
    bad(home, "list", code=run(home, "list", expect=None)["error"]["code"], number=run(home, "list", expect=None)["error"]["exit"])
print("every document is valid")
