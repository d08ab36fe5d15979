# SPDX-License-Identifier: Apache-2.0
"""The body that the token under test runs in: a Linux process, or with GOKEY_BODY=mcimx6ul-evk the image for that
board in QEMU. Tests of the console run unchanged on both."""

import os
import shutil
import sys
import unittest

from . import board, sim
from .case import SKIPPED

NAME = os.environ.get("GOKEY_BODY", "sim")
ON_BOARD = NAME == board.NAME

if ON_BOARD:
    missing = [name for name in board.NEEDED if shutil.which(name) is None]
    if not board.IMAGE.exists():
        missing.append(str(board.IMAGE))
    if missing:
        print(f"skipped, not there: {', '.join(missing)}")
        sys.exit(SKIPPED)


def body(state, **options):
    """A token on that state folder, not started yet."""
    if not ON_BOARD:
        return sim.Sim(state, **options)
    if options:
        raise unittest.SkipTest(f"{NAME} has no {', '.join(options)}")
    return board.Board(state)


def provision(state, *arguments):
    """Runs `gokey-sim provision` and returns the finished process; the board takes over what it makes."""
    if ON_BOARD:
        arguments = ("--storage", "image", *arguments)
        return sim.provision(state, *arguments)
    return sim.provision(state, *arguments)
