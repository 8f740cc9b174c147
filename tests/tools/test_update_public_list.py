"""tools/update-public-list: what gets into the list of names that may be sent."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def run(out: Path, *words: object) -> subprocess.CompletedProcess[str]:
    tool = ROOT / 'tools' / 'update-public-list'
    words = ('--out', out, *words)
    return subprocess.run([sys.executable, tool, *map(str, words)], capture_output=True, text=True, check=False)


def made(out: Path, *words: object) -> dict[str, Any]:
    done = run(out, *words)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(out.read_text()))


def test_the_index_gives_all_stable_releases(tmp_path: Path) -> None:
    shipped = json.loads((ROOT / 'resources' / 'public-list.json').read_text())
    out = tmp_path / 'list.json'
    answer = made(out, '--index', HERE / 'plugin-index.json')
    assert answer['plugins'] == {'lab-tools-x': ['1.0'], 'napari-svg': ['0.2.0', '0.2.1']}
    for key in ('napari_commands', 'versions'):  # what is not given anew stays
        assert answer[key] == shipped[key]
    assert answer['plugin_commands'] == {'napari-svg': shipped['plugin_commands']['napari-svg']}  # the others have gone
    again = out.read_bytes()
    made(out, '--index', HERE / 'plugin-index.json')
    assert out.read_bytes() == again


def test_a_table_gives_one_release_a_line(tmp_path: Path) -> None:
    table = tmp_path / 'table.tsv'
    lines = ['name\tversion\tsummary', 'b_b\t1.0\t"quoted', 'b-b\t1.1\t', 'c\t2.0rc1\t', 'napari\t0.9.2\t']
    table.write_text('\n'.join(lines) + '\n')
    assert made(tmp_path / 'list.json', table)['plugins'] == {'b-b': ['1.0', '1.1']}


@pytest.mark.parametrize('content', ['[]', '[{"name": "a", "version": "1.0rc1"}]'])
def test_an_index_without_a_release_changes_nothing(tmp_path: Path, content: str) -> None:
    out = tmp_path / 'list.json'
    index = tmp_path / 'index.json'
    index.write_text(content)
    assert run(out, '--index', index).returncode == 1
    assert not out.exists()


def test_nothing_given_is_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path / 'list.json').returncode == 2


def wheel(folder: Path, name: str, manifest: str, point: str = 'napari.manifest') -> None:
    """Write what the tool reads of a wheel."""
    with zipfile.ZipFile(folder / f'{name}-1.0-py3-none-any.whl', 'w') as made:
        made.writestr(f'{name}-1.0.dist-info/entry_points.txt', f'[{point}]\nx = {name}.sub:napari.yaml\n')
        made.writestr(f'{name}/sub/napari.yaml', manifest)


def commands(name: str, *ids: str) -> str:
    return f'name: {name}\ncontributions:\n  commands:\n' + ''.join(f'  - id: {id}\n    title: A\n' for id in ids)


def test_commands_come_from_manifests_of_public_plugins(tmp_path: Path) -> None:
    folder = tmp_path / 'manifests'
    folder.mkdir()
    # Another plugin's, napari's, and what the dictionary doesn't take are not its commands.
    wheel(folder, 'napari_svg', commands('napari-svg', 'napari-svg.new', 'lab-tools-x.a', 'napari.a', 'napari-svg.a b'))
    wheel(folder, 'old_engine', commands('old-engine', 'old-engine.a'), point='napari.plugin')
    (folder / 'private.yaml').write_text(commands('lab-secret', 'lab-secret.a'))
    by_name = {'Lab_Tools.x': {'name': 'Lab_Tools.x', 'contributions': {'commands': [{'id': 'Lab_Tools-x.open'}]}}}
    (folder / 'more.json').write_text(json.dumps(by_name))
    out = tmp_path / 'list.json'
    before = made(out, '--index', HERE / 'plugin-index.json')
    answer = made(out, '--manifests', folder)
    assert answer['plugin_commands'] == {
        'lab-tools-x': ['Lab_Tools-x.open'],
        'napari-svg': ['napari-svg.new', 'napari-svg.svg_writer']  # an earlier one stays,
    }
    assert answer['plugins'] == before['plugins']


def test_an_empty_folder_of_manifests_changes_nothing(tmp_path: Path) -> None:
    assert run(tmp_path / 'list.json', '--manifests', tmp_path).returncode == 1
    assert not (tmp_path / 'list.json').exists()


def test_releases_replace_those_of_their_product_only(tmp_path: Path) -> None:
    shipped = json.loads((ROOT / 'resources' / 'public-list.json').read_text())
    releases = tmp_path / 'releases.json'
    releases.write_text('{"napari": {"from": "a test", "releases": ["0.9.2", "0.10.0", "0.9.2"]}}')
    answer = made(tmp_path / 'list.json', '--releases', releases)
    assert answer['versions'] == {**shipped['versions'], 'napari': ['0.9.2', '0.10.0']}
    assert answer['released'] == {}


def test_days_of_releases_stand_beside_them(tmp_path: Path) -> None:
    releases = tmp_path / 'releases.json'
    releases.write_text('{"napari": {"from": "a test", "releases": ["0.9.2"], "days": {"0.9.2": "2026-09-29"}}}')
    out = tmp_path / 'list.json'
    assert made(out, '--releases', releases)['released'] == {'napari': {'0.9.2': '2026-09-29'}}
    assert made(out, '--index', HERE / 'plugin-index.json')['released'] == {'napari': {'0.9.2': '2026-09-29'}}


@pytest.mark.parametrize('entry', [
    {'from': 'a test', 'releases': []},
    {'from': '', 'releases': ['0.9.2']},
    {'from': 'a test', 'releases': ['0.9.2', 'Prof-X']},
    {'from': 'a test', 'releases': ['0.9.99999']},
    {'from': 'a test', 'releases': ['0.9.2'], 'days': {'0.9.3': '2026-09-29'}},
    {'from': 'a test', 'releases': ['0.9.2'], 'days': {'0.9.2': '2026-13-29'}},
    {'from': 'a test', 'releases': ['0.9.2'], 'days': {'0.9.2': '20260929'}},
])
def test_what_is_no_release_changes_nothing(tmp_path: Path, entry: dict[str, Any]) -> None:
    releases = tmp_path / 'releases.json'
    releases.write_text(json.dumps({'napari': entry}))
    assert run(tmp_path / 'list.json', '--releases', releases).returncode == 1
    assert not (tmp_path / 'list.json').exists()


def test_the_shipped_list_has_the_releases_that_we_name_the_sources_of() -> None:
    shipped = json.loads((ROOT / 'resources' / 'public-list.json').read_text())
    releases = json.loads((ROOT / 'tools' / 'public-releases.json').read_text())
    assert shipped['versions'] == {product: entry['releases'] for product, entry in releases.items()}
    assert shipped['released'] == {'napari': releases['napari']['days']}
    assert set(shipped['released']['napari']) == set(shipped['versions']['napari'])
