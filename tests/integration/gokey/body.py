# SPDX-License-Identifier: Apache-2.0
"""The body that the token under test runs in: a Linux process, or with GOKEY_BODY=mcimx6ul-evk or usbarmory-mk2 the image for that
board in QEMU. Tests of the console run unchanged on all of them, those of the card on all that have one."""

import os
import shutil
import sys
import unittest

from . import board, sim
from .case import SKIPPED, SOURCE

NAME = os.environ.get("GOKEY_BODY", "sim")

if NAME == board.NAME:
    missing = [name for name in board.NEEDED if shutil.which(name) is None]
    if not board.IMAGE.exists():
        missing.append(str(board.IMAGE))
    if missing:
        print(f"skipped, not there: {', '.join(missing)}")
        sys.exit(SKIPPED)
    KIND, OPTIONS = board.Board, set()
elif NAME == "usbarmory-mk2":
    sys.path.append(str(SOURCE / "tests" / "twin"))
    import twin
    KIND, OPTIONS = twin.Twin, {"vpcd"}
else:
    KIND, OPTIONS = sim.Sim, None  # any


def body(state, **options):
    """A token on that state folder, not started yet."""
    if NAME != "sim" and options.get("dialect") == "native":
        del options["dialect"]  # the only one that images speak
    if OPTIONS is not None and not OPTIONS.issuperset(options):
        raise unittest.SkipTest(f"{NAME} has no {', '.join(options)}")
    return KIND(state, **options)


def provision(state, *arguments):
    """Runs `gokey-sim provision` and returns the finished process; a board takes over what it makes."""
    if NAME == "usbarmory-mk2":
        twin.own(state)
    if NAME != "sim":
        arguments = ("--storage", "image", *arguments)
    return sim.provision(state, *arguments)
