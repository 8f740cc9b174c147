"""A host whose clock is years off: the real aggregation by a clock that was moved for it changes no byte."""

from __future__ import annotations

import datetime
import hashlib
import sqlite3
import subprocess
from pathlib import Path

import proxies
import pytest

AGGREGATE = proxies.ROOT / 'build/release/src/host/aggregate/napari-telemetry-aggregate'
CLOCK = 4  # the exit code
YEARS = (-10, -1, 1, 10)
COMMANDS = (['run'], ['publish'], ['draw-again', '--reason', 'a test'],
            ['remove', 'plugin', 'napari-svg', '--reason', 'a test'],
            ['access', '--role', 'operator', '--reason', 'a test'])


def aggregate(host: Path, command: list[str], years: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command by a clock that is so many years off."""
    moved = datetime.datetime.now() + datetime.timedelta(days=round(365.25 * years))
    return subprocess.run(['faketime', moved.strftime('%Y-%m-%d %H:%M:%S'), AGGREGATE, *command,
                           '--raw', host / 'raw.sqlite', '--aggregates', host / 'aggregates.sqlite',
                           '--public', host / 'public'], check=False, capture_output=True, text=True, timeout=60)


def content(host: Path) -> dict[str, str]:
    """Return the hash of each file but the lock, which is empty."""
    return {str(path.relative_to(host)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(host.rglob('*')) if path.is_file() and path.suffix != '.lock'}


@pytest.mark.parametrize('command', COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize('years', YEARS)
def test_the_first_command_of_a_host(tmp_path: Path, command: list[str], years: int) -> None:
    done = aggregate(tmp_path, command, years)
    assert done.returncode == CLOCK, done.stderr
    assert "this computer's clock says" in done.stderr
    assert set(content(tmp_path)) <= {'aggregates.sqlite'}  # empty, made by looking into it


@pytest.mark.parametrize('command', COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize('years', YEARS)
def test_a_host_that_ran(tmp_path: Path, command: list[str], years: int) -> None:
    (tmp_path / 'raw.sqlite').touch(mode=0o600)
    with sqlite3.connect(tmp_path / 'raw.sqlite') as raw:
        raw.executescript((proxies.ROOT / 'resources/sql/raw-1.sql').read_text(encoding='utf-8'))
    raw.close()
    assert aggregate(tmp_path, ['run']).returncode == 0
    before = content(tmp_path)
    assert 'public/index.json' in before
    done = aggregate(tmp_path, command, years)
    assert done.returncode == CLOCK, done.stderr
    assert content(tmp_path) == before


def test_by_the_right_clock_it_goes_on(tmp_path: Path) -> None:
    for _ in range(2):
        done = aggregate(tmp_path, ['publish'])
        assert done.returncode == 0, done.stderr
