// The numbers on the page in a real browser: the published ones, their intervals, and gaps where there are none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gapMonth, gapWeek, hiddenMonth } from '../../site/test/fixture.mjs';
import {
  assertQuiet, card, latest, latestMonth, linesOf, published, order, rowsOf, scenario, stopServers, written,
} from './reading.mjs';
import { launch, open } from './support.mjs';

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await scenario();
});
after(async () => {
  await browser?.close();
  stopServers();
});

test('every published number is in the tables of the page', async () => {
  const opened = await open(browser, site.server.address, { path: '?months=all' });
  for (const [name, table] of Object.entries(site.tables)) {
    const shown = published(await rowsOf(opened.page, name));
    const chosen = name === 'plugin-versions' ? table.rows.filter((row) => row.key[0] === 'napari-svg') : table.rows;
    const onlyLatest = name === 'plugins' || chosen.length > 400;
    const expected = chosen.filter((row) => !onlyLatest || row.period === (table.period === 'week' ? latest : latestMonth))
      .map((row) => ({ ...row, key: row.key.map(String) }));
    assert.ok(expected.length > 0, `${name} has rows`);
    assert.deepEqual(shown, expected.sort(order), name);
  }
  await assertQuiet(opened, site.server.address);
  await opened.close();
});

test('the headline is of the last month, its year and ever, then of the last week', async () => {
  const { page, close } = await open(browser, site.server.address);
  assert.deepEqual((await page.$$eval('[data-figure]', (found) => found.map((each) => each.dataset.figure))),
    ['month', 'year', 'ever', 'week', 'release', 'plugins']);
  const within = Object.fromEntries(site.index.tables.map((entry) => [entry.table, entry.within]));
  const [monthBefore, month] = site.tables['users-month'].rows.slice(-2);
  assert.equal(month.period, '2026-10');
  assert.deepEqual(await card(page, 'month'), [`${written(month.people)} ±\u00a0${within['users-month']}`, 'people in October 2026',
    `+${written(month.people - monthBefore.people)} against September 2026`]);
  const year = site.tables['users-year'].rows.at(-1);
  assert.deepEqual(await card(page, 'year'), [`${written(year.people)} ±\u00a0${year.within}`, 'people in 2026 so far',
    'January to October 2026, without June 2026']);
  const ever = site.tables['users-ever'].rows.at(-1);
  assert.ok(ever.within > year.within && year.within > within['users-month'], 'intervals of sums grow');
  assert.deepEqual(await card(page, 'ever'), [`${written(ever.people)} ±\u00a0${ever.within}`, 'people ever, so far',
    'September 2025 to October 2026, without June 2026']);
  const [weekBefore, week] = site.tables.users.rows.slice(-2);
  assert.deepEqual(await card(page, 'week'), [`${written(week.people)} ±\u00a0${within.users}`, 'people in the week 2026-W44',
    `${week.people > weekBefore.people ? '+' : '\u2212'}${Math.abs(week.people - weekBefore.people)} against 2026-W43`]);
  // A share is of the people of that week; of the versions that were published it would be more.
  const [release] = await card(page, 'release');
  const versions = site.tables['napari-versions'].rows.filter((row) => row.period === week.period);
  const newest = versions.filter((row) => /^[\d.]+$/.test(row.key[0])).sort((a, b) => a.key[0].localeCompare(b.key[0], 'en', { numeric: true })).at(-1);
  assert.equal(release, `${Math.min(Math.round(newest.people / week.people * 1000) / 10, 100)}%`);
  const status = await page.textContent('#status');
  assert.ok(status.includes('2026-W44') && status.includes('October 2026'), status);
  // n of a table is of its own kind of period.
  assert.ok((await page.textContent('#chart-napari-versions .about')).includes(`n\u00a0=\u00a0${written(week.people)} people (latest week)`));
  for (const name of ['napari-versions-month', 'systems']) {
    assert.ok((await page.textContent(`#chart-${name} .about`)).includes(`n\u00a0=\u00a0${written(month.people)} people (latest month)`), name);
  }
  await close();
});

test('a suppressed week or month is a gap in the line and no zero anywhere', async () => {
  const opened = await open(browser, site.server.address);
  const rows = { users: await rowsOf(opened.page, 'users'), 'users-month': await rowsOf(opened.page, 'users-month') };
  for (const [name, hidden] of [['users', gapWeek], ['users-month', hiddenMonth]]) {
    assert.deepEqual(rows[name].filter((row) => row.period === hidden), [{ period: hidden, key: null, people: null, text: 'not published' }]);
  }
  const zero = await opened.page.$$eval('tr[data-people]', (found) => found.filter((row) => row.dataset.people === '0').length);
  assert.equal(zero, 0);
  const pieces = async (name) => (await linesOf(opened.page, name)).join('').match(/M/g).length;
  assert.equal(await pieces('users'), 2);
  // Without the hidden month and without the one that was not counted.
  assert.equal(await pieces('users-month'), 3);
  await opened.close();
});

