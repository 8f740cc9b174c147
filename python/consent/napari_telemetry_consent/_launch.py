"""Loads the other package, ``napari-telemetry``: what the consent plugin has verified of it. Runs only after a yes."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING, Any

from napari_telemetry_consent import _verified

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = logging.getLogger('napari_telemetry_consent')

root: Any = None
"""The root object of the consent plugin; set by :mod:`._start`."""


def check_name() -> None:
    """Tell the consent plugin whether something else has the name of the other package."""
    root.setNameTaken(_verified.name_is_taken())


@contextlib.contextmanager
def library(name: str) -> Iterator[str]:
    """Give a library of the other package to the system's loader.

    Parameters
    ----------
    name
        Its file name.

    Yields
    ------
    str
        The path of a copy of the bytes that were verified, which only this user can reach. It is gone afterwards.

    Raises
    ------
    ImportError
        When there can be no copy; the reason is in the log.

    """
    path = root.privateCopy(name)
    if not path:
        raise ImportError(f'there is no verified copy of {name}')
    loaded = False
    try:
        yield path
        loaded = True
    finally:
        root.dropPrivateCopy(name, loaded)


def load() -> Any:
    """Run what was verified of ``napari_telemetry``, and load its plugin.

    Returns
    -------
    QObject
        Its root object.

    Raises
    ------
    ImportError
        When it can't be run or loaded.

    """
    files = {path: root.verifiedBytes(path).data() for path in root.verifiedFiles() if path.endswith('.py')}
    return _verified.run(files).load(library)


def launch() -> None:
    """Load the other package and hand it to the consent plugin.

    Never raises: the reason of a failure is shown by the consent plugin.
    """
    try:
        root.attachTelemetry(load())
    except Exception as error:
        LOG.warning('napari-telemetry could not be loaded', exc_info=True)
        root.telemetryFailed(str(error) or type(error).__name__)
