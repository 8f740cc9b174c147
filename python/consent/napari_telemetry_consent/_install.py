"""Puts an installation into the queue of napari-plugin-manager. What is run is decided in C++, and only after a yes."""

from __future__ import annotations

import importlib.util
import json
import logging
import sys
from typing import Any

from qtpy import QtCore

LOG = logging.getLogger('napari_telemetry_consent')

root: Any = None
"""The root object of the consent plugin; set by :mod:`._start`."""

_running: list[Any] = []
"""The queue that has our job, the job's number, its package, and the widget that the queue writes to otherwise."""
_own: list[Any] = []
"""A queue of our own, once one was needed."""


def give_facts() -> None:
    """Answer what C++ can't know about this environment. Never raises: then nothing is known and nothing installed."""
    try:
        from napari.utils.misc import running_as_constructor_app

        root.setInstallFacts(json.dumps({
            'prefix': sys.prefix,
            'bundled': running_as_constructor_app(),
            'pip': importlib.util.find_spec('pip') is not None,
            'queue': importlib.util.find_spec('napari_plugin_manager') is not None,
        }))
    except Exception:
        LOG.warning('this environment could not be looked at', exc_info=True)


def run_in_queue(job: str) -> None:
    """Run a program when the queue gets to it.

    Parameters
    ----------
    job
        JSON with ``program`` and ``arguments``.

    Notes
    -----
    Never raises: what does not work is told to the consent plugin, which then runs the program itself.

    """
    try:
        from napari_plugin_manager.base_qt_package_installer import InstallerTools

        wanted = json.loads(job)
        queue, output = _queue()
        queue.set_output_widget(_Output(output))
        queue.processFinished.connect(_on_process_finished)
        # The queue knows how to run pip as the plugin manager does it; ours is to be run exactly as C++ says.
        queue.PYPI_INSTALLER_TOOL_CLASS = _tool(wanted['program'], wanted['arguments'])
        try:
            package = wanted['arguments'][-1]
            _running[:] = [queue, None, package, output]
            number = queue.install(InstallerTools.PYPI, [package])
        finally:
            del queue.PYPI_INSTALLER_TOOL_CLASS
        if _running:  # it may have failed at once
            _running[1] = number
    except Exception as error:
        LOG.info('the queue of napari-plugin-manager can not be used', exc_info=True)
        _let_go()
        root.queueRefused(str(error) or type(error).__name__)


def cancel_in_queue() -> None:
    """Take our job out of the queue, or end it. Never raises."""
    try:
        if _running:
            queue, number = _running[:2]
            queue.cancel(number)
    except Exception:
        LOG.warning('the installation could not be cancelled', exc_info=True)


class _Output:
    """Stands where the queue expects a text widget: gives us what it writes, and to that widget, too."""

    def __init__(self, widget: Any) -> None:
        self._widget = widget

    def append(self, text: str) -> None:
        if self._widget is not None:
            self._widget.append(text)
        if _running and _running[0].hasJobs():
            root.queueOutput(text)


def _queue() -> tuple[Any, Any]:
    """Return the plugin manager's queue and its text widget, or ours and None when its window was never opened."""
    from napari._qt.qt_main_window import _QtMainWindow

    for window in _QtMainWindow._instances:
        dialog = getattr(window, '_plugin_manager_dialog', None)
        try:
            if dialog is not None and dialog.installer.parent() is not None:
                return dialog.installer, dialog.stdout_text
        except RuntimeError:
            continue  # deleted in C++
    from napari_plugin_manager.qt_package_installer import NapariInstallerQueue

    if not _own:
        _own.append(NapariInstallerQueue(QtCore.QCoreApplication.instance()))
    return _own[0], None


def _tool(program: str, words: list[str]) -> Any:
    from napari_plugin_manager.base_qt_package_installer import AbstractInstallerTool

    class Tool(AbstractInstallerTool):  # type: ignore[misc]
        """Runs exactly this, with the variables of this process and no other."""

        @classmethod
        def executable(cls) -> str:
            return program

        def arguments(self) -> list[str]:
            return words

        def environment(self, env: Any = None) -> Any:
            return env or QtCore.QProcessEnvironment.systemEnvironment()

    return Tool


def _on_process_finished(finished: dict[str, Any]) -> None:
    if not _running or _running[2] not in finished['pkgs']:
        return  # another job of the plugin manager
    code = finished['exit_code']
    _let_go()
    root.queueFinished(1 if code is None else int(code))


def _let_go() -> None:
    if _running:
        queue, output = _running[0], _running[3]
        _running.clear()
        queue.processFinished.disconnect(_on_process_finished)
        if output is not None:
            queue.set_output_widget(output)
