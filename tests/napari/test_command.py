"""The command napari-telemetry-consent, as the wheel installs it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from desktop import BUILD
from test_chain import answer, wait_level

if TYPE_CHECKING:
    from conftest import Start


def run(binding: str | Path, home: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as this user, without a display; in the binding's environment, or in the one at a path."""
    environment = {'HOME': str(home), 'PATH': os.environ['PATH'], 'LANG': 'C.UTF-8', **variables}
    python = BUILD / 'venv' / binding / 'bin' / 'python'  # an absolute path stays what it is
    return subprocess.run(
        [python, '-m', 'napari_telemetry_consent', *words],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )


def status(binding: str, home: Path, **variables: str) -> dict[str, Any]:
    result = run(binding, home, 'status', '--json', **variables)
    assert result.returncode == 0, result.stderr
    return dict(json.loads(result.stdout))


@pytest.mark.parametrize(
    ('variables', 'decider'),
    [({}, 'record'), ({'DO_NOT_TRACK': '1'}, 'DO_NOT_TRACK'), ({'NAPARI_TELEMETRY': '0'}, 'NAPARI_TELEMETRY'),
     ({'CI': '1'}, 'session'), ({'NAPARI_CONFIG': ''}, 'session')],
)
def test_status_names_what_decides(binding: str, tmp_path: Path, variables: dict[str, str], decider: str) -> None:
    found = status(binding, tmp_path, **variables)
    assert [source['source'] for source in found['sources'] if source['decides']] == [decider]
    assert found['level'] == 'none'
    text = run(binding, tmp_path, 'status', **variables)
    assert text.returncode == 0
    assert found['reason'] in text.stdout
    # What can't be known from here is listed, with where it can be asked.
    assert all(f'- {reason}' in text.stdout for reason in found['only_napari_knows'])
    assert 'napari_telemetry_consent.why()' in text.stdout
    assert not [path for path in tmp_path.rglob('*') if 'telemetry' in path.name]


def test_status_names_every_reason_that_holds(binding: str, tmp_path: Path) -> None:
    settings = tmp_path / 'settings.yaml'
    settings.write_text('schema_version: 0.9.1\nplugins:\n  disabled_plugins:\n  - napari-telemetry-consent\n')
    found = status(binding, tmp_path, NAPARI_CONFIG=str(settings), CI='1', DO_NOT_TRACK='1', NAPARI_TELEMETRY='none')
    off = {source['source']: source['says'] for source in found['sources'] if source['limit'] == 'none'}
    assert off.keys() == {'DO_NOT_TRACK', 'NAPARI_TELEMETRY', 'session'}
    assert 'CI is set' in off['session']
    assert 'plugin manager' in off['session']
    only_disabled = status(binding, tmp_path, NAPARI_CONFIG=str(settings))
    assert only_disabled['reason'] == "Off: disabled in napari's plugin manager."
    assert not only_disabled['will_ask']


@pytest.mark.usefixtures('with_telemetry')
def test_revoking_stops_a_napari_that_runs(start: Start, binding: str) -> None:
    napari = start()
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    result = run(binding, napari.home, 'revoke')
    assert result.returncode == 0, result.stderr
    wait_level(napari, 'off')
    found = status(binding, napari.home)
    assert [one['level'] for one in found['answers']] == ['basic', 'none']
    assert napari.close() == 0


def test_a_policy_file_is_checked_as_napari_reads_it(binding: str, tmp_path: Path) -> None:
    policy = tmp_path / 'policy.json'
    assert run(binding, tmp_path, 'policy', '--check', str(policy)).returncode == 1
    policy.write_text('{"schema": 1, "maximum_level": "basic", "may_ask": false}')
    result = run(binding, tmp_path, 'policy', '--check', str(policy), '--json')
    assert result.returncode == 0
    assert json.loads(result.stdout)['maximum_level'] == 'basic'
    policy.write_text('{"schema": 1, "force": "full"}')
    assert run(binding, tmp_path, 'policy', '--check', str(policy)).returncode == 1


def test_every_environment_has_its_own_record_whatever_path_leads_to_it(binding: str, tmp_path: Path) -> None:
    base = BUILD / 'venv' / binding
    site = next((base / 'lib').iterdir()) / 'site-packages'
    # The third stands in for one of conda, of which a bundle is one: napari tells them by their folder, too.
    for name in ('one', 'two', 'conda'):
        venv.create(tmp_path / name, symlinks=True)
        packages = next((tmp_path / name / 'lib').iterdir()) / 'site-packages'
        (packages / 'napari.pth').write_text(f'{site}\n')
    (tmp_path / 'link').symlink_to('one')
    (tmp_path / 'conda' / 'conda-meta').mkdir()

    def record(prefix: Path) -> str:
        result = run(prefix, tmp_path, 'status', '--json')
        assert result.returncode == 0, result.stderr
        sources = json.loads(result.stdout)['sources']
        return str(next(source['where'] for source in sources if source['source'] == 'record'))

    paths = {name: record(tmp_path / name) for name in ('one', 'two', 'conda', 'link')}
    assert paths['link'] == paths['one'] != paths['two']
    assert paths['conda'] not in {paths['one'], paths['two']}
    assert record(base) not in paths.values()
    marker = hashlib.sha1(str((tmp_path / 'one').resolve()).encode()).hexdigest()
    assert paths['one'] == str(tmp_path / f'.config/napari/one_{marker}/telemetry-consent.json')
    # A no in one is no answer in the other.
    assert run(tmp_path / 'link', tmp_path, 'revoke').returncode == 0
    assert Path(paths['one']).exists()
    assert not Path(paths['two']).exists()


def test_uvx_has_one_record_for_each_release_of_napari(binding: str, tmp_path: Path) -> None:
    # uvx makes its environments in its cache, under names that change: napari has one folder for all of one release.
    donor = BUILD / 'venv' / binding
    paths = set()
    for cache in ('one', 'two'):
        words = ['tool', 'run', '--offline', '--no-index', '--find-links', str(BUILD / 'wheels'), '--python',
                 str(donor / 'bin' / 'python'), '--from', 'napari-telemetry-consent',
                 'napari-telemetry-consent', 'status', '--json']
        result = subprocess.run(
            [BUILD / 'venv' / 'installers' / 'bin' / 'uv', *words],
            capture_output=True, text=True, check=False, timeout=120,
            env={'HOME': str(tmp_path), 'PATH': '/usr/bin:/bin',
                 'UV_CACHE_DIR': str(tmp_path / '.cache' / 'uv' / cache),
                 'PYTHONPATH': str(next((donor / 'lib').iterdir()) / 'site-packages')},
        )
        assert result.returncode == 0, result.stderr
        sources = json.loads(result.stdout)['sources']
        paths.add(next(source['where'] for source in sources if source['source'] == 'record'))
    (path,) = paths
    assert Path(path).parent.parent == tmp_path / '.config/napari/uvx'


def test_no_command_grants(binding: str, tmp_path: Path) -> None:
    script = BUILD / 'venv' / binding / 'bin' / 'napari-telemetry-consent'
    usage = subprocess.run([script, '--help'], capture_output=True, text=True, check=True, timeout=60).stdout
    assert '{status,revoke,verify,policy}' in usage
    assert run(binding, tmp_path, 'grant').returncode == 2
