"""What the collector costs when many events are stored: start, writing, the tidying, reading them all, the end."""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from _collector_servers import BUILD, DATABASE, FOLDER, OURS, Server, fill
from _figures import Figure, figure

AGGREGATE = BUILD / 'release/src/host/aggregate/napari-telemetry-aggregate'
PAGE = 4096
ALL_CLOSED = datetime.timedelta(days=100)  # after which every period of now is

# Goals, in seconds.
WAIT_TIDYING = 0.5
STOP = 2.0


def aggregation_seconds() -> float:
    """Return how long it takes to read all events, and to publish what comes of them."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        now = (datetime.datetime.now(datetime.timezone.utc) + ALL_CLOSED).strftime('%Y-%m-%dT%H:%M:%SZ')
        command = [str(AGGREGATE), '--raw', str(DATABASE), '--aggregates', f'{folder}/aggregates.sqlite',
                   '--public', f'{folder}/public', '--now', now, 'run']
        begin = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        return time.monotonic() - begin


def tidied() -> list[tuple[str]]:
    """Return the day on which the collector last went through all of its file."""
    with contextlib.closing(sqlite3.connect(f'file:{DATABASE}?mode=ro', uri=True)) as database:
        return database.execute('SELECT day FROM tidied').fetchall()


def wait_until_tidied(before: list[tuple[str]]) -> list[tuple[str]]:
    """Wait until the day is another one, and return it. Nobody sends meanwhile: the collector would take its time."""
    for _ in range(900):
        if tidied() != before:
            return tidied()
        time.sleep(1)  # it is a bench, and the collector tells nobody
    raise AssertionError('nothing was tidied')


def wait_in_daily_tidying() -> float:
    """Return the longest wait of a request, in seconds, from when the collector sees that a new day has begun.

    Its clocks go a day ahead while nobody is connected. It looks at them with the next request.
    """
    clock = FOLDER / 'clock.txt'
    clock.write_text('+0\n', encoding='utf-8')
    (faketime,) = Path('/usr/lib').glob('*/faketime/libfaketime.so.1')
    server = Server(OURS, extra={'LD_PRELOAD': str(faketime), 'FAKETIME_TIMESTAMP_FILE': str(clock),
                                 'FAKETIME_NO_CACHE': '1'})
    before = wait_until_tidied([])
    clock.write_text('+1d\n', encoding='utf-8')
    measured = server.load('many.txt', warm=0, seconds=8)
    wait_until_tidied(before)  # it was at it, and is at its end
    server.stop()
    return measured.longest / 1000


def figures_of_rows(rows: int) -> list[Figure]:
    """Return all of it."""
    filled = fill(rows)
    server = Server(OURS)
    # Requests come as soon as it listens: when it goes through the file then, they wait for it.
    measured = server.load('many.txt')
    stopped = server.stop()
    size = sum(file.stat().st_size for file in FOLDER.glob(DATABASE.name + '*'))
    stored = rows + measured.acknowledged
    each = [
        ('file made in the order of the keys', 's', filled),
        ('start, until it listens', 's', server.start_seconds),
        ('start of the load, until something is stored', 's', measured.first),
        ('longest wait of a request, from the start on', 's', measured.longest / 1000),
        ('requests that were told to come again (503)', '', measured.busy),
        ('durable events', '1/s', measured.rate),
        ('CPU of an event', 'µs', measured.cpu),
        ('99 % of the answers within', 'ms', measured.p99),
        ('written for an event', 'bytes', measured.written),
        ('memory', 'MB', measured.rss),
        ('memory at its most', 'MB', measured.peak),
        ('end after SIGTERM', 's', stopped),
        ('size of the file for an event', 'bytes', size / stored),
        ('events on a page of the file', '', stored / (DATABASE.stat().st_size / PAGE)),
        ('aggregation', 's', aggregation_seconds()),
        ('longest wait of a request, daily tidying', 's', wait_in_daily_tidying()),
    ]
    goals = {'longest wait of a request, daily tidying': WAIT_TIDYING, 'end after SIGTERM': STOP}
    return [figure(f'{rows:,} stored: {name}', unit, value, 'no peer', None, goals.get(name))
            for name, unit, value in each]
