"""Starts the consent plugin in napari's window, once there is one that a person sees."""

from __future__ import annotations

import importlib
import json
import logging
import os
import platform
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtpy import QtCore

import napari_telemetry_consent
from napari_telemetry_consent import _windows

if TYPE_CHECKING:
    from types import ModuleType

LOG = logging.getLogger('napari_telemetry_consent')
PLUGIN_NAME = 'napari-telemetry-consent'


def library_file(name: str) -> str:
    """Return what a Qt plugin of ours is called on this system; CMake gives it that name (src/client/plugins)."""
    return f'{name}.dll' if sys.platform == 'win32' else f'lib{name}.so'


LIBRARY = Path(__file__).with_name(library_file('napari_telemetry_consent_plugin'))

root: Any = None
"""The root object of the consent plugin, once it is loaded; signals are connected to this wrapper of it."""
_kept: list[object] = []  # the loader and, of a command line, the application: as long as the process lives


def start(window: Any) -> None:
    """Load the consent plugin into the Qt of this process and start it in a window of napari.

    Parameters
    ----------
    window
        napari's main window. Nothing happens while it is not visible, or part of another window.

    Notes
    -----
    Never raises: when something is amiss, napari goes on without telemetry and the reason is in the log.

    """
    if not _windows.is_seen(window):
        return
    try:
        if root is None and not _load():
            return
        root.start(window, json.dumps(host_facts()))
        napari_telemetry_consent.decide(why())
    except Exception as problem:
        LOG.warning('telemetry could not start and is off', exc_info=True)
        napari_telemetry_consent.decide(f'Off: telemetry could not start: {problem!r}.')


def why() -> str:
    """Return in words what the consent plugin has decided; empty when it could not. Only while there is a root."""
    try:
        return str(root.why())
    except RuntimeError:  # it went with the application
        return 'Off: the application has ended.'


def _load() -> bool:
    """Load the consent plugin, unless the user disabled us; tell whether it is there."""
    global root  # noqa: PLW0603
    _follow_plugin_manager()
    if _is_disabled():
        napari_telemetry_consent.decide("Off: disabled in napari's plugin manager.")
        return False
    _windows.done()  # for good: what can't be loaded is not tried with every window
    if not LIBRARY.exists():
        LOG.warning('no plugin for this system; telemetry is off')
        napari_telemetry_consent.decide('Off: there is no plugin for this system.')
        return False
    loader = QtCore.QPluginLoader(str(LIBRARY))
    plugin = loader.instance()
    if plugin is None:
        LOG.warning('the consent plugin can not be loaded, telemetry is off: %s', loader.errorString())
        napari_telemetry_consent.decide(f"Off: the consent plugin can't be loaded: {loader.errorString()}")
        return False
    _kept[:] = [loader]
    root = plugin
    root.nameCheckWanted.connect(_check_name)
    root.telemetryWanted.connect(_load_telemetry)
    root.installedPluginsWanted.connect(_give_installed_plugins)
    root.installFactsWanted.connect(_give_facts)
    root.queueJobWanted.connect(_run_in_queue)
    root.queueCancelWanted.connect(_cancel_in_queue)
    return True


def open_plugin() -> Any:
    """Load the consent plugin for a command line, where there may be no application yet.

    Returns
    -------
    object
        Its root object. What has to live as long is kept.

    Raises
    ------
    ImportError
        When the plugin can't be loaded.

    """
    # The plugin links it, and has to find the binding's and not the system's. Where there is a window, it is there.
    importlib.import_module('qtpy.QtWidgets')
    application = QtCore.QCoreApplication.instance() or QtCore.QCoreApplication([])
    loader = QtCore.QPluginLoader(str(LIBRARY))
    plugin = loader.instance()
    if plugin is None:
        raise ImportError(loader.errorString())
    _kept[:] = [application, loader]
    return plugin


def _is_disabled() -> bool:
    """Tell whether the user disabled us in napari's plugin manager: that is a no, and nothing is shown."""
    from npe2 import PluginManager

    return bool(PluginManager.instance().is_disabled(PLUGIN_NAME))


def is_disabled_in_settings() -> bool:
    """Tell the same of the next napari, without one: from its settings."""
    from napari.settings import get_settings

    return PLUGIN_NAME in get_settings().plugins.disabled_plugins


def _launcher() -> ModuleType:
    from napari_telemetry_consent import _launch  # only after a yes: napari's start does not wait for it

    _launch.root = root
    return _launch


def _check_name() -> None:
    _launcher().check_name()


def _load_telemetry() -> None:
    _launcher().launch()


def _give_installed_plugins() -> None:
    """Answer the consent plugin, which shows what would be sent. Never raises: then it shows an example."""
    try:
        from napari_telemetry_consent import _plugins  # few people ask for it: napari's start does not wait for it

        root.setInstalledPlugins(json.dumps(_plugins.installed()))
    except Exception:
        LOG.warning('the plugins could not be listed', exc_info=True)


def _installer() -> ModuleType:
    from napari_telemetry_consent import _install  # only after a yes: napari's start does not wait for it

    _install.root = root
    return _install


def _give_facts() -> None:
    _installer().give_facts()


def _run_in_queue(job: str) -> None:
    _installer().run_in_queue(job)


def _cancel_in_queue() -> None:
    _installer().cancel_in_queue()


def _follow_plugin_manager() -> None:
    """Hear when the user disables us in napari's plugin manager, or enables us again."""
    from npe2 import PluginManager

    PluginManager.instance().events.enablement_changed.connect(_on_enablement_changed, unique=True)


def _on_enablement_changed(enabled: set[str], disabled: set[str]) -> None:
    if PLUGIN_NAME in disabled and root is not None:
        root.setEnabled(False)
    elif PLUGIN_NAME in enabled and root is not None:
        root.setEnabled(True)
    elif PLUGIN_NAME in enabled:
        _windows.look()  # it was disabled when napari started


def host_facts() -> dict[str, str]:
    """Return what the consent plugin has to know of this process: the fields of ``src/client/consent/host.h``."""
    import napari
    from napari.settings import get_settings
    from napari.utils import _platformdirs

    settings = get_settings()
    config = settings.config_path
    # napari had a language setting and may have one again; its default is not a choice of the user's.
    application = settings.application
    language = getattr(application, 'language', '') if 'language' in application.model_fields_set else ''
    return {
        'python': sys.executable or '',
        'config_folder': str(Path(config).parent) if config else '',
        'data_folder': str(_platformdirs.user_data_dir()),
        'environment': _platformdirs.environment_marker.replace(os.sep, '_'),
        'package_folder': package_folder(),
        'napari_version': napari.__version__,
        'python_version': platform.python_version(),
        'language': str(language),
    }


def package_folder() -> str:
    """Return where the other package has to be: in this environment's own folder for it, and nowhere else."""
    return str(Path(sysconfig.get_path('platlib')) / 'napari_telemetry')
