"""The audit kit of a public folder: a second program gets the bytes of the first, and notices when it should not."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOST = ROOT / 'build/release/src/host'
AGGREGATE = HOST / 'aggregate/napari-telemetry-aggregate'
REHEARSE = HOST / 'rehearse/napari-telemetry-rehearse'
FILES = {'README.md', 'SHA256SUMS', 'again.py', 'dictionary.json', 'noise-key.txt', 'raw.sqlite'}
PERIODS = ['2026-10', '2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W44']


@pytest.fixture(scope='module')
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the public folder of a host that has published nothing yet."""
    work = tmp_path_factory.mktemp('host')
    for _ in range(2):  # the second time it is there
        subprocess.run([AGGREGATE, 'publish', '--raw', work / 'raw.sqlite', '--aggregates', work / 'aggregates.sqlite',
                        '--public', work / 'public', '--clock-is-right'], check=True, timeout=60)
    return work / 'public'


@pytest.fixture
def kit(public: Path, tmp_path: Path) -> Path:
    """Return a stranger's copy of the kit."""
    return Path(shutil.copytree(public / 'audit-kit', tmp_path / 'kit'))


def again(kit: Path) -> subprocess.CompletedProcess[str]:
    """Run the kit's script as its README says, away from the project."""
    return subprocess.run([sys.executable, '-I', 'again.py'], cwd=kit, check=False, capture_output=True, text=True,
                          timeout=60)


def change(kit: Path, sql: str) -> None:
    with sqlite3.connect(kit / 'raw.sqlite') as raw:
        assert raw.execute(sql).rowcount > 0
    raw.close()


def test_every_public_folder_has_one(public: Path) -> None:
    assert {path.name for path in (public / 'audit-kit').iterdir()} == FILES
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in (public / 'audit-kit').iterdir())


def test_a_second_program_gets_the_same_bytes(kit: Path) -> None:
    done = again(kit)
    assert done.stdout.splitlines() == [f'the same: periods/{period}.json' for period in PERIODS], done.stderr
    assert done.returncode == 0
    assert done.stderr == ''
    month = json.loads((kit / 'again/periods/2026-10.json').read_bytes())
    rows = {table['table']: table['rows'] for table in month['tables']}
    assert rows['users-month']
    assert rows['plugins']


def test_they_are_the_bytes_of_the_first(kit: Path) -> None:
    assert again(kit).returncode == 0
    checked = subprocess.run([REHEARSE, 'check', kit], check=True, capture_output=True, text=True, timeout=60)
    assert checked.stdout.count('the same: ') == len(PERIODS)


@pytest.mark.parametrize('planted', ['key', 'row', 'dictionary', 'sums'])
def test_what_was_changed_differs(kit: Path, planted: str) -> None:
    if planted == 'row':
        change(kit, "DELETE FROM events WHERE fact = (SELECT fact FROM facts WHERE topic = 'user' LIMIT 1)")
    else:
        name, old, new = {'key': ('noise-key.txt', '6', '7'), 'dictionary': ('dictionary.json', ': 20', ': 10'),
                          'sums': ('SHA256SUMS', 'periods/2026-W44', 'periods/2026-W45')}[planted]
        text = (kit / name).read_text(encoding='utf-8')
        assert old in text
        (kit / name).write_text(text.replace(old, new), encoding='utf-8')
    done = again(kit)
    assert 'DIFFERS:  periods/' in done.stdout, done.stderr
    assert done.returncode == 1


def test_our_own_check_finds_a_change(kit: Path) -> None:
    change(kit, "DELETE FROM events WHERE fact = (SELECT fact FROM facts WHERE topic = 'user' LIMIT 1)")
    checked = subprocess.run([REHEARSE, 'check', kit], check=False, capture_output=True, text=True, timeout=60)
    assert checked.returncode == 1
    assert 'DIFFERS: ' in checked.stdout
    assert 'these are not the numbers' in checked.stderr
