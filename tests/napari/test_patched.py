"""A napari with the patch of integration/napari starts us itself, once, and the entry point does nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import BUILD
from test_chain import answer

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start

COUNT = "[len(w.findChildren(QtWidgets.QWidget, 'TelemetryStatusIndicator')) for w in napari_windows()]"
# Writes down who imports what starts us, and how often our plugin is loaded.
SCRIPT = """
import sys
import traceback

from qtpy import QtCore


class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == 'napari_telemetry_consent._start':
            QtCore.started_by = [frame.filename for frame in traceback.extract_stack()]


sys.meta_path.insert(0, Watch())
QtCore.loads = []
instance = QtCore.QPluginLoader.instance


def counted(self):
    QtCore.loads.append(self.fileName())
    return instance(self)


QtCore.QPluginLoader.instance = counted
import napari

viewer = napari.Viewer()
napari.run()
"""


def test_the_patched_napari_starts_us_once(start: Start, binding: str, tmp_path: Path) -> None:
    script = tmp_path / 'watching.py'
    script.write_text(SCRIPT)
    source = BUILD / 'napari-patched' / binding / 'site-packages'
    napari = start(script=script, extra={'PYTHONPATH': str(source)})
    answer(napari, 'none')
    napari.wait_window()
    starter = str(source / 'napari' / '_qt' / '_telemetry.py')
    assert starter in napari.ask('QtCore.started_by')  # not npe2, which imports us when it discovers the entry point
    assert napari.ask(COUNT) == [1]
    assert len(napari.ask('QtCore.loads')) == 1
    assert napari.ask("sys.modules['napari._qt.qt_main_window']._QtMainWindow.showEvent.__module__") \
        == 'napari._qt.qt_main_window'
    assert napari.ask("sys.modules['napari_telemetry_consent'].why()").startswith('Telemetry: off\nOff: you chose so')
    # Shown again, and a second window: no second load, no second question, one indicator each.
    napari.ask("sys.modules['napari'].current_viewer().window.show()")
    napari.ask("sys.modules['napari'].Viewer() and None")
    napari.wait(f'{COUNT} == [1, 1]')
    napari.ask("sys.modules['napari'].Viewer(show=False) and None")
    assert len(napari.ask('QtCore.loads')) == 1
    assert napari.ask("find('TelemetryConsentDialog') is None")
    assert napari.close() == 0
    assert napari.errors.read_text() == ''
