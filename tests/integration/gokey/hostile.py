# SPDX-License-Identifier: Apache-2.0
"""SSH servers that are not what a console should be: silent, babbling, malicious."""

import os
import socket
import threading
import time

import paramiko

ESCAPES = b"\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m\x1bP1;1|\x1b\\\x08\x08\x7f\x00"


class Mute:
    """Accepts TCP connections, says `greeting`, then nothing."""

    def __init__(self, greeting=b""):
        self.greeting = greeting
        self.clients = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
                self.clients.append(client)
                client.sendall(self.greeting)
            except OSError:
                return

    def close(self):
        self.listener.close()
        for client in self.clients:
            client.close()


class _Policy(paramiko.ServerInterface):
    def __init__(self, console):
        self.console = console

    def get_allowed_auths(self, username):
        return "publickey"

    def check_auth_publickey(self, username, key):
        return paramiko.AUTH_SUCCESSFUL if self.console.admits else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED

    def check_channel_pty_request(self, *_):
        return True

    def check_channel_shell_request(self, channel):
        self.console.begin(channel, None)
        return True

    def check_channel_exec_request(self, channel, command):
        self.console.begin(channel, command.decode(errors="replace"))
        return True


class Hostile:
    """An SSH server that answers every session by calling behaviour(channel, command) in a thread of its own;
    command is None for a shell. `banner` is its version string."""

    def __init__(self, behaviour, *, banner="SSH-2.0-gokey_0.1.0", admits=True, host_key=None):
        self.behaviour = behaviour
        self.banner = banner
        self.admits = admits
        self.host_key = host_key or paramiko.ECDSAKey.generate()
        self.commands = []
        self.transports = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            transport = paramiko.Transport(client)
            transport.local_version = self.banner
            transport.add_server_key(self.host_key)
            self.transports.append(transport)
            try:
                transport.start_server(server=_Policy(self), event=threading.Event())
            except paramiko.SSHException:
                transport.close()

    def begin(self, channel, command):
        self.commands.append(command)
        threading.Thread(target=self._answer, args=(channel, command), daemon=True).start()

    def _answer(self, channel, command):
        time.sleep(0.05)  # after the reply to the request has left
        try:
            self.behaviour(channel, command)
        except (OSError, EOFError, paramiko.SSHException):
            pass

    def close(self):
        self.listener.close()
        for transport in self.transports:
            transport.close()


def finish(channel, code=0):
    channel.send_exit_status(code)
    channel.close()


def random_bytes(channel, command):
    for _ in range(64):
        channel.sendall(os.urandom(1024))
    finish(channel)


def endless_line(channel, command):
    """No line end, for ever."""
    while True:
        channel.sendall(b"A" * 16384)


def endless_lines(channel, command):
    while True:
        channel.sendall(b"Serial number ..........: AABBCCDD\r\n" * 256)


def escape_sequences(channel, command):
    channel.sendall(ESCAPES * 4 + b"\r\n")
    channel.sendall(b'{"schema":1,"token":{"serial":"' + ESCAPES + b'"}}\r\n')
    finish(channel)


def escaped_json(channel, command):
    """A status that would be right, but for what its texts hold."""
    text = status_json().replace("0.1.0", "\\u001b]0;owned\\u0007\\u009b31m")
    channel.sendall(text.encode() + b"\n")
    finish(channel)


def deep_json(channel, command):
    channel.sendall(b"[" * 60000 + b"\n")
    finish(channel)


def stops_in_the_middle(channel, command):
    """Half an answer, then silence with the connection open."""
    channel.sendall(status_json()[:80].encode())
    time.sleep(600)


def hangs_up_in_the_middle(channel, command):
    channel.sendall(status_json()[:80].encode())
    channel.transport.close()


def silent(channel, command):
    time.sleep(600)


def refuses(channel, command):
    finish(channel, 1)


def status_json():
    return ('{"schema":1,"token":{"serial":"AABBCCDD","firmware":"0.1.0","dialect":"native","board":"sim",'
            '"state":"provisioned","secure_boot":false,"host_key":null},"openpgp":{"initialised":true,'
            '"secure_storage":false,"signatures":0,"tries_left":3,"retry_after_seconds":null,"signature_pin_once":false,"keys":[]},'
            '"fido":{"initialised":false,"secure_storage":null,"presence_test":null,"presence_pending":null,'
            '"counter":null,"certificate_sha1":null},"leds":{"blue":"off","white":"off"}}')


ALL = [random_bytes, endless_line, endless_lines, escape_sequences, escaped_json, deep_json, stops_in_the_middle,
       hangs_up_in_the_middle, silent, refuses]
