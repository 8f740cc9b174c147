"""Every main window of napari that is seen gets us, in whatever order they come; what is embedded does not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from desktop import wait_for
from test_chain import answer
from test_ending import consent

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start
    from desktop import Napari

DIALOG = 'TelemetryConsentDialog'
INDICATOR = 'TelemetryStatusIndicator'
COUNT = f"[len(w.findChildren(QtWidgets.QWidget, '{INDICATOR}')) for w in napari_windows()]"
OURS = (f"[n for n in ('{DIALOG}', '{INDICATOR}') if find(n)]"
        " + [library for library in mapped() if 'telemetry' in library]")
WHY = "__import__('napari_telemetry_consent').why()"
BEGIN = """
import napari
from qtpy import QtCore, QtWidgets

def events():
    # What was put off until events run has been done before the second of these.
    for _ in range(2):
        loop = QtCore.QEventLoop()
        QtCore.QTimer.singleShot(0, loop.quit)
        loop.exec()

"""
ORDERS = {
    'a hidden one made last': ('first = napari.Viewer()\nhidden = napari.Viewer(show=False)', 1),
    'a hidden one that was closed':
        ('hidden = napari.Viewer(show=False)\nevents()\nhidden.close()\nfirst = napari.Viewer()', 1),
    'a hidden one that is kept': ('hidden = napari.Viewer(show=False)\nevents()\nfirst = napari.Viewer()', 1),
    'hidden and shown later': ('first = napari.Viewer(show=False)\nevents()\nfirst.window.show()', 1),
    'shown by Qt': ('first = napari.Viewer(show=False)\nevents()\nfirst.window._qt_window.setVisible(True)', 1),
    'two hidden ones, the older is shown':
        ('first = napari.Viewer(show=False)\nhidden = napari.Viewer(show=False)\nevents()\nfirst.window.show()', 1),
    'hidden again before events run':
        ('first = napari.Viewer()\nfirst.window._qt_window.hide()\nevents()\nfirst.window.show()', 1),
    'closed before events run': ('napari.Viewer().close()\nfirst = napari.Viewer()', 1),
    'deleted before events run': ("""
gone = napari.Viewer()
gone.window._qt_window.deleteLater()
QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete.value)
first = napari.Viewer()
""", 1),
    'several at once': ('several = [napari.Viewer() for _ in range(3)]', 3),
    'one that never becomes active': ("""
first = napari.Viewer()
events()
second = napari.Viewer(show=False)
second.window._qt_window.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
second.window.show()
""", 2),
    'plugins are looked for before there is a window': ('napari.sys_info()\nfirst = napari.Viewer()', 1),
    'as napari --with does':
        ('from napari.plugins import _initialize_plugins\n_initialize_plugins()\nfirst = napari.Viewer(show=False)\n'
         'events()\nfirst.window.show()', 1),
    'we are imported first': ('first = napari.Viewer()', 1),
}
EMBEDDED = {
    'its canvas, of a model': """
from napari.components import ViewerModel
from napari.plugins import _initialize_plugins
from napari.qt import QtViewer, get_qapp
get_qapp()
_initialize_plugins()
canvas = QtViewer(ViewerModel())
window = QtWidgets.QMainWindow()
window.setCentralWidget(canvas)
""",
    'the canvas of a hidden window': """
viewer = napari.Viewer(show=False)
window = QtWidgets.QMainWindow()
window.setCentralWidget(viewer.window._qt_viewer)
""",
    'its whole window': """
