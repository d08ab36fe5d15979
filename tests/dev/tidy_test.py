#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""dev.d/tidy leaves out what is known to be clean, and nothing else."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TIDY = pathlib.Path(__file__).resolve().parents[2] / "dev.d" / "tidy"
ANALYSER = shutil.which("clang-tidy-19")
CHECKS = "Checks: '-*,modernize-use-nullptr'\nWarningsAsErrors: '*'\nHeaderFilterRegex: '.*'\n"
SUMMARY = re.compile(r"clang-tidy: (\d+) files analysed, (\d+) known to be clean, remarks on (\d+)\n\Z")


class Tidy(unittest.TestCase):
    """A project of two sources, one with a header, both clean and known to be."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve()
        self.environment = {"PATH": f"{self.root}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        for name in ("build", "bin", "first", "second", "source"):
            (self.root / name).mkdir()
        self.write(".clang-tidy", CHECKS)
        self.write("second/h.h", "#define UNUSED 1\ninline int* none() { return nullptr; }\n")
        self.write("source/a.cpp", '#include "h.h"\nint* a() { return none(); }\n')
        self.write("source/b.cpp", "int b() { return 2; }\n")
        self.flags("")
        self.assertEqual(self.run_tidy(), (2, 0, 0))
        self.assertEqual(self.run_tidy(), (0, 2, 0))

    def write(self, name, text):
        (self.root / name).write_text(text)

    def flags(self, more):
        command = f"clang++-19 -I{self.root}/first -I{self.root}/second {more}"
        entries = [{"directory": f"{self.root}/build", "file": f"{self.root}/source/{name}.cpp",
                    "command": f"{command if name == 'a' else 'clang++-19'} -c {self.root}/source/{name}.cpp -o {name}.o"}
                   for name in ("a", "b")]
        self.write("build/compile_commands.json", json.dumps(entries))

    def run_tidy(self, sources=("source/a.cpp", "source/b.cpp"), options=()):
        """(analysed, known, with remarks)"""
        run = subprocess.run([TIDY, "build", *options], input="\n".join(sources), cwd=self.root, env=self.environment,
                             capture_output=True, text=True, timeout=300)
        self.said = run.stdout
        summary = SUMMARY.search(run.stdout)
        self.assertTrue(summary, run.stdout + run.stderr)
        counts = tuple(map(int, summary.groups()))
        self.assertEqual(run.returncode, 1 if counts[2] else 0)
        return counts

    def analyser(self, script):
        """Puts something in the place of clang-tidy; REAL is clang-tidy itself."""
        wrapper = self.root / "bin" / "clang-tidy-19"
        wrapper.write_text(f"#!/bin/sh\nREAL={ANALYSER}\n{script}\n")
        wrapper.chmod(0o755)

    def test_a_source_that_changed(self):
        self.write("source/b.cpp", "int b() { return 0; }\n")
        self.assertEqual(self.run_tidy(), (1, 1, 0))

    def test_a_header_that_changed(self):
        self.write("second/h.h", "inline int* none() { return 0; }\n")
        self.assertEqual(self.run_tidy(), (1, 1, 1))
        self.assertIn("second/h.h:1:29: error: use nullptr", self.said)

    def test_a_comment_that_went(self):
        self.write("second/h.h", "inline int* none() { return 0; }  // NOLINT\n")
        self.assertEqual(self.run_tidy(), (1, 1, 0))
        self.write("second/h.h", "inline int* none() { return 0; }\n")
        self.assertEqual(self.run_tidy(), (1, 1, 1))

    def test_a_macro_that_nothing_uses(self):
        self.write("second/h.h", "#define UNUSED 2\ninline int* none() { return nullptr; }\n")
        self.assertEqual(self.run_tidy(), (1, 1, 0))

    def test_a_header_before_another(self):
        self.write("first/h.h", (self.root / "second/h.h").read_text())
        self.assertEqual(self.run_tidy(), (1, 1, 0))

    def test_a_flag(self):
        self.flags("-fno-strict-aliasing")
        self.assertEqual(self.run_tidy(), (1, 1, 0))

    def test_the_checks(self):
        self.write("source/.clang-tidy", CHECKS)
        self.assertEqual(self.run_tidy(), (0, 2, 0), "the same checks, said in another place")
        self.write("source/.clang-tidy", "InheritParentConfig: true\nChecks: 'bugprone-assert-side-effect'\n")
        self.assertEqual(self.run_tidy(), (2, 0, 0))
        self.write(".clang-tidy", CHECKS.replace("nullptr", "override"))
        self.assertEqual(self.run_tidy(), (2, 0, 0))
        self.assertEqual(self.run_tidy(options=["--checks=misc-unused-using-decls"]), (2, 0, 0))

    def test_a_flag_given_beside(self):
        self.assertEqual(self.run_tidy(options=["--extra-arg=-fno-strict-aliasing"]), (2, 0, 0))

    def test_another_version(self):
        self.analyser('[ "$1" != --version ] || { echo 99; exit; }\nexec "$REAL" "$@"')
        self.assertEqual(self.run_tidy(), (2, 0, 0))

    def test_remarks_come_until_they_are_heeded(self):
        self.write("source/b.cpp", "int* b() { return 0; }\n")
        for _ in range(2):
            self.assertEqual(self.run_tidy(), (1, 1, 1))
        self.write("source/b.cpp", "int b() { return 2; }\n")
        self.assertEqual(self.run_tidy(), (1, 1, 0), "as it was, yet a run came between")

    def test_what_does_not_compile(self):
        self.write("source/b.cpp", "int b() { return ; \n")
        self.assertEqual(self.run_tidy(), (1, 1, 1))
        self.write("source/b.cpp", '#include "nowhere.h"\n')
        self.assertEqual(self.run_tidy(), (1, 1, 1))

    def test_an_analyser_that_breaks(self):
        self.write("source/b.cpp", "int b() { return 3; }\n")
        self.analyser('[ "$1" != -p ] || exit 139\nexec "$REAL" "$@"')
        for _ in range(2):
            self.assertEqual(self.run_tidy(), (1, 1, 1))

    def test_edited_while_it_was_read(self):
        """What was analysed is not what was fingerprinted: neither text is known to be clean."""
        self.write("source/b.cpp", "int b() { return 3; }\n")
        self.analyser('"$REAL" "$@" || exit\n[ "$1" != -p ] || echo "// more" >>source/b.cpp')
        self.assertEqual(self.run_tidy(), (1, 1, 0))
        self.write("source/b.cpp", "int b() { return 3; }\n")
        self.assertEqual(self.run_tidy(), (1, 1, 0))

    def test_what_nothing_builds(self):
        self.write("source/c.cpp", "int c() { return 3; }\n")
        self.assertEqual(self.run_tidy(["source/b.cpp", "source/c.cpp"]), (1, 1, 1))
        self.assertIn("source/c.cpp: error: nothing builds this file", self.said)


if __name__ == "__main__":
    if ANALYSER is None:
        print("there is no clang-tidy-19 here")
        sys.exit(77)
    unittest.main()
