"""docs/data-in-tools.md, done as it says: the public files of a real aggregation over HTTP, and in other programs."""

from __future__ import annotations

import ast
import functools
import http.server
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pandas
import pytest
from publishing import PEOPLE, PLUGINS, PYTHONS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FURTHEST = 35  # noise beyond 33 has a chance of e^-34 in each cell, at sigma = 4; rounding to 5 adds up to 2
ADDRESS = 'https://usage.napari.org/data'


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Static files, as any host has them."""

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


@pytest.fixture(scope='module')
def address(published: Path) -> Iterator[str]:
    """Return the address of the public folder on a real server."""
    with http.server.ThreadingHTTPServer(
            ('127.0.0.1', 0), functools.partial(Quiet, directory=str(published))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f'http://127.0.0.1:{server.server_port}'
        server.shutdown()
        thread.join()


def test_the_example_with_pandas_runs_as_it_stands(address: str) -> None:
    page = (ROOT / 'docs/data-in-tools.md').read_text(encoding='utf-8')
    (code,) = (part.split('```')[0] for part in page.split('```python\n')[1:])
    assert ADDRESS in code
    done = subprocess.run([sys.executable, '-W', 'error', '-c', code.replace(ADDRESS, address)], check=False,
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    people, heading, *rows = done.stdout.splitlines()
    counted = ast.literal_eval(people.removeprefix('People in a month: '))
    assert list(counted) == ['2026-M09', '2026-M10']
    assert all(abs(number - 4 * PEOPLE) <= FURTHEST for number in counted.values())
    assert heading.split() == ['period', 'name', 'people']
    for row in rows[:3]:
        period, *name, number = row.split()
        assert period == '2026-M10'
        assert ' '.join(name).removeprefix('plugin: ') in PLUGINS
        assert abs(int(number) - 4 * PEOPLE) <= FURTHEST
    assert [row.split()[0] for row in rows[-len(PYTHONS):]] == sorted(PYTHONS)


def test_every_csv_file_is_read_from_its_address(address: str, published: Path) -> None:
    for file in sorted((published / 'tables').glob('*.csv')):
        pandas.testing.assert_frame_equal(pandas.read_csv(f'{address}/tables/{file.name}'), pandas.read_csv(file))
