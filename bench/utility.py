"""What published numbers are worth, by how many say yes: plugins, and errors of people per month and year.

Ours beside what was there before and three others with our budget. Exact counts are those of made-up people
(napari-telemetry-simulate --truth); bench_utility counts the same people where its tables don't suffice. Every seed is
fixed, so that every run prints the same.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from _figures import Figure, figure, show
from _utility_mechanisms import NOISES, Mechanism, mechanisms

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / 'build' / 'release'
DICTIONARY = ROOT / 'resources' / 'dictionary.json'

FIRST_WEEK, WEEKS = '2027-W01', 52  # the year 2027, whole: the simulation has grown until then
# People a week: how many are made up for that, and for how many weeks plugins are counted. The last takes a minute.
POPULATIONS = {200: (556, 52), 2_000: (5_540, 52), 30_000: (84_960, 8)}
FEWER = 5  # plugins of each person, where a mechanism takes fewer
DRAWS = 500
SPREAD = (5, 95)  # percentiles
FEW = 0.05  # plugins published in a month: with fewer an error of theirs says nothing

Cells = dict[str, int]
Counts = dict[str, dict[str, Cells]]  # by table and period

METRICS = {
    'plugins': ('plugins published in a month', 'plugins'),
    'share': ('share of installs they cover', '%'),
    'number': ("error of a published plugin's number", '%'),
    'month': ('error of people in a month', '%'),
    'year': ('error of people in a year', '%'),
}


def simulated(people: int, weeks: int) -> Counts:
    """Return the exact counts that the simulation writes; cells of one dimension by its value."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / 'truth.json'
        subprocess.run(
            [BUILD / 'src/host/simulate/napari-telemetry-simulate', '--people', str(people), '--from', FIRST_WEEK,
             '--weeks', str(weeks), '--truth', file], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        tables: Counts = json.loads(file.read_bytes())['tables']
    tables['plugins'] = {period: {json.loads(cell)[0]: count for cell, count in cells.items()}
                         for period, cells in tables['plugins'].items()}
    return tables


def counted(people: int) -> Counts:
    """Return what else is to be known of the same people."""
    program = [BUILD / 'bench' / 'bench_utility', str(people), FIRST_WEEK, str(WEEKS), str(FEWER)]
    counts: Counts = json.loads(subprocess.run(program, capture_output=True, check=True).stdout)
    return counts


def hold_together(truth: Counts, counts: Counts) -> None:
    """Stop when the two don't count the same people."""
    for table in ('users', 'users-month', 'users-year'):
        for period, cells in truth[table].items():
            assert cells == counts[table][period], (table, period)
    for month, cells in truth['plugins'].items():
        every = counts['plugins'][month]
        assert all(count <= every[plugin] for plugin, count in cells.items()), month
        assert sum(cells.values()) > 0.9 * sum(every.values()), month  # the rest is above the cap


def month_of(week: str) -> str:
    """Return the month of a week's Thursday."""
    year, number = week.split('-W')
    return datetime.date.fromisocalendar(int(year), int(number), 4).strftime('%Y-%m')


class Drawing:
    """Draws the noise of one mechanism again and again."""

    def __init__(self, mechanism: Mechanism, seed: int) -> None:
        self.mechanism, self._random = mechanism, np.random.default_rng([seed, *mechanism.name.encode()])

    def noisy(self, counts: np.ndarray, scale: float) -> np.ndarray:
        """Return DRAWS rows of the counts, each with its noise."""
        x, probability = NOISES[self.mechanism.noise](scale)
        uniform = self._random.random((DRAWS, *counts.shape))
        return counts + x[np.minimum(np.searchsorted(np.cumsum(probability), uniform), len(x) - 1)]

    def published(self, counts: np.ndarray, scale: float, threshold: int) -> np.ndarray:
        """Return the numbers that are published, rounded to 5, and not-a-number for the others."""
        noisy = self.noisy(counts, scale)
        return np.where((counts > 0) & (noisy >= threshold), (noisy + 2) // 5 * 5, np.nan)


def mean_of(numbers: np.ndarray, axis: int) -> np.ndarray:
    """Return the mean of those that are numbers; not-a-number when none is."""
    there = np.count_nonzero(~np.isnan(numbers), axis)
    return np.where(there, np.nansum(numbers, axis) / np.maximum(there, 1), np.nan)


def of_plugins(drawing: Drawing, truth: Counts, counts: Counts) -> dict[str, np.ndarray]:
    """Return for each month and drawing how many plugins are published, and which share of all installs they are.

    With it the squares of the relative errors of the published numbers: against all people who have the plugin in that
    month, those above a cap too.
    """
    mechanism = drawing.mechanism
    result: dict[str, list[np.ndarray]] = {'plugins': [], 'share': [], 'number': []}
    for month in truth['plugins']:
        every = counts['plugins'][month]
        exact = np.array(list(every.values()))
        if mechanism.weekly:
            weeks = [week for week in counts['plugins by week'] if month_of(week) == month]
            cells = np.array([[counts['plugins by week'][week].get(plugin, 0) for plugin in every] for week in weeks])
            published = mean_of(drawing.published(cells, *mechanism.plugins), 1)
        else:
            cells = (counts['plugins capped'] if mechanism.capped else truth['plugins'])[month]
            published = drawing.published(np.array([cells.get(plugin, 0) for plugin in every]), *mechanism.plugins)
        there = ~np.isnan(published)
        result['plugins'].append(np.count_nonzero(there, 1))
        result['share'].append(there @ exact / exact.sum() * 100)
        result['number'].append((published[there] / np.broadcast_to(exact, there.shape)[there] - 1) ** 2)
    return {name: np.concatenate(parts) for name, parts in result.items()}


def of_people(drawing: Drawing, counts: Counts) -> dict[str, np.ndarray]:
    """Return the squares of the relative errors of people in each month, and in the year."""
    def row(table: str) -> np.ndarray:
        return np.array([cells['[]'] for cells in counts[table].values()])

    mechanism = drawing.mechanism
    scale, threshold = mechanism.basic
    months, year = row('users-month'), row('users-year').sum()
    if mechanism.weekly:
        published = drawing.published(row('users'), scale, threshold)
        belongs = [month_of(week) for week in counts['users']]
        by_month = np.stack([mean_of(published[:, [each == month for each in belongs]], 1)
                             for month in counts['users-month']], 1)
        of_year = mean_of(published, 1)
    else:
        by_month = drawing.published(months, scale, threshold)
        new = np.array([counts['users-year'].get(month, {}).get('[]', 0) for month in counts['users-month']])
        of_year = (drawing.noisy(new, scale).sum(1) + 2) // 5 * 5
    return {'month': (by_month / months - 1) ** 2, 'year': (of_year / year - 1) ** 2}


def measured(mechanism: Mechanism, people: int, truth: Counts, counts: Counts) -> dict[str, tuple[float, ...]]:
    """Return each metric: a mean with its spread, or a root mean square in percent."""
    drawing = Drawing(mechanism, people)
    values = of_plugins(drawing, truth, counts) | of_people(drawing, counts)
    result: dict[str, tuple[float, ...]] = {}
    for name, each in values.items():
        if name in ('plugins', 'share'):
            result[name] = (float(each.mean()), *np.percentile(each, SPREAD))
        else:
            none = name == 'number' and values['plugins'].mean() < FEW
            result[name] = (float('nan') if none else float(np.sqrt(np.nanmean(each)) * 100),)
    return result


def short(values: tuple[float, ...], unit: str) -> str:
    """Return a cell of the table."""
    value, *spread = values
    if np.isnan(value):
        return 'too few'
    sign = ' %' if unit == '%' else ''
    digits = 2 if value < 1 and not spread else 1 if value < 10 else 0
    return f'{value:.{digits}f}{sign}' + (f' ({spread[0]:.0f} to {spread[1]:.0f})' if spread else '')


def table_of_mechanisms(every: list[Mechanism]) -> str:
    """Return how much noise each one has, and what it costs, as Markdown."""
    rows = ['| mechanism | noise | threshold | plugins: noise | threshold | ε of a month: basic | middle |',
            '|---|---|---|---|---|---|---|']
    for each in every:
        basic, plugins = (f'{each.noise} {scale:.3g} | {threshold}' for scale, threshold in (each.basic, each.plugins))
        rows.append(f'| {each.name} | {basic} | {plugins} | {each.epsilon[0]:.1f} | {each.epsilon[1]:.1f} |')
    return '\n'.join(rows)


def table_of(results: dict[int, dict[str, dict[str, tuple[float, ...]]]]) -> str:
    """Return what each is worth, as Markdown."""
    rows = ['| people a week | mechanism | ' + ' | '.join(title for title, _ in METRICS.values()) + ' |',
            '|---|---|' + '---|' * len(METRICS)]
    for people, by_name in results.items():
        for name, values in by_name.items():
            cells = ' | '.join(short(values[metric], unit) for metric, (_, unit) in METRICS.items())
            rows.append(f'| {people:,} | {name} | {cells} |')
    return '\n'.join(rows)


def main() -> int:
    """Measure and print."""
    every = mechanisms(json.loads(DICTIONARY.read_text(encoding='utf-8')), FEWER)
    results: dict[int, dict[str, dict[str, tuple[float, ...]]]] = {}
    for people, (made_up, weeks) in POPULATIONS.items():
        truth, counts = simulated(made_up, weeks), counted(made_up)
        hold_together(truth, counts)
        results[people] = {each.name: measured(each, people, truth, counts) for each in every}
    if '--json' not in sys.argv:
        print(table_of_mechanisms(every), table_of(results), sep='\n\n')
        return 0
    figures: list[Figure] = []
    for people, by_name in results.items():
        ours = by_name.pop('ours')
        for metric, (title, unit) in METRICS.items():
            for name, values in by_name.items():
                theirs = None if np.isnan(values[metric][0]) else values[metric][0]
                figures.append(figure(f'{people} people a week: {title}', unit, ours[metric][0], name, theirs, None))
    show(figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
