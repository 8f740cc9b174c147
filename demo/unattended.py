"""The whole system by itself: a person in napari's window, a population through the same collector, the public page.

Everything is real but the people: napari in a window under Xvfb, clicks and keys from the X server, the collector, the
aggregation, the page in Chromium. Only the clock of the server programs is moved, so that weeks are closed. Results are
in build/demo.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / 'tests' / 'napari'))

from desktop import BUILD, Collector, Napari, Screen, remove_telemetry, wait_for  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

DEMO = BUILD / 'demo'
PICTURES = DEMO / 'screenshots'
PROGRAMS = BUILD / 'release' / 'src' / 'host'
MONTHS = 3  # whole ones, and the weeks of the month that runs
BLOCK = 4  # a collector takes events of at most so many open weeks
WINDOW = "__import__('napari').current_viewer().window"


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is done and how long it took; on failure which step it was."""
    print(f'==> {what}', flush=True)
    start = time.monotonic()
    try:
        yield
    except Exception as problem:
        print(f'error: the step "{what}" failed: {problem}', file=sys.stderr)
        print(f'What there is so far is in {DEMO}; logs are in {BUILD / "logs"}.', file=sys.stderr)
        raise SystemExit(1) from problem
    print(f'    {time.monotonic() - start:.0f} s', flush=True)


def program(name: str, *words: object) -> str:
    """Run one of our programs and return what it printed; its progress goes to the terminal."""
    result = subprocess.run(
        [PROGRAMS / name / f'napari-telemetry-{name}', *map(str, words)], stdout=subprocess.PIPE, text=True, check=False
    )
    if result.returncode != 0:
        raise RuntimeError(f'napari-telemetry-{name} ended with {result.returncode}: {result.stdout[-500:]}')
    return result.stdout


def settle(napari: Napari, condition: str) -> None:
    """Wait for a condition, and until what it shows is painted."""
    napari.wait(condition)
    for _ in range(3):
        napari.ask('QtWidgets.QApplication.processEvents()')


def person(screen: Screen, binding: str, collector: Collector) -> dict[str, int]:
    """Let one person agree, work a little, look at the preview and send."""
    remove_telemetry(binding)
    napari = Napari(screen, binding, DEMO / 'ada', extra={'NAPARI_TELEMETRY_ENDPOINT': collector.address})
    picture: Callable[[str], None] = lambda name: screen.picture(PICTURES / f'{name}.png')  # noqa: E731
    try:
        settle(napari, "find('TelemetryConsentDialog') is not None")
        picture('dialog')
        napari.click('fullButton')
        napari.wait("find('saveButton').isEnabled()")
        napari.click('saveButton')
        settle(napari, "find('TelemetryStatusIndicator').text().startswith('Telemetry: full')")
        button = f'{WINDOW}._qt_viewer.layerButtons.newPointsButton'
        place = f'(lambda b: (lambda p: [p.x(), p.y()])(b.mapToGlobal(b.rect().center())))({button})'
        napari.click_at(napari.ask(place))
        wait_for(lambda: any(row[0] == 'layer-size' for row in napari.spool()), what='the new layer to be counted')
        bar = f'{WINDOW}._qt_window.menuBar()'
        view = f"next(a for a in {bar}.actions() if a.text().replace('&', '') == 'View')"
        middle = f'{bar}.mapToGlobal({bar}.actionGeometry({view}).center())'
        napari.click_at(napari.ask(f'(lambda p: [p.x(), p.y()])({middle})'))
        napari.click_at(napari.wait("menu_command_place('napari/view', 'napari.window.view.toggle_activity_dock')"))
        wait_for(lambda: any(row[0] == 'command' for row in napari.spool()), what='the menu command to be counted')
        napari.click('TelemetryStatusIndicator')
        settle(napari, "find('TelemetryMenu') is not None")
        picture('status-bar')
        napari.keys('Escape')
        napari.choose_menu('Settings…')
        settle(napari, "find('TelemetrySettingsPane') is not None")
        picture('preferences')
        napari.ask("find('TelemetrySettingsPane').window().accept()")
        napari.choose_menu('Preview…')
        settle(napari, "find('TelemetryPreviewWindow') is not None and len(events()) > 3")
        picture('preview')
        recorded = len(napari.spool())
        napari.click('sendButton')
        settle(napari, "all(row[2] != 'waiting to be sent' for row in events())")
        napari.click_at(napari.ask("tab_place('pages', 'Sent')"))
        settle(napari, "len(events()) > 0")
        picture('preview-sent')
        sent = sum(row[2] == 'sent' for row in napari.spool())
        status = napari.close()
        if status != 0:
            raise RuntimeError(f'napari ended with {status}')
    finally:
        napari.kill()
    return {'recorded': recorded, 'sent': sent}


