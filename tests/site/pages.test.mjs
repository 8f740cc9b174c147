// The written pages in a real browser: what readers ask, without JavaScript, from a file, light and dark, wide and narrow.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { hostileName, strangeNames } from '../../site/test/fixture.mjs';
import { axePath, launch, root, serve } from './support.mjs';
import { program, writtenSite } from './written.mjs';

const paths = ['index.html', 'napari.html', 'plugins.html', 'commands.html', 'data.html', 'method.html', 'collected.html',
  'history.html', 'downloads.html', 'plugins/napari-svg.html'];
/** What a built site adds. */
const more = ['verify.html', 'proposal.html'];
const axe = readFileSync(axePath, 'utf8');
const servers = [];
let browser;
let full;

async function served(options) {
  const folder = writtenSite(options);
  const server = await serve(folder);
  servers.push(server);
  return { folder, address: server.address };
}

/** A page, with all that it asked for and complained about. */
async function opened(address, { width = 1280, height = 900, dark = false, script = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'en-GB', javaScriptEnabled: script,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const seen = { requests: [], complaints: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => seen.complaints.push(message.text()));
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('requestfailed', (request) => seen.complaints.push(`${request.url()} failed`));
  await page.goto(address);
  return { page, seen, close: () => context.close() };
}

/** As text, so that the page's own policy doesn't stand in the way of the tool. */
async function assertAccessible(page, path) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => [path, id, nodes.map((node) => node.html).slice(0, 3)]), []);
}

before(async () => {
  browser = await launch();
  full = await served({});
});
after(async () => {
  await browser?.close();
  for (const server of servers) server.stop();
});

for (const path of [...paths, ...more]) {
  test(`${path} is readable, light and dark, from 320 pixels to 4K`, async () => {
    const { page, seen, close } = await opened(full.address + path);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 360, 1280, 3840]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, `wider than a window of ${width}`);
        if ([360, 1280].includes(width)) await assertAccessible(page, `${path} ${colorScheme} ${width}`);
      }
    }
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(seen.requests.filter((url) => !url.startsWith(full.address)), []);
    assert.ok(seen.requests.length >= 4, 'requests were really watched');
    await close();
  });
}

const languages = { de: 'Deutsch', pl: 'Polski' };
for (const [language, name] of Object.entries(languages)) {
  for (const path of paths) {
    test(`${language}/${path} is readable, says which language it is in, and leads to the others`, async () => {
      const { page, seen, close } = await opened(`${full.address}${language}/${path}`);
      assert.equal(await page.getAttribute('html', 'lang'), language);
      assert.equal(await page.textContent('.languages [aria-current=true]'), name);
      assert.equal(await page.getAttribute(`.languages [aria-current=true]`, 'href'), await page.evaluate(() => {
        const up = '../'.repeat(location.pathname.split('/').length - 2);
        return up + location.pathname.slice(1);
      }));
      const alternates = await page.$$eval('link[rel=alternate]', (all) => all.map((each) => [each.hreflang, each.href]));
      assert.deepEqual(alternates, [['en', full.address + path], ['de', `${full.address}de/${path}`], ['pl', `${full.address}pl/${path}`]]);
      const offered = await page.$$eval('.hint[data-language]', (all) => all.map((each) => [each.dataset.language, each.lang, each.textContent.length > 10]));
      assert.deepEqual(offered.map(([of]) => of), ['en', 'de', 'pl'].filter((each) => each !== language));
      assert.ok(offered.every(([of, lang, isSaid]) => of === lang && isSaid));
      for (const [width, colorScheme] of [[320, 'light'], [360, 'dark'], [768, 'light'], [1280, 'dark'], [3840, 'light']]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, `wider than a window of ${width}`);
        if ([320, 1280].includes(width)) await assertAccessible(page, `${language}/${path} ${colorScheme} ${width}`);
      }
      assert.deepEqual(seen.complaints, []);
      await close();
    });
  }
}

