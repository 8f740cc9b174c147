"""How long an honest client waits behind nginx while others do their worst.

With nobody else, with a thousand slow clients, with connections that come and go by the thousand, with garbage, and
with all of it. The files of deploy/ and the real collector, as tests/deploy starts them; whoever attacks has a core of
its own. The honest client has an address and one connection at a time; each of its requests brings one new event and is
answered when that is on the disk.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import os
import random
import secrets
import socket
import ssl
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / 'tests/deploy'))

import proxies
from _figures import Figure, figure, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Event

GOAL = 50.0  # ms
SECONDS = 12.0
NAME = proxies.HOSTS['basic']
CONTEXT = multiprocessing.get_context('fork')


def honest_request() -> bytes:
    """Return a request with an event of a new person."""
    event = {'topic': 'user', 'period': '2026-W47', 'reporter': secrets.token_hex(16), 'first_in': 'week', 'value': {}}
    body = json.dumps({'dictionary': 1, 'events': [event]}).encode()
    return proxies.post(NAME, '/v1/basic/events', body)


def waits(proxy: proxies.Proxy, seconds: float) -> list[float]:
    """Return how long each honest request waited, in ms; two a second are what the proxy takes from one address."""
    waited = []
    warm = 10
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with proxy.connect(NAME) as connection:  # which the proxy closes after a thousand requests
            closes = False
            while not closes and (begin := time.monotonic()) < end:
                connection.sendall(honest_request())
                status, answer = proxies.read_answer(connection)
                if status not in {202, 429}:
                    raise AssertionError(answer)
                if status == 202:
                    waited.append((time.monotonic() - begin) * 1000)
                closes = b'\r\nconnection: close\r\n' in answer.lower()
                connection.settimeout(0.2)
                with contextlib.suppress(TimeoutError):  # five a second, of which nginx takes sixty at once
                    connection.recv(1)
                connection.settimeout(proxies.PATIENCE)
    return waited[warm:]


def slow_clients(proxy: proxies.Proxy, ends: Event) -> None:
    """Hold a thousand connections, each a byte short of a request."""
    held = []
    for i in range(1000):
        if ends.is_set():
            break
        plain = socket.create_connection(('127.0.0.1', proxy.port), 20, (f'127.50.{i // 40}.1', 0))
        try:
            secured = proxy.trusted.wrap_socket(plain, server_hostname=NAME)
            secured.sendall(honest_request()[:-1])
        except OSError:
            continue
        held.append(secured)
    ends.wait()
    for connection in held:
        connection.close()


def coming_and_going(proxy: proxies.Proxy, ends: Event) -> None:
    """Open connections and close them, as fast as it goes; say how many."""
    count = 0
    while not ends.is_set():
        count += 1
        try:
            socket.create_connection(('127.0.0.1', proxy.port), 20, (f'127.60.{count // 100 % 100}.1', 0)).close()
        except OSError:
            continue
    print(f'{count} connections came and went', file=sys.stderr)


def garbage(proxy: proxies.Proxy, ends: Event) -> None:
    """Send random bytes, with TLS and without."""
    drawn = random.Random(1)
    count = 0
    while not ends.is_set():
        count += 1
        try:
            with socket.create_connection(('127.0.0.1', proxy.port), 20, (f'127.70.{count // 20 % 200}.1', 0)) as plain:
                if count % 2:
                    plain.sendall(drawn.randbytes(drawn.randrange(1, 2000)))
                else:
                    with proxy.trusted.wrap_socket(plain, server_hostname=NAME) as secured:
                        secured.sendall(drawn.randbytes(drawn.randrange(1, 2000)) + b'\r\n\r\n')
        except (OSError, ssl.SSLError):
            continue
    print(f'{count} pieces of garbage', file=sys.stderr)


KINDS: dict[str, list[Callable[[proxies.Proxy, Event], None]]] = {
    'nobody else': [],
    '1,000 slow clients': [slow_clients],
    'connections that come and go': [coming_and_going],
    'garbage': [garbage],
    'all of them': [slow_clients, coming_and_going, garbage],
}


def attack(other: Callable[[proxies.Proxy, Event], None], proxy: proxies.Proxy, ends: Event, nice: int) -> None:
    """Do it on the attackers' core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.nice(nice)
    other(proxy, ends)


def measure(kind: str, quiet: float | None, seconds: float = SECONDS, nice: int = 0) -> list[Figure]:
    """Return what the honest client waited, beside what it waits with nobody else, and what is left afterwards."""
    with tempfile.TemporaryDirectory() as folder, proxies.behind('nginx', Path(folder)) as (proxy, collector):
        open_files = Path(f'/proc/{collector.process.pid}/fd')
        before = len(list(open_files.iterdir()))
        ends = CONTEXT.Event()
        others = [CONTEXT.Process(target=attack, args=(other, proxy, ends, nice)) for other in KINDS[kind]]
        try:
            for other in others:
                other.start()
            waited = sorted(waits(proxy, seconds))
        finally:
            ends.set()
            for other in others:
                other.join()
        assert collector.requests() >= len(waited)  # and it answers
        left = len(list(open_files.iterdir())) - before
    middle, slowest = waited[len(waited) // 2], waited[len(waited) * 99 // 100]
    return [
        figure(f'{kind}: half of the honest answers within', 'ms', middle, 'nobody else', quiet, None),
        figure(f'{kind}: 99 % of the honest answers within', 'ms', slowest, 'nobody else', quiet, GOAL),
        figure(f'{kind}: files of the collector that stay open', '', left, 'nobody else', None, 2),
    ]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--json', action='store_true', help='print JSON')
    parser.add_argument('--garbage-hour', action='store_true', help='only garbage, for an hour; the attacker takes '
                        'what other programs leave of the time of the computer')
    given = parser.parse_args()
    figures: list[Figure] = []
    if given.garbage_hour:
        figures += measure('nobody else', None)
        figures += measure('garbage', figures[0]['ours'], 3600, 19)
    else:
        for kind in KINDS:
            figures += measure(kind, figures[0]['ours'] if figures else None)
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
