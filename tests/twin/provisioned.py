# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""A twin's eMMC with a token on it. gokey-sim makes the content, sharing the storage's code with the image, under the key
that the twin's DCP derives."""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(TESTS / "integration"), str(TESTS / "guest")]

from gokey.sim import provision  # noqa: E402
from machine import OTPMK, SERIAL  # noqa: E402

AREA, AREA_SIZE = 4096 * 512, 6144 * 512  # firmware/boards/usbarmory-mk2/storage.h


def device_secret(otpmk):
    """What ChipKey makes of the unique key (firmware/boards/usbarmory-mk2/silicon.cpp)."""
    done = subprocess.run(["openssl", "enc", "-aes-128-cbc", "-nopad", "-K", otpmk, "-iv", "00" * 16],
                          input=b"gokey device key, first version.", capture_output=True, check=True)
    return done.stdout


def own(folder):
    """Makes it a state folder of the twin's own, for `gokey-sim provision`."""
    folder.mkdir(exist_ok=True)
    (folder / "device.key").write_bytes(device_secret(OTPMK) + bytes.fromhex(SERIAL))


def storage_of(folder, *arguments):
    """The area of a token provisioned with these arguments of `gokey-sim provision`."""
    own(folder)
    done = provision(folder, "--storage", "image", "--name", "Bar", *arguments)
    assert done.returncode == 0, done.stderr
    area = (folder / "flash.img").read_bytes()
    assert len(area) == AREA_SIZE
    return area


def write_storage(machine, area):
    with open(machine.emmc, "r+b") as emmc:
        emmc.seek(AREA)
        emmc.write(area)
