// The page in a real browser, over the server that tools/run uses.
import assert from 'node:assert/strict';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { gapWeek, hostileName, weeks, writeFixture } from '../../site/test/fixture.mjs';
import { axePath, launch, open, serve, siteFolder } from './support.mjs';

const latest = weeks.at(-1);
let browser;

/** A site of its own for one scenario; `spoil` may damage the data. */
async function scenario(options, spoil = () => {}) {
  const folder = siteFolder();
  const written = writeFixture(folder, options);
  spoil(folder);
  return { ...written, server: await serve(folder) };
}

/** The rows of one section as the page holds them. */
function rowsOf(page, table) {
  return page.$$eval(`#chart-${table} tr[data-week]`, (rows) =>
    rows.map(({ dataset, lastElementChild }) => ({
      week: dataset.week,
      key: dataset.key === undefined ? null : JSON.parse(dataset.key),
      people: dataset.people === undefined ? null : Number(dataset.people),
      text: lastElementChild.textContent,
    })));
}

const order = (a, b) => JSON.stringify([a.week, a.key]) < JSON.stringify([b.week, b.key]) ? -1 : 1;
const published = (rows) => rows.filter((row) => row.people !== null)
  .map(({ week, key, people }) => ({ week, key, people })).sort(order);

async function assertQuiet(opened, address) {
  assert.deepEqual(opened.seen.complaints, [], 'nothing in the console, no violation of the content policy');
  const foreign = opened.seen.requests.filter((url) => !url.startsWith(address));
  assert.deepEqual(foreign, [], 'no request leaves the origin');
  assert.ok(opened.seen.requests.length > 5, 'requests were really watched');
}

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

