"""What the collector costs when many events are stored: start, writing, the tidying, reading them all, the end."""

from __future__ import annotations

import contextlib
import datetime
import fcntl
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from _collector_servers import BUILD, DATABASE, FOLDER, OURS, Server, fill
from _figures import Figure, figure

AGGREGATE = BUILD / 'release/src/host/aggregate/napari-telemetry-aggregate'
PAGE = 4096

WAIT = 'longest wait of a request, while the file is tidied'

# Goals, in seconds.
WAIT_TIDYING = 0.5
STOP = 2.0


def closed() -> datetime.datetime:
    """Return the moment in which this month closes, and with it every period of now; none is 60 days old by then."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    monday = today - datetime.timedelta(days=today.weekday())
    thursday = monday + datetime.timedelta(days=3)
    while (thursday + datetime.timedelta(weeks=1)).month == thursday.month:
        thursday += datetime.timedelta(weeks=1)
    return datetime.datetime.combine(thursday + datetime.timedelta(days=4 + 21), datetime.time(), datetime.timezone.utc)


def say_tidied(database: Path) -> None:
    """As if a collector had gone through the file on the day of that moment, which the aggregation looks for."""
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        connection.execute('DELETE FROM tidied')
        connection.execute('INSERT INTO tidied VALUES (?)', (closed().date().isoformat(),))


def aggregation_seconds() -> float:
    """Return how long it takes to read all events, and to draw candidates of them."""
    say_tidied(DATABASE)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        now = closed().strftime('%Y-%m-%dT%H:%M:%SZ')
        command = [str(AGGREGATE), '--raw', str(DATABASE), '--aggregates', f'{folder}/aggregates.sqlite',
                   '--public', f'{folder}/public', '--now', now, '--clock-is-right', 'run']
        # As if the collector ran.
        with Path(f'{DATABASE}.lock').open('wb') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            begin = time.monotonic()
            subprocess.run(command, check=True, capture_output=True)
            return time.monotonic() - begin


def tidied() -> list[tuple[str]]:
    """Return the day on which the collector last went through all of its file."""
    with contextlib.closing(sqlite3.connect(f'file:{DATABASE}?mode=ro', uri=True)) as database:
        return database.execute('SELECT day FROM tidied').fetchall()


def figures_of_rows(rows: int) -> list[Figure]:
    """Return all of it."""
    filled = fill(rows)
    server = Server(OURS)
    # Requests come as soon as it listens, while it goes through the file as it does every day.
    measured = server.load('many.txt', warm=0, seconds=8)
    assert not tidied(), 'the tidying was over before the load was'
    stopped = server.stop()
    size = sum(file.stat().st_size for file in FOLDER.glob(DATABASE.name + '*'))
    stored = rows + measured.acknowledged
    each = [
        ('file made in the order of the keys', 's', filled),
        ('start, until it listens', 's', server.start_seconds),
        ('start of the load, until something is stored', 's', measured.first),
        (WAIT, 's', measured.longest / 1000),
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
    ]
    goals = {WAIT: WAIT_TIDYING, 'end after SIGTERM': STOP}
    return [figure(f'{rows:,} stored: {name}', unit, value, 'no peer', None, goals.get(name))
            for name, unit, value in each]
