"""Loads the two Qt plugins of this package into the Qt that napari's binding brought."""

from __future__ import annotations

import ctypes
import importlib
import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import qtpy
from napari_telemetry_consent import _plugins, _start
from qtpy import QtCore

from napari_telemetry import _watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    Library = Callable[[str], AbstractContextManager[str]]

LOG = logging.getLogger('napari_telemetry')

# The loaders and the root object, as long as the process lives: signals are connected to the Python wrapper.
_kept: list[Any] = []
_libraries: list[Library] = []  # one: where load_upload() gets its library from


def _map(module: str) -> None:
    """Map a library of the binding's own Qt, or the loader would take the system's, which is of another Qt.

    Parameters
    ----------
    module
        Its name, as in ``QtSql``.

    Raises
    ------
    ImportError
        When it is not there.

    """
    try:
        ctypes.CDLL(_qt_library(module))
    except OSError:
        # Python's module for it maps it, too; nobody needs that, and it takes up to 0.4 MB.
        importlib.import_module(f'{qtpy.API_NAME}.{module}')


def _qt_library(module: str) -> str:
    """Return where a library of the binding's own Qt is on this system."""
    places = QtCore.QLibraryInfo.LibraryPath
    name = module.replace('Qt', 'Qt6', 1)
    if sys.platform == 'win32':
        return f'{QtCore.QLibraryInfo.path(places.BinariesPath)}/{name}.dll'
    folder = QtCore.QLibraryInfo.path(places.LibrariesPath)
    return f'{folder}/{module}.framework/{module}' if sys.platform == 'darwin' else f'{folder}/lib{name}.so.6'


def load(library: Library) -> Any:
    """Load the telemetry plugin.

    Parameters
    ----------
    library
        Makes a context in which a library of this package, by its file name, is at the path that it gives.

    Returns
    -------
    QObject
        Its root object, not started: that takes a grant, which only the consent plugin has.

    Raises
    ------
    ImportError
        When the plugin can't be loaded; the message is Qt's.

    """
    if _kept:
        return _kept[1]
    _map('QtSql')
    with library(_start.library_file('napari_telemetry_plugin')) as path:
        loader = QtCore.QPluginLoader(path)
        root = loader.instance()
        if root is None:
            raise ImportError(loader.errorString())
    _kept[:] = [loader, root]
    _libraries[:] = [library]
    root.uploadWanted.connect(load_upload)
    _watch.root = root
    root.watchingWanted.connect(_watch.set_watching)
    root.usesForgotten.connect(_watch.forget)
    root.setInstalledPlugins(json.dumps(_installed()))
    return root


def _installed() -> list[dict[str, Any]]:
    """Return the plugins, or none when npe2 can't be asked: that is no reason against all that is not about plugins."""
    try:
        return _plugins.installed()
    except Exception:
        LOG.warning('the plugins could not be listed', exc_info=True)
        return []


def load_upload() -> None:
    """Load the upload plugin, with QtNetwork, at the first send. Never raises: the preview shows what is wrong."""
    root = _kept[1]
    try:
        _map('QtNetwork')
        with _libraries[0](_start.library_file('napari_telemetry_upload_plugin')) as path:
            loader = QtCore.QPluginLoader(path)
            plugin = loader.instance()
            if plugin is None:
                raise ImportError(loader.errorString())
        _kept.append(loader)
        root.attachUpload(plugin)
    except Exception as error:
        LOG.warning('the upload plugin could not be loaded', exc_info=True)
        root.uploadFailed(str(error) or type(error).__name__)
