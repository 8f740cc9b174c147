// What the written pages gain with JavaScript, in a real browser: which months, by what, people or shares, the numbers of a
// period by pointer, finger and keyboard, and the visitor's language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, serve } from './support.mjs';
import { writtenSite } from './written.mjs';

let browser;
let server;
let folder;

async function opened(path, more = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...more });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(path.startsWith('file:') ? path : server.address + path);
  await page.waitForSelector('html[data-ready]');
  return { page, complaints, close: () => context.close() };
}

const shownPeriods = (page, figure) =>
  page.$$eval(`${figure} tr[data-period]:not([hidden])`, (rows) => rows.map((row) => row.dataset.period).reverse());
const shownPlaces = (page, figure) => page.$$eval(`${figure} .picture:not([hidden]) circle[data-at]:not([hidden])`, (marks) =>
  marks.map((mark) => [Number(mark.dataset.at), Number.parseFloat(mark.getAttribute('cx'))]));
const shown = async (page, selector) => (await page.$$(selector)).length > 0 && page.isVisible(selector);

before(async () => {
  browser = await launch();
  folder = writtenSite({});
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

test('a range of months is in the address, in the charts and in their tables', async () => {
  const { page, complaints, close } = await opened('index.html');
  const all = await shownPeriods(page, '#users-month');
  assert.equal(all[0], '2025-09');
  assert.equal(all.at(-1), '2026-11', 'the month that is open');
  await page.selectOption('[name=from]', '2025-11');
  await page.selectOption('[name=to]', '2026-04');
  assert.match(page.url(), /\?from=2025-11&to=2026-04$/);
  assert.deepEqual(await shownPeriods(page, '#users-month'), ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04']);
  const weeks = await shownPeriods(page, '#users');
  assert.deepEqual([weeks[0], weeks.at(-1)], ['2025-W45', '2026-W18'], 'of the months that have their Thursdays');
  assert.deepEqual(await shownPeriods(page, '#users-year'), ['2025', '2026']);
  const places = await shownPlaces(page, '#users-month');
  assert.deepEqual(places.map(([place]) => place), [2, 3, 4, 6, 7], 'February was not published');
  assert.ok(places[0][1] > 0 && places[0][1] < 5 && places.at(-1)[1] > 95 && places.at(-1)[1] < 100, 'they fill the chart');
  const labels = await page.$$eval('#users-month .plot text.label', (texts) => texts.map((text) => text.textContent));
  assert.deepEqual(labels, ['Apr 2026', 'Mar 2026', 'Feb 2026', 'Jan 2026', 'Dec 2025', 'Nov 2025']);
  await page.reload();
  assert.equal(await page.inputValue('[name=from]'), '2025-11');
  assert.deepEqual(await shownPlaces(page, '#users-month'), places, 'the same address shows the same');
  await page.selectOption('[name=from]', '2026-08');
  assert.equal(await page.inputValue('[name=to]'), '2026-08', 'one end takes the other along');
  assert.deepEqual((await shownPlaces(page, '#users-month')).map(([, x]) => x), [50]);
  await page.click('#controls button');
  assert.doesNotMatch(page.url(), /\?/);
  assert.deepEqual(await shownPeriods(page, '#users-month'), all);
  assert.deepEqual(complaints, []);
  await close();
});

test('by week, month or year: the others go, with the headings over them', async () => {
  const { page, close } = await opened('index.html?by=week');
  assert.equal(await shown(page, '#users'), true);
  assert.equal(await shown(page, '#users-month'), false);
  assert.equal(await shown(page, '#users-year'), false);
  await page.check('[name=by][value=year]');
  assert.equal(await shown(page, '#users-year'), true);
  assert.equal(await shown(page, 'h2:text-is("Week by week")'), false);
  assert.match(page.url(), /\?by=year$/);
  await close();
});

test('shares stand in for people where the people of the month are known', async () => {
  const { page, complaints, close } = await opened('napari.html');
  const picture = (show) => shown(page, `#python-versions-change .picture[data-show=${show}]`);
  assert.deepEqual([await picture('people'), await picture('share')], [true, false]);
  await page.focus('[name=show]:checked');
  await page.keyboard.press('ArrowRight');
  assert.deepEqual([await picture('people'), await picture('share')], [false, true]);
  assert.match(page.url(), /\?show=share$/);
  const scale = await page.$$eval('#python-versions-change .picture:not([hidden]) .scale text', (all) => all.map((each) => each.textContent));
  assert.ok(scale.length > 2 && scale.every((text) => /^\d+\.\d %$/.test(text)), scale.join());
  assert.deepEqual(complaints, []);
  await close();
  const data = await opened('data.html?show=share');
  assert.equal(await shown(data.page, '.picture[data-show=people]'), true, 'there is no share to show');
  await data.close();
});

test('what an address names wrongly changes nothing', async () => {
  const { page, complaints, close } = await opened('napari.html?from=<script>&to=1999-01&by=second&show=all&sort=99-up');
  const all = await opened('napari.html');
  assert.deepEqual(await shownPeriods(page, '#napari-versions-change'), await shownPeriods(all.page, '#napari-versions-change'));
  assert.deepEqual(complaints, []);
  await all.close();
  await close();
});

for (const [name, more, point] of [
  ['a pointer', {}, (page, x, y) => page.mouse.move(x, y)],
  ['a finger', { hasTouch: true, viewport: { width: 360, height: 800 } }, (page, x, y) => page.touchscreen.tap(x, y)],
]) {
  test(`${name} reads the numbers of a period`, async () => {
    const { page, close } = await opened('index.html', more);
    await page.locator('#users-month .plot').scrollIntoViewIfNeeded();
    const box = await page.locator('#users-month .plot').boundingBox();
    await point(page, box.x + box.width * 0.9, box.y + 60);
    assert.equal(await page.textContent('#users-month .readout'), 'October 2026 · 2,825 2,817 to 2,833');
    assert.ok(await page.$('#users-month .guide:not([hidden])'), 'a line shows which');
    await close();
  });
}

test('the arrow keys read the numbers, and say what is missing and what came out', async () => {
  const { page, close } = await opened('index.html');
  await page.focus('#users-month .picture');
  const read = () => page.textContent('#users-month .readout');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await read(), 'November 2026 · no number yet');
  await page.keyboard.press('ArrowLeft');
  assert.match(await read(), /^October 2026 · 2,825 /);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowLeft');
  assert.match(await read(), /^July 2026, napari 0\.8\.0 \(14 July 2026\) · /);
  await page.keyboard.press('ArrowLeft');
  assert.match(await read(), /^June 2026, napari 0\.7\.1 \(15 June 2026\) · not counted$/);
  await page.keyboard.press('Home');
  assert.match(await read(), /^September 2025 · /);
  await page.keyboard.press('Escape');
  assert.equal(await read(), '');
  await close();
});

test('several lines are read with their names and shares', async () => {
  const { page, close } = await opened('napari.html');
  await page.focus('#python-versions-change .picture[data-show=people]');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.match(await page.textContent('#python-versions-change .readout >> nth=0'),
    /^October 2026 · 3\.12: 1,025 1,017 to 1,033, 36\.3 % \(35\.8 % to 36\.7 %\) · 3\.13: /);
  await close();
});

test('the sorting of plugins is in the address', async () => {
  const { page, close } = await opened('plugins.html');
  const first = () => page.textContent('#plugins tbody tr:first-child th');
  const popular = await first();
  await page.click('#plugins th[data-sort=text] button');
  assert.match(page.url(), /\?sort=1-ascending$/);
  const sorted = await first();
  assert.notEqual(sorted, popular);
  await page.reload();
  assert.equal(await first(), sorted);
  await close();
});

test('a visitor is told that the page is in their language, and what they chose goes along', async () => {
  const { page, close } = await opened('index.html?by=week', { locale: 'de-AT' });
  assert.equal(await page.isVisible('.hint[data-language=de]'), true);
  assert.equal(await page.isVisible('.hint[data-language=pl]'), false);
  await page.click('.hint[data-language=de] a');
  await page.waitForURL(/\/de\/index\.html\?by=week$/);
  await page.waitForSelector('html[lang=de][data-ready]');
  assert.equal(await page.$$eval('.hint:not([hidden])', (hints) => hints.length), 0);
  await close();
  const english = await opened('index.html', { locale: 'fr-FR' });
  assert.equal(await english.page.$$eval('.hint:not([hidden])', (hints) => hints.length), 0);
  await english.close();
});

for (const [locale, path, number] of [
  ['en-US', 'index.html', '2,825'], ['de-DE', 'de/index.html', '2.825'], ['de-CH', 'de/index.html', '2\'825'],
  ['en-IN', 'index.html', '2,825'], ['pl-PL', 'index.html', '2,825'],
]) {
  test(`numbers for ${locale} on ${path}`, async () => {
    const { page, close } = await opened(path, { locale });
    assert.equal((await page.textContent('[data-figure=month] strong')).replace('’', '\''), number);
    await close();
  });
}

test('all of it works from a file', async () => {
  const { page, complaints, close } = await opened(`file://${folder}/napari.html`);
  await page.selectOption('[name=from]', '2026-08');
  assert.equal((await shownPeriods(page, '#python-versions-change'))[0], '2026-08');
  assert.deepEqual(complaints, []);
  await close();
});
