# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
"""A way to a TCP server on which the test lets answers through piece by piece."""

import contextlib
import queue
import socket
import threading


class Gate:
    """Listens on `port` for connections to the loopback port `behind`. What clients say passes at once; what the
    server says passes as well while the gate is open, and waits in `held` while it is not."""

    def __init__(self, behind):
        self.behind = behind
        self.lock = threading.Lock()
        self.is_open = True
        self.held = queue.Queue()  # (socket, bytes)
        self.said = 0  # bytes by clients
        self.sockets = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.behind))
            self.sockets += [client, server]
            threading.Thread(target=self._pass, args=(client, server, False), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    def _pass(self, source, target, answers):
        try:
            while data := source.recv(65536):
                with self.lock:
                    if answers and not self.is_open:
                        self.held.put((target, data))
                        continue
                    target.sendall(data)
                    self.said += 0 if answers else len(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def shut(self):
        with self.lock:
            self.is_open = False

    def let_one_through(self):
        """One piece that waits, if there is one."""
        with self.lock:
            self._release()

    def open(self):
        with self.lock:
            self.is_open = True
            while self._release():
                pass

    def _release(self):
        try:
            target, data = self.held.get_nowait()
        except queue.Empty:
            return False
        with contextlib.suppress(OSError):  # whoever waited for it may have gone
            target.sendall(data)
        return True

    def close(self):
        self.listener.close()
        for each in self.sockets:
            each.close()
