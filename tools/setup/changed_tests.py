#!/usr/bin/env python3
"""Run the C++ tests of a build folder, or only those that could have another outcome than when they passed last.

Usage: changed_tests.py BUILD [--all]. A test counts as changed when its program, or one that it starts, has other
bytes, when it is a script, which reads whatever it wants, or when a file has changed that no compiler reads, such as a
vector or the dictionary: then all have. What passed is kept in BUILD/passed.json.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
COMPILED = ('.cpp', '.h', '.ui', '.ts', '.qrc', 'CMakeLists.txt')
UNREAD = ('docs/', 'tools/', 'demo/', 'deploy/', 'site/', 'integration/', 'python/', 'bench/', 'README.md')


def digest(path: Path) -> bytes:
    """Return what a file holds, in short."""
    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b''


def read_by_tests() -> bytes:
    """Return what the files hold that tests may read when they run."""
    command = ['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split('\0')
    kept = sorted(n for n in names if n and not n.endswith(COMPILED) and not n.startswith(UNREAD))
    return hashlib.sha256(b''.join(n.encode() + digest(ROOT / n) for n in kept)).digest()


def fingerprint(test: dict[str, Any], build: Path, files: bytes) -> str:
    """Return a text that is the same as long as the test's outcome is; an empty one when that can't be known."""
    program = Path(test['command'][0])
    if not program.is_relative_to(build):
        return ''
    # Other programs that it starts are written in it with their whole path.
    named = sorted(set(re.findall(re.escape(bytes(build)) + rb'/[\w./+-]+', program.read_bytes())))
    parts = [files, json.dumps(test['command']).encode(), digest(program), *(digest(Path(n.decode())) for n in named)]
    return hashlib.sha256(b''.join(parts)).hexdigest()


def main() -> int:
    """Choose, run, and remember what passed."""
    build = Path(sys.argv[1]).resolve()
    record = build / 'passed.json'
    ctest = ['ctest', '--test-dir', build]
    listed = subprocess.run([*ctest, '--show-only=json-v1'], capture_output=True, check=True).stdout
    files = read_by_tests()
    prints = {test['name']: fingerprint(test, build, files) for test in json.loads(listed)['tests']}
    passed = json.loads(record.read_text()) if record.exists() and '--all' not in sys.argv else {}
    wanted = [name for name, value in prints.items() if not value or passed.get(name) != value]
    print(f'{len(wanted)} tests; left out: {len(prints) - len(wanted)}, unchanged since they passed', flush=True)
    failures = build / 'Testing' / 'Temporary' / 'LastTestsFailed.log'
    failures.unlink(missing_ok=True)
    words = ['-j', '2', '--progress', '--output-on-failure', '--no-tests=error']
    if len(wanted) < len(prints):
        words += ['-R', f'^({"|".join(map(re.escape, wanted))})$']
    status = subprocess.run([*ctest, *words], check=False).returncode
    failed = {line.partition(':')[2] for line in failures.read_text().splitlines()} if failures.exists() else set()
    if status == 0 or failed:
        record.write_text(json.dumps({**passed, **{n: prints[n] for n in wanted if n not in failed}}))
    return status


if __name__ == '__main__':
    sys.exit(main())
