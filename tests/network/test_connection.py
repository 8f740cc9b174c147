"""What Qt knows of the connection decides whether something is sent of its own accord."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / 'build/release'
UNKNOWN, YES, NO, GUESS_YES, GUESS_NO = range(5)  # NMMetered
GLOBAL, DISCONNECTED = 70, 20  # NMState
FULL, NONE = 4, 1  # NMConnectivityState


class Talk:
    """A program that answers each line with a line."""

    def __init__(self, *words: str | Path, **environment: str) -> None:
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, **environment})

    def hear(self) -> str:
        """Return what it says next."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def say(self, line: str) -> str:
        """Return its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()
        return self.hear()

    def end(self) -> None:
        """Let it end by itself."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait(timeout=20) == 0


def watch(bus: str) -> Talk:
    plugin = PROGRAMS / 'src/client/plugins/upload/libnapari_telemetry_upload_plugin.so'
    return Talk(PROGRAMS / 'tests/network/connectionwatch', plugin, DBUS_SYSTEM_BUS_ADDRESS=bus)


def test_a_metered_connection_or_none_is_no_reason_to_send() -> None:
    manager = Talk('/usr/bin/python3', Path(__file__).with_name('networkmanager.py'))
    client = watch(manager.hear())
    assert client.say('') == 'yes'
    for properties, may in [
        ({'Metered': YES}, 'no'), ({'Metered': NO}, 'yes'), ({'Metered': GUESS_YES}, 'no'),
        ({'Metered': GUESS_NO}, 'yes'), ({'Metered': UNKNOWN}, 'yes'),
        ({'State': DISCONNECTED, 'Connectivity': NONE}, 'no'), ({'State': GLOBAL, 'Connectivity': FULL}, 'yes'),
    ]:
        assert manager.say(json.dumps(properties)) == 'done'
        assert client.say('') == may, properties
    client.end()
    manager.end()


def test_where_nobody_can_tell_it_is_no_reason_against_it() -> None:
    client = watch('unix:path=/nonexistent')
    assert client.say('') == 'yes'
    client.end()
