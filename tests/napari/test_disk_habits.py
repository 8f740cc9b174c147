"""What some network, FUSE and encrypting file systems refuse: the answer is kept, and what can be recorded is."""

from __future__ import annotations

import errno
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, recorded, wait_for
from test_chain import answer, wait_level

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Napari

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'
SHIM = BUILD / 'release/tests/faults/libtelemetry_faults.so'
LONGEST_NAME = 143  # of eCryptfs, in bytes

NO_UNNAMED = [('unnamed', errno.ENOENT), ('unnamed', errno.EOPNOTSUPP)]
HABITS = [
    ('link', errno.EPERM), ('chmod', errno.EPERM), ('syncfolder', errno.EINVAL),
    ('renameopen', errno.EBUSY), ('renameopen', errno.EACCES),
]
NO_LOCKS = [('flock', errno.ENOLCK), ('flock', errno.EOPNOTSUPP)]


def disk(call: str, error: int) -> dict[str, str]:
    """Return the variables of a napari whose disk refuses this, always, for our files."""
    return {
        'LD_PRELOAD': str(SHIM), 'TELEMETRY_FAULT_PATH': 'telemetry', 'TELEMETRY_FAULT_CALL': call,
        'TELEMETRY_FAULT_FROM': '1', 'TELEMETRY_FAULT_TO': '1000000000', 'TELEMETRY_FAULT_ERRNO': str(error),
    }


def is_saved(napari: Napari, level: str) -> bool:
    record = napari.record()
    return record is not None and record['level'] == level


def stays_off(start: Start, extra: dict[str, str]) -> None:
    napari = start(extra=extra)
    napari.wait_window()
    wait_level(napari, 'off')
    assert napari.ask('QtWidgets.QApplication.processEvents()') is None
    assert napari.ask(f"find('{DIALOG}') is None")
    assert napari.close() == 0


@pytest.mark.shared_rows
@pytest.mark.parametrize(('call', 'error'), NO_UNNAMED + HABITS + NO_LOCKS)
def test_a_no_is_kept_and_not_asked_for_again(start: Start, call: str, error: int) -> None:
    napari = start(extra=disk(call, error))
    answer(napari, 'none')
    wait_for(lambda: is_saved(napari, 'none'), what='a no')
    assert 'could not be saved' not in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.close() == 0
    stays_off(start, disk(call, error))


@pytest.mark.shared_rows
@pytest.mark.parametrize(('call', 'error'), NO_UNNAMED + HABITS)
@pytest.mark.usefixtures('with_telemetry')
def test_a_yes_is_kept_recorded_and_taken_back(start: Start, call: str, error: int) -> None:
    napari = start(extra=disk(call, error))
    answer(napari, 'full')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    wait_level(napari, 'full')
    assert "can't be" not in napari.ask(f"find('{INDICATOR}').toolTip()")
    assert napari.close() == 0
    again = start(extra=disk(call, error))  # what is there is replaced, not only made
    again.wait_window()
    wait_level(again, 'full')
    again.wait(f"'waiting to send' in find('{INDICATOR}').text()")
    again.choose_menu('No telemetry')
    wait_for(lambda: is_saved(again, 'none'), what='a no')
    wait_for(lambda: again.spool() == [], what='nothing pending')
    folder = again.home / '.local/share/napari/telemetry'
    wait_for(lambda: not (folder / 'identity.json').exists(), what='no secret')
    assert again.close() == 0
    stays_off(start, disk(call, error))


@pytest.mark.shared_rows
@pytest.mark.parametrize(('call', 'error'), NO_LOCKS)
@pytest.mark.usefixtures('with_telemetry')
def test_without_file_locks_nothing_is_recorded_and_it_is_said(start: Start, call: str, error: int) -> None:
    napari = start(extra=disk(call, error))
    answer(napari, 'full')
    napari.wait(f"'no file locks' in find('{INDICATOR}').toolTip()")
    assert napari.spool() == []
    napari.choose_menu('No telemetry')
    wait_for(lambda: is_saved(napari, 'none'), what='a no')
    assert napari.close() == 0
    stays_off(start, disk(call, error))


def environment(binding: str, folder: Path) -> Path:
    """Make a Python environment in this folder, of what the binding's has; return its interpreter."""
    real = BUILD / 'venv' / binding
    (folder / 'bin').mkdir(parents=True)
    shutil.copy(real / 'pyvenv.cfg', folder)
    (folder / 'lib').symlink_to(real / 'lib')
    (folder / 'bin/python').symlink_to((real / 'bin/python').resolve())
    return folder / 'bin/python'


@pytest.mark.shared_rows
@pytest.mark.parametrize(('length', 'limited'), [(50, True), (190, False)])
@pytest.mark.parametrize('shared', [False, True])
@pytest.mark.usefixtures('with_telemetry')
def test_an_environment_with_a_long_name_is_recorded(
    start: Start, binding: str, tmp_path: Path, length: int, limited: bool, shared: bool
) -> None:
    python = environment(binding, tmp_path / ('environment-of-the-microscopy-lab-' + 'x' * length)[:length])
    extra = disk('longname', errno.ENAMETOOLONG) if limited else {}
    if shared:  # one settings folder for all environments
        (tmp_path / 'lab').mkdir()
        extra['NAPARI_CONFIG'] = str(tmp_path / 'lab' / 'settings.yaml')
    options = {'python': python, 'script': BUILD / 'venv' / binding / 'bin/napari', 'extra': extra}
    napari = start(**options)
    answer(napari, 'full')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events')
    wait_level(napari, 'full')
    assert "can't be" not in napari.ask(f"find('{INDICATOR}').toolTip()")
    folder = napari.home / '.local/share/napari/telemetry'
    assert max(len(path.name) for path in folder.iterdir()) <= LONGEST_NAME

    # People find out which is which.
    known = json.loads((folder / 'environments.json').read_text())['environments']
    ((digest, name),) = known.items()
    assert name.startswith('environment-of-the-microscopy-lab-')
    assert (folder / f'spool-{digest}.sqlite').exists()
    if shared:
        assert (tmp_path / 'lab' / f'telemetry-consent-{digest}.json').exists()
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.usefixtures('with_telemetry')
def test_before_a_yes_no_file_says_which_environments_there_are(start: Start) -> None:
    napari = start()
    answer(napari, 'none')
    wait_for(lambda: is_saved(napari, 'none'), what='a no')
    assert not (napari.home / '.local/share/napari/telemetry').exists()
    assert napari.close() == 0
