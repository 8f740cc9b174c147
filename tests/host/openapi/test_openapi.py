"""The collector, tried by its own description: schemathesis sends what fits it and what does not."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from hooks import send_honest

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent
COLLECTOR = ROOT / 'build/release/src/host/collector/napari-telemetry-collector'
# From one seed; with tools/test --full longer, and from another seed each time.
EXTENT = ['--max-examples', '2000'] if 'TELEMETRY_FULL' in os.environ else ['--max-examples', '50', '--seed', '1']


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[str]:
    """Run the collector on a Wednesday of 2026-W47. Yields its address."""
    command: list[str | Path] = [COLLECTOR, '--listen', '127.0.0.1:0', '--database', tmp_path / 'raw.sqlite']
    with subprocess.Popen([*command, '--now', '2026-11-18T12:00:00Z'], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().removeprefix('listening on ').strip()
        process.terminate()
        assert process.wait(30) == 0


def test_the_collector_is_what_it_says(collector: str, tmp_path: Path) -> None:
    send_honest(collector, 101)  # until then it does not trust its clock, and answers 503
    description, report = tmp_path / 'openapi.json', tmp_path / 'report.json'
    with urllib.request.urlopen(f'{collector}/openapi.json', timeout=30) as answer:
        description.write_bytes(answer.read())
    run = subprocess.run(
        [
            *(Path(sys.executable).with_name('st'), '--config-file', HERE / 'schemathesis.toml'),
            *('run', description, '--url', collector, '--no-color', '--continue-on-failure'),
            *('--checks', 'all', '--phases', 'examples,coverage,fuzzing,stateful'),
            *EXTENT,
            *('--report', 'json', '--report-json-path', report),
        ],
        cwd=tmp_path,
        env=os.environ | {'SCHEMATHESIS_HOOKS': str(HERE / 'hooks.py')},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr

    # It is in vain when nothing was tried, or nothing of it got through.
    outcome = json.loads(report.read_text(encoding='utf-8'))
    paths = json.loads(description.read_text(encoding='utf-8'))['paths']
    assert outcome['operations']['tested'] == sum(len(item.keys() - {'parameters'}) for item in paths.values()) > 0
    assert {phase['status'] for phase in outcome['phases'].values()} == {'success'}
    with closing(sqlite3.connect(tmp_path / 'raw.sqlite')) as database:
        taken = {topic for (topic,) in database.execute('SELECT DISTINCT topic FROM event')}
    assert len(taken - {'user'}) >= 3, taken
