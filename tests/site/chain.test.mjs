// Made-up people through the real programs, to the pages: collector, simulation, aggregation, pages, then a browser.
// The programs are looked for in TELEMETRY_PROGRAMS, or else where the release build puts them.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { barsOf, linesOf, periodsByText, pluginsOf, rowIn, sorted } from './reading.mjs';
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
let truth;
let shown; // by table: what the pages say
const seen = { requests: [], complaints: [] };
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
  site = join(work, 'site');
  const folder = join(work, 'public');
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
    '--aggregates', join(work, 'aggregates.sqlite'), '--public', folder, '--now', afterClosing]);
  await aggregate('run');
  const review = JSON.parse(await aggregate('review', '--json'));
  await aggregate('publish', review.digest);
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  assert.deepEqual([index.weeks, index.months], [weeks, [month]]);
  assert.equal(index.data_as_of, weeks.at(-1));
  assert.equal(index.unit, 'people');
  for (const { table, json, csv } of index.tables) {
    published[table] = { ...JSON.parse(readFileSync(join(folder, json), 'utf8')), csv: readFileSync(join(folder, csv), 'utf8') };
    published[table].within = index.tables.find((each) => each.table === table).within;
  }
  assert.deepEqual(Object.keys(published).sort(), Object.keys(truth).sort());

  assert.match(await run('pages', [folder, site, '--site', siteFolder()]), /has the pages of what is published/);
  server = await serve(site);
  browser = await launch();
  shown = await readPages();
});

after(async () => {
  await browser?.close();
  server?.stop();
  await collector?.stop();
  if (work) rmSync(work, { recursive: true, force: true });
});

const trueCount = (table, { period, key }) => truth[table][period]?.[JSON.stringify(key)] ?? 0;
/** The rows of a table as the pages would write them. */
const rowsOf = (table) => published[table].rows.map((row) => rowIn(row, published[table].within));
/** Sums are on cards, one number each. */
const isSum = (table) => ['year', 'ever'].includes(published[table].period);
const latestOf = (table) => (published[table].period === 'week' ? weeks.at(-1) : month);

async function reading(path, read) {
  const opened = await open(browser, server.address, { path });
  const found = await read(opened.page);
  seen.requests.push(...opened.seen.requests);
  seen.complaints.push(...opened.seen.complaints);
  await opened.close();
  return found;
}

/** The figures of a page, which are named after their tables: bars of the latest, and lines. */
function figuresOf(path, tables) {
  return reading(path, async (page) => {
    const found = {};
    for (const table of tables) {
      const bars = (await barsOf(page, table)).map((row) => ({ period: latestOf(table), ...row }));
      const lines = [...await linesOf(page, table), ...await linesOf(page, `${table}-change`)];
      found[table] = { bars, lines };
    }
    return found;
  });
}

async function readPages() {
  const texts = periodsByText([...weeks, month]);
  const has = (path) => readFileSync(join(site, path), 'utf8');
  const found = {};
  for (const path of ['index.html', 'napari.html', 'commands.html', 'data.html']) {
    Object.assign(found, await figuresOf(path, Object.keys(published).filter((table) => !isSum(table) && has(path).includes(`<figure class="panel" id="${table}"`))));
  }
  found.plugins = { bars: (await reading('plugins.html', pluginsOf)).map((row) => ({ period: month, ...row })), lines: [] };
  found['plugin-versions'] = { bars: [], lines: [] };
  for (const { key } of found.plugins.bars) {
    const versions = await reading(`plugins/${key}.html`, (page) => barsOf(page, 'versions'));
    found['plugin-versions'].bars.push(...versions.map((row) => ({ period: month, ...row, key: `${key} · ${row.key}` })));
  }
  for (const { bars, lines } of Object.values(found)) {
    for (const row of lines) row.period = texts.get(row.period) ?? `unknown: ${row.period}`;
    for (const row of [...bars, ...lines]) delete row.text;
  }
  return found;
}

const numbersOf = (rows) => rows.filter(({ people }) => people !== null);