test('a month that was not counted is a gap in every table by month, and is explained', async () => {
  const { page, close } = await open(browser, site.server.address);
  for (const [name, table] of Object.entries(site.tables)) {
    if (table.period === 'week' || name === 'plugins') continue;
    const gap = (await rowsOf(page, name)).filter((row) => row.period === gapMonth);
    // The table of a big one is of the latest month.
    if (table.rows.length <= 400) assert.deepEqual(gap, [{ period: gapMonth, key: null, people: null, text: 'not counted' }], name);
  }
  assert.ok((await rowsOf(page, 'users')).some((row) => row.period === '2026-W24' && row.people > 0), 'a week of it is there');
  assert.match(await page.textContent('#gaps'), /^Not published: June 2026\. Not every week of it was counted/);
  assert.match(await page.textContent('#methodology'), /Missing: June 2026\./);
  await close();
});

test('the sum of the year begins anew in January, the one of ever goes on', async () => {
  const { page, close } = await open(browser, site.server.address, { path: '?months=all' });
  // Both have the gap of June; the year has another one before January.
  assert.equal((await linesOf(page, 'users-ever')).join('').match(/M/g).length, 2);
  assert.equal((await linesOf(page, 'users-year')).join('').match(/M/g).length, 3);
  const people = Object.fromEntries((await rowsOf(page, 'users-year')).map((row) => [row.period, row.people]));
  assert.ok(people['2026-01'] < people['2025-12']);
  await close();
});

test('the band around a line is as wide as the intervals say', async () => {
  const { page, close } = await open(browser, site.server.address, { path: '?months=all' });
  const points = (d) => [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({ x, y: Number(y) }));
  for (const name of ['users-month', 'users-year', 'users-ever']) {
    const { rows } = site.tables[name];
    const line = (await linesOf(page, name)).flatMap(points);
    assert.equal(line.length, rows.length, name);
    const pixels = (line[0].y - line.at(-1).y) / (rows.at(-1).people - rows[0].people);
    const areas = await page.$$eval(`#chart-${name} .plot path[fill-opacity="0.22"]`, (found) => found.map((path) => path.getAttribute('d')));
    const edges = areas.flatMap(points);
    rows.forEach((row, place) => {
      const within = row.within ?? site.index.tables.find((entry) => entry.table === name).within;
      const at = edges.filter(({ x }) => x === line[place].x).map(({ y }) => y).sort((a, b) => a - b);
      assert.equal(at.length, 2, `${name} ${row.period}`);
      for (const [edge, side] of [[at[0], -1], [at[1], 1]]) {
        assert.ok(Math.abs(edge - line[place].y - side * within * pixels) < 0.01, `${name} ${row.period}: ${edge}`);
      }
    });
  }
  await close();
});

test('a tooltip says the interval of the number', async () => {
  const { page, close } = await open(browser, site.server.address);
  for (const name of ['users-year', 'users-month']) {
    const row = site.tables[name].rows.at(-1);
    const within = row.within ?? site.index.tables.find((entry) => entry.table === name).within;
    const plot = page.locator(`#chart-${name} .plot`);
    const { width } = await plot.boundingBox();
    await plot.hover({ position: { x: width - 42, y: 100 } });
    await page.waitForSelector(`#chart-${name} .tip`);
    assert.equal(await page.textContent(`#chart-${name} .tip dd`), `${written(row.people)} ±\u00a0${within}`);
  }
  await close();
});

test('a heat map says "not published" for a suppressed cell', async () => {
  const opened = await open(browser, site.server.address);
  const cells = await opened.page.$$eval('#chart-layer-sizes .heat td', (found) => found.map((cell) => cell.textContent));
  const rows = site.tables['layer-sizes'].rows.filter((row) => row.period === latestMonth);
  assert.equal(cells.filter((text) => /^\d/.test(text)).length, rows.length);
  assert.ok(cells.some((text) => text.includes('not published')));
  assert.ok(!cells.includes('0'));
  await opened.close();
});

test('every table counts people, and its heading, its table and its file say so', async () => {
  const opened = await open(browser, site.server.address);
  const { page } = opened;
  for (const name of Object.keys(site.tables)) {
    const about = await page.textContent(`#chart-${name} .about`);
    assert.match(about.split(',')[0], /\bpeople\b/i, name);
    const heads = await page.$$eval(`#chart-${name} table.rows thead th`, (found) => found.map((cell) => cell.textContent));
    assert.ok(heads.includes('people'), `${name}: ${heads}`);
    const csv = await (await fetch(`${site.server.address}data/tables/${name}.csv`)).text();
    const columns = csv.split('\r\n')[0].split(',');
    assert.deepEqual([columns[0], columns.at(-1)], ['period', ['year', 'ever'].includes(site.tables[name].period) ? 'within' : 'people'], name);
  }
  assert.doesNotMatch(await page.textContent('#methodology'), /\bcounts? reports\b/);
  await opened.close();
});
