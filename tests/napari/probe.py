"""Runs inside napari's process under test: answers questions about its widgets over a socket, and does nothing else.

Usage: probe.py SOCKET SCRIPT. Connects to the Unix socket, then runs SCRIPT as the main program. Each line from the
socket is a Python expression, evaluated in the GUI thread; the answer is a line of JSON. Clicks and keys do not come
from here but from the X server.
"""

from __future__ import annotations

import importlib
import json
import runpy
import socket
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

from qtpy import QtCore, QtGui, QtWidgets

EVENT = QtCore.QEvent.Type(QtCore.QEvent.registerEventType())
_windows: list[Any] = []
_alive: list[Any] = []
noted: list[str] = []
_questions: dict[int, tuple[str, list[Any], threading.Event]] = {}


class Ask(QtCore.QEvent):  # type: ignore[misc]
    """One question on its way into the GUI thread."""

    def __init__(self, number: int) -> None:
        super().__init__(EVENT)
        self.number = number


class Receiver(QtCore.QObject):  # type: ignore[misc]
    """Evaluates questions; lives in the GUI thread."""

    def event(self, event: QtCore.QEvent) -> bool:
        """Answer a question, in the GUI thread."""
        if event.type() != EVENT:
            return bool(super().event(event))
        source, answer, done = _questions.pop(event.number)
        try:
            answer.append({'value': eval(source, NAMES)})
        except Exception:
            answer.append({'error': traceback.format_exc()})
        done.set()
        return True


def find(name: str) -> Any:
    """Return the visible widget of this object name, or None."""
    # PySide6 takes a child's wrapper along when the wrapper of its window goes: keep them while they are used.
    _windows[:] = QtWidgets.QApplication.topLevelWidgets()
    for top in _windows:
        for widget in [top, *top.findChildren(QtWidgets.QWidget, name)]:
            if widget.objectName() == name and widget.isVisible():
                return widget
    return None


def napari_windows() -> list[Any]:
    """Return napari's visible main windows."""
    _windows[:] = QtWidgets.QApplication.topLevelWidgets()
    return [top for top in _windows if top.metaObject().className() == '_QtMainWindow' and top.isVisible()]


def main_place() -> list[int]:
    """Return a free place in the title-less middle of napari's main window, on the screen."""
    for top in QtWidgets.QApplication.topLevelWidgets():
        if top.metaObject().className() == '_QtMainWindow' and top.isVisible():
            point = top.mapToGlobal(top.rect().center())
            return [point.x(), point.y()]
    raise LookupError('no main window')


def place(name: str) -> list[int] | None:
    """Return the middle of a visible widget on the screen, in pixels."""
    widget = find(name)
    if widget is None:
        return None
    # A radio button is as wide as its layout; its mark and text are at the left.
    inner = widget.rect().center()
    if isinstance(widget, QtWidgets.QRadioButton):
        inner.setX(12)
    point = widget.mapToGlobal(inner)
    return [point.x(), point.y()]


def focus() -> list[Any]:
    """Return the name of the widget with the keyboard's focus, and where its middle is on the screen."""
    widget = QtWidgets.QApplication.focusWidget()
    if widget is None:
        return ['', 0, 0]
    point = widget.mapToGlobal(widget.rect().center())
    return [widget.objectName(), point.x(), point.y()]


def menu_place(menu: str, text: str) -> list[int] | None:
    """Return the middle of an entry of an open menu on the screen."""
    widget = find(menu)
    for action in widget.actions() if widget else []:
        if action.text() == text:
            point = widget.mapToGlobal(widget.actionGeometry(action).center())
            return [point.x(), point.y()]
    return None


def menu_command_place(menu: str, command: str) -> list[int] | None:
    """Return the middle of the entry with this command id, of an open menu of napari, on the screen."""
    widget = find(menu)
    for action in widget.actions() if widget else []:
        if action.objectName() == command and widget.actionGeometry(action).isValid():
            point = widget.mapToGlobal(widget.actionGeometry(action).center())
            return [point.x(), point.y()]
    return None


def row_place(name: str, text: str) -> list[int] | None:
    """Return the middle of a row of a visible list widget on the screen."""
    widget = find(name)
    for item in widget.findItems(text, QtCore.Qt.MatchFlag.MatchExactly) if widget else []:
        point = widget.viewport().mapToGlobal(widget.visualItemRect(item).center())
        return [point.x(), point.y()]
    return None


def events(name: str = 'tree') -> list[list[str]]:
    """Return the texts of the rows without children of a visible tree, from top to bottom."""
    view = find(name)
    if view is None:
        return []
    model = view.model()

    def below(parent: Any) -> list[list[str]]:
        rows = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if model.rowCount(index):
                rows += below(index)
            else:
                rows.append([str(model.index(row, c, parent).data() or '') for c in range(model.columnCount())])
        return rows

    return below(QtCore.QModelIndex())


def tree_place(name: str, text: str) -> list[int] | None:
    """Return the middle of a row with this text in its first column, of a visible tree, on the screen."""
    view = find(name)
    if view is None:
        return None
    root = QtCore.QModelIndex()
    flags = QtCore.Qt.MatchFlag.MatchExactly | QtCore.Qt.MatchFlag.MatchRecursive
    model = view.model()
    for index in model.match(model.index(0, 0, root), QtCore.Qt.ItemDataRole.DisplayRole, text, 1, flags):
        view.scrollTo(index)
        point = view.viewport().mapToGlobal(view.visualRect(index).center())
        return [point.x(), point.y()]
    return None


