"""The collector beside a server of the same contract in Python, and beside what this machine can write at all.

The peer has FastAPI, uvicorn, pydantic and sqlite3, is as durable as ours, and stores each request alone (plain) or all
that wait together (tuned), in one table; once with our schema. Each server has one core, the load the other: 64
connections that wait for their answers, with 20 events in a request or one, all of new reporters. The machine's own
rate is that of our rows written with SQLite's C API, as many in a commit as ours had.

--rows N measures ours alone, with N events stored before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from _collector_facts import BATCH, write_all
from _collector_rows import figures_of_rows
from _collector_servers import (
    FOLDER,
    OURS,
    Measured,
    Server,
    events_a_commit,
    fill,
    machines_rate,
    measure,
    peer,
    remove_database,
)
from _figures import Figure, figure, show

LOADS = {f'{BATCH} events a request': 'many.txt', 'one event a request': 'one.txt'}
PEERS = ['plain', 'tuned', 'tuned-with-our-schema']
MANY_ROWS = 10_000_000
CONNECTIONS = 512
ROUNDS = 2
WITHOUT_GOAL = 'tuned-with-our-schema'

# What ours may have of a peer's, by peer.
CPU = {'plain': 1 / 6, 'tuned': 1 / 4}
RATE = {'tuned': 3}
P99 = {'tuned': 1 / 2}
MACHINES_RATE = 0.8
MEMORY = 20  # MB
MEMORY_FULL = 64
MORE_ROWS = 1.5  # what an event may cost, of what it costs with none stored


def best(rounds: Iterable[Measured]) -> Measured:
    """Return the fastest: what else runs on the computer makes all slower, and none faster."""
    return max(rounds, key=lambda measured: measured.rate)


def measure_all(requests: str) -> dict[str, Measured]:
    """Return the best of some rounds of each server, one after the other in each round."""
    commands = {'ours': OURS} | {kind: peer(kind) for kind in PEERS}
    rounds = [{name: measure(command, requests) for name, command in commands.items()} for _ in range(ROUNDS)]
    return {name: best(each[name] for each in rounds) for name in commands}


def part(parts: dict[str, float], name: str, theirs: float) -> float | None:
    """Return a goal that is a part of theirs."""
    return parts[name] * theirs if name in parts else None


def beside_peers(title: str, ours: Measured, peers: dict[str, Measured]) -> list[Figure]:
    """Return everything that both have."""
    figures: list[Figure] = []
    for name, theirs in peers.items():
        memory = None if name == WITHOUT_GOAL else MEMORY
        figures += [
            figure(f'{title}: CPU of an event', 'µs', ours.cpu, name, theirs.cpu, part(CPU, name, theirs.cpu)),
            figure(f'{title}: durable events', '1/s', ours.rate, name, theirs.rate, part(RATE, name, theirs.rate),
                   at_least=True),
            figure(f'{title}: half of the answers within', 'ms', ours.p50, name, theirs.p50, None),
            figure(f'{title}: 99 % of the answers within', 'ms', ours.p99, name, theirs.p99,
                   part(P99, name, theirs.p99)),
            figure(f'{title}: memory', 'MB', ours.rss, name, theirs.rss, memory),
            figure(f'{title}: memory at its most', 'MB', ours.peak, name, theirs.peak, memory),
            figure(f'{title}: written for an event', 'bytes', ours.written, name, theirs.written, None),
        ]
    return figures


def beside_machine(title: str, requests: str, ours: Measured) -> list[Figure]:
    """Return how near ours is to what can be written."""
    events = max(1, round(events_a_commit(requests)))
    machine = max((machines_rate(events) for _ in range(ROUNDS)), key=lambda each: each['events_a_second'])
    against = f'the machine, {events} events a commit'
    return [
        figure(f'{title}: durable events', '1/s', ours.rate, against, machine['events_a_second'],
               MACHINES_RATE * machine['events_a_second'], at_least=True),
        figure(f'{title}: CPU of an event', 'µs', ours.cpu, against, machine['cpu'], None),
    ]


def with_many_rows(none: dict[str, Measured]) -> list[Figure]:
    """Return what an event costs when many are stored, beside what it costs when there are none."""
    fill(MANY_ROWS)
    server = Server(OURS)
    figures: list[Figure] = []
    for title, requests in LOADS.items():
        many = best(server.load(requests) for _ in range(ROUNDS))
        before = none[title]
        for what, cost, cost_before in [('CPU', many.cpu, before.cpu), ('time', 1e6 / many.rate, 1e6 / before.rate)]:
            figures.append(figure(f'{title}: {what} of an event, {MANY_ROWS:,} stored', 'µs', cost, 'none stored',
                                  cost_before, MORE_ROWS * cost_before))
    server.stop()
    return figures


def with_full_batches() -> Figure:
    """Return the memory that the most and the largest requests take, all there at the same time."""
    remove_database()
    server = Server(OURS)
    measured = server.load('full.txt', CONNECTIONS, warm=0, seconds=4, together=True)
    server.stop()
    title = f'{CONNECTIONS} connections with 64 KiB each at once: memory at its most'
    return figure(title, 'MB', measured.peak, 'the bodies alone', CONNECTIONS * 64 * 1024 / 1e6, MEMORY_FULL)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--json', action='store_true', help='print JSON')
    parser.add_argument('--rows', type=int, metavar='N', help='only ours, with N events stored before')
    rows = parser.parse_args().rows
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_all(FOLDER)
    if rows:
        figures = figures_of_rows(rows)
    else:
        figures, none = [], {}
        for title, requests in LOADS.items():
            measured = measure_all(requests)
            none[title] = measured.pop('ours')
            figures += beside_peers(title, none[title], measured)
            figures += beside_machine(title, requests, none[title])
        figures += [*with_many_rows(none), with_full_batches()]
    remove_database()
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
