// The page is served under two names, none of which redirects to the other: it works alike under both.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeFixture } from '../../site/test/fixture.mjs';
import { launch, open, serve, siteFolder } from './support.mjs';

const names = ['usage.napari.org', 'telemetry.napari.org'];
let folder;
let server;
let browser;

before(async () => {
  folder = siteFolder();
  server = await serve(folder);
  browser = await launch(`--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(',')}`);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

test('no file of the page names a host that it is served under', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  assert.ok(files.length >= 4, `${files.length} files`);
  for (const file of files) {
    const text = readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8');
    for (const name of names) assert.ok(!text.includes(`//${name}`), `${file.name} links to ${name}`);
  }
});

test('it is whole under both names, and asks only the one that it was opened under', async () => {
  writeFixture(folder);
  const shown = [];
  for (const name of names) {
    const address = server.address.replace('127.0.0.1', name);
    const { page, seen } = await open(browser, address);
    assert.deepEqual(seen.complaints, [], name);
    assert.ok(seen.requests.length > 5, 'requests were really watched');
    assert.deepEqual(seen.requests.filter((url) => !url.startsWith(address)), [], name);
    const links = await page.$$eval('a', (found) => found.map((each) => each.getAttribute('href')));
    assert.ok(links.includes('data/datapackage.json'));
    assert.ok(links.every((href) => href.startsWith('#') || href.startsWith('data/') || /^[a-z]+\.html$/.test(href)), links.join(' '));
    shown.push(await page.textContent('main'));
    await page.context().close();
  }
  assert.equal(shown[0], shown[1]);
});
