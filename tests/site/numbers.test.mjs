// The numbers of the written pages are those of the public files, with their intervals, and gaps where there are none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { dictionary, gapMonth, gapWeek, hiddenMonth, months, weeks } from '../../site/test/fixture.mjs';
import { barsOf, keyText, linesOf, periodsByText, pluginsOf, rowIn, sorted } from './reading.mjs';
import { launch, open, serve } from './support.mjs';
import { writtenSite } from './written.mjs';

const texts = periodsByText();
const textOf = new Map([...texts].map(([text, period]) => [period, text]));
/** In each of these pages a figure is named after its table. */
const pagesOfTables = ['napari.html', 'commands.html', 'data.html'];
let browser;
let server;
let folder;
const tables = {};
const within = {};

before(async () => {
  browser = await launch();
  folder = writtenSite();
  const index = JSON.parse(readFileSync(`${folder}/data/index.json`, 'utf8'));
  for (const entry of index.tables) {
    tables[entry.table] = JSON.parse(readFileSync(`${folder}/data/${entry.json}`, 'utf8'));
    within[entry.table] = entry.within;
  }
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

/** Without JavaScript: what is published is in the page itself. */
const opened = (path) => open(browser, server.address, { path, script: false });
const published = (table, period) => tables[table].rows.filter((row) => row.period === period).map((row) => rowIn(row, within[table]));
const withoutPeriod = (rows) => rows.map(({ period, ...row }) => row);
/** As the files name a period. */
const named = (rows) => rows.map((row) => ({ ...row, period: texts.get(row.period) ?? `unknown: ${row.period}` }));

for (const path of pagesOfTables) {
  test(`${path}: every number is the published one, and every published one of the latest is there`, async () => {
    const { page, seen, close } = await opened(path);
    const ids = await page.$$eval('figure[id]', (figures) => figures.map((figure) => figure.id));
    const ofTables = ids.filter((id) => tables[id]);
    assert.ok(ofTables.length >= 2, ids.join());
    for (const table of ofTables) {
      const latest = tables[table].period === 'week' ? weeks.at(-1) : months.at(-1);
      const expected = withoutPeriod(published(table, latest));
      assert.ok(expected.length > 0, table);
      assert.deepEqual(sorted(await barsOf(page, table)), sorted(expected), table);
      const known = new Map(tables[table].rows.map((row) => [`${row.period} ${keyText(row.key)}`, rowIn(row, within[table])]));
      const lines = named(await linesOf(page, `${table}-change`));
      for (const { text, ...row } of lines) {
        const wanted = known.get(`${row.period} ${row.key}`);
        if (row.people !== null) assert.deepEqual(row, wanted, table);
        else assert.deepEqual([wanted, text], [undefined, row.period === gapMonth ? 'not counted' : 'not published'], `${table} ${row.period}`);
      }
      // Each of its lines goes over all weeks or months, a month that was not counted among them.
      const axis = tables[table].period === 'week' ? weeks.length : months.length + 1;
      assert.equal(lines.length, axis * new Set(lines.map(({ key }) => key)).size, table);
    }
    assert.deepEqual(seen.complaints, []);
    await close();
  });
}

test('index.html: people in each week and month, and the gaps between them', async () => {
  const { page, close } = await opened('index.html');
  for (const [table, hidden, axis] of [['users', gapWeek, weeks], ['users-month', hiddenMonth, [...months, gapMonth].sort()]]) {
    const shown = named(await linesOf(page, table));
    assert.deepEqual(shown.map(({ period }) => period).sort(), axis, table);
    assert.deepEqual(sorted(shown.filter(({ people }) => people !== null)),
      sorted(tables[table].rows.map((row) => rowIn(row, within[table]))), table);
    assert.deepEqual(shown.filter(({ people }) => people === null).map(({ period, text }) => [period, text]).sort(),
      [[hidden, 'not published'], ...(table === 'users' ? [] : [[gapMonth, 'not counted']])].sort(), table);
  }
  for (const [figure, table] of [['month', 'users-month'], ['year', 'users-year'], ['ever', 'users-ever']]) {
    const { people, low, high } = rowIn(tables[table].rows.at(-1), within[table]);
    const text = await page.textContent(`[data-figure="${figure}"]`);
    const numbers = text.match(/\d[\d,]*/g).map((each) => Number(each.replaceAll(',', '')));
    assert.deepEqual([numbers[0], ...numbers.slice(-2)], [people, low, high], `${figure}: ${text}`);
  }
  await close();
});

test('plugins.html and the page of each plugin: every published number of the latest month', async () => {
  const { page, close } = await opened('plugins.html');
  const expected = withoutPeriod(published('plugins', months.at(-1)));
  const shown = (await pluginsOf(page)).filter(({ people }) => people !== null);
  assert.deepEqual(sorted(shown), sorted(expected));
  await close();
  assert.ok(expected.length > 20);
  for (const { key } of expected.slice(0, 5)) {
    const plugin = await opened(`plugins/${key}.html`);
    const ofPlugin = tables.plugins.rows.filter((row) => row.key[0] === key).map((row) => rowIn(row, within.plugins, ''));
    assert.deepEqual(sorted(named(await linesOf(plugin.page, 'people')).filter(({ people }) => people !== null)), sorted(ofPlugin), key);
    const versions = tables['plugin-versions'].rows.filter((row) => row.key[0] === key && row.period === months.at(-1))
      .map((row) => rowIn(row, within['plugin-versions'], row.key[1]));
    assert.deepEqual(sorted(await barsOf(plugin.page, 'versions')), sorted(withoutPeriod(versions)), key);
    await plugin.close();
  }
});

test('no number is zero, and what is above one says that people are counted', async () => {
  for (const path of ['index.html', 'plugins.html', ...pagesOfTables]) {
    const { page, close } = await opened(path);
    const cells = await page.$$eval('main td.number, main .series td', (all) => all.map((cell) => cell.textContent));
    assert.ok(cells.length > 20, path);
    assert.deepEqual(cells.filter((text) => /^0( |$)/.test(text)), [], path);
    const tablesOfPage = await page.$$eval('figure.panel table', (all) => all.map((table) => `${table.tHead.textContent} ${table.caption?.textContent ?? ''}`));
    for (const heads of tablesOfPage) assert.match(heads, /people.*95 % interval/, path);
    await close();
  }
});

test('every field of the data dictionary is explained, and how often it is sent and as what published', async () => {
  const collected = await opened('collected.html');
  const method = await opened('method.html');
  const parameters = (await method.page.textContent('main')).replaceAll(/\s+/g, ' ');
  for (const { topic, period, cap, title, aggregate, schema } of dictionary.topics) {
    const section = `[data-topic="${topic}"]`;
    const fields = await collected.page.$$eval(`${section} tr[data-field]`, (rows) =>
      rows.map((row) => [row.dataset.field, row.cells[0].textContent, row.cells[1].textContent]));
    assert.deepEqual(fields.map(([field]) => field).sort(), Object.keys(schema.properties).sort(), topic);
    for (const [field, shown, description] of fields) {
      assert.deepEqual([shown, description], [schema.properties[field].title, schema.properties[field].description]);
    }
    const about = await collected.page.textContent(`${section} .about`);
    assert.match(about, new RegExp(`once a ${period}`), topic);
    if (cap > 1) {
      assert.match(about, new RegExp(`\\b${cap} of them`), topic);
      assert.ok(parameters.includes(`${cap} of “${title}”`), `${cap} of ${title}`);
    }
    for (const table of aggregate) {
      assert.ok(about.includes(`“${table.title}” (noise σ = ${table.sigma}, from about ${table.threshold} people on)`), `${topic}: ${about}`);
      const row = await method.page.locator('section:has(#tables) tr', { has: method.page.getByRole('rowheader', { name: table.title, exact: true }) })
        .locator('td').allTextContents();
      assert.deepEqual(row.slice(1), [String(table.sigma), String(table.threshold)], table.table);
    }
  }
  assert.ok(parameters.includes(`rounded to ${dictionary.rounding}`) && parameters.includes('Missing: June 2026.'), parameters.slice(0, 400));
  await collected.close();
  await method.close();
});

test('each public file of a table has the columns that its page promises', async () => {
  for (const [name, { period, dimensions }] of Object.entries(tables)) {
    const csv = readFileSync(`${folder}/data/tables/${name}.csv`, 'utf8');
    assert.deepEqual(csv.split('\r\n')[0].split(','),
      ['period', ...dimensions, 'people', ...(['year', 'ever'].includes(period) ? ['within'] : [])], name);
  }
});
