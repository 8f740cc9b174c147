// Turns JSON of unknown shape into the model, or says what is wrong. Nothing else of the page trusts a file.
import type { Dictionary, Dimension, Field, Index, Row, Table, TableEntry, Topic } from './model';
import { isWeek } from './week';

export class DataError extends Error {}

type Fields = Record<string, unknown>;

function fail(where: string, expected: string): never {
  throw new DataError(`${where} is not ${expected}`);
}

function object(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, 'an object');
  return value as Fields;
}

function array(value: unknown, where: string): unknown[] {
  return Array.isArray(value) ? value : fail(where, 'a list');
}

function text(value: unknown, where: string): string {
  return typeof value === 'string' ? value : fail(where, 'a text');
}

function count(value: unknown, where: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(where, 'a count');
}

function week(value: unknown, where: string): string {
  const name = text(value, where);
  return isWeek(name) ? name : fail(where, 'an ISO week');
}

function weeks(value: unknown, where: string): string[] {
  const found = array(value, where).map((each) => week(each, where));
  return [...new Set(found)].sort();
}

function scalar(value: unknown, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(where, 'a text, number or truth value');
}

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
  return {
    dictionary: count(fields['dictionary'], 'dictionary'),
    dataAsOf: fields['data_as_of'] === null ? null : week(fields['data_as_of'], 'data_as_of'),
    rounding: count(fields['rounding'], 'rounding'),
    weeks: weeks(fields['weeks'], 'weeks'),
    tables: array(fields['tables'], 'tables').map(entry),
  };
}

function row(value: unknown, dimensions: number): Row {
  const fields = object(value, 'a row');
  const key = array(fields['key'], 'row.key').map((part) => scalar(part, 'row.key'));
  if (key.length !== dimensions) fail('row.key', `a list of ${dimensions}`);
  return { week: week(fields['week'], 'row.week'), key, people: count(fields['people'], 'row.people') };
}

export function parseTable(value: unknown, expected: TableEntry): Table {
  const fields = object(value, 'the table');
  if (fields['table'] !== expected.table) fail('table', `"${expected.table}"`);
  const dimensions = array(fields['dimensions'], 'dimensions').map((each) => text(each, 'dimensions'));
  if (dimensions.join() !== expected.dimensions.map((each) => each.field).join()) {
    fail('dimensions', 'what the index says');
  }
  return {
    table: expected.table,
    dimensions,
    weeks: weeks(fields['weeks'], 'weeks'),
    rows: array(fields['rows'], 'rows').map((each) => row(each, dimensions.length)),
  };
}

/** What a JSON Schema of the dictionary allows, in words. */
function allowed(schema: Fields): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join(', ');
  if (schema['type'] === 'integer') return `whole number, ${String(schema['minimum'])} to ${String(schema['maximum'])}`;
  const longest = schema['maxLength'] === undefined ? '' : `, at most ${String(schema['maxLength'])} characters`;
  return schema['pattern'] === undefined ? `text${longest}` : `text${longest}, matching ${String(schema['pattern'])}`;
}

function options(schema: Fields): string[] {
  return Array.isArray(schema['enum']) ? schema['enum'].map(String) : [];
}

function field(name: string, value: unknown, example: unknown): Field {
  const schema = object(value, `the field ${name}`);
  return {
    name,
    title: text(schema['title'], `${name}.title`),
    description: text(schema['description'], `${name}.description`),
    values: allowed(schema),
    options: options(schema),
    example: example === undefined ? '' : String(example),
  };
}

/** What an event says beside its value, as a field like the others. */
function firstIn(longest: string): Field {
  const periods = ['week', 'month', 'year', 'ever'];
  const options = periods.slice(0, periods.indexOf(longest) + 1);
  if (options.length === 0) fail('first_in', 'a period');
  return {
    name: 'first_in',
    title: 'first in',
    description: 'The longest period in which this is the person\u2019s first event of the topic, so that people of a month or a year can be counted without a name that lives longer than a week.',
    values: options.join(', '),
    options,
    example: longest,
  };
}

function topic(value: unknown): Topic {
  const fields = object(value, 'a topic');
  const name = text(fields['topic'], 'topic.topic');
  const schema = object(fields['schema'], `${name}.schema`);
  const example = object(fields['example'] ?? {}, `${name}.example`);
  return {
    topic: name,
    level: text(fields['level'], `${name}.level`),
    title: text(fields['title'], `${name}.title`),
    why: text(fields['why'], `${name}.why`),
    cap: count(fields['cap'], `${name}.cap`),
    fields: Object.entries(object(schema['properties'], `${name}.properties`)).map(([key, each]) =>
      field(key, each, example[key]),
    ).concat(fields['first_in'] === undefined ? [] : firstIn(text(fields['first_in'], `${name}.first_in`))),
    tables: array(fields['aggregate'], `${name}.aggregate`).map((each) => {
      const table = object(each, `${name}.aggregate`);
      return {
        table: text(table['table'], 'aggregate.table'),
        title: text(table['title'], 'aggregate.title'),
        dimensions: array(table['dimensions'], 'aggregate.dimensions').map(String),
      };
    }),
  };
}

export function parseDictionary(value: unknown): Dictionary {
  const fields = object(value, 'the data dictionary');
  return {
    version: count(fields['version'], 'version'),
    topics: array(fields['topics'], 'topics').map(topic),
  };
}