describe('with 26 published weeks', () => {
  let site;
  before(async () => { site = await scenario(); });
  after(() => site?.server.stop());

  test('every published number is in the tables of the page', async () => {
    const opened = await open(browser, site.server.address);
    for (const [name, table] of Object.entries(site.tables)) {
      const shown = published(await rowsOf(opened.page, name));
      const chosen = name === 'plugin-versions' ? table.rows.filter((row) => row.key[0] === 'napari-svg') : table.rows;
      const onlyLatest = name === 'plugins' || chosen.length > 400;
      const expected = chosen.filter((row) => !onlyLatest || row.week === latest).map((row) => ({ ...row, key: row.key.map(String) }));
      assert.ok(expected.length > 0, `${name} has rows`);
      assert.deepEqual(shown, expected.sort(order), name);
    }
    await assertQuiet(opened, site.server.address);
    await opened.close();
  });

  test('headline figures are of the latest week, with the change against the one before', async () => {
    const opened = await open(browser, site.server.address);
    const users = site.tables.users.rows;
    const [before, now] = users.slice(-2).map((row) => row.people);
    const card = await opened.page.textContent('[data-figure="people"]');
    assert.ok(card.startsWith(`1\u202f${String(now).slice(1)}`), card);
    assert.ok(card.includes(`${now > before ? '+' : '\u2212'}${Math.abs(now - before)} against ${weeks.at(-2)}`), card);
    assert.ok((await opened.page.textContent('#status')).includes(latest));
    assert.ok((await opened.page.textContent('#chart-napari-versions .about')).includes('n\u00a0=\u00a01\u202f'));
    await opened.close();
  });

  test('a suppressed week is a gap in the line and no zero anywhere', async () => {
    const opened = await open(browser, site.server.address);
    const gap = (await rowsOf(opened.page, 'users')).filter((row) => row.week === gapWeek);
    assert.deepEqual(gap, [{ week: gapWeek, key: null, people: null, text: 'not published' }]);
    const zero = await opened.page.$$eval('tr[data-people]', (rows) => rows.filter((row) => row.dataset.people === '0').length);
    assert.equal(zero, 0);
    // The line is drawn in two pieces, with one mark for each published week.
    const paths = await opened.page.$$eval('#chart-users .plot path', (found) =>
      found.map((path) => ({ d: path.getAttribute('d'), fill: path.getAttribute('fill'), stroke: path.getAttribute('stroke'), width: path.getAttribute('stroke-width') })));
    const line = paths.filter((path) => path.width === '2' && path.fill === 'none' && path.d.split('L').length > 10);
    assert.equal(line.length, 1, JSON.stringify(paths.map((path) => [path.width, path.fill])));
    assert.equal(line[0].d.match(/M/g).length, 2);
    await opened.close();
  });

  test('a heat map says "not published" for a suppressed cell', async () => {
    const opened = await open(browser, site.server.address);
    const cells = await opened.page.$$eval('#chart-layer-sizes .heat td', (found) => found.map((cell) => cell.textContent));
    const rows = site.tables['layer-sizes'].rows.filter((row) => row.week === latest);
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
      assert.equal(csv.split('\r\n')[0].split(',').at(-1), 'people', name);
    }
    assert.doesNotMatch(await page.textContent('#methodology'), /\bcounts? reports\b/);
    await opened.close();
  });

  test('plugins can be searched, sorted and opened by keyboard, and the address keeps the choice', async () => {
    const opened = await open(browser, site.server.address);
    const { page } = opened;
    await page.fill('#plugin-search', 'CELLPOSE');
    const found = await rowsOf(page, 'plugins');
    assert.ok(found.length > 0 && found.every((row) => row.key[0].includes('cellpose')));
    await page.fill('#plugin-search', '');
    await page.focus('#chart-plugins th[data-column=name] button');
    await page.keyboard.press('Enter');
    const names = (await rowsOf(page, 'plugins')).map((row) => row.key[0]);
    assert.deepEqual(names, [...names].sort());
    assert.equal(await page.getAttribute('#chart-plugins th[data-column=name]', 'aria-sort'), 'ascending');
    await page.fill('#plugin-search', 'cellpose-napari');
    await page.focus('#chart-plugins tbody button');
    await page.keyboard.press('Enter');
    assert.equal(await page.inputValue('#plugin-choice'), 'cellpose-napari');
    const versions = await rowsOf(page, 'plugin-versions');
    assert.ok(versions.length > 0 && versions.every((row) => row.key === null || row.key[0] === 'cellpose-napari'));
    assert.ok(page.url().endsWith('?plugin=cellpose-napari'));
    await page.selectOption('#range', '13');
    assert.equal(published(await rowsOf(page, 'users'))[0].week, weeks.at(-13));
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.inputValue('#plugin-choice'), 'cellpose-napari');
    assert.equal(await page.inputValue('#range'), '13');
    await assertQuiet(opened, site.server.address);
    await opened.close();
  });

  test('hovering a chart breaks no content policy', async () => {
    const opened = await open(browser, site.server.address);
    for (const name of ['users', 'napari-versions']) {
      await opened.page.hover(`#chart-${name} .plot`);
      await opened.page.waitForSelector(`#chart-${name} .tip`);
    }
    await assertQuiet(opened, site.server.address);
    await opened.close();
  });

  test('every link to a file answers', async () => {
    const opened = await open(browser, site.server.address);
    const links = await opened.page.$$eval('a[href^="data/"]', (found) => found.map((link) => link.href));
    assert.ok(links.length > 2 * Object.keys(site.tables).length);
    for (const link of new Set(links)) assert.equal((await fetch(link)).status, 200, link);
    await opened.close();
  });

  test('every field of the data dictionary is explained', async () => {
    const opened = await open(browser, site.server.address);
    const fields = await opened.page.$$eval('#dictionary tr[data-field]', (rows) => rows.map((row) => row.dataset.field));
    for (const field of ['first_in', 'napari_version', 'name', 'command', 'count_class', 'dtype']) assert.ok(fields.includes(field), field);
    const method = await opened.page.textContent('#methodology');
    for (const words of ['Only people who agreed', 'discrete Gaussian', '20: Users', '8: Users', '10: Plugins', 'Rounded to 5', 'Not published is not zero']) assert.ok(method.includes(words), words);
    await opened.close();
  });

  for (const width of [390, 1280]) {
    for (const dark of [false, true]) {
      test(`${width} px, ${dark ? 'dark' : 'light'}: nothing sticks out, axe finds nothing`, async () => {
        const opened = await open(browser, site.server.address, { width, dark, path: '?weeks=13' });
        const { page } = opened;
        await assertQuiet(opened, site.server.address);
        for (const details of await page.$$('details:not([hidden]) > summary')) await details.click();
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(dark, Number(/\d+/.exec(paper)[0]) < 128, paper);
        // Every table is drawn, as a chart or as a heat map.
        const drawn = await page.evaluate(() => document.querySelectorAll('.plot svg, table.heat').length);
        assert.equal(drawn, Object.keys(site.tables).length);
        // As text, so that the page's own policy doesn't stand in the way of the tool.
        await page.evaluate(readFileSync(axePath, 'utf8'));
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)]), []);
        await opened.close();
      });
    }
  }

  test('charts follow a change from light to dark', async () => {
    const opened = await open(browser, site.server.address);
    const colour = () => opened.page.$$eval('#chart-systems .plot path', (paths) => paths.map((path) => path.getAttribute('fill')).join());
    const light = await colour();
    await opened.page.emulateMedia({ colorScheme: 'dark' });
    await opened.page.waitForFunction((old) =>
      [...document.querySelectorAll('#chart-systems .plot path')].map((path) => path.getAttribute('fill')).join() !== old, light);
    await opened.close();
  });
});

