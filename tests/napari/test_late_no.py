"""A no while the other package isn't loaded: what is pending goes all the same, and never comes back with a yes."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from desktop import recorded, remove_telemetry, topics, wait_for
from test_chain import answer, wait_level
from test_command import run
from test_durability import contents

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Installation, Start
    from desktop import Napari

INDICATOR = 'TelemetryStatusIndicator'


def pause(napari: Napari) -> None:
    napari.click(INDICATOR)
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    napari.click_at(napari.wait("menu_place('TelemetryPauseMenu', 'Until I resume')"))
    napari.wait(f"'paused' in find('{INDICATOR}').text()")


def paused_start(start: Start) -> Napari:
    """Agree, record, pause, and start anew: the other package is not loaded, and events are pending."""
    napari = start()
    answer(napari, 'full')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    pause(napari)
    assert napari.close() == 0
    again = start()
    again.wait_window()
    again.wait(f"'paused' in find('{INDICATOR}').text()")
    assert 'libnapari_telemetry_plugin.so' not in again.ask('mapped()')
    assert len(again.spool()) >= 2
    return again


def secret_of(home: Path) -> bytes:
    identity = home / '.local/share/napari/telemetry/identity.json'
    return str(json.loads(identity.read_text())['secret']).encode()


def wait_gone(home: Path, secret: bytes) -> None:
    wait_for(lambda: not any(secret in content or b'napari-svg' in content for _, content in contents(home)),
             what='every trace to go')


def change(napari: Napari, **changes: Any) -> None:
    path = next((napari.home / '.config').rglob('telemetry-consent.json'))
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


@pytest.mark.usefixtures('with_telemetry')
def test_a_no_in_a_paused_start_deletes_what_is_pending(start: Start) -> None:
    napari = paused_start(start)
    secret = secret_of(napari.home)
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    wait_gone(napari.home, secret)
    assert napari.close() == 0
    assert napari.errors.read_text() == ''
    # That was all: the next start loads nothing any more.
    again = start()
    again.wait_window()
    wait_level(again, 'off')
    assert again.ask('[library for library in mapped() if "telemetry_plugin" in library]') == []
    assert again.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_the_end_of_a_limit_in_a_paused_start_deletes_what_is_pending(start: Start) -> None:
    napari = paused_start(start)
    soon = datetime.now(timezone.utc) + timedelta(seconds=3)
    change(napari, expires=soon.strftime('%Y-%m-%dT%H:%M:%SZ'))
    napari.wait(f"'the time that you set ended' in find('{INDICATOR}').toolTip()")
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_revoking_deletes_what_is_pending_while_napari_does_not_run(start: Start, binding: str) -> None:
    napari = paused_start(start)
    assert napari.close() == 0
    secret = secret_of(napari.home)
    result = run(binding, napari.home, 'revoke')
    assert result.returncode == 0, result.stdout + result.stderr
    assert napari.spool() == []
    wait_gone(napari.home, secret)
    result = run(binding, napari.home, 'revoke')  # again: nothing to do, and no fault
    assert result.returncode == 0, result.stdout + result.stderr


def test_revoking_without_the_other_package_keeps_nothing_for_a_later_yes(
    start: Start, binding: str, installation: Installation
) -> None:
    installation.put()
    napari = paused_start(start)
    assert napari.close() == 0
    before = napari.spool()
    installation.remove()
    remove_telemetry(binding)
    result = run(binding, napari.home, 'revoke')
    assert result.returncode == 0, result.stdout + result.stderr
    assert 'not installed' in result.stdout
    assert napari.spool() == before  # nobody there can read it
    installation.put()
    again = start()
    again.wait_window()
    wait_level(again, 'off')
    again.choose_menu('Basic')
    wait_level(again, 'basic')
    wait_for(lambda: again.spool() and {row[0] for row in again.spool()} == topics('basic'), what='what is new alone')
    again.choose_menu('Full')
    wait_level(again, 'full')
    assert again.close() == 0
    installation.remove()


@pytest.mark.usefixtures('with_telemetry')
def test_what_was_recorded_before_a_no_is_not_sent_after_the_next_yes(start: Start) -> None:
    napari = paused_start(start)
    assert napari.close() == 0
    # As left by a napari that could not delete it. An event of a plugin that is not there shows what survives.
    import sqlite3

    spool = next((napari.home / '.local/share/napari/telemetry').glob('spool-*.sqlite'))
    with sqlite3.connect(spool) as database:
        old = "CAST(replace(CAST(bytes AS TEXT), 'napari-svg', 'napari-old') AS BLOB)"
        database.execute(f"UPDATE event SET bytes = {old} WHERE topic = 'plugin'")
    database.close()
    assert any('napari-old' in str(row[3]) for row in napari.spool())
    path = next((napari.home / '.config').rglob('telemetry-consent.json'))
    agreed = json.loads(path.read_text())
    first = {name: agreed[name] for name in ('level', 'dictionary', 'text_sha256', 'answered')}
    no = {**first, 'level': 'none', 'answered': '2026-01-02T10:00:00Z'}
    path.write_text(json.dumps({**no, 'schema': 1, 'earlier': [first]}))
    again = start()
    again.wait_window()
    wait_level(again, 'off')
    again.choose_menu('Full')
    wait_level(again, 'full')
    wait_for(lambda: any('napari-svg' in str(row[3]) for row in again.spool()), what='what is recorded anew')
    assert not any('napari-old' in str(row[3]) for row in again.spool())
    assert again.close() == 0
