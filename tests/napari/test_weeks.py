"""A person over five weeks and two months, in the real napari with a moved clock: counted once in each period."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from desktop import Collector, recorded, wait_for
from periods import clock, wednesday
from test_chain import open_preview
from test_ending import consent
from test_sending import Hanging, send

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start

WEEKS = range(43, 48)  # of 2026: the first two are of October, by their Thursdays, the others of November


def first_in(collector: Collector, topic: str) -> dict[str, str]:
    """Return what the stored events of a topic name, by period."""
    with sqlite3.connect(collector.database) as database:
        rows = database.execute('SELECT period, first_in FROM event WHERE topic = ?', (topic,)).fetchall()
    assert len(rows) == len(dict(rows))  # one event a period
    return dict(rows)


@pytest.mark.usefixtures('with_telemetry')
def test_a_person_counts_once_in_a_month_a_year_and_ever(start: Start, tmp_path: Path, binding: str) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'basic')
    hanging = Hanging()
    for week in WEEKS:
        collector = Collector(tmp_path / 'host', wednesday(week).isoformat().replace('+00:00', 'Z'))
        address = hanging.address if week == 46 else collector.address
        napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': address, **clock(week)})
        napari.wait_window()
        wait_for(lambda napari=napari, week=week: f'2026-W{week}' in {
            json.loads(row[3])['period'] for row in napari.spool()} and recorded(napari, 'basic'), what='events')
        if week == 44:  # offline; this week's events wait
            pass
        elif week == 46:  # nobody knows whether they arrived
            send(napari, hanging)
        else:
            open_preview(napari)
            napari.click('sendButton')
            wait_for(lambda napari=napari: {row[2] for row in napari.spool()} == {'sent'}, what='all sent')
        assert napari.close() == 0
        assert collector.stop() == 0
    assert first_in(collector, 'user') == {
        '2026-W43': 'ever', '2026-W44': 'week', '2026-W45': 'month', '2026-W46': 'week', '2026-W47': 'week'}
    assert first_in(collector, 'napari') == {
        '2026-W43': 'month', '2026-W44': 'week', '2026-W45': 'month', '2026-W46': 'week', '2026-W47': 'week'}
    assert first_in(collector, 'python') == {'2026-10': '', '2026-11': ''}  # once a month, without its week
    seen = home / '.local/share/napari/telemetry/seen.json'
    (computer,) = json.loads(seen.read_text())['computers'].values()
    assert {period: taken['week'] for period, taken in computer['topics']['user'].items()} == {
        'ever': '2026-W43', '2026': '2026-W43', '2026-10': '2026-W43', '2026-11': '2026-W45'}
    assert seen.stat().st_mode & 0o777 == 0o600
