"""The real nginx and Caddy, with the files of deploy/, before a real collector; only ports and places are others."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import select
import signal
import socket
import ssl
import subprocess
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
COLLECTOR = ROOT / 'build/release/src/host/collector/napari-telemetry-collector'
HOSTS = {level: f'{level}.telemetry.napari.org' for level in ('basic', 'middle', 'full')}
CLIENT = '127.44.55.66'  # an address that nothing else has, to be looked for in logs
PATIENCE = 20.0

# A thousand connections: as many files as we may have, and what we start inherits it.
_most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (_most, _most))


def free_port() -> int:
    """Return a port that the system has given away just now."""
    with socket.create_server(('127.0.0.1', 0)) as server:
        return int(server.getsockname()[1])


def make_authority(folder: Path, names: Iterable[str] = tuple(HOSTS.values())) -> Path:
    """Make a certificate of a local authority, and one by it for the hosts: authority.pem, host.pem, host.key."""
    def openssl(*words: str) -> None:
        subprocess.run(['openssl', *words], cwd=folder, check=True, capture_output=True)

    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj',
            '/CN=authority', '-keyout', 'authority.key', '-out', 'authority.pem')
    openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=hosts', '-keyout',
            'host.key', '-out', 'host.csr')
    alternatives = ','.join(f'DNS:{name}' for name in names)
    (folder / 'names.txt').write_text(f'subjectAltName={alternatives}\n', encoding='utf-8')
    openssl('x509', '-req', '-in', 'host.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial',
            '-days', '2', '-extfile', 'names.txt', '-out', 'host.pem')
    return folder / 'authority.pem'


class Collector:
    """A real collector, with its operator's pages."""

    def __init__(self, folder: Path, port: int) -> None:
        self.database = folder / 'raw.sqlite'
        self.port, self.operator_port = port, free_port()
        self.start()

    def start(self) -> None:
        """Start it on its port."""
        self.process = subprocess.Popen(
            [COLLECTOR, '--listen', f'127.0.0.1:{self.port}', '--operator-listen', f'127.0.0.1:{self.operator_port}',
             '--database', self.database, '--now', '2026-11-18T12:00:00Z'],
            stdout=subprocess.PIPE, stderr=(self.database.parent / 'collector.log').open('ab'))
        assert self.process.stdout is not None
        for words in (b'listening on ', b'operator pages on '):
            assert self.process.stdout.readline().startswith(words)

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)

    def requests(self) -> int:
        """Return how many it has answered, of any kind."""
        with urllib.request.urlopen(f'http://127.0.0.1:{self.operator_port}/metrics', timeout=PATIENCE) as answer:
            counted = re.findall(r'(?m)^telemetry_requests_total\{.*\} (\d+)$', answer.read().decode())
        return sum(int(count) for count in counted)


class Proxy:
    """A proxy in front of it, on a port of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.trusted = ssl.create_default_context(cafile=str(folder / 'authority.pem'))
        self.log = (folder / 'output.log').open('ab')
        self.environment = {'HOME': str(folder), 'PATH': '/usr/sbin:/usr/bin:/bin'}
        self.process = self.started()

    def started(self) -> int:
        """Start it, and return the number of its process when it listens."""
        raise NotImplementedError

    def stop(self) -> None:
        """End it."""
        ended = os.pidfd_open(self.process)
        os.kill(self.process, signal.SIGTERM)
        select.select([ended], [], [], PATIENCE)
        os.close(ended)
        self.log.close()

    def connect(self, host: str) -> ssl.SSLSocket:
        """Return a connection from CLIENT to this host."""
        plain = socket.create_connection(('127.0.0.1', self.port), timeout=PATIENCE, source_address=(CLIENT, 0))
        return self.trusted.wrap_socket(plain, server_hostname=host)

    def ask(self, host: str, request: bytes) -> tuple[int, bytes]:
        """Return status and the whole answer."""
        with self.connect(host) as connection:
            connection.sendall(request)
            return read_answer(connection)

    def logged(self) -> str:
        """Return everything that it has written anywhere, but for what it was given."""
        given = {'authority.pem', 'authority.key', 'host.pem', 'host.key', 'host.csr', 'names.txt'}
        return '\n'.join(file.read_text(encoding='utf-8', errors='replace') for file in sorted(self.folder.rglob('*'))
                         if file.is_file() and file.name not in given and 'sqlite' not in file.name)


def read_answer(connection: socket.socket) -> tuple[int, bytes]:
    """Read one answer; status 0 when none came."""
    answer = b''
    with contextlib.suppress(OSError):
        while b'\r\n\r\n' not in answer and (more := connection.recv(65536)):
            answer += more
        head, _, body = answer.partition(b'\r\n\r\n')
        length = re.search(rb'(?i)\r\ncontent-length: (\d+)', head)
        while length and len(body) < int(length[1]) and (more := connection.recv(65536)):
            body += more
        answer = head + b'\r\n\r\n' + body
    status = re.match(rb'HTTP/\d(?:\.\d)? (\d{3})', answer)
    return (int(status[1]) if status else 0), answer


def post(host: str, target: str, body: bytes) -> bytes:
    """Return a request's bytes."""
    return (f'POST {target} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n'
            f'Content-Length: {len(body)}\r\n\r\n').encode() + body


