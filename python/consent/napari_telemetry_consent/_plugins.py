"""Which plugins napari has. What of it may be named is decided in C++, by the public plugin list."""

from __future__ import annotations

import importlib.metadata
import json
import logging
from typing import TYPE_CHECKING, Any

from npe2 import PluginManager

if TYPE_CHECKING:
    from npe2 import PluginManifest

LOG = logging.getLogger('napari_telemetry_consent')


def installed() -> list[dict[str, Any]]:
    """Return every enabled plugin.

    Returns
    -------
    list of dict
        With ``name`` (as its package is called), ``version`` (empty when the plugin was not installed as a release) and
        ``commands`` (the ids in its manifest), from the manifests that napari has already read. The contributions of
        plugins of the first engine are not touched: reading them could import the plugin. One that can't be read is
        left out, and only that one.

    """
    manager = PluginManager.instance()
    plugins = []
    for manifest in list(manager.iter_manifests()):
        # What is read here was written by anybody: bytes that are no text, links in a circle. It costs its own plugin.
        try:
            if not manager.is_disabled(manifest.name):
                plugins.append(_facts(manifest))
        except Exception:
            LOG.info('a plugin can not be read and is left out', exc_info=True)
    return plugins


def _facts(manifest: PluginManifest) -> dict[str, Any]:
    version = str(manifest.package_version or '')
    commands = [] if manifest.npe1_shim else manifest.contributions.commands or []
    return {
        'name': str(manifest.name),
        'version': version if _is_release(manifest.name, version) else '',
        'commands': [str(command.id) for command in commands],
    }


def _is_release(name: str, version: str) -> bool:
    """Tell whether a package was installed as this release from an index, as far as its installer says so.

    Python imports from the first folder that has the package, so what another folder says of it does not count. What
    one folder says twice counts only when it says the same: an upgrade that was interrupted leaves two releases.
    """
    if not name:
        return False  # it would stand for every package
    copies = list(importlib.metadata.distributions(name=name))
    folders = [str(copy.locate_file('')) for copy in copies]
    imported = [copy for copy, folder in zip(copies, folders, strict=True) if folder == folders[0]]
    if len(copies) > 1 and {copy.version for copy in imported} != {version}:
        return False
    return bool(imported) and all(_is_from_index(copy) for copy in imported)


def _is_from_index(package: importlib.metadata.Distribution) -> bool:
    """Tell whether this copy of a package came from an index.

    One that was installed from a folder (also editable), a file or a repository has a ``direct_url.json`` (PEP 610).
    conda's packages keep that of their own build. A package that nobody installed, such as a source tree on the path,
    has no ``INSTALLER``.
    """
    installer = (package.read_text('INSTALLER') or '').strip()
    direct = package.read_text('direct_url.json')
    if not installer or direct is None:
        return bool(installer)
    try:
        editable = json.loads(direct).get('dir_info', {}).get('editable', False)
    except (ValueError, AttributeError):
        return False
    return installer == 'conda' and not editable
