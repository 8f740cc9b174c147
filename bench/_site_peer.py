"""Datasette with datasette-dashboards, which shows the charts of our first page from the published SQLite file."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _collector_facts import ROOT

DATASETTE = ROOT / 'build/venv/datasette-dashboards/bin/datasette'
CHARTS = {'users-month': 'People in the month'}  # as on our first page


def chart(title: str, table: str) -> dict[str, Any]:
    """Return a chart of the people of a table by period."""
    return {
        'title': title, 'db': 'aggregates', 'library': 'vega-lite',
        'query': f"SELECT period, reporters AS people FROM cells WHERE table_name = '{table}' ORDER BY period",
        'display': {'mark': {'type': 'line', 'point': True},
                    'encoding': {'x': {'field': 'period', 'type': 'nominal'},
                                 'y': {'field': 'people', 'type': 'quantitative'}}},
    }


def metadata() -> dict[str, Any]:
    """Return what Datasette is told."""
    return {'plugins': {'datasette-dashboards': {'usage': {
        'title': 'How napari is used', 'layout': [[table] for table in CHARTS],
        'charts': {table: chart(title, table) for table, title in CHARTS.items()},
    }}}}


@contextlib.contextmanager
def serving(public: Path, folder: Path) -> Iterator[str]:
    """Serve the file of a public folder; the address of its dashboard."""
    (folder / 'metadata.json').write_text(json.dumps(metadata()), encoding='utf-8')
    server = subprocess.Popen(
        [DATASETTE, '--immutable', public / 'aggregates.sqlite', '--metadata', folder / 'metadata.json', '--port', '0'],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout is not None
    try:
        for text in server.stdout:
            if 'Uvicorn running on' in text:
                yield f"{text.split(' on ')[1].split(' ')[0]}/-/dashboards/usage"
                return
        raise AssertionError('Datasette ended')
    finally:
        server.terminate()
        server.communicate(timeout=30)
