"""Counts the cells of a file of raw events without our program, for tools/bench aggregate, and prints what that took.

rows: Python and sqlite3, each row of the view that joins events and facts; what it had before is not parsed anew.
grouped: Python and sqlite3, one row of each fact, which SQLite has counted.
duckdb: the same query in DuckDB. Its wheel has no extension for SQLite's files: sqlite3 reads both tables into Arrow.
"""

from __future__ import annotations

import datetime
import json
import resource
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FIRST_IN = ['', 'week', 'month', 'year', 'ever']
ROWS = 100_000  # that Arrow gets at a time

Row = tuple[str, str, str, str]
Cell = tuple[str, str, str]


def month_of(period: str) -> str:
    """Return the month of a week's Thursday, or the month itself."""
    year, is_week, number = period.partition('-W')
    return datetime.date.fromisocalendar(int(year), int(number), 4).strftime('%Y-%m') if is_week else period


def cells_of(topics: dict[str, Any], row: Row) -> list[Cell]:
    """Return in which cells whoever reported it is."""
    topic, period, value, first_in = row
    fields = json.loads(value)
    return [
        (table['table'], period if table['period'] == 'week' else month_of(period),
         json.dumps([fields[name] for name in table['dimensions']]))
        for table in topics[topic]['aggregate']
        if topics[topic]['period'] == 'month' or FIRST_IN.index(first_in) >= FIRST_IN.index(table['period'])
    ]


def count_rows(topics: dict[str, Any], rows: Iterable[Row]) -> Counter[Cell]:
    """Count one person for each row."""
    cells = Counter[Cell]()
    known: dict[Row, list[Cell]] = {}
    for row in rows:
        those = known.get(row)
        if those is None:
            those = known[row] = cells_of(topics, row)
        for cell in those:
            cells[cell] += 1
    return cells


def count_groups(topics: dict[str, Any], groups: Iterable[tuple[str, str, str, str, int]]) -> Counter[Cell]:
    """Count the people that each row has."""
    cells = Counter[Cell]()
    for *row, people in groups:
        for cell in cells_of(topics, (row[0], row[1], row[2], row[3])):
            cells[cell] += people
    return cells


def in_arrow(database: sqlite3.Connection, table: str) -> Any:
    """Return a table."""
    import pyarrow

    cursor = database.execute(f'SELECT * FROM {table}')
    names = [column[0] for column in cursor.description]
    batches = []
    while rows := cursor.fetchmany(ROWS):
        columns = [pyarrow.array(column) for column in zip(*rows, strict=True)]
        batches.append(pyarrow.RecordBatch.from_arrays(columns, names))
    return pyarrow.Table.from_batches(batches)


def spent() -> tuple[float, float]:
    """Return the seconds of the clock, and of CPU."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return time.monotonic(), usage.ru_utime + usage.ru_stime


def main() -> None:
    """Count and print."""
    kind, file, dictionary, query = sys.argv[1:]
    topics = {topic['topic']: topic for topic in json.loads(Path(dictionary).read_text(encoding='utf-8'))['topics']}
    database = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
    begin = spent()
    if kind == 'rows':
        cells = count_rows(topics, database.execute('SELECT topic, period, value, first_in FROM event'))
    elif kind == 'grouped':
        cells = count_groups(topics, database.execute(query))
    else:
        import duckdb

        duck = duckdb.connect()
        for table in ('facts', 'events'):
            duck.register(table, in_arrow(database, table))
        begin = spent()
        cells = count_groups(topics, duck.execute(query).fetchall())
    end = spent()
    print(json.dumps({'wall': end[0] - begin[0], 'cpu': end[1] - begin[1], 'cells': len(cells),
                      'people': sum(cells.values())}))


if __name__ == '__main__':
    main()
