# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""The twin where the guest's tests have a simulator."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(TESTS / "integration"), str(TESTS / "guest")]

from gokey_guest.token import Token  # noqa: E402
from machine import SERIAL  # noqa: E402


class TwinToken(Token):
    def __init__(self, guest, machine, key_set):
        self.guest, self.machine, self.keys, self.serial = guest, machine, key_set, SERIAL

    @property
    def usbip_port(self):
        return self.machine.port
