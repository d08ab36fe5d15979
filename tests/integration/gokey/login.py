# SPDX-License-Identifier: Apache-2.0
"""Logins with keys that OpenSSH would not make."""

import paramiko


def logs_in(port, key):
    """Whether the token on this port lets a paramiko.PKey in."""
    client = paramiko.Transport(("127.0.0.1", port))
    try:
        client.start_client(timeout=60)
        client.auth_publickey("bar", key)
        return True
    except paramiko.AuthenticationException:
        return False
    finally:
        client.close()
