"""tools/update-public-plugins: what gets into the list of names that may be sent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def run(out: Path, *words: object) -> subprocess.CompletedProcess[str]:
    tool = ROOT / 'tools' / 'update-public-plugins'
    words = ('--out', out, *words)
    return subprocess.run([sys.executable, tool, *map(str, words)], capture_output=True, text=True, check=False)


def made(out: Path, *words: object) -> dict[str, Any]:
    done = run(out, *words)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(out.read_text()))


def test_the_index_gives_all_stable_releases(tmp_path: Path) -> None:
    shipped = json.loads((ROOT / 'resources' / 'public-plugins.json').read_text())
    out = tmp_path / 'list.json'
    answer = made(out, '--index', HERE / 'plugin-index.json')
    assert answer['plugins'] == {'lab-tools-x': ['1.0'], 'napari-svg': ['0.2.0', '0.2.1']}
    assert answer['napari_commands'] == shipped['napari_commands']  # what is not given anew stays
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
