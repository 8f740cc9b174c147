"""What consent adds to napari's start, on the GUI thread, beside an empty Qt plugin and that start, in the same run.

Times are what the GUI thread works (CPU), medians of several starts, so that other load on the computer does not
count; start_child.py says where they are taken. The clock's times are printed beside them. Memory is the growth of
VmRSS within one process: from before our import until after it, and from before our plugin until all has settled.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

from _figures import figure, show
from _starts import BINDINGS, python, start
from desktop import Screen, install_telemetry, remove_telemetry

ROUNDS = 5
EMPTY = 'loading an empty Qt plugin'
OWN = "napari's own start"
CHEAP_CASES = {'a variable': {'NAPARI_TELEMETRY': '0'}, 'CI': {'CI': 'true'}, 'pytest': {}}


def import_cost(binding: str, case: str) -> float:
    """Return the milliseconds of our import alone, in a process that looks to it like napari's."""
    source = (
        'import __future__, os, sys, time, types, typing; '  # those that napari has loaded before us
        "sys.modules['napari._qt.qt_main_window'] = types.ModuleType('w'); "
        + ("sys.modules['pytest'] = types.ModuleType('pytest'); " if case == 'pytest' else '')
        + 't = time.thread_time(); import napari_telemetry_consent; print((time.thread_time() - t) * 1000); '
        "assert 'napari_telemetry_consent._start' not in sys.modules"
    )
    environment = {'PATH': '/usr/bin:/bin', 'HOME': '/nonexistent', **CHEAP_CASES[case]}
    command = [python(binding), '-c', source]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(result.stdout)


def added(sample: dict[str, float], suffix: str = '') -> float:
    """Return all that one start did because of us; drawing a frame that napari would draw anyway is taken off."""
    parts = ('import', 'waiting', 'start', 'settling')
    return sum(sample[part + suffix] for part in parts) - (0 if suffix else sample['frame'])


def main() -> int:
    """Measure both bindings; print a table, or JSON with --json."""
    figures = []
    screen = Screen()
    for binding in BINDINGS:
        install_telemetry(binding)
        samples = {v: [start(screen, binding, v) for _ in range(ROUNDS)] for v in ('none', 'granted', 'unasked')}
        remove_telemetry(binding)
        empty = statistics.median(s['empty'] for some in samples.values() for s in some)

        def median(variant: str, key: str, some: dict[str, list[dict[str, float]]] = samples) -> float:
            return statistics.median(s.get(key, 0) for s in some[variant])

        own = statistics.median(s['own'] for some in samples.values() for s in some)
        for variant, words in (
            ('none', 'nothing is asked, the answer is none'),
            ('granted', 'nothing is asked, a level is granted; without the other plugin'),
            ('unasked', 'until the dialog is painted'),
        ):
            ours = statistics.median(added(s) - s.get('launch', 0) for s in samples[variant])
            if variant == 'unasked':
                figures.append(figure(f'{binding}, {words}', 'ms', ours, OWN, own, 0.015 * own))
            else:
                figures.append(figure(f'{binding}, {words}', 'ms', ours, EMPTY, empty, 8 * empty))
                figures.append(figure(f'{binding}, the same', 'ms', ours, OWN, own, 0.003 * own))
            if '--json' not in sys.argv:
                parts = ('import', 'waiting', 'start', 'settling', 'frame', 'launch')
                print(f'  {binding} {variant}: ' + ', '.join(f'{p} {median(variant, p):.2f}' for p in parts)
                      + f'; start by the clock {median(variant, "start_clock"):.1f}', file=sys.stderr)
        memory = median('none', 'resident') + median('none', 'resident_import')
        figures.append(figure(f'{binding}, memory without a grant', 'kB', memory, 'an empty Qt plugin',
                              median('none', 'resident_empty'), 1024.0))
        for case in CHEAP_CASES:
            ours = statistics.median(import_cost(binding, case) for _ in range(ROUNDS))
            figures.append(figure(f'{binding}, import, {case}', 'ms', ours, EMPTY, empty, empty / 2))
    screen.stop()
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
