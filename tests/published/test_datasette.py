"""The real Datasette opens the published SQLite file unchanged, and says what every table and column is."""

from __future__ import annotations

import hashlib
import json
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from publishing import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATASETTE = ROOT / 'build/venv/datasette/bin/datasette'
OURS = ROOT / 'deploy/datasette'
TABLES = {'releases', 'drawings', 'cells', 'sums'}
PATIENCE = 30.0


class Datasette:
    """It, with the public file and our description."""

    def __init__(self, file: Path, port: int) -> None:
        self.address = f'http://127.0.0.1:{port}'
        self.process = subprocess.Popen(
            [DATASETTE, '--immutable', file, '--metadata', OURS / 'metadata.json', '--host', '127.0.0.1', '--port',
             str(port), '--setting', 'max_returned_rows', '10000'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said = b''
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if b'Uvicorn running on' in line:
                return
        raise AssertionError(self.said.decode())

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)

    def page(self, path: str) -> str:
        """Return a page for people."""
        with urllib.request.urlopen(f'{self.address}/{path}', timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def ask(self, path: str) -> Any:
        """Return what a program gets."""
        return json.loads(self.page(path))


@pytest.fixture(scope='module')
def datasette(published: Path) -> Iterator[Datasette]:
    """Start it on a free port; the file stays as it is."""
    file = published / 'aggregates.sqlite'
    before = hashlib.sha256(file.read_bytes()).digest()
    with socket.create_server(('127.0.0.1', 0)) as server:
        port = server.getsockname()[1]
    started = Datasette(file, port)
    yield started
    started.stop()
    assert hashlib.sha256(file.read_bytes()).digest() == before
    assert [entry.name for entry in published.iterdir() if 'sqlite-' in entry.name] == []


def test_the_description_is_that_of_the_dictionary(tmp_path: Path) -> None:
    made = tmp_path / 'metadata.json'
    subprocess.run([sys.executable, OURS / 'make_metadata.py', '--out', made], check=True, timeout=60)
    assert made.read_text(encoding='utf-8') == (OURS / 'metadata.json').read_text(encoding='utf-8'), \
        'run deploy/datasette/make_metadata.py'


def test_every_table_and_column_has_a_description_and_a_unit(datasette: Datasette) -> None:
    described = datasette.ask('-/metadata.json')['databases']['aggregates']['tables']
    shown = {table['name']: table for table in datasette.ask('aggregates.json')['tables'] if not table['hidden']}
    assert shown.keys() == described.keys() == TABLES
    for name, table in described.items():
        answer = datasette.ask(f'aggregates/{name}.json?_shape=objects&_size=1')
        assert answer['filtered_table_rows_count'] > 0
        assert list(table['columns']) == answer['columns']
        assert table['description']
        for column, text in table['columns'].items():
            unit = answer['units'].get(column)
            assert text.endswith(f' Unit: {unit}.' if unit else ' No unit.'), (name, column)
        # A person sees them, and no unit that Datasette can't calculate with.
        page = datasette.page(f'aggregates/{name}')
        assert table['description'] in page
        for column in table['columns']:
            assert f'<dt>{column}</dt>' in page


def test_every_published_number_is_read_by_its_name(datasette: Datasette, published: Path) -> None:
    index = json.loads((published / 'index.json').read_text(encoding='utf-8'))
    queries = datasette.ask('-/metadata.json')['databases']['aggregates']['queries']
    assert list(queries) == [entry['table'] for entry in index['tables']]
    for entry in index['tables']:
        answer = datasette.ask(f'aggregates/{entry["table"]}.json')
        names = [dimension['field'] for dimension in entry['dimensions']]
        assert answer['columns'] == ['period', *names, 'people', 'within']
        assert not answer['truncated']
        table = json.loads((published / entry['json']).read_text(encoding='utf-8'))
        assert table['rows']
        assert [(period, [*map(str, key)], people, within) for period, *key, people, within in answer['rows']] == [
            (row['period'], row['key'], row['people'], row.get('within', entry['within'])) for row in table['rows']]
        text = queries[entry['table']]['description']
        assert all(f'{name}: ' in text for name in [*names, 'people', 'within'])
        assert 'Unit of both: people.' in text
