#!/usr/bin/python3
# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""network.py LISTENER FRAMES, in a network namespace of its own: its kernel has a network card whose frames go through FRAMES, a socket that keeps
their boundaries, and whoever connects to LISTENER is led to the token's console there. Both are numbers of open files. It says `ready`,
and ends when FRAMES does."""

import asyncio
import contextlib
import fcntl
import os
import socket
import struct
import subprocess
import sys

TOKEN, HERE = "10.0.0.10", "10.0.0.1/24"
SET_INTERFACE, TAP, NO_HEADER = 0x400454CA, 2, 0x1000  # linux/if_tun.h


def network_card(name):
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tap, SET_INTERFACE, struct.pack("16sH22x", name.encode(), TAP | NO_HEADER))
    subprocess.run(["ip", "address", "add", HERE, "dev", name], check=True)
    subprocess.run(["ip", "link", "set", name, "up"], check=True)
    return tap


async def pass_on(source, target):
    while data := await source.read(65536):
        target.write(data)
        await target.drain()
    target.write_eof()


async def lead(reader, writer):
    ends = [writer]
    with contextlib.suppress(OSError):
        from_token, to_token = await asyncio.open_connection(TOKEN, 22)
        ends.append(to_token)
        await asyncio.gather(pass_on(reader, to_token), pass_on(from_token, writer))
    for end in ends:
        end.close()


async def main():
    listener, frames = (socket.socket(fileno=int(number)) for number in sys.argv[1:])
    frames.setblocking(False)
    tap = network_card("token")
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def to_token():
        with contextlib.suppress(BlockingIOError, BrokenPipeError):  # a full wire loses frames
            frames.send(os.read(tap, 4096))

    def to_here():
        try:
            frame = frames.recv(4096)
        except BlockingIOError:
            return
        except OSError:
            frame = b""
        if frame:
            os.write(tap, frame)
        else:
            ended.set()

    loop.add_reader(tap, to_token)
    loop.add_reader(frames, to_here)
    async with await asyncio.start_server(lead, sock=listener, backlog=256):
        print("ready", flush=True)
        await ended.wait()
        os._exit(0)  # and with it every connection


asyncio.run(main())
