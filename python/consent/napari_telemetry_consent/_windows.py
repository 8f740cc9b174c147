"""Notices when a main window of napari is shown that a person sees. Imports nothing of Qt or napari until then."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any

import napari_telemetry_consent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

MODULE = 'napari._qt.qt_main_window'
"""Where napari's main window is defined."""

_undo: Callable[[], None] | None = None
"""Gives napari's class its own method back; while it has ours."""


def look_out() -> None:
    """From now on start in the first window that is seen, in whatever order windows are made, shown and closed."""
    module = sys.modules.get(MODULE)
    if module is None:  # plugins are discovered, and we are imported, before there can be a window
        sys.meta_path.insert(0, _Finder())
    else:
        _watch(module)


def done() -> None:
    """Look out no more: we run, and notice further windows in C++."""
    if _undo is not None:
        _undo()


def look() -> None:
    """Start in a window that is seen, the one that was active last, if there is one. GUI thread."""
    for window in _windows():
        if is_seen(window):
            napari_telemetry_consent.start(window)
            return


def is_seen(window: Any) -> bool:
    """Tell whether a main window is visible, and not a part of another program's window."""
    try:
        return bool(window.isVisible() and window.isWindow())
    except RuntimeError:  # Qt has deleted it
        return False


def why() -> str:
    """Return in words why nothing has started, as far as windows tell it; empty when they don't."""
    windows = _windows()
    if any(is_seen(window) for window in windows):
        return 'Off: a window of napari was shown just now. Telemetry starts when its events run.'
    canvases = getattr(getattr(sys.modules.get('napari._qt.qt_viewer'), 'QtViewer', None), '_instances', None)
    if any(_is_embedded(window) for window in windows) or (not windows and canvases):
        return "Off: napari is in another program's window."
    return 'Off: no main window of napari is visible.' if windows else ''


def _is_embedded(window: Any) -> bool:
    """Tell whether another program shows a main window of napari in its own, or the canvas that was in it."""
    try:
        return bool(not window.isWindow() or not window.isAncestorOf(window._qt_viewer))
    except RuntimeError:  # Qt has deleted it
        return False


def _windows() -> list[Any]:
    """Return napari's main windows, the one that was active last first. Qt may have deleted some."""
    window = getattr(sys.modules.get(MODULE), '_QtMainWindow', None)
    return list(reversed(getattr(window, '_instances', ())))


def _watch(module: ModuleType) -> None:
    """Hear of every window that is shown, by the method that Qt calls then: nothing in Qt tells all of them."""
    global _undo  # noqa: PLW0603
    window = getattr(module, '_QtMainWindow', None)
    if 'napari._qt._telemetry' in sys.modules or window is None:
        return  # napari itself will call start(), or has no window that we know
    really = window.showEvent

    def show_event(self: Any, event: Any) -> None:
        really(self, event)
        if _undo is not None:
            _look_soon()

    def undo() -> None:
        global _undo  # noqa: PLW0603
        _undo = None
        if vars(window).get('showEvent') is show_event:  # or others have done as we did, and still call ours
            window.showEvent = really

    _undo = undo
    window.showEvent = show_event
    if window._instances:  # we were installed, or enabled, while napari runs
        _look_soon()


def _look_soon() -> None:
    """Look when events run: until then the window is not all there, and may go again."""
    from qtpy.QtCore import QTimer

    QTimer.singleShot(0, look)


class _Finder:
    """Waits until napari's main window is imported. Finds nothing by itself.

    Not of ``importlib.abc``: importing that takes longer than all that we do here.
    """

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Leave everything to the others; of this one module hear when it has been run."""
        if name != MODULE:
            return None
        others = (getattr(finder, 'find_spec', None) for finder in list(sys.meta_path) if finder is not self)
        spec: ModuleSpec | None = next(filter(None, (find(name, path, target) for find in others if find)), None)
        if spec is not None and spec.loader is not None:
            really = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                really(module)
                if self in sys.meta_path:
                    sys.meta_path.remove(self)
                    _watch(module)

            with contextlib.suppress(AttributeError):  # a loader that can't be followed: then nothing starts
                spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec
