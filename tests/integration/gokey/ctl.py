# SPDX-License-Identifier: Apache-2.0
"""gokeyctl with XDG folders of its own. Every JSON answer is checked against docs/schema."""

import json
import os
import subprocess

import jsonschema

from .case import BIN, SOURCE
from .terminal import Terminal

PROGRAM = str(BIN / "gokeyctl")
SCHEMAS = SOURCE / "docs" / "schema"


def validate(document, name):
    """Fails with jsonschema.ValidationError when the document is not as docs/schema/NAME.json says."""
    file = SCHEMAS / f"{name}.json"
    schema = json.loads(file.read_text())
    del schema["$id"]  # references are files beside this one
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver(file.as_uri(), schema)
    jsonschema.Draft202012Validator(schema, resolver=resolver).validate(document)


def validate_answer(document):
    """The envelope, and the data by the schema of its command."""
    validate(document, "envelope")
    if document["ok"]:
        validate(document["data"], document["command"].replace(" ", "-"))


class Ctl:
    def __init__(self, folder, device=None, identity=None):
        self.folder = folder
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self.env[f"XDG_{name}_HOME"] = str(folder / name.lower())
        runtime = folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        self.env["XDG_RUNTIME_DIR"] = str(runtime)
        for name in os.environ:
            if name.startswith(("ASAN_", "UBSAN_", "LSAN_", "TSAN_")):
                self.env[name] = os.environ[name]
        self.options = []
        if device:
            self.options += ["-d", device]
        if identity:
            self.options += ["-i", str(identity)]

    @classmethod
    def on(cls, folder, port, identity):
        """For the token whose console listens on the loopback port; trusts its key at first sight."""
        ctl = cls(folder, f"console:127.0.0.1:{port}", identity)
        ctl.options.append("--trust-new")
        return ctl

    def arguments(self, *arguments):
        return [PROGRAM, *self.options, *map(str, arguments)]

    def run(self, *arguments, stdin=b"", seconds=60, no_input=True):
        """The finished process; stdin is a pipe, so there is no terminal."""
        options = ["--no-input"] if no_input else []
        return subprocess.run(self.arguments(*options, *arguments), env=self.env, input=stdin, capture_output=True,
                              timeout=seconds, start_new_session=True)

    def json(self, *arguments, **options):
        """Exit code and document of a command with --json, checked against the schemas."""
        done = self.run("--json", *arguments, **options)
        try:
            document = json.loads(done.stdout)
        except ValueError as error:
            raise AssertionError(f"{arguments}: no JSON ({error}): exit {done.returncode}, {done.stdout[:500]!r}, "
                                 f"{done.stderr[:500]!r}") from error
        validate_answer(document)
        expected = 0 if document["ok"] else document["error"]["exit"]
        if done.returncode != expected:
            raise AssertionError(f"{arguments}: exit code {done.returncode}, the document says {expected}")
        return done.returncode, document

    def unlock(self, scope, passphrase, *arguments):
        return self.json("unlock", scope, "--passphrase-fd", "0", *arguments, stdin=passphrase.encode() + b"\n")

    def terminal(self, *arguments, env=None, **options):
        return Terminal(self.arguments(*arguments), env={**self.env, **(env or {})}, **options)
