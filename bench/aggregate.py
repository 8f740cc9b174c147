"""The aggregation beside SQLite's shell, Python with sqlite3 and DuckDB on the same raw events; publishing five years.

The raw events are of 13,000 facts, of weeks that are open; "run" is told a moment in which they have closed, so that it
deletes nothing, draws a month, and publishes an empty folder. It is held off going through the file, as if the
collector ran. All read from memory what the system keeps of the file.

--rows N: so many events, instead of 10 million. The time of 1 million is measured beside, for the exponent.
--publishing: only what publishing takes.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from _aggregate_files import make_aggregates, make_raw
from _collector_facts import ROOT
from _collector_rows import AGGREGATE, closed, say_tidied
from _collector_servers import BUILD
from _figures import Figure, figure, show
from _processes import Ran, best, ran

DICTIONARY = ROOT / 'resources' / 'dictionary.json'
# What SQLite counts facts with.
QUERY = ('SELECT topic, period, value, first_in, people '
         'FROM (SELECT fact, count(*) AS people FROM events GROUP BY fact) LEFT JOIN facts USING (fact)')
FEW, MANY = 1_000_000, 10_000_000
ROUNDS = 2

# Goals.
SECONDS = 10.0  # of MANY
MEMORY = 200.0  # MB
EXPONENT = 1.1
SHELL, PYTHON, DUCKDB = 1.3, 1 / 5, 2.0  # what ours may have of theirs
PUBLISH_SECONDS, PUBLISH_MEMORY = 5.0, 100.0


@contextlib.contextmanager
def held(raw: Path) -> Iterator[None]:
    """As if the collector ran, which has gone through its file on the day of the run."""
    say_tidied(raw)
    with Path(f'{raw}.lock').open('wb') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def ours(raw: Path, command: str) -> Ran:
    """Run it with nothing drawn or published before."""
    with tempfile.TemporaryDirectory(dir=raw.parent) as folder:
        return in_folder(Path(folder), raw, command)


def in_folder(folder: Path, raw: Path, command: str) -> Ran:
    """Run it there."""
    return ran([str(AGGREGATE), '--raw', str(raw), '--aggregates', f'{folder}/aggregates.sqlite',
                '--public', f'{folder}/public', '--now', closed().strftime('%Y-%m-%dT%H:%M:%SZ'),
                '--clock-is-right', command], folder)


def drawn(raw: Path, rows: int) -> Ran:
    """Return the best of some runs; each has read them all, and drawn something."""
    with held(raw):
        runs = [ours(raw, 'run') for _ in range(ROUNDS)]
    for each in runs:
        assert f'read {rows} events' in each.said and 'users-month: 1 to publish' in each.said, each.said
        assert 'not what this data dictionary defines' not in each.said, each.said
    return best(runs)


def shell(raw: Path, rows: int) -> Ran:
    """Return what SQLite's shell took for the query alone."""
    run = best([ran(['sqlite3', '-readonly', str(raw), QUERY], raw.parent) for _ in range(ROUNDS)])
    assert sum(int(line.rpartition('|')[2]) for line in run.said.splitlines()) == rows
    return run


def peer(kind: str, raw: Path) -> Ran:
    """Return what one took."""
    python = BUILD / 'venv' / 'duckdb' / 'bin' / 'python' if kind == 'duckdb' else sys.executable
    command = [str(python), str(ROOT / 'bench' / 'aggregate_peer_child.py'), kind, str(raw), str(DICTIONARY), QUERY]
    return ran(command, raw.parent)


def beside(title: str, mine: Ran, name: str, theirs: Ran, goal: float | None) -> list[Figure]:
    """Return time, CPU and memory; the goal is a part of their time."""
    return [
        figure(f'{title}: time', 's', mine.wall, name, theirs.wall, goal and goal * theirs.wall),
        figure(f'{title}: CPU', 's', mine.cpu, name, theirs.cpu, None),
        figure(f'{title}: memory at its most', 'MB', mine.peak, name, theirs.peak, None),
    ]


