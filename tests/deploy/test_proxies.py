"""What a host shows to the world and what it writes down, through the proxies of deploy/."""

from __future__ import annotations

import json
import socket
import sqlite3
import ssl
import urllib.request
from typing import TYPE_CHECKING

import proxies
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVENTS = {
    'basic': {'topic': 'user', 'period': '2026-W47', 'reporter': '61' * 16, 'first_in': 'ever', 'value': {}},
    'middle': {'topic': 'plugin', 'period': '2026-11', 'reporter': '62' * 16,
               'value': {'name': 'napari-svg', 'version': '0.2.1'}},
    'full': {'topic': 'command', 'period': '2026-11', 'reporter': '63' * 16,
             'value': {'command': 'napari.layer.duplicate', 'count_class': '1'}},
}


def batch(level: str) -> bytes:
    """Return a request's body."""
    return json.dumps({'dictionary': 1, 'events': [EVENTS[level]]}).encode()


@pytest.fixture(params=['nginx', 'caddy'])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[proxies.Proxy, proxies.Collector]]:
    """Run a collector behind each proxy."""
    with proxies.behind(request.param, tmp_path) as both:
        yield both


Host = tuple[proxies.Proxy, proxies.Collector]


def test_each_level_has_its_host(host: Host) -> None:
    """What comes to it is stored, and a level on another one's host is refused."""
    proxy, collector = host
    for level, name in proxies.HOSTS.items():
        status, answer = proxy.ask(name, proxies.post(name, f'/v1/{level}/events', batch(level)))
        assert status == 202, answer
        assert answer.endswith(b'{"refused":[]}')
    other = proxies.HOSTS['basic']
    assert proxy.ask(other, proxies.post(other, '/v1/full/events', batch('full')))[0] == 421
    # Nor through the name that TLS shows to a firewall.
    assert proxy.ask(other, proxies.post(proxies.HOSTS['full'], '/v1/full/events', batch('full')))[0] == 421
    with sqlite3.connect(f'file:{collector.database}?mode=ro', uri=True) as database:
        assert {row[0] for row in database.execute('SELECT topic FROM event')} == {'user', 'plugin', 'command'}


def test_nothing_else_is_there(host: Host) -> None:
    """The operator's pages are not, under any name; the documents are."""
    proxy, _ = host
    name = proxies.HOSTS['middle']
    for target in ('/metrics', '/healthz', '/', '/v1/../metrics', '//metrics', '/v1/%2e%2e/healthz', '/v1'):
        for called in (name, 'localhost', '127.0.0.1'):
            assert proxy.ask(name, proxies.get(called, target))[0] in {0, 400, 403, 404, 421}, (target, called)
    for target in ('/v1/dictionary', '/v1/public-plugins', '/v1/endpoints', '/openapi.json'):
        assert proxy.ask(name, proxies.get(name, target))[0] == 200, target


def test_another_name_is_nobody(host: Host) -> None:
    """Whoever asks for a name that isn't ours, or for none, gets no certificate."""
    proxy, _ = host
    for name in ('localhost', 'telemetry.napari.org', None):
        plain = socket.create_connection(('127.0.0.1', proxy.port), timeout=20)
        anybody = ssl.create_default_context()
        anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
        with plain, pytest.raises(OSError):
            anybody.wrap_socket(plain, server_hostname=name)


def test_large_bodies_are_refused(host: Host) -> None:
    """The proxy's limit is the collector's; nothing of a body is in a file of the proxy's."""
    proxy, _ = host
    name = proxies.HOSTS['basic']
    marker = b'a-marker-in-a-body'
    body = marker + b'x' * (64 * 1024 - len(marker))
    assert proxy.ask(name, proxies.post(name, '/v1/basic/events', body))[0] == 400  # whole, and no JSON
    assert proxy.ask(name, proxies.post(name, '/v1/basic/events', body + b'x'))[0] == 413
    assert marker.decode() not in proxy.logged()


def test_a_burst_is_slowed_down(tmp_path: Path) -> None:
    """Nginx tells when to come again."""
    with proxies.behind('nginx', tmp_path) as (proxy, _):
        name = proxies.HOSTS['basic']
        with proxy.connect(name) as connection:
            answers = []
            for _ in range(100):
                connection.sendall(proxies.get(name, '/v1/endpoints'))
                answers.append(proxies.read_answer(connection))
        statuses = [status for status, _ in answers]
        assert statuses[:60] == [200] * 60
        assert statuses[-1] == 429
        assert b'\r\nRetry-After: 300\r\n' in answers[-1][1]


def provoke(proxy: proxies.Proxy, collector: proxies.Collector) -> list[int]:
    """Do everything that a proxy may want to write about; return the statuses."""
    name = proxies.HOSTS['basic']
    good = proxies.post(name, '/v1/basic/events', batch('basic'))
    statuses = [proxy.ask(name, good)[0]]
    statuses += [proxy.ask(name, bad)[0] for bad in (
        b'nonsense\r\n\r\n', good.replace(b'HTTP/1.1', b'HTTP/9.9'), proxies.get('x' * 9000, '/'),
        proxies.post(name, '/v1/basic/events', b'x' * 100_000), proxies.get(name, '/metrics'),
        b'POST /v1/basic/events HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n')]
    for words in (b'', b'GET / HTTP/1.0\r\n\r\n', b'\x16\x03\x01\x00\x05nonsense'):  # no TLS, or half of it
        with socket.create_connection(('127.0.0.1', proxy.port), source_address=(proxies.CLIENT, 0)) as plain:
            plain.sendall(words)
            plain.shutdown(socket.SHUT_WR)
            plain.settimeout(5)
            proxies.read_answer(plain)
    with proxy.connect(name) as half:  # gone in the middle of a body
        half.sendall(good[:-5])
    for _ in range(90):
        statuses.append(proxy.ask(name, proxies.get(name, '/v1/endpoints'))[0])
    collector.stop()
    statuses.append(proxy.ask(name, good)[0])
    collector.start()
    return statuses


def test_no_address_is_written_down(host: Host) -> None:
    """Whatever happens: in no file of the proxy's, in nothing that it prints, and not in the collector's."""
    proxy, collector = host
    statuses = provoke(proxy, collector)
    assert statuses[0] == 202
    assert statuses[-1] in {429, 502, 503}
    logged = proxy.logged()
    assert proxies.CLIENT not in logged, [line for line in logged.splitlines() if proxies.CLIENT in line][:3]
    assert '127.44' not in logged


def test_slow_clients_keep_nobody_out(tmp_path: Path) -> None:
    """A thousand connections that send a byte and wait; an honest client is answered as ever."""
    with proxies.behind('nginx', tmp_path) as (proxy, collector):
        name = proxies.HOSTS['basic']
        slow = []
        for i in range(1000):
            address = f'127.50.{i // 40}.1'
            connection = socket.create_connection(('127.0.0.1', proxy.port), timeout=20, source_address=(address, 0))
            secured = proxy.trusted.wrap_socket(connection, server_hostname=name)
            secured.sendall(proxies.post(name, '/v1/basic/events', batch('basic'))[:-1])  # all but the last byte
            slow.append(secured)
        for _ in range(20):
            assert proxy.ask(name, proxies.post(name, '/v1/basic/events', batch('basic')))[0] == 202
        with urllib.request.urlopen(f'http://127.0.0.1:{collector.operator_port}/healthz', timeout=20) as health:
            assert health.read() == b'ok\n'
        for connection in slow:
            connection.close()
