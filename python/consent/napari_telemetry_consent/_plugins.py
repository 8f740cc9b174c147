"""Which plugins napari has. What of it may be named is decided in C++, by the public plugin list."""

from __future__ import annotations

import importlib.metadata
import json
from typing import TYPE_CHECKING, Any

from npe2 import PluginManager

if TYPE_CHECKING:
    from npe2 import PluginManifest


def installed() -> list[dict[str, Any]]:
    """Return every enabled plugin.

    Returns
    -------
    list of dict
        With ``name`` (as its package is called), ``version`` (empty when the plugin was not installed as a release) and
        ``commands`` (the ids in its manifest), from the manifests that napari has already read. The contributions of
        plugins of the first engine are not touched: reading them could import the plugin.

    """
    manager = PluginManager.instance()
    return [
        {
            'name': manifest.name,
            'version': str(manifest.package_version or '') if _is_release(manifest.name) else '',
            'commands': _commands(manifest),
        }
        for manifest in manager.iter_manifests()
        if not manager.is_disabled(manifest.name)
    ]


def _commands(manifest: PluginManifest) -> list[str]:
    if manifest.npe1_shim:
        return []
    return [command.id for command in manifest.contributions.commands or []]


def _is_release(name: str) -> bool:
    """Tell whether a package was installed as a release from an index, as far as its installer says so.

    One that was installed from a folder (also editable), a file or a repository has a ``direct_url.json`` (PEP 610).
    conda's packages keep that of their own build. A package that nobody installed, such as a source tree on the path,
    has no ``INSTALLER``.
    """
    try:
        package = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    installer = (package.read_text('INSTALLER') or '').strip()
    direct = package.read_text('direct_url.json')
    if not installer or direct is None:
        return bool(installer)
    try:
        editable = json.loads(direct).get('dir_info', {}).get('editable', False)
    except (ValueError, AttributeError):
        return False
    return installer == 'conda' and not editable
