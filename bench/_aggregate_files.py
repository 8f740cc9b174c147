"""What tools/bench aggregate reads: raw events of 13,000 facts, and an aggregates file of five years."""

from __future__ import annotations

import contextlib
import datetime
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _collector_facts import PUBLIC, ROOT, TOPICS, Fact, canonical, facts, open_periods, values_of
from _collector_servers import make_rows

SQL = ROOT / 'resources' / 'sql'
VERSIONS = 14  # of each plugin, beside those of the public list
PLUGINS = 700  # published in a month
YEARS = range(2021, 2026)  # each has 52 weeks

Table = dict[str, Any]


def raw_facts() -> list[Fact]:
    """Return facts of weeks that are open, and of their months; with many versions of each plugin."""
    months = open_periods()['month']
    return facts() + [Fact('plugin', month, canonical({'name': name, 'version': f'9.{release}.7'}), '')
                      for name in PUBLIC['plugins'] for release in range(VERSIONS) for month in months[:1]]


def make_raw(rows: int, folder: Path) -> Path:
    """Make raw.sqlite of so many events."""
    every = raw_facts()
    assert len({fact.row() for fact in every}) == len(every)
    (folder / 'facts.tsv').write_text(''.join(f'{fact.row()}\n' for fact in every), encoding='utf-8')
    return make_rows(rows, folder)


def periods() -> Iterator[str]:
    """Return all months and weeks of the years."""
    for year in YEARS:
        yield from (f'{year}-{month:02}' for month in range(1, 13))
        yield from (f'{year}-W{week:02}' for week in range(1, 53))


def keys_of(topic: str, table: Table) -> list[str]:
    """Return the keys of all cells of a table: those of all values of its topic, but of plugins so many."""
    def text(value: Any) -> str:
        return str(value).lower() if isinstance(value, bool) else str(value)

    keys = {json.dumps([text(value[name]) for name in table['dimensions']], separators=(',', ':'), ensure_ascii=False)
            for value in values_of(topic)}
    return sorted(keys)[:PLUGINS if topic == 'plugin' else None]


def make_aggregates(file: Path) -> int:
    """Make a file in which every table has all its cells in each week or month, and return how many cells these are."""
    tables = [(name, table, keys_of(name, table)) for name, topic in TOPICS.items() for table in topic['aggregate']]
    with contextlib.closing(sqlite3.connect(file)) as database:
        for version in (1, 2):
            database.executescript((SQL / f'aggregates-{version}.sql').read_text(encoding='utf-8'))
        months = 0
        for period in periods():
            is_week = 'W' in period
            months += not is_week
            database.execute('INSERT INTO releases VALUES (?, 1, 5)', (period,))
            for topic, table, keys in tables:
                if (table['period'] == 'week') != is_week:
                    continue
                database.execute('INSERT INTO drawings VALUES (?, ?, ?, ?, ?, ?)',
                                 (period, table['table'], table['sigma'], table['threshold'], topic,
                                  json.dumps(table['dimensions'], separators=(',', ':'))))
                cells = ((period, table['table'], key, 30 + 5 * number) for number, key in enumerate(keys))
                database.executemany('INSERT INTO cells VALUES (?, ?, ?, ?)', cells)
                of = {'year': int(period[-2:]), 'ever': months}.get(table['period'])
                if of:
                    database.execute('INSERT INTO sums VALUES (?, ?, ?, ?)', (period, table['table'], 1000 * of, of))
        database.execute('INSERT INTO last_run VALUES (?)', (datetime.date(max(YEARS) + 1, 1, 31).isoformat(),))
        database.commit()
        count: int = database.execute('SELECT count(*) FROM cells').fetchone()[0]
    file.chmod(0o600)
    return count
