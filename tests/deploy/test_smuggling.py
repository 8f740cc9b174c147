"""Bytes that two readers could take for one request or for two: the proxy and the collector take them for the same."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import sqlite3
from typing import TYPE_CHECKING

import proxies
import pytest

if TYPE_CHECKING:
    from pathlib import Path

NAME = proxies.HOSTS['basic']


def event(reporter: str) -> bytes:
    """Return the body of a request with one event."""
    return json.dumps({'dictionary': 1, 'events': [
        {'topic': 'user', 'period': '2026-W47', 'reporter': reporter, 'first_in': 'ever', 'value': {}}]}).encode()


def head(*lines: str, version: str = '1.1') -> bytes:
    """Return a request's header with these lines beside the usual ones."""
    usual = [f'POST /v1/basic/events HTTP/{version}', f'Host: {NAME}', 'Content-Type: application/json']
    return '\r\n'.join([*usual, *lines, '', '']).encode()


def attacks(first: bytes, second: bytes) -> dict[str, bytes]:
    """Return pairs: what is hidden in each is a whole request of its own."""
    chunk = b'%x\r\n%s\r\n0\r\n\r\n' % (len(first), first)
    length = f'Content-Length: {len(first)}'
    both = f'Content-Length: {len(first) + len(second)}'
    return {
        'two requests, honestly': head(length) + first + second,
        'a length, then chunks': head(f'Content-Length: {len(chunk)}', 'Transfer-Encoding: chunked') + chunk + second,
        'chunks, then a length': head('Transfer-Encoding: chunked', both) + chunk + second,
        'a length of nothing, and chunks': head('Content-Length: 0', 'Transfer-Encoding: chunked') + chunk + second,
        'two lengths, the first shorter': head(length, both) + first + second,
        'two lengths, the first longer': head(both, length) + first + second,
        'the same length twice': head(length, length) + first + second,
        'a list of lengths': head(f'{length}, {len(first)}') + first + second,
        'a length with a plus': head(f'Content-Length: +{len(first)}') + first + second,
        'a length in two spellings': head(length, f'content-length: 0{len(first)}') + first + second,
        'xchunked': head('Transfer-Encoding: xchunked', length) + first + second,
        'gzip, chunked': head('Transfer-Encoding: gzip, chunked') + chunk + second,
        'chunked twice': head('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked') + chunk + second,
        'chunked, and a tab': head('Transfer-Encoding:\tchunked\t', both) + chunk + second,
        'chunked in quotation marks': head('Transfer-Encoding: "chunked"', length) + first + second,
        'a space before the colon': head('Transfer-Encoding : chunked', length) + first + second,
        'a folded line': head('X: a', ' Transfer-Encoding: chunked', length) + first + second,
        'a folded encoding': head('Transfer-Encoding:', ' chunked', length) + first + second,
        'a bare line feed': head('X: a\nTransfer-Encoding: chunked', length) + first + second,
        'a bare carriage return': head('X: a\rTransfer-Encoding: chunked', length) + first + second,
        'a zero byte': head('X: a\0', length) + first + second,
        'a chunk in hexadecimal with 0x': head('Transfer-Encoding: chunked') + b'0x' + chunk + second,
        'a chunk with a plus': head('Transfer-Encoding: chunked') + b'+' + chunk + second,
        'a chunk of 2 to the 64': head('Transfer-Encoding: chunked') + b'10000000000000000\r\n' + chunk + second,
        'an extension with a line feed':
            head('Transfer-Encoding: chunked') + chunk.replace(b'\r\n', b';a\n\r\n', 1) + second,
        'a trailer': head('Transfer-Encoding: chunked') + chunk[:-2] + b'Content-Length: 0\r\n\r\n' + second,
        'chunks in HTTP/1.0': head('Transfer-Encoding: chunked', version='1.0') + chunk + second,
        'a length in HTTP/1.0': head(length, 'Connection: keep-alive', version='1.0') + first + second,
        'two hosts': head('Host: localhost', length) + first + second,
        'expecting': head('Expect: 100-continue', length) + first + second,
    }


def sent(connection: socket.socket, attack: bytes) -> bytes:
    """Send it, and return what comes within half a second: after some of these both ends wait for the other."""
    answers = b''
    with connection, contextlib.suppress(OSError):
        connection.settimeout(0.5)
        connection.sendall(attack)
        while more := connection.recv(65536):
            answers += more
    return answers


@pytest.mark.parametrize('way', ['nginx', 'caddy', 'nothing between'])
def test_nothing_is_hidden(way: str, tmp_path: Path) -> None:
    """The collector reads as many requests as the client gets answers from it, and takes a second one only then."""
    with proxies.behind('caddy' if way == 'caddy' else 'nginx', tmp_path) as (proxy, collector):
        taken = []
        for number, attack in enumerate(attacks(b'', b'')):
            hidden = f'{number:032x}'
            what = attacks(event('f' * 32), proxies.post(NAME, '/v1/basic/events', event(hidden)))[attack]
            before = collector.requests()
            direct = way == 'nothing between'
            connection = proxy.connect(NAME) if not direct else socket.create_connection(('127.0.0.1', collector.port))
            answers = sent(connection, what)
            from_collector = len(re.findall(rb'\{"(?:refused|error)"', answers))
            assert collector.requests() - before == from_collector, (attack, answers)
            with contextlib.closing(sqlite3.connect(f'file:{collector.database}?mode=ro', uri=True)) as database:
                (stored,) = database.execute('SELECT count(*) FROM event WHERE reporter = ?',
                                             (bytes.fromhex(hidden),)).fetchone()
            assert not stored or len(re.findall(rb'HTTP/1\.[01] 202', answers)) == 2, (attack, answers)
            taken += [attack] * stored
        assert taken[0] == 'two requests, honestly'  # so the test sees one that is taken
