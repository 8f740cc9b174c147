// What ad blockers hide: their lists know words such as telemetry, stats and track. The lists of uBlock Origin (EasyList,
// EasyPrivacy and its own, from Debian's package) hide and block nothing of the site, under each of its names.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, root, serve } from './support.mjs';
import { writtenSite } from './written.mjs';

const { FiltersEngine, Request } = createRequire(`${root}/site/package.json`)('@ghostery/adblocker');
const assets = '/usr/share/chromium/extensions/ublock-origin/assets';
const lists = ['thirdparties/easylist/easylist.txt', 'thirdparties/easylist/easyprivacy.txt', 'ublock/filters.min.txt',
  'ublock/privacy.min.txt'];
const names = ['usage.napari.org', 'telemetry.napari.org'];
const types = { html: 'main_frame', js: 'script', css: 'stylesheet', svg: 'image', png: 'image' };

let engine;
let folder;
let server;
let browser;

before(async () => {
  engine = FiltersEngine.parse(lists.map((name) => readFileSync(join(assets, name), 'utf8')).join('\n'));
  folder = writtenSite();
  server = await serve(folder);
  browser = await launch(`--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(',')}`);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

function blocks(url, sourceUrl, type) {
  return engine.match(Request.fromRawDetails({ url, sourceUrl, type })).filter;
}

/** What the lists hide of a page with these. */
function hidden(url, { classes = [], ids = [], hrefs = [] }) {
  const { hostname } = new URL(url);
  return engine.getCosmeticsFilters({ url, hostname, domain: 'napari.org', classes, ids, hrefs }).styles;
}

/** What a person reads under these rules, which come from outside as an extension's do: the page's policy is not asked. */
function textWith(page, css) {
  return page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    return document.querySelector('main').innerText;
  }, css);
}

test('the lists do block', () => {
  for (const [url, source, type] of [
    ['https://www.google-analytics.com/analytics.js', 'https://example.com/', 'script'],
    ['https://telemetry.soundcloud.com/x', 'https://soundcloud.com/', 'xhr'],
    ['https://example.com/api/v1/streamtelemetry', 'https://example.com/', 'xhr'],
  ]) assert.ok(blocks(url, source, type), url);
  assert.notEqual(hidden('https://usage.napari.org/', { ids: ['AdBanner'] }), hidden('https://usage.napari.org/', {}));
});

test('no file of the site is blocked, under either name', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath ?? each.path, each.name)));
  assert.ok(files.length > 20, `${files.length} files`);
  for (const name of names) {
    const home = `https://${name}/`;
    for (const file of files) {
      const type = types[file.split('.').at(-1)] ?? 'xhr';
      const filter = blocks(home + file, home, type);
      assert.equal(filter, undefined, `${file}: ${filter}`);
    }
  }
});

test('the page and the badge of every public plugin are shown, whatever its name', () => {
  const plugins = Object.keys(JSON.parse(readFileSync(`${root}/resources/public-list.json`, 'utf8')).plugins);
  assert.ok(plugins.length > 500);
  for (const plugin of plugins) {
    for (const name of names) {
      const page = `https://${name}/plugins/${plugin}.html`;
      for (const filter of [blocks(page, page, 'main_frame'), blocks(page.replace('.html', '.svg'), page, 'image')]) {
        assert.equal(filter, undefined, `${page}: ${filter}`);
      }
    }
  }
});

const shown = ['index.html', 'napari.html', 'plugins.html', 'commands.html', 'data.html', 'method.html',
  'collected.html', 'history.html', 'downloads.html', 'verify.html', 'proposal.html',
  'plugins/napari-svg.html'];
test('with a blocker every page is the same to the last letter', async () => {
  for (const [name, path] of names.flatMap((each) => shown.map((file) => [each, file]))) {
    const address = server.address.replace('127.0.0.1', name);
    const plain = await open(browser, address, { path });
    const wanted = await plain.page.evaluate(() => document.querySelector('main').innerText);
    const found = await plain.page.evaluate(() => {
      const all = [...document.querySelectorAll('*')];
      return {
        classes: [...new Set(all.flatMap((each) => [...each.classList]))],
        ids: all.map((each) => each.id).filter(Boolean),
        hrefs: [...document.links].map((each) => each.href),
      };
    });
    assert.equal(await textWith(plain.page, hidden(address + path, found)), wanted, path);
    assert.equal(await textWith(plain.page, 'h1, h2, p { display: none !important }').then((text) => text === wanted), false, 'a rule hides');
    for (const request of plain.seen.requests) assert.equal(blocks(request, address, 'xhr'), undefined, request);
    await plain.close();
  }
});
