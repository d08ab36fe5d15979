# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""How soon a person sees that a site asks: from the request's last byte to the token, through token, console, broker and
app, to the notification service being called, or to the app's own window being painted."""

import statistics
import threading
import time

from ctl_presence_test import Reports
from gokey.agent import Client
from Xlib import display, error
from Xlib.ext import damage

TIMES = 20
AIM = "≤ 30"


class Painted:
    """When a window of at least half this size was drawn on, the first time after arm()."""

    AREA = 408 * 120 // 2  # of the popup, whose width is given and whose height depends on its words

    def __init__(self, env):
        self.display = display.Display(env["DISPLAY"])
        self.display.damage_query_version()
        self.display.screen().root.damage_create(damage.DamageReportRawRectangles)
        self.display.sync()
        self.seen = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def arm(self):
        self.seen.clear()

    def _run(self):
        while True:
            try:
                event = self.display.next_event()
            except error.ConnectionClosedError:  # the screen has gone
                return
            if event.type != self.display.extension_event.DamageNotify or self.seen.is_set():
                continue
            if event.area.width * event.area.height >= self.AREA:
                self.at = time.monotonic()
                self.seen.set()


class Asked:
    """A site asks, and a person confirms: on `desk`, whose app looks after the token and shares its broker."""

    def __init__(self, desk, token):
        self.client = Client(f"{desk.env['XDG_RUNTIME_DIR']}/gokey-manager/broker.sock")
        self.client.send("subscribe")
        self.token = self.client.event("token", lambda line: line["data"]["token"]["status"])["token"]
        self.reports = Reports(int(token.fido_port))

    def once(self, shown_at):
        """How long it took until shown_at(), in ms."""
        began = time.monotonic()
        self.reports.register()
        asked = self.client.event("presence-requested")["data"]["presence"]
        took = shown_at() - began
        if not self.client.ask("confirm-presence", token=self.token, number=asked["number"])["ok"]:
            raise RuntimeError("the request ended by itself")
        self.client.event("presence-ended")
        while self.reports.answer() == b"\x69\x85":
            self.reports.register()
        return took * 1e3


def bench_notification(table, desk, service, token):
    """Where the desktop has a notification service."""
    def shown_at():
        while not (shown := service.find("asks for your presence")):
            time.sleep(0.0005)
        return shown.at

    asked = Asked(desk, token)
    _row(table, "notification asked for", [asked.once(shown_at) for _ in range(TIMES)])
    asked.client.close()


def bench_popup(table, desk, token):
    """Where it has none."""
    painted, asked = Painted(desk.env), Asked(desk, token)

    def shown_at():
        if not painted.seen.wait(20):
            raise RuntimeError("the popup was not painted")
        return painted.at

    def once():
        painted.arm()
        return asked.once(shown_at)

    times = [once() for _ in range(TIMES)]
    _row(table, "popup painted", times)
    table.add("a site asks: the first popup painted", times[0], "ms", "", AIM)
    asked.client.close()


def _row(table, what, milliseconds):
    table.add(f"a site asks: {what}", statistics.median(milliseconds), "ms",
              f"worst of {len(milliseconds)}: {max(milliseconds):.1f} ms", AIM)
