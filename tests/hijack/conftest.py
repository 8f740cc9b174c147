"""Fixtures of the attacks. `--binding` chooses pyqt6 or pyside6."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / 'napari'))

from desktop import Screen  # noqa: E402

EVIL = """
#include <stdio.h>
#include <stdlib.h>
__attribute__((constructor)) static void evil(void)
{
    const char *path = getenv("CANARY");
    FILE *file = path ? fopen(path, "a") : 0;
    if (file) {
        fputs("library ", file);
        fclose(file);
    }
}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption('--binding', choices=['pyqt6', 'pyside6'], default='pyqt6')


@pytest.fixture(scope='session')
def binding(request: pytest.FixtureRequest) -> str:
    """The binding that is loaded."""
    return str(request.config.getoption('--binding'))


@pytest.fixture(scope='session')
def display() -> Iterator[str]:
    """The display of one screen for all attacks of a run."""
    screen = Screen()
    yield screen.display
    screen.stop()


@pytest.fixture(scope='session')
def evil_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that says that it was loaded."""
    folder = tmp_path_factory.mktemp('evil')
    source, library = folder / 'evil.c', folder / 'evil.so'
    source.write_text(EVIL)
    subprocess.run(['cc', '-shared', '-fPIC', '-o', library, source], check=True, timeout=60)
    return library
