// Turns JSON of unknown shape into the model, or says what is wrong. Nothing else of the page trusts a file.
import { array, count, fail, object, period, periods, scalar, span, text } from './check';
import type { Dimension, Index, Row, Table, TableEntry } from './model';
import { isSum, unitOf } from './period';

function file(value: unknown, ending: string, where: string): string {
  const name = text(value, where);
  return new RegExp(`^tables/[a-z0-9][a-z0-9-]*\\.${ending}$`).test(name) ? name : fail(where, 'a file name');
}

function dimension(value: unknown): Dimension {
  const fields = object(value, 'a dimension');
  return { field: text(fields['field'], 'dimension.field'), title: text(fields['title'], 'dimension.title') };
}

function entry(value: unknown): TableEntry {
  const fields = object(value, 'a table');
  const table = text(fields['table'], 'table.table');
  if (!/^[a-z0-9][a-z0-9-]*$/.test(table)) fail('table.table', 'a table name');
  return {
    topic: text(fields['topic'], 'table.topic'),
    level: text(fields['level'], 'table.level'),
    table,
    title: text(fields['title'], 'table.title'),
    period: span(fields['period'], 'table.period'),
    dimensions: array(fields['dimensions'], 'table.dimensions').map(dimension),
    sigma: count(fields['sigma'], 'table.sigma'),
    threshold: count(fields['threshold'], 'table.threshold'),
    within: count(fields['within'], 'table.within'),
    json: file(fields['json'], 'json', 'table.json'),
    csv: file(fields['csv'], 'csv', 'table.csv'),
  };
}

export function parseIndex(value: unknown): Index {
  const fields = object(value, 'the index');
  if (fields['format'] !== 1) fail('format', '1, the only one this page can read');
  if (fields['unit'] !== 'people') fail('unit', '"people"');
  const weeks = periods(fields['weeks'], 'week', 'weeks');
  const dataAsOf = fields['data_as_of'] === null ? null : period(fields['data_as_of'], 'week', 'data_as_of');
  if (dataAsOf !== (weeks[weeks.length - 1] ?? null)) fail('data_as_of', 'the last of weeks');
  const tables = array(fields['tables'], 'tables').map(entry);
  // Each is a section of the page, found by its name.
  if (new Set(tables.map((each) => each.table)).size < tables.length) fail('tables', 'a list with each table once');
  return {
    dictionary: count(fields['dictionary'], 'dictionary'),
    dataAsOf,
    rounding: count(fields['rounding'], 'rounding'),
    weeks,
    months: periods(fields['months'], 'month', 'months'),
    tables,
  };
}

function row(value: unknown, expected: TableEntry): Row {
  const fields = object(value, 'a row');
  const dimensions = expected.dimensions.length;
  const key = array(fields['key'], 'row.key').map((part) => scalar(part, 'row.key'));
  if (key.length !== dimensions) fail('row.key', `a list of ${dimensions}`);
  const own = fields['within'];
  if (own !== undefined && !isSum(expected.period)) fail('row.within', 'left to the index, as it is for a table that is no sum');
  return {
    period: period(fields['period'], unitOf(expected.period), 'row.period'),
    key,
    people: count(fields['people'], 'row.people'),
    within: isSum(expected.period) ? count(own, 'row.within') : expected.within,
  };
}

export function parseTable(value: unknown, expected: TableEntry): Table {
  const fields = object(value, 'the table');
  if (fields['table'] !== expected.table) fail('table', `"${expected.table}"`);
  if (fields['period'] !== expected.period) fail('period', `"${expected.period}", which the index says`);
  const dimensions = array(fields['dimensions'], 'dimensions').map((each) => text(each, 'dimensions'));
  if (dimensions.join() !== expected.dimensions.map((each) => each.field).join()) {
    fail('dimensions', 'what the index says');
  }
  const released = periods(fields['periods'], unitOf(expected.period), 'periods');
  const rows = array(fields['rows'], 'rows').map((each) => row(each, expected));
  const known = new Set(released);
  const seen = new Set<string>();
  for (const each of rows) {
    if (!known.has(each.period)) fail('row.period', `one of periods: ${each.period}`);
    const cell = JSON.stringify([each.period, each.key]);
    if (seen.has(cell)) fail('rows', `a list with each number once: ${cell}`);
    seen.add(cell);
  }
  return { table: expected.table, dimensions, periods: released, rows };
}
