// The page in a real browser, over the server that tools/run uses: how it is used, what it explains, how it looks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { dictionary, weeks } from '../../site/test/fixture.mjs';
import { assertQuiet, change, published, rowsOf, scenario, stopServers } from './reading.mjs';
import { axePath, launch, open } from './support.mjs';

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
  await page.selectOption('#range', '6');
  assert.equal(published(await rowsOf(page, 'users'))[0].period, weeks.at(-26));
  assert.equal(published(await rowsOf(page, 'users-month'))[0].period, '2026-05');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  assert.equal(await page.inputValue('#plugin-choice'), 'cellpose-napari');
  assert.equal(await page.inputValue('#range'), '6');
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
  await opened.close();
});

test('how often each topic is sent, and as what it is published, is as the dictionary says', async () => {
  const { page, close } = await open(browser, site.server.address);
  for (const { topic, period, cap, aggregate, schema } of dictionary.topics) {
    const about = await page.textContent(`[data-topic="${topic}"] .about`);
    assert.ok(about.includes(`nce a ${period}`), about);
    if (cap > 1) assert.ok(about.endsWith(`at most ${cap} a ${period} for one person.`), about);
    else assert.doesNotMatch(about, /at most/);
    const rows = await page.$$eval(`[data-topic="${topic}"] tr[data-table]`, (found) =>
      found.map((row) => [row.dataset.table, ...[...row.children].slice(1).map((cell) => cell.textContent)]));
    assert.deepEqual(rows.map(([table]) => table), aggregate.map(({ table }) => table));
    rows.forEach(([, span, by, sigma, threshold], place) => {
      const table = aggregate[place];
      assert.ok(span.includes({ week: 'each week', month: 'each month', year: 'the year', ever: 'all months' }[table.period]), span);
      assert.equal(by, table.dimensions.map((name) => schema.properties[name].title).join(', ') || '–');
      assert.equal(parseInt(sigma, 10), table.sigma);
      assert.equal(parseInt(threshold, 10), table.threshold);
    });
  }
  await close();
});

test('the caps, periods and bounds that the text names are those of the files', async () => {
  const changed = await scenario({}, (folder) => change(folder, 'dictionary.json', (content) => {
    content.topics.find((topic) => topic.topic === 'plugin').cap = 23;
    Object.assign(content.topics.find((topic) => topic.topic === 'python'), { period: 'week' });
  }));
  const { page, close } = await open(browser, changed.server.address);
  const method = await page.textContent('#methodology');
  for (const words of ['Only people who agreed', 'discrete Gaussian', '20: Users', '8: Users', '10: Plugins', 'Rounded to 5', 'Not published is not zero',
    'more than 23 plugins is counted for 23 of them, drawn at random', 'No identifier lives longer than a week', 'first in its week, month, year or ever',
    'A month is closed with its last week', 'whose Thursdays lie in it', 'the interval of such a number grows with every month']) {
    assert.ok(method.includes(words), words);
  }
  // Sums have other bounds with each month.
  assert.doesNotMatch(method, /(8|20): [^;.)]*Users ever/);
  assert.match(await page.textContent('[data-topic="python"] .about'), /Once a week for one person/);
  await close();
});

for (const width of [360, 1280]) {
  for (const dark of [false, true]) {
    test(`${width} px, ${dark ? 'dark' : 'light'}: nothing sticks out, axe finds nothing`, async () => {
      const opened = await open(browser, site.server.address, { width, dark, path: '?months=6' });
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
