# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a machine started again that nobody restarted: what QEMU tells of its resets and watchdogs, and whether this computer stood
still, which QEMU's clocks do not notice."""

import contextlib
import json
import socket
import threading
import time

TOLD = ("RESET", "WATCHDOG", "STOP", "RESUME", "SHUTDOWN", "GUEST_PANICKED")
SAMPLE = 0.1  # seconds
NOTEWORTHY = 2.0


class Standstill(threading.Thread):
    """The longest time for which this program did not run. A thread of its own, as long as the program lives."""

    def __init__(self):
        super().__init__(daemon=True)
        self.longest = 0.0
        self.start()

    def run(self):
        last = time.monotonic()
        while True:
            time.sleep(SAMPLE)
            now = time.monotonic()
            self.longest = max(self.longest, now - last - SAMPLE)
            last = now


STANDSTILL = Standstill()


class Events(threading.Thread):
    """QEMU's own account, by a QMP socket of its own."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.lines = []
        self.link = socket.socket(socket.AF_UNIX)
        self.link.connect(str(path))
        self.start()

    def run(self):
        with contextlib.suppress(OSError, ValueError), self.link.makefile("rw") as link:  # QEMU may be killed at any time
            link.write('{"execute": "qmp_capabilities"}\n')
            link.flush()
            for line in link:
                event = json.loads(line)
                if event.get("event") in TOLD:
                    self.lines.append(f"{event['event']} {json.dumps(event.get('data', {}), sort_keys=True)}")

    def close(self):
        self.join()
        self.link.close()


def reason(starts, events):
    """A sentence, from the serial port's lines on how each start came about and QEMU's events."""
    # The firmware restarts itself by the watchdog too, but says at the next start that it did.
    cut_short = "cut short" in starts[-1]
    watchdog = any(event.startswith("WATCHDOG") for event in events)
    by = ("the watchdog" if watchdog else "something outside") if cut_short else "the firmware itself"
    still = STANDSTILL.longest
    stopped = f"the host stopped for {still:.1f} s" if still > NOTEWORTHY else "the host did not stop"
    return f"{by} restarted it; {stopped}; starts: {starts}; QEMU: {events}"
