"""How the peer of tools/bench collector stores: in one table or with ours, each request alone or all that wait."""

from __future__ import annotations

import asyncio
import hashlib
import json
import queue
import re
import sqlite3
import threading
from typing import Any

from _collector_checks import Row
from _collector_facts import FIRST_IN, SCHEMA, TOPICS

GROUP = 256  # requests in one transaction

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
    """Return a new file, as safe as ours. The transactions are the caller's, who may be any thread."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
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


Waiting = tuple[list[Row], asyncio.AbstractEventLoop, asyncio.Future[None]]


class Plain:
    """Each request is a transaction, on the event loop: SQLite has one writer, and another thread costs more."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def put(self, rows: list[Row]) -> None:
        """Return when they are durable."""
        with self._store.database:
            self._store.database.execute('BEGIN')
            self._store.put(rows)


class Tuned:
    """One writer, which commits all that waits."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waits: queue.SimpleQueue[Waiting] = queue.SimpleQueue()
        threading.Thread(target=self._write, daemon=True).start()

    async def put(self, rows: list[Row]) -> None:
        """Return when they are durable."""
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        self._waits.put((rows, loop, done))
        await done

    def _write(self) -> None:
        while True:
            group = [self._waits.get()]
            while len(group) < GROUP and not self._waits.empty():
                group.append(self._waits.get())
            failed: Exception | None = None
            try:
                with self._store.database:
                    self._store.database.execute('BEGIN')
                    self._store.put([row for rows, _, _ in group for row in rows])
            except sqlite3.Error as error:
                failed = error
            group[0][1].call_soon_threadsafe(self._tell, [done for _, _, done in group], failed)

    @staticmethod
    def _tell(group: list[asyncio.Future[None]], failed: Exception | None) -> None:
        for done in group:
            if done.done():  # its client went
                continue
            if failed:
                done.set_exception(failed)
            else:
                done.set_result(None)
