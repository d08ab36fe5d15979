#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""What the desktop app costs, beside nitrokey-app and keepassxc on the same screen without a monitor.

Part of bench.py; by itself: desktop.py BIN [SECONDS], SECONDS being how long idleness is looked at (20).
"""

import os
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
STARTS = 5


def bench_desktop(table, bin_folder, seconds=20):
    """Adds its rows, or says why there are none: a machine without an X server measures the rest."""
    if not os.path.exists(f"{bin_folder}/gokey-manager"):
        print("the desktop app: not measured, it was not built", flush=True)
        return
    os.environ["GOKEY_BIN"] = str(bin_folder)
    sys.path[:0] = [str(TESTS / "integration"), str(TESTS / "integration" / "desktop")]
    try:
        from desk import app, bus, notifications, panel, screen
    except (ImportError, ValueError) as why:
        print(f"the desktop app: not measured, {why}", flush=True)
        return
    with tempfile.TemporaryDirectory(prefix="gk-") as folder:
        desk = screen.Screen(folder)
        try:
            desk.start()
            address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
            # A screen reader is not at work on most desktops, and costs.
            for name in ("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_ACCESSIBILITY"):
                del desk.env[name]
            service = notifications.Notifications(address).start()
            board = panel.Panel(address).start()
            token = app.Token(folder, "Bench")
            try:
                _measure(table, desk, board, bus.Bus(address), screen, token, seconds)
                _presence(table, desk, board, screen, service, token)
            finally:
                token.sim.stop()
        finally:
            desk.stop()


def _measure(table, desk, board, bus, screen, token, seconds):
    manager = os.environ["GOKEY_BIN"] + "/gokey-manager"
    mine = [manager, "--hidden", "--probe", "--trust-new", "--identity", str(token.identity), "--device", token.device]
    _start_to_icon(table, desk, board, screen, [manager, "--hidden"])
    idle = {}
    for name, command in (("no token", [manager, "--hidden"]), ("one token", mine),
                          ("nitrokey-app", ["nitrokey-app"]), ("keepassxc", ["keepassxc"])):
        process = _started(desk, board, screen, command, wait_for_icon=name != "keepassxc")
        if process is None:
            continue
        try:
            time.sleep(5)  # what starting leaves to be done
            before = _switches(process.pid)
            time.sleep(seconds)
            idle[name] = ((_switches(process.pid) - before) / seconds, _pss(process.pid))
            if name == "one token":
                _silent_console(table, bus, token)
        finally:
            screen.end(process)
    others = {name: idle.get(name, (float("nan"), float("nan"))) for name in ("nitrokey-app", "keepassxc")}
    for name, aim in (("no token", "0"), ("one token", "≤ 0.2")):
        table.add(f"gokey-manager, hidden, {name}: wake-ups", idle[name][0], "1/s",
                  f"nitrokey-app {others['nitrokey-app'][0]:.2f}, keepassxc {others['keepassxc'][0]:.2f}", aim)
    table.add("gokey-manager, hidden, one token: memory (PSS)", idle["one token"][1], "MiB",
              f"nitrokey-app {others['nitrokey-app'][1]:.1f}, keepassxc {others['keepassxc'][1]:.1f}",
              "≤ 0.6 of nitrokey-app")


def _presence(table, desk, board, screen, service, token):
    from presence import bench_notification, bench_popup

    manager = os.environ["GOKEY_BIN"] + "/gokey-manager"
    command = [manager, "--hidden", "--trust-new", "--identity", str(token.identity), "--device", token.device]
    process = _started(desk, board, screen, command)
    try:
        bench_notification(table, desk, service, token)
    finally:
        screen.end(process)
    service.stop()
    screen.until(lambda: not board.items, 10)
    process = _started(desk, board, screen, command)
    try:
        time.sleep(5)  # what starting leaves to be done
        bench_popup(table, desk, token)
        table.add("gokey-manager, hidden, its own popup was shown: memory (PSS)", _pss(process.pid), "MiB")
    finally:
        screen.end(process)


def _started(desk, board, screen, command, wait_for_icon=True):
    try:
        process = desk.run(command)
    except FileNotFoundError:
        return None  # not installed
    if wait_for_icon:
        screen.until(lambda: board.items, 20)
    return process


def _start_to_icon(table, desk, board, screen, command):
    """From exec to the icon's registration with the panel."""
    def once(words):
        screen.until(lambda: not board.items, 10)
        began = time.monotonic()
        process = desk.run(words)
        while not board.items and time.monotonic() - began < 20:
            time.sleep(0.001)
        took = time.monotonic() - began
        screen.end(process)
        return took
    own = statistics.median(once(command) for _ in range(STARTS))
    try:
        other = f"nitrokey-app {statistics.median(once(['nitrokey-app']) for _ in range(STARTS)) * 1e3:.0f} ms"
    except FileNotFoundError:
        other = ""
    table.add("gokey-manager: start to icon", own * 1e3, "ms", other)


def _switches(pid):
    """Voluntary context switches of all threads: each is a wake-up that has gone to sleep again."""
    total = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        total += int(lines["voluntary_ctxt_switches"])
    return total


def _pss(pid):
    """MiB, libraries shared out among those that use them."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _silent_console(table, bus, token, seconds=20):
    """The longest time for which the thread that paints was away, while the token's answers stay away."""
    def probe(method):
        return bus.call("org.gokey.Manager", "/org/gokey/Manager/Probe", "org.gokey.Manager.Probe", method)

    pids = token.sim.pids()
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        probe("Begin")
        time.sleep(seconds)
        gap, turns = probe("End")
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
    table.add(f"gokey-manager: longest gap of its event loop, console silent {seconds} s", gap, "ms",
              f"{turns} turns of the loop", "< 100")


class _Lines:
    def add(self, what, value, unit, beside="", aim=""):
        print(f"{what:<58} {value:>10.3f} {unit:<4} {beside:<40} {aim}", flush=True)


if __name__ == "__main__":
    bench_desktop(_Lines(), os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
    sys.stdout.flush()
    os._exit(0)  # the threads of the bus's objects wait for nothing
