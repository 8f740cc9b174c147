"""The public history, read and written without our code: another SHA-256, another JSON, and OpenSSL's Ed25519."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PROGRAM = Path(__file__).resolve().parents[2] / 'build/release/tests/host/history/historyprogram'
HEAD = b'napari-telemetry history head\0'
KEY = b'napari-telemetry history key\0'


def ours(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run our commands."""
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False)


def canonical(value: Any) -> bytes:
    """Return the one form of a value."""
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode()


def sha256(data: bytes) -> str:
    """Return it as the history has it."""
    return hashlib.sha256(data).hexdigest()


def public_of(text: str) -> Ed25519PublicKey:
    """Return a key as the history has it."""
    return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))


def check(folder: Path) -> dict[str, str]:
    """Check a public folder by docs/history.md alone; return the state of each key."""
    before, day = '0' * 64, ''
    public: dict[str, str] = {}
    state: dict[str, str] = {}
    files: dict[str, str] = {}
    lines = (folder / 'history.jsonl').read_bytes().split(b'\n')
    assert lines.pop() == b''
    for n, line in enumerate(lines):
        entry = json.loads(line)
        assert canonical(entry) == line
        assert (entry['before'], entry['n']) == (before, n)
        assert entry['day'] >= day
        before, day = sha256(line), entry['day']
        files.update(entry['files'])
        if entry['kind'] == 'key':
            what = entry['what']
            assert what['name'] == sha256(base64.b64decode(what['public']))[:16]
            signatures = what.pop('signatures')
            valid = {name for name, said in state.items() if said == 'added'} or {what['name']}
            public[what['name']] = what['public']
            for one in signatures:
                assert one['key'] in valid
                public_of(public[one['key']]).verify(base64.b64decode(one['signature']), KEY + canonical(entry))
            assert signatures
            state[what['name']] = what['does']
    head = json.loads((folder / 'history-head.json').read_bytes())
    signatures = head.pop('signatures')
    assert head == {'lines': len(lines), 'sha256': before}
    assert signatures
    for one in signatures:
        assert state[one['key']] == 'added'
        public_of(public[one['key']]).verify(base64.b64decode(one['signature']), HEAD + canonical(head))
    for path, digest in files.items():
        assert sha256((folder / path).read_bytes()) == digest, path
    return state


def write(folder: Path, key: Ed25519PrivateKey) -> None:
    """Write the public folder of a host that has released one month, with a reason in other letters than ours."""
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    public, name = base64.b64encode(raw).decode(), sha256(raw)[:16]
    keys = canonical({'keys': [{'from': '2026-12-01', 'holder': 'wächter', 'name': name, 'public': public}],
                      'threshold': 1}) + b'\n'
    month = b'{"period":"2026-10"}'
    first: dict[str, Any] = {'before': '0' * 64, 'day': '2026-12-01', 'files': {'keys.json': sha256(keys)},
                             'kind': 'key', 'n': 0,
                             'what': {'does': 'added', 'holder': 'wächter', 'name': name, 'public': public}}
    signature = base64.b64encode(key.sign(KEY + canonical(first))).decode()
    first['what']['signatures'] = [{'key': name, 'signature': signature}]
    second = {'before': sha256(canonical(first)), 'day': '2026-12-08', 'files': {'periods/2026-10.json': sha256(month)},
              'kind': 'release', 'n': 1, 'reason': 'zażółć gęślą jaźń 🔭 "\\/', 'what': {'period': '2026-10'}}
    head: dict[str, Any] = {'lines': 2, 'sha256': sha256(canonical(second))}
    signature = base64.b64encode(key.sign(HEAD + canonical(head))).decode()
    head['signatures'] = [{'key': name, 'signature': signature}]
    (folder / 'periods').mkdir()
    (folder / 'periods/2026-10.json').write_bytes(month)
    (folder / 'index.json').write_bytes(canonical({'weeks': [], 'months': ['2026-10'], 'releases': []}))
    (folder / 'keys.json').write_bytes(keys)
    (folder / 'history.jsonl').write_bytes(canonical(first) + b'\n' + canonical(second) + b'\n')
    (folder / 'history-head.json').write_bytes(canonical(head) + b'\n')


def test_others_read_what_we_write(tmp_path: Path) -> None:
    assert ours('sample', tmp_path).returncode == 0
    assert sorted(check(tmp_path).values()) == ['added', 'retired', 'revoked']
    assert ours('verify', '--history', tmp_path).returncode == 0


@pytest.mark.parametrize(('file', 'old', 'new'), [
    ('history.jsonl', b'2026-W45', b'2026-W44'),
    ('history.jsonl', b'"does":"revoked"', b'"does":"retired"'),
    ('history-head.json', b'"lines":9', b'"lines":8'),
    ('periods/2026-10.json', b'10', b'11'),
])
def test_others_find_what_was_changed(tmp_path: Path, file: str, old: bytes, new: bytes) -> None:
    ours('sample', tmp_path)
    data = (tmp_path / file).read_bytes()
    assert old in data
    (tmp_path / file).write_bytes(data.replace(old, new, 1))
    with pytest.raises((AssertionError, InvalidSignature)):
        check(tmp_path)
    assert ours('verify', '--history', tmp_path).returncode == 1


def test_we_read_what_others_write(tmp_path: Path) -> None:
    write(tmp_path, Ed25519PrivateKey.generate())
    check(tmp_path)
    verified = ours('verify', '--history', tmp_path)
    assert verified.returncode == 0, verified.stdout


def test_a_key_of_ours_signs_for_others(tmp_path: Path) -> None:
    made = ours('key', 'new', tmp_path / 'key', '--holder', 'first operator')
    assert made.returncode == 0
    secret = base64.b64decode((tmp_path / 'key').read_text().strip(), validate=True)
    (tmp_path / 'public').mkdir()
    write(tmp_path / 'public', Ed25519PrivateKey.from_private_bytes(secret[:32]))
    assert base64.b64encode(secret[32:]).decode() in made.stdout
    assert ours('verify', '--history', tmp_path / 'public').returncode == 0
