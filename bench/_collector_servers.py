"""Runs a server of tools/bench collector on a core of its own, loads it from the other one, and looks what it took."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from _collector_facts import ROOT, SCHEMA

BUILD = ROOT / 'build'
FOLDER = BUILD / 'bench' / 'collector'  # on the disk, as a host's: not in /tmp, which may be memory
DATABASE = FOLDER / 'raw.sqlite'
COLLECTOR = BUILD / 'release/src/host/collector/napari-telemetry-collector'
LOAD = BUILD / 'release/bench/bench_load'
ROWS = BUILD / 'release/bench/bench_rows'
SERVERS_CORE, LOADS_CORE = '0', '1'

OURS = [str(COLLECTOR), '--listen', '127.0.0.1:0', '--database', str(DATABASE)]


def on_core(core: str, command: list[str]) -> list[str]:
    """Return the command that runs there, with the same process id."""
    return ['taskset', '-c', core, *command]


def peer(kind: str) -> list[str]:
    """Return the command of one."""
    return [str(BUILD / 'venv/peers/bin/python'), str(ROOT / 'bench/collector_peer_child.py'), kind, str(DATABASE)]


@dataclass
class Taken:
    """What a process has taken until now."""

    cpu: float  # seconds, of all its threads and of children that ended
    rss: float  # MB
    peak: float  # MB
    written: int  # bytes that it made the system write


def taken_by(pid: int) -> Taken:
    """Look it up."""
    process = Path('/proc') / str(pid)
    ticks = process.joinpath('stat').read_text().rpartition(')')[2].split()[11:15]
    status = process.joinpath('status').read_text()

    def number(pattern: str, text: str) -> int:
        found = re.search(pattern, text)
        assert found, pattern
        return int(found[1])

    return Taken(sum(map(int, ticks)) / os.sysconf('SC_CLK_TCK'),
                 number(r'VmRSS:\s+(\d+)', status) * 1024 / 1e6, number(r'VmHWM:\s+(\d+)', status) * 1024 / 1e6,
                 number(r'\nwrite_bytes: (\d+)', process.joinpath('io').read_text()))


@dataclass
class Measured:
    """What one load showed."""

    rate: float  # durable events a second
    cpu: float  # microseconds an event
    p50: float  # milliseconds
    p99: float
    rss: float  # MB
    peak: float
    written: float  # bytes an event
    longest: float  # milliseconds, from the first request on, and not only while it was measured
    first: float  # seconds until something was stored
    acknowledged: int  # events in all
    busy: int  # answers of 503
    window: tuple[float, float]  # when it was measured, by the system's clock


class Server:
    """A running one. The database is where DATABASE says."""

    def __init__(self, command: list[str], below: bool = False) -> None:
        """`below`: the command is a tracer, and the server its child."""
        begin = time.monotonic()
        self._process = subprocess.Popen(on_core(SERVERS_CORE, command), stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        self.start_seconds = time.monotonic() - begin
        self.pid = self._process.pid
        if below:
            self.pid = int(Path(f'/proc/{self.pid}/task/{self.pid}/children').read_text())
        self._port = said.strip().rpartition(':')[2]
        assert self._port.isdigit(), f'{command} does not listen: {said}'

    def load(self, requests: str, connections: int = 64, warm: float = 2, seconds: float = 6,
             together: bool = False) -> Measured:
        """Post what is in that file."""
        command = [str(LOAD), self._port, str(FOLDER / requests), str(connections), str(warm), str(seconds)]
        with subprocess.Popen(on_core(LOADS_CORE, command + ['--together'] * together), stdout=subprocess.PIPE,
                              text=True) as load:
            assert load.stdout is not None
            assert load.stdout.readline() == 'begin\n', 'the load has failed'
            begin, before = time.time(), taken_by(self.pid)
            result = json.loads(load.stdout.readline() or '{}')
            end, after = time.time(), taken_by(self.pid)
        assert result, 'the load has failed'
        events = max(1, result['events'])
        return Measured(result['events_a_second'], (after.cpu - before.cpu) / events * 1e6, result['p50'],
                        result['p99'], after.rss, after.peak, (after.written - before.written) / events,
                        result['longest'], result['first'], result['acknowledged'], result['busy'], (begin, end))

    def stop(self) -> float:
        """Return the seconds until it has ended. uvicorn shuts down, and then ends by the signal that it was sent."""
        begin = time.monotonic()
        os.kill(self.pid, signal.SIGTERM)
        code = self._process.wait(timeout=120)
        assert code in (0, -signal.SIGTERM), f'it ended with {code}'
        return time.monotonic() - begin


def remove_database() -> None:
    """Begin anew."""
    for file in FOLDER.glob(DATABASE.name + '*'):
        file.unlink()


def make_rows(rows: int, folder: Path) -> Path:
    """Make raw.sqlite of so many events, of the facts in facts.tsv beside it."""
    database = folder / DATABASE.name
    subprocess.run([str(ROWS), str(SCHEMA), str(folder / 'facts.tsv'), str(database), 'fill', str(rows)], check=True)
    database.chmod(0o600)
    os.sync()
    return database


def fill(rows: int) -> float:
    """Make a file of so many events, and return the seconds that took."""
    remove_database()
    begin = time.monotonic()
    make_rows(rows, FOLDER)
    return time.monotonic() - begin


def hold_together(acknowledged: int) -> None:
    """Stop when not all that was acknowledged, or more, is stored."""
    database = sqlite3.connect(f'file:{DATABASE}?mode=ro', uri=True)
    (rows,) = database.execute('SELECT count(*) FROM event').fetchone()
    database.close()
    assert rows == acknowledged, f'{rows} events are stored, {acknowledged} were acknowledged'


def measure(command: list[str], requests: str) -> Measured:
    """Start it with nothing stored, load it, and see that it kept what it said."""
    remove_database()
    server = Server(command)
    measured = server.load(requests)
    server.stop()
    hold_together(measured.acknowledged)
    return measured


def events_a_commit(requests: str) -> float:
    """Return how many events ours commits at a time.

    SQLite syncs its log for each commit, and once more before and after it empties the log, when it syncs the database.
    """
    remove_database()
    log = FOLDER / 'syncs.txt'
    trace = ['strace', '-f', '--seccomp-bpf', '-qq', '-y', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', str(log)]
    server = Server(trace + OURS, below=True)
    measured = server.load(requests, seconds=4)
    server.stop()
    begin, end = measured.window
    commits = 0
    for line in log.read_text().splitlines():
        moment = re.match(r'\d+ +(\d+\.\d+) f', line)
        if moment and begin <= float(moment[1]) <= end:
            commits += 1 if f'{DATABASE.name}-wal>' in line else -2 if f'{DATABASE.name}>' in line else 0
    assert commits > 0, f'no commit in {log}'
    return measured.rate * (end - begin) / commits


def machines_rate(events: int, seconds: int = 6) -> dict[str, float]:
    """Return what SQLite makes of such commits without a server: events a second, and CPU of one."""
    remove_database()
    command = [str(ROWS), str(SCHEMA), str(FOLDER / 'facts.tsv'), str(DATABASE), 'write', str(events), str(seconds)]
    said = subprocess.run(on_core(SERVERS_CORE, command), check=True, capture_output=True, text=True).stdout
    rates: dict[str, float] = json.loads(said)
    return rates
