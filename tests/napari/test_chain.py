"""From a yes in the window to a row in the collector, and back to a no."""

from __future__ import annotations

import hashlib
import hmac
import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from desktop import recorded, topics, wait_for
from periods import period_of, said_month

if TYPE_CHECKING:
    from conftest import Start
    from desktop import Collector, Napari

DIALOG = 'TelemetryConsentDialog'


def answer(napari: Napari, level: str) -> None:
    """Choose a level in the dialog with the mouse."""
    napari.wait(f"find('{DIALOG}') is not None", 90)
    napari.click(f'{level}Button')
    napari.wait("find('saveButton').isEnabled()")
    napari.click('saveButton')


def wait_level(napari: Napari, level: str) -> None:
    # Something may be waiting to be sent, which it then says, too.
    napari.wait(f"find('TelemetryStatusIndicator').text().split(',')[0] == 'Telemetry: {level}'")


def open_preview(napari: Napari) -> None:
    napari.choose_menu('Preview…')
    napari.wait("find('TelemetryPreviewWindow') is not None and find('TelemetryPreviewWindow').isActiveWindow()")


def expected_reporter(napari: Napari, topic: str, distinct: str) -> str:
    """Derive a reporter from the identity on disk with Python alone."""
    import os

    identity = json.loads((napari.home / '.local/share/napari/telemetry/identity.json').read_text())
    machine = f'{Path("/etc/machine-id").read_text().strip()}\n{os.getuid()}'
    key = hmac.new(bytes.fromhex(identity['secret']), machine.encode(), hashlib.sha256).digest()
    return hmac.new(key, f'{topic}\0{distinct}'.encode(), hashlib.sha256).digest()[:16].hex()


