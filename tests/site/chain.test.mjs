// Made-up people through the real programs, to the page: collector, simulation, aggregation, then a browser.
// The programs are looked for in TELEMETRY_PROGRAMS, or else where the release build puts them.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { launch, open, root, serve, siteFolder } from './support.mjs';

const folder = process.env.TELEMETRY_PROGRAMS ?? join(root, 'build/release/src/host');
const people = ['--people', '800', '--from', '2026-W36', '--weeks', '4', '--seed', '7', '--opened', '2026-W36'];
// One whole month, whose Thursdays are 3, 10, 17 and 24 September.
const weeks = ['2026-W36', '2026-W37', '2026-W38', '2026-W39'];
const month = '2026-09';
const afterClosing = '2026-10-26T00:00:00Z'; // 2026-W39 is closed from 2026-10-19 on
/** Noise beyond 33 has a chance of e^-34 in each cell, at σ = 4; rounding to 5 adds up to 2. A sum of one month has no more. */
const furthest = 35;

let work;
let site;
let collector;
let server;
let browser;
let opened;
let truth;
const published = {};

function program(name) {
  const path = join(folder, name, `napari-telemetry-${name}`);
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new Error(`${path} is not there. Build the programs first, or say in TELEMETRY_PROGRAMS where they are.`);
  }
  return path;
}

/** What the program said; throws with all of it when the exit code is not 0. */
async function run(name, parameters) {
  const { stdout } = await promisify(execFile)(program(name), parameters, { timeout: 60_000 });
  return stdout;
}

async function startCollector(database, now) {
  const child = spawn(program('collector'), ['--listen', '127.0.0.1:0', '--database', database, '--now', now],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the collector ended with ${code}`)));
    child.stdout.on('data', (text) => {
      said += text;
      const found = /(http:\/\/127\.0\.0\.1:\d+)\r?\n/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  const stop = () => { child.kill('SIGTERM'); return ended; };
  return { address, stop };
}

before(async () => {
  for (const name of ['collector', 'simulate', 'aggregate', 'pages']) program(name);
  work = mkdtempSync(join(tmpdir(), 'site-chain-'));
  site = siteFolder();
  const raw = join(work, 'raw.sqlite');

  const now = /for a collector with --now (\S+)/.exec(
    await run('simulate', [...people, '--truth', join(work, 'unsent.json')]),
  )?.[1];
  assert.ok(now, 'the simulation names the collector\'s moment');
  collector = await startCollector(raw, now);
  const said = await run('simulate', [...people, '--collector', collector.address, '--truth', join(work, 'truth.json')]);
  assert.match(said, /: [1-9]\d* events accepted, 0 refused/);
  assert.equal(await collector.stop(), 0, 'the collector ends well');
  truth = JSON.parse(readFileSync(join(work, 'truth.json'), 'utf8')).tables;
  assert.deepEqual(truth, JSON.parse(readFileSync(join(work, 'unsent.json'), 'utf8')).tables, 'the same seed, the same people');

  const aggregate = (...command) => run('aggregate', [...command, '--raw', raw,
    '--aggregates', join(work, 'aggregates.sqlite'), '--public', join(site, 'data'), '--now', afterClosing]);
  await aggregate('run');
  const review = JSON.parse(await aggregate('review', '--json'));
  await aggregate('publish', review.digest);
  const index = JSON.parse(readFileSync(join(site, 'data/index.json'), 'utf8'));
  assert.deepEqual([index.weeks, index.months], [weeks, [month]]);
  assert.equal(index.data_as_of, weeks.at(-1));
  assert.equal(index.unit, 'people');
  for (const { table, json, csv } of index.tables) {
    published[table] = { ...JSON.parse(readFileSync(join(site, 'data', json), 'utf8')), csv: readFileSync(join(site, 'data', csv), 'utf8') };
  }
  assert.deepEqual(Object.keys(published).sort(), Object.keys(truth).sort());

  server = await serve(site);
  browser = await launch();
  opened = await open(browser, server.address, { path: '?months=all' });
});

after(async () => {
  await browser?.close();
  server?.stop();
  await collector?.stop();
  if (work) rmSync(work, { recursive: true, force: true });
});

const sorted = (rows) => rows.map(({ period, key, people: count, within }) => JSON.stringify([period, key, count, within])).sort();
const trueCount = (table, { period, key }) => truth[table][period]?.[JSON.stringify(key)] ?? 0;

function rowsOf(table) {
  return opened.page.$$eval(`section#chart-${table} tr[data-period][data-key][data-people]`, (rows) =>
    rows.map(({ dataset }) => ({
      period: dataset.period, key: JSON.parse(dataset.key), people: Number(dataset.people),
      ...(dataset.within === undefined ? {} : { within: Number(dataset.within) }),
    })));
}

/** All rows of plugin-versions, which the page shows for one plugin at a time. */
async function rowsOfEveryPlugin() {
  const rows = [];
  const names = await opened.page.$$eval('#plugin-choice option', (options) => options.map((option) => option.value));
  for (const name of names) {
    await opened.page.selectOption('#plugin-choice', name);
    rows.push(...await rowsOf('plugin-versions'));
  }
  return rows;
}

