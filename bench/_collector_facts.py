"""What tools/bench collector sends: valid events of 3,400 facts, in requests of many, of one and of all that fit."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import json
import random
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / 'resources' / 'sql' / 'raw-1.sql'
DICTIONARY: dict[str, Any] = json.loads((ROOT / 'resources' / 'dictionary.json').read_text(encoding='utf-8'))
PUBLIC: dict[str, Any] = json.loads((ROOT / 'resources' / 'public-list.json').read_text(encoding='utf-8'))
TOPICS: dict[str, dict[str, Any]] = {topic['topic']: topic for topic in DICTIONARY['topics']}
FIRST_IN = ['week', 'month', 'year', 'ever']

FACTS = 3_400
BATCH = 20
OF_ONE_FACT = 2  # what the collector takes of one fact and period in one request
REQUEST_BYTES = 64 * 1024
REQUEST_EVENTS = 500
NOBODY = 32 * '0'  # where the load draws a reporter


def canonical(value: Any) -> str:
    """Return the JSON that everybody writes alike."""
    return json.dumps(value, separators=(',', ':'), sort_keys=True)


@dataclass(frozen=True)
class Fact:
    """What many people have in common."""

    topic: str
    period: str
    value: str
    first_in: str

    @cached_property
    def level(self) -> str:
        """The level that sends it."""
        level: str = TOPICS[self.topic]['level']
        return level

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """What an honest person has once."""
        value = json.loads(self.value)
        return (self.topic, self.period, *(str(value[field]) for field in TOPICS[self.topic]['distinct']))

    @cached_property
    def event(self) -> str:
        """The event of a person who is drawn later."""
        parts = {'topic': self.topic, 'period': self.period, 'reporter': NOBODY, 'value': json.loads(self.value)}
        return canonical({**parts, 'first_in': self.first_in} if self.first_in else parts)

    def row(self) -> str:
        """Return what bench_rows reads."""
        cells = [self.topic, self.period, self.value, self.first_in]
        key = hashlib.sha256('\0'.join(cells).encode()).digest()[:16]
        return '\t'.join([key.hex(), *cells])


def open_periods() -> dict[str, list[str]]:
    """Return weeks and months that are open now, the newest first: the collector judges by its clock."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    weeks, months = [], []
    for ago in range(3):
        year, number, _ = (today - datetime.timedelta(weeks=ago)).isocalendar()
        weeks.append(f'{year}-W{number:02}')
        months.append(datetime.date.fromisocalendar(year, number, 4).strftime('%Y-%m'))
    return {'week': weeks, 'month': list(dict.fromkeys(months))}


def values_of(topic: str) -> Iterator[dict[str, Any]]:
    """Return values of a topic, as many as there are of a closed list, and some of the others."""
    fields: dict[str, Any] = TOPICS[topic]['schema']['properties']
    if topic == 'plugin':
        for name, releases in PUBLIC['plugins'].items():
            yield from ({'name': name, 'version': release} for release in releases)
    elif topic == 'command':
        commands = itertools.chain(PUBLIC['napari_commands'], *PUBLIC['plugin_commands'].values())
        for command in commands:
            yield from ({'command': command, 'count_class': often} for often in fields['count_class']['enum'])
    else:
        some = {'napari_version': ['0.9.2', '0.9.1', '0.9.0', '0.8.0'], 'ndim': range(2, 8),
                'python_version': ['3.11', '3.12', '3.13'],
                'os_version': ['debian 12', 'ubuntu 24.04', 'windows 11', 'macos 15']}
        choices = [field.get('enum', some.get(name)) for name, field in fields.items()]
        yield from (dict(zip(fields, chosen, strict=True)) for chosen in itertools.product(*choices))


def facts() -> list[Fact]:
    """Return the facts, the same in every run of a week; commands fill up what others leave."""
    periods = open_periods()
    each = []
    for name in [*(topic for topic in TOPICS if topic != 'command'), 'command']:
        greatest = TOPICS[name].get('first_in')
        firsts = FIRST_IN[:FIRST_IN.index(greatest) + 1] if greatest else ['']
        each += [Fact(name, period, canonical(value), first) for value in values_of(name) for first in firsts
                 for period in periods[TOPICS[name]['period']]]
    return each[:FACTS]


def batches(every: list[Fact], size: int) -> list[list[Fact]]:
    """Return requests of up to so many different facts of one level, each within what the collector takes.

    The last of a level are smaller.
    """
    result = []
    for level in dict.fromkeys(fact.level for fact in every):
        left = deque(fact for fact in every if fact.level == level)
        random.Random(1).shuffle(left)
        while left:
            batch: list[Fact] = []
            counts, room = Counter[tuple[str, ...]](), REQUEST_BYTES - len(request_of([]))
            for _ in range(len(left)):
                fact = left.popleft()
                room -= len(fact.event) + 1
                if counts[fact.distinct] < OF_ONE_FACT and room >= 0:
                    counts[fact.distinct] += 1
                    batch.append(fact)
                else:
                    left.append(fact)
                if len(batch) == size or room < 0:
                    break
            result.append(batch)
    return result


def request_of(batch: list[Fact]) -> str:
    """Return the body of a request."""
    return f'{{"dictionary":{DICTIONARY["version"]},"events":[{",".join(fact.event for fact in batch)}]}}'


def write_requests(path: Path, requests: list[list[Fact]]) -> None:
    """Write what bench_load reads."""
    lines = [f'{request[0].level} {request_of(request)}\n' for request in requests]
    path.write_text(''.join(lines), encoding='utf-8')


def write_all(folder: Path) -> None:
    """Write facts.tsv, and the requests of each load: many.txt, one.txt, full.txt."""
    every = facts()
    assert len(every) == FACTS, len(every)
    (folder / 'facts.tsv').write_text(''.join(f'{fact.row()}\n' for fact in every), encoding='utf-8')
    write_requests(folder / 'many.txt', [each for each in batches(every, BATCH) if len(each) == BATCH])
    write_requests(folder / 'one.txt', [[fact] for fact in every])
    write_requests(folder / 'full.txt', [each for each in batches(every, REQUEST_EVENTS)
                                         if len(request_of(each)) > 0.9 * REQUEST_BYTES])