test('the pages show exactly what the aggregation published', () => {
  assert.deepEqual(seen.complaints, []);
  const cards = Object.keys(published).filter(isSum);
  assert.deepEqual([...Object.keys(shown), ...cards].sort(), Object.keys(published).sort());
  let count = 0;
  const empty = [];
  for (const [table, { period, periods, rows, csv }] of Object.entries(published)) {
    assert.deepEqual(periods, period === 'week' ? weeks : [month], table);
    const columns = csv.split('\r\n')[0].split(',');
    assert.deepEqual([columns[0], columns.at(-1)], ['period', ['year', 'ever'].includes(period) ? 'within' : 'people'], table);
    if (rows.length === 0) empty.push(table);
    if (cards.includes(table)) continue;
    // A version of a plugin whose own number is not published is in the files alone.
    const hasPage = ({ key }) => table !== 'plugin-versions' || shown.plugins.bars.some((plugin) => key.startsWith(`${plugin.key} · `));
    const wanted = rowsOf(table).filter(hasPage);
    const { bars, lines } = shown[table];
    if (bars.length > 0 || lines.length === 0) {
      assert.deepEqual(sorted(numbersOf(bars)), sorted(wanted.filter((row) => row.period === latestOf(table))), table);
    }
    const known = new Set(sorted(wanted));
    assert.deepEqual(sorted(numbersOf(lines)).filter((row) => !known.has(row)), [], table);
    count += numbersOf(bars).length + numbersOf(lines).length;
  }
  assert.deepEqual(sorted(numbersOf(shown.users.lines)), sorted(rowsOf('users')));
  assert.deepEqual(sorted(numbersOf(shown['users-month'].lines)), sorted(rowsOf('users-month')));
  const page = readFileSync(join(site, 'index.html'), 'utf8').replaceAll(/<[^>]*>/g, ' ');
  for (const table of cards) {
    const [{ people, low, high }] = rowsOf(table);
    for (const number of [people, low, high]) assert.ok(page.includes(` ${number} `), `${table}: ${number}`);
  }
  assert.ok(count > 60, `${count} numbers were compared`);
  // Of 800 people few are in any one cell of some tables, and whether those get over the threshold is drawn. A cell of 60
  // does: the highest threshold is 26, and noise of more than 8 sigma is not to be expected.
  const most = (table) => Math.max(...Object.values(truth[table]).flatMap((cells) => Object.values(cells)));
  assert.deepEqual(empty.filter((table) => most(table) >= 60), [], 'tables that should have numbers');
  assert.ok(empty.length <= 4, `nothing published of ${empty}`);
});

test('the numbers on the pages are what the people did, with noise', () => {
  assert.deepEqual(numbersOf(shown.users.lines).map((row) => row.period).sort(), weeks);
  for (const table of ['users-month', 'users-year', 'users-ever']) assert.deepEqual(rowsOf(table).map((row) => row.period), [month], table);
  // Who comes in several weeks is one person of the month.
  const users = truth.users;
  const inMonth = truth['users-month'][month]['[]'];
  assert.ok(inMonth < weeks.reduce((sum, week) => sum + users[week]['[]'], 0) && weeks.every((week) => inMonth >= users[week]['[]']));
  let others = 0;
  for (const [table, { rows }] of Object.entries(published)) {
    for (const row of rows) {
      const exact = trueCount(table, row);
      if (row.people !== exact) others += 1;
      assert.ok(Math.abs(row.people - exact) <= furthest, `${table} ${JSON.stringify(row)}: ${exact} in truth`);
    }
  }
  assert.ok(others > 0, 'the exact counts are not what is published');
});

test('what few people did is nowhere on the pages', () => {
  let few = 0;
  const often = new Set();
  const seldom = new Set(); // names of plugins and commands
  for (const [table, byPeriod] of Object.entries(truth)) {
    const numbers = new Set(published[table].rows.map(({ period, key }) => `${period} ${JSON.stringify(key)}`));
    for (const [period, cells] of Object.entries(byPeriod)) {
      for (const [key, exact] of Object.entries(cells)) {
        const named = ['plugins', 'commands'].includes(table);
        if (named) (exact <= 2 ? seldom : often).add(JSON.parse(key)[0]);
        if (exact > 2) continue;
        few += 1;
        assert.ok(!numbers.has(`${period} ${key}`), `${table} ${period} ${key}`);
      }
    }
  }
  assert.ok(few > 150, `${few} cells of at most 2 people`);
  // Nor is such a name anywhere else: lists, charts, labels, names of files.
  const files = readdirSync(site, { recursive: true }).map(String).filter((name) => name.endsWith('.html'));
  assert.ok(files.length > 12, `${files.length} pages`);
  const words = new Set(files);
  for (const name of files) {
    const page = readFileSync(join(site, name), 'utf8').replaceAll('<wbr>', '');
    for (const word of page.match(/[\w.-]+/g)) words.add(word.replace(/\.$/, ''));
  }
  assert.ok(words.has('napari-svg'), 'names are found this way');
  const hidden = [...seldom].filter((name) => !often.has(name));
  assert.ok(hidden.length > 20, `${hidden.length} names`);
  assert.deepEqual(hidden.filter((name) => words.has(name) || words.has(`plugins/${name}.html`)), []);
});

test('nothing left the origin', () => {
  assert.ok(seen.requests.length > Object.keys(published).length, 'requests were really watched');
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith(server.address)), []);
  assert.deepEqual(seen.complaints, []);
});
