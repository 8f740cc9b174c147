"""What the machine and the peers need to record. Usage: record_limit_child.py NAME MODE FOLDER. Prints a line of JSON.

NAME is `write` (write(2) of a line to a file), `sqlite` (one row, WAL, synchronous=NORMAL, each its own transaction),
`glean`, `opentelemetry` or `sentry`. MODE is `measure`, or `kill`: a hundred events, each with a mark of its own, and
SIGKILL right after the last call; then the parent looks for the marks in every file below FOLDER.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

KILLED_EVENTS = 100
SECONDS = 20  # then a peer that is slow on this computer has been measured long enough


def write_recorder(folder: Path) -> Callable[[str], object]:
    """Append a line with one write(2)."""
    file = os.open(folder / 'lines', os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    return lambda mark: os.write(file, mark.encode() + b'\n')


def sqlite_recorder(folder: Path) -> Callable[[str], object]:
    """Insert a row in a transaction of its own."""
    database = sqlite3.connect(folder / 'rows.sqlite', isolation_level=None)
    database.execute('PRAGMA journal_mode = WAL')
    database.execute('PRAGMA synchronous = NORMAL')
    database.execute('CREATE TABLE event (mark TEXT)')
    return lambda mark: database.execute('INSERT INTO event VALUES (?)', (mark,))


def glean_recorder(folder: Path) -> Callable[[str], object]:
    """Record an event of Glean's, with uploading to nowhere."""
    from glean import Configuration, Glean, load_metrics

    definition = folder / 'metrics.yaml'
    definition.write_text("""
$schema: moz://mozilla.org/schemas/glean/metrics/2-0-0
bench:
  used:
    type: event
    description: A command was used.
    bugs: ['https://example.org']
    data_reviews: ['https://example.org']
    notification_emails: [nobody@example.org]
    expires: never
    send_in_pings: [events]
    extra_keys:
      command:
        description: Which.
        type: string
""")
    Glean.initialize(
        application_id='bench', application_version='1', upload_enabled=True, data_dir=folder / 'glean',
        application_build_id='1', configuration=Configuration(server_endpoint='http://127.0.0.1:9'),
    )
    metrics = load_metrics(definition)
    used, extra = metrics.bench.used, metrics.bench.UsedExtra
    return lambda mark: used.record(extra(command=mark))


def opentelemetry_recorder(folder: Path) -> Callable[[str], object]:
    """Emit a log record into the batch processor."""
    import logging

    from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler
    from opentelemetry.sdk._logs.export import BatchLogRecordProcessor, ConsoleLogRecordExporter

    provider = LoggerProvider()
    exporter = ConsoleLogRecordExporter(out=(folder / 'console').open('w'))
    provider.add_log_record_processor(BatchLogRecordProcessor(exporter))
    logger = logging.getLogger('bench')
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(LoggingHandler(logger_provider=provider))
    return logger.info


def sentry_recorder(folder: Path) -> Callable[[str], object]:
    """Capture a message."""
    import sentry_sdk

    del folder
    sentry_sdk.init(dsn='http://key@127.0.0.1:9/1', default_integrations=False)
    return sentry_sdk.capture_message


RECORDERS = {
    'write': (write_recorder, 100_000), 'sqlite': (sqlite_recorder, 10_000), 'glean': (glean_recorder, 5_000),
    'opentelemetry': (opentelemetry_recorder, 10_000), 'sentry': (sentry_recorder, 500),
}


def main() -> None:
    """Record, and print how long each call took; or be killed."""
    name, mode, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    make, events = RECORDERS[name]
    record = make(folder)
    record('warm-up')
    if mode == 'kill':
        for i in range(KILLED_EVENTS):
            record(f'mark-{i:04}-')
        os.kill(os.getpid(), signal.SIGKILL)
    spent: list[int] = []
    end = time.monotonic() + SECONDS
    for i in range(events):
        if time.monotonic() > end:
            break
        mark = f'napari.bench_{i % 100}'
        begin = time.perf_counter_ns()
        record(mark)
        spent.append(time.perf_counter_ns() - begin)
    spent.sort()
    p99 = spent[len(spent) * 99 // 100]
    result = {'events': len(spent), 'median': statistics.median(spent) / 1000, 'p99': p99 / 1000}
    print(json.dumps(result), flush=True)
    os._exit(0)  # some of them would now wait for a server that is not there


if __name__ == '__main__':
    main()
