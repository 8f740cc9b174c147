"""The monthly hour of docs/operators.md, line by line, with the real programs."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import time
import urllib.request
from pathlib import Path

import proxies
import pytest

PROGRAMS = proxies.ROOT / 'build/release/src/host'
ACCOUNT = 'sudo -u napari-telemetry '
FOLDERS = ('/var/lib/napari-telemetry', '/srv/napari-telemetry')
PEOPLE = 200


def lines_of(chapter: str) -> list[str]:
    """Return the lines that the chapter tells to type."""
    page = (proxies.ROOT / 'docs/operators.md').read_text(encoding='utf-8')
    text = page.split(f'\n## {chapter}\n', 1)[1].split('\n## ', 1)[0]
    blocks = re.findall(r'```\n(.*?)```', text, re.DOTALL)
    return [line.strip() for block in blocks for line in block.strip().split('\n')]


def weeks() -> list[str]:
    """Return the week that closed last, and this one: a host that runs has events of it."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    return [(today - datetime.timedelta(weeks=back)).strftime('%G-W%V') for back in (4, 0)]


def store(path: Path) -> None:
    """Make the raw database as the collector does, with people of these weeks."""
    with sqlite3.connect(path) as raw:
        raw.executescript((proxies.ROOT / 'resources/sql/raw-1.sql').read_text(encoding='utf-8'))
        for week in weeks():
            fact = hashlib.sha256('\0'.join(('user', week, '{}', 'ever')).encode()).digest()[:16]
            raw.execute('INSERT INTO facts VALUES (?, ?, ?, ?, ?)', (fact, 'user', week, '{}', 'ever'))
            raw.executemany('INSERT INTO events VALUES (?, ?)', (
                (hashlib.sha256(f'{week} {person}'.encode()).digest()[:16], fact) for person in range(PEOPLE)))
    raw.close()
    path.chmod(0o600)


def aggregate(environment: dict[str, str], *words: str) -> str:
    """Run a command that ends well, and return what it says."""
    return subprocess.run(['napari-telemetry-aggregate', *words], env=environment, check=True, timeout=60,
                          capture_output=True, text=True).stdout


def files_below(folder: Path) -> dict[str, bytes]:
    """Return all files by their path in it."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob('*') if file.is_file()}


@pytest.fixture
def host(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a host whose timer has run tonight."""
    store(tmp_path / 'raw.sqlite')
    settings = tmp_path / 'settings.toml'
    settings.write_text(f'raw = "{tmp_path}/raw.sqlite"\naggregates = "{tmp_path}/aggregates.sqlite"\n'
                        f'public = "{tmp_path}/public"\nsigning_keys = "{tmp_path}/first.key"\n'
                        f'site = "{tmp_path}/site"\nsite_address = "https://usage.example.org/"\n'
                        f'contact = "us@example.org"\npublic_copy = "{tmp_path}/copy"\n', encoding='utf-8')
    environment = {'PATH': f'{PROGRAMS}/aggregate:{os.environ["PATH"]}', 'HOME': str(tmp_path),
                   'NAPARI_TELEMETRY_HOST_SETTINGS': str(settings)}
    made = aggregate(environment, 'key', 'new', f'{tmp_path}/first.key', '--holder', 'first operator')
    (public,) = re.findall(r'(?m)^public +(\S+)$', made)
    aggregate(environment, 'key', 'add', public, '--holder', 'first operator', '--key', f'{tmp_path}/first.key')
    aggregate(environment, 'run')
    return environment


def test_every_line_does_what_it_says(host: dict[str, str], tmp_path: Path) -> None:
    """Each line is typed as it stands, but for the account and the place of the files; it ends well."""
    lines = lines_of('The monthly hour')
    said = {}
    for line in lines:
        assert line.startswith(ACCOUNT)
        typed = line.removeprefix(ACCOUNT)
        for folder in FOLDERS:
            typed = typed.replace(folder, str(tmp_path))
        if 'DIGEST' in typed:
            (digest,) = re.findall(r'aggregate publish ([0-9a-f]{64})', aggregate(host, 'review'))
            typed = typed.replace('DIGEST', digest)
        if ' remove ' in typed:
            typed += ' --in-advance'  # nobody has the plugin on this host
        done = subprocess.run(typed, shell=True, cwd=tmp_path, env=host, check=False, timeout=60, capture_output=True,
                              text=True)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        said[typed.split()[1]] = done.stdout
    assert set(said) >= {'audit', 'review', 'draw-again', 'publish', 'verify', 'remove'}
    assert 'broken' not in said['audit']
    assert (tmp_path / 'candidates.html').read_text(encoding='utf-8').startswith('<!doctype html>')
    assert weeks()[0] in json.loads((tmp_path / 'public/index.json').read_text(encoding='utf-8'))['weeks']
    kinds = [json.loads(line)['kind']
             for line in (tmp_path / 'public/history.jsonl').read_text(encoding='utf-8').splitlines()]
    site = files_below(tmp_path / 'site')
    published = {f'data/{name}': text for name, text in files_below(tmp_path / 'public').items()}
    assert published.items() <= site.items()
    assert b'mailto:us@example.org' in site['index.html']
    assert files_below(tmp_path / 'copy') == site
    assert 'kept    the site shows what is published' in aggregate(host, 'audit')
    assert sorted(set(kinds)) == ['dictionary', 'draw-again', 'endpoints', 'key', 'public-list', 'release', 'removal']


def test_the_collector_shows_what_the_run_found(host: dict[str, str], tmp_path: Path) -> None:
    """Its /metrics say when it ran, what waits and what is broken."""
    assert aggregate(host, 'audit')
    collector = proxies.Collector(tmp_path, proxies.free_port())
    with urllib.request.urlopen(f'http://127.0.0.1:{collector.operator_port}/metrics', timeout=20) as answer:
        shown = dict(re.findall(r'(?m)^(telemetry_aggregation_\w+) (\d+)$', answer.read().decode()))
    collector.stop()
    assert abs(int(shown.pop('telemetry_aggregation_timestamp_seconds')) - time.time()) < 600
    assert shown.pop('telemetry_aggregation_candidates') in {'1', '2'}  # the week, and on some days its month
    assert shown == {'telemetry_aggregation_missed_periods': '0', 'telemetry_aggregation_broken_promises': '0'}


def test_nothing_is_public_before_somebody_has_looked(host: dict[str, str], tmp_path: Path) -> None:
    """The nightly run, and what it does automatically with the settings as they come, publish no number."""
    done = subprocess.run(['napari-telemetry-aggregate', 'publish', '--automatic'], env=host, check=False, timeout=60,
                          capture_output=True, text=True)
    assert done.returncode == 3
    assert 'publish_automatically' in done.stderr
    assert json.loads((tmp_path / 'public/index.json').read_text(encoding='utf-8'))['weeks'] == []
