"""Sending of its own accord, in the real napari with a clock that is not the real one (libfaketime)."""

from __future__ import annotations

import json
import re
import socket
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import wait_for
from test_ending import consent

if TYPE_CHECKING:
    from conftest import Start
    from desktop import Collector, Napari

FAKETIME = next(iter(sorted(Path('/usr/lib').glob('*/faketime/libfaketime.so.1'))), Path())


def shifted(days: int, speed: int = 1) -> dict[str, str]:
    """Return variables for a napari whose clock is shifted and runs faster."""
    return {'LD_PRELOAD': str(FAKETIME), 'FAKETIME': f'{days:+}d x{speed}'}


def week_of(days_ago: int) -> str:
    year, week, _ = (datetime.now(timezone.utc) - timedelta(days=days_ago)).isocalendar()
    return f'{year}-W{week:02}'


def states(napari: Napari) -> set[str]:
    return {row[2] for row in napari.spool()}


@pytest.mark.usefixtures('with_telemetry')
def test_what_is_overdue_goes_by_itself_and_nothing_goes_at_start(
    start: Start, collector: Collector, tmp_path: Path, binding: str
) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'middle')
    extra = {'NAPARI_TELEMETRY_ENDPOINT': collector.address}
    # Twelve days ago: a short session. Its events stay, and the indicator says so.
    first = start(extra={**extra, **shifted(-12)})
    first.wait_window()
    first.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: middle, waiting to send'")
    wait_for(lambda: len(first.spool()) >= 2, what='events in the spool')
    assert 'libnapari_telemetry_upload_plugin.so' not in first.ask('mapped()')
    assert first.close() == 0
    assert collector.rows() == []
    assert {json.loads(row[3])['week'] for row in first.spool()} == {week_of(12)}

    # Today: between one and two minutes after the start they go, without anybody doing anything.
    again = start(extra={**extra, **shifted(0, 20)})
    again.wait_window()
    assert collector.rows() == []  # not at start
    wait_for(lambda: len(collector.rows()) > 0, 60, 'something that was sent by itself')
    again.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: middle'")  # nothing waits any more
    assert states(again) == {'sent'}
    rows = collector.rows()
    assert {week for _, _, week, _ in rows} == {week_of(12), week_of(0)}
    assert {topic for topic, _, _, _ in rows} == {'environment', 'plugin'}
    assert len(rows) == len(again.spool())
    assert 'libnapari_telemetry_upload_plugin.so' in again.ask('mapped()')
    assert again.close() == 0
    (store,) = (home / '.local/share/napari/telemetry').glob('spool-*.sending.json')
    assert json.loads(store.read_text())['levels'].keys() == {'basic', 'middle'}
    assert store.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures('with_telemetry')
def test_a_server_that_cannot_be_reached_is_said_after_three_days(start: Start, tmp_path: Path, binding: str) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'basic')
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        extra = {'NAPARI_TELEMETRY_ENDPOINT': f'http://127.0.0.1:{taken.getsockname()[1]}'}  # nobody listens
        first = start(extra={**extra, **shifted(-12)})
        first.wait_window()
        wait_for(lambda: len(first.spool()) >= 1, what='events in the spool')
        assert first.close() == 0
        # What two failed attempts have left.
        (spool,) = (home / '.local/share/napari/telemetry').glob('spool-*.sqlite')
        ago = [datetime.now(timezone.utc) - timedelta(days=days) for days in (5, 3)]
        since, last = (re.sub(r'\.\d+\+00:00$', 'Z', moment.isoformat()) for moment in ago)
        spool.with_suffix('.sending.json').write_text(json.dumps({'schema': 1, 'levels': {'basic': {
            'failures': 2, 'failing_since': since, 'failed_last': last, 'attempted': last,
        }}}))
        again = start(extra={**extra, **shifted(0, 20)})
        again.wait_window()
        assert "can't reach" not in again.text('TelemetryStatusIndicator')  # two days are no news
        again.wait("find('TelemetryStatusIndicator').text() == \"Telemetry: basic, can't reach the server\"", 60)
        assert states(again) == {'pending'}
        assert again.close() == 0
