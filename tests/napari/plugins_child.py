"""Prints what telemetry would say of the plugins that npe2 knows, and of some that are not as they should be.

Usage: plugins_child.py PLUGINS, the file of ``napari_telemetry_consent._plugins``. Runs in an environment with npe2,
with made-up packages on its path.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import Any

from npe2 import PluginManager


class Raising:
    """A manifest that raises where npe2's don't."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getattr__(self, attribute: str) -> Any:
        raise RuntimeError(attribute)


def main() -> None:
    """Let npe2 look for plugins, add some, and print our list."""
    manager = PluginManager.instance()
    manager.discover(include_npe1=True)
    # First, so that it has to be got over; and one without a name, which would stand for every package.
    manager._manifests = {'': Raising(''), 'zz-raising': Raising('zz-raising'), **manager._manifests}
    spec = importlib.util.spec_from_file_location('_plugins', sys.argv[1])
    assert spec is not None and spec.loader is not None
    plugins = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(plugins)
    print(json.dumps({'known': list(manager._manifests), 'ours': plugins.installed(),
                      'nameless': plugins._is_release('', '')}))


main()
