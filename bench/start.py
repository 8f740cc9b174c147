"""What telemetry adds to napari's start, on the GUI thread, beside napari's own start in the same run."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from desktop import BUILD, Screen, install_telemetry, remove_telemetry  # noqa: E402
from test_ending import consent  # noqa: E402

ROUNDS = 5


def run(screen: Screen, binding: str, variant: str) -> dict[str, float]:
    """Start napari once as a new user and return what it measured."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if variant == 'granted':
            consent(home, binding, 'middle')
        environment = {
            **screen.environment(), 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LIBGL_ALWAYS_SOFTWARE': '1',
            'PATH': '/usr/bin:/bin', **({'NAPARI_TELEMETRY': '0'} if variant == 'without' else {}),
        }
        python = BUILD / 'venv' / binding / 'bin' / 'python'
        result = subprocess.run(
            [python, HERE / 'start_child.py', variant],
            env=environment, capture_output=True, text=True, check=True, timeout=120, cwd=home,
        )
        return dict(json.loads(result.stdout.splitlines()[-1]))


def import_cost(binding: str, variable: str) -> float:
    """Return the milliseconds of our import alone, in a process that looks to it like napari's."""
    source = (
        "import os, sys, time, types, typing; sys.modules['napari._qt.qt_main_window'] = types.ModuleType('w'); "
        't = time.perf_counter(); import napari_telemetry_consent; print((time.perf_counter() - t) * 1000)'
    )
    python = BUILD / 'venv' / binding / 'bin' / 'python'
    environment = {'PATH': '/usr/bin:/bin', 'HOME': '/nonexistent', 'NAPARI_TELEMETRY': variable}
    result = subprocess.run([python, '-c', source], env=environment, capture_output=True, text=True, check=True)
    return float(result.stdout)


def main() -> int:
    """Measure both bindings; print a table, or JSON with --json."""
    figures: list[dict[str, object]] = []
    screen = Screen()
    for binding in ('pyqt6', 'pyside6'):
        install_telemetry(binding)
        samples = {v: [run(screen, binding, v) for _ in range(ROUNDS)] for v in ('without', 'unasked', 'granted')}
        remove_telemetry(binding)
        alone = statistics.median(s['first_tick'] for s in samples['without'])
        import_off = statistics.median(import_cost(binding, '0') for _ in range(ROUNDS))
        rows = [
            ('no answer yet: until the dialog is painted', 'unasked', ('start', 'paint'), 40.0),
            ('with a grant: until telemetry runs', 'granted', ('start', 'launch'), 25.0),
        ]
        measured = [
            (name, statistics.median(sum(s.get(part, 0) for part in parts) for s in samples[variant]), goal)
            for name, variant, parts, goal in rows
        ]
        for name, ours, goal in [('switched off by a variable: import', import_off, 0.5), *measured]:
            figures.append({
                'figure': f'{binding}, {name}', 'unit': 'ms', 'ours': round(ours, 2),
                'against': 'napari alone, start to first event', 'theirs': round(alone, 1),
                'ratio': round(ours / alone, 5), 'goal': goal, 'met': ours <= goal,
            })
    screen.stop()
    if '--json' in sys.argv:
        print(json.dumps(figures, indent=1))
    else:
        for f in figures:
            print(f'{f["figure"]:60} {f["ours"]:>8} ms  goal {f["goal"]:>5}  {"met" if f["met"] else "missed"}'
                  f'   ({f["against"]}: {f["theirs"]} ms, ratio {f["ratio"]})')
    return 0


if __name__ == '__main__':
    os.environ.setdefault('PATH', '/usr/bin:/bin')
    sys.exit(main())
