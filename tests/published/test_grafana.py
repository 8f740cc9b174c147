"""The dashboards of deploy/grafana: what they are made of, what Grafana's schema says, and every query on a real file.

Grafana itself is not here. What its frontend and frser-sqlite-datasource 4.0.3 put into a query is put in as they do.
"""

from __future__ import annotations

import datetime
import filecmp
import json
import re
import shutil
import sqlite3
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from publishing import MONTHS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OURS = ROOT / 'deploy/grafana'
GENERATE = OURS / 'generate'
NODE = ROOT / 'build/venv/tools/bin/node'
MILLISECONDS = 1000
Row = dict[str, Any]


def node(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the package."""
    return subprocess.run([NODE, '--disable-warning=ExperimentalWarning', *words], cwd=GENERATE, check=False,
                          capture_output=True, text=True, timeout=60)


def dashboards() -> dict[str, Any]:
    """Return those that are committed, by the name of their file."""
    return {file.name: json.loads(file.read_text(encoding='utf-8')) for file in sorted((OURS / 'dashboards').iterdir())}


def queries() -> Iterator[tuple[str, Row]]:
    """Return each query with the names of its dashboard and panel."""
    for name, dashboard in dashboards().items():
        for panel in dashboard['panels']:
            for target in panel.get('targets', []):
                yield f'{name}: {panel["title"]}', target


def milliseconds(day: str) -> int:
    """Return when this day begins."""
    return int(datetime.datetime.fromisoformat(f'{day}T00:00:00+00:00').timestamp()) * MILLISECONDS


def expanded(sql: str, variables: dict[str, str], first: str, last: str) -> str:
    """Return the query as SQLite gets it: as Grafana's frontend and then the data source change it."""
    def quoted(found: re.Match[str]) -> str:
        value = variables[found[1]].replace("'", "''")
        return f"'{value}'"

    sql = re.sub(r'\$\{(\w+):sqlstring\}', quoted, sql)
    sql = sql.replace('$__from', str(milliseconds(first))).replace('$__to', str(milliseconds(last)))

    def macro(found: re.Match[str]) -> str:
        assert found[1] == 'unixEpochGroupSeconds'
        column, seconds, *fill = [word.strip() for word in found[2].split(',')]
        assert fill in ([], ['NULL'])
        return f'cast(({column} / {int(seconds)}) as int) * {int(seconds)}'

    sql = re.sub(r'\$__([_a-zA-Z0-9]+)\(([^\)]*)\)', macro, sql)
    assert '$' not in sql.replace("'$[0]'", '').replace("'$[1]'", ''), sql
    return sql


class Source:
    """The published file, opened as the data source does: it can't be written to."""

    def __init__(self, file: Path) -> None:
        self.database = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
        self.database.execute('PRAGMA query_only = 1')
        self.variables: dict[str, str] = {}
        for dashboard in dashboards().values():
            for variable in dashboard.get('templating', {}).get('list', []):
                values = [value for (value,) in self.database.execute(variable['query'])]
                assert values
                self.variables[variable['name']] = values[0]

    def rows(self, target: Row, first: str = '2026-01-01', last: str = '2026-12-31') -> list[Row]:
        """Return what a panel gets of this range of days."""
        cursor = self.database.execute(expanded(target['rawQueryText'], self.variables, first, last))
        names = [column[0] for column in cursor.description]
        assert len(set(names)) == len(names)
        return [dict(zip(names, row, strict=True)) for row in cursor]


@pytest.fixture(scope='module')
def source(published: Path) -> Iterator[Source]:
    """Open the real one."""
    opened = Source(published / 'aggregates.sqlite')
    yield opened
    opened.database.close()


def test_the_dashboards_are_those_of_the_dictionary(tmp_path: Path) -> None:
    done = node('generate.mjs', ROOT / 'resources/dictionary.json', tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == list(dashboards())
    for file in tmp_path.iterdir():
        assert filecmp.cmp(file, OURS / 'dashboards' / file.name, shallow=False), \
            'run `npm ci && npm run build` in deploy/grafana/generate'


def test_grafanas_schema_takes_them() -> None:
    done = node('check.mjs')
    assert done.returncode == 0, done.stdout


def test_every_mistake_in_one_is_seen(tmp_path: Path) -> None:
    mistakes = {
        'value': ('"drawStyle": "line"', '"drawStyle": "lines"'),  # none of the enumeration
        'option': ('"spanNulls": false', '"spanNull": false'),  # none of a chart
        'query': ('"rawQueryText"', '"rawSql"'),  # another data source's
        'variable': ('"type": "query"', '"type": "sql"'),  # no kind of variable
        'type': ('"showHeader": true', '"showHeader": "yes"'),
        'name': ('"graphTooltip"', '"graphTooltips"'),
    }
    text = (OURS / 'dashboards/middle.json').read_text(encoding='utf-8')
    for name, (old, new) in mistakes.items():
        assert old in text
        (tmp_path / f'{name}.json').write_text(text.replace(old, new), encoding='utf-8')
    done = node('check.mjs', tmp_path)
    assert done.returncode == 1
    assert {name for name in mistakes if f'{name}.json.ts' in done.stdout} == mistakes.keys()


def test_every_panel_has_rows_of_the_real_file(source: Source) -> None:
    found = list(queries())
    assert len(found) > 30
    for where, target in found:
        rows = source.rows(target)
        assert rows, where
        assert any(row['people'] is not None for row in rows), where
        assert target['queryText'] == target['rawQueryText']


def test_charts_are_of_what_the_data_source_can_draw(source: Source) -> None:
    """A time in seconds and in order, numbers, and one text at most, which names the line."""
    for where, target in queries():
        if target['queryType'] == 'table':
            continue
        rows = source.rows(target)
        times = [row['time'] for row in rows]
        assert target['timeColumns'] == ['time']
        assert times == sorted(times), where
        assert all(milliseconds('2026-08-31') <= time * MILLISECONDS < milliseconds('2026-11-01') for time in times)
        for row in rows:
            assert all(isinstance(value, str) if name == 'metric' else value is None or isinstance(value, int)
                       for name, value in row.items()), where
        assert len({(row['time'], row.get('metric')) for row in rows}) == len(rows), where
        # Only what is in the range.
        assert not source.rows(target, '2027-01-01', '2027-12-31'), where
        assert len({row['time'] for row in source.rows(target, '2026-09-25', '2026-10-15')}) in {1, 2, 3}, where


def test_the_numbers_are_the_published_ones(source: Source, published: Path) -> None:
    index = json.loads((published / 'index.json').read_text(encoding='utf-8'))
    of_table = {entry['table']: entry for entry in index['tables']}
    charts = 0
    for where, target in queries():
        (name,) = set(re.findall(r"table_name = '([a-z-]+)'", target['rawQueryText']))
        table = json.loads((published / of_table[name]['json']).read_text(encoding='utf-8'))
        newest = max(row['period'] for row in table['rows'])
        now = [row for row in table['rows'] if row['period'] == newest]
        if target['queryType'] == 'table':
            wanted = sorted((*row['key'], row['people'], row.get('within', of_table[name]['within']), newest)
                            for row in now)
            assert sorted(tuple(row.values()) for row in source.rows(target)) == wanted, where
        elif 'at least' in target['rawQueryText'] and not table['dimensions']:
            charts += 1
            assert [(row['people'], row['people'] - row['at least'], row['at most'] - row['people'])
                    for row in source.rows(target)] == [
                (row['people'], *[row.get('within', of_table[name]['within'])] * 2) for row in table['rows']], where
    assert charts == 4
    weeks = [week for _, (weeks, _) in MONTHS.items() for week in weeks]
    (people,) = (target for where, target in queries() if where == 'basic.json: Users')
    assert [datetime.datetime.fromtimestamp(row['time'], datetime.timezone.utc).strftime('%G-W%V %a')
            for row in source.rows(people)] == [f'{week} Thu' for week in weeks]


def test_what_was_suppressed_is_a_gap(published: Path, tmp_path: Path) -> None:
    shutil.copy(published / 'aggregates.sqlite', tmp_path)
    with sqlite3.connect(tmp_path / 'aggregates.sqlite') as database:
        database.execute("DELETE FROM cells WHERE period = '2026-09' AND table_name = 'users-month'")
        database.execute("DELETE FROM cells WHERE period = '2026-09' AND key = ?", ('["007"]',))
    database.close()
    source = Source(tmp_path / 'aggregates.sqlite')
    of = dict(queries())
    assert [row['people'] is None for row in source.rows(of['basic.json: Users in the month'])] == [True, False]
    lines = source.rows(of['middle.json: Plugins: the ten largest'])
    assert [row['people'] is None for row in lines if row['metric'] == '007'] in ([True, False], [])
    source.variables['plugin'] = '007'
    (gap, number) = source.rows(of['middle.json: Plugins: $plugin'])
    assert (gap['people'], gap['at least'], gap['at most']) == (None, None, None)
    assert number['people'] > 0
    source.database.close()


def test_a_name_with_a_quotation_mark_is_a_name(source: Source) -> None:
    before, source.variables['plugin'] = source.variables['plugin'], "x' OR 1 = 1 --"
    for where, target in queries():
        if '${plugin:sqlstring}' in target['rawQueryText']:
            assert all(row['people'] is None for row in source.rows(target)), where
    source.variables['plugin'] = before


def test_provisioning_and_dashboards_are_of_one_source() -> None:
    sources = yaml.safe_load((OURS / 'provisioning/datasources/napari-telemetry.yaml').read_text(encoding='utf-8'))
    (ours,) = sources['datasources']
    used = {(part['datasource']['type'], part['datasource']['uid']) for _, part in queries()}
    used |= {(variable['datasource']['type'], variable['datasource']['uid']) for dashboard in dashboards().values()
             for variable in dashboard.get('templating', {}).get('list', [])}
    assert used == {(ours['type'], ours['uid'])}
    assert ours['jsonData']['pathOptions'] == 'mode=ro'
    uids = [dashboard['uid'] for dashboard in dashboards().values()]
    assert len(set(uids)) == len(uids) == 3
    for dashboard in dashboards().values():
        places = [panel['gridPos'] for panel in dashboard['panels']]
        taken = [(x, y) for place in places for x in range(place['x'], place['x'] + place['w'])
                 for y in range(place['y'], place['y'] + place['h'])]
        assert len(set(taken)) == len(taken), 'panels lie on each other'
        assert max(x for x, _ in taken) < 24