test('a reader changes the language and stays on the page, and the links stay in the language', async () => {
  const { page, seen, close } = await opened(`${full.address}plugins/napari-svg.html`, { script: false });
  await page.click('.languages a[hreflang=pl]');
  assert.equal(page.url(), `${full.address}pl/plugins/napari-svg.html`);
  assert.match(await page.textContent('.lead strong'), /^715 osób \(95%: od 705 do 725\)$/);
  const pages = await page.$$eval('a[href]:not(.languages a):not(.hint a)', (all) => all.map((each) => each.href).filter((href) => /\.html(#|$)/.test(href)));
  const elsewhere = pages.filter((href) => !href.startsWith(`${full.address}pl/`) && !href.endsWith('/verify.html'));
  assert.deepEqual(elsewhere, []);
  await page.click('.languages a[hreflang=en]');
  assert.equal(page.url(), `${full.address}plugins/napari-svg.html`);
  assert.deepEqual(seen.complaints, []);
  await close();
});

test('a script can write every number of people in the reader’s own way', async () => {
  const { page, close } = await opened(`${full.address}de/index.html`, { script: false });
  const numbers = await page.$$eval('data', (all) => all.map((each) => [each.value, each.textContent]));
  assert.ok(numbers.length > 50, `${numbers.length} numbers`);
  for (const [value, text] of numbers) assert.equal(Number(value).toLocaleString('de-DE'), text);
  await close();
});

/** What readers come with: where the answer is, and what it says, on the first screen and without JavaScript. */
const questions = [
  ['a funder: how many people use napari?', 'index.html', '[data-figure=month]', /^2,825people in October 202695 % interval: 2,817 to 2,833$/],
  ['a funder: is it growing?', 'index.html', '#growth', /October 2025 had 1,115 people, October 2026 had 2,825: it grew\./],
  ['a sceptic: what share of people said yes?', 'index.html', '.lead strong', /What share of all people said yes is not known/],
  ['a plugin author: who uses mine?', 'plugins/napari-svg.html', '.lead strong', /^715 people \(95 %: 705 to 725\)$/],
  ['a plugin author: on which versions?', 'plugins/napari-svg.html', '#versions tbody tr:first-child', /^0\.2\.1465455 to 475/],
  ['a plugin author: may I cite it, and how?', 'plugins/napari-svg.html', '#citation', /napari-svg installed, October 2026: 715 .* line \d+ of the history/],
  ['a core developer: can we drop Python 3.9?', 'napari.html', '#python-versions tr:has-text("3.9")', /^3\.92517 to 331 %$/],
  ['a core developer: can we drop macOS 14?', 'napari.html', '#system-versions tr:has-text("macos 14")', /^macos 14115107 to 1234 %$/],
  ['a core developer: which commands matter?', 'commands.html', '#commands tbody tr:first-child', /^napari\.window\.file\._image_dialog580/],
  ['a sceptic: what exactly is collected, and where does it go?', 'collected.html', 'table', /plugins that are installedmiddle\.telemetry\.napari\.org/],
  ['a user: how do I say no?', 'collected.html', '#no', /click “Telemetry” in napari’s status bar/],
  ['a sceptic: how do I know that nobody changed a number?', 'history.html', '#fingerprint', /^[0-9a-f]{64}$/],
  ['a reader: does a missing number mean nobody?', 'method.html', '.lead strong', /^what is not published is not zero$/],
  ['a scientist: where are the numbers themselves?', 'downloads.html', 'a[href="data/tables/users-month.csv"]', /^CSV$/],
];
for (const [question, path, selector, answer] of questions) {
  test(`${question} ${path}`, async () => {
    const { page, close } = await opened(full.address + path, { script: false });
    const found = page.locator(selector).first();
    assert.match((await found.textContent()).trim(), answer);
    const box = await found.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 900, `it is on the first screen: ${JSON.stringify(box)}`);
    assert.ok(await found.isVisible());
    await close();
  });
}

test('the proposal is there whole, one click from the first page', async () => {
  const { page, seen, close } = await opened(full.address, { script: false });
  await page.click('a[href="proposal.html"]');
  const headings = await page.$$eval('h2', (all) => all.map((each) => each.textContent));
  const document = readFileSync(`${root}/docs/nap-8.md`, 'utf8');
  assert.deepEqual(headings, [...document.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading.trim()));
  assert.ok((await page.textContent('main')).includes('dedicated to the public domain'));
  assert.deepEqual(seen.complaints, []);
  await close();
  // Its one heading is the page's, and it has no other language to lead to.
  const shown = await opened(`${full.address}proposal.html`, { script: false });
  assert.deepEqual(await shown.page.$$eval('h1', (all) => all.map((each) => each.textContent)), [document.split('\n')[0].replace('# ', '')]);
  assert.equal(await shown.page.getAttribute('html', 'lang'), 'en');
  assert.equal(await shown.page.$$eval('[hreflang], nav.languages', (all) => all.length), 0);
  await shown.close();
  for (const language of ['de', 'pl']) {
    const other = await opened(`${full.address}${language}/index.html`, { script: false });
    await other.page.click('a[href="../proposal.html"]');
    assert.equal(await other.page.textContent('h1'), 'NAP-8: Telemetry');
    await other.close();
  }
});

test('every link leads to a file, by HTTP', async () => {
  const known = new Map();
  const translated = Object.keys(languages).flatMap((language) => [...paths, 'verify.html'].map((path) => `${language}/${path}`));
  for (const path of [...paths, ...translated, ...more]) {
    const { page, close } = await opened(full.address + path, { script: false });
    for (const link of await page.$$eval('a[href], img[src], link[href]', (all) => all.map((each) => each.href || each.src))) {
      const target = link.replace(/#.*/, '');
      if (path === 'proposal.html' && !target.startsWith(full.address)) continue; // what its author refers to
      if (!known.has(target)) known.set(target, (await fetch(target)).status);
      assert.equal(known.get(target), 200, `${path}: ${target}`);
    }
    await close();
  }
  assert.ok(known.size > 180, `${known.size} files`);
});

test('it reads without JavaScript, from a file, below a folder of any name', async () => {
  for (const path of [...paths, ...more]) {
    const { page, seen, close } = await opened(`file://${full.folder}/${path}`, { script: false });
    assert.deepEqual(seen.complaints, []);
    assert.ok(seen.requests.every((url) => url.startsWith(`file://${full.folder}/`)), seen.requests.join(' '));
    assert.ok((await page.textContent('main')).length > 400, path);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).maxWidth), 'none', 'the style is there');
    await close();
  }
});

