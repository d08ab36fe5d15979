# SPDX-License-Identifier: Apache-2.0
"""What every integration test starts from: a folder of its own, and a way to end everything it started."""

import os
import shutil
import sys
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3]
BIN = Path(os.environ.get("GOKEY_BIN", SOURCE / "build" / "bin"))
SKIPPED = 77  # what ctest takes for "skipped"


class Case(unittest.TestCase):
    """A test with `self.dir`, a temporary folder that goes when the test ends. Paths are kept short because
    Unix sockets lie in there."""

    maxDiff = None

    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="gk-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)

    def eventually(self, condition, seconds=60.0, message="it did not happen"):
        """Waits until condition() is true and returns what it gave."""
        end = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > end:
                self.fail(f"{message} within {seconds} s")
            time.sleep(0.02)


def require(*programs):
    """Skips a class or test when a program of another project is not installed."""
    missing = [p for p in programs if shutil.which(p, path=os.environ["PATH"] + ":/usr/sbin:/sbin") is None]
    return unittest.skipIf(missing, f"not installed: {', '.join(missing)}")


def main():
    """Runs the tests of the calling file. Exit code 77 when every one of them was skipped."""
    program = unittest.main(module="__main__", exit=False, verbosity=2)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun and len(result.skipped) == result.testsRun else 0)
