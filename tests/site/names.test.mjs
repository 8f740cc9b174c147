// The site is served under two names, none of which redirects to the other: it works alike under both.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, serve } from './support.mjs';
import { writtenSite } from './written.mjs';

const names = ['usage.napari.org', 'telemetry.napari.org'];
let folder;
let server;
let browser;

before(async () => {
  folder = writtenSite();
  server = await serve(folder);
  browser = await launch(`--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(',')}`);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

test('no file of the site names a host that it is served under', () => {
  const files = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile());
  assert.ok(files.length >= 12, `${files.length} files`);
  for (const file of files) {
    const text = readFileSync(join(folder, file.name), 'utf8');
    for (const name of names) assert.ok(!text.includes(`//${name}`), `${file.name} links to ${name}`);
  }
});

test('each page is whole under both names, and asks only the one that it was opened under', async () => {
  for (const path of ['index.html', 'downloads.html', 'plugins/napari-svg.html', 'verify.html']) {
    const shown = [];
    for (const name of names) {
      const address = server.address.replace('127.0.0.1', name);
      const { page, seen, close } = await open(browser, address, { path });
      assert.deepEqual(seen.complaints, [], `${name} ${path}`);
      assert.ok(seen.requests.length >= 4, 'requests were really watched');
      assert.deepEqual(seen.requests.filter((url) => !url.startsWith(address)), [], name);
      const links = await page.$$eval('a', (found) => found.map((each) => each.getAttribute('href')));
      assert.ok(links.length > 9 && links.every((href) => !/^(\/|[a-z]+:)/.test(href)), links.join(' '));
      shown.push(await page.textContent('main'));
      await close();
    }
    assert.equal(shown[0], shown[1], path);
  }
});
