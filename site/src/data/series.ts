// What a chart over time draws: a few series out of many keys, each with a colour by its rank.
import { type Cells, keysOf, sumOf } from './cells';
import type { Week } from './model';
import { isRelease, mostFirst, newestFirst } from './order';

export interface Group {
  label: string;
  keys: string[][];
  colour: `--${string}`;
}

export interface Series {
  label: string;
  colour: `--${string}`;
  /** One per week; null is a week without a published number, which is drawn as a gap. */
  values: (number | null)[];
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

export function people(cells: Cells, weeks: readonly Week[], groups: readonly Group[]): Series[] {
  return groups.map((group) => ({
    label: group.label,
    colour: group.colour,
    values: weeks.map((week) => sumOf(cells, week, group.keys) ?? null),
  }));
}

/** Shares of what was published in that week: the cells below the threshold are in no share. */
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

/** The keys with most people in one week. */
export function top(cells: Cells, week: Week, count: number): Bar[] {
  return keysOf(cells.rows.filter((row) => row.week === week))
    .sort(mostFirst(cells, week))
    .slice(0, count)
    .map((key) => ({ key, people: cells.at(week, key) ?? 0 }));
}
