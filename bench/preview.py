"""The preview with 50,000 events, beside a plain QTableView over QSqlTableModel on the same file in the same run."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from _figures import figure, show  # noqa: E402
from desktop import BUILD, Screen  # noqa: E402

EVENTS = 50_000
ROUNDS = 3
# Figure, unit, goal, and its name in what the program prints.
FIGURES = (
    ('opened: the first events are painted', 'ms', 200.0, 'open'),
    ('a filter: until its result is painted, slowest of five', 'ms', 50.0, 'filter'),
    ('scrolling from end to end in 200 steps: slowest frame', 'ms', 32.0, 'frame'),
    ('while the events are read: longest pause of the window', 'ms', 32.0, 'loading'),
)


def make_spool(folder: Path, events: int) -> None:
    """Write a spool with that many pending plugins, in the format that ships."""
    (folder / 'telemetry').mkdir(parents=True)
    migrations = sorted((ROOT / 'resources' / 'sql').glob('spool-*.sql'))
    key = hashlib.sha256(b'bench').hexdigest()[:16]  # ClientFiles::keyOf()
    with sqlite3.connect(folder / 'telemetry' / f'spool-{key}.sqlite') as database:
        for migration in migrations:
            database.executescript(migration.read_text())
        rows = []
        for i in range(events):
            reporter = (i * 2654435761 % 2**32).to_bytes(16, 'big')
            event = {'reporter': reporter.hex(), 'topic': 'plugin',
                     'value': {'name': f'napari-plugin-{i}', 'version': '1.2.3'}, 'period': '2026-10'}
            rows.append((reporter, json.dumps(event, separators=(',', ':'), sort_keys=True).encode()))
        database.executemany(
            "INSERT INTO event (topic, reporter, period, week, fact, level, bytes, state, reason, receipt)"
            " VALUES ('plugin', ?, '2026-10', '2026-W40', x'', 'middle', ?, 'pending', '', x'')", rows,
        )
        database.execute(f'PRAGMA user_version = {len(migrations)}')


def measure(screen: Screen, folder: Path, what: str) -> dict[str, float]:
    """Run the program once."""
    program = BUILD / 'release' / 'bench' / 'bench_preview'
    run = subprocess.run(
        [program, folder, what], env={**screen.environment(), 'HOME': str(folder)}, capture_output=True, text=True,
        check=True, timeout=300,
    )
    return dict(json.loads(run.stdout))


def main() -> int:
    """Measure; print a table, or JSON with --json."""
    subprocess.run(['cmake', '--build', BUILD / 'release', '--target', 'bench_preview'], check=True, stdout=sys.stderr)
    screen = Screen()
    best: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in (0, EVENTS):
            folder = Path(name) / str(size)
            make_spool(folder, size)
            for what in ('ours', 'table'):
                runs = [measure(screen, folder, what) for _ in range(ROUNDS)]
                best[f'{what} {size}'] = {key: min(run[key] for run in runs) for key in runs[0]}
    screen.stop()
    ours, theirs = best[f'ours {EVENTS}'], best[f'table {EVENTS}']
    peer = 'QTableView over QSqlTableModel'
    figures = [figure(name, unit, ours[key], peer, theirs.get(key), goal) for name, unit, goal, key in FIGURES]
    figures.append(figure('all events are there', 'ms', ours['all'], peer, theirs['all'], 2 * theirs['all']))
    grown = {what: best[f'{what} {EVENTS}']['memory'] - best[f'{what} 0']['memory'] for what in ('ours', 'table')}
    figures.append(figure('memory above an empty spool', 'MB', grown['ours'], peer, grown['table'], 20.0))
    show(figures, f'{EVENTS:,} events, best of {ROUNDS} runs')
    return 0


if __name__ == '__main__':
    sys.exit(main())
