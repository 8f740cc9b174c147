// Which chart each table gets, and how it is drawn.
import { bars, barsHeight } from '../charts/bars';
import { heat, namesAlong } from '../charts/heat';
import { lines } from '../charts/lines';
import { stacks } from '../charts/stacks';
import { type Cells, cellsOf, keysOf } from '../data/cells';
import type { Period, Table, TableEntry, Topic } from '../data/model';
import { byOption, mostFirst } from '../data/order';
import { isSum, unitOf } from '../data/period';
import { type Group, groupKinds, groupVersions, people, shares, top, totals } from '../data/series';
import { element } from '../dom/dom';
import { counted, interval, named, number, span } from '../words/format';
import type { Frame } from './frame';
import { shown, shownKey, shownTitle } from '../words/names';
import { listRows } from './rows';
import { kindCount, rankCount } from '../dom/theme';
import type { View } from './view';

export type Form = 'line' | 'versions' | 'kinds' | 'bars' | 'heat' | 'table';

const forms: Record<string, Form> = {
  'napari-versions': 'versions',
  'napari-versions-month': 'versions',
  'python-versions': 'versions',
  systems: 'kinds',
  'system-versions': 'bars',
  architectures: 'heat',
  plugins: 'bars',
  commands: 'bars',
  'command-counts': 'heat',
  'layer-sizes': 'heat',
  'layer-arrays': 'heat',
  'layer-dtypes': 'heat',
  'layer-dimensions': 'heat',
};

const chartHeight = 280;
const rankedBars = 15;

export interface Drawing {
  table: Table;
  topic: Topic | undefined;
  /** Of the range that the reader chose, without holes; never empty. */
  periods: Period[];
  view: View;
  /** Published number of all people in such a week or month, where the topic is everybody's. */
  all: ((period: Period) => number | undefined) | undefined;
}

/** A table that this page doesn't know still gets its numbers. */
export function formOf(entry: TableEntry): Form {
  return forms[entry.table] ?? (entry.dimensions.length === 0 ? 'line' : 'table');
}

export function draw(frame: Frame, drawing: Drawing): void {
  const { table, periods, view } = drawing;
  const { entry } = frame;
  const cells = cellsOf(table, periods);
  // What shows one month shows the last one that was published.
  const latest = periods.filter((each) => table.periods.includes(each)).pop() ?? '';
  const form = formOf(entry);
  const one = form === 'bars' || form === 'heat';
  frame.describe(`${measure(entry, form, view)}, ${one && latest ? named(latest) : span(periods)}, ` +
    `${precision(entry)}.${isSum(entry.period) ? '' : ` ${basis(drawing, entry, latest)}`}`);
  if (cells.rows.length === 0) {
    frame.say(`No number of this table was published for ${span(periods)}.`);
    return;
  }
  if (table.table !== 'plugins') {
    // plugins.ts has a table of its own
    const listed = listRows(entry, cells.rows, periods, table.periods);
    frame.table(listed.table, listed.note);
  }
  if (form === 'line') drawLine(frame, cells, periods);
  else if (form === 'versions') drawStack(frame, drawing, cells, groupVersions(keysOf(cells.rows), rankCount));
  else if (form === 'kinds') drawStack(frame, drawing, cells, kinds(drawing, cells, latest));
  else if (form === 'bars') drawBars(frame, drawing, cells, latest);
  else if (form === 'heat') drawHeat(frame, drawing, cells, latest);
}

function measure(entry: TableEntry, form: Form, view: View): string {
  if (entry.period === 'year') return 'People in the year so far, at the end of each month';
  if (entry.period === 'ever') return 'People ever, so far, at the end of each month';
  const what = (form === 'versions' || form === 'kinds') && view.show === 'share' ? 'Share of people' : 'People';
  return `${what} per ${unitOf(entry.period)}`;
}

/** How far the numbers of a table may be from the counts; a sum's have each their own interval. */
export function precision(entry: TableEntry): string {
  return isSum(entry.period)
    ? 'with the 95\u00a0% interval, which grows with every month of the sum'
    : `each number ${interval(entry.within)} (95\u00a0% interval)`;
}

