# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""An X server without a screen, a window manager, and a session bus with accessibility; and the person's hands."""

import os
import subprocess
import time
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "import")
SIZE = "1280x1024x24"


class Screen:
    """`env` is the environment of programs on this desktop; nothing of the person's own desktop is in it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.started = []
        self.env = {}

    def start(self):
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8",
                    "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0",
                    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self.env[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        for name, value in os.environ.items():
            if name.startswith(("ASAN_", "UBSAN_", "LSAN_", "TSAN_")):
                self.env[name] = value
        self._show()
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._reported(
            ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={self.folder}/bus", "--print-address={fd}"])
        # Nor does it hear what the computer's own logind says.
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = self.env["DBUS_SESSION_BUS_ADDRESS"]
        return self

    def _show(self):
        """A screen without auto-repeat: a key whose release comes late, because this machine is busy, is pressed once and
        not twenty times. It goes on when its last client leaves: else one that asks and leaves before the window manager
        has come makes it begin anew, which cuts the window manager off. And with a window manager: a window that is there
        before it may never get the keyboard."""
        self.env["DISPLAY"] = ":" + self._reported(
            ["Xvfb", "-displayfd", "{fd}", "-r", "-noreset", "-screen", "0", SIZE, "-nolisten", "tcp", "-dpi", "96"])
        manager = self.run(["openbox", "--sm-disable"])
        if not until(lambda: manager.poll() is not None or self._is_managed(), 60) or manager.poll() is not None:
            raise RuntimeError("openbox does not manage the screen: " + (self.folder / "desk.log").read_text()[-2000:])

    def _is_managed(self):
        asked = subprocess.run(["xdotool", "get_desktop"], env=self.env, capture_output=True, timeout=60)
        return asked.returncode == 0

    def _reported(self, command):
        """Starts a program that reports one line on a file descriptor once it is ready."""
        read_end, write_end = os.pipe()
        command = [word.replace("{fd}", str(write_end)) for word in command]
        self.run(command, pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            line = pipe.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start")
        return line

    def run(self, command, **options):
        """Starts a program that ends with the desktop."""
        with open(self.folder / "desk.log", "ab") as log:
            process = subprocess.Popen(list(map(str, command)), env=self.env, stdin=subprocess.DEVNULL, stdout=log,
                                       stderr=log, **options)
        self.started.append(process)
        return process

    def stop(self):
        for process in reversed(self.started):
            end(process)
        self.started.clear()

    # ---- The person ----
    def _xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True, timeout=60, capture_output=True)

    def key(self, *names):
        self._xdotool("key", "--clearmodifiers", *names)

    def type(self, text):
        self._xdotool("type", "--delay", "5", text)

    def click(self, x, y, button=1):
        self._xdotool("mousemove", x, y, "click", button)

    def windows(self, pid, title=".*"):
        """The visible windows of a process, by title."""
        found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "--name", title],
                               env=self.env, capture_output=True, text=True, timeout=60)
        return found.stdout.split()

    def activate(self, pid, title, seconds=60):
        """Brings the window to the front, and gives it once it has the keyboard. Looked for and asked for again and
        again: a menu that just closes can have the same title, and the window manager drops what comes while it takes
        a window in."""
        def is_active(window):
            found = subprocess.run(["xdotool", "getactivewindow"], env=self.env, capture_output=True, text=True,
                                   timeout=60)
            return found.stdout.strip() == window

        def activated():
            for window in self.windows(pid, title):
                if is_active(window):
                    return window
                subprocess.run(["xdotool", "windowactivate", window], env=self.env, check=False, capture_output=True,
                               timeout=60)
            return None

        found = until(activated, seconds)
        if not found:
            raise RuntimeError(f"no window {title} becomes active, of {self.windows(pid)}")
        return found

    def active_title(self):
        found = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], env=self.env, capture_output=True,
                               text=True, timeout=60)
        return found.stdout.strip()

    def picture(self, file, window="root"):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-silent", "-window", window, str(file)], env=self.env, check=True, timeout=60)


def end(process, seconds=30):
    """SIGTERM, and SIGKILL if that is not enough; the exit code."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()


def until(condition, seconds=10.0):
    """What condition() gives once it is true; None after that time."""
    limit = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > limit:
            return None
        time.sleep(0.02)
