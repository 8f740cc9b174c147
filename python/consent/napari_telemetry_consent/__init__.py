"""Asks once whether napari may report how it is used, shows the answer, and keeps to it.

npe2 imports this package when napari discovers its plugins. In the cases in which telemetry is certainly off, importing
does nothing more than finding that out: no other module of ours is imported, nothing is loaded, nothing is shown.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from typing import Any

__all__ = ['start']


def _certainly_off(environment: Mapping[str, str], modules: Container[str]) -> bool:
    """Tell whether telemetry is off without looking at anything but the process itself.

    Parameters
    ----------
    environment
        The variables of the process.
    modules
        The names of the modules that are loaded.

    Returns
    -------
    bool
        True when there is no window, no person, or a variable says no. False decides nothing: the rest is decided by
        the consent plugin, which then shows level and reason.

    """
    if 'napari._qt.qt_main_window' not in modules or 'pytest' in modules:
        return True
    if environment.get('NAPARI_TELEMETRY', '').strip().lower() in {'0', 'none'}:
        return True
    return any(environment.get(name, '').strip().lower() not in {'', '0', 'false'} for name in ('DO_NOT_TRACK', 'CI'))


def start(window: Any) -> None:
    """Start in a window of napari: what a napari that knows about telemetry calls. Never raises for reasons of ours.

    Parameters
    ----------
    window
        napari's main window, visible. Another one, or the same again, adds nothing but an indicator where none is.

    """
    if not _certainly_off(os.environ, sys.modules):
        from napari_telemetry_consent import _start

        _start.start(window)


# A napari with integration/napari in it calls start() itself, and there is nothing to wait for.
if 'napari._qt._telemetry' not in sys.modules and not _certainly_off(os.environ, sys.modules):
    from napari_telemetry_consent import _start

    _start.arm()
