"""What recording one use costs, and what is left of it after kill -9, beside peers and bare write(2) and SQLite."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from _figures import Figure, figure, show  # noqa: E402
from desktop import BUILD, Screen, install_telemetry, remove_telemetry  # noqa: E402
from test_ending import consent  # noqa: E402

ROUNDS = 3
PUBLIC = json.loads((ROOT / 'resources' / 'public-list.json').read_text(encoding='utf-8'))['napari_commands']
NAMES = [f'"{name}"'.encode() for name in PUBLIC[:10]]  # those of record_child.py
PEERS = {
    'write': 'write(2)', 'sqlite': 'SQLite', 'glean': 'Glean', 'opentelemetry': 'OpenTelemetry', 'sentry': 'Sentry',
}
MARKS = 100  # events of a peer before it is killed; see record_limit_child.py


def napari(screen: Screen, binding: str, variant: str, home: Path, off: bool = False) -> dict[str, Any]:
    """Run record_child.py as a user who said yes to everything, or for whom all is off."""
    environment = {
        **screen.environment(), 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LIBGL_ALWAYS_SOFTWARE': '1',
        'PATH': '/usr/bin:/bin', **({'NAPARI_TELEMETRY': '0'} if off else {}),
    }
    if not off:
        consent(home, binding, 'full')
    result = subprocess.run(
        [BUILD / 'venv' / binding / 'bin' / 'python', HERE / 'record_child.py', variant],
        env=environment, capture_output=True, text=True, timeout=300, cwd=home, check=False,
    )
    if variant == 'kill':
        assert result.returncode == -signal.SIGKILL, result.stderr
        return {}
    assert result.returncode == 0, result.stderr
    return dict(json.loads(result.stdout.splitlines()[-1]))


def kept(home: Path) -> int:
    """Count the uses in journal and spool of a killed napari."""
    folder = home / '.local/share/napari/telemetry'
    total = 0
    for path in folder.glob('*.uses-1-*'):
        named: dict[bytes, bytes] = {}
        for line in path.read_bytes().splitlines():
            words = line.split(b' ', 2)
            if len(words) == 3:
                named[words[1]] = words[2]
            total += any(name in named[words[1] if len(words) == 3 else words[0]] for name in NAMES)
    with sqlite3.connect(next(folder.glob('spool-*.sqlite'))) as database:
        rows = database.execute("SELECT bytes, uses FROM event WHERE topic = 'command'").fetchall()
        return total + sum(int(uses) for event, uses in rows if any(name in event for name in NAMES))


def peer(name: str) -> dict[str, float]:
    """Return what a peer's call takes, and how many of its events a SIGKILL right after the last one leaves."""
    python = BUILD / 'venv' / 'peers' / 'bin' / 'python'
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run(
            [python, HERE / 'record_limit_child.py', name, 'measure', folder],
            capture_output=True, text=True, timeout=300, check=True,
        )
        measured: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
        size = sum(path.stat().st_size for path in Path(folder).rglob('*') if path.is_file())
        measured['bytes'] = size / measured['events'] * 1000
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [python, HERE / 'record_limit_child.py', name, 'kill', folder],
            capture_output=True, timeout=300, check=False,
        )
        everything = b''.join(path.read_bytes() for path in Path(folder).rglob('*') if path.is_file())
        measured['kept'] = sum(f'mark-{i:04}-'.encode() in everything for i in range(MARKS))
    return measured


def main() -> int:
    """Measure both bindings and the peers; print a table, or JSON with --json."""
    peers = {name: peer(name) for name in PEERS}
    figures: list[Figure] = []
    screen = Screen()
    for binding in ('pyqt6', 'pyside6'):
        install_telemetry(binding)
        with tempfile.TemporaryDirectory() as folder:
            base = Path(folder)
            runs = []
            for i in range(ROUNDS):
                (base / f'm{i}').mkdir()
                runs.append(napari(screen, binding, 'measure', base / f'm{i}'))
            (base / 'killed').mkdir()
            napari(screen, binding, 'kill', base / 'killed')
            survivors = kept(base / 'killed')
            memory: dict[bool, list[float]] = {True: [], False: []}
            for i in range(ROUNDS):
                for off in (True, False):
                    (base / f'r{i}{off}').mkdir()
                    memory[off].append(napari(screen, binding, 'rss', base / f'r{i}{off}', off)['rss'])
        remove_telemetry(binding)
        best = {
            part: {key: min(run[part][key] for run in runs) for key in ('median', 'p99', 'worst')}
            for part in ('first', 'again', 'idle')
        }
        again, idle = best['again'], best['idle']
        for name, title in PEERS.items():
            theirs = peers[name]
            figures += [
                figure(f'{binding}, record, median', 'µs', again['median'], title, theirs['median'], 5),
                figure(f'{binding}, record, p99', 'µs', again['p99'], title, theirs['p99'], 50),
                figure(f'{binding}, kept after kill -9, of 1,000', 'events', survivors, f'{title}, of {MARKS}',
                       theirs['kept'], 1000, at_least=True),
            ]
        alone = statistics.median(memory[True])
        figures += [
            figure(f'{binding}, first use of a thing, median', 'µs', best['first']['median'], 'SQLite',
                   peers['sqlite']['median'], 1.5 * peers['sqlite']['median']),
            figure(f'{binding}, worst of 19,600 in the GUI thread', 'ms', again['worst'] / 1000,
                   'doing nothing as often', idle['worst'] / 1000, 2),
            # No goal was set for the size: a line of text for each is the measure.
            figure(f'{binding}, journal of 1,000 uses of 10 things', 'bytes', min(run['bytes'] for run in runs),
                   'write(2) of the names', peers['write']['bytes'], peers['write']['bytes']),
            figure(f'{binding}, memory added before the first send', 'MB', statistics.median(memory[False]) - alone,
                   'napari without us', alone, 6),
        ]
    screen.stop()
    show(figures, f'Best of {ROUNDS} runs each; the GUI thread at the start of napari is in the bench "start".')
    return 0


if __name__ == '__main__':
    os.environ.setdefault('PATH', '/usr/bin:/bin')
    sys.exit(main())
