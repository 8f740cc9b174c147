"""Runs napari's own tests in one of three ways, or compares the outcomes. See tools/napari-own-tests."""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / 'build'
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

# Settings, preferences, window, plugins and the main program, as napari 0.9.2 has them.
TESTS = [
    'settings/_tests',
    '_qt/dialogs/_tests/test_preferences_dialog.py',
    '_qt/_tests/test_qt_window.py',
    '_qt/_tests/test_plugin_widgets.py',
    '_qt/_qapp_model/_tests/test_plugins_menu.py',
    'plugins/_tests',
    '_tests/test_cli.py',
]
OURS = '_qt/_tests/test_telemetry.py'
WAYS = ('without', 'released', 'patched')
# PySide6 on Python 3.11 sometimes aborts (none_dealloc), without us as well: such a part is run again.
TRIES = 4


def report(binding: str, way: str, part: int) -> Path:
    """Return where the outcomes of one part of a run are kept."""
    return BUILD / 'logs' / f'napari-own-{binding}-{way}-{part}.xml'


def parts(way: str) -> list[str]:
    """Return the tests, of which each has a process of its own."""
    return [*TESTS, *([OURS] if way == 'patched' else [])]


def run(binding: str, way: str) -> int:
    """Run the tests; return 0 unless a part could not be run at all. What failed or crashed is for the comparison."""
    from desktop import Screen

    python = BUILD / 'venv' / binding / 'bin' / 'python'
    installed = next((BUILD / 'venv' / binding / 'lib').glob('python*/site-packages'))
    patched = BUILD / 'napari-patched' / binding / 'site-packages'
    source = patched if way == 'patched' else installed
    path = ([str(patched)] if way == 'patched' else []) + [str(BUILD / 'napari-testing'), str(BUILD / 'plugin-manager')]
    home = BUILD / 'logs' / f'napari-own-home-{binding}-{way}'
    home.mkdir(parents=True, exist_ok=True)
    screen = Screen()
    environment = {
        **screen.environment(), 'HOME': str(home), 'PATH': f'{python.parent}:/usr/bin:/bin', 'PYTHONFAULTHANDLER': '1',
        'PYTHONPATH': ':'.join(path), 'PYTHONDONTWRITEBYTECODE': '1', 'LIBGL_ALWAYS_SOFTWARE': '1',
        'XDG_RUNTIME_DIR': str(home),
    }
    status = 0
    try:
        for number, test in enumerate(parts(way)):
            file = report(binding, way, number)
            for turn in range(TRIES):
                file.unlink(missing_ok=True)
                ran = subprocess.run(
                    [python, '-m', 'pytest', '-q', '-c', HERE / 'pytest.ini', '--rootdir', source,
                     '-p', 'no:cacheprovider', f'--junitxml={file}', source / 'napari' / test],
                    check=False, cwd=home, stdout=file.with_suffix('.log').open('wb'), stderr=subprocess.STDOUT,
                    env=environment,
                )
                if ran.returncode >= 0:
                    break
                print(f'{binding}, {way}: {test} ended with signal {-ran.returncode}, try {turn + 1} of {TRIES}')
            if ran.returncode not in {0, 1} and ran.returncode >= 0:
                status = ran.returncode
    finally:
        screen.stop()
    print(f'{binding}, {way}: {summary(outcomes(binding, way))}')
    return status


def outcomes(binding: str, way: str) -> dict[str, str]:
    """Return the outcome of each test of a run; a part that crashed each time is one outcome."""
    found = {}
    for number, test in enumerate(parts(way)):
        file = report(binding, way, number)
        if not file.exists():
            found[test] = 'crash'
            continue
        for case in ET.parse(file).iter('testcase'):
            bad = [kind for kind in ('failure', 'error', 'skipped') if case.find(kind) is not None]
            found[f'{case.get("classname")}::{case.get("name")}'] = bad[0] if bad else 'passed'
    return found


def summary(found: dict[str, str]) -> str:
    """Count the outcomes."""
    return ', '.join(f'{list(found.values()).count(kind)} {kind}' for kind in sorted(set(found.values())))


def compare(binding: str) -> int:
    """Print each test that has another outcome with us; return 1 if there is one."""
    without = outcomes(binding, 'without')
    status = 0 if without else 1
    for way in WAYS[1:]:
        with_us = outcomes(binding, way)
        other = {name: (without.get(name, 'new'), with_us.get(name, 'not run')) for name in {**without, **with_us}}
        other = {name: pair for name, pair in other.items() if pair[0] != pair[1] and pair != ('new', 'passed')}
        for name, (before, now) in sorted(other.items()):
            print(f'{binding}, {way}: {name} is {now}, without us {before}')
        status = status or bool(other)
    ours = [name for name in outcomes(binding, 'patched') if 'test_telemetry' in name]
    if not ours:
        print(f"{binding}: the patch's own tests did not run")
    return int(status or not ours)


def main() -> int:
    """Run or compare; return the exit status."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument('--binding', choices=['pyqt6', 'pyside6'], required=True)
    words.add_argument('action', choices=['run', 'compare'])
    words.add_argument('way', choices=WAYS, nargs='?')
    chosen = words.parse_args()
    return run(chosen.binding, chosen.way) if chosen.action == 'run' else compare(chosen.binding)


if __name__ == '__main__':
    sys.exit(main())
