"""Before an answer: no file, no socket, no library of ours but the consent plugin."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, tool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start

LOOKUPS = 'stat,lstat,newfstatat,statx,access,faccessat,faccessat2,readlink,readlinkat'
EFFECTS = 'open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,socket,connect,bind'
SYSCALLS = f'{LOOKUPS},{EFFECTS}'
WRITES = re.compile(r'O_(CREAT|WRONLY|RDWR)')


def calls(trace: Path) -> Iterator[str]:
    """Yield every traced call in one line. strace breaks one that another thread's call interrupted into two."""
    begun: dict[str, str] = {}
    for line in trace.read_text(errors='replace').splitlines():
        thread = line.split(' ', 1)[0]
        if line.endswith('<unfinished ...>'):
            begun[thread] = line.removesuffix('<unfinished ...>')
            continue
        resumed = re.match(r'\d+ +<\.\.\. \w+ resumed>(.*)', line)
        yield begun.pop(thread, '') + resumed[1] if resumed else line
    yield from begun.values()


def effects(trace: Path, home: Path) -> Counter[str]:
    """Return what a traced napari created, wrote to or connected to, without what differs from run to run.

    X and the probe are sockets of every run.
    """
    found: Counter[str] = Counter()
    for line in calls(trace):
        call = re.search(r'\b(\w+)\((.*)', line)
        if not call or ' = -1 ' in line:
            continue
        name, rest = call.groups()
        if name in LOOKUPS.split(','):
            continue  # traced for one question only: whether the other package is looked for
        if name in {'open', 'openat', 'creat'} and not WRITES.search(rest):
            continue
        if name in {'socket', 'connect', 'bind'}:
            found[f'{name} {rest.split(",")[0 if name == "socket" else 1]}'] += 1
            continue
        for path in re.findall(r'"([^"]+)"', rest):
            path = path.replace(str(home), '~')
            if path == '/dev/zero':
                continue  # memory for compiled expressions, in older releases of Qt; it keeps nothing
            if path.startswith('/dev/shm/sem.'):
                path = '/dev/shm/sem.*'  # of Python's multiprocessing, with random names
            found[f'write {path}'] += 1
    return found


def traced(start: Start, user: str, folder: Path, extra: dict[str, str]) -> tuple[Counter[str], list[str], str]:
    """Start napari under strace, until its window has settled; return effects, mapped libraries and the raw trace."""
    trace = folder / f'{user}.strace'
    # Without napari's own caches: whether Qt has written its shaders by the time we look is a matter of speed.
    napari = start(
        user=user, extra={'PYTHONDONTWRITEBYTECODE': '1', 'QT_DISABLE_SHADER_DISK_CACHE': '1', **extra},
        wrap=[tool('strace'), '-f', '-qq', '-o', str(trace), '-e', f'trace={SYSCALLS}', '-s', '300'],
    )
    visible = "any(w.isVisible() and w.metaObject().className() == '_QtMainWindow'"
    napari.wait(f'{visible} for w in QtWidgets.QApplication.topLevelWidgets())', 120)
    if 'NAPARI_TELEMETRY' not in extra:
        napari.wait("find('TelemetryConsentDialog') is not None")
    napari.ask('QtWidgets.QApplication.processEvents()')
    mapped = napari.ask('mapped()')
    return effects(trace, napari.home), mapped, trace.read_text(errors='replace')


@pytest.mark.parametrize('napari', ['released', 'patched'])
def test_nothing_is_created_written_or_connected(start: Start, tmp_path: Path, binding: str, napari: str) -> None:
    path = {'PYTHONPATH': str(BUILD / 'napari-patched' / binding / 'site-packages')} if napari == 'patched' else {}
    # The same napari with and without us: warm both once, so that neither pays for the other's caches.
    without, _, _ = traced(start, 'without', tmp_path, {**path, 'NAPARI_TELEMETRY': '0'})
    asked, mapped, trace = traced(start, 'asked', tmp_path, path)
    assert 'libnapari_telemetry_consent_plugin.so' in trace  # the trace sees us
    new = {effect for effect in asked if effect not in without}
    assert not {effect for effect in new if effect.startswith('write')}, new
    sockets = {effect: count for effect, count in asked.items() if effect.startswith(('socket', 'connect', 'bind'))}
    for effect, count in sockets.items():
        assert 'INET' not in effect
        assert count <= without[effect], f'{effect}: {count}, without us {without[effect]}'
    assert [library for library in mapped if 'telemetry' in library] == ['libnapari_telemetry_consent_plugin.so']
    assert not [library for library in mapped if re.match(r'libQt6Sql', library)]
    # Not even looked for: the other package's folder appears in no call.
    assert '/napari_telemetry/' not in trace and 'site-packages/napari_telemetry"' not in trace
