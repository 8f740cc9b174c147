"""What happens around the question: second layer, sample, pause, limit, other processes, languages, looks."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from desktop import FAKETIME, recorded, wait_for
from test_chain import answer, open_preview, wait_level

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Collector, Napari

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'


def wait_words(napari: Napari, words: str) -> None:
    napari.wait(f"find('{INDICATOR}').text() == {words!r}")


def keep(napari: Napari, **changes: Any) -> None:
    """Write a record as another process would: a new file takes the place of the old one."""
    path = next((napari.home / '.config').rglob('telemetry-consent.json'))
    record = {**json.loads(path.read_text()), **changes}
    other = path.with_suffix('.new')
    other.write_text(json.dumps(record))
    other.rename(path)


def moment(**ahead: float) -> str:
    return (datetime.now(timezone.utc) + timedelta(**ahead)).strftime('%Y-%m-%dT%H:%M:%SZ')


def test_this_computers_values_are_shown_before_any_decision(start: Start) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None and find('{DIALOG}').isActiveWindow()", 90)
    napari.click('sampleButton')
    napari.wait("find('TelemetrySampleDialog') is not None")
    rows = napari.ask("texts('sampleTree')")
    assert any('napari 0.9.2' in row for row in rows), rows
    assert 'napari-svg 0.2.1 is installed' in rows
    assert napari.ask("'made after you agree' in find('sampleJson').toPlainText()")
    # Looked at, and nothing else: no file, no other library, no answer.
    assert napari.our_files() == []
    assert [lib for lib in napari.ask('mapped()') if 'telemetry' in lib] == ['libnapari_telemetry_consent_plugin.so']
    assert 'napari_telemetry' not in napari.ask('sorted(sys.modules)')
    napari.keys('Escape')
    napari.wait("find('TelemetrySampleDialog') is None")
    assert napari.ask(f"find('{DIALOG}') is not None")
    assert napari.record() is None
    assert napari.close() == 0


def test_an_agreement_can_be_limited_and_never_asking_holds_elsewhere(start: Start) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None", 90)
    assert napari.ask("find('limitBox') is None")
    napari.click('optionsButton')
    napari.click('neverAskBox')
    napari.ask("find('limitBox').setCurrentIndex(1)")
    napari.click('noneButton')
    napari.click('saveButton')
    wait_for(napari.record, what='a consent record')
    user = json.loads((napari.home / '.config/napari/telemetry-user.json').read_text())
    assert user['never_ask'] is True
    assert napari.close() == 0
    # Another environment of the same user: its folder has another name.
    for file in (napari.home / '.config').rglob('telemetry-consent.json'):
        file.unlink()
    again = start()
    again.wait_window()
    assert again.ask('QtWidgets.QApplication.processEvents()') is None
    assert again.ask(f"find('{DIALOG}') is None")
    assert 'not to be asked in any environment' in again.ask(f"find('{INDICATOR}').toolTip()")
    assert again.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_a_pause_of_today_ends_after_a_midnight_that_does_not_exist(start: Start) -> None:
    # In Havana the clocks go from 23:59:59 on 7 March to 1:00 on the 8th. It is 22:00 there.
    shift = datetime(2026, 3, 8, 3, tzinfo=timezone.utc) - datetime.now(timezone.utc)
    clock = {'LD_PRELOAD': str(FAKETIME), 'FAKETIME': f'{shift.total_seconds():+.0f}', 'TZ': 'America/Havana'}
    napari = start(extra=clock)
    answer(napari, 'basic')
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    napari.click(INDICATOR)
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    napari.click_at(napari.wait("menu_place('TelemetryPauseMenu', 'Today')"))
    wait_words(napari, 'Telemetry: basic, paused')
    record = napari.record()
    assert record is not None and record['paused'] == '2026-03-08T05:00:00Z'
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_pausing_stops_and_resuming_goes_on(start: Start) -> None:
    napari = start()
    answer(napari, 'basic')
    wait_for(lambda: recorded(napari, 'basic'), what='events')
    wait_words(napari, 'Telemetry: basic, waiting to send')
    napari.click(INDICATOR)
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    napari.click_at(napari.wait("menu_place('TelemetryPauseMenu', 'Until I resume')"))
    wait_words(napari, 'Telemetry: basic, paused')
    record = napari.record()
    assert record is not None and record['paused'] == 'until-resumed' and record['level'] == 'basic'
    assert recorded(napari, 'basic')  # what is pending stays
    napari.choose_menu('Resume')
    wait_words(napari, 'Telemetry: basic, waiting to send')
    record = napari.record()
    assert record is not None and 'paused' not in record
    # A no during a pause deletes what the pause had kept.
    napari.click(INDICATOR)
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    napari.click_at(napari.wait("menu_place('TelemetryPauseMenu', 'Until I resume')"))
    wait_words(napari, 'Telemetry: basic, paused')
    assert recorded(napari, 'basic')
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    wait_for(lambda: napari.spool() == [], what='an empty spool')
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_an_end_in_time_means_none_without_a_question(start: Start) -> None:
    napari = start()
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    keep(napari, expires=moment(seconds=3))
    wait_words(napari, 'Telemetry: off, needs attention')
    assert 'the time that you set ended' in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.ask(f"find('{DIALOG}') is None")
    wait_for(lambda: napari.spool() == [], what='an empty spool')
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_another_process_follows_within_a_second(start: Start) -> None:
    first = start()
    first.wait(f"find('{DIALOG}') is not None", 90)
    second = start()
    second.wait(f"find('{DIALOG}') is not None", 90)
    answer(second, 'basic')
    first.wait(f"find('{DIALOG}') is None", 3)  # answered elsewhere, and not overwritten by a no
    wait_level(first, 'basic')
    record = first.record()
    assert record is not None and record['level'] == 'basic' and 'earlier' not in record
    begun = time.monotonic()
    second.choose_menu('No telemetry')
    wait_level(second, 'off')
    wait_level(first, 'off')
    assert time.monotonic() - begun < 5  # the clicks included; the second itself is measured in tst_consentstore
    assert first.close() == 0
    assert second.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_cancel_takes_back_what_was_chosen_in_the_preferences(start: Start) -> None:
    napari = start()
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    napari.click('middleButton')
    wait_level(napari, 'middle')  # at once
    napari.ask("find('TelemetrySettingsPane').window().reject()")
    wait_level(napari, 'basic')
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    napari.click('middleButton')
    napari.ask("find('TelemetrySettingsPane').window().accept()")
    wait_level(napari, 'middle')
    record = napari.record()
    assert record is not None and record['level'] == 'middle'
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_what_was_sent_is_erased_after_a_no(start: Start, collector: Collector) -> None:
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    answer(napari, 'middle')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    open_preview(napari)
    napari.click('sendButton')
    wait_for(lambda: len(collector.rows()) >= 2, what='rows at the collector')
    napari.wait("find('emptyLabel') is not None")
    napari.ask("find('TelemetryPreviewWindow').close()")
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    napari.wait("find('TelemetryEraseDialog') is not None")  # offered, and nothing done yet
    assert len(collector.rows()) >= 2
    napari.click('eraseButton')
    # Killed between the request for basic and that for middle.
    wait_for(lambda: {row[0] for row in collector.rows()} == {'plugin'}, what='the end of one request')
    napari.kill()
    assert {row[0] for row in collector.rows()} == {'plugin'}
    # The next start goes on with it, though telemetry is off, and does nothing else.
    again = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    again.wait_window()
    wait_for(lambda: collector.rows() == [], what='nothing at the collector')
    folder = again.home / '.local/share/napari/telemetry'
    wait_for(lambda: not list(folder.glob('*.erasing')), what='the end of the erasing')
    wait_level(again, 'off')
    # Neither is it recorded again, also after another yes: not under another reporter, because the identity is gone.
    path = folder / 'identity.json'
    assert json.loads(path.read_text())['secret'] == ''
    again.choose_menu('Settings…')
    again.wait("find('TelemetrySettingsPane') is not None")
    again.click('middleButton')
    again.wait(f"'nothing is recorded until Monday' in find('{INDICATOR}').toolTip()")
    assert {row[2] for row in again.spool()} <= {'erased'}
    assert json.loads(path.read_text())['secret'] == ''
    assert again.close() == 0


def test_disabled_in_the_plugin_manager_shows_nothing(start: Start) -> None:
    napari = start()
    answer(napari, 'none')
    wait_level(napari, 'off')
    manager = "__import__('npe2').PluginManager.instance()"
    napari.ask(f"{manager}.disable('napari-telemetry-consent')")
    napari.wait(f"find('{INDICATOR}') is None")
    napari.ask(f"{manager}.enable('napari-telemetry-consent')")
    wait_level(napari, 'off')
    assert napari.close() == 0


def test_a_damaged_record_is_kept_aside_and_asked_again_once(start: Start) -> None:
    napari = start()
    answer(napari, 'none')
    wait_for(napari.record, what='a consent record')
    assert napari.close() == 0
    path = next((napari.home / '.config').rglob('telemetry-consent.json'))
    path.write_text('{"schema": 1, "level": "fu')
    again = start()
    answer(again, 'none')
    wait_for(lambda: path.read_text().startswith('{\n'), what='a new record')
    assert path.with_name(path.name + '.damaged').read_text() == '{"schema": 1, "level": "fu'
    assert again.close() == 0
    third = start()
    third.wait_window()
    assert third.ask(f"find('{DIALOG}') is None")
    assert third.close() == 0


def test_waits_for_a_modal_dialog_of_napari(start: Start, tmp_path: Path) -> None:
    script = tmp_path / 'modal.py'
    script.write_text("""
