"""The lines of docs/certificates.md that verify a certificate by hand."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CERTIFICATE = ROOT / 'tests' / 'vectors' / 'certificate.json'


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode()


def numbers(month: dict[str, Any], rows: list[dict[str, Any]]) -> bytes:
    """Return the file of a month, as the C++ tests made it (tests/support/publishedfolder.h)."""
    table = {'table': 'plugins', 'topic': 'plugin', 'dimensions': ['name'], 'sigma': 4, 'threshold': 26, 'within': 10,
             'rows': rows}
    return canonical({'period': month['period'], 'dictionary': 1, 'rounding': 5, 'tables': [table]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the certificate, the script and the public folder that it is from."""
    certificate = json.loads(CERTIFICATE.read_bytes())
    public = tmp_path / 'public'
    (public / 'periods').mkdir(parents=True)
    lines: list[dict[str, Any]] = [{'files': {}} for _ in range(12)]
    for month in certificate['months']:
        rows = [{'key': ['another-plugin'], 'people': 60}, {'key': ['napari-svg'], 'people': month['people']}]
        path = f'periods/{month["period"]}.json'
        (public / path).write_bytes(numbers(month, rows))
        lines[month['n']]['files'][path] = hashlib.sha256((public / path).read_bytes()).hexdigest()
    (public / 'history.jsonl').write_bytes(b''.join(canonical(line) + b'\n' for line in lines))
    (public / 'keys.json').write_text(json.dumps({'keys': [{'public': certificate['public']}]}))
    shutil.copy(CERTIFICATE, tmp_path / 'certificate.json')
    page = (ROOT / 'docs' / 'certificates.md').read_text(encoding='utf-8')
    (tmp_path / 'check.py').write_text(page.split('```python\n')[1].split('```')[0], encoding='utf-8')
    return tmp_path


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, 'check.py', 'certificate.json', 'public'], cwd=folder, check=False,
                          capture_output=True, text=True)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding='utf-8')
    assert old in text
    file.write_text(text.replace(old, new), encoding='utf-8')


def test_what_the_program_signed_is_right(folder: Path) -> None:
    done = check(folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == 'signed by the key 21fe31dfa154a261\n9 numbers are those that were published\n'


@pytest.mark.parametrize(('file', 'old', 'new', 'words'), [
    ('certificate.json', '"people":40', '"people":45', 'InvalidSignature'),
    ('certificate.json', 'napari-svg', 'napari-svh', 'InvalidSignature'),
    ('public/keys.json', '11qY', '22qY', 'not a key of keys.json'),
    ('public/keys.json', '{"public"', '{"revoked": "2027-01-01", "public"', 'revoked'),
    ('public/periods/2026-05.json', '"people":45', '"people":50', 'was changed since'),
    ('public/history.jsonl', '75c0a945', '75c0a946', 'periods/2026-01.json'),
])
def test_what_was_changed_is_not(folder: Path, file: str, old: str, new: str, words: str) -> None:
    change(folder / file, old, new)
    done = check(folder)
    assert done.returncode != 0
    assert words in done.stderr