def week_name(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f'{year}-W{week:02}'


def mondays(last: date) -> list[date]:
    """Return the Mondays of so many whole months, and of the one that runs: its weeks are those of its Thursdays."""
    months = {(last + timedelta(days=3)).replace(day=1)}
    monday = last
    while len(months) <= MONTHS + 1:
        monday -= timedelta(weeks=1)
        months.add((monday + timedelta(days=3)).replace(day=1))
    first = monday + timedelta(weeks=1)
    return [first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1)]


def population(people: int, weeks: list[date]) -> str:
    """Send the weeks of a made-up population through a collector on the same file, block by block.

    What is closed is published every week, as the collector deletes what is 60 days old.
    """
    reports: list[str] = []
    for begin in range(0, len(weeks), BLOCK):
        block = weeks[begin:begin + BLOCK]
        monday = block[0]
        moment = block[-1] + timedelta(days=6)
        collector = Collector(DEMO, now=f'{moment.isoformat()}T12:00:00Z')
        try:
            print(f'    {week_name(monday)} to {week_name(block[-1])}', flush=True)
            program('simulate', '--people', people, '--from', week_name(monday), '--weeks', len(block),
                    '--opened', week_name(weeks[0]), '--collector', collector.address)
        finally:
            collector.stop()
        # As the timer does, every day: a month of five weeks has to be drawn within four days.
        for day in range(1, 7 * BLOCK + 1):
            reports.append(aggregate('run', moment + timedelta(days=day)))
            if day % 7 == 0:
                publish(moment + timedelta(days=day))
    closed = weeks[-1] + timedelta(days=7 + 21)  # the last week
    reports.append(aggregate('run', closed))
    publish(closed)
    return ''.join(reports)


def aggregate(command: str, day: date, *more: str) -> str:
    """Run a command of the aggregation by a clock that shows this day, which is made up, too."""
    return program('aggregate', command, *more, '--raw', DEMO / 'raw.sqlite', '--aggregates',
                   DEMO / 'aggregates.sqlite', '--public', DEMO / 'public', '--now', f'{day.isoformat()}T12:00:00Z',
                   '--clock-is-right')


def publish(day: date) -> None:
    """Look at what waits and publish it, as an operator does."""
    digest = json.loads(aggregate('review', day, '--json'))['digest']
    aggregate('publish', day, *([digest] if digest else []))


def page() -> None:
    """Serve the page with the new numbers and take pictures of it in Chromium."""
    site = DEMO / 'site'
    program('pages', DEMO / 'public', site, '--site', BUILD / 'site')
    server = subprocess.Popen([ROOT / 'tools' / 'serve-site', site], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        node = BUILD / 'venv' / 'tools' / 'bin' / 'node'
        subprocess.run([node, ROOT / 'site' / 'picture.mjs', address, PICTURES], check=True, timeout=120)
    finally:
        server.terminate()
        server.wait(timeout=10)


def count(file: Path, query: str) -> int:
    with sqlite3.connect(f'file:{file}?mode=ro', uri=True) as database:
        return int(database.execute(query).fetchone()[0])


def main() -> int:
    """Run every step and print what was counted and where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--binding', choices=['pyqt6', 'pyside6'], default='pyqt6')
    parser.add_argument('--people', type=int, default=3000, help='how many made-up people (default: 3000)')
    options = parser.parse_args()

    shutil.rmtree(DEMO, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    today = datetime.now(timezone.utc).date()
    last_monday = today - timedelta(days=today.weekday())

    with step('one person uses napari, agrees, looks and sends'):
        screen = Screen()
        collector = Collector(DEMO)
        try:
            counted: dict[str, Any] = person(screen, options.binding, collector)
        finally:
            collector.stop()
            screen.stop()
    weeks = mondays(last_monday)
    with step(f'{options.people} made-up people send {len(weeks)} weeks through the same collector; '
              'the closed ones are counted, made noisy and published'):
        report = population(options.people, weeks)
        print('    ' + report.strip().replace('\n', '\n    '))
    with step('the page shows them'):
        page()

    index = json.loads((DEMO / 'public' / 'index.json').read_text())
    suppressed = sum(int(n.replace(',', '')) for n in re.findall(r'(?m)^\d{4}-\w+: .* ([\d,]+) suppressed', report))
    stored = count(DEMO / 'raw.sqlite', 'SELECT count(*) FROM events')
    published = count(DEMO / 'aggregates.sqlite', 'SELECT count(*) FROM cells')
    print('\ncounted')
    print(f'  events recorded by the person in napari   {counted["recorded"]}')
    print(f'  of them sent                              {counted["sent"]}')
    print(f'  events that the collector still has       {stored}')
    released = f'{len(index["weeks"])} weeks and {len(index["months"])} months'
    print(f'  cells published                           {published} in {released}')
    print(f'  cells suppressed                          {suppressed}')
    print('\nwhere it is')
    for name in ('screenshots', 'raw.sqlite', 'aggregates.sqlite', 'public', 'site'):
        print(f'  {DEMO / name}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
