"""One load of napari-telemetry, measured. Usage: load_child.py plain|verified|absent FOLDER. Prints JSON, milliseconds.

`plain` imports the package by its name and loads the installed library; `verified` lets the consent plugin do it;
`absent` shows it a folder without the package, so that the difference is what looking and starting the thread takes.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

import qtpy
from napari_telemetry_consent import _launch, _plugins, _start
from qtpy import QtCore, QtWidgets

MODE, FOLDER = sys.argv[1], Path(sys.argv[2])
importlib.import_module(f'{qtpy.API_NAME}.QtSql')
_plugins.installed()
application = QtWidgets.QApplication([])
SPENT: dict[str, float] = {}


def now() -> float:
    """Return milliseconds."""
    return time.perf_counter() * 1000


def plain() -> None:
    """Load as anybody would."""

    @contextlib.contextmanager
    def library(name: str) -> Any:
        yield str(FOLDER / name)

    begin = now()
    root = importlib.import_module('napari_telemetry').load(library)
    SPENT['load'] = now() - begin
    begin = now()
    for path in FOLDER.iterdir():
        if path.is_file():
            hashlib.sha256(path.read_bytes()).hexdigest()
    SPENT['hash'] = now() - begin
    del root


def verified() -> None:
    """Load through the consent plugin, with a user who has said yes."""
    window = QtWidgets.QMainWindow()
    window.statusBar()
    window.show()
    loader = QtCore.QPluginLoader(str(_start.LIBRARY))
    root = loader.instance()
    marks: dict[str, float] = {}

    class Root:
        """The consent plugin, as the glue sees it, with a clock at the end of loading."""

        def __getattr__(self, name: str) -> Any:
            return getattr(root, name)

        def attachTelemetry(self, plugin: Any) -> None:  # noqa: N802
            """Stop the clock."""
            marks['end'] = now()
            root.attachTelemetry(plugin)

    def begin() -> None:
        marks['wanted'] = now()
        _launch.launch()

    _launch.root = Root()
    root.nameCheckWanted.connect(_launch.check_name)
    root.telemetryWanted.connect(begin)
    config = Path.home() / 'config' / 'venv_01'
    config.mkdir(parents=True, exist_ok=True)
    (config / 'telemetry-consent.json').write_text(json.dumps({
        'schema': 1, 'level': 'basic', 'dictionary': 1, 'text_sha256': '', 'answered': '2026-01-05T10:00:00Z'
    }))
    host = json.dumps({
        'python': sys.executable, 'config_folder': str(config), 'data_folder': str(Path.home() / 'data'),
        'environment': 'venv_01', 'package_folder': str(FOLDER if MODE == 'verified' else FOLDER.with_name('absent')),
        'napari_version': '0.9.2', 'python_version': '3.12.1', 'language': '',
    })
    application.processEvents()
    start = now()
    root.start(window, host)
    started = now()
    SPENT['start'] = started - start
    if MODE == 'verified':
        loop = QtCore.QEventLoop()
        timer = QtCore.QTimer()
        timer.timeout.connect(lambda: loop.quit() if 'end' in marks else None)
        timer.start(1)
        loop.exec()
        timer.stop()
        timer.timeout.disconnect()
        SPENT['verification'] = marks['wanted'] - started
        SPENT['load'] = marks['end'] - marks['wanted']
    window.close()


plain() if MODE == 'plain' else verified()
print(json.dumps(SPENT), flush=True)
