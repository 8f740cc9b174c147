// What a chart over time draws: a few series out of many keys, each with a colour by its rank.
import { type Cells, keysOf, sumOf } from './cells';
import type { Period } from './model';
import { isRelease, mostFirst, newestFirst } from './order';

export interface Group {
  label: string;
  keys: string[][];
  colour: `--${string}`;
}

export interface Series {
  label: string;
  colour: `--${string}`;
  /** One per week or month; null is one without a published number, which is drawn as a gap. */
  values: (number | null)[];
  /** How far each may be from the count, with a probability of 95 %; left out where several numbers are added up. */
  within?: (number | null)[];
}

const rest = '--rest';

/** The newest releases by rank, then everything older as one, then what is no release. */
export function groupVersions(versions: readonly string[][], ranks: number): Group[] {
  const label = (key: readonly string[]): string => key[key.length - 1] ?? '';
  const sorted = [...versions].sort((a, b) => newestFirst(label(a), label(b)));
  const releases = sorted.filter((key) => isRelease(label(key)));
  const groups: Group[] = releases
    .slice(0, ranks)
    .map((key, place) => ({ label: label(key), keys: [key], colour: `--rank-${place}` }));
  const older = releases.slice(ranks);
  if (older.length > 0) groups.push({ label: 'older', keys: older, colour: rest });
  for (const key of sorted.filter((each) => !isRelease(label(each)))) {
    groups.push({ label: label(key), keys: [key], colour: '--no-release' });
  }
  return groups;
}

/** One colour per kind, in the order given; what is left over becomes one group. */
export function groupKinds(keys: readonly string[][], kinds: number, name: (key: readonly string[]) => string): Group[] {
  const groups: Group[] = keys
    .slice(0, kinds)
    .map((key, place) => ({ label: name(key), keys: [key], colour: `--kind-${place}` }));
  const others = keys.slice(kinds);
  if (others.length > 0) groups.push({ label: 'all others', keys: others, colour: rest });
  return groups;
}

export function people(cells: Cells, periods: readonly Period[], groups: readonly Group[]): Series[] {
  return groups.map((group) => ({
    label: group.label,
    colour: group.colour,
    values: periods.map((period) => sumOf(cells, period, group.keys) ?? null),
  }));
}

/** The people of a table without dimensions, with the interval of each number. */
export function totals(cells: Cells, periods: readonly Period[]): Series {
  return {
    label: 'people',
    colour: '--accent',
    values: periods.map((period) => cells.at(period, []) ?? null),
    within: periods.map((period) => cells.row(period, [])?.within ?? null),
  };
}

/** Shares of what was published in that week or month: the cells below the threshold are in no share. */
export function shares(series: readonly Series[]): Series[] {
  const totals = (series[0]?.values ?? []).map((_, place) =>
    series.reduce((sum, each) => sum + (each.values[place] ?? 0), 0),
  );
  return series.map((each) => ({
    ...each,
    values: each.values.map((value, place) => {
      const total = totals[place] ?? 0;
      return value === null || total === 0 ? null : value / total;
    }),
  }));
}

export interface Bar {
  key: string[];
  people: number;
}

/** The keys with most people in one week or month. */
export function top(cells: Cells, period: Period, count: number): Bar[] {
  return keysOf(cells.rows.filter((row) => row.period === period))
    .sort(mostFirst(cells, period))
    .slice(0, count)
    .map((key) => ({ key, people: cells.at(period, key) ?? 0 }));
}
