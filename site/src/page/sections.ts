// Which chart each table gets, and how it is drawn.
import { bars, barsHeight } from '../charts/bars';
import { heat, namesAlong } from '../charts/heat';
import { lines } from '../charts/lines';
import { stacks } from '../charts/stacks';
import { type Cells, cellsOf, keysOf } from '../data/cells';
import type { Index, Table, Topic, Week } from '../data/model';
import { byOption, mostFirst } from '../data/order';
import { type Group, groupKinds, groupVersions, people, shares, top } from '../data/series';
import { element } from '../dom/dom';
import { counted, number, period } from '../words/format';
import type { Frame } from './frame';
import { shown, shownKey, shownTitle } from '../words/names';
import { listRows } from './rows';
import { kindCount, rankCount } from '../dom/theme';
import type { View } from './view';

export type Form = 'line' | 'versions' | 'kinds' | 'bars' | 'heat' | 'table';

const forms: Record<string, Form> = {
  users: 'line',
  'new-users': 'line',
  'napari-versions': 'versions',
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
  index: Index;
  table: Table;
  topic: Topic | undefined;
  /** The range that the reader chose, without holes; never empty. */
  weeks: Week[];
  view: View;
  /** Published number of all people in the latest week, where the topic is everybody's. */
  all: number | undefined;
}

/** A table that this page doesn't know still gets its numbers. */
export function formOf(table: string): Form {
  return forms[table] ?? 'table';
}

export function draw(frame: Frame, drawing: Drawing): void {
  const { table, weeks, view } = drawing;
  const cells = cellsOf(table, weeks);
  const latest = weeks[weeks.length - 1] ?? '';
  const form = formOf(table.table);
  const oneWeek = form === 'bars' || form === 'heat';
  frame.describe(`${measure(form, view)}, ${oneWeek ? latest : period(weeks)}. ${basis(drawing)}`);
  if (cells.rows.length === 0) {
    frame.say(`No number of this table was published from ${period(weeks)}.`);
    return;
  }
  if (table.table !== 'plugins') {
    // plugins.ts has a table of its own
    const listed = listRows(frame.entry, cells.rows, weeks);
    frame.table(listed.table, listed.note);
  }
  if (form === 'line') drawLine(frame, cells, weeks);
  else if (form === 'versions') drawStack(frame, drawing, cells, groupVersions(keysOf(cells.rows), rankCount));
  else if (form === 'kinds') drawStack(frame, drawing, cells, kinds(drawing, cells, latest));
  else if (form === 'bars') drawBars(frame, drawing, cells, latest);
  else if (form === 'heat') drawHeat(frame, drawing, cells, latest);
}

function measure(form: Form, view: View): string {
  return (form === 'versions' || form === 'kinds') && view.show === 'share'
    ? 'Share of people per week'
    : 'People per week';
}

/** n, or why there is none: how many people chose a level above basic is not published. */
function basis(drawing: Drawing): string {
  if (drawing.all !== undefined) return `n\u00a0=\u00a0${number(drawing.all)} people (latest week).`;
  if (drawing.topic && drawing.topic.level !== 'basic') {
    return `n is not published: people who chose the level ${drawing.topic.level === 'full' ? 'full' : 'middle or full'}.`;
  }
  return `n was not published for the latest week.`;
}

function drawLine(frame: Frame, cells: Cells, weeks: Week[]): void {
  const series = people(cells, weeks, [{ label: 'people', keys: [[]], colour: '--accent' }]);
  const values = (series[0]?.values ?? []).filter((value) => value !== null);
  frame.chart(lines(weeks, series), chartHeight,
    `Line chart of ${counted(values.length, 'published week', 'published weeks')}, ` +
    `from ${number(Math.min(...values))} to ${number(Math.max(...values))} people. The table below has the numbers.`);
}

function kinds(drawing: Drawing, cells: Cells, latest: Week): Group[] {
  const field = drawing.table.dimensions[0] ?? '';
  const options = drawing.topic?.fields.find((each) => each.name === field)?.options ?? [];
  const found = keysOf(cells.rows).sort(mostFirst(cells, latest));
  // The dictionary's order where it has one, so that a colour stays with its kind from week to week.
  if (options.length > 0) found.sort((a, b) => byOption(options)(a[0] ?? '', b[0] ?? ''));
  return groupKinds(found, kindCount, (key) => shownKey(drawing.table.dimensions, key));
}

function drawStack(frame: Frame, drawing: Drawing, cells: Cells, groups: Group[]): void {
  const counts = people(cells, drawing.weeks, groups);
  frame.key(counts);
  frame.chart(
    stacks(drawing.weeks, drawing.view.show === 'share' ? shares(counts) : counts, drawing.view.show), chartHeight,
    `Stacked bars, one per week, from bottom to top: ${groups.map((group) => group.label).join(', ')}. ` +
    'The table below has the numbers.');
}

function drawBars(frame: Frame, drawing: Drawing, cells: Cells, latest: Week): void {
  const found = top(cells, latest, rankedBars);
  if (found.length === 0) {
    frame.say(`No number of this table was published for ${latest}.`);
    return;
  }
  const dimensions = drawing.table.dimensions;
  // "debian 12" already says Linux; "other" doesn't.
  const label = (key: readonly string[]): string =>
    drawing.table.table === 'system-versions' && key[1] !== 'other' ? (key[1] ?? '') : shownKey(dimensions, key);
  frame.chart(bars(found, label), barsHeight(found),
    `Bars of the ${counted(found.length, 'entry', 'entries')} with most people in ${latest}, ` +
    `first ${label(found[0]?.key ?? [])} with ${number(found[0]?.people ?? 0)}. The table below has the numbers.`);
}

function drawHeat(frame: Frame, drawing: Drawing, cells: Cells, latest: Week): void {
  const rows = namesAlong(cells, latest, 0);
  if (rows.length === 0) {
    frame.say(`No number of this table was published for ${latest}.`);
    return;
  }
  const optionsOf = (place: number): string[] =>
    drawing.topic?.fields.find((each) => each.name === drawing.table.dimensions[place])?.options ?? [];
  const sum = (name: string): number =>
    cells.rows.reduce((total, row) => total + (row.week === latest && row.key[0] === name ? row.people : 0), 0);
  if (optionsOf(0).length > 0) rows.sort(byOption(optionsOf(0)));
  else rows.sort((a, b) => sum(b) - sum(a));
  const columns = namesAlong(cells, latest, 1).sort(byOption(optionsOf(1)));
  const table = heat(cells, latest, { rows: rows.slice(0, rankedBars), columns }, frame.entry, (place, value) =>
    shown(drawing.table.dimensions[place] ?? '', value));
  frame.content(
    element('p', { class: 'note' }, `By ${frame.entry.dimensions.map(shownTitle).join(' and ')}. A stronger colour is more people.`),
    element('div', { class: 'scroll whole', tabindex: 0, role: 'region', 'aria-label': `${frame.entry.title}, coloured` }, table));
}
