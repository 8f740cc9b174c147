"""The public pages, as the aggregation writes them, through the servers of deploy/."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import proxies
import pytest
import sites
import test_monthly_hour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POLICY = re.search(r'^CONTENT_POLICY = \((.*?)^\)', (proxies.ROOT / 'tools/serve-site').read_text(encoding='utf-8'),
                   re.DOTALL | re.MULTILINE)
TYPES = {
    '/': 'text/html; charset=utf-8', '/plugins.html': 'text/html; charset=utf-8',
    '/pages.css': 'text/css; charset=utf-8', '/pages.js': 'text/javascript; charset=utf-8',
    '/pages.svg': 'image/svg+xml', '/data/index.json': 'application/json; charset=utf-8',
    '/data/tables/users.csv': 'text/csv; charset=utf-8', '/data/history.jsonl': 'application/jsonl; charset=utf-8',
    '/data/aggregates.sqlite': 'application/vnd.sqlite3',
}


@pytest.fixture(params=['nginx', 'caddy'])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[proxies.Proxy]:
    """Run a host that has published nothing yet, and serve its site."""
    (tmp_path / 'host').mkdir()
    (tmp_path / 'built').mkdir()
    (tmp_path / 'built/pages.js').write_text('"use strict";\n', encoding='utf-8')
    test_monthly_hour.store(tmp_path / 'host/raw.sqlite')
    files = [f'--{name}={tmp_path}/host/{place}' for name, place in
             (('raw', 'raw.sqlite'), ('aggregates', 'aggregates.sqlite'), ('public', 'public'))]
    subprocess.run([test_monthly_hour.PROGRAMS / 'aggregate/napari-telemetry-aggregate', 'run', *files,
                    f'--site={tmp_path}/site', f'--site-files={tmp_path}/built', '--contact=us@example.org'],
                   check=True, timeout=60, capture_output=True)
    with sites.serving(request.param, tmp_path) as running:
        yield running


def ask(server: proxies.Proxy, target: str, *, name: str = sites.NAMES[0], more: str = '',
        method: str = 'GET') -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and what came."""
    request = f'{method} {target} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n{more}\r\n'
    status, answer = server.ask(name, request.encode())
    head, _, body = answer.partition(b'\r\n\r\n')
    pairs = [line.split(': ', 1) for line in head.decode().split('\r\n')[1:]]
    return status, {key.lower(): value for key, value in pairs}, body


def test_everything_has_its_type_and_headers(server: proxies.Proxy) -> None:
    """Under both names, and the policy is the one that the pages were tried with."""
    assert POLICY
    policy = ''.join(re.findall(r'"(.*?)"', POLICY[1]))
    for name in sites.NAMES:
        for target, kind in TYPES.items():
            status, headers, _ = ask(server, target, name=name)
            assert (status, headers['content-type'].removesuffix('; charset=utf-8')) == (
                200, kind.removesuffix('; charset=utf-8')), target
            assert 'svg' in kind or headers['content-type'] == kind, target
            assert headers['content-security-policy'] == policy
            assert headers['x-content-type-options'] == 'nosniff'
            assert headers['referrer-policy'] == 'no-referrer'
            assert headers['cache-control'] == 'no-cache'


def test_the_pages_are_what_was_written(server: proxies.Proxy) -> None:
    """Byte for byte, and how to reach the operators stands there."""
    for target in ('/index.html', '/collected.html', '/data/index.json', '/data/aggregates.sqlite'):
        assert ask(server, target)[2] == (server.folder / 'site' / target[1:]).read_bytes(), target
    assert b'mailto:us@example.org' in ask(server, '/')[2]
    assert json.loads(ask(server, '/data/index.json')[2])['weeks'] == []


def test_what_has_not_changed_is_not_sent_again(server: proxies.Proxy) -> None:
    """A browser that asks again gets 304; a reader of the SQLite file a part of it."""
    _, headers, _ = ask(server, '/data/index.json')
    assert ask(server, '/data/index.json', more=f'If-None-Match: {headers["etag"]}\r\n')[0] == 304
    status, _, part = ask(server, '/data/aggregates.sqlite', more='Range: bytes=0-14\r\n')
    assert (status, part) == (206, b'SQLite format 3')
    assert ask(server, '/', more='Accept-Encoding: gzip\r\n')[1]['content-encoding'] == 'gzip'


def test_nothing_else_is_there(server: proxies.Proxy) -> None:
    """No folder is listed, nothing outside it is served, nothing is taken; also what rsync has not put in place yet."""
    (server.folder / 'site/data/.~tmp~').mkdir()
    (server.folder / 'site/data/.~tmp~/index.json').write_text('half', encoding='utf-8')
    (server.folder / 'site/.hidden').write_text('half', encoding='utf-8')
    for target in ('/data/', '/data', '/plugins/', '/data/.~tmp~/index.json', '/.hidden', '/../host.key',
                   '/%2e%2e/host.key', '/data/..%2f..%2fhost.key', '/v1/basic/events', '/metrics', '/nothing.html'):
        status, _, body = ask(server, target)
        assert status in {301, 307, 308, 400, 404}, (target, status)
        assert b'PRIVATE KEY' not in body
        assert b'half' not in body
    for method in ('POST', 'PUT', 'DELETE'):
        assert ask(server, '/index.html', method=method, more='Content-Length: 0\r\n')[0] in {403, 405}


def test_no_address_is_written_down(server: proxies.Proxy) -> None:
    """Whatever is asked for."""
    for target in ('/', '/nothing', '/%ff', '/' + 'x' * 9000):
        ask(server, target)
    ask(server, '/', method='BREW')
    server.ask(sites.NAMES[0], b'nonsense\r\n\r\n')
    assert proxies.CLIENT not in server.logged()
    assert '127.44' not in server.logged()