test('with JavaScript, from a file, nothing complains', async () => {
  for (const path of [...paths, ...more]) {
    const { page, seen, close } = await opened(`file://${full.folder}/${path}`);
    await page.waitForSelector('html[data-ready]');
    assert.deepEqual(seen.complaints, [], path);
    await close();
  }
});

test('plugins are searched and sorted by keyboard, and the address keeps the search', async () => {
  const { page, seen, close } = await opened(`${full.address}plugins.html`);
  const names = () => page.$$eval('#plugins tbody tr:not([hidden]) th', (cells) => cells.map((cell) => cell.textContent));
  const all = await names();
  assert.equal(all[0], 'napari-svg');
  await page.focus('#search');
  await page.keyboard.type('CELLPOSE');
  assert.ok((await names()).every((name) => name.includes('cellpose')));
  assert.match(await page.textContent('#found'), /^\d+ of \d+$/);
  assert.ok(page.url().endsWith('?search=cellpose'));
  await page.reload();
  assert.equal(await page.inputValue('#search'), 'cellpose');
  assert.ok((await names()).length < all.length);
  await page.fill('#search', 'nothing has this');
  assert.match(await page.textContent('#found'), /No plugin/);
  await page.fill('#search', '');
  await page.focus('#plugins th[data-sort=text] button');
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(), [...all].sort());
  assert.equal(await page.getAttribute('#plugins th[data-sort=text]', 'aria-sort'), 'ascending');
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(), [...all].sort().reverse());
  await page.focus('#plugins tbody a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/plugins\/[a-z0-9-]+\.html$/);
  assert.deepEqual(seen.complaints, []);
  await close();
});

/** How often Tab stops: of radio buttons with one name, once. */
const stopsOf = (page) => page.$$eval('a[href], button, input, select, summary, [tabindex="0"]', (all) =>
  all.filter((each) => each.checkVisibility() && (each.type !== 'radio' || each.checked)).length);

for (const path of [...paths, ...more]) {
  test(`${path} by keyboard: Tab stops at everything once, where it can be seen, and leads out again`, async () => {
    const { page, seen, close } = await opened(full.address + path);
    await page.waitForLoadState('networkidle');
    await page.emulateMedia({ reducedMotion: 'reduce' }); // else it is still on its way there
    const expected = await stopsOf(page);
    let stops = 0;
    for (; stops <= expected; stops += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const found = document.activeElement;
        if (!found || found === document.body) return null;
        const isAgain = 'stopped' in found.dataset;
        found.dataset.stopped = '';
        const box = found.getBoundingClientRect();
        return {
          what: found.outerHTML.slice(0, 90), isAgain, isSeen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
          outline: getComputedStyle(found).outlineStyle,
        };
      });
      if (!at || at.isAgain) break;
      assert.ok(at.isSeen && at.outline !== 'none', JSON.stringify(at));
    }
    assert.equal(stops, expected);
    assert.deepEqual(seen.complaints, []);
    await close();
  });
}

test('600 plugins are sorted within a moment', async () => {
  const { page, close } = await opened(`${full.address}plugins.html`);
  await page.$eval('#plugins tbody', (body) => {
    const rows = [...body.rows];
    for (let copy = 0; copy < 12; copy += 1) body.append(...rows.map((row) => row.cloneNode(true)));
  });
  const took = await page.$eval('#plugins th[data-sort=text] button', (button) => {
    const start = performance.now();
    button.click();
    document.body.getBoundingClientRect();
    return performance.now() - start;
  });
  assert.ok(took < 500, `${took} ms`);
  await close();
});

