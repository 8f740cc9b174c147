"""The page in napari's preferences, second windows, a newer dictionary, and how many clicks a no takes."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from desktop import ROOT, recorded, wait_for
from test_chain import answer, expected_reporter, open_preview, wait_level

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Collector, Napari

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'
PANE = 'TelemetrySettingsPane'
SETTINGS = "__import__('napari.settings').settings.get_settings()"


def open_pane(napari: Napari) -> None:
    napari.choose_menu('Settings…')
    napari.wait(f"find('{PANE}') is not None")



def press(napari: Napari, name: str) -> None:
    """Click a button of the page, which scrolls."""
    napari.ask(f"find('{PANE}').parent().parent().ensureWidgetVisible(find('{PANE}').findChild("
               f"QtWidgets.QWidget, '{name}'))")
    napari.click(name)


@pytest.mark.usefixtures('with_telemetry')
def test_the_page_keeps_what_is_sent_in_the_users_hands(start: Start, collector: Collector) -> None:
    napari = start(extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    answer(napari, 'middle')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    open_preview(napari)
    napari.click('sendButton')
    wait_for(lambda: len(collector.rows()) >= 2, what='rows at the collector')
    napari.wait("find('emptyLabel') is not None")
    napari.ask("find('TelemetryPreviewWindow').close()")

    open_pane(napari)
    press(napari, 'previewButton')
    napari.wait("find('TelemetryPreviewWindow') is not None and find('TelemetryPreviewWindow').isActiveWindow()")
    napari.ask("find('TelemetryPreviewWindow').close()")
    # What each level sends comes from the dictionary.
    for topic in json.loads((ROOT / 'resources/dictionary.json').read_text())['topics']:
        assert topic['title'] in napari.text(f'{topic["level"]}Label')
    # The identifiers of this week, copied, and shown as they were copied.
    press(napari, 'identifiersButton')
    napari.wait("find('identifiersEdit') is not None")
    copied = napari.ask('QtGui.QGuiApplication.clipboard().text()')
    assert expected_reporter(napari, 'user', '') in copied
    assert copied in napari.ask("find('identifiersEdit').toPlainText()")

    # napari fills its dialog anew, and the theme changes, while the page is open.
    napari.ask(f"setattr({SETTINGS}.appearance, 'theme', 'light')")
    napari.ask(f"find('{PANE}').window()._rebuild_dialog()")
    napari.ask('QtWidgets.QApplication.processEvents()')
    napari.click_at(napari.wait("row_place('Preferences', 'Telemetry')"))
    napari.wait(f"find('{PANE}') is not None")
    titles = napari.ask("[find('Preferences').item(i).text() for i in range(find('Preferences').count())]")
    assert titles.count('Telemetry') == 1
    assert min(napari.ask(f"contrasts('{PANE}')").values()) >= 4.5
    link = napari.ask("find('contactLabel').text()")
    assert napari.ask("find('contactLabel').palette().color(QtGui.QPalette.ColorRole.WindowText).name()") in link

    # A limit in time, and the answers so far with the latest first.
    napari.ask("find('limitBox').setFocus()")
    napari.keys('Down')
    wait_for(lambda: 'expires' in (napari.record() or {}), what='a limit')
    assert napari.ask("[find('historyTree').topLevelItem(i).text(1) for i in"
                      " range(find('historyTree').topLevelItemCount())]") == ['Middle', 'Middle']
    assert napari.ask("[bool(find('historyTree').topLevelItem(i).text(2)) for i in range(2)]") == [True, False]

    # Forgotten is forgotten: nothing that was sent is left here, and the collector is not asked.
    press(napari, 'forgetButton')
    wait_for(lambda: not [row for row in napari.spool() if row[2] == 'sent'], what='no receipts')
    assert len(collector.rows()) >= 2
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_cancel_takes_back_a_resumed_pause_and_pending_can_be_deleted(start: Start) -> None:
    napari = start()
    answer(napari, 'middle')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    napari.click(INDICATOR)
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    napari.click_at(napari.wait("menu_place('TelemetryPauseMenu', 'Today')"))
    napari.wait(f"find('{INDICATOR}').text() == 'Telemetry: middle, paused'")
    paused = napari.record()
    open_pane(napari)
    napari.click('resumeButton')
    napari.wait(f"find('{INDICATOR}').text() == 'Telemetry: middle, waiting to send'")
    napari.ask(f"find('{PANE}').window().reject()")
    napari.wait(f"find('{INDICATOR}').text() == 'Telemetry: middle, paused'")
    assert napari.record() == paused
    open_pane(napari)
    napari.click('resumeButton')
    napari.wait("find('deleteButton').isEnabled()")
    press(napari, 'deleteButton')
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    napari.ask(f"find('{PANE}').window().accept()")
    wait_level(napari, 'middle')
    assert napari.close() == 0


@pytest.mark.usefixtures('with_telemetry')
def test_two_windows_have_one_question_and_a_no_takes_as_many_clicks_as_a_yes(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / 'two.py'
    script.write_text('import napari\nfirst = napari.Viewer()\nsecond = napari.Viewer()\nnapari.run()\n')
    napari = start(script=script)
    napari.wait(f"find('{DIALOG}') is not None", 90)
    indicators = f"[w for w in QtWidgets.QApplication.allWidgets() if w.objectName() == '{INDICATOR}']"
    clicks: list[list[int]] = []
    click_at = napari.click_at

    def counted(place: list[int]) -> None:
        clicks.append(place)
        click_at(place)

    monkeypatch.setattr(napari, 'click_at', counted)
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    given = len(clicks)
    napari.wait(f'len({indicators}) == 2')
    assert napari.ask(f"find('{DIALOG}') is None")
    clicks.clear()
    # The windows lie where the window manager put them: the one that is clicked in must not be covered.
    napari.ask(f"[find('{INDICATOR}').window().raise_(), find('{INDICATOR}').window().activateWindow()]")
    napari.wait(f"find('{INDICATOR}').window().isActiveWindow()")
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    assert len(clicks) == given == 2
    # At once in every window: the same event told both.
    assert napari.ask(f'[w.text() for w in {indicators}]') == ['Telemetry: off', 'Telemetry: off']
    assert napari.ask(f"find('{DIALOG}') is None")
    napari.kill()


@pytest.mark.usefixtures('without_telemetry')
def test_a_newer_dictionary_asks_for_the_difference_only(start: Start, tmp_path: Path) -> None:
    napari = start()
    answer(napari, 'none')
    wait_for(napari.record, what='a consent record')
    assert napari.close() == 0
    path = next((napari.home / '.config').rglob('telemetry-consent.json'))
    record = {**json.loads(path.read_text()), 'level': 'basic'}

    # The same napari with a newer dictionary: its resource comes first in this process.
    dictionary = json.loads((ROOT / 'resources/dictionary.json').read_text())
    dictionary['version'] = record['dictionary'] + 1
    topics = {topic['topic']: topic for topic in dictionary['topics']}
    topics['system']['fields_since'] = {'os_version': dictionary['version']}
    (tmp_path / 'dictionary.json').write_text(json.dumps(dictionary))
    (tmp_path / 'newer.qrc').write_text(
        '<RCC><qresource prefix="/telemetry"><file>dictionary.json</file></qresource></RCC>')
    subprocess.run(['/usr/lib/qt6/libexec/rcc', '--binary', '--no-compress', tmp_path / 'newer.qrc',
                    '-o', tmp_path / 'newer.rcc'], check=True)
    script = tmp_path / 'newer.py'
    script.write_text(f"""
from qtpy import QtCore
assert QtCore.QResource.registerResource({str(tmp_path / 'newer.rcc')!r})
import napari
viewer = napari.Viewer()
napari.run()
""")
    path.write_text(json.dumps(record))
    newer = start(script=script)
    newer.wait(f"find('{DIALOG}') is not None and find('{DIALOG}').isActiveWindow()", 90)
    assert newer.text(INDICATOR).startswith('Telemetry: off')
    said = newer.ask("' '.join(find(name).text() for name in ('introLabel', 'basicLabel', 'middleLabel', 'fullLabel'))")
    fields = topics['system']['schema']['properties']
    assert fields['os_version']['title'] in said
    assert topics['architecture']['title'] not in said
    assert topics['plugin']['title'] not in said
    newer.keys('Escape')
    wait_for(lambda: json.loads(path.read_text())['level'] == 'none', what='a no')
    kept = json.loads(path.read_text())
    assert kept['dictionary'] == dictionary['version']
    assert kept['text_sha256'] != record['text_sha256']  # of the difference, which is another text
    assert [one['level'] for one in kept['earlier']] == ['basic']
    assert newer.close() == 0
