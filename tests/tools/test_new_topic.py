"""The worked example of CONTRIBUTING.md: the tools take a new topic without a change of theirs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def block(language: str) -> str:
    """Return the example's block in this language, as the page has it."""
    page = (ROOT / 'CONTRIBUTING.md').read_text(encoding='utf-8').split('### A worked example')[1]
    return page.split(f'```{language}\n')[1].split('```')[0]


def example() -> dict[str, Any]:
    """Return the topic."""
    topic: dict[str, Any] = json.loads(block('json'))
    return topic


def check() -> str:
    """Return the line that says how to check it."""
    return block('python')


def test_vectors_and_documents_follow_the_dictionary_alone(tmp_path: Path) -> None:
    for folder in ('resources', 'docs', 'tests/vectors', 'tools'):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    file = tmp_path / 'resources' / 'dictionary.json'
    dictionary = json.loads(file.read_text(encoding='utf-8'))
    dictionary['version'] = 2
    dictionary['topics'].insert(1, example())
    file.write_text(json.dumps(dictionary, indent=2), encoding='utf-8')
    tool = tmp_path / 'tools' / 'update-data-docs'
    text = tool.read_text(encoding='utf-8')
    tool.write_text(text.replace('CHECKS = {\n', f'CHECKS = {{\n{check()}', 1), encoding='utf-8')
    for script in ('tests/vectors/make_vectors.py', 'tools/update-data-docs'):
        subprocess.run([sys.executable, '-B', tmp_path / script], check=True, cwd=tmp_path)
    assert 'Themes of plugins and people' in (tmp_path / 'docs' / 'data.md').read_text(encoding='utf-8')
    vectors = json.loads((tmp_path / 'tests' / 'vectors' / 'reporter.json').read_text(encoding='utf-8'))
    assert 'theme' in json.dumps(vectors)
