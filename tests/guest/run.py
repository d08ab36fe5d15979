#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Boots the guest once and runs every case in it, or those named: run.py RESULTS [CASE…].

RESULTS/CASE then holds the outcome (first line: passed, failed or skipped) and what led to it; `run.py RESULTS --report CASE`
prints it and exits accordingly, so that each case has a line of its own in ctest.
"""

import importlib
import io
import signal
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "integration")]

from gokey.case import SKIPPED  # noqa: E402
from gokey_guest.case import GuestCase  # noqa: E402
from gokey_guest.guest import Guest, GuestFailed, GuestUnavailable  # noqa: E402

# In the order in which they run; CMakeLists.txt names the same.
CASES = (HERE / "cases" / "order").read_text(encoding="ascii").split()


def outcome_of(result):
    if not result.wasSuccessful():
        return "failed"
    return "skipped" if result.testsRun and len(result.skipped) == result.testsRun else "passed"


def run_case(name, results):
    """Runs one case; its outcome."""
    stream = io.StringIO()
    start = time.monotonic()
    suite = unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module(f"cases.{name}"))
    result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
    outcome = outcome_of(result)
    (results / name).write_text(f"{outcome}\n{stream.getvalue()}")
    print(f"{outcome:8} {name:20} {result.testsRun:3} tests {time.monotonic() - start:6.1f} s", flush=True)
    if outcome == "failed":
        print(stream.getvalue(), flush=True)
    return outcome


def run(results, names):
    results.mkdir(parents=True, exist_ok=True)
    for name in names:
        (results / name).unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="gk-guest-", dir="/tmp") as folder:
        try:
            with Guest(folder) as GuestCase.guest:
                for name in names:
                    run_case(name, results)
        except GuestUnavailable as why:
            for name in names:
                (results / name).write_text(f"skipped\n{why}\n")
            print(f"no guest on this machine: {why}")
            return SKIPPED
        except GuestFailed as why:
            print(f"the guest failed: {why}")
            return 1
    return 0


def report(results, name):
    if not (results / name).exists():
        print("the case did not run: see guest.run")
        return 1
    text = (results / name).read_text()
    print(text)
    return {"passed": 0, "skipped": SKIPPED}.get(text.split("\n", 1)[0], 1)


def main():
    # As by Ctrl-C, so that the guest and the tokens end, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    results = Path(sys.argv[1])
    if sys.argv[2:3] == ["--report"]:
        return report(results, sys.argv[3])
    return run(results, sys.argv[2:] or CASES)


sys.exit(main())
