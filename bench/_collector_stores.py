"""How the peer of tools/bench collector stores: in one table or with ours, each request alone or all that came."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sqlite3
from typing import Any

from _collector_checks import Row
from _collector_facts import FIRST_IN, SCHEMA, TOPICS

MOMENT = 0.001  # seconds

ONE_TABLE = """
CREATE TABLE event (
    topic TEXT NOT NULL, reporter BLOB NOT NULL, period TEXT NOT NULL, value TEXT NOT NULL, first_in TEXT NOT NULL,
    PRIMARY KEY (topic, reporter)
) STRICT, WITHOUT ROWID
"""


def greater(topic: str, one: str, other: str) -> str:
    """Return the value that stays when somebody sent two."""
    rule = TOPICS[topic]['merge']
    field = rule.get('greater')

    def order(text: str) -> tuple[Any, str]:
        value = json.loads(text).get(field, '')
        if rule['order'] == 'version':
            return [int(number) for number in re.findall(r'\d+', value)], text
        if rule['order'] == 'class':
            return TOPICS[topic]['schema']['properties'][field]['enum'].index(value), text
        return 0, text

    return max(one, other, key=order)


def longer(one: str, other: str) -> str:
    """Return the longer of two `first_in`."""
    return max(one, other, key=lambda name: FIRST_IN.index(name) if name else -1)


def opened(path: str, schema: str) -> sqlite3.Connection:
    """Return a new file, as safe as ours. The transactions are the caller's."""
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ('journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON'):
        database.execute(f'PRAGMA {pragma}')
    database.executescript(schema)
    return database


class OneTable:
    """An event is a row with all that is in it."""

    def __init__(self, path: str) -> None:
        self.database = opened(path, ONE_TABLE)

    def put(self, rows: list[Row]) -> None:
        """Store within the transaction. Few reporters come twice, so that is looked for only when it happened."""
        insert = 'INSERT OR IGNORE INTO event (topic, reporter, period, value, first_in) VALUES (?, ?, ?, ?, ?)'
        if self.database.executemany(insert, rows).rowcount < len(rows):
            for row in rows:
                self._merge(row)

    def _merge(self, row: Row) -> None:
        key = (row.topic, row.reporter, row.period)
        select = 'SELECT value, first_in FROM event WHERE topic = ? AND reporter = ? AND period = ?'
        there = self.database.execute(select, key).fetchone()
        if there:
            update = 'UPDATE event SET value = ?, first_in = ? WHERE topic = ? AND reporter = ? AND period = ?'
            merged = (greater(row.topic, there[0], row.value), longer(there[1], row.first_in))
            self.database.execute(update, (*merged, *key))


class OurSchema:
    """A fact is stored once, and an event is its reporter and the fact's key."""

    def __init__(self, path: str) -> None:
        self.database = opened(path, SCHEMA.read_text(encoding='utf-8'))
        self._known: dict[tuple[str, str, str, str], bytes] = {}

    def put(self, rows: list[Row]) -> None:
        """Store within the transaction."""
        pairs = [(row.reporter, self._key(row)) for row in rows]
        insert = 'INSERT OR IGNORE INTO events (reporter, fact) VALUES (?, ?)'
        if self.database.executemany(insert, pairs).rowcount < len(pairs):
            for row in rows:
                self._merge(row)

    def _key(self, row: Row) -> bytes:
        fact = (row.topic, row.period, row.value, row.first_in)
        key = self._known.get(fact)
        if key is None:
            key = hashlib.sha256('\0'.join(fact).encode()).digest()[:16]
            self.database.execute('INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?)', (key, *fact))
            self._known[fact] = key
        return key

    def _merge(self, row: Row) -> None:
        select = 'SELECT topic, period, value, first_in FROM event WHERE reporter = ?'
        there = self.database.execute(select, (row.reporter,)).fetchone()
        if there and there[:2] == (row.topic, row.period):
            merged = row._replace(value=greater(row.topic, there[2], row.value),
                                  first_in=longer(there[3], row.first_in))
            self.database.execute('UPDATE events SET fact = ? WHERE reporter = ?', (self._key(merged), row.reporter))


Store = OneTable | OurSchema


def committed(store: Store, rows: list[Row]) -> None:
    """Store them in one transaction."""
    with store.database:
        store.database.execute('BEGIN')
        store.put(rows)


class Plain:
    """Each request is a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def put(self, rows: list[Row]) -> None:
        """Return when they are durable."""
        committed(self._store, rows)


class Tuned:
    """All that came within a moment is one transaction.

    It is written on the event loop: a thread for it was tried, and cost a tenth more on one core.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waits: list[tuple[list[Row], asyncio.Future[None]]] = []

    async def put(self, rows: list[Row]) -> None:
        """Return when they are durable."""
        loop = asyncio.get_running_loop()
        if not self._waits:
            loop.call_later(MOMENT, self._write)
        done = loop.create_future()
        self._waits.append((rows, done))
        await done

    def _write(self) -> None:
        group, self._waits = self._waits, []
        try:
            committed(self._store, [row for rows, _ in group for row in rows])
        except sqlite3.Error as error:
            for _, done in group:
                if not done.done():
                    done.set_exception(error)
        for _, done in group:
            if not done.done():  # nor cancelled, because its client went
                done.set_result(None)
