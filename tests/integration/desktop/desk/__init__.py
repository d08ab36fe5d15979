# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""A desktop of the test's own: screen, session bus, panel, notification server, and a person in front of it."""
