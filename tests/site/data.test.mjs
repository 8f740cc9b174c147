// The pure parts: weeks, order and grouping.
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
const order = await use('order');
const series = await use('series');
const cells = await use('cells');
const validate = await use('validate');

test('a year with 53 weeks is passed without losing one', () => {
  assert.deepEqual(week.everyWeek('2026-W52', '2027-W02'), ['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  assert.equal(week.addWeeks('2027-W01', -1), '2026-W53');
  assert.equal(week.monday('2027-W01').toISOString().slice(0, 10), '2027-01-04');
  assert.equal(week.monday('2025-W01').toISOString().slice(0, 10), '2024-12-30');
});

test('what is no ISO week is refused', () => {
  for (const text of ['2026-W54', '2025-W53', '2026-W00', '2026-44', '2026-W4', '', '2026-W440']) assert.equal(week.isWeek(text), false, text);
  for (const text of ['2026-W53', '2026-W01', '2020-W53']) assert.equal(week.isWeek(text), true, text);
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
    { week: '2026-W01', key: ['a'], people: 30 }, { week: '2026-W01', key: ['b'], people: 10 }, { week: '2026-W02', key: ['a'], people: 20 },
  ]);
  const groups = [{ label: 'a', keys: [['a']], colour: '--x' }, { label: 'b', keys: [['b']], colour: '--y' }];
  const counts = series.people(known, ['2026-W01', '2026-W02', '2026-W03'], groups);
  assert.deepEqual(counts.map((each) => each.values), [[30, 20, null], [10, null, null]]);
  assert.deepEqual(series.shares(counts).map((each) => each.values), [[0.75, 1, null], [0.25, null, null]]);
});

test('the index may say more than the page reads; what is counted is people', () => {
  const entry = { topic: 'x', level: 'full', table: 'a', title: 'A', dimensions: [], sigma: 4, threshold: 26, within: 10, json: 'tables/a.json', csv: 'tables/a.csv', later: 1 };
  const index = validate.parseIndex({
    format: 1, dictionary: 1, data_as_of: '2026-W44', unit: 'people', rounding: 5, weeks: ['2026-W44'],
    releases: [{ rounding: 5, week: '2026-W44', dictionary: 1 }], tables: [entry],
  });
  const table = { topic: 'x', table: 'a', title: 'A', dimensions: [], weeks: ['2026-W44'], rows: [{ week: '2026-W44', key: [], people: 15 }] };
  assert.equal(validate.parseTable(table, index.tables[0]).rows[0].people, 15);
  assert.throws(() => validate.parseIndex({ format: 1, unit: 'sessions' }), /unit is not "people"/);
});