viewer = napari.Viewer(show=False)
window = QtWidgets.QMainWindow()
window.setCentralWidget(viewer.window._qt_window)
viewer.window._qt_window.show()
""",
}


def run(start: Start, tmp_path: Path, source: str, **options: object) -> Napari:
    """Run a script as the main program."""
    script = tmp_path / 'windows.py'
    script.write_text(source)
    return start(script=script, **options)


@pytest.mark.shared_rows
@pytest.mark.parametrize('order', ORDERS)
def test_every_window_that_is_seen_gets_us(start: Start, tmp_path: Path, order: str) -> None:
    source, windows = ORDERS[order]
    before = 'import napari_telemetry_consent\n' if order == 'we are imported first' else ''
    napari = run(start, tmp_path, f'{before}{BEGIN}{source}\nnapari.run()\n')
    napari.wait(f'{COUNT} == {[1] * windows}', 60)
    napari.wait(f"find('{DIALOG}') is not None")
    assert napari.ask("len([w for w in QtWidgets.QApplication.allWidgets() if w.objectName() == "
                      f"'{DIALOG}'])") == 1
    # napari's own class is as it was, and what looked out for it is gone.
    assert napari.ask("sys.modules['napari._qt.qt_main_window']._QtMainWindow.showEvent.__module__") \
        == 'napari._qt.qt_main_window'
    assert napari.ask("[f for f in sys.meta_path if type(f).__module__.startswith('napari_telemetry_consent')]") == []
    assert napari.our_files() == []
    assert napari.close() == 0
    assert napari.errors.read_text() == ''


@pytest.mark.shared_rows
@pytest.mark.parametrize('what', EMBEDDED)
def test_embedded_in_another_programs_window_it_is_silent(start: Start, tmp_path: Path, what: str) -> None:
    napari = run(start, tmp_path, BEGIN + EMBEDDED[what] + 'window.show()\nQtWidgets.QApplication.instance().exec()\n')
    napari.wait("any(w.isVisible() for w in QtWidgets.QApplication.topLevelWidgets())", 60)
    for _ in range(3):  # what is put off until events run would have been done
        napari.ask('QtWidgets.QApplication.processEvents()')
    assert napari.ask(OURS) == []
    assert 'napari_telemetry_consent._start' not in napari.ask('sorted(sys.modules)')
    assert "another program's window" in napari.ask(WHY)
    assert napari.our_files() == []
    # A window of napari's own beside it is one that a person sees.
    napari.ask("[__import__('napari').Viewer()] and None")
    napari.wait(f"{COUNT}.count(1) == 1 and find('{DIALOG}') is not None", 60)
    napari.kill()


@pytest.mark.shared_rows
@pytest.mark.usefixtures('with_telemetry')
@pytest.mark.parametrize('what', EMBEDDED)
def test_embedded_nothing_is_recorded_whatever_was_agreed_to(
    start: Start, binding: str, tmp_path: Path, what: str
) -> None:
    consent(tmp_path / 'ada', binding, 'full')
    napari = run(start, tmp_path, BEGIN + EMBEDDED[what] + 'window.show()\nQtWidgets.QApplication.instance().exec()\n')
    napari.wait("any(w.isVisible() for w in QtWidgets.QApplication.topLevelWidgets())", 60)
    for _ in range(3):  # what is put off until events run would have been done
        napari.ask('QtWidgets.QApplication.processEvents()')
    assert napari.ask(OURS) == []
    assert 'napari_telemetry' not in napari.ask('sorted(sys.modules)')
    assert [path.name for path in napari.our_files()] == ['telemetry-consent.json']
    # In a window of napari's own beside it what was agreed to holds.
    napari.ask("[__import__('napari').Viewer()] and None")
    napari.wait(f"find('{INDICATOR}') is not None and find('{INDICATOR}').text().startswith('Telemetry: full')", 60)
    wait_for(napari.spool, what='events')
    napari.kill()


@pytest.mark.usefixtures('without_telemetry')
def test_what_follows_an_answer_is_shown_in_a_window_that_is_left(start: Start, tmp_path: Path) -> None:
    napari = run(start, tmp_path, f'{BEGIN}first = napari.Viewer()\nsecond = napari.Viewer()\nnapari.run()\n',
                 extra={'PIP_FIND_LINKS': ''})  # so that the installation fails, and its window stays
    napari.wait(f"find('{DIALOG}') is not None and {COUNT} == [1, 1]", 60)
    napari.ask(f"_alive.append(find('{DIALOG}').parentWidget())")
    answer(napari, 'none')
    napari.ask('_alive.pop().close()')  # where we came first
    napari.wait(f'{COUNT} == [1]')
    napari.choose_menu('Basic')
    napari.wait("find('TelemetryInstallDialog') is not None")
    parent = "find('TelemetryInstallDialog').parentWidget()"
    assert napari.ask(f'{parent} is not None and {parent}.metaObject().className()') == '_QtMainWindow'
    napari.kill()


@pytest.mark.parametrize('gui', ['%gui qt', 'pass'])
def test_in_a_kernel_of_jupyter(start: Start, tmp_path: Path, gui: str) -> None:
    # A notebook's process, with its client in a thread: cells are run between the events of Qt.
    napari = run(start, tmp_path, f"""
import threading
from ipykernel.kernelapp import IPKernelApp
from jupyter_client import BlockingKernelClient

kernel = IPKernelApp.instance(connection_file={str(tmp_path / 'kernel.json')!r})
kernel.initialize([])

def cells():
    client = BlockingKernelClient(connection_file=kernel.abs_connection_file)
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready()
    for cell in ({gui!r}, 'import napari', 'viewer = napari.Viewer()', 'hidden = napari.Viewer(show=False)'):
        client.execute(cell)

threading.Thread(target=cells, daemon=True).start()
kernel.start()
""")
    napari.wait(f"{COUNT} == [1] and find('{DIALOG}') is not None", 90)
    assert napari.our_files() == []
    napari.kill()


def test_at_ipythons_prompt(start: Start, tmp_path: Path) -> None:
    # IPython runs Qt's events only while it waits at its prompt, and that wants a terminal.
    source = 'import napari; viewer = napari.Viewer(); hidden = napari.Viewer(show=False)'
    terminal = [sys.executable, '-c', 'import pty, sys; pty.spawn(sys.argv[1:])']
    napari = run(start, tmp_path, f"""
import IPython
IPython.start_ipython(argv=['--no-banner', '--gui=qt', '-i', '-c', {source!r}])
""", wrap=terminal, extra={'TERM': 'xterm'})
    napari.wait(f"{COUNT} == [1] and find('{DIALOG}') is not None", 90)
    assert napari.our_files() == []
    napari.kill()