test('hostile names are words on every page, and nothing is executed', async () => {
  const { folder, address } = await served({ hostile: true });
  for (const path of paths) {
    const { page, seen, close } = await opened(address + path, { width: 360 });
    assert.deepEqual(seen.complaints, [], path);
    assert.equal(await page.$$eval('img:not([src$=".svg"]), script:not([src])', (found) => found.length), 0, path);
    assert.ok((await page.title()).endsWith('napari in numbers'));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, path);
    await close();
  }
  const files = readdirSync(`${folder}/plugins`);
  assert.ok(files.every((name) => /^[a-z0-9]+(-[a-z0-9]+)*\.(html|svg)$/.test(name)), files.join(' '));
  const list = await opened(`${address}plugins.html`);
  const text = await list.page.textContent('main');
  for (const name of [hostileName, ...strangeNames]) assert.ok(text.includes(name.replaceAll('\u202E', '[U+202E]')), name);
  assert.ok(!text.includes('\u202E'), 'nothing turns the text around');
  await list.close();
});

for (const [name, options, words] of [
  ['no data yet', { empty: true }, /not yet.*No month has been published yet/s],
  ['weeks, and no month', { young: true }, /not yet.*Week by week/s],
  ['two hundred people', { few: true }, /355people in October 2026/],
]) {
  test(`a newcomer's page: ${name}`, async () => {
    const { address } = await served(options);
    for (const path of paths.slice(0, -1)) {
      const { page, seen, close } = await opened(address + path, { width: 360, dark: true });
      assert.deepEqual(seen.complaints, [], path);
      if (path === 'index.html') assert.match(await page.textContent('main'), words);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, path);
      await assertAccessible(page, path);
      await close();
    }
  });
}

test('every chart says what it shows, and has its numbers as a table', async () => {
  for (const path of paths) {
    const { page, close } = await opened(full.address + path, { script: false });
    const charts = await page.$$eval('figure:has([role=img])', (figures) => figures.map((figure) => ({
      label: figure.querySelector('[role=img]').getAttribute('aria-label'), rows: figure.querySelectorAll('details tbody tr').length,
      about: figure.querySelector('.about').textContent, title: figure.querySelector('h2').textContent,
      files: [...figure.querySelectorAll('.files a')].map((link) => link.textContent).join(),
      bands: figure.querySelectorAll('.band, .whisker').length,
    })));
    for (const { label, rows, about, title, files, bands } of charts) {
      assert.ok(label.length > 40 && rows > 0 && title && bands > 0, `${path} ${title}`);
      assert.match(about, /People per (week|month)/);
      assert.equal(files, 'CSV,JSON', `${path} ${title}`);
    }
    await close();
  }
});

test('a gap is a gap: no line is drawn over a month without a number', async () => {
  const { page, close } = await opened(`${full.address}index.html`, { script: false });
  assert.equal(await page.$$eval('#users-month polyline', (lines) => lines.length), 3);
  const rows = await page.$$eval('#users-month details tr', (all) => all.map((row) => row.textContent));
  assert.ok(rows.some((row) => /^February 2026not published$/.test(row)), rows.join());
  assert.ok(rows.some((row) => /^June 2026napari 0\.7\.1 \(15 June 2026\)not counted$/.test(row)), rows.join());
  await close();
});

test('a site holds what belongs to it, and is written again over itself', () => {
  const folder = writtenSite({}, true);
  const entries = readdirSync(folder).filter((name) => !/\.(html|css|js|svg|js\.LEGAL\.txt)$/.test(name));
  assert.deepEqual(entries.sort(), ['data', 'de', 'pl', 'plugins']);
  const again = execFileSync(program, [folder.replace(/-written$/, '-public/data'), folder], { encoding: 'utf8' });
  assert.match(again, /had them already/);
});

test('nothing is too large, and no name is one that block lists hide', () => {
  const size = (...names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(`${full.folder}/${name}`), { level: 9 }).length, 0);
  const common = ['pages.css', 'pages.js', 'pages.svg'];
  assert.ok(size('index.html', ...common) < 150_000);
  for (const name of readdirSync(`${full.folder}/plugins`).filter((each) => each.endsWith('.html'))) {
    assert.ok(size(`plugins/${name}`, ...common) < 60_000, name);
  }
  const names = readdirSync(full.folder, { recursive: true }).filter((name) => !String(name).startsWith('plugins'));
  for (const name of names) assert.doesNotMatch(String(name), /telemetry|analytics|stats|track/i);
});

test('in print and in forced colours it can be read', async () => {
  const { page, close } = await opened(`${full.address}index.html`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('nav'), false);
  assert.equal(await page.isVisible('#users-month .plot'), true);
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  const [line, paper] = await page.$eval('#users-month .line', (each) => [getComputedStyle(each).stroke, getComputedStyle(document.body).backgroundColor]);
  assert.notEqual(line, paper);
  await close();
});

test('without a built site there is neither a script nor a link to what needs one', () => {
  const folder = writtenSite({}, true);
  for (const path of paths) {
    assert.doesNotMatch(readFileSync(`${folder}/${path}`, 'utf8'), /<script|verify\.html|proposal\.html|id="search"/, path);
  }
});
