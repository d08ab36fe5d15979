# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""A computer without a kernel that the twin is plugged into: a USB/IP client which hands the card on to a Virtual PCD reader, and the
frames of the network card to a socket. When the token goes from the bus it is plugged in again as soon as it is back."""

import contextlib
import errno
import socket
import struct
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field

import usbip

CONFIGURATION, INTERFACE, ENDPOINT = 2, 4, 5  # descriptors (USB 2.0, table 9-5)
BULK = 2
SMART_CARD, COMMUNICATIONS, DATA = 0x0B, 0x02, 0x0A  # classes of interfaces
TO_INTERFACE, SET_INTERFACE = 0x01, 11
CLASS_INTERFACE_IN, GET_NTB_PARAMETERS = 0xA1, 0x80
POWER_ON, POWER_OFF, BLOCK = 0x62, 0x63, 0x6F  # PC_to_RDR_… (USB CCID 1.1, table 6.1-1)
FAILED, MORE_TIME = 1, 2  # bmCommandStatus (table 6.2-3)
WHOLE, BEGINS, ENDS, CONTINUES, NEXT_PLEASE = 0, 1, 2, 3, 0x10  # wLevelParameter, bChainParameter
CCID_HEADER = 10
PACKET = 512  # bulk, high speed
LOST = (EOFError, OSError)


class Device(usbip.Device):
    """With any number of URBs under way, from any thread."""

    def __init__(self, port):
        self.lock = threading.Lock()
        self.under_way = {}  # sequence number → Future
        self.gone = threading.Event()
        super().__init__(port)
        self.socket.settimeout(None)
        threading.Thread(target=self._read_results, daemon=True).start()

    def submit(self, *arguments, **options):
        with self.lock:
            if self.gone.is_set():
                raise EOFError("the device is gone")
            self.under_way[self.sequence + 1] = Future()
            return super().submit(*arguments, **options)

    def result(self, sequence):
        try:
            return self.under_way[sequence].result()
        finally:
            del self.under_way[sequence]

    def _read_results(self):
        with contextlib.suppress(*LOST):
            while True:
                kind, sequence, _, _, _, status, size = struct.unpack(">5IiI20x", self._read(48))
                assert kind == 3, kind
                data = self._read(size) if self.to_host.pop(sequence) else size
                if status:
                    self.under_way[sequence].set_exception(usbip.Refused(-status, errno.errorcode[-status]))
                else:
                    self.under_way[sequence].set_result(data)
        with self.lock:
            self.gone.set()
            for future in list(self.under_way.values()):
                if not future.done():
                    future.set_exception(EOFError("the device is gone"))

    def close(self):
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.gone.wait()
        super().close()


@dataclass
class Interface:
    number: int
    kind: int
    alternate: int
    specific: bytes = b""  # class-specific descriptors
    bulk: dict = field(default_factory=dict)  # "in", "out" → bEndpointAddress


def interfaces(configuration):
    found, at = [], 0
    while at < len(configuration):
        size, kind = configuration[at:at + 2]
        fields = configuration[at:at + size]
        if kind == INTERFACE:
            found.append(Interface(number=fields[2], kind=fields[5], alternate=fields[3]))
        elif kind == ENDPOINT and fields[3] & 3 == BULK:
            found[-1].bulk["in" if fields[2] & 0x80 else "out"] = fields[2]
        elif kind in (0x21, 0x24):
            found[-1].specific += fields
        at += size
    return found


class Card:
    """The one slot of the reader."""

    def __init__(self, device, interface):
        self.device, self.bulk = device, interface.bulk
        (self.longest,) = struct.unpack_from("<I", interface.specific, 44)  # dwMaxCCIDMessageLength (table 5.1-1)
        self.sequence = 0

    def _exchange(self, kind, data=b"", level=WHOLE):
        """bChainParameter and the data of the answer."""
        self.sequence = (self.sequence + 1) % 256
        head = struct.pack("<BIBBBH", kind, len(data), 0, self.sequence, 0, level)
        self.device.transfer(self.bulk["out"], data=head + data)
        while True:
            answer = self.device.transfer(self.bulk["in"], self.longest)
            _, size, _, sequence, status, error, chain = struct.unpack_from("<BIBBBBB", answer)
            if sequence != self.sequence or size != len(answer) - CCID_HEADER:
                raise usbip.Refused(errno.EPROTO, f"CCID: {answer.hex()}")
            if status >> 6 == FAILED:
                raise usbip.Refused(errno.EREMOTEIO, f"CCID error {error:02x}")
            if status >> 6 != MORE_TIME:
                return chain, answer[CCID_HEADER:]

    def on(self):
        """The answer to reset."""
        return self._exchange(POWER_ON)[1]

    def off(self):
        self._exchange(POWER_OFF)

    def apdu(self, command):
        """One command of any length; the whole answer."""
        room = self.longest - CCID_HEADER
        pieces = [command[at:at + room] for at in range(0, len(command), room)]
        for number, piece in enumerate(pieces):
            first, last = number == 0, number == len(pieces) - 1
            level = (WHOLE if last else BEGINS) if first else ENDS if last else CONTINUES
            chain, answer = self._exchange(BLOCK, piece, level)
        while chain in (BEGINS, CONTINUES):
            chain, more = self._exchange(BLOCK, level=NEXT_PLEASE)
            answer += more
        return answer


class Slot(threading.Thread):
    """Lies in the Virtual PCD reader on that port, whenever there is one, until the token is unplugged. A frame of its protocol: two bytes
    length, then an APDU, or one byte: 0 off, 1 on, 2 reset, 4 what is the answer to reset?"""

    def __init__(self, card, port):
        super().__init__(daemon=True)
        self.card, self.port = card, port
        self.lock = threading.Lock()
        self.reader = None
        self.start()

    def run(self):
        with contextlib.suppress(*LOST):
            self.answer_to_reset = self.card.on()
            while True:
                self.card.off()
                try:
                    reader = socket.create_connection(("127.0.0.1", self.port))
                except OSError:
                    self.card.device.gone.wait(0.05)
                    continue
                with self.lock:
                    self.reader = reader
                try:
                    self._serve(reader)
                except usbip.Refused as why:  # the reader finds the card gone, and its test fails
                    print(f"the card: {why}", file=sys.stderr, flush=True)
                except ConnectionError:  # the card was drawn in the middle of an answer
                    pass
                finally:
                    with self.lock:
                        reader.close()
                        self.reader = None

    def leave(self):
        """Once the device is gone."""
        with self.lock, contextlib.suppress(OSError):
            if self.reader:
                self.reader.shutdown(socket.SHUT_RDWR)
        self.join()

    def _serve(self, reader):
        reader.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with reader.makefile("rb") as frames:
            while len(head := frames.read(2)) == 2:
                size = int.from_bytes(head, "big")
                if len(frame := frames.read(size)) < size:
                    return
                self._answer(reader, frame)

    def _answer(self, reader, frame):
        if len(frame) > 1:
            answer = self.card.apdu(frame)
        elif frame == b"\4":
            answer = self.answer_to_reset
        else:
            if frame in (b"\0", b"\2"):
                self.card.off()
            if frame in (b"\1", b"\2"):
                self.card.on()
            return
        reader.sendall(len(answer).to_bytes(2, "big") + answer)


class Network:
    """Blocks of frames, 16-bit form (USB NCM 1.0, 3.2 and 3.3). Ready for use at once."""

    def __init__(self, device, control, data):
        self.device, self.bulk = device, data.bulk
        parameters = device.control(CLASS_INTERFACE_IN, GET_NTB_PARAMETERS, 0, control.number, size=28)
        (self.longest,) = struct.unpack_from("<I", parameters, 4)  # dwNtbInMaxSize (table 6-3)
        device.control(TO_INTERFACE, SET_INTERFACE, data.alternate, data.number)
        self.sequence = 0

    def receive(self):
        """The frames of the next block."""
        block = self.device.transfer(self.bulk["in"], self.longest)
        (table,) = struct.unpack_from("<H", block, 10)
        frames = []
        while table:
            size, following = struct.unpack_from("<HH", block, table + 4)
            for entry in range(table + 8, table + size, 4):
                at, length = struct.unpack_from("<HH", block, entry)
                if at == 0 or length == 0:
                    break
                frames.append(block[at:at + length])
            table = following
        return frames

    def send(self, frame):
        begin = 12 + 16
        size = begin + len(frame)
        size += size % PACKET == 0  # a short packet at the end
        block = struct.pack("<4sHHHH4sHHHHHH", b"NCMH", 12, self.sequence, size, 12, b"NCM0", 16, 0, begin, len(frame), 0, 0)
        self.sequence = (self.sequence + 1) % 65536
        self.device.transfer(self.bulk["out"], data=(block + frame).ljust(size, b"\0"))


class Computer:
    """Frames go through `frames`, a socket that keeps their boundaries; the card lies in the reader on the port `vpcd`, if there is one."""

    def __init__(self, port, frames, vpcd=None):
        self.port, self.frames, self.vpcd = port, frames, vpcd
        self.device = self.network = self.slot = None
        self.plugged = 0  # times
        self.ready = threading.Event()
        self.leaving = threading.Event()
        self.threads = [threading.Thread(target=target, daemon=True) for target in (self._stay, self._send)]
        for thread in self.threads:
            thread.start()

    def _stay(self):
        while not self.leaving.is_set():
            try:
                self._plug()
                self._receive()
            except LOST:
                self._unplug()
                self.leaving.wait(0.02)

    def _plug(self):
        self.device = Device(self.port)
        self.device.control(0, usbip.SET_CONFIGURATION, 1)
        found = interfaces(self.device.descriptor(CONFIGURATION, size=4096))
        (control,) = (each for each in found if each.kind == COMMUNICATIONS)
        (data,) = (each for each in found if each.kind == DATA and each.bulk)
        (reader,) = (each for each in found if each.kind == SMART_CARD)
        self.network = Network(self.device, control, data)
        if self.vpcd:
            self.slot = Slot(Card(self.device, reader), self.vpcd)
        self.plugged += 1
        self.ready.set()

    def _unplug(self):
        self.ready.clear()
        if self.device:
            self.device.close()
        if self.slot:
            self.slot.leave()
        self.device = self.slot = None

    def _receive(self):
        while True:
            for frame in self.network.receive():
                with contextlib.suppress(BlockingIOError):  # a full wire loses frames
                    self.frames.send(frame, socket.MSG_DONTWAIT)

    def _send(self):
        """What comes while nothing is plugged in is lost."""
        while frame := self.frames.recv(4096):
            if self.ready.is_set():
                with contextlib.suppress(*LOST):
                    self.network.send(frame)

    def close(self):
        """Once the token has no power any more."""
        self.leaving.set()
        self.frames.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:
            thread.join()
        self.frames.close()
