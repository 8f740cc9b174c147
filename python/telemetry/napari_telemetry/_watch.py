"""Watches commands and layers, at the level full only. What of it may be named is decided in C++."""

from __future__ import annotations

import logging
import math
from typing import Any

LOG = logging.getLogger('napari_telemetry')

root: Any = None
"""The root object of the telemetry plugin; set by :mod:`._load`."""

_watched: list[Any] = []  # layer lists that we listen to
_watching = False


def set_watching(wanted: bool) -> None:
    """Begin or end watching. Ending takes back everything that was put into napari. Never raises."""
    global _watching  # noqa: PLW0603
    if wanted == _watching:
        return
    _watching = wanted
    try:
        if wanted:
            _wrap_commands()
            _connect_layers()
        else:
            _unwrap_commands()
            _disconnect_layers()
    except Exception:
        LOG.warning('commands and layers are not counted', exc_info=True)


def _wrap_commands() -> None:
    """Put a counting wrapper in front of app-model's ``execute_command``, on the instance: ``del`` takes it back."""
    from napari._app_model import get_app_model

    commands = get_app_model().commands
    execute = commands.execute_command
    count = root.countCommand

    def execute_command(id: str, *args: Any, **kwargs: Any) -> Any:
        count(str(id))
        return execute(id, *args, **kwargs)

    commands.execute_command = execute_command


def _unwrap_commands() -> None:
    from napari._app_model import get_app_model

    get_app_model().commands.__dict__.pop('execute_command', None)


def _connect_layers() -> None:
    from napari._qt.qt_main_window import _QtMainWindow

    for window in _QtMainWindow._instances:
        layers = window._qt_viewer.viewer.layers
        layers.events.inserted.connect(_on_inserted)
        _watched.append(layers)


def _disconnect_layers() -> None:
    while _watched:
        _watched.pop().events.inserted.disconnect(_on_inserted)


def _on_inserted(event: Any) -> None:
    try:
        root.countLayer(*layer_facts(event.value))
    except Exception:
        LOG.debug('a layer was not counted', exc_info=True)


def layer_facts(layer: Any) -> tuple[str, str, str, int, float]:
    """Describe a layer without touching its data.

    Parameters
    ----------
    layer
        Any napari layer.

    Returns
    -------
    tuple
        Kind of layer, module of the type of its data, data type, number of dimensions and number of elements, in the
        order of ``TelemetryPlugin::countLayer``. Only attributes that every array answers without computing are read:
        ``shape`` and ``dtype``.
    """
    data = layer.data
    # The full resolution of several; of a surface (vertices, faces, values) the vertices.
    if getattr(layer, 'multiscale', False) or isinstance(data, tuple):
        data = data[0]
    shape = getattr(data, 'shape', None)
    elements = float(math.prod(int(n) for n in shape)) if shape is not None else float(len(data))
    return (
        str(layer._type_string),
        type(data).__module__,
        str(getattr(data, 'dtype', 'other')),
        int(layer.ndim),
        elements,
    )
