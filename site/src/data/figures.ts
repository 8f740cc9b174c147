// The headline figures of one week beside those of the week before. Pure.
import { type Cells, keysOf } from './cells';
import type { Week } from './model';
import { isRelease, newestFirst } from './order';

export interface Figure {
  name: string;
  unit: 'people' | 'share' | 'plugins';
  value: number | undefined;
  before: number | undefined;
}

export function usersFigure(cells: Cells, week: Week, previous: Week): Figure {
  return { name: 'people', unit: 'people', value: cells.at(week, []), before: cells.at(previous, []) };
}

export function newUsersFigure(cells: Cells, week: Week, previous: Week): Figure {
  return { ...usersFigure(cells, week, previous), name: 'of them for the first time' };
}

export function newestReleaseFigure(cells: Cells, week: Week, previous: Week): Figure | null {
  const releases = keysOf(cells.rows.filter((row) => row.week === week))
    .map((key) => key[0] ?? '')
    .filter(isRelease)
    .sort(newestFirst);
  const newest = releases[0];
  if (newest === undefined) return null;
  return {
    name: `on napari ${newest}`,
    unit: 'share',
    value: shareOf(cells, week, [newest]),
    before: shareOf(cells, previous, [newest]),
  };
}

export function pluginsFigure(cells: Cells, week: Week, previous: Week): Figure {
  const published = (wanted: Week): number | undefined => {
    const count = cells.rows.filter((row) => row.week === wanted).length;
    return count === 0 ? undefined : count;
  };
  return { name: 'plugins with a published number', unit: 'plugins', value: published(week), before: published(previous) };
}

function shareOf(cells: Cells, week: Week, key: readonly string[]): number | undefined {
  const people = cells.at(week, key);
  const total = cells.rows.filter((row) => row.week === week).reduce((sum, row) => sum + row.people, 0);
  return people === undefined || total === 0 ? undefined : people / total;
}
