"""Sending of its own accord, in the real napari with a clock that is not the real one (libfaketime)."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import socket
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desktop import FAKETIME, PATIENCE, recorded, topics, wait_for
from periods import month_of, week_of
from test_chain import open_preview
from test_ending import consent

if TYPE_CHECKING:
    from conftest import Start
    from desktop import Collector, Napari


def shifted(days: int, speed: int = 1) -> dict[str, str]:
    """Return variables for a napari whose clock is shifted and runs faster."""
    return {'LD_PRELOAD': str(FAKETIME), 'FAKETIME': f'{days:+}d x{speed}'}


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
    wait_for(lambda: recorded(first, 'basic', 'middle'), what='events in the spool')
    assert 'libnapari_telemetry_upload_plugin.so' not in first.ask('mapped()')
    assert first.close() == 0
    assert collector.rows() == []
    assert {json.loads(row[3])['period'] for row in first.spool()} == {week_of(12), month_of(12)}

    # Today: between one and two minutes after the start they go, without anybody doing anything.
    again = start(extra={**extra, **shifted(0, 20)})
    again.wait_window()
    assert collector.rows() == []  # not at start
    wait_for(lambda: len(collector.rows()) > 0, 60, 'something that was sent by itself')
    again.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: middle'")  # nothing waits any more
    assert states(again) == {'sent'}
    rows = collector.rows()
    assert {period for _, _, period, _ in rows} == {week_of(12), week_of(0), month_of(12), month_of(0)}
    assert {topic for topic, _, _, _ in rows} == topics('basic', 'middle')
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


class Hanging:
    """A server that takes every byte and says nothing; it notes when each connection was over."""

    def __init__(self) -> None:
        self._socket = socket.create_server(('127.0.0.1', 0))
        self.address = f'http://127.0.0.1:{self._socket.getsockname()[1]}'
        self.bytes = 0
        self.ended: list[float] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            with connection, contextlib.suppress(ConnectionResetError):
                while piece := connection.recv(65536):
                    self.bytes += len(piece)
            self.ended.append(time.monotonic())


def send(napari: Napari, server: Hanging) -> None:
    """Click "Send now", and wait until the request is at the server."""
    before = server.bytes
    open_preview(napari)
    napari.click('sendButton')
    wait_for(lambda: server.bytes > before, what='a request')
    napari.ask("find('TelemetryPreviewWindow').close()")


def over(server: Hanging, count: int, since: float) -> None:
    """Wait for the end of that many connections; the last one came within a second."""
    wait_for(lambda: len(server.ended) == count, 10, 'the end of the request')
    assert server.ended[-1] - since <= 1 * PATIENCE


@pytest.mark.usefixtures('with_telemetry')
def test_a_pause_and_a_no_end_a_request_at_once_and_the_end_does_not_wait(
    start: Start, tmp_path: Path, binding: str
) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'basic')
    server = Hanging()
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': server.address})
    napari.wait_window()
    wait_for(lambda: recorded(napari, 'basic'), what='events')

    send(napari, server)
    napari.click('TelemetryStatusIndicator')
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    place = napari.wait("menu_place('TelemetryPauseMenu', 'Until I resume')")
    since = time.monotonic()
    napari.click_at(place)
    over(server, 1, since)
    assert states(napari) == {'pending'}
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: basic, paused'")

    napari.choose_menu('Resume')
    napari.wait("find('TelemetryStatusIndicator').text() == 'Telemetry: basic, waiting to send'")
    send(napari, server)
    napari.click('TelemetryStatusIndicator')
    place = napari.wait("menu_place('TelemetryMenu', 'No telemetry')")
    sent = server.bytes
    since = time.monotonic()
    napari.click_at(place)
    over(server, 2, since)
    wait_for(lambda: states(napari) == {'sent'}, what='a receipt')  # it may have arrived: it can be erased
    since = time.monotonic()
    assert napari.close() == 0
    idle = time.monotonic() - since
    assert server.bytes == sent
    assert len(server.ended) == 2

    shutil.rmtree(home)
    home.mkdir()
    consent(home, binding, 'basic')
    again = start(extra={'NAPARI_TELEMETRY_ENDPOINT': server.address})
    again.wait_window()
    wait_for(lambda: recorded(again, 'basic'), what='events')
    send(again, server)
    since = time.monotonic()
    assert again.close() == 0
    # How long exactly is measured without napari, which takes now a bit more and now a bit less (tst_networkfaults).
    assert time.monotonic() - since < idle + 1 * PATIENCE
    assert states(again) == {'pending'}
    assert again.errors.read_text() == ''
