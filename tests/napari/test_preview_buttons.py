"""Every button of the preview in the real window: sort, export, stop, erase, forget; and what a server refuses."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from desktop import EVENTS, Collector, wait_for
from periods import clock
from test_chain import answer, open_preview, wait_level
from test_ending import consent
from test_preview import open_tab
from test_sending import Hanging, states

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Napari

SVG = 'napari-svg 0.2.1 is installed'


def with_events(start: Start, address: str, user: str = 'ada') -> Napari:
    """Start napari, say middle, wait for its events and open the preview."""
    napari = start(user, extra={'NAPARI_TELEMETRY_ENDPOINT': address})
    answer(napari, 'middle')
    wait_level(napari, 'middle')
    wait_for(lambda: len(napari.spool()) == EVENTS, what='napari and both of its plugins in the spool')
    open_preview(napari)
    napari.wait(f'len(events()) == {EVENTS}')
    return napari


def send(napari: Napari) -> None:
    """Click "Send now", wait for the end, and go to what was sent."""
    napari.click('sendButton')
    napari.wait("find('emptyLabel') is not None")
    open_tab(napari, 'Sent')
    napari.wait(f'len(events()) == {EVENTS}')


def message(napari: Napari, label: str, words: str) -> str:
    """Wait for a message with these words, and return it whole."""
    napari.wait(f"find({label!r}) is not None and {words!r} in find({label!r}).text()")
    return napari.text(label)


def export(napari: Napari, button: str, file: Path, filter_down: bool = False) -> None:
    """Use the dialog for a file by its keys; with another filter than the first one, if so wanted."""
    napari.click(button)
    napari.wait("find('TelemetryExportDialog') is not None and find('TelemetryExportDialog').isActiveWindow()")
    if filter_down:
        napari.click('fileTypeCombo')
        napari.keys('Down', 'Return')
        napari.wait("'json' in find('TelemetryExportDialog').selectedNameFilter()")
    napari.click('fileNameEdit')
    napari.keys('ctrl+a')
    napari.screen.xdotool('type', str(file))
    napari.keys('Return')
    napari.wait("find('TelemetryExportDialog') is None")


def exported(file: Path) -> list[dict[str, Any]]:
    """Read a file of either form; the event as its bytes were."""
    with file.open(encoding='utf-8', newline='') as text:
        if file.suffix == '.csv':
            return list(csv.DictReader(text))
        rows = json.load(text)['events']
    return [{**row, 'event': json.dumps(row['event'], separators=(',', ':'), sort_keys=True)} for row in rows]


@pytest.mark.usefixtures('with_telemetry')
def test_rows_are_sorted_and_exported_as_they_are(start: Start, collector: Collector, tmp_path: Path) -> None:
    napari = with_events(start, collector.address)
    rows = napari.ask('events()')
    plugins = [row[0] for row in rows if 'is installed' in row[0]]
    assert len(plugins) == 2
    x, y = napari.wait("heading_place('tree', 0)")
    orders = []
    for aside in (0, 40):  # two clicks at one place would be a double click
        before = napari.ask("int(find('tree').header().sortIndicatorOrder().value) * 10"
                            " + find('tree').header().sortIndicatorSection()")
        napari.click_at([x + aside, y])
        napari.wait("int(find('tree').header().sortIndicatorOrder().value) * 10"
                    f" + find('tree').header().sortIndicatorSection() != {before}")
        orders.append([row[0] for row in napari.ask('events()') if 'is installed' in row[0]])
    assert sorted(orders) == sorted([sorted(plugins), sorted(plugins, reverse=True)])
    assert orders[0] != orders[1]

    # The file says what the spool says, by either name, and by the filter where the name has no ending.
    spool = {row[3] for row in napari.spool()}
    for name, filter_down in (('events.csv', False), ('events.json', False), ('by-filter', True)):
        export(napari, 'exportButton', tmp_path / name, filter_down)
        file = tmp_path / (name if '.' in name else f'{name}.json')
        assert f'{EVENTS} events written to {file}' in message(napari, 'statusLabel', str(file))
        found = exported(file)
        assert {row['event'] for row in found} == spool
        assert {row['sentence'] for row in found} == {row[0] for row in rows}
    # A place where nothing can be written is said.
    export(napari, 'exportButton', tmp_path / 'events.csv' / 'below-a-file.csv')
    message(napari, 'statusLabel', "can't be written")

    send(napari)
    export(napari, 'sentExportButton', tmp_path / 'sent.csv')
    message(napari, 'sentStatusLabel', f'{EVENTS} events written')
    assert {row['event'] for row in exported(tmp_path / 'sent.csv')} == spool
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_a_sending_is_stopped(start: Start) -> None:
    server = Hanging()
    napari = with_events(start, server.address)
    assert napari.ask("find('cancelButton') is None")
    napari.click('sendButton')
    wait_for(lambda: server.bytes > 0, what='a request')
    assert napari.ask("find('progressBar') is not None and not find('sendButton').isEnabled()") is True
    napari.click('cancelButton')
    assert 'Basic: cancelled.' in message(napari, 'statusLabel', 'cancelled')
    wait_for(lambda: len(server.ended) == 1, 10, 'the end of the request')
    assert napari.ask("find('progressBar') is None and find('cancelButton') is None")
    assert {row[2] for row in napari.ask('events()')} == {'waiting to be sent'}
    assert states(napari) == {'pending'}
    assert napari.ask("find('sendButton').isEnabled()") is True
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_all_that_was_sent_is_erased_or_forgotten(start: Start, collector: Collector) -> None:
    ada = with_events(start, collector.address)
    send(ada)
    assert len(collector.rows()) == EVENTS
    # Asked first; "Keep" keeps.
    ada.click('eraseAllButton')
    ada.wait("find('TelemetryEraseQuestion') is not None")
    ada.click('keepButton')
    ada.wait("find('TelemetryEraseQuestion') is None")
    assert len(collector.rows()) == EVENTS
    ada.click('eraseAllButton')
    ada.click('confirmButton')
    ada.wait("find('sentStatusLabel') is not None and find('sentStatusLabel').text().count('confirmed') == 2", 60)
    said = ada.text('sentStatusLabel')
    assert 'confirmed: 5 events' in said and 'confirmed: 2 events' in said
    assert collector.rows() == []
    ada.wait("find('tree') is None and find('eraseAllButton').isEnabled() is False")
    assert ada.close() == 0
    assert ada.errors.read_text() == ''

    eve = with_events(start, collector.address, 'eve')
    send(eve)
    eve.click('forgetButton')
    eve.wait("find('TelemetryForgetQuestion') is not None")
    eve.click('keepButton')
    eve.wait("find('TelemetryForgetQuestion') is None")
    assert states(eve) == {'sent'}
    eve.click('forgetButton')
    eve.click('confirmButton')
    eve.wait("find('tree') is None")
    assert eve.spool() == []
    assert len(collector.rows()) == EVENTS  # the server is not asked
    assert eve.close() == 0
    assert eve.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_an_erasing_of_a_selection_goes_on_with_the_selection(start: Start, collector: Collector) -> None:
    napari = with_events(start, collector.address)
    send(napari)
    version = next(row[0] for row in napari.ask('events()') if row[0].startswith('napari 0.9.2'))
    napari.click_at(napari.wait(f"tree_place('tree', {version!r})"))
    x, y = napari.wait(f"tree_place('tree', {SVG!r})")
    napari.screen.xdotool('keydown', 'ctrl', 'mousemove', str(x), str(y), 'click', '1', 'keyup', 'ctrl')
    napari.wait("len(find('tree').selectionModel().selectedRows()) == 2")
    napari.click('eraseButton')
    napari.click('confirmButton')
    # Killed between the request for basic and that for middle.
    wait_for(lambda: 'napari' not in {row[0] for row in collector.rows()}, what='the end of one request')
    napari.kill()
    assert len(collector.rows()) == EVENTS - 1
    folder = napari.home / '.local/share/napari/telemetry'
    (mark,) = folder.glob('*.erasing')
    assert mark.stat().st_mode & 0o777 == 0o600

    again = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    again.wait_window()
    wait_for(lambda: not list(folder.glob('*.erasing')), what='the end of the erasing')
    kept = collector.rows()  # what was not chosen
    assert len(kept) == EVENTS - 2
    assert 'napari' not in {row[0] for row in kept}
    assert not any(row[3].get('name') == 'napari-svg' for row in kept)
    assert sorted(row[2] for row in again.spool()) == ['erased'] * 2 + ['sent'] * (EVENTS - 2)
    assert again.close() == 0
    assert again.errors.read_text() == ''

    # A note of the choice that can't be read erases nothing, and that is said.
    mark.write_text('{"schema":1,"chosen":')
    third = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    third.wait_window()
    wait_for(lambda: not mark.exists(), what='the end of the erasing')
    open_preview(third)
    open_tab(third, 'Sent')
    assert 'Nothing was erased: what you chose' in message(third, 'sentStatusLabel', 'Nothing was erased')
    assert collector.rows() == kept
    assert third.close() == 0
    assert third.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_what_the_server_refuses_is_shown_with_its_reason(start: Start, tmp_path: Path, binding: str) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    consent(home, binding, 'middle')
    # Three weeks ago there was a session, and to this server that week and its month have been closed for a day.
    server = Collector(tmp_path / 'later', now='2026-11-24T12:00:00Z')
    server.prove_clock('2026-W48')  # before, it says "try again later" to what is closed by its clock alone
    extra = {'NAPARI_TELEMETRY_ENDPOINT': server.address}
    first = start(extra={**extra, **clock(44)})
    first.wait_window()
    wait_for(lambda: len(first.spool()) == EVENTS, what='events of an older week')
    assert first.close() == 0
    napari = start(extra={**extra, **clock(47)})
    napari.wait_window()
    wait_for(lambda: len(napari.spool()) == 2 * EVENTS, what='events of two months')
    open_preview(napari)
    napari.wait(f'len(events()) == {2 * EVENTS}')
    napari.click('sendButton')
    said = message(napari, 'statusLabel', 'refused')
    assert 'Basic: 5 events sent.' in said and 'Middle: 2 events sent.' in said
    assert 'Basic: 5 events refused by the server' in said and 'Middle: 2 events refused by the server' in said
    # With the older week refused this week's is the person's first ever; that is said with the next sending.
    napari.wait(f'len(events()) == {EVENTS + 1}')
    assert ['napari is used (the first report ever)', '2026-W47', 'waiting to be sent'] in napari.ask('events()')
    napari.click('sendButton')
    napari.wait(f'len(events()) == {EVENTS}')
    assert {tuple(row[1:3]) for row in napari.ask('events()')} == {
        ('2026-W44', 'refused by the server: the week is closed'),
        ('once in October 2026', 'refused by the server: the month is closed'),
    }
    assert f'{EVENTS} events refused by the server' in napari.text('summaryLabel')
    assert napari.ask("find('sendButton').isEnabled()") is False  # they are not sent again
    assert {period for _, _, period, _ in server.rows()} == {'2026-W47', '2026-11'}
    assert len(server.rows()) == EVENTS
    assert napari.close() == 0
    assert napari.errors.read_text() == ''
    server.stop()


@pytest.mark.usefixtures('with_telemetry')
def test_a_server_that_is_not_there_is_tried_again_at_a_moment_that_is_said(
    start: Start, collector: Collector
) -> None:
    collector.stop()
    napari = with_events(start, collector.address)
    assert 'next try' not in napari.text('summaryLabel')
    napari.click('sendButton')
    said = message(napari, 'statusLabel', 'not sent, everything is kept')
    assert 'Basic: not sent' in said and 'Middle: not sent' in said
    message(napari, 'summaryLabel', 'The next try to send is on ')
    assert states(napari) == {'pending'}
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


def tab_to(napari: Napari, name: str) -> None:
    """Press Tab until the widget of this name has the focus."""
    for _ in range(30):
        focus = napari.ask('focus()')
        if focus[0] == name:
            return
        napari.keys('Tab')
        napari.wait(f'focus() != {focus!r}')
    raise AssertionError(f'Tab does not lead to {name}')


@pytest.mark.usefixtures('with_telemetry')
def test_the_keyboard_is_enough_and_every_text_can_be_read(start: Start, collector: Collector) -> None:
    napari = with_events(start, collector.address)
    for theme in ('light', 'dark'):
        napari.ask(f"setattr(__import__('napari.settings').settings.get_settings().appearance, 'theme', {theme!r})")
        napari.ask('QtWidgets.QApplication.processEvents()')
        contrasts = napari.ask("contrasts('TelemetryPreviewWindow')")
        assert len(contrasts) >= 8
        assert min(contrasts.values()) >= 4.5, contrasts
    napari.keys('ctrl+f')
    tab_to(napari, 'tree')
    napari.keys('End')
    selected = "find('tree').selectionModel().selectedRows()[0].data()"
    last = napari.ask('events()[-1][0]')
    napari.wait(f'{selected} == {last!r}')
    tab_to(napari, 'holdButton')
    napari.keys('space')
    napari.wait("'held, not sent' in {row[2] for row in events()}")
    tab_to(napari, 'holdButton')
    napari.keys('space')
    napari.wait("{row[2] for row in events()} == {'waiting to be sent'}")
    tab_to(napari, 'sendButton')
    napari.keys('space')
    wait_for(lambda: len(collector.rows()) == EVENTS, what='rows at the collector')
    napari.wait("find('emptyLabel') is not None")
    tab_to(napari, 'qt_tabwidget_tabbar')
    napari.keys('Right')
    napari.wait(f'len(events()) == {EVENTS}')
    tab_to(napari, 'eraseAllButton')
    napari.keys('space')
    napari.wait("find('TelemetryEraseQuestion') is not None")
    tab_to(napari, 'confirmButton')
    napari.keys('space')
    wait_for(lambda: collector.rows() == [], 60, 'nothing at the collector')
    napari.keys('Escape')
    napari.wait("find('TelemetryPreviewWindow') is None")
    assert napari.close() == 0
    assert napari.errors.read_text() == ''
