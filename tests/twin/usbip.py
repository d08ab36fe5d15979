# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""A USB/IP client without a kernel: URBs one at a time (Linux, Documentation/usb/usbip_protocol.rst)."""

import errno
import socket
import struct

STANDARD_DEVICE_IN, STANDARD_ENDPOINT_OUT, CLASS_INTERFACE_OUT = 0x80, 0x02, 0x21
GET_DESCRIPTOR, SET_CONFIGURATION, CLEAR_FEATURE, SET_FEATURE = 6, 9, 1, 3


class Refused(OSError):
    """The URB ended with an error: `errno` says which."""


class Device:
    def __init__(self, port, timeout=60):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sequence = 0
        self.to_host = {}  # sequence number → whether data comes back
        self.socket.sendall(struct.pack(">HHI32s", 0x0111, 0x8003, 0, b"1-1"))
        if struct.unpack(">HHI", self._read(8))[2]:
            raise Refused(errno.ENODEV, "import refused")
        self._read(312)

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _read(self, size):
        data = b""
        while len(data) < size:
            piece = self.socket.recv(size - len(data))
            if not piece:
                raise EOFError("the device is gone")
            data += piece
        return data

    def submit(self, endpoint, size=0, data=b"", setup=bytes(8)):
        """Sends an URB; the number that result() takes. `endpoint` as bEndpointAddress has it."""
        self.sequence += 1
        self.to_host[self.sequence] = bool(endpoint & 0x80)
        self.socket.sendall(struct.pack(">5IIIIII8s", 1, self.sequence, 0x10001, endpoint >> 7, endpoint & 15, 0,
                                        len(data) or size, 0, 0xFFFFFFFF, 0, setup) + data)
        return self.sequence

    def unlink(self, sequence):
        """Takes an URB back; its status: -ECONNRESET, or 0 if it was over."""
        self.sequence += 1
        self.socket.sendall(struct.pack(">5II24x", 2, self.sequence, 0x10001, 0, 0, sequence))
        kind, _, _, _, _, status = struct.unpack(">5Ii24x", self._read(48))
        assert kind == 4, kind
        self.to_host.pop(sequence, None)
        return status

    def result(self, sequence):
        kind, got, _, _, _, status, size = struct.unpack(">5IiI20x", self._read(48))
        assert (kind, got) == (3, sequence), (kind, got, sequence)
        data = self._read(size) if self.to_host.pop(sequence) else size
        if status:
            raise Refused(-status, errno.errorcode[-status])
        return data

    def control(self, kind, request, value=0, index=0, data=b"", size=0):
        setup = struct.pack("<BBHHH", kind, request, value, index, len(data) or size)
        return self.result(self.submit(kind & 0x80, size, data, setup))

    def transfer(self, endpoint, size=0, data=b""):
        return self.result(self.submit(endpoint, size, data))

    def descriptor(self, kind, index=0, size=255, language=0):
        return self.control(STANDARD_DEVICE_IN, GET_DESCRIPTOR, kind << 8 | index, language, size=size)