@pytest.mark.usefixtures('without_telemetry')
def test_a_yes_installs_records_previews_and_sends(start: Start, collector: Collector) -> None:
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    answer(napari, 'middle')
    napari.wait("find('TelemetryInstallDialog') is not None")
    assert napari.ask("find('progressBar') is not None")
    wait_level(napari, 'middle')  # without a restart
    assert napari.ask("find('TelemetryInstallDialog') is None")
    record = napari.record()
    assert record is not None and record['level'] == 'middle' and record['dictionary'] == 1

    # Not sent, and nothing of the network loaded, until somebody says so.
    wait_for(lambda: {row[0] for row in napari.spool()} == topics('basic', 'middle'), what='events in the spool')
    assert 'libnapari_telemetry_upload_plugin.so' not in napari.ask('mapped()')
    events = [json.loads(row[3]) for row in napari.spool()]
    by_topic: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        assert event['period'] == period_of(event['topic'])
        by_topic.setdefault(event['topic'], []).append(event)
    basic = {topic: by_topic[topic][0] for topic in topics('basic')}
    assert basic['napari']['value'] == {'napari_version': '0.9.2'}
    assert basic['system']['value']['os'] == 'linux'
    assert basic['system']['value']['os_version'].startswith('debian 12')
    assert basic['user']['value'] == {} and basic['user']['first_in'] == 'ever'
    for topic, event in basic.items():  # one fact an event, and no two of them can be joined
        assert len(by_topic[topic]) == 1 and event['reporter'] == expected_reporter(napari, topic, '')
    assert len({event['reporter'] for event in events}) == len(events)
    names = {event['value']['name'] for event in by_topic['plugin']}
    assert {'napari', 'napari-svg'} & names == {'napari-svg'} or 'napari-svg' in names
    assert 'napari-telemetry-consent' not in names  # not on the public list
    for event in by_topic['plugin']:
        assert event['reporter'] == expected_reporter(napari, 'plugin', event['value']['name'])
    folder = napari.home / '.local/share/napari/telemetry'
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in filter(Path.is_file, folder.iterdir()):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file

    open_preview(napari)
    napari.wait(f"len(events()) == {len(events)}")
    rows = napari.ask('events()')
    assert ['napari-svg 0.2.1 is installed', said_month(), 'waiting to be sent'] in rows
    shown = napari.wait("find('bytesEdit').toPlainText()")
    assert shown in {row[3] if isinstance(row[3], str) else row[3].decode() for row in napari.spool()}

    assert collector.rows() == []
    napari.click('sendButton')
    napari.wait("find('emptyLabel') is not None")
    assert 'Middle: ' in napari.text('statusLabel')
    stored = {(topic, reporter, period): value for topic, reporter, period, value in collector.rows()}
    assert stored == {(e['topic'], e['reporter'], e['period']): e['value'] for e in events}
    assert 'libnapari_telemetry_upload_plugin.so' in napari.ask('mapped()')
    assert napari.ask("find('sendButton').isEnabled()") is False
    # One Qt in the process: the binding's.
    libraries = [library for library in napari.ask('mapped()') if library.startswith('libQt6Core')]
    assert len(libraries) == 1
    assert napari.close() == 0
    assert napari.errors.read_text() == ''

    again = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    again.wait_window()
    wait_level(again, 'middle')
    assert again.ask(f"find('{DIALOG}') is None")
    open_preview(again)
    again.click_at(again.ask("tab_place('pages', 'Sent')"))
    again.wait(f"len(events()) == {len(events)} and all(row[3] == 'accepted' for row in events())")
    assert again.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_lowering_the_level_deletes_what_is_pending_above_it(start: Start) -> None:
    napari = start()
    answer(napari, 'middle')
    wait_for(lambda: {row[0] for row in napari.spool()} == topics('basic', 'middle'), what='events of both levels')
    napari.choose_menu('Basic')
    wait_level(napari, 'basic')
    wait_for(lambda: {row[0] for row in napari.spool()} == topics('basic'), what='the plugins to be deleted')
    record = napari.record()
    assert record is not None and record['level'] == 'basic'
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    wait_for(lambda: napari.spool() == [], what='an empty spool')
    record = napari.record()
    assert record is not None and record['level'] == 'none'
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_the_preferences_page_shows_and_changes_the_level(start: Start) -> None:
    napari = start()
    answer(napari, 'none')
    wait_for(napari.record, what='a consent record')
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    assert napari.ask("find('Preferences').currentItem().text()") == 'Telemetry'
    assert 'you chose so' in napari.text('reasonLabel')
    napari.click('basicButton')
    wait_level(napari, 'basic')
    record = napari.record()
    assert record is not None and record['level'] == 'basic'
    assert napari.ask("find('basicButton').isChecked()") is True
    # napari builds the dialog anew each time; the page is there again, once, beside napari's own.
    napari.ask("find('TelemetrySettingsPane').window().accept()")
    napari.wait("find('TelemetrySettingsPane') is None")
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    titles = napari.ask("[find('Preferences').item(i).text() for i in range(find('Preferences').count())]")
    assert titles.count('Telemetry') == 1
    for title, own in (('Appearance', False), ('Telemetry', True)):
        napari.click_at(napari.wait(f"row_place('Preferences', {title!r})"))
        napari.wait(f"(find('TelemetrySettingsPane') is not None) is {own}")
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_a_collector_that_is_down_keeps_everything_pending(start: Start, collector: Collector) -> None:
    collector.stop()
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    open_preview(napari)
    napari.wait(f"len(events()) == {len(topics('basic'))}")
    napari.click('sendButton')
    napari.wait("find('statusLabel') is not None and 'not sent' in find('statusLabel').text()")
    assert napari.ask('events()')[0][2] == 'waiting to be sent'
    assert napari.ask("find('sendButton').isEnabled()") is True
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


def test_an_endpoint_that_is_not_loopback_turns_everything_off(start: Start) -> None:
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': 'http://192.0.2.1:80'})
    napari.wait_window()
    assert napari.ask(f"find('{DIALOG}') is None")
    assert 'NAPARI_TELEMETRY_ENDPOINT' in napari.ask("find('TelemetryStatusIndicator').toolTip()")
    assert napari.close() == 0