def figures_of_run(rows: int, folder: Path) -> list[Figure]:
    """Return what it takes to draw of so many events, beside all others."""
    few = None
    if rows != FEW:
        raw = make_raw(FEW, folder)
        few = drawn(raw, FEW)
        raw.unlink()
    raw = make_raw(rows, folder)
    title = f'run on {rows:,} events'
    mine = drawn(raw, rows)
    figures = [
        figure(f'{title}: time', 's', mine.wall, 'no peer', None, SECONDS if rows == MANY else None),
        figure(f'{title}: CPU', 's', mine.cpu, 'no peer', None, None),
        figure(f'{title}: memory at its most', 'MB', mine.peak, 'no peer', None, MEMORY),
    ]
    if few:
        figures += [
            figure(f'run on {FEW:,} events: time', 's', few.wall, 'no peer', None, None),
            figure(f'exponent of the time from {FEW:,} to {rows:,}, with what any run takes', '',
                   math.log(mine.wall / few.wall) / math.log(rows / FEW), 'no peer', None, EXPONENT),
        ]
    figures += beside(title, mine, "SQLite's shell, the GROUP BY alone", shell(raw, rows), SHELL)
    peers = {kind: peer(kind, raw) for kind in ('rows', 'grouped', 'duckdb')}
    counted = {kind: json.loads(theirs.said) for kind, theirs in peers.items()}
    assert len({(each['cells'], each['people']) for each in counted.values()}) == 1, counted
    figures += beside(title, mine, 'Python, each row', peers['rows'], PYTHON)
    figures += beside(title, mine, 'Python, the GROUP BY', peers['grouped'], None)
    duck, inside = peers['duckdb'], counted['duckdb']
    alone = Ran(inside['wall'], inside['cpu'], duck.peak, '')
    by_duckdb = "DuckDB, the GROUP BY on Arrow tables that Python's sqlite3 had made, not timed"
    figures += beside(title, mine, by_duckdb, alone, DUCKDB)
    figures += beside(title, mine, 'DuckDB and making these tables', duck, None)[:2]
    raw.unlink()
    return figures


def figures_of_publishing(folder: Path) -> list[Figure]:
    """Return what it takes to publish five years into an empty folder, and again when nothing is new."""
    cells = make_aggregates(folder / 'aggregates.sqlite')
    title = f'publish 260 weeks and 60 months, {cells:,} cells'
    first, again = (in_folder(folder, folder / 'none.sqlite', 'publish') for _ in range(2))
    assert 'published: 320 week(s) and month(s)' in first.said, first.said
    assert 'is up to date: 320 week(s) and month(s)' in again.said, again.said
    return [
        figure(f'{title}: time', 's', first.wall, 'no peer', None, PUBLISH_SECONDS),
        figure(f'{title}: CPU', 's', first.cpu, 'no peer', None, None),
        figure(f'{title}: memory at its most', 'MB', first.peak, 'no peer', None, PUBLISH_MEMORY),
        figure(f'{title}: time when nothing is new', 's', again.wall, 'no peer', None, PUBLISH_SECONDS),
        figure(f'{title}: memory at its most when nothing is new', 'MB', again.peak, 'no peer', None, PUBLISH_MEMORY),
    ]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--json', action='store_true', help='print JSON')
    parser.add_argument('--rows', type=int, default=MANY, metavar='N', help='raw events, instead of 10 million')
    parser.add_argument('--publishing', action='store_true', help='only what publishing takes')
    options = parser.parse_args()
    place = BUILD / 'bench'  # on the disk, as a host's: not in /tmp, which may be memory
    place.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    if not options.publishing:
        with tempfile.TemporaryDirectory(dir=place) as folder:
            figures += figures_of_run(options.rows, Path(folder))
    with tempfile.TemporaryDirectory(dir=place) as folder:
        figures += figures_of_publishing(Path(folder))
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