/** n, or why there is none: how many people chose a level above basic is not published. */
function basis(drawing: Drawing, entry: TableEntry, latest: Period): string {
  const { all, topic } = drawing;
  const n = all?.(latest);
  if (n !== undefined) return `n\u00a0=\u00a0${number(n)} people (latest ${entry.period}).`;
  if (topic && topic.level !== 'basic') {
    return `n is not published: people who chose the level ${topic.level === 'full' ? 'full' : 'middle or full'}.`;
  }
  return `n was not published for the latest ${entry.period}.`;
}

function drawLine(frame: Frame, cells: Cells, periods: Period[]): void {
  const series = totals(cells, periods);
  const values = series.values.filter((value) => value !== null);
  const unit = unitOf(frame.entry.period);
  const januaries = frame.entry.period === 'year' ? periods.filter((each) => each.endsWith('-01')) : [];
  frame.chart(lines(periods, [series], januaries), chartHeight,
    `Line chart of ${counted(values.length, `published ${unit}`, `published ${unit}s`)}, ` +
    `from ${number(Math.min(...values))} to ${number(Math.max(...values))} people. The table below has the numbers.`);
}

function kinds(drawing: Drawing, cells: Cells, latest: Period): Group[] {
  const field = drawing.table.dimensions[0] ?? '';
  const options = drawing.topic?.fields.find((each) => each.name === field)?.options ?? [];
  const found = keysOf(cells.rows).sort(mostFirst(cells, latest));
  // The dictionary's order where it has one, so that a colour stays with its kind from one to the next.
  if (options.length > 0) found.sort((a, b) => byOption(options)(a[0] ?? '', b[0] ?? ''));
  return groupKinds(found, kindCount, (key) => shownKey(drawing.table.dimensions, key));
}

function drawStack(frame: Frame, drawing: Drawing, cells: Cells, groups: Group[]): void {
  const counts = people(cells, drawing.periods, groups);
  frame.key(counts);
  frame.chart(
    stacks(drawing.periods, drawing.view.show === 'share' ? shares(counts) : counts, drawing.view.show), chartHeight,
    `Stacked bars, one per ${unitOf(frame.entry.period)}, from bottom to top: ` +
    `${groups.map((group) => group.label).join(', ')}. The table below has the numbers.`);
}

function nothing(frame: Frame, latest: Period): void {
  frame.say(`No number of this table was published for ${named(latest)}.`);
}

function drawBars(frame: Frame, drawing: Drawing, cells: Cells, latest: Period): void {
  const found = top(cells, latest, rankedBars);
  if (found.length === 0) return nothing(frame, latest);
  const dimensions = drawing.table.dimensions;
  // "debian 12" already says Linux; "other" doesn't.
  const label = (key: readonly string[]): string =>
    drawing.table.table === 'system-versions' && key[1] !== 'other' ? (key[1] ?? '') : shownKey(dimensions, key);
  frame.chart(bars(found, label), barsHeight(found),
    `Bars of the ${counted(found.length, 'entry', 'entries')} with most people in ${named(latest)}, ` +
    `first ${label(found[0]?.key ?? [])} with ${number(found[0]?.people ?? 0)}. The table below has the numbers.`);
}

function drawHeat(frame: Frame, drawing: Drawing, cells: Cells, latest: Period): void {
  const rows = namesAlong(cells, latest, 0);
  if (rows.length === 0) return nothing(frame, latest);
  const optionsOf = (place: number): string[] =>
    drawing.topic?.fields.find((each) => each.name === drawing.table.dimensions[place])?.options ?? [];
  const sum = (name: string): number =>
    cells.rows.reduce((total, row) => total + (row.period === latest && row.key[0] === name ? row.people : 0), 0);
  if (optionsOf(0).length > 0) rows.sort(byOption(optionsOf(0)));
  else rows.sort((a, b) => sum(b) - sum(a));
  const columns = namesAlong(cells, latest, 1).sort(byOption(optionsOf(1)));
  const table = heat(cells, latest, { rows: rows.slice(0, rankedBars), columns }, frame.entry, (place, value) =>
    shown(drawing.table.dimensions[place] ?? '', value));
  frame.content(
    element('p', { class: 'note' }, `By ${frame.entry.dimensions.map(shownTitle).join(' and ')}. A stronger colour is more people.`),
    element('div', { class: 'scroll whole', tabindex: 0, role: 'region', 'aria-label': `${frame.entry.title}, coloured` }, table));
}
