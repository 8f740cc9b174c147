"""The short way from Python into C++ for one use of something: a number, and no text."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def counters(root: Any) -> tuple[Callable[[str], None], Callable[..., None]]:
    """Make the functions that count one use of a command, and of a kind of layer.

    Parameters
    ----------
    root
        The root object of the telemetry plugin.

    Returns
    -------
    tuple
        ``command(id)`` and ``layer(type, module, dtype, ndim, elements)``. Both keep the use before they return, and
        never raise.
    """
    use = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int)(root.useFunction())
    commands: dict[str, int] = {}
    layers: dict[tuple[Any, ...], int] = {}

    def command(name: str) -> None:
        number = commands.get(name)
        if number is None:
            number = commands[name] = root.commandNumber(name)
        use(number)

    def layer(*facts: Any) -> None:
        number = layers.get(facts)
        if number is None:
            number = layers[facts] = root.layerNumber(*facts)
        use(number)

    return command, layer
