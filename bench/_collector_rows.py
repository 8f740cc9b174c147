"""What the collector costs when many events are stored: start, writing, the rebuild, reading them all, the end."""

from __future__ import annotations

import datetime
import subprocess
import tempfile
import time

from _collector_servers import BUILD, DATABASE, FOLDER, OURS, Server, fill
from _figures import Figure, figure

AGGREGATE = BUILD / 'release/src/host/aggregate/napari-telemetry-aggregate'
PAGE = 4096
ALL_CLOSED = datetime.timedelta(days=100)  # after which every period of now is


def aggregation_seconds() -> float:
    """Return how long it takes to read all events, and to publish what comes of them."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        now = (datetime.datetime.now(datetime.timezone.utc) + ALL_CLOSED).strftime('%Y-%m-%dT%H:%M:%SZ')
        command = [str(AGGREGATE), '--raw', str(DATABASE), '--aggregates', f'{folder}/aggregates.sqlite',
                   '--public', f'{folder}/public', '--now', now, 'run']
        begin = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - begin


def figures_of_rows(rows: int) -> list[Figure]:
    """Return all of it."""
    filled = fill(rows)
    server = Server(OURS)
    # Requests come as soon as it listens, and wait while it rebuilds the file, as it does once a day.
    measured = server.load('many.txt')
    stopped = server.stop()
    size = sum(file.stat().st_size for file in FOLDER.glob(DATABASE.name + '*'))
    stored = rows + measured.acknowledged
    each = [
        ('file made in the order of the keys', 's', filled),
        ('start, until it listens', 's', server.start_seconds),
        ('start of the load, until something is stored', 's', measured.first),
        ('longest wait of a request, the rebuild at the start too', 's', measured.longest / 1000),
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
    return [figure(f'{rows:,} stored: {name}', unit, value, 'no peer', None, None) for name, unit, value in each]
