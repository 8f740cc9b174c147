"""A proxy on loopback that hands everything on and keeps a copy, as a sceptic would put it in between."""

from __future__ import annotations

import socket
import threading


class Proxy:
    """Records the bytes that come in, connection by connection.

    Parameters
    ----------
    target
        Where they go on to, as ``http://127.0.0.1:PORT``.
    """

    def __init__(self, target: str) -> None:
        host, port = target.removeprefix('http://').split(':')
        self._target = (host, int(port))
        self.requests: list[bytes] = []
        self._listener = socket.create_server(('127.0.0.1', 0))
        self.address = f'http://127.0.0.1:{self._listener.getsockname()[1]}'
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._hand_on, args=(connection,), daemon=True).start()

    def _hand_on(self, client: socket.socket) -> None:
        received = b''
        with client, socket.create_connection(self._target) as server:
            while not self.is_whole(received):
                part = client.recv(65536)
                if not part:
                    return
                received += part
                server.sendall(part)
            self.requests.append(received)
            while part := server.recv(65536):
                client.sendall(part)

    @staticmethod
    def is_whole(received: bytes) -> bool:
        """Tell whether these bytes are a whole request."""
        head, end, body = received.partition(b'\r\n\r\n')
        lengths = [line.split(b':')[1] for line in head.split(b'\r\n') if line.lower().startswith(b'content-length:')]
        return bool(end) and len(body) >= int(lengths[0] if lengths else 0)

    def stop(self) -> None:
        """Take no more connections."""
        self._listener.close()
