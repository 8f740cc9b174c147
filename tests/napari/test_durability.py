"""What was counted survives every end of napari, once; what was withdrawn is gone from every file."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import PATIENCE, ROOT, wait_for
from test_ending import consent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Start
    from desktop import Napari

# Public commands that napari does not run by itself.
PUBLIC = json.loads((ROOT / 'resources' / 'public-list.json').read_text())['napari_commands']
KEPT = [name for name in PUBLIC if name.startswith('napari:')][:10]  # below the cap
assert len(KEPT) == 10

# Run in napari: a thousand uses of 10 commands, one that must not be named, and the end in the same moment.
USES = """
import ctypes, os
from napari_telemetry import _uses, _watch
use = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int)(_watch.root.useFunction())
count, _ = _uses.counters(_watch.root)
count('mylab-secret.open')
for i in range(1000):
    count(KEPT[i % 10])
""".replace('KEPT', repr(KEPT))


def end_after_uses(napari: Napari, end: str) -> None:
    # The door from Python to the journal is open when a use is kept at once.
    # Never import the package by its name here: whoever comes before us in sys.modules is refused.
    c_int = "__import__('ctypes').c_int"
    napari.wait(
        "(lambda watch: watch is not None and watch.root is not None and"
        f" __import__('ctypes').PYFUNCTYPE({c_int}, {c_int})(watch.root.useFunction())"
        "(watch.root.commandNumber('napari.canvas.toggle_axes')) == 1)(sys.modules.get('napari_telemetry._watch'))"
    )
    with pytest.raises((json.JSONDecodeError, ConnectionError)):
        napari.ask(f'exec({USES + end!r}, {{}})')
    napari.process.wait(timeout=30)


def kept_in(text: bytes) -> bool:
    return any(command.encode() in text for command in KEPT)


def folder(home: Path) -> Path:
    return home / '.local/share/napari/telemetry'


def contents(home: Path) -> Iterator[tuple[str, bytes]]:
    """Read every file that we wrote, at any depth, as it is on the disk. One that goes meanwhile is passed over."""
    # A folder can be here, too: the private copy of a library that is about to be loaded.
    for place, _, names in os.walk(folder(home)):
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                yield name, Path(place, name).read_bytes()


def kept(home: Path) -> int:
    """Count the uses in journal and spool, from outside."""
    in_journal = 0
    for path in folder(home).glob('*.uses-1-*'):
        named = {}  # what a number stands for in this file
        content = b''
        with contextlib.suppress(FileNotFoundError):  # counted, and deleted in this moment
            content = path.read_bytes()
        for line in content.splitlines():
            words = line.split(b' ', 2)
            if len(words) == 3:
                named[words[1]] = words[2]
            # Zeros are what a file is overwritten with before it is deleted.
            in_journal += kept_in(named.get(words[1] if len(words) == 3 else words[0], b''))
    with sqlite3.connect(next(folder(home).glob('spool-*.sqlite'))) as database:
        rows = database.execute("SELECT bytes, uses FROM event WHERE topic = 'command'").fetchall()
        return in_journal + sum(int(uses) for event, uses in rows if kept_in(event))


@pytest.mark.usefixtures('with_telemetry')
def test_a_thousand_uses_of_a_thousand_survive(start: Start, binding: str, tmp_path: Path) -> None:
    home = tmp_path / 'ada'
    consent(home, binding, 'full')
    for round_, end in enumerate(('os.kill(os.getpid(), 9)', 'os._exit(0)')):
        napari = start()
        napari.wait_window()
        end_after_uses(napari, end)
        assert list(folder(home).glob('*.uses-1-*')), 'nothing was in the journal: this shows nothing'
        assert kept(home) == 1000 * (round_ + 1)
        for name, content in contents(home):
            assert b'mylab-secret' not in content, name

    # The next start counts what was left, once.
    napari = start()
    napari.wait_window()
    wait_for(
        lambda: kept(home) == 2000 and len(list(folder(home).glob('*.uses-1-*'))) == 1,
        what='the journal to be counted',
    )
    classes = {v['count_class'] for v in commands(napari)}
    assert classes == {'100+'}  # 200 of each, from two sessions that had 100

    # Nothing is left of it a second after a no, nor of the secret: not in the database, its log, or a journal.
    # (Looked at without SQLite, whose readers would hold the log.)
    secret = json.loads((folder(home) / 'identity.json').read_text())['secret'].encode()
    assert len(secret) == 64
    assert any(secret in content for _, content in contents(home))
    napari.click('TelemetryStatusIndicator')
    place = napari.wait("menu_place('TelemetryMenu', 'No telemetry')")
    begun = time.monotonic()
    napari.click_at(place)
    wait_for(lambda: not traces(home, secret), seconds=5, what='every trace to go')
    assert time.monotonic() - begun < 1 * PATIENCE  # the click included
    assert not list(folder(home).glob('*.uses-1-*'))
    assert not (folder(home) / 'identity.json').exists()  # nothing was sent: nothing to remember
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


def traces(home: Path, secret: bytes) -> list[str]:
    """Return the files that still hold something of what was counted, or of the identity."""
    return [name for name, content in contents(home) if kept_in(content) or secret in content]


def commands(napari: Napari) -> list[dict[str, str]]:
    return [
        value for row in napari.spool() if row[0] == 'command' and kept_in(row[3].encode())
        for value in [json.loads(row[3])['value']]
    ]
