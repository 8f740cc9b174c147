"""The public files of a real aggregation, read by what people open tables with: values come back as written."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pandas
import pytest
from publishing import PYTHONS

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = {'ndim', 'people', 'within'}  # of all columns of all tables


def written(file: Path) -> list[list[str]]:
    """Return the cells of a CSV file, its heading first, as they were written."""
    with file.open(encoding='utf-8', newline='') as text:
        return list(csv.reader(text))


def tables(published: Path) -> list[Path]:
    """Return the CSV files that have rows."""
    found = [file for file in sorted((published / 'tables').glob('*.csv')) if len(written(file)) > 1]
    assert len(found) == 18
    return found


def test_the_values_are_those_that_the_json_files_have(published: Path) -> None:
    titles = {}
    for topic in json.loads((published / 'dictionary.json').read_text(encoding='utf-8'))['topics']:
        titles.update({(topic['topic'], name): field['title'] for name, field in topic['schema']['properties'].items()})
    for file in tables(published):
        table = json.loads(file.with_suffix('.json').read_text(encoding='utf-8'))
        rows = written(file)
        numbers = ['people', 'within'] if table['period'] in {'year', 'ever'} else ['people']
        assert rows[0] == ['period', *table['dimensions'], *numbers]
        plain = []
        for period, *cells in rows[1:]:
            key = cells[:-len(numbers)]
            fronts = [f'{titles[table["topic"], name]}: ' for name in table['dimensions']]
            texts = [text.removeprefix(front) for text, front in zip(key, fronts, strict=True)]
            plain.append({'period': period.replace('-M', '-'), 'key': texts,
                          **dict(zip(numbers, map(int, cells[-len(numbers):]), strict=True))})
        assert plain == table['rows']
    versions = {row[1] for row in written(published / 'tables/python-versions.csv')[1:]}
    assert versions == {f'Python version: {version}' for version in PYTHONS}
    names = {row[1] for row in written(published / 'tables/plugins.csv')[1:]}
    assert {'napari-svg', '3d-viewer', 'plugin: nan', 'plugin: 1e6', 'plugin: mar-1'} <= names


def test_pandas_reads_them_as_they_are(published: Path) -> None:
    for file in tables(published):
        heading, *rows = written(file)
        frame = pandas.read_csv(file)
        assert list(frame.columns) == heading
        assert frame[heading[-1]].dtype == 'int64'
        assert [[*map(str, row)] for row in frame.to_numpy().tolist()] == rows, file.name
        texts = [name for name in heading if name not in NUMBERS]
        assert 'ndim' not in heading or frame['ndim'].dtype == 'int64'  # the one that is a number
        assert all(isinstance(text, str) for name in texts for text in frame[name]), file.name


def test_the_types_in_the_data_package_are_enough_to_read_them(published: Path) -> None:
    package = json.loads((published / 'datapackage.json').read_text(encoding='utf-8'))
    types = {'string': 'str', 'integer': 'int64'}
    for resource in package['resources']:
        heading, *rows = written(published / resource['path'])
        fields = resource['schema']['fields']
        frame = pandas.read_csv(
            published / resource['path'], dtype={field['name']: types[field['type']] for field in fields},
            keep_default_na=False, na_values=resource['schema']['missingValues'])
        assert [field['name'] for field in fields] == heading
        assert [[*map(str, row)] for row in frame.to_numpy().tolist()] == rows


def spreadsheet(file: Path, folder: Path) -> list[list[str | float]]:
    """Return what LibreOffice makes of a CSV file that it opens by default: texts, and numbers as such."""
    office = shutil.which('soffice')
    assert office, 'LibreOffice is missing: tools/setup/packages-full.txt'
    subprocess.run(
        [office, f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'fods', '--outdir',
         folder, file], check=True, capture_output=True, timeout=180)
    office_names = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
    table_names = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
    rows: list[list[str | float]] = []
    for row in ET.parse(folder / f'{file.stem}.fods').iter(f'{table_names}table-row'):
        cells: list[str | float] = []
        for cell in row.iter(f'{table_names}table-cell'):
            kind = cell.get(f'{office_names}value-type')
            if kind is None:
                continue
            assert cell.get(f'{table_names}formula') is None
            assert kind in {'string', 'float'}, f'{"".join(cell.itertext())} has become a {kind}'
            value = float(cell.get(f'{office_names}value', '')) if kind == 'float' else ''.join(cell.itertext()).strip()
            cells += [value] * int(cell.get(f'{table_names}number-columns-repeated', '1'))
        if cells:
            rows += [cells] * int(row.get(f'{table_names}number-rows-repeated', '1'))
    return rows


@pytest.mark.programs
def test_libreoffice_reads_them_as_they_are(published: Path, tmp_path: Path) -> None:
    # All of them below each other, because each start takes seconds.
    everything = tmp_path / 'everything.csv'
    everything.write_bytes(b''.join(file.read_bytes() for file in tables(published)))
    expected: list[list[str | float]] = []
    for file in tables(published):
        heading, *rows = written(file)
        expected.append(list(heading))
        expected += [[float(cell) if name in NUMBERS else cell for name, cell in zip(heading, row, strict=True)]
                     for row in rows]
    assert spreadsheet(everything, tmp_path) == expected


@pytest.mark.programs
def test_r_reads_them_as_they_are(published: Path) -> None:
    for file in tables(published):
        code = f'x <- read.csv("{file}"); cat(sapply(x, class), sep="\\n"); write.csv(x, row.names=FALSE)'
        printed = subprocess.run(['Rscript', '-e', code], check=True, capture_output=True, text=True, timeout=60).stdout
        lines = printed.splitlines()
        heading, *rows = written(file)
        assert lines[:len(heading)] == ['integer' if name in NUMBERS else 'character' for name in heading], file.name
        assert list(csv.reader(lines[len(heading):])) == [heading, *rows]
