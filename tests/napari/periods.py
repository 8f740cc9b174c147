"""Weeks and months of events, and clocks that stand in them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

from desktop import FAKETIME, ROOT

MONTHLY = {topic['topic'] for topic in json.loads((ROOT / 'resources/dictionary.json').read_text())['topics']
           if topic['period'] == 'month'}


def week_of(days_ago: int) -> str:
    """Return the ISO week in UTC of so many days ago."""
    year, week, _ = (datetime.now(timezone.utc) - timedelta(days=days_ago)).isocalendar()
    return f'{year}-W{week:02}'


def thursday_of(days_ago: int) -> datetime:
    """Return the day that decides to which month a week belongs."""
    moment = datetime.now(timezone.utc) - timedelta(days=days_ago)
    return moment + timedelta(days=3 - moment.weekday())


def month_of(days_ago: int) -> str:
    """Return the month that the week of so many days ago belongs to."""
    return f'{thursday_of(days_ago):%Y-%m}'


def period_of(topic: str, days_ago: int = 0) -> str:
    """Return the period that an event names which is recorded so many days ago."""
    return month_of(days_ago) if topic in MONTHLY else week_of(days_ago)


def said_month(days_ago: int = 0) -> str:
    """Return how the preview names that month."""
    return f'once in {thursday_of(days_ago):%B %Y}'


def wednesday(week: int) -> datetime:
    """Return noon of the Wednesday of a week of 2026."""
    return datetime.strptime(f'2026-W{week}-3T12+0000', '%G-W%V-%uT%H%z').astimezone(timezone.utc)


def clock(week: int) -> dict[str, str]:
    """Return variables for a napari to which it is that Wednesday."""
    shift = (wednesday(week) - datetime.now(timezone.utc)).total_seconds()
    return {'LD_PRELOAD': str(FAKETIME), 'FAKETIME': f'{shift:+.0f}'}
