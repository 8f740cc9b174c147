// The pure parts: weeks and months, order and grouping, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { esbuild, root } from './support.mjs';

async function use(module) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}/site/src/data/${module}.ts`], bundle: true, format: 'esm', write: false, platform: 'neutral',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const week = await use('week');
const month = await use('month');
const period = await use('period');
const dictionary = await use('dictionary');
const order = await use('order');
const series = await use('series');
const cells = await use('cells');
const validate = await use('validate');

test('a year with 53 weeks is passed without losing one', () => {
  assert.deepEqual(period.every('2026-W52', '2027-W02'), ['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  assert.equal(week.addWeeks('2027-W01', -1), '2026-W53');
  assert.equal(week.monday('2027-W01').toISOString().slice(0, 10), '2027-01-04');
  assert.equal(week.monday('2025-W01').toISOString().slice(0, 10), '2024-12-30');
});

test('what is no ISO week is refused', () => {
  for (const text of ['2026-W54', '2025-W53', '2026-W00', '2026-44', '2026-W4', '', '2026-W440']) assert.equal(week.isWeek(text), false, text);
  for (const text of ['2026-W53', '2026-W01', '2020-W53']) assert.equal(week.isWeek(text), true, text);
});

test('what is no month is refused', () => {
  for (const text of ['2026-00', '2026-13', '2026-1', '2026-W44', '2026-10-01', '1926-10', '']) assert.equal(month.isMonth(text), false, text);
  for (const text of ['2026-01', '2026-12']) assert.equal(month.isMonth(text), true, text);
});

test('a week belongs to the month of its Thursday', () => {
  // By the calendar: Thursday is 1 Oct 2026, 29 Oct, 5 Nov, 31 Dec, 7 Jan 2027; of 2025-W01 it is 2 Jan 2025.
  const months = { '2026-W39': '2026-09', '2026-W40': '2026-10', '2026-W44': '2026-10', '2026-W45': '2026-11', '2026-W53': '2026-12', '2027-W01': '2027-01', '2025-W01': '2025-01' };
  for (const [each, expected] of Object.entries(months)) assert.equal(month.monthOf(each), expected, each);
  const last = { '2026-10': '2026-W44', '2026-12': '2026-W53', '2026-09': '2026-W39', '2024-02': '2024-W09' };
  for (const [each, expected] of Object.entries(last)) assert.equal(month.lastWeekOf(each), expected, each);
  assert.deepEqual(period.every('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02']);
  assert.equal(month.addMonths('2026-01', -1), '2025-12');
});

test('what charts show ends with the last month that could have been published', () => {
  const index = (dataAsOf, months) => ({ dataAsOf, weeks: ['2026-W28', dataAsOf], months });
  const shown = (...parameters) => period.shownPeriods(...parameters);
  // 2026-W43 is not the last week of October: it is not due.
  assert.deepEqual(shown(index('2026-W43', ['2026-07', '2026-09']), 'month', 0), ['2026-07', '2026-08', '2026-09']);
  assert.deepEqual(period.missingMonths(index('2026-W43', ['2026-07', '2026-09'])), ['2026-08']);
  assert.deepEqual(period.missingMonths(index('2026-W44', ['2026-07', '2026-09'])), ['2026-08', '2026-10']);
  assert.deepEqual(shown(index('2026-W44', ['2026-07', '2026-09']), 'month', 3), ['2026-08', '2026-09', '2026-10']);
  assert.equal(shown(index('2026-W44', []), 'week', 3).length, 13);
  assert.deepEqual(shown(index('2026-W44', []), 'month', 3), []);
  assert.deepEqual(period.missingMonths(index('2026-W44', [])), []);
  assert.deepEqual(shown({ dataAsOf: null, weeks: [], months: [] }, 'week', 0), []);
});

test('versions are ordered as numbers, builds that are no release last', () => {
  const versions = ['0.4.19', 'dev', '0.10.0', '0.6.2', '0.6.2.post1', '0.6', '0.6.0'];
  assert.deepEqual(versions.sort(order.newestFirst), ['0.10.0', '0.6.2.post1', '0.6.2', '0.6.0', '0.6', '0.4.19', 'dev']);
});

test('colours follow the rank, and old releases are one group', () => {
  const groups = series.groupVersions([['1.0'], ['dev'], ['3.0'], ['2.0'], ['0.9']], 2);
  assert.deepEqual(groups.map(({ label, colour }) => [label, colour]),
    [['3.0', '--rank-0'], ['2.0', '--rank-1'], ['older', '--rest'], ['dev', '--no-release']]);
  assert.deepEqual(groups[2].keys, [['1.0'], ['0.9']]);
});

test('what was not published is null in counts and in shares, never zero', () => {
  const known = new cells.Cells([
    { period: '2026-W01', key: ['a'], people: 30 }, { period: '2026-W01', key: ['b'], people: 10 }, { period: '2026-W02', key: ['a'], people: 20 },
  ]);
  const groups = [{ label: 'a', keys: [['a']], colour: '--x' }, { label: 'b', keys: [['b']], colour: '--y' }];
  const counts = series.people(known, ['2026-W01', '2026-W02', '2026-W03'], groups);
  assert.deepEqual(counts.map((each) => each.values), [[30, 20, null], [10, null, null]]);
  assert.deepEqual(series.shares(counts).map((each) => each.values), [[0.75, 1, null], [0.25, null, null]]);
});

test('a series of everybody has the interval of each number', () => {
  const known = new cells.Cells([
    { period: '2026-01', key: [], people: 30, within: 8 }, { period: '2026-03', key: [], people: 40, within: 13 },
  ]);
  const { values, within } = series.totals(known, ['2026-01', '2026-02', '2026-03']);
  assert.deepEqual([values, within], [[30, null, 40], [8, null, 13]]);
});

const entry = {
  topic: 'x', level: 'full', table: 'a', title: 'A', period: 'month', dimensions: [], sigma: 4, threshold: 26, within: 10,
  json: 'tables/a.json', csv: 'tables/a.csv',
};
const index = {
  format: 1, dictionary: 1, data_as_of: '2026-W44', unit: 'people', rounding: 5, weeks: ['2026-W43', '2026-W44'], months: ['2026-10'],
  releases: [{ rounding: 5, period: '2026-W44', dictionary: 1 }], tables: [entry],
};
const table = { topic: 'x', table: 'a', title: 'A', period: 'month', dimensions: [], periods: ['2026-10'], rows: [{ period: '2026-10', key: [], people: 15 }] };
const sum = { ...entry, period: 'ever' };
const sumTable = { ...table, period: 'ever', rows: [{ period: '2026-10', key: [], people: 15, within: 12 }] };

test('the index and a table may say more than the page reads', () => {
  const read = validate.parseIndex({ ...index, later: 1, tables: [{ ...entry, later: 1 }] });
  assert.deepEqual([read.months, read.tables[0].period], [['2026-10'], 'month']);
  assert.deepEqual(validate.parseTable({ ...table, later: 1 }, read.tables[0]).rows, [{ period: '2026-10', key: [], people: 15, within: 10 }]);
  // A sum has the interval of its row, not of the index.
  assert.equal(validate.parseTable(sumTable, sum).rows[0].within, 12);
  assert.deepEqual(validate.parseIndex({ ...index, data_as_of: null, weeks: [], months: [] }).dataAsOf, null);
});

test('what the index must not say is refused by name', () => {
  const refused = (changes, message) => assert.throws(() => validate.parseIndex({ ...index, ...changes }), message);
  refused({ unit: 'sessions' }, /unit is not "people"/);
  refused({ months: ['2026-W44'] }, /months is not a month/);
  refused({ weeks: ['2026-10'], data_as_of: '2026-W44' }, /weeks is not an ISO week/);
  refused({ weeks: ['2026-W44', '2026-W43'] }, /weeks is not in order/);
  refused({ months: ['2026-10', '2026-10'] }, /months is not in order/);
  refused({ months: ['9999-10'] }, /months is not a month/);
  refused({ data_as_of: '2026-W43' }, /data_as_of is not the last of weeks/);
  refused({ data_as_of: null }, /data_as_of is not the last of weeks/);
  refused({ tables: [{ ...entry, period: 'day' }] }, /table\.period is not/);
  refused({ tables: [entry, entry] }, /tables is not a list with each table once/);
});

test('what a table must not say is refused by name', () => {
  const refused = (changes, message, of = entry, whole = table) => assert.throws(() => validate.parseTable({ ...whole, ...changes }, of), message);
  const row = table.rows[0];
  refused({ period: 'week' }, /period is not "month", which the index says/);
  refused({ period: undefined }, /period is not "month"/);
  refused({ periods: undefined }, /periods is not a list/);
  refused({ periods: ['2026-W44'] }, /periods is not a month/);
  refused({ rows: [{ ...row, period: '2026-W44' }] }, /row\.period is not a month/);
  refused({ rows: [{ ...row, period: '2026-09' }] }, /row\.period is not one of periods: 2026-09/);
  refused({ rows: [row, row] }, /rows is not a list with each number once/);
  refused({ rows: [{ ...row, people: 1.5 }] }, /row\.people is not a count/);
  refused({ rows: [{ ...row, within: 3 }] }, /row\.within is not left to the index/);
  refused({ rows: [row] }, /row\.within is not a count/, sum, sumTable);
  refused({ rows: [{ ...row, within: '12' }] }, /row\.within is not a count/, sum, sumTable);
});

test('the dictionary says a period of each topic and each table', () => {
  const topic = (changes) => ({
    version: 1,
    topics: [{
      topic: 'x', level: 'basic', title: 'x', why: 'x', period: 'month', cap: 3, schema: { properties: {} },
      aggregate: [{ table: 'a', title: 'A', period: 'ever', dimensions: [], sigma: 3, threshold: 20 }], ...changes,
    }],
  });
  const read = dictionary.parseDictionary(topic({})).topics[0];
  assert.deepEqual([read.period, read.cap, read.tables], ['month', 3, topic({}).topics[0].aggregate]);
  for (const period of [undefined, 'year', 'day']) assert.throws(() => dictionary.parseDictionary(topic({ period })), /x\.period is not "week" or "month"/);
  assert.throws(() => dictionary.parseDictionary(topic({ aggregate: [{ table: 'a', title: 'A', dimensions: [] }] })), /aggregate\.period is not/);
});
