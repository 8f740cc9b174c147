"""What verifying napari-telemetry costs: loading what was verified, beside a plain import and a plain QPluginLoader.

Each figure is the best of several processes: what else the computer does only adds. Python's modules that both need
(qtpy, npe2, the binding's QtSql) are imported before the clock starts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / 'tests' / 'napari'), str(HERE.parent / 'tests' / 'hijack')]

from _figures import Figure, figure, show  # noqa: E402
from desktop import Screen  # noqa: E402
from place import Place  # noqa: E402

ROUNDS = 9


def run(place: Place, display: str, mode: str) -> dict[str, float]:
    """Load once in a process of its own and return milliseconds."""
    result = subprocess.run(
        [place.python, HERE / 'load_child.py', mode, place.package],
        env={
            'HOME': str(place.home), 'PATH': '/usr/bin:/bin', 'LANG': 'C.UTF-8', 'DISPLAY': display,
            'XDG_RUNTIME_DIR': str(place.folder / 'runtime'),
        },
        capture_output=True, text=True, timeout=120, cwd=place.home, check=False,
    )
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    return dict(json.loads(result.stdout.splitlines()[-1]))


def best(samples: list[dict[str, float]], name: str) -> float:
    """Return the least of one measurement."""
    return min(sample[name] for sample in samples)


def main() -> int:
    """Measure both bindings; print a table, or JSON with --json."""
    figures: list[Figure] = []
    screen = Screen()
    for binding in ('pyqt6', 'pyside6'):
        with tempfile.TemporaryDirectory() as folder:
            place = Place(Path(folder), binding, Path())
            place.install_release()
            run(place, screen.display, 'plain')  # writes the .pyc files that a plain import then has
            samples: dict[str, list[dict[str, float]]] = {'plain': [], 'verified': [], 'absent': []}
            for _ in range(ROUNDS):
                for mode, kept in samples.items():
                    kept.append(run(place, screen.display, mode))
        plain = best(samples['plain'], 'load')
        verified = best(samples['verified'], 'load')
        look = max(0.0, best(samples['verified'], 'start') - best(samples['absent'], 'start'))
        added = verified + look - plain
        verification = best(samples['verified'], 'verification')
        hashing = best(samples['plain'], 'hash')
        peer = 'plain import and QPluginLoader'
        for name, ours, against, theirs, goal in [
            ('load, GUI thread', verified + look, peer, plain, plain + 5),
            ('what verification adds, GUI thread', added, peer, plain, 5.0),
            ('verification, in its thread', verification, 'reading and hashing with hashlib', hashing, 50.0),
        ]:
            figures.append(figure(f'{binding}, {name}', 'ms', ours, against, theirs, goal))
    screen.stop()
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
