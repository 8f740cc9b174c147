"""Asks once whether napari may report how it is used, shows the answer, and keeps to it.

npe2 imports this package when napari discovers its plugins. In the cases in which telemetry is certainly off, importing
does nothing more than finding that out: no other module of ours is imported, nothing is loaded, nothing is shown.
Otherwise it is noticed when a window of napari is shown; until then nothing more is loaded.

:func:`why` says what holds in this process. The same is a line at the level DEBUG of the logger
``napari_telemetry_consent``, when it is decided.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from typing import Any

__all__ = ['start', 'why']

_WAITING = 'Off: no main window of napari was shown yet.'
_decision = ''
"""What was decided last, in words."""


def _certainly_off(environment: Mapping[str, str], modules: Container[str]) -> str:
    """Tell why telemetry is off without looking at anything but the process itself.

    Parameters
    ----------
    environment
        The variables of the process.
    modules
        The names of the modules that are loaded.

    Returns
    -------
    str
        The reason in words: there is no person, or a variable says no. Empty decides nothing: the rest is decided by
        the consent plugin, which then shows level and reason.

    """
    if 'pytest' in modules:
        return "Off: pytest is loaded, so this is a test run and not a person's session."
    if environment.get('NAPARI_TELEMETRY', '').strip().lower() in {'0', 'none'}:
        return 'Off: the variable NAPARI_TELEMETRY says so.'
    for name, more in (('DO_NOT_TRACK', ''), ('CI', ", so this is not a person's session")):
        if environment.get(name, '').strip().lower() not in {'', '0', 'false'}:
            return f'Off: the variable {name} is set{more}.'
    return ''


def decide(decision: str) -> None:
    """Keep what was decided, in words, for :func:`why`; write it to the log, when it is new and somebody may listen."""
    global _decision  # noqa: PLW0603
    if decision != _decision and 'logging' in sys.modules:
        sys.modules['logging'].getLogger(__name__).debug('%s', ' '.join(decision.splitlines()))
    _decision = decision


def start(window: Any) -> None:
    """Start in a window of napari: what a napari that knows about telemetry calls. Never raises for reasons of ours.

    Parameters
    ----------
    window
        napari's main window. Nothing happens while it is not visible, or part of another window. Another one, or the
        same again, adds nothing but an indicator where none is.

    """
    off = _certainly_off(os.environ, sys.modules)
    if off:
        decide(off)
        return
    from napari_telemetry_consent import _start

    _start.start(window)


def why() -> str:
    """Return in words why telemetry is off in this process, or what runs; call it in the thread of the window.

    Returns
    -------
    str
        As long as this Python has decided, one sentence in English; once there is an indicator, the words of it and of
        its tooltip, in its language.

    """
    running = sys.modules.get(f'{__name__}._start')
    if running is not None and running.root is not None:
        return str(running.why()) or _decision
    if _decision != _WAITING:
        return _decision
    from napari_telemetry_consent import _windows

    return _certainly_off(os.environ, sys.modules) or _windows.why() or _WAITING


decide(_certainly_off(os.environ, sys.modules) or _WAITING)
# A napari with integration/napari in it calls start() itself.
if _decision == _WAITING and 'napari._qt._telemetry' not in sys.modules:
    from napari_telemetry_consent import _windows

    _windows.look_out()
