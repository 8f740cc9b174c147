"""Starts the consent plugin in napari's window, once there is one that a person sees."""

from __future__ import annotations

import json
import logging
import os
import platform
import sys
import sysconfig
from pathlib import Path
from typing import Any

from qtpy import QtCore, QtWidgets

from napari_telemetry_consent import _launch

LOG = logging.getLogger('napari_telemetry_consent')
PLUGIN_NAME = 'napari-telemetry-consent'
LIBRARY = Path(__file__).with_name('libnapari_telemetry_consent_plugin.so')

# The loader and the root object, as long as the process lives: signals are connected to the Python wrapper.
_kept: list[object] = []


def arm() -> None:
    """Wait until napari has built its main window, without a timer and without an application object."""
    from napari._app_model import get_app_model

    get_app_model().commands.registered.connect(_on_command_registered)


def _on_command_registered() -> None:
    from napari._qt.qt_main_window import _QtMainWindow

    if not _QtMainWindow._instances or QtWidgets.QApplication.instance() is None:
        return  # commands of plugins are registered before there is a window
    from napari._app_model import get_app_model

    get_app_model().commands.registered.disconnect(_on_command_registered)
    QtCore.QTimer.singleShot(0, _when_events_run)


def _when_events_run() -> None:
    from napari._qt.qt_main_window import _QtMainWindow

    window = _QtMainWindow.current()
    if window is None:
        return
    if window.isVisible():
        start(window)
    else:
        window.installEventFilter(_ShowWatcher(window))


class _ShowWatcher(QtCore.QObject):  # type: ignore[misc]
    """Starts us when a window that was built hidden is shown for the first time. Belongs to the window."""

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:  # noqa: N802
        """Look out for the first show event; let every event pass."""
        if event.type() == QtCore.QEvent.Type.Show:
            watched.removeEventFilter(self)
            QtCore.QTimer.singleShot(0, _when_events_run)
            self.deleteLater()
        return False


def start(window: Any) -> None:
    """Load the consent plugin into the Qt of this process and start it in a window of napari.

    Parameters
    ----------
    window
        napari's main window, visible.

    Notes
    -----
    Never raises: when something is amiss, napari goes on without telemetry and the reason is in the log.

    """
    try:
        if _is_disabled():
            return
        if not LIBRARY.exists():
            LOG.warning('no plugin for this system; telemetry is off')
            return
        loader = QtCore.QPluginLoader(str(LIBRARY))
        root = loader.instance()
        if root is None:
            LOG.warning('the consent plugin can not be loaded, telemetry is off: %s', loader.errorString())
            return
        _kept[:] = [loader, root]
        _launch.root = root
        root.telemetryWanted.connect(_launch.launch)
        root.start(window, json.dumps(host_facts()))
    except Exception:
        LOG.warning('telemetry could not start and is off', exc_info=True)


def _is_disabled() -> bool:
    """Tell whether the user disabled us in napari's plugin manager: that is a no, and nothing is shown."""
    from npe2 import PluginManager

    return bool(PluginManager.instance().is_disabled(PLUGIN_NAME))


def host_facts() -> dict[str, str]:
    """Return what the consent plugin has to know about this process; the fields are those of ``src/plugins/host.h``."""
    import napari
    from napari.settings import get_settings
    from napari.utils import _platformdirs

    config = get_settings().config_path
    return {
        'python': sys.executable or '',
        'config_folder': str(Path(config).parent) if config else '',
        'data_folder': str(_platformdirs.user_data_dir()),
        'environment': _platformdirs.environment_marker.replace(os.sep, '_'),
        'package_folder': str(Path(sysconfig.get_path('platlib')) / 'napari_telemetry'),
        'napari_version': napari.__version__,
        'python_version': platform.python_version(),
    }