def get(host: str, target: str) -> bytes:
    """Return a request's bytes."""
    return f'GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n'.encode()


class Nginx(Proxy):
    """It with our file, included as Debian's nginx.conf includes it, and with what docs/operators.md changes there."""

    user = ''  # a line that says who its workers are

    def configuration(self, port: int, folder: Path) -> str:
        """Return our file with the places of this test."""
        ours = (ROOT / 'deploy/nginx/napari-telemetry.conf').read_text(encoding='utf-8')
        for old, new in {'listen 443 ssl': f'listen 127.0.0.1:{port} ssl',
                         '127.0.0.1:8417': f'127.0.0.1:{self.collector_port}',
                         '/etc/letsencrypt/live/telemetry.napari.org/fullchain.pem': f'{folder}/host.pem',
                         '/etc/letsencrypt/live/telemetry.napari.org/privkey.pem': f'{folder}/host.key',
                         '/var/log/nginx/napari-telemetry.log': f'{folder}/napari-telemetry.log'}.items():
            assert old in ours
            ours = ours.replace(old, new)
        return ours

    def __init__(self, folder: Path, collector_port: int = 0) -> None:
        port = free_port()
        self.collector_port = collector_port
        (folder / 'ours.conf').write_text(self.configuration(port, folder), encoding='utf-8')
        page = (ROOT / 'docs/operators.md').read_text(encoding='utf-8')
        (connections,) = re.findall(r's/worker_connections 768/(worker_connections \d+)/', page)
        temporary = ''.join(f'{kind}_temp_path {folder}/{kind};\n' for kind in
                            ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
        (folder / 'nginx.conf').write_text(
            f'{self.user}pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nworker_processes 1;\n'
            f'events {{ {connections}; }}\n'
            f'http {{\naccess_log {folder}/access.log;\n{temporary}include {folder}/ours.conf;\n}}\n', encoding='utf-8')
        super().__init__(folder, port)

    def started(self) -> int:
        """Start it: what was started ends when the daemon listens."""
        subprocess.run(['nginx', '-e', f'{self.folder}/error.log', '-c', f'{self.folder}/nginx.conf', '-p',
                        f'{self.folder}/'], stdout=self.log, stderr=self.log, env=self.environment, check=True)
        return int((self.folder / 'nginx.pid').read_text(encoding='utf-8'))


class Caddy(Proxy):
    """It with our file; its certificates are given, as there is nobody to ask for them."""

    @staticmethod
    def given(folder: Path) -> str:
        """Return what stands for `admin off`: no certificates of its own, and nothing in a home folder."""
        # On one address: a port of all addresses may be taken by a connection that somebody makes from another one.
        return ('\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n'
                f'\tstorage file_system {folder}/storage\n')

    def configuration(self, port: int, folder: Path) -> str:
        """Return our file with the places of this test."""
        ours = (ROOT / 'deploy/caddy/Caddyfile').read_text(encoding='utf-8')
        ours = ours.replace('127.0.0.1:8417', f'127.0.0.1:{self.collector_port}')
        ours = ours.replace('\tadmin off\n', self.given(folder), 1)
        for host in HOSTS.values():
            ours = ours.replace(host, f'https://{host}:{port}')
        return ours.replace('\t@collector path', f'\ttls {folder}/host.pem {folder}/host.key\n\t@collector path', 1)

    def __init__(self, folder: Path, collector_port: int = 0) -> None:
        port = free_port()
        self.collector_port = collector_port
        (folder / 'Caddyfile').write_text(self.configuration(port, folder), encoding='utf-8')
        super().__init__(folder, port)

    def started(self) -> int:
        """Start it: it calls back when it listens."""
        with socket.create_server(('127.0.0.1', 0)) as told:
            told.settimeout(PATIENCE)
            address = f'127.0.0.1:{told.getsockname()[1]}'
            process = subprocess.Popen(
                ['caddy', 'run', '--config', 'Caddyfile', '--adapter', 'caddyfile', '--pingback', address],
                cwd=self.folder, stdin=subprocess.PIPE, stdout=self.log, stderr=self.log, env=self.environment)
            assert process.stdin is not None
            process.stdin.write(b'it listens')
            process.stdin.close()
            with told.accept()[0] as caller:
                assert caller.recv(100) == b'it listens'
        return process.pid


@contextlib.contextmanager
def behind(kind: str, folder: Path) -> Iterator[tuple[Proxy, Collector]]:
    """Run a collector behind this proxy."""
    make_authority(folder)
    (folder / 'store').mkdir()
    collector = Collector(folder / 'store', free_port())
    try:
        proxy = {'nginx': Nginx, 'caddy': Caddy}[kind](folder, collector.port)
        try:
            yield proxy, collector
        finally:
            proxy.stop()
    finally:
        collector.stop()
