"""A process that loads napari-telemetry, in a window like napari's. Prints one line of JSON: what came of it.

Usage: child.py plain|verified PLAN. `plain` imports it by its name and maps its libraries, as any loader does that does
not check. `verified` runs the real consent plugin and the real glue, with a user who has said yes.
"""

import json
import sys
import time
from pathlib import Path

MODE, PLAN = sys.argv[1], json.loads(sys.argv[2])


def plain() -> None:
    """Import by name, as anybody would."""
    import contextlib
    import ctypes
    import importlib

    exec(PLAN['in_process'], {})
    exec(PLAN['before_load'], {})
    for name in ('napari_telemetry', 'napari_telemetry._load', 'napari_telemetry._watch'):
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    with contextlib.suppress(Exception):
        sys.modules['napari_telemetry'].load()
    for library in sorted(Path(PLAN['package']).glob('lib*.so')):
        with contextlib.suppress(OSError):
            ctypes.CDLL(str(library))
    print(json.dumps({}))


def verified() -> None:
    """Start the consent plugin, and wait until it has loaded the package or said why not."""
    exec(PLAN['in_process'], {})
    from qtpy import QtCore, QtWidgets

    application = QtWidgets.QApplication([])
    from napari_telemetry_consent import _launch, _start

    window = QtWidgets.QMainWindow()
    window.statusBar()
    window.show()
    loader = QtCore.QPluginLoader(str(_start.LIBRARY))
    root = loader.instance()
    assert root is not None, loader.errorString()

    def meanwhile() -> None:
        exec(PLAN['before_load'], {})

    if PLAN['before_load']:
        root.telemetryWanted.connect(meanwhile)  # before ours
    _launch.root = root
    root.nameCheckWanted.connect(_launch.check_name)
    root.telemetryWanted.connect(_launch.launch)
    home = Path.home()
    config = home / 'config' / 'venv_01'
    config.mkdir(parents=True)
    (config / 'telemetry-consent.json').write_text(json.dumps({
        'schema': 1, 'level': 'basic', 'dictionary': 1, 'text_sha256': '', 'answered': '2026-01-05T10:00:00Z'
    }))
    root.start(window, json.dumps({
        'python': sys.executable, 'config_folder': str(config), 'data_folder': str(home / 'data'),
        'environment': 'venv_01', 'package_folder': _start.package_folder(), 'napari_version': '0.9.2',
        'python_version': '3.12.1', 'language': '',
    }))
    indicator = window.findChild(QtWidgets.QToolButton, 'TelemetryStatusIndicator')

    def outcome() -> str:
        if 'not installed' in indicator.toolTip():
            return 'absent'
        if 'needs attention' in indicator.text():
            return 'refused'
        return 'loaded' if list((home / 'data' / 'telemetry').glob('spool-*.sqlite')) else ''

    end = time.monotonic() + 60
    loop = QtCore.QEventLoop()
    timer = QtCore.QTimer()
    timer.timeout.connect(lambda: loop.quit() if outcome() or time.monotonic() > end else None)
    timer.start(10)
    loop.exec()
    timer.stop()
    timer.timeout.disconnect()
    with Path('/proc/self/maps').open(encoding='utf-8', errors='replace') as maps:
        paths = {line.split(None, 5)[5].strip() for line in maps if 'libnapari_telemetry' in line}
    print(json.dumps({
        'outcome': outcome(), 'text': indicator.text(), 'why': indicator.toolTip(),
        'mapped': sorted(path for path in paths if '_consent_' not in path),
        'modules': sorted(name for name in sys.modules if name.partition('.')[0] == 'napari_telemetry'),
    }), flush=True)
    window.close()
    del application


plain() if MODE == 'plain' else verified()