import napari
from qtpy import QtCore, QtWidgets
viewer = napari.Viewer()
box = QtWidgets.QMessageBox(viewer.window._qt_window)
box.setObjectName('AnotherDialog')
box.setText('in the way')
box.open()
napari.run()
""")
    napari = start(script=script)
    napari.wait(f"find('AnotherDialog') is not None and find('{INDICATOR}') is not None", 90)
    napari.ask('QtWidgets.QApplication.processEvents()')
    assert napari.ask(f"find('{DIALOG}') is None")
    napari.ask("find('AnotherDialog').done(0)")
    napari.wait(f"find('{DIALOG}') is not None")
    napari.kill()


@pytest.mark.usefixtures('with_telemetry')
def test_nothing_lies_in_a_folder_that_is_copied_elsewhere(start: Start, tmp_path: Path) -> None:
    data = tmp_path / 'ada' / 'Dropbox' / 'data'
    data.mkdir(parents=True)
    napari = start(extra={'XDG_DATA_HOME': str(data)})
    answer(napari, 'full')
    napari.wait(f"'copied to other computers' in find('{INDICATOR}').toolTip()")
    assert [path for path in napari.our_files() if path.name != 'telemetry-consent.json'] == []
    assert napari.close() == 0
    assert napari.errors.read_text().count('copied to other computers') <= 2  # by Qt's log, and by napari's


def test_without_a_place_for_the_answer_nothing_is_asked(start: Start) -> None:
    napari = start(extra={'NAPARI_CONFIG': ''})
    napari.wait_window()
    assert napari.ask(f"find('{DIALOG}') is None")
    assert 'keeps no settings' in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.close() == 0


@pytest.mark.parametrize(
    ('locale', 'save', 'off'),
    [('de_DE.UTF-8', 'Meine Wahl speichern', 'Telemetrie: aus'), ('pl_PL.UTF-8', 'Zapisz mój wybór', None)],
)
def test_the_locales_language_and_the_english_original_in_one_click(
    start: Start, locale: str, save: str, off: str | None
) -> None:
    napari = start(extra={'LANG': locale, 'LC_ALL': locale})
    napari.wait(f"find('{DIALOG}') is not None", 90)
    assert napari.text('saveButton') == save
    if off:
        assert napari.text(INDICATOR) == off
    napari.click('englishButton')
    napari.wait("find('saveButton').text() == 'Save my choice'")
    assert 'Nothing is sent' in napari.text('noneLabel')
    napari.click('englishButton')
    napari.wait(f"find('saveButton').text() == {save!r}")
    napari.kill()


@pytest.mark.parametrize('theme', ['dark', 'light'])
def test_every_text_stands_out_from_its_background(start: Start, theme: str) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None", 90)
    settings = "__import__('napari.settings').settings.get_settings()"
    napari.ask(f"setattr({settings}.appearance, 'theme', {theme!r})")
    napari.click('optionsButton')
    napari.click('basicButton')
    napari.ask('QtWidgets.QApplication.processEvents()')
    weak = {name: ratio for name, ratio in napari.ask(f"contrasts('{DIALOG}')").items() if ratio < 4.5}
    assert weak == {}
    assert len(napari.ask(f"contrasts('{DIALOG}')")) >= 12
    napari.keys('Escape')
    wait_for(napari.record, what='an answer')
    napari.choose_menu('Settings…')
    napari.wait("find('TelemetrySettingsPane') is not None")
    napari.ask('QtWidgets.QApplication.processEvents()')
    weak = {name: ratio for name, ratio in napari.ask("contrasts('TelemetrySettingsPane')").items() if ratio < 4.5}
    assert weak == {}
    napari.kill()
