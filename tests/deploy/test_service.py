"""What the real collector tells the service manager that has started it."""

from __future__ import annotations

import contextlib
import os
import socket
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import proxies
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WATCHDOG = 0.4  # seconds; it reports twice in that time


class Manager:
    """The manager's end, and a collector that it has started."""

    def __init__(self, folder: Path, name: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind('\0' + name[1:] if name.startswith('@') else name)
        self.database = folder / 'raw.sqlite'
        self.port = proxies.free_port()
        self.process = subprocess.Popen(
            [proxies.COLLECTOR, '--listen', f'127.0.0.1:{self.port}', '--database', self.database],
            env={**os.environ, 'NOTIFY_SOCKET': name, 'WATCHDOG_USEC': str(int(WATCHDOG * 1e6))},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def hear(self, seconds: float) -> bytes:
        """Return what it says next; nothing when it says nothing for so long."""
        self.socket.settimeout(seconds)
        with contextlib.suppress(TimeoutError):
            return self.socket.recv(100)
        return b''


@pytest.fixture(params=['a file', 'an abstract name'])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Manager]:
    """Start it with each kind of socket."""
    name = str(tmp_path / 'notify') if request.param == 'a file' else f'@notify-{os.getpid()}-{tmp_path.name}'
    started = Manager(tmp_path, name)
    yield started
    started.process.kill()
    started.process.wait(proxies.PATIENCE)
    started.socket.close()


def test_it_tells_how_it_is(manager: Manager) -> None:
    """It is ready when it listens, alive while it works, and says that it stops."""
    assert manager.hear(proxies.PATIENCE) == b'READY=1'
    socket.create_connection(('127.0.0.1', manager.port)).close()
    for _ in range(3):
        assert manager.hear(proxies.PATIENCE) == b'WATCHDOG=1'
    manager.process.terminate()
    while (said := manager.hear(proxies.PATIENCE)) == b'WATCHDOG=1':
        pass
    assert said == b'STOPPING=1'
    assert manager.process.wait(proxies.PATIENCE) == 0


def test_a_writer_that_hangs_is_noticed(manager: Manager) -> None:
    """Somebody holds the file: nothing is committed, and it does not say that it is alive."""
    assert manager.hear(proxies.PATIENCE) == b'READY=1'
    assert manager.hear(proxies.PATIENCE) == b'WATCHDOG=1'
    with contextlib.closing(sqlite3.connect(manager.database, isolation_level=None)) as database:
        database.execute('BEGIN IMMEDIATE')
        for _ in range(2):  # those that were on their way
            manager.hear(WATCHDOG)
        assert manager.hear(2 * WATCHDOG) == b''
        database.execute('ROLLBACK')
    assert manager.hear(proxies.PATIENCE) == b'WATCHDOG=1'
