"""The collector's checks as somebody writes them with pydantic, from the same data dictionary: for the peer."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, Union

from _collector_facts import DICTIONARY, FIRST_IN, OF_ONE_FACT, PUBLIC, REQUEST_EVENTS, TOPICS
from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, with_config
from pydantic_core import from_json, to_json
from typing_extensions import NotRequired, TypedDict

CLOSES_AFTER = datetime.timedelta(days=21)
AHEAD = datetime.timedelta(days=1)
PERIODS = {'week': r'^\d{4}-W\d{2}$', 'month': r'^\d{4}-\d{2}$'}


class Row(NamedTuple):
    """What the peer stores of an event; the value as JSON with sorted keys."""

    topic: str
    reporter: bytes
    period: str
    value: str
    first_in: str


def type_of(schema: dict[str, Any]) -> Any:
    """Return pydantic's type of a field of the dictionary."""
    if 'enum' in schema:
        return Literal[tuple(schema['enum'])]
    if schema['type'] == 'integer':
        return Annotated[int, Field(ge=schema['minimum'], le=schema['maximum'])]
    return Annotated[str, StringConstraints(pattern=schema['pattern'], max_length=schema['maxLength'])]


def closed(name: str, fields: dict[str, Any]) -> Any:
    """Return a dictionary's type with exactly these fields. pydantic checks it sooner than a model."""
    return with_config(ConfigDict(extra='forbid', strict=True))(TypedDict(name, fields))  # type: ignore[operator]


def event_type(topic: dict[str, Any]) -> Any:
    """Return the type of a topic's event."""
    properties = topic['schema']['properties']
    required = topic['schema']['required']
    value = {name: type_of(properties[name]) if name in required else NotRequired[type_of(properties[name])]
             for name in sorted(properties)}
    fields = {
        'topic': Literal[topic['topic']],
        'period': Annotated[str, StringConstraints(pattern=PERIODS[topic['period']])],
        'reporter': Annotated[str, StringConstraints(pattern='^[0-9a-f]{32}$')],
        'value': closed('Value_' + topic['topic'], value),
    }
    if 'first_in' in topic:
        fields['first_in'] = Literal[tuple(FIRST_IN[:FIRST_IN.index(topic['first_in']) + 1])]
    return closed('Event_' + topic['topic'], fields)


def batch_of(level: str) -> TypeAdapter[Any]:
    """Return the type of a request's body on a level."""
    events = tuple(event_type(topic) for topic in DICTIONARY['topics'] if topic['level'] == level)
    event = Annotated[Union[events], Field(discriminator='topic')]  # noqa: UP007 - not known when this is written
    many = Annotated[list[event], Field(min_length=1, max_length=REQUEST_EVENTS)]  # type: ignore[valid-type]
    return TypeAdapter(closed('Batch_' + level, {'dictionary': Annotated[int, Field(ge=1)], 'events': many}))


BATCHES = {level: batch_of(level) for level in ('basic', 'middle', 'full')}
DISTINCT = {name: topic['distinct'] for name, topic in TOPICS.items()}
RELEASES = {(name, release) for name, releases in PUBLIC['plugins'].items() for release in releases}
COMMANDS = set(PUBLIC['napari_commands']).union(*PUBLIC['plugin_commands'].values())
VERSIONS = {f'{product} {version}' for product, versions in PUBLIC['versions'].items() for version in versions}


@lru_cache
def refusal_of_period(period: str, today: datetime.date) -> str | None:
    """Return why a period is refused on this day."""
    def first_week(year: int, month: int) -> datetime.date:
        fourth = datetime.date(year, month, 4)  # the week of the first Thursday has it
        return fourth - datetime.timedelta(days=fourth.weekday())

    try:
        if 'W' in period:
            begin = datetime.date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
            end = begin + datetime.timedelta(days=7)
        else:
            year, month = int(period[:4]), int(period[5:])
            begin, end = first_week(year, month), first_week(year + month // 12, month % 12 + 1)
    except ValueError:
        return 'no such period'
    if today >= end + CLOSES_AFTER:
        return 'the period is closed'
    return 'the period has not begun' if begin > today + AHEAD else None


def is_public(topic: str, value: dict[str, Any]) -> bool:
    """Whether every name of the value is."""
    if topic == 'plugin':
        return (value['name'], value['version']) in RELEASES
    if topic == 'command':
        return value['command'] in COMMANDS
    if topic in ('napari', 'python', 'system'):  # the room for next releases is left out: nothing here needs it
        version = value['os_version'] if topic == 'system' else f'{topic} {value[topic + "_version"]}'
        return version in VERSIONS or not any(map(str.isdigit, version))
    return True


def checked(level: str, body: bytes) -> tuple[list[Row], list[dict[str, Any]]]:
    """Return the rows of what is taken, and what is refused. ValidationError when it is no batch at all."""
    refused: dict[int, str] = {}
    try:
        events = list(enumerate(BATCHES[level].validate_json(body)['events']))
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            if len(each['loc']) < 2:
                raise
            refused[int(each['loc'][1])] = each['msg']
        events = [each for each in enumerate(from_json(body)['events']) if each[0] not in refused]
    today = datetime.datetime.now(datetime.timezone.utc).date()
    counts = Counter[tuple[Any, ...]]()
    rows = []
    for index, event in events:
        topic, period, value = event['topic'], event['period'], event['value']
        fact = (topic, period, *(value[field] for field in DISTINCT[topic]))
        if reason := refusal_of_period(period, today):
            refused[index] = reason
        elif not is_public(topic, value):
            refused[index] = 'a name is not on the public list'
        elif counts[fact] >= OF_ONE_FACT:
            refused[index] = 'more than two events of one fact'
        else:
            counts[fact] += 1
            rows.append(Row(topic, bytes.fromhex(event['reporter']), period, to_json(value).decode(),
                            event.get('first_in', '')))
    return rows, [{'index': index, 'reason': refused[index]} for index in sorted(refused)]
