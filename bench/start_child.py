"""One start of napari, measured from inside. Usage: start_child.py VARIANT EMPTY. Prints one line of JSON.

VARIANT is `without` (NAPARI_TELEMETRY=0 is expected to be set), `none`, `granted` or `unasked`; EMPTY is a Qt plugin
that does nothing. Times are milliseconds: of the GUI thread's own work (CPU), so that what else the computer does is
not counted, and by the clock as `..._clock`.

What comes with the import is measured where napari does it. What comes with the window is measured a moment later,
when napari has nothing left to do: loading, starting, and every event that follows, the drawing of the frame included.
A frame with nothing new in it is measured before, several times.
"""

from __future__ import annotations

import gc
import importlib.machinery
import json
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

BEGIN = time.perf_counter()
SETTLED_MS = 1500
NAME = 'napari_telemetry_consent'
found: dict[str, float] = {}


@contextmanager
def measured(name: str) -> Iterator[None]:
    """Add what is done here to a figure."""
    cpu, clock = time.thread_time(), time.perf_counter()
    yield
    found[name] = found.get(name, 0) + (time.thread_time() - cpu) * 1000
    found[name + '_clock'] = found.get(name + '_clock', 0) + (time.perf_counter() - clock) * 1000


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function, measured."""

    def run(*arguments: Any) -> Any:
        with measured(name):
            return function(*arguments)

    return run


def resident() -> int:
    """Return what this process has in memory, in kB."""
    for line in Path('/proc/self/status').read_text().splitlines():
        if line.startswith('VmRSS'):
            return int(line.split()[1])
    raise LookupError('VmRSS')


class Finder:
    """Measures the import that finding our manifest causes."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> Any:
        """Find our package; leave everything else to others."""
        if name != NAME:
            return None
        from napari._app_model import get_app_model

        # napari's own, and made only once: it would be made a moment later without us.
        get_app_model()
        gc.collect()  # or what is due by napari's objects falls into ours, by chance and in one binding only
        before = resident()
        with measured('import'):
            spec = importlib.machinery.PathFinder.find_spec(name, path)
        assert spec is not None and spec.loader is not None
        spec.loader.exec_module = timed('import', spec.loader.exec_module)  # type: ignore[method-assign]

        def execute(module: ModuleType, run: Callable[..., Any] = spec.loader.exec_module) -> None:
            run(module)
            found['resident_import'] = resident() - before
            windows = sys.modules.get(f'{NAME}._windows')
            if windows is not None:
                watch(windows)

        spec.loader.exec_module = execute  # type: ignore[method-assign]
        return spec


def watch(windows: Any) -> None:
    """Measure what our package does between its import and the window; keep its start for later."""
    windows._look_soon = timed('waiting', windows._look_soon)
    really = windows.look

    def look() -> None:
        windows.done()  # later shows are not looked at: this one is kept
        window = next(window for window in windows._windows() if windows.is_seen(window))
        QtCore.QTimer.singleShot(SETTLED_MS, lambda: begin(really, window))

    windows.look = look


def settle() -> None:
    """Do everything that is waiting to be done, drawing included."""
    idle = 0
    while idle < 5:
        before = time.thread_time()
        QtWidgets.QApplication.processEvents()
        idle = idle + 1 if time.thread_time() - before < 6e-5 else 0


def frame(window: Any) -> float:
    """Return what drawing one frame costs when nothing is new."""
    settle()
    before = time.thread_time()
    window.statusBar().update()
    settle()
    return (time.thread_time() - before) * 1000


def begin(really: Callable[[], None], window: Any) -> None:
    """Measure the start that was kept, and what follows."""
    found['frame'] = statistics.median(frame(window) for _ in range(5))
    gc.collect()
    before = resident()
    with measured('empty'):
        loader = QtCore.QPluginLoader(sys.argv[2])
        assert loader.instance() is not None, loader.errorString()
    found['resident_empty'] = resident() - before
    from napari_telemetry_consent import _launch

    _launch.launch = timed('launch', _launch.launch)
    found['height'] = window.statusBar().height()
    before = resident()
    with measured('start'):
        really()
        dialog = window.findChild(QtWidgets.QDialog, 'TelemetryConsentDialog')
        if dialog is not None:
            dialog.repaint()
    with measured('settling'):
        settle()
    found['resident'] = resident() - before
    found['grown'] = window.statusBar().height() - found.pop('height')


def main() -> None:
    """Start, wait until all has settled, print, end."""
    viewer = napari.Viewer()

    def first_tick() -> None:
        ours = found.get('import', 0) + found.get('waiting', 0)
        found.update(first_tick=(time.perf_counter() - BEGIN) * 1000, own=time.thread_time() * 1000 - ours)

    QtCore.QTimer.singleShot(0, first_tick)

    def end() -> None:
        print(json.dumps(found), flush=True)
        viewer.close()

    QtCore.QTimer.singleShot(SETTLED_MS + 2500, end)
    napari.run()


if __name__ == '__main__':
    sys.meta_path.insert(0, Finder())  # type: ignore[arg-type]
    import napari
    from qtpy import QtCore, QtWidgets

    main()
