# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""What logind tells of sleep (org.freedesktop.login1), on the test's own bus. It delays nothing."""

from .bus import Service

NAME = "org.freedesktop.login1"


class Logind(Service):
    NAME = NAME
    PATH = "/org/freedesktop/login1"
    XML = f"""<node><interface name="{NAME}.Manager">
      <signal name="PrepareForSleep"><arg type="b"/></signal>
    </interface></node>"""

    def sleep(self, about_to):
        """The computer is about to; or has woken up."""
        self.emit("PrepareForSleep", "(b)", about_to)
