"""Publish once for all tests; let those with programs that are large be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import publishing
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our option."""
    parser.addoption('--programs', action='store_true',
                     help='also with LibreOffice and R, of tools/setup/packages-full.txt')


def pytest_configure(config: pytest.Config) -> None:
    """Make our mark known."""
    config.addinivalue_line('markers', 'programs: needs LibreOffice or R')


def pytest_collection_modifyitems(config: pytest.Config, items: Iterable[pytest.Item]) -> None:
    """Leave out what was not asked for."""
    if config.getoption('--programs'):
        return
    for item in items:
        if item.get_closest_marker('programs'):
            item.add_marker(pytest.mark.skip(reason='needs --programs'))


@pytest.fixture(scope='session')
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the public folder of a real aggregation."""
    return publishing.publish(tmp_path_factory.mktemp('published'))
