"""Why telemetry is off, or what runs, can be asked in napari's Python, and is one line of a log that is listened to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desktop import BUILD
from test_chain import answer, wait_level
from test_never_asked import run

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Screen

WHY = "__import__('napari_telemetry_consent').why()"
LOGGED = """
import logging
import sys
logging.basicConfig(stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')
logging.getLogger('napari_telemetry_consent').setLevel(logging.DEBUG)
"""
EVENTS = """
from qtpy import QtCore
for _ in range(2):
    loop = QtCore.QEventLoop()
    QtCore.QTimer.singleShot(0, loop.quit)
    loop.exec()
"""
ASKED = 'import napari_telemetry_consent\nprint("why:", napari_telemetry_consent.why())\n'
OFF = 'napari_telemetry_consent DEBUG Off: '
VIEWER = 'import napari\nviewer = napari.Viewer()\n'


def why(printed: str) -> str:
    """Return what the script was told."""
    return printed.rpartition('why: ')[2].strip()


@pytest.mark.parametrize(
    ('variables', 'words'),
    [({'NAPARI_TELEMETRY': '0'}, 'NAPARI_TELEMETRY says so'), ({'DO_NOT_TRACK': '1'}, 'DO_NOT_TRACK is set'),
     ({'CI': 'true'}, 'CI is set'), ({}, 'pytest is loaded')],
)
def test_the_cheap_cases(
    screen: Screen, binding: str, tmp_path: Path, variables: dict[str, str], words: str
) -> None:
    # A script that imports pytest before napari: pytest itself is in the environment of the tools, of the same Python.
    tools = next((BUILD / 'venv' / 'tools' / 'lib').iterdir()) / 'site-packages'
    before, path = ('', {}) if variables else ('import pytest\n', {'PYTHONPATH': str(tools)})
    printed = run(screen, binding, tmp_path / 'ada', '-c', before + LOGGED + VIEWER + EVENTS + ASKED,
                  **variables, **path)
    assert words in why(printed)
    assert [line for line in printed.splitlines() if line.startswith(OFF)] == [
        f'napari_telemetry_consent DEBUG {why(printed)}']
    assert not [path for path in (tmp_path / 'ada').rglob('*') if 'telemetry' in path.name]


@pytest.mark.parametrize(
    ('source', 'words', 'lines'),
    [
        ('import napari\nnapari.sys_info()\n', 'no main window of napari was shown yet', 1),
        ('import napari\nviewer = napari.Viewer(show=False)\n' + EVENTS, 'no main window of napari is visible', 1),
        (VIEWER, 'was shown just now', 1),
        ('import napari\nviewer = napari.Viewer(show=False)\nimport sys, types\n'
         "sys.modules['pytest'] = types.ModuleType('pytest')\nviewer.window.show()\n" + EVENTS, 'pytest is loaded', 2),
        ('import napari\nfrom napari_telemetry_consent import _start\n'
         "_start.LIBRARY = _start.LIBRARY.with_name('none.so')\n" + VIEWER + EVENTS, 'no plugin for this system', 2),
        ('import napari\nfrom napari_telemetry_consent import _start\n_start.LIBRARY = _start.LIBRARY.parent / '
         "'__init__.py'\n" + VIEWER + EVENTS, "plugin can't be loaded", 2),
        ('from npe2 import PluginManager\n'
         "PluginManager.instance().disable('napari-telemetry-consent')\n" + VIEWER + EVENTS, 'plugin manager', 2),
    ],
)
def test_what_only_napari_itself_can_know(
    screen: Screen, binding: str, tmp_path: Path, source: str, words: str, lines: int
) -> None:
    printed = run(screen, binding, tmp_path / 'ada', '-c', LOGGED + source + ASKED)
    assert words in why(printed)
    logged = [line for line in printed.splitlines() if line.startswith(OFF)]
    assert len(logged) == lines  # one for each decision: the first is that a window is waited for
    if lines > 1:
        assert logged[-1] == f'napari_telemetry_consent DEBUG {why(printed)}'


def test_a_log_that_nobody_has_loaded_is_not_loaded(binding: str, screen: Screen, tmp_path: Path) -> None:
    source = "import sys\nimport napari_telemetry_consent\nassert 'logging' not in sys.modules\n"
    run(screen, binding, tmp_path / 'ada', '-S', '-c',
        f"import sys\nsys.path.append({str(next((BUILD / 'venv' / binding / 'lib').iterdir()) / 'site-packages')!r})\n"
        + source, CI='1')


@pytest.mark.usefixtures('with_telemetry')
def test_what_runs_is_said_as_in_the_window(start: Start, tmp_path: Path) -> None:
    script = tmp_path / 'logged.py'
    log = tmp_path / 'log.txt'
    script.write_text(LOGGED.replace('stream=sys.stdout', f'filename={str(log)!r}') + VIEWER + 'napari.run()\n')
    napari = start(script=script)
    napari.wait_window()
    assert napari.ask(WHY) == 'Telemetry: off\nOff: you have not been asked yet.'
    assert [line for line in log.read_text().splitlines() if line.startswith(OFF[:-5])][1:] == [
        'napari_telemetry_consent DEBUG Telemetry: off Off: you have not been asked yet.']
    answer(napari, 'basic')
    wait_level(napari, 'basic')
    assert napari.ask(WHY).splitlines()[0] == napari.text('TelemetryStatusIndicator')
    assert 'You chose this on' in napari.ask(WHY)
    assert napari.close() == 0
