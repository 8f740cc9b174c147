"""Files that the user can't write, as after one `sudo napari`: a no holds all the same, and recording goes on."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from desktop import mounted, recorded, wait_for
from test_chain import answer, wait_level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start
    from desktop import Napari

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'
STRANGER = 65534
# An ordinary user: it owns its home, and may nothing with what is somebody else's.
ORDINARY = ['setpriv', '--bounding-set', '-all', '--inh-caps', '-all']

only_root = pytest.mark.skipif(os.geteuid() != 0, reason='gives files to somebody else')


def files_of(home: Path) -> Iterator[Path]:
    yield from (path for path in (home / '.local/share/napari/telemetry').iterdir() if path.is_file())


def give_away(path: Path, mode: int) -> None:
    path.chmod(mode)
    os.chown(path, STRANGER, STRANGER)


def record_path(napari: Napari) -> Path:
    return next((napari.home / '.config').rglob('telemetry-consent*.json'))


def agree(start: Start, level: str = 'basic', **options: object) -> Napari:
    """Say yes, and end napari when something is recorded."""
    napari = start(**options)
    answer(napari, level)
    wait_for(napari.spool, what='an event')
    assert napari.close() == 0
    return napari


def stays_off(start: Start, **options: object) -> None:
    """Start once more: off, and no question."""
    napari = start(**options)
    napari.wait_window()
    wait_level(napari, 'off')
    assert napari.ask('QtWidgets.QApplication.processEvents()') is None
    assert napari.ask(f"find('{DIALOG}') is None")
    assert napari.ask('[library for library in mapped() if "telemetry_plugin" in library]') == []
    assert napari.close() == 0


@pytest.mark.shared_rows
@only_root
@pytest.mark.parametrize('mode', [0o644, 0o600])
@pytest.mark.usefixtures('with_telemetry')
def test_a_no_replaces_the_record_of_somebody_else(start: Start, mode: int) -> None:
    path = record_path(agree(start))
    give_away(path, mode)
    napari = start(wrap=ORDINARY)
    if mode == 0o600:
        answer(napari, 'none')  # it can't be read: none, and the question once more
    else:
        napari.wait_window()
        wait_level(napari, 'basic')
        napari.choose_menu('No telemetry')
    wait_for(lambda: path.stat().st_uid == os.geteuid(), what='a record of the own')
    wait_level(napari, 'off')
    assert 'could not be saved' not in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert json.loads(path.read_text())['level'] == 'none'
    assert path.stat().st_mode & 0o777 == 0o600
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    assert napari.close() == 0
    stays_off(start, wrap=ORDINARY)


@only_root
@pytest.mark.usefixtures('with_telemetry')
def test_a_choice_for_all_environments_of_somebody_else_is_replaced(start: Start) -> None:
    path = record_path(agree(start)).parents[1] / 'telemetry-user.json'
    path.write_text('{"schema": 1, "never_ask": true}')
    give_away(path, 0o600)
    napari = start(wrap=ORDINARY)
    napari.wait_window()
    wait_level(napari, 'off')  # nobody knows what it says
    napari.choose_menu('No telemetry')
    wait_for(lambda: path.stat().st_uid == os.geteuid(), what='a choice of the own')
    assert napari.close() == 0
    stays_off(start, wrap=ORDINARY)


@pytest.mark.usefixtures('with_telemetry')
def test_a_no_holds_where_the_record_cant_be_replaced(start: Start, tmp_path: Path) -> None:
    # napari itself does not start when it can't write its settings: they can be written, and nothing beside them.
    folder, settings = tmp_path / 'lab', tmp_path / 'settings.yaml'
    folder.mkdir()
    settings.touch()
    (folder / 'settings.yaml').touch()
    extra = {'NAPARI_CONFIG': f'{folder}/settings.yaml'}
    locked = mounted(f'mount --bind "{folder}" "{folder}"', f'mount -o remount,bind,ro "{folder}"',
                     f'mount --bind "{settings}" "{folder}/settings.yaml"')
    agree(start, extra=extra)
    (record,) = folder.glob('telemetry-consent*.json')
    agreed = record.read_bytes()

    napari = start(wrap=locked, extra=extra)
    napari.wait_window()
    wait_level(napari, 'basic')
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    assert record.read_bytes() == agreed  # it says yes still
    assert napari.close() == 0
    stays_off(start, wrap=locked, extra=extra)
    stays_off(start, extra=extra)  # nor does it matter that the folder can be written again

    # The next answer that can be kept is the one that counts.
    again = start(extra=extra)
    again.wait_window()
    again.choose_menu('Basic')
    wait_level(again, 'basic')
    assert json.loads(record.read_text())['level'] == 'basic'
    assert again.close() == 0
    last = start(extra=extra)
    last.wait_window()
    wait_level(last, 'basic')
    assert last.close() == 0


@pytest.mark.shared_rows
@only_root
@pytest.mark.parametrize('mode', [0o644, 0o600])
@pytest.mark.usefixtures('with_telemetry')
def test_files_of_somebody_else_do_not_end_recording_nor_outlive_a_no(start: Start, mode: int) -> None:
    home = agree(start, 'middle').home
    before = len(list(files_of(home)))
    assert before >= 2
    for path in files_of(home):
        give_away(path, mode)
    lock = home / '.local/share/napari/telemetry/identity.json.lock'  # of a process that was killed
    lock.touch()
    os.utime(lock, (0, 0))
    give_away(lock, mode)

    napari = start(wrap=ORDINARY)
    napari.wait_window()
    wait_level(napari, 'middle')
    wait_for(lambda: any(path.suffix == '.sqlite' and path.stat().st_uid == os.geteuid() for path in files_of(home)),
             what='a spool of the own')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    assert "can't be kept" not in napari.ask(f"find('{INDICATOR}').toolTip()")
    secret = json.loads((home / '.local/share/napari/telemetry/identity.json').read_text())['secret']
    assert len(secret) == 64

    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    wait_for(lambda: napari.spool() == [], what='nothing pending')
    wait_for(lambda: not any(b'napari-svg' in path.read_bytes() for path in files_of(home)), what='no trace')
    assert napari.close() == 0


@only_root
@pytest.mark.usefixtures('with_telemetry')
def test_a_no_goes_to_files_of_somebody_else_that_appeared_meanwhile(start: Start) -> None:
    home = agree(start, 'middle').home
    napari = start(wrap=ORDINARY)
    napari.wait_window()
    wait_level(napari, 'middle')
    napari.click(INDICATOR)
    napari.click_at(napari.wait("menu_place('TelemetryMenu', 'Pause')"))
    napari.click_at(napari.wait("menu_place('TelemetryPauseMenu', 'Until I resume')"))
    napari.wait(f"find('{INDICATOR}').text() == 'Telemetry: middle, paused'")
    for path in files_of(home):
        give_away(path, 0o600)
    napari.choose_menu('No telemetry')
    wait_level(napari, 'off')
    wait_for(lambda: not any(b'napari-svg' in path.read_bytes() for path in files_of(home)), what='no trace')
    assert "can't be" not in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.close() == 0
