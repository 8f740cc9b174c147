"""Every way of ending leaves exit status 0 and no message, with and without consent."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from desktop import BUILD, Napari, recorded, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Screen

WAYS = {
    # The window is closed while the event loop runs.
    'run': """
import napari
from qtpy.QtCore import QTimer
viewer = napari.Viewer()
QTimer.singleShot(3000, viewer.close)
napari.run()
""",
    # Two windows, one after the other.
    'two windows': """
import napari
from qtpy.QtCore import QTimer
first = napari.Viewer()
second = napari.Viewer()
QTimer.singleShot(2500, first.close)
QTimer.singleShot(3000, second.close)
napari.run()
""",
    # A script that never runs the event loop.
    'no event loop': """
import napari
viewer = napari.Viewer()
""",
    # Events are processed for a while, as in a console, and the interpreter ends with the window open. (Not by calling
    # processEvents() in a circle: PySide6 6.12 on Python 3.11 loses references to None and aborts, also without us.)
    'open at exit': """
import napari
from qtpy.QtCore import QEventLoop, QTimer
viewer = napari.Viewer()
loop = QEventLoop()
QTimer.singleShot(3000, loop.quit)
loop.exec()
""",
    # The application is told to quit while the window is open.
    'quit': """
import napari
from qtpy.QtCore import QTimer
from qtpy.QtWidgets import QApplication
viewer = napari.Viewer()
QTimer.singleShot(3000, QApplication.instance().quit)
napari.run()
""",
}


def consent(home: Path, binding: str | Path, level: str) -> None:
    """Write the record of an earlier answer, in the binding's environment or in the one at a path."""
    import hashlib

    prefix = (BUILD / 'venv' / binding).resolve()  # an absolute path stays what it is
    marker = f'{prefix.name}_{hashlib.sha1(str(prefix).encode()).hexdigest()}'
    folder = home / '.config' / 'napari' / marker
    folder.mkdir(parents=True)
    (folder / 'telemetry-consent.json').write_text(json.dumps(
        {'schema': 1, 'level': level, 'dictionary': 1, 'text_sha256': '', 'answered': '2026-01-05T10:00:00Z'}
    ))


@pytest.mark.usefixtures('with_telemetry')
@pytest.mark.parametrize('level', ['unasked', 'none', 'full'])
@pytest.mark.parametrize('way', WAYS)
def test_ends_cleanly(screen: Screen, binding: str, tmp_path: Path, way: str, level: str) -> None:
    home = tmp_path / 'ada'
    home.mkdir()
    if level != 'unasked':
        consent(home, binding, level)
    script = tmp_path / 'script.py'
    script.write_text(WAYS[way])
    environment = {
        **screen.environment(), 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LIBGL_ALWAYS_SOFTWARE': '1',
        'PATH': '/usr/bin:/bin',
    }
    result = subprocess.run(
        [BUILD / 'venv' / binding / 'bin' / 'python', script],
        env=environment, capture_output=True, text=True, timeout=60, cwd=home, check=False,
    )
    assert (result.returncode, result.stderr) == (0, '')
    spools = list(home.rglob('spool-*.sqlite'))
    assert bool(spools) == (level == 'full' and way != 'no event loop')


@pytest.mark.usefixtures('with_telemetry')
def test_a_killed_napari_leaves_a_spool_that_works(start: Start) -> None:
    napari: Napari = start()
    napari.wait("find('TelemetryConsentDialog') is not None", 90)
    napari.click('middleButton')
    napari.click('saveButton')
    wait_for(lambda: recorded(napari, 'basic', 'middle'), what='events in the spool')
    before = napari.spool()
    napari.kill()
    again = start()
    again.wait_window()
    again.wait("find('TelemetryStatusIndicator').text().startswith('Telemetry: middle')")
    assert again.spool() == before
    assert again.close() == 0