test('the page shows exactly what the aggregation published', async () => {
  assert.deepEqual(opened.seen.complaints, []);
  assert.equal(await opened.page.$$eval('section[id^=chart-]', (found) => found.length), Object.keys(published).length);
  let count = 0;
  const empty = [];
  for (const [table, { period, periods, rows, csv }] of Object.entries(published)) {
    assert.ok(rows.length <= 400, `${table}: the page lists only the latest of ${rows.length} rows`);
    assert.deepEqual(periods, period === 'week' ? weeks : [month], table);
    const columns = csv.split('\r\n')[0].split(',');
    assert.deepEqual([columns[0], columns.at(-1)], ['period', ['year', 'ever'].includes(period) ? 'within' : 'people'], table);
    if (rows.length === 0) {
      assert.match(await opened.page.textContent(`#chart-${table} .message`), 
        /^No number of this table was published for (2026-W36 to 2026-W39|September 2026)\.$/);
      assert.deepEqual(await rowsOf(table), []);
      empty.push(table);
      continue;
    }
    const shown = table === 'plugin-versions' ? await rowsOfEveryPlugin() : await rowsOf(table);
    assert.deepEqual(sorted(shown), sorted(rows), table);
    const heads = await opened.page.$$eval(`section#chart-${table} table.rows thead th`, (cells) => cells.map((cell) => cell.textContent));
    assert.ok(heads.includes('people'), `${table}: ${heads}`);
    count += shown.length;
  }
  assert.ok(count > 60, `${count} numbers were compared`);
  // Of 800 people few are in any one cell of some tables, and whether those get over the threshold is drawn. A cell of 60
  // does: the highest threshold is 26, and noise of more than 8 sigma is not to be expected.
  const most = (table) => Math.max(...Object.values(truth[table]).flatMap((cells) => Object.values(cells)));
  assert.deepEqual(empty.filter((table) => most(table) >= 60), [], 'tables that should have numbers');
  assert.ok(empty.length <= 4, `nothing published of ${empty}`);
});

test('the numbers on the page are what the people did, with noise', async () => {
  assert.deepEqual((await rowsOf('users')).map((row) => row.period).sort(), weeks);
  for (const table of ['users-month', 'users-year', 'users-ever']) {
    assert.deepEqual((await rowsOf(table)).map((row) => row.period), [month], table);
  }
  // Who comes in several weeks is one person of the month.
  const users = truth.users;
  const inMonth = truth['users-month'][month]['[]'];
  assert.ok(inMonth < weeks.reduce((sum, week) => sum + users[week]['[]'], 0) && weeks.every((week) => inMonth >= users[week]['[]']));
  let others = 0;
  for (const table of Object.keys(published)) {
    const shown = table === 'plugin-versions' ? await rowsOfEveryPlugin() : await rowsOf(table);
    for (const row of shown) {
      const exact = trueCount(table, row);
      if (row.people !== exact) others += 1;
      assert.ok(Math.abs(row.people - exact) <= furthest, `${table} ${JSON.stringify(row)}: ${exact} in truth`);
    }
  }
  assert.ok(others > 0, 'the exact counts are not what is published');
});

test('what few people did is nowhere on the page', async () => {
  let few = 0;
  const often = new Set();
  const seldom = new Set(); // names of plugins and commands
  for (const [table, byPeriod] of Object.entries(truth)) {
    const shown = new Set((table === 'plugin-versions' ? await rowsOfEveryPlugin() : await rowsOf(table))
      .map(({ period, key }) => `${period} ${JSON.stringify(key)}`));
    for (const [period, cells] of Object.entries(byPeriod)) {
      for (const [key, exact] of Object.entries(cells)) {
        const named = ['plugins', 'commands'].includes(table);
        if (named) (exact <= 2 ? seldom : often).add(JSON.parse(key)[0]);
        if (exact > 2) continue;
        few += 1;
        assert.ok(!shown.has(`${period} ${key}`), `${table} ${period} ${key}`);
      }
    }
  }
  assert.ok(few > 150, `${few} cells of at most 2 people`);
  // Nor is such a name anywhere else among the numbers: lists, charts, coloured tables, labels.
  const dashboard = (await opened.page.$eval('#dashboard', (found) => found.innerHTML)).replaceAll('<wbr>', '');
  const words = new Set(dashboard.match(/[\w.-]+/g).map((word) => word.replace(/\.$/, '')));
  assert.ok(words.has('napari-svg'), 'names are found this way');
  const hidden = [...seldom].filter((name) => !often.has(name));
  assert.ok(hidden.length > 20, `${hidden.length} names`);
  assert.deepEqual(hidden.filter((name) => words.has(name)), []);
});

test('the written pages say the same numbers', async () => {
  const folder = join(work, 'pages');
  const { stdout } = await promisify(execFile)(program('pages'), [join(site, 'data'), folder], { timeout: 60_000 });
  assert.match(stdout, /has the pages of what is published/);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const [{ people: inMonth }] = published['users-month'].rows;
  assert.ok(page.includes(`<strong>${inMonth}</strong><span>people in September 2026</span>`), `${inMonth} people`);
  const rows = published.plugins.rows;
  assert.ok(rows.length > 0);
  for (const { key: [name], people: count } of rows) {
    assert.ok(readFileSync(join(folder, `plugins/${name}.html`), 'utf8').includes(`<strong>${count} people (95 %: `), name);
  }
});

test('nothing left the origin', () => {
  assert.ok(opened.seen.requests.length > Object.keys(published).length, 'requests were really watched');
  assert.deepEqual(opened.seen.requests.filter((url) => !url.startsWith(server.address)), []);
  assert.deepEqual(opened.seen.complaints, []);
});