def heading_place(name: str, column: int) -> list[int] | None:
    """Return the middle of a column's heading of a visible tree on the screen."""
    view = find(name)
    if view is None:
        return None
    header = view.header()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    point = header.viewport().mapToGlobal(QtCore.QPoint(middle, header.height() // 2))
    return [point.x(), point.y()]


def tab_place(name: str, text: str) -> list[int] | None:
    """Return the middle of a tab of a visible tab widget on the screen."""
    widget = find(name)
    for i in range(widget.count() if widget else 0):
        if widget.tabText(i) == text:
            point = widget.tabBar().mapToGlobal(widget.tabBar().tabRect(i).center())
            return [point.x(), point.y()]
    return None


def texts(name: str) -> list[str]:
    """Return the texts of the first column of a visible tree, from top to bottom."""
    found = QtWidgets.QTreeWidgetItemIterator(find(name))
    rows = []
    while found.value():
        rows.append(found.value().text(0))
        found += 1
    return rows


def contrasts(name: str) -> dict[str, float]:
    """Return the contrast (WCAG 2.1, from 1 to 21) of every enabled text in a visible window, as it is painted.

    The background is the colour that most pixels have, the text what differs most from it: anti-aliasing only makes
    that weaker.
    """
    np = importlib.import_module('numpy')  # napari's
    window = find(name)
    ratios = {}
    for widget in window.findChildren(QtWidgets.QWidget):
        if not isinstance(widget, QtWidgets.QLabel | QtWidgets.QAbstractButton) or not widget.text():
            continue
        if not widget.isVisible() or not widget.isEnabled() or not widget.objectName():
            continue
        image = widget.grab().toImage().convertToFormat(QtGui.QImage.Format.Format_RGB32)
        bits = image.constBits()
        data = bytes(bits.asstring(image.sizeInBytes()) if hasattr(bits, 'asstring') else bits)
        pixels = np.frombuffer(data, dtype=np.uint8).reshape(-1, 4)[:, 2::-1]
        colours, counts = np.unique(pixels, axis=0, return_counts=True)
        light = colours / 255
        light = np.where(light <= 0.03928, light / 12.92, ((light + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]
        back = light[counts.argmax()]
        ratios[widget.objectName()] = float(max((max(one, back) + 0.05) / (min(one, back) + 0.05) for one in light))
    return ratios


def mode_button_place(mode: str) -> list[int] | None:
    """Return the middle of a visible button of napari's, by the mode that names it in napari's style sheet."""
    _windows[:] = QtWidgets.QApplication.topLevelWidgets()
    for top in _windows:
        for button in top.findChildren(QtWidgets.QAbstractButton):
            if button.property('mode') == mode and button.isVisible():
                point = button.mapToGlobal(button.rect().center())
                return [point.x(), point.y()]
    return None


def hooks() -> dict[str, int]:
    """Return what telemetry may replace in napari, as identities of objects that live as long as this process."""
    app_model = importlib.import_module('napari._app_model').get_app_model()
    manager = importlib.import_module('napari.utils.action_manager').action_manager
    window = importlib.import_module('napari._qt.qt_main_window')._QtMainWindow.current()
    layers = window._qt_viewer.viewer.layers
    found: dict[str, Any] = {
        'execute_command': vars(app_model.commands).get('execute_command'),
        'register_action': vars(manager).get('register_action'),
        'get': vars(importlib.import_module('npe2').PluginManager.instance().commands).get('get'),
    }
    for name, action in manager._actions.items():
        found[f'action {name}'] = vars(action).get('injected')
        keymap = action.keymapprovider.class_keymap if action.keymapprovider else {}
        found |= {f'key {action.keymapprovider.__name__} {key}': function for key, function in keymap.items()}
    _alive.append(found)
    counts = {'inserted': len(layers.events.inserted.callbacks)}
    return counts | {name: id(value) if value is not None else 0 for name, value in found.items()}


def note_uses() -> None:
    """From now on every use that telemetry would count is in ``noted`` instead."""
    vars(importlib.import_module('napari_telemetry._watch'))['_count'] = noted.append


def take_noted() -> list[str]:
    """Return what was noted since the last call."""
    taken = list(noted)
    noted.clear()
    return taken


def mapped() -> list[str]:
    """Return the names of our libraries and of Qt's that are mapped into this process."""
    with Path('/proc/self/maps').open(encoding='ascii', errors='replace') as maps:
        # What we load from a private copy is deleted at once.
        paths = {line.removesuffix(' (deleted)\n').split()[-1] for line in maps if '/' in line}
    return sorted(path.rsplit('/', 1)[-1] for path in paths if 'libnapari_telemetry' in path or 'libQt6' in path)


NAMES = {**globals()}


def serve(path: str, receiver: Receiver) -> None:
    """Answer until the other side hangs up."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(path)
        for number, line in enumerate(connection.makefile('r', encoding='utf-8')):
            answer: list[Any] = []
            done = threading.Event()
            _questions[number] = (line.strip(), answer, done)
            QtCore.QCoreApplication.postEvent(receiver, Ask(number))
            done.wait()
            connection.sendall(json.dumps(answer[0]).encode() + b'\n')


if __name__ == '__main__':
    receiver = Receiver()
    threading.Thread(target=serve, args=(sys.argv[1], receiver), daemon=True).start()
    script = sys.argv[2]
    sys.argv = sys.argv[2:]
    runpy.run_path(script, run_name='__main__')
