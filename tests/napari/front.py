"""Servers that stand before a collector: what answers in its place, what encrypts, and a proxy that leads there."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import subprocess
import threading
from pathlib import Path

from proxy import Proxy


class Front:
    """Answers for the collector, or hands on to it.

    Parameters
    ----------
    collector
        Where requests go that are handed on, as ``http://127.0.0.1:PORT``.
    certificate
        The file with what it shows, and its key; without it, it does not encrypt.

    """

    def __init__(self, collector: str, certificate: Path | None = None) -> None:
        host, port = collector.removeprefix('http://').split(':')
        self._collector = (host, int(port))
        self._tls: ssl.SSLContext | None = None
        if certificate is not None:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(certificate)
        self.answer: bytes | None = None
        """What every request gets; None: what the collector says."""
        self.requests: list[bytes] = []
        self._listener = socket.create_server(('127.0.0.1', 0))
        self.port = self._listener.getsockname()[1]
        self.address = f'http://127.0.0.1:{self.port}'
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self._listener.accept()
            threading.Thread(target=self._talk, args=(client,), daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:  # who does not like our certificate hangs up
            stream = self._tls.wrap_socket(client, server_side=True) if self._tls else client
            with stream:
                received = b''
                while not Proxy.is_whole(received):
                    part = stream.recv(65536)
                    if not part:
                        return
                    received += part
                self.requests.append(received)
                stream.sendall(self.answer if self.answer is not None else self._asked(received))

    def _asked(self, request: bytes) -> bytes:
        with socket.create_connection(self._collector) as server:
            server.sendall(request)
            answer = b''
            while part := server.recv(65536):
                answer += part
            return answer


class Tunnel:
    """A proxy that takes CONNECT and leads every name to one port of this computer.

    Parameters
    ----------
    target
        That port; it may be changed.

    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.person = ''
        """``name:password``, when it is only for them."""
        self.asked: list[str] = []
        """The first line of each request that it took."""
        self._listener = socket.create_server(('127.0.0.1', 0))
        self.place = f'127.0.0.1:{self._listener.getsockname()[1]}'
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self._listener.accept()
            threading.Thread(target=self._lead, args=(client,), daemon=True).start()

    def _lead(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            head = b''
            while not head.endswith(b'\r\n\r\n'):
                part = client.recv(65536)
                if not part:
                    return
                head += part
            token = base64.b64encode(self.person.encode())
            if self.person and b'Proxy-Authorization: Basic ' + token not in head:
                client.sendall(b'HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm="x"\r\n'
                               b'Content-Length: 0\r\nConnection: close\r\n\r\n')
                return
            self.asked.append(head.split(b'\r\n')[0].decode())
            client.sendall(b'HTTP/1.1 200 Here it is\r\n\r\n')
            with socket.create_connection(('127.0.0.1', self.target)) as server:
                back = threading.Thread(target=self._carry, args=(server, client), daemon=True)
                back.start()
                self._carry(client, server)
                back.join()

    @staticmethod
    def _carry(source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while part := source.recv(65536):
                sink.sendall(part)
            sink.shutdown(socket.SHUT_WR)


def certificate(folder: Path, authority: str, name: str) -> Path:
    """Make an authority, and a certificate of it for a name.

    Parameters
    ----------
    folder
        Where the authority's own certificate is put as ``AUTHORITY/HASH.0``, as OpenSSL looks for it.
    authority, name
        Their names.

    Returns
    -------
    Path
        A file with the certificate and its key.

    """
    def openssl(*words: str | Path) -> str:
        return subprocess.run(['openssl', *map(str, words)], check=True, capture_output=True, text=True).stdout

    key = ('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes')
    root, stem = folder / f'{authority}.crt', folder / f'{authority}-leaf'
    openssl('req', '-x509', *key, '-keyout', root.with_suffix('.key'), '-out', root, '-subj', f'/CN={authority}',
            '-days', '2')
    openssl('req', *key, '-keyout', f'{stem}.key', '-out', f'{stem}.csr', '-subj', f'/CN={name}')
    Path(f'{stem}.ext').write_text(f'subjectAltName=DNS:{name}\n')
    openssl('x509', '-req', '-in', f'{stem}.csr', '-CA', root, '-CAkey', root.with_suffix('.key'), '-CAcreateserial',
            '-days', '2', '-extfile', f'{stem}.ext', '-out', f'{stem}.crt')
    trusted = folder / authority
    trusted.mkdir()
    (trusted / f'{openssl("x509", "-hash", "-noout", "-in", root).strip()}.0').write_text(root.read_text())
    whole = folder / f'{authority}.pem'
    whole.write_text(Path(f'{stem}.crt').read_text() + Path(f'{stem}.key').read_text())
    return whole