test('a hostile plugin name stays text, in the table, the list, the chart and the tooltip', async () => {
  const site = await scenario({ hostile: true });
  const opened = await open(browser, site.server.address, { path: `?plugin=${encodeURIComponent(hostileName)}` });
  const { page } = opened;
  assert.ok((await rowsOf(page, 'plugins')).some((row) => row.key[0] === hostileName));
  assert.equal(await page.inputValue('#plugin-choice'), hostileName);
  assert.equal(await page.locator('#chart-plugin-versions td', { hasText: '<b>1</b>' }).first().isVisible(), false, 'details are closed');
  await page.hover('#chart-plugin-versions .plot');
  await page.waitForSelector('#chart-plugin-versions .tip');
  assert.equal(await page.$$eval('img, main b', (found) => found.length), 0);
  assert.equal(await page.title(), 'napari telemetry: public numbers');
  await assertQuiet(opened, site.server.address);
  await opened.close();
  site.server.stop();
});

test('before the first published week the page says so and still explains itself', async () => {
  const site = await scenario({ empty: true });
  const opened = await open(browser, site.server.address);
  assert.match(await opened.page.textContent('#status'), /No week has been published yet/);
  assert.equal(await opened.page.$$eval('[id^=chart-]', (found) => found.length), 0);
  assert.match(await opened.page.textContent('#methodology'), /Only people who agreed/);
  assert.ok(await opened.page.$('#dictionary tr[data-field=os]'));
  assert.deepEqual(opened.seen.complaints, []);
  await opened.close();
  site.server.stop();
});

const damages = {
  'the index is not JSON': ['index.json', '{"format": 1,', /data\/index\.json is not JSON/],
  'the index has another format': ['index.json', '{"format": 2}', /format is not 1/],
  'a table counts something unknown': ['index.json', JSON.stringify({
    format: 1, dictionary: 1, data_as_of: latest, unit: 'sessions', rounding: 5, weeks: [latest],
    tables: [{ topic: 'x', level: 'basic', table: 'users', title: 'x', dimensions: [], sigma: 3, threshold: 20, within: 8, json: 'tables/users.json', csv: 'tables/users.csv' }],
  }), /unit is not "people"/],
  'the index names a file elsewhere': ['index.json', JSON.stringify({
    format: 1, dictionary: 1, data_as_of: latest, unit: 'people', rounding: 5, weeks: [latest],
    tables: [{ topic: 'x', level: 'basic', table: 'users', title: 'x', dimensions: [], sigma: 3, threshold: 20, within: 8, json: 'https://example.org/x.json', csv: 'tables/users.csv' }],
  }), /table\.json is not a file name/],
};
for (const [name, [file, text, message]] of Object.entries(damages)) {
  test(`${name}: one clear message`, async () => {
    const site = await scenario({}, (folder) => writeFileSync(`${folder}/data/${file}`, text));
    const opened = await open(browser, site.server.address);
    assert.match(await opened.page.textContent('#status.message'), message);
    assert.deepEqual(opened.seen.complaints, []);
    await opened.close();
    site.server.stop();
  });
}

test('one table is broken and one is missing: the others are shown', async () => {
  const site = await scenario({}, (folder) => {
    writeFileSync(`${folder}/data/tables/systems.json`, JSON.stringify({
      topic: 'system', table: 'systems', dimensions: ['os'], weeks, rows: [{ week: latest, key: ['linux'], people: -5 }],
    }));
    unlinkSync(`${folder}/data/tables/plugins.json`);
  });
  const opened = await open(browser, site.server.address);
  assert.match(await opened.page.textContent('#chart-systems .message'), /row\.people is not a count/);
  assert.match(await opened.page.textContent('#chart-plugins .message'), /the server answered 404/);
  assert.equal(await opened.page.isVisible('#chart-systems .plot'), false);
  assert.ok(published(await rowsOf(opened.page, 'users')).length > 20);
  assert.ok(published(await rowsOf(opened.page, 'plugin-versions')).length > 0);
  await opened.close();
  site.server.stop();
});
