# SPDX-License-Identifier: Apache-2.0
"""The reader's side of the Virtual PCD protocol: the token connects to us, and we speak to it without pcscd."""

import socket

OPENPGP = "D27600012401"


class Reader:
    """Listens for one card at a time. Frames: two bytes length, big-endian, then the bytes."""

    def __init__(self, port=0):
        self.listener = socket.create_server(("127.0.0.1", port))
        self.port = self.listener.getsockname()[1]
        self.card = None

    def accept(self, seconds=60):
        """Waits until the token connects (again) and switches the card on."""
        self.drop()
        self.listener.settimeout(seconds)
        self.card, _ = self.listener.accept()
        self.card.settimeout(seconds)
        self.card.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.control(1)
        return self

    def send(self, payload):
        self.card.sendall(len(payload).to_bytes(2, "big") + payload)

    def receive(self):
        length = int.from_bytes(self._exactly(2), "big")
        return self._exactly(length)

    def _exactly(self, count):
        data = b""
        while len(data) < count:
            piece = self.card.recv(count - len(data))
            if not piece:
                raise ConnectionError("the card is gone")
            data += piece
        return data

    def control(self, code):
        """0 off, 1 on, 2 reset: not answered."""
        self.send(bytes([code]))

    def atr(self):
        self.send(b"\x04")
        return self.receive()

    def raw(self, command):
        """One APDU as bytes; the whole answer."""
        self.send(command)
        return self.receive()

    def apdu(self, text):
        """One APDU as hex (blanks allowed); data and status word. GET RESPONSE is not sent."""
        answer = self.raw(bytes.fromhex(text))
        return answer[:-2], answer[-2:].hex()

    def select(self):
        return self.apdu(f"00A40400 06 {OPENPGP} 00")

    def verify(self, reference, passphrase):
        """The status word of VERIFY 81 or 82."""
        word = passphrase.encode()
        return self.apdu(f"002000{reference:02X} {len(word):02X} {word.hex()}")[1]

    def drop(self):
        """Takes the card out of the reader."""
        if self.card:
            self.card.close()
            self.card = None

    def close(self):
        self.drop()
        self.listener.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
