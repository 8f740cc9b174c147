// The page when something is missing, hidden, damaged or hostile.
import assert from 'node:assert/strict';
import { unlinkSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { dictionary, hostileName, months } from '../../site/test/fixture.mjs';
import {
  assertQuiet, card, change, latest, latestMonth, published, rowsOf, scenario, stopServers,
} from './reading.mjs';
import { launch, open } from './support.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
  stopServers();
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
  assert.equal(await page.title(), 'Explore · napari in numbers');
  await assertQuiet(opened, site.server.address);
  await opened.close();
});

test('a new host has weeks before its first month', async () => {
  const site = await scenario({ young: true });
  const opened = await open(browser, site.server.address);
  const { page } = opened;
  for (const id of ['month', 'year', 'ever']) assert.equal((await card(page, id))[0], 'not yet', id);
  assert.match((await card(page, 'month'))[2], /21 days after the end of its last week/);
  assert.match((await card(page, 'week'))[1], /2026-W43/);
  assert.match(await page.textContent('#status'), /2026-W43.*No month has been published yet\./);
  for (const name of Object.keys(site.tables)) {
    const weekly = site.tables[name].period === 'week';
    assert.equal(await page.isVisible(`#chart-${name} .plot`), weekly, name);
    if (!weekly) assert.equal(await page.textContent(`#chart-${name} .about`), 'No month has been published yet.', name);
    assert.equal(await page.isVisible(`#chart-${name} .message`), false, name);
  }
  assert.equal(await page.$('#gaps'), null);
  for (const id of ['plugin-search', 'plugin-choice']) assert.equal(await page.isVisible(`#${id}`), false, id);
  await assertQuiet(opened, site.server.address);
  await opened.close();
});

test('what was suppressed in the last month and year is said in the headline', async () => {
  const site = await scenario({}, (folder) => {
    for (const name of ['users-month', 'users-year']) {
      change(folder, `tables/${name}.json`, (table) => { table.rows = table.rows.filter((row) => row.period !== latestMonth); });
    }
  });
  const { page, close } = await open(browser, site.server.address);
  assert.deepEqual(await card(page, 'month'), ['not published', 'people in October 2026', 'too few to be published']);
  assert.deepEqual((await card(page, 'year')).slice(0, 2), ['not published', 'people in 2026 so far']);
  assert.match((await card(page, 'ever'))[0], /^\d.* ±/);
  assert.match(await page.textContent('#chart-systems .about'), /n was not published for the latest month/);
  await close();
});

test('a last month that was not counted is a gap at the end, and the month before is the last one', async () => {
  const site = await scenario({}, (folder) => {
    const without = (content) => {
      if (content.months) content.months = content.months.filter((month) => month !== latestMonth);
      if (content.period && content.period !== 'week') {
        content.periods = content.periods.filter((month) => month !== latestMonth);
        content.rows = content.rows.filter((row) => row.period !== latestMonth);
      }
    };
    change(folder, 'index.json', without);
    for (const topic of dictionary.topics) for (const { table } of topic.aggregate) change(folder, `tables/${table}.json`, without);
  });
  const { page, close } = await open(browser, site.server.address);
  assert.equal((await card(page, 'month'))[1], 'people in September 2026');
  assert.match(await page.textContent('#gaps'), /^Not published: June 2026, October 2026\./);
  assert.deepEqual((await rowsOf(page, 'systems'))[0], { period: latestMonth, key: null, people: null, text: 'not counted' });
  assert.match(await page.textContent('#chart-layer-sizes .about'), /People per month, September 2026/);
  assert.match(await page.textContent('#chart-plugins caption'), /Plugins, September 2026; change against August 2026/);
  await close();
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
});

/** A small index, with what a damage changes. */
const smallIndex = (changes, table = {}) => JSON.stringify({
  format: 1, dictionary: 1, data_as_of: latest, unit: 'people', rounding: 5, weeks: [latest], months: [],
  tables: [{
    topic: 'x', level: 'basic', table: 'users', title: 'x', period: 'week', dimensions: [], sigma: 3, threshold: 20, within: 8,
    json: 'tables/users.json', csv: 'tables/users.csv', ...table,
  }], ...changes,
});
const damages = {
  'the index is not JSON': ['index.json', '{"format": 1,', /data\/index\.json is not JSON/],
  'the index has another format': ['index.json', '{"format": 2}', /format is not 1/],
  'a table counts something unknown': ['index.json', smallIndex({ unit: 'sessions' }), /unit is not "people"/],
  'the index names a file elsewhere': ['index.json', smallIndex({}, { json: 'https://example.org/x.json' }), /table\.json is not a file name/],
  'a table has no period': ['index.json', smallIndex({}, { period: undefined }), /table\.period is not "week", "month", "year" or "ever"/],
  'the index has no months': ['index.json', smallIndex({ months: undefined }), /months is not a list/],
  'a month is none': ['index.json', smallIndex({ months: ['2026-13'] }), /months is not a month/],
};
for (const [name, [file, text, message]] of Object.entries(damages)) {
  test(`${name}: one clear message`, async () => {
    const site = await scenario({}, (folder) => writeFileSync(`${folder}/data/${file}`, text));
    const opened = await open(browser, site.server.address);
    assert.match(await opened.page.textContent('#status.message'), message);
    assert.deepEqual(opened.seen.complaints, []);
    await opened.close();
  });
}

test('one table is broken and one is missing: the others are shown', async () => {
  const site = await scenario({}, (folder) => {
    writeFileSync(`${folder}/data/tables/systems.json`, JSON.stringify({
      topic: 'system', table: 'systems', period: 'month', dimensions: ['os'], periods: months, rows: [{ period: latestMonth, key: ['linux'], people: -5 }],
    }));
    unlinkSync(`${folder}/data/tables/plugins.json`);
    change(folder, 'tables/users-ever.json', (table) => { delete table.rows[0].within; });
  });
  const opened = await open(browser, site.server.address);
  assert.match(await opened.page.textContent('#chart-systems .message'), /row\.people is not a count/);
  assert.match(await opened.page.textContent('#chart-plugins .message'), /the server answered 404/);
  assert.match(await opened.page.textContent('#chart-users-ever .message'), /row\.within is not a count/);
  assert.equal(await opened.page.$('[data-figure=ever]'), null);
  assert.equal(await opened.page.isVisible('#chart-systems .plot'), false);
  assert.ok(published(await rowsOf(opened.page, 'users')).length > 20);
  assert.ok(published(await rowsOf(opened.page, 'plugin-versions')).length > 0);
  await opened.close();
});
