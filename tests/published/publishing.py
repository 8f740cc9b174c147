"""A public folder of two months, with names and versions that programs take for something else."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
AGGREGATE = ROOT / 'build/release/src/host/aggregate/napari-telemetry-aggregate'
# Each month, its weeks, and a day when it has closed.
MONTHS = {
    '2026-09': (['2026-W36', '2026-W37', '2026-W38', '2026-W39'], '2026-10-20'),
    '2026-10': (['2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W44'], '2026-11-24'),
}
PEOPLE = 200  # far above the threshold, whatever the noise
VERSIONS = ['dev', '0.9.2', '0.10', '1.2.3']
PYTHONS = ['3.9', '3.10', '3.11', '3.20']
# Names that the public list could have one day, and that programs take for something else.
PLUGINS = ['napari-svg', 'nan', 'na', 'null', 'none', 'true', 'inf', '1e6', '007', '2-9', 'mar-1', 'sep2', '3d-viewer',
           't']
RELEASES = ['1.0', '1.10', '2026.11.28', '0.2.1']
COUNTS = ['1', '2-9', '10-99', '100+']
SIZES = ['<1e6', '<1e8', '<1e10', '>=1e10']

Event = tuple[str, str, dict[str, Any], str]


def events(month: str, weeks: list[str]) -> list[Event]:
    """Return topic, period, value and first_in of what four groups of people did."""
    found: list[Event] = []
    for place in range(4):
        for week in weeks:
            first = ('ever' if month == min(MONTHS) else 'month') if week == weeks[0] else 'week'
            found.append(('user', week, {}, first))
            found.append(('napari', week, {'napari_version': VERSIONS[place]}, 'month' if first == 'ever' else first))
        values: list[tuple[str, dict[str, Any]]] = [
            ('python', {'python_version': PYTHONS[place]}), ('system', {'os': 'linux', 'os_version': 'ubuntu 24.04'}),
            ('architecture', {'os': 'linux', 'cpu_architecture': 'x86_64'}),
            *(('plugin', {'name': name, 'version': RELEASES[place]}) for name in PLUGINS),
            ('command', {'command': 'napari.layer.duplicate', 'count_class': COUNTS[place]}),
            ('layer-size', {'layer_type': 'image', 'size_class': SIZES[place]}),
            ('layer-array', {'layer_type': 'image', 'array_type': 'numpy'}),
            ('layer-dtype', {'layer_type': 'image', 'dtype': 'bool'}),
            ('layer-dimensions', {'layer_type': 'image', 'ndim': 2})]
        found += [(topic, month, value, '') for topic, value in values]
    return found


def store(file: Path, month: str, weeks: list[str]) -> None:
    """Put the events of a month into the raw database, as the collector does."""
    new = not file.exists()
    with sqlite3.connect(file) as raw:
        if new:
            raw.executescript((ROOT / 'resources/sql/raw-1.sql').read_text(encoding='utf-8'))
        for number, (topic, period, value, first) in enumerate(events(month, weeks)):
            fact = (topic, period, json.dumps(value, sort_keys=True, separators=(',', ':')), first)
            key = hashlib.sha256('\0'.join(fact).encode()).digest()[:16]
            raw.execute('INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?)', (key, *fact))
            raw.executemany('INSERT INTO events VALUES (?, ?)', (
                (hashlib.sha256(f'{month} {number} {person}'.encode()).digest()[:16], key) for person in range(PEOPLE)))
    raw.close()


def publish(work: Path) -> Path:
    """Return the public folder after both months: each counted, looked at and published when it has closed."""
    for month, (weeks, day) in MONTHS.items():
        store(work / 'raw.sqlite', month, weeks)
        files: list[str | Path] = ['--raw', work / 'raw.sqlite', '--aggregates', work / 'aggregates.sqlite', '--public',
                                   work / 'public', '--now', f'{day}T00:00:00Z', '--clock-is-right']
        subprocess.run([AGGREGATE, 'run', *files], check=True, timeout=60)
        review = subprocess.run([AGGREGATE, 'review', '--json', *files], check=True, timeout=60, capture_output=True)
        subprocess.run([AGGREGATE, 'publish', json.loads(review.stdout)['digest'], *files], check=True, timeout=60)
    return work / 'public'
