"""Which plugins napari has. What of it may be named is decided in C++, by the public plugin list."""

from __future__ import annotations

from npe2 import PluginManager


def installed() -> list[dict[str, str]]:
    """Return name and version of every enabled plugin.

    Returns
    -------
    list of dict
        With ``name`` (as its package is called) and ``version``, from the manifests that napari has already read. The
        contributions are not touched: for plugins of the first engine that could import them.

    """
    manager = PluginManager.instance()
    return [
        {'name': manifest.name, 'version': str(manifest.package_version or '')}
        for manifest in manager.iter_manifests()
        if not manager.is_disabled(manifest.name)
    ]
