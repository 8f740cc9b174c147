// The headline figures: people in the last month, in its year and ever, then what the last week says.
import { type Cells, keysOf } from '../data/cells';
import type { Index, Period, Span, TableEntry } from '../data/model';
import { isRelease, newestFirst } from '../data/order';
import { every, isSum, shift } from '../data/period';
import { interval, listed, named, number, share, signed, span } from '../words/format';

export interface Figure {
  id: string;
  /** The number, or why there is none. */
  text: string;
  published: boolean;
  within: string;
  name: string;
  note: string;
}

/** The table of all people of each week, each month, a year or ever. */
export function everybody(index: Index, period: Span): TableEntry | undefined {
  return index.tables.find((each) => each.topic === 'user' && each.period === period && each.dimensions.length === 0);
}

const names: Record<Span, (period: Period) => string> = {
  month: (month) => `people in ${named(month)}`,
  year: (month) => `people in ${month.slice(0, 4)}${month.endsWith('-12') ? '' : ' so far'}`,
  ever: () => 'people ever, so far',
  week: (week) => `people in the week ${week}`,
};

export function peopleFigure(index: Index, kind: Span, cells: Cells): Figure {
  const released = kind === 'week' ? index.weeks : index.months;
  const latest = released[released.length - 1];
  if (latest === undefined) return notYet(kind);
  const row = cells.row(latest, []);
  return {
    id: kind,
    text: row ? number(row.people) : 'not published',
    published: row !== undefined,
    within: row ? interval(row.within) : '',
    name: names[kind](latest),
    note: isSum(kind) ? summed(released, kind, latest) : change(cells, latest, released),
  };
}

/** A new host has weeks before its first month. */
function notYet(kind: Span): Figure {
  return {
    id: kind,
    text: 'not yet',
    published: false,
    within: '',
    name: { week: 'people in a week', month: 'people in a month', year: 'people in this year so far', ever: 'people ever, so far' }[kind],
    note: isSum(kind)
      ? 'comes with the first published month'
      : kind === 'month' ? 'a month is published 21 days after the end of its last week' : 'a week is published 21 days after its end',
  };
}

/** Which months are in a sum. */
function summed(months: readonly Period[], kind: Span, latest: Period): string {
  const counted = kind === 'year' ? months.filter((each) => each.startsWith(latest.slice(0, 4))) : [...months];
  const missing = every(counted[0] ?? latest, latest).filter((each) => !counted.includes(each));
  return span(counted) + (missing.length === 0 ? '' : `, without ${listed(missing)}`);
}

/** Against the week or month before; a change that noise alone could make is said to be one. */
function change(cells: Cells, latest: Period, released: readonly Period[]): string {
  const before = shift(latest, -1);
  const now = cells.row(latest, []);
  const then = cells.row(before, []);
  if (!now) return 'too few to be published';
  if (!then) return released.length < 2 ? `the first published ${latest.includes('W') ? 'week' : 'month'}` : `no number for ${named(before)}`;
  const difference = now.people - then.people;
  if (difference === 0) return `the same as in ${named(before)}`;
  // Two numbers have noise of their own, so the interval of their difference is wider by the root of two.
  const noise = Math.abs(difference) <= Math.SQRT2 * now.within ? ', no more than the noise can make' : '';
  return `${signed(difference)} against ${named(before)}${noise}`;
}

/** Of the people of that week, and not of those whose version was published: that would say 100 % too often. */
export function newestReleaseFigure(cells: Cells, week: Period, people: (period: Period) => number | undefined): Figure | null {
  const previous = shift(week, -1);
  const releases = keysOf(cells.rows.filter((row) => row.period === week))
    .map((key) => key[0] ?? '')
    .filter(isRelease)
    .sort(newestFirst);
  const newest = releases[0];
  const value = newest === undefined ? undefined : shareOf(cells, week, [newest], people(week));
  if (newest === undefined || value === undefined) return null;
  const before = shareOf(cells, previous, [newest], people(previous));
  const points = before === undefined ? 0 : Math.round((value - before) * 1000) / 10;
  return {
    id: 'release',
    text: share(value),
    published: true,
    within: '',
    name: `of them on napari ${newest}, in ${week}`,
    note: before === undefined
      ? `no number for ${previous}`
      : `${points > 0 ? '+' : points < 0 ? '\u2212' : ''}${Math.abs(points)} points against ${previous}`,
  };
}

export function pluginsFigure(cells: Cells, month: Period): Figure {
  const published = (wanted: Period): number => cells.rows.filter((row) => row.period === wanted).length;
  const before = shift(month, -1);
  const now = published(month);
  const then = published(before);
  return {
    id: 'plugins',
    text: now === 0 ? 'none' : number(now),
    published: now > 0,
    within: '',
    name: 'plugins with a published number',
    note: then === 0 ? named(month) : `${named(month)}; ${number(then)} in ${named(before)}`,
  };
}

/** With their noise, a part can be greater than the whole. */
function shareOf(cells: Cells, week: Period, key: readonly string[], total: number | undefined): number | undefined {
  const people = cells.at(week, key);
  return people === undefined || total === undefined ? undefined : Math.min(people / total, 1);
}
