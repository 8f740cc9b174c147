#!/usr/bin/env python3
"""Kill record + send at random moments, again and again, and compare what was acknowledged with what the collector has.

Each cycle runs two processes of one user on one spool (tests/soak/soakclient.cpp) against a real collector and ends
both with SIGKILL at a random moment; now and then the collector is killed with them. After some cycles what is left is
sent in peace and the books are compared: no recorded event lost, none there twice or made up, no count class above what
was recorded or below what was acknowledged. A process that was killed leaves a lock; it must not stop anybody.
"""

from __future__ import annotations

import argparse
import random
import selectors
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLASSES = ['1', '2-9', '10-99', '100+']
CYCLES_OF_A_PERSON = 25


class Collector:
    """A real collector on one port, which can be killed and started again."""

    def __init__(self, program: Path, database: Path) -> None:
        self.program, self.database, self.port = program, database, 0
        self.start()

    def start(self) -> None:
        """Start it, on the port that it had."""
        self.process = subprocess.Popen(
            [self.program, '--listen', f'127.0.0.1:{self.port}', '--database', self.database],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, 'the collector did not start'
        self.address = line.split()[-1]
        self.port = int(self.address.rsplit(':', 1)[1])

    def kill(self) -> None:
        """End it without a warning."""
        self.process.kill()
        self.process.wait()

    def rows(self) -> dict[tuple[str, str], list[str]]:
        """Return the count classes (or an empty text) of every row, by topic and reporter."""
        found: dict[tuple[str, str], list[str]] = {}
        with sqlite3.connect(self.database) as database:
            query = "SELECT topic, lower(hex(reporter)), json_extract(value, '$.count_class') FROM event"
            for topic, reporter, count in database.execute(query):
                found.setdefault((topic, reporter), []).append(count or '')
        return found


class Books:
    """What the processes of one person said: intended and acknowledged, with the highest count class of each."""

    def __init__(self) -> None:
        self.intended: dict[tuple[str, str], int] = {}
        self.acknowledged: dict[tuple[str, str], int] = {}

    def read(self, output: bytes) -> None:
        """Take what one process wrote until it was killed; a last line may be cut."""
        for line in output.split(b'\n')[:-1]:
            kind, topic, reporter, count = line.decode().split()
            book = self.intended if kind == 'i' else self.acknowledged
            key = (topic, reporter)
            book[key] = max(book.get(key, -1), int(count))


def run_until_killed(programs: list[list[str]], moments: list[tuple[bool, float]]) -> list[bytes]:
    """Run the programs at once, kill each at its moment, and return what each wrote.

    A moment is in seconds from the start of the process or, if its first part is true, from its first word: so that
    most are killed while they work, however long they take to start.
    """
    begin = time.monotonic()
    processes = [subprocess.Popen(program, stdout=subprocess.PIPE) for program in programs]
    outputs = [b''] * len(programs)
    alive = {i for i, (worked, _) in enumerate(moments) if not worked}
    ends = [moment for _, moment in moments]
    with selectors.DefaultSelector() as selector:
        for i, process in enumerate(processes):
            assert process.stdout is not None
            selector.register(process.stdout, selectors.EVENT_READ, i)
        while selector.get_map():
            now = time.monotonic() - begin
            for i in [i for i in alive if ends[i] <= now]:
                processes[i].kill()
                processes[i].wait()  # or it would look alive to whoever asks whether its lock is left behind
                alive.discard(i)
            wait = min((ends[i] - now for i in alive), default=1.0)
            for key, _ in selector.select(max(0.0, wait)):
                piece = key.fileobj.read1()  # type: ignore[union-attr]
                if piece:
                    if moments[key.data][0] and not outputs[key.data]:
                        ends[key.data] += time.monotonic() - begin
                        alive.add(key.data)
                    outputs[key.data] += piece
                else:
                    selector.unregister(key.fileobj)
    for process in processes:
        if process.wait() not in (-9, 0):
            raise SystemExit(f'a process ended by itself with {process.returncode}')
    return outputs


def compare(books: Books, rows: dict[tuple[str, str], list[str]]) -> list[str]:
    """Return what is wrong."""
    wrong = []
    for key, highest in books.acknowledged.items():
        if key not in rows:
            wrong.append(f'lost: {key}')
        elif rows[key][0] and CLASSES.index(rows[key][0]) < highest:
            wrong.append(f'class too low: {key}')
    for key, values in rows.items():
        if len(values) != 1:
            wrong.append(f'twice: {key}')
        if key not in books.intended:
            wrong.append(f'made up: {key}')
        elif values[0] and CLASSES.index(values[0]) > books.intended[key]:
            wrong.append(f'class too high: {key}')
    return wrong


def main() -> int:
    """Run the cycles; 0 when the books agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=Path, required=True, help='the build folder')
    parser.add_argument('--cycles', type=int, default=10_000)
    parser.add_argument('--seed', type=int, default=None, help='for the moments; default: drawn, and printed')
    parser.add_argument('--longest', type=float, default=0.3,
                        help='seconds that a process lives at most, after its start or its first word')
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 31)
    choose = random.Random(seed)
    client = str(options.build / 'tests/soak/soakclient')
    begin, kills, collector_kills, events, wrong = time.monotonic(), 0, 0, 0, []
    with tempfile.TemporaryDirectory(prefix='soak-') as name:
        folder = Path(name)
        collector = Collector(options.build / 'src/host/collector/napari-telemetry-collector', folder / 'raw.sqlite')
        known: dict[tuple[str, str], list[str]] = {}
        for cycle in range(options.cycles):
            if cycle % CYCLES_OF_A_PERSON == 0:
                person = folder / f'person{cycle // CYCLES_OF_A_PERSON}'
                person.mkdir()
                books = Books()
            programs = [[client, str(person), collector.address, str(choose.randrange(1 << 31))] for _ in range(2)]
            moments = [(choose.random() < 0.8, choose.uniform(0, options.longest)) for _ in programs]
            for output in run_until_killed(programs, moments):
                books.read(output)
                kills += 1
            if choose.random() < 0.05:
                collector.kill()
                collector.start()
                collector_kills += 1
            if (cycle + 1) % CYCLES_OF_A_PERSON == 0 or cycle + 1 == options.cycles:
                subprocess.run(
                    [client, str(person), collector.address, '0', 'finish'], check=True, timeout=300,
                )
                rows = collector.rows()
                fresh = {key: values for key, values in rows.items() if key not in known}
                known = rows
                wrong += compare(books, fresh)
                events += len(books.acknowledged)
                if sys.stdout.isatty() or wrong or (cycle + 1) % 100 == 0:
                    print(f'{cycle + 1} cycles, {events} events, {len(wrong)} faults', flush=True)
                if wrong:
                    break
        collector.kill()
    print(f'{cycle + 1} cycles with seed {seed}: {kills} processes and {collector_kills} collectors killed, '
          f'{events} different events acknowledged, {len(wrong)} faults, {time.monotonic() - begin:.0f} s')
    print('\n'.join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
