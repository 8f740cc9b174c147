"""Watches commands and layers, at the level full only. What of it may be named is decided in C++.

Everything that is put into napari is put into an instance's ``__dict__`` or a keymap, and taken back when watching
ends. One press is one use: a command or an action that runs inside another one is not counted, a plugin's reader is.
"""

from __future__ import annotations

import functools
import inspect
import logging
import math
import weakref
from typing import TYPE_CHECKING, Any

from napari_telemetry import _uses

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

LOG = logging.getLogger('napari_telemetry')

root: Any = None
"""The root object of the telemetry plugin; set by :mod:`._load`."""

_MISSING = object()
_undo: list[Callable[[], None]] = []  # takes back what was put into napari, the last one first
_count: Callable[[str], None] | None = None  # None: nothing is counted, whoever still calls
_count_kind: Callable[..., None] | None = None  # the same for layers
_running: list[str] = []  # ids of the commands that run now, the outermost first
_watched: list[weakref.ref[Any]] = []  # layer lists that we listen to
_counted: weakref.WeakSet[Any] = weakref.WeakSet()  # layers


def set_watching(wanted: bool) -> None:
    """Begin or end watching; once more to begin means: look for new windows. Never raises.

    Ending takes back everything that was put into napari.
    """
    global _count, _count_kind  # noqa: PLW0603
    if not wanted:
        _count = None
        while _undo:
            _attempt(_undo.pop())
        return
    if _count is None:
        _count, _count_kind = _uses.counters(root)
        for wrap in (_wrap_menus, _wrap_actions, _wrap_plugin_commands):
            _attempt(wrap)
    _attempt(_watch_layers)


def forget() -> None:
    """Forget which layers were counted: the counts are deleted."""
    _counted.clear()


def _attempt(step: Callable[[], None]) -> None:
    try:
        step()
    except Exception:
        LOG.warning('not all commands and layers are counted', exc_info=True)


def _used(command: str) -> None:
    """Count a use. Never raises: napari's command has to run."""
    try:
        if _count is not None:
            _count(command)
    except Exception:
        LOG.debug('a command was not counted', exc_info=True)


def _put(owner: Any, name: str, value: Any) -> None:
    """Set an attribute of an instance, until watching ends."""
    before = vars(owner).get(name, _MISSING)
    vars(owner)[name] = value

    def take_back() -> None:
        if vars(owner).get(name) is not value:
            return  # somebody wrapped it after us: what is ours in it only passes calls on
        if before is _MISSING:
            del vars(owner)[name]
        else:
            vars(owner)[name] = before

    _undo.append(take_back)


def _wrap_menus() -> None:
    """Menus, their shortcuts and the command palette: all of them go through app-model's ``execute_command``."""
    from napari._app_model import get_app_model

    commands = get_app_model().commands
    _put(commands, 'execute_command', counting_first(commands.execute_command))


def counting_first(execute: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``execute``, whose first argument is the id of a command, with counting in front of it."""

    @functools.wraps(execute)
    def execute_command(id: str, *args: Any, **kwargs: Any) -> Any:
        if not _running:
            _used(id)
        _running.append(id)
        try:
            return execute(id, *args, **kwargs)
        finally:
            _running.pop()

    return execute_command


def _wrap_actions() -> None:
    """Keys in the canvas and buttons: napari's action manager. Also those that are registered later."""
    from napari.utils.action_manager import action_manager

    for name, action in list(action_manager._actions.items()):
        _attempt(functools.partial(_wrap_action, name, action))  # one that can't be wrapped costs no other one
    register = action_manager.register_action

    @functools.wraps(register)
    def register_action(name: str, *args: Any, **kwargs: Any) -> None:
        register(name, *args, **kwargs)
        if _count is not None:
            _attempt(lambda: _wrap_action(name, action_manager._actions[name]))

    _put(action_manager, 'register_action', register_action)


def _wrap_action(name: str, action: Any) -> None:
    cached = 'injected' in vars(action)
    original = action.injected
    if not cached:
        del vars(action)['injected']
    counted = counting(name, original)
    _put(action, 'injected', counted)
    _swap_in_keymap(action.keymapprovider, original, counted)
    _undo.append(lambda: _swap_in_keymap(action.keymapprovider, counted, original))


def _swap_in_keymap(provider: Any, before: Any, after: Any) -> None:
    """Let the keys that are bound to one function call another. No other binding changes."""
    keymap = provider.class_keymap if provider is not None else {}
    for key in [key for key, function in keymap.items() if function is before]:
        keymap[key] = after


def counting(name: str, action: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function of an action, with counting in front of it. A generator function stays one."""
    if inspect.isgeneratorfunction(action):

        @functools.wraps(action)
        def held(*args: Any, **kwargs: Any) -> Generator[Any, Any, Any]:
            if not _running:
                _used(name)
            return (yield from action(*args, **kwargs))

        return held

    @functools.wraps(action)
    def pressed(*args: Any, **kwargs: Any) -> Any:
        if not _running:
            _used(name)
        _running.append(name)
        try:
            return action(*args, **kwargs)
        finally:
            _running.pop()

    return pressed


def _wrap_plugin_commands() -> None:
    """Readers, writers, samples and widgets of plugins: npe2 looks up their command by its id."""
    from npe2 import PluginManager

    commands = PluginManager.instance().commands
    look_up = commands.get

    @functools.wraps(look_up)
    def get(id: str) -> Any:
        function = look_up(id)
        if id not in _running:  # a menu entry has the id of its widget
            _used(id)
        return function

    _put(commands, 'get', get)


def _watch_layers() -> None:
    """Count the layers of all windows, those that are there and those that come."""
    from napari._qt.qt_main_window import _QtMainWindow

    _watched[:] = [known for known in _watched if known() is not None]
    for window in list(_QtMainWindow._instances):
        layers = window._qt_viewer.viewer.layers
        if any(known() is layers for known in _watched):
            continue
        if not _watched:
            _undo.append(_leave_layers)
        _watched.append(weakref.ref(layers))
        layers.events.inserted.connect(_on_inserted)
        for layer in layers:
            _count_layer(layer)


def _leave_layers() -> None:
    while _watched:
        layers = _watched.pop()()
        if layers is not None:
            layers.events.inserted.disconnect(_on_inserted)


def _on_inserted(event: Any) -> None:
    _count_layer(event.value)


def _count_layer(layer: Any) -> None:
    """Count a layer, once. Never raises."""
    try:
        if _count_kind is not None and layer not in _counted:
            _counted.add(layer)
            _count_kind(*layer_facts(layer))
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
        order of ``TelemetryPlugin::layerNumber``. Only attributes that every array answers without computing are read:
        ``shape`` and ``dtype``.

    """
    data = layer.data
    # The full resolution of several; of a surface (vertices, faces, values) the vertices.
    if getattr(layer, 'multiscale', False) or isinstance(data, tuple):
        data = data[0]
    shape = getattr(data, 'shape', None)
    elements = float(math.prod(int(n) for n in shape)) if shape is not None else float(len(data))
    dtype = getattr(data, 'dtype', 'other')
    return (
        str(layer._type_string),
        type(data).__module__,
        str(getattr(dtype, 'name', dtype)),  # the name is the same in either byte order
        int(layer.ndim),
        elements,
    )
