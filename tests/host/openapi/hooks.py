"""What schemathesis is told of our collector, beside its description."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import jsonschema_rs
import requests
import schemathesis

# What an event is refused for that fits its schema.
NOT_OF_THE_FORM = {
    'the week is closed',
    'the week has not begun',
    'the month is closed',
    'the month has not begun',
    'a name is not on the public list',
    'more than two events of one fact',
    'its reporter is known with another topic or period',
}
HONEST = {
    'dictionary': 1,
    'events': [
        {'topic': 'user', 'period': '2026-W47', 'reporter': '61' * 16, 'first_in': 'ever', 'value': {}},
    ],
}
others = requests.Session()


def send_honest(base: str, times: int) -> None:
    """Send what an honest client sends: the collector holds its clock against most of the last 101 requests."""
    for _ in range(times):
        others.post(f'{base}/v1/basic/events', json=HONEST, timeout=30).raise_for_status()


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Let two honest clients come for each made-up request, as it is said in docs/threats.md."""
    send_honest(case.operation.base_url, 2)


@schemathesis.hook
def map_body(context: schemathesis.HookContext, body: Any) -> Any:
    """Give events a period that is open: one drawn from 8,000 years never is. What is no period stays what it is."""
    events = body.get('events') if isinstance(body, dict) else None
    for event in events if isinstance(events, list) else []:
        period = event.get('period') if isinstance(event, dict) else None
        if isinstance(period, str) and re.fullmatch(r'[1-9]\d{3}-W?(0[1-9]|1[0-2])', period, re.ASCII):
            event['period'] = '2026-W47' if 'W' in period else '2026-11'
    return body


@cache
def event_validator(description: str) -> jsonschema_rs.Validator:
    """Return what knows the description's form of an event."""
    components = json.loads(description)['components']
    return jsonschema_rs.validator_for({'$ref': '#/components/schemas/Event', 'components': components})


@schemathesis.check
def an_event_is_refused_exactly_when_the_description_says_so(
    context: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """Hold the collector's judgement of each event against its schema: others know only that."""
    if response.status_code != 202 or 'events' not in case.path:
        return
    validator = event_validator(json.dumps(case.operation.schema.raw_schema))
    reasons = {refused['index']: refused['reason'] for refused in response.json()['refused']}
    for index, event in enumerate(case.body['events']):
        reason = reasons.get(index)
        if reason == 'the topic belongs to another level':
            continue  # its form was not looked at
        if validator.is_valid(event) != (reason is None or reason in NOT_OF_THE_FORM):
            raise AssertionError(f'{json.dumps(event)}: {reason or "taken"}')
