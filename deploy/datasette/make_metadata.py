#!/usr/bin/env python3
"""Make metadata.json, by which Datasette says what each table and column of aggregates.sqlite is, from the dictionary.

Without options it writes the file beside this program, from resources/dictionary.json. A public folder may be of an
older dictionary: `make_metadata.py --dictionary public/dictionary.json --out FILE` describes that one.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DICTIONARY = HERE.parents[1] / 'resources' / 'dictionary.json'
METHOD = 'https://usage.napari.org/'
PERIOD = ('The ISO week in UTC, such as 2026-W47, or the month, such as 2026-11: the ISO weeks whose Thursdays lie in '
          'it.')
COUNTED = {
    'week': 'people in the week',
    'month': 'people in the month',
    'year': 'people in the months of the year so far',
    'ever': 'people in all months so far',
}
WITHIN = 'within: the count is so far from it at most, with a probability of 95 %'

Topic = dict[str, Any]


def tables_of(topics: list[Topic]) -> list[tuple[Topic, dict[str, Any]]]:
    """Return every published table with its topic."""
    return [(topic, table) for topic in topics for table in topic['aggregate']]


def fields_of(topics: list[Topic]) -> dict[str, str]:
    """Return what each dimension of a table is, in words."""
    found: dict[str, list[str]] = {}
    for topic, table in tables_of(topics):
        for name in table['dimensions']:
            field = topic['schema']['properties'][name]
            text = f'{field["title"]}. {field["description"]}'
            if text not in found.setdefault(name, []):
                found[name].append(text)
    return {name: ' Or: '.join(texts) for name, texts in found.items()}


def columns(topics: list[Topic], rounding: int) -> dict[str, dict[str, Any]]:
    """Return title, columns and units of each table of the file."""
    table_name = 'Which published table: ' + '; '.join(
        f'{table["table"]} ({table["title"]}, {COUNTED[table["period"]]})'
        for _, table in tables_of(topics)) + '. No unit.'
    dimensions = ' '.join(f'{name}: {text}' for name, text in fields_of(topics).items())
    return {
        'releases': {
            'description': 'The weeks and months that are published. One that is not here was not: that is not zero.',
            'columns': {
                'period': f'{PERIOD} No unit.',
                'dictionary': 'The version of the data dictionary by which it was counted. No unit.',
                'rounding': f'What its numbers are multiples of, {rounding} today. Unit: people.',
            },
            'units': {'rounding': 'people'},
        },
        'drawings': {
            'description': 'What each table of a week or month was drawn with, and what its keys are of.',
            'columns': {
                'period': f'{PERIOD} No unit.',
                'table_name': table_name,
                'sigma': 'The noise that each number has: the standard deviation of a discrete Gaussian distribution. '
                         'Unit: people.',
                'threshold': 'Numbers below it, with their noise, were not published. For a sum of n months it is '
                             'the square root of n times as much. Unit: people.',
                'topic': 'The kind of fact: ' + '; '.join(f'{topic["topic"]} ({topic["title"]})' for topic in topics)
                         + '. No unit.',
                'dimensions': f'A JSON array with the names of what a key is of. {dimensions} No unit.',
            },
            'units': {'sigma': 'people', 'threshold': 'people'},
        },
        'cells': {
            'description': 'The published numbers: one row is one number. A missing row was not published: that is not '
                           'zero. The queries of this database have a table each, with names for the parts of its key.',
            'columns': {
                'period': f'{PERIOD} Of a sum: the last month that is in it. No unit.',
                'table_name': table_name,
                'key': f"A JSON array with what the number is of, in the order of the table's dimensions. {dimensions} "
                       'No unit.',
                'reporters': 'How many people took part and are in this cell, with noise, rounded. Nobody is in it '
                             'twice. Unit: people.',
            },
            'units': {'reporters': 'people'},
        },
        'sums': {
            'description': 'What the tables that go on from month to month have reached.',
            'columns': {
                'period': f'{PERIOD} The last month that is in it. No unit.',
                'table_name': table_name,
                'noisy': 'The sum of the months\' counts, each with noise of its own, neither rounded nor cut. '
                         'Unit: people.',
                'months': 'How many months are in it: each adds its noise. Unit: months.',
            },
            'units': {'noisy': 'people', 'months': 'months'},
        },
    }


def query(topic: Topic, table: dict[str, Any]) -> dict[str, Any]:
    """Return a query with the numbers of one table, its key in columns of their own."""
    properties = topic['schema']['properties']
    parts = [f"json_extract(cells.key, '$[{place}]') AS {name}" for place, name in enumerate(table['dimensions'])]
    # 95 % of the noise is within 2 sigma; of n months within the square root of n times as much, rounded up: SQLite may
    # be built without sqrt.
    is_sum = table['period'] in {'year', 'ever'}
    noise = ('(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n\n    WHERE i * i < '
             '4 * drawings.sigma * drawings.sigma * sums.months) SELECT max(i) FROM n)'
             if is_sum else '2 * drawings.sigma')
    sql = '\n'.join([
        'SELECT cells.period, ' + ''.join(f'{part}, ' for part in parts) + 'cells.reporters AS people,',
        f'  {noise} + releases.rounding / 2 AS within',
        'FROM cells JOIN drawings USING (period, table_name) JOIN releases USING (period)'
        + (' JOIN sums USING (period, table_name)' if is_sum else ''),
        f"WHERE cells.table_name = '{table['table']}'",
        'ORDER BY cells.period, cells.key'])
    named = [f'{name}: {properties[name]["title"]}. {properties[name]["description"]}' for name in table['dimensions']]
    return {
        'title': table['title'],
        'description': ' '.join([topic['why'], *named, f'people: {COUNTED[table["period"]]}, with noise, rounded;',
                                 f'{WITHIN}. Unit of both: people.']),
        'sql': sql,
        'hide_sql': True,
    }


def metadata(dictionary: dict[str, Any]) -> dict[str, Any]:
    """Return all of it."""
    topics = dictionary['topics']
    return {
        'title': 'napari telemetry',
        'description': 'How many of the people who take part use napari, on what and with what. Every number has '
                       'noise; what few people do is not published.',
        'source': 'usage.napari.org',
        'source_url': METHOD,
        'custom_units': ['people = [people]'],
        'databases': {
            'aggregates': {
                'description': f'Data dictionary {dictionary["version"]}.',
                'tables': columns(topics, dictionary['rounding']),
                'queries': {table['table']: query(topic, table) for topic, table in tables_of(topics)},
            },
        },
    }


def main() -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--dictionary', type=Path, default=DICTIONARY, help='a dictionary.json')
    parser.add_argument('--out', type=Path, default=HERE / 'metadata.json', help='the file to write')
    options = parser.parse_args()
    made = metadata(json.loads(options.dictionary.read_text(encoding='utf-8')))
    options.out.write_text(json.dumps(made, indent=2, ensure_ascii=False) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
