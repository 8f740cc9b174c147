"""The question: when it comes, how it is answered, and that it does not come again."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from desktop import wait_for

if TYPE_CHECKING:
    from conftest import Start

DIALOG = 'TelemetryConsentDialog'
LEVELS = ('none', 'basic', 'middle', 'full')


def test_is_asked_in_the_window_with_nothing_chosen(start: Start) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None", 90)
    assert napari.ask(f"find('{DIALOG}').parent().metaObject().className()") == '_QtMainWindow'
    for level in LEVELS:
        assert napari.ask(f"find('{level}Button').isChecked()") is False
        assert napari.ask(f"find('{level}Button').isEnabled()") is True
    assert napari.ask("find('saveButton').isEnabled()") is False
    assert napari.ask(f"any(b.isDefault() for b in find('{DIALOG}').findChildren(QtWidgets.QPushButton))") is False
    # Refusing looks like accepting: the same kind of widget, the same size of text, the same colour.
    looks = [
        napari.ask(
            f"(lambda b: [b.metaObject().className(), b.height(), b.fontInfo().pixelSize(),"
            f" b.palette().color(b.foregroundRole()).name()])(find('{level}Button'))"
        )
        for level in LEVELS
    ]
    assert all(look == looks[0] for look in looks)
    assert napari.record() is None
    assert napari.our_files() == []
    assert napari.text('TelemetryStatusIndicator') == 'Telemetry: off'


def test_every_level_and_field_of_the_dictionary_is_named(start: Start) -> None:
    import json

    from desktop import ROOT

    napari = start()
    napari.wait(f"find('{DIALOG}') is not None", 90)
    for topic in json.loads((ROOT / 'resources/dictionary.json').read_text())['topics']:
        text = napari.text(f'{topic["level"]}Label')
        assert topic['title'] in text
        for field in topic['schema']['properties'].values():
            assert field['title'] in text
    handling = napari.text('handlingLabel')
    for host in ('basic', 'middle', 'full'):
        assert f'{host}.telemetry.napari.org' in handling
    assert '60 days' in handling
    contact = napari.text('contactLabel')
    for page in ('usage.napari.org', 'telemetry.napari.org'):  # the same one; the second is on block lists
        assert f'href="https://{page}">{page}</a>' in contact


@pytest.mark.parametrize('way', ['escape', 'window button'])
def test_closing_means_none_and_is_not_asked_again(start: Start, way: str) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None and find('{DIALOG}').isActiveWindow()", 90)
    napari.keys('Escape' if way == 'escape' else 'alt+F4')
    wait_for(napari.record, what='a consent record')
    record = napari.record()
    assert record is not None and record['level'] == 'none'
    assert napari.ask(f"find('{DIALOG}') is None")
    files = napari.our_files()
    assert [file.name for file in files] == ['telemetry-consent.json']
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
    assert napari.close() == 0

    again = start()
    again.wait_window()
    assert again.ask(f"find('{DIALOG}') is None")
    assert 'Off: you chose so on' in again.ask("find('TelemetryStatusIndicator').toolTip()")
    # The sign that it will not come later either: the event loop has run what the start had queued.
    assert again.ask('QtWidgets.QApplication.processEvents()') is None
    assert again.ask(f"find('{DIALOG}') is None")
    assert again.close() == 0


def test_none_can_be_chosen_with_the_keyboard_alone(start: Start) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None and find('{DIALOG}').isActiveWindow()", 90)
    assert napari.ask("QtWidgets.QApplication.focusWidget().objectName()") == 'noneButton'
    napari.keys('Return')  # no default button: nothing happens by accident
    assert napari.ask(f"find('{DIALOG}') is not None")
    napari.keys('space')
    napari.wait("find('noneButton').isChecked() and find('saveButton').isEnabled()")
    for _ in range(12):
        if napari.ask("QtWidgets.QApplication.focusWidget().objectName()") == 'saveButton':
            break
        napari.keys('Tab')
    assert napari.ask("QtWidgets.QApplication.focusWidget().objectName()") == 'saveButton'
    napari.keys('space')
    wait_for(napari.record, what='a consent record')
    record = napari.record()
    assert record is not None and record['level'] == 'none'
    assert napari.close() == 0


def test_a_window_that_goes_unanswered_is_no_answer(start: Start) -> None:
    napari = start()
    napari.wait(f"find('{DIALOG}') is not None", 90)
    napari.ask("find('TelemetryConsentDialog').parent().close()")
    napari.process.wait(timeout=30)
    assert napari.record() is None
    again = start()
    again.wait(f"find('{DIALOG}') is not None", 90)
    again.kill()


@pytest.mark.parametrize(
    'variables', [{'NAPARI_TELEMETRY': '0'}, {'NAPARI_TELEMETRY': 'none'}, {'DO_NOT_TRACK': '1'}, {'CI': 'true'}]
)
def test_a_variable_that_says_no_leaves_no_trace(start: Start, variables: dict[str, str]) -> None:
    napari = start(extra=variables)
    napari.wait("any(w.isVisible() and w.metaObject().className() == '_QtMainWindow'"
                ' for w in QtWidgets.QApplication.topLevelWidgets())', 90)
    napari.ask('QtWidgets.QApplication.processEvents()')
    assert napari.ask("find('TelemetryStatusIndicator') is None and find('TelemetryConsentDialog') is None")
    assert napari.ask("[m for m in sys.modules if m.startswith('napari_telemetry')]") == ['napari_telemetry_consent']
    assert not [library for library in napari.ask('mapped()') if 'telemetry' in library]
    assert napari.our_files() == []
    assert napari.close() == 0


def test_a_cap_is_shown_with_its_source(start: Start) -> None:
    napari = start(extra={'NAPARI_TELEMETRY': 'basic'})
    napari.wait(f"find('{DIALOG}') is not None", 90)
    enabled = [napari.ask(f"find('{level}Button').isEnabled()") for level in LEVELS]
    assert enabled == [True, True, False, False]
