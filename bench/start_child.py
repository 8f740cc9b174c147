"""One start of napari, measured from inside. Usage: start_child.py VARIANT. Prints one line of JSON, milliseconds.

VARIANT is `without` (NAPARI_TELEMETRY=0 is expected to be set), `unasked` or `granted`; the latter two say how long our
code held the GUI thread: from being started in the window until control was back in the event loop.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

BEGIN = time.perf_counter()

import napari  # noqa: E402
from qtpy import QtCore, QtWidgets  # noqa: E402

SPENT: dict[str, float] = {}


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Add up the time that a function takes."""

    def run(*arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments)
        finally:
            SPENT[name] = SPENT.get(name, 0) + (time.perf_counter() - start) * 1000

    return run


def main() -> None:
    """Start, wait until all has settled, print, end."""
    variant = sys.argv[1]
    viewer = napari.Viewer()
    if variant != 'without':
        from napari_telemetry_consent import _launch, _start

        _start.start = timed('start', _start.start)
        _launch.launch = timed('launch', _launch.launch)
    first_tick: list[float] = []
    QtCore.QTimer.singleShot(0, lambda: first_tick.append((time.perf_counter() - BEGIN) * 1000))

    def end() -> None:
        # The dialog is shown by start(); painting it belongs to what the user waits for.
        for widget in QtWidgets.QApplication.topLevelWidgets():
            if widget.objectName() == 'TelemetryConsentDialog':
                timed('paint', widget.repaint)()
        print(json.dumps({'first_tick': first_tick[0], **SPENT}), flush=True)
        viewer.close()

    QtCore.QTimer.singleShot(4000, end)
    napari.run()


if __name__ == '__main__':
    main()
