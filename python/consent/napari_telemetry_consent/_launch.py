"""Loads the other package, ``napari-telemetry``. Runs only after a yes."""

from __future__ import annotations

import importlib
import logging
from typing import Any

LOG = logging.getLogger('napari_telemetry_consent')

root: Any = None
"""The root object of the consent plugin; set by :mod:`._start`."""


def launch() -> None:
    """Import ``napari_telemetry``, load its plugin and hand it to the consent plugin, which starts it with a grant.

    Never raises: the reason of a failure is shown by the consent plugin.
    """
    try:
        importlib.invalidate_caches()  # it may have been installed a moment ago
        telemetry = importlib.import_module('napari_telemetry')
        root.attachTelemetry(telemetry.load())
    except Exception as error:
        LOG.warning('napari-telemetry could not be loaded', exc_info=True)
        root.telemetryFailed(str(error) or type(error).__name__)
