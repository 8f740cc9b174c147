// The page that verifies certificates, in a real browser: from the server, and from a folder without one.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axePath, launch, open, root, serve, siteFolder } from './support.mjs';

/** What the program wrote, with the key of RFC 8032, 7.1, test 1. */
const file = readFileSync(join(root, 'tests/vectors/certificate.json'));
const certificate = JSON.parse(file);
const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const secret = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' });
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const name = digest(Buffer.from(certificate.public, 'base64')).slice(0, 16);
const key = { name, public: certificate.public, from: '2026-01-01', holder: 'operator' };

const sorted = (value) => Array.isArray(value) ? value.map(sorted)
  : typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.keys(value).sort().map((each) => [each, sorted(value[each])])) : value;
const canonical = (value) => JSON.stringify(sorted(value));
/** The file after a change, signed anew by the same key or not. */
function changed(how, { signed = false } = {}) {
  const content = structuredClone(certificate);
  how(content);
  if (signed) {
    delete content.signature;
    const message = Buffer.concat([Buffer.from('napari-telemetry certificate\0'), Buffer.from(canonical(content))]);
    content.signature = sign(null, message, secret).toString('base64');
  }
  return canonical(content);
}

let browser;
let outside;
const servers = [];
before(async () => {
  browser = await launch();
  outside = mkdtempSync(join(tmpdir(), 'verify-'));
});
after(async () => {
  await browser?.close();
  for (const server of servers) server.stop();
  rmSync(outside, { recursive: true, force: true });
});

/** A month's public file, as the program's tests made it (tests/support/publishedfolder.h). */
const monthFile = (period, rows) => canonical({
  period, dictionary: 1, rounding: 5,
  tables: [{ table: 'plugins', topic: 'plugin', dimensions: ['name'], sigma: 4, threshold: 26, within: 10, rows }],
});
const rowsWith = (people) => [{ key: ['another-plugin'], people: 60 }, { key: ['napari-svg'], people }];

/** The public files that the certificate is from. */
function publish(folder) {
  mkdirSync(join(folder, 'data/periods'), { recursive: true });
  const lines = Array.from({ length: 12 }, (_, n) => ({ n, files: {} }));
  for (const { period, people, n } of certificate.months) {
    const content = monthFile(period, rowsWith(people));
    writeFileSync(join(folder, `data/periods/${period}.json`), content);
    lines[n].files[`periods/${period}.json`] = digest(content);
  }
  writeFileSync(join(folder, 'data/history.jsonl'), lines.map((line) => `${canonical(line)}\n`).join(''));
}

/** The page with these keys of its site; nothing: it has no public files. `spoil` may damage them. */
async function opened({ keys, path = 'verify.html', spoil = () => {}, ...more } = {}) {
  const folder = siteFolder();
  if (keys) {
    publish(folder);
    spoil(join(folder, 'data'));
    writeFileSync(join(folder, 'data/keys.json'), JSON.stringify({ keys, threshold: 1 }));
  }
  const server = await serve(folder);
  servers.push(server);
  return { ...(await open(browser, server.address, { path, ...more })), address: server.address };
}

async function choose(page, content, input = '#file') {
  await page.setInputFiles(input, { name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.waitForFunction(() => !document.getElementById('status').textContent.startsWith('No certificate'));
}
const status = (page) => page.textContent('#status');
const findings = (page, kind) => page.$$eval(`#findings [data-kind=${kind}]`, (found) => found.map((each) => each.textContent));
const numbers = (page) => page.$$eval('#months tr[data-period]', (rows) =>
  rows.map((row) => [row.dataset.period, ...[...row.children].slice(1).map((cell) => cell.textContent)]));

function assertQuiet({ seen, address }, missing = 0) {
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith(address)), [], 'no request leaves the origin');
  // The browser itself complains of a file that is missing.
  assert.equal(seen.complaints.filter((text) => !text.includes('404')).length, 0, seen.complaints.join('\n'));
  assert.ok(seen.complaints.length <= missing);
}

test('what the program signed is right, and its numbers are shown', async () => {
  const it = await opened({ keys: [key] });
  assert.match(await it.page.textContent('#keys'), new RegExp(`${name} \\(operator\\)`));
  await choose(it.page, file);
  assert.equal(await status(it.page), `This certificate is signed by key ${name}, and nothing was changed.`);
  assert.match((await findings(it.page, 'right')).join(), /one of the public keys \(operator\)/);
  assert.deepEqual(await findings(it.page, 'wrong'), []);
  const rows = await numbers(it.page);
  assert.equal(rows.length, 12);
  for (const { period, people, low, high, n } of certificate.months) {
    assert.deepEqual(rows.find(([month]) => month === period), [period, String(people), `${low} to ${high}`, String(n)]);
  }
  assert.deepEqual(rows[2], ['2026-03', 'not published', '']);
  assert.match(await it.page.textContent('#years'), /9 of 12\s*68\s*62 to 73/);
  assertQuiet(it);
  assert.match((await findings(it.page, 'right')).join(), /The 9 numbers are those of the public files/);
  assert.deepEqual(await findings(it.page, 'note'), []);
  await it.close();
});

test('without known keys it says that anybody can make one', async () => {
  const it = await opened();
  await choose(it.page, file);
  assert.equal(await status(it.page), `Nothing was changed since it was signed by key ${name}.`);
  assert.match((await findings(it.page, 'note')).join(), /anybody can make one/);
  for (const trusted of [name, name.toUpperCase(), certificate.public]) {
    await it.page.fill('#key', trusted);
    await it.page.waitForFunction(() => document.getElementById('findings').textContent.includes('the one that you named'));
    assert.match(await status(it.page), /^This certificate is signed by key/);
  }
  await it.page.fill('#key', '0000000000000000');
  await it.page.waitForFunction(() => document.getElementById('status').classList.contains('message'));
  assert.match((await findings(it.page, 'wrong')).join(), /not by the one that you named/);
  assert.deepEqual(await numbers(it.page), []);
  assertQuiet(it, 10);
  await it.close();
});

const other = Buffer.alloc(32, 7).toString('base64');
for (const [what, keys, words] of [
  ['another key', [{ ...key, public: other, name: '0'.repeat(16) }], /none of the public keys/],
  ['no key', [], /none of the public keys/],
  ['a key that was revoked', [{ ...key, revoked: '2027-01-01' }], /revoked on 2027-01-01/],
  ['a key that came later', [{ ...key, from: '2027-01-01' }], /not in use before/],
  ['a key that had gone', [{ ...key, until: '2026-11-30' }], /not in use after/],
]) {
  test(`it is not believed when the site has ${what}`, async () => {
    const it = await opened({ keys });
    await choose(it.page, file);
    assert.equal(await status(it.page), 'This certificate must not be believed.');
    assert.match((await findings(it.page, 'wrong')).join(), words);
    assert.deepEqual(await numbers(it.page), []);
    await it.close();
  });
}

for (const [what, spoil, kind, words] of [
  ['another number is published', (data) => writeFileSync(`${data}/periods/2026-01.json`, monthFile('2026-01', rowsWith(45))),
    'wrong', /January 2026: the certificate says 40, and published are 45/],
  ['the number was taken out', (data) => writeFileSync(`${data}/periods/2026-01.json`, monthFile('2026-01', [])),
    'wrong', /January 2026: the number was taken out/],
  ['another line of the history', (data) => writeFileSync(`${data}/history.jsonl`,
    readFileSync(`${data}/history.jsonl`, 'utf8').split('\n').slice(1).join('\n')), 'wrong', /line 1 of the history does not name/],
  ['the file was changed elsewhere', (data) => writeFileSync(`${data}/periods/2026-01.json`, monthFile('2026-01', rowsWith(40).slice(1))),
    'note', /January 2026: the file was changed since; the number is the same/],
  ['no history', (data) => rmSync(`${data}/history.jsonl`), 'note', /not held against the public files: .*404/],
  ['a damaged file', (data) => writeFileSync(`${data}/periods/2026-01.json`, '{'), 'note', /2026-01\.json is not JSON/],
]) {
  test(`its numbers are held against the public files: ${what}`, async () => {
    const it = await opened({ keys: [key], spoil });
    await choose(it.page, file);
    await it.page.waitForSelector('#findings li');
    assert.match((await findings(it.page, kind)).join(), words);
    assert.equal(await it.page.$('#months') === null, kind === 'wrong');
    assertQuiet(it, 1);
    await it.close();
  });
}

test('what was changed is wrong, and what is no certificate is told so', async () => {
  const it = await opened({ keys: [key] });
  const { page } = it;
  const hostile = '<img src=x onerror="document.title=1">';
  for (const [content, words] of [
    [changed((c) => { c.plugin = 'napari-svh'; }), /must not be believed/],
    [changed((c) => { c.months[0].n = 5; }), /must not be believed/],
    [changed((c) => { c.method = 'Exact.'; }), /must not be believed/],
    [changed((c) => { c.signature = Buffer.alloc(64).toString('base64'); }), /must not be believed/],
    [changed((c) => { c.key = '0'.repeat(16); }), /must not be believed/],
    [changed((c) => { c.months[0].people = 49; }, { signed: true }), /doesn’t follow from the months/],
    [changed((c) => { c.years = []; }, { signed: true }), /doesn’t follow from the months/],
    [changed((c) => { c.months.reverse(); }, { signed: true }), /not in order/],
    [changed((c) => { c.to = '2031-01'; }, { signed: true }), /more than 60 months/],
    [changed((c) => { c.plugin = hostile; }, { signed: true }), /plugin is not the name of a plugin/],
    [changed((c) => { c.note = 'Great plugin'; }, { signed: true }), /isn’t in the form/],
    [changed((c) => { c.version = 2; }, { signed: true }), /newer version/],
    [`${file}\n`, /isn’t in the form/],
    [JSON.stringify(certificate, null, 2), /isn’t in the form/],
    [String(file).replace('{"from"', '{"from":"2020-01","from"'), /isn’t in the form/],
    [`\ufeff${file}`, /not JSON/],
    [Buffer.from([0xff, 0xfe]), /not JSON/],
    ['[]', /not an object/],
    ['null', /not an object/],
    ['', /not JSON/],
    [' '.repeat(70_000), /too large/],
  ]) {
    await choose(page, file);
    await page.waitForFunction(() => !document.getElementById('status').classList.contains('message'));
    await choose(page, content);
    await page.waitForFunction(() => document.getElementById('status').classList.contains('message'));
    const said = `${await status(page)} ${(await findings(page, 'wrong')).join(' ')}`;
    assert.match(said, words);
    assert.deepEqual(await numbers(page), []);
  }
  assert.equal(await page.title(), 'Verify a certificate · napari in numbers');
  assertQuiet(it);
  await it.close();
});

test('markup in a text is shown as text', async () => {
  const it = await opened({ keys: [{ ...key, holder: '<b>x</b>' }] });
  await choose(it.page, changed((c) => { c.method = '<script>document.title=1</script><img src="https://example.org/x">'; }, { signed: true }));
  assert.match(await status(it.page), /^This certificate is signed/);
  assert.match(await it.page.textContent('#figures'), /<script>document\.title=1<\/script>/);
  assert.equal(await it.page.$('#figures script, #figures img, #keys b, #findings b'), null);
  assertQuiet(it);
  await it.close();
});

test('the address of a printed page names the file', async () => {
  const it = await opened({ keys: [key], path: `verify.html#sha256=${digest(file)}` });
  assert.match(await it.page.textContent('#named'), new RegExp(digest(file)));
  await choose(it.page, file);
  assert.match((await findings(it.page, 'right')).join(), /the file that the printed page names/);
  await choose(it.page, changed((c) => { c.issued = '2026-12-21'; }, { signed: true }));
  await it.page.waitForFunction(() => document.getElementById('status').classList.contains('message'));
  assert.match((await findings(it.page, 'wrong')).join(), /not the file that the printed page names/);
  assert.ok(!it.seen.requests.some((url) => url.includes(digest(file)) && !url.includes('#')), 'the fragment is not sent');
  await it.close();
});

test('it can be dropped', async () => {
  const it = await opened({ keys: [key] });
  const transfer = await it.page.evaluateHandle((content) => {
    const made = new DataTransfer();
    made.items.add(new File([content], 'c.json', { type: 'application/json' }));
    return made;
  }, String(file));
  await it.page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
  await it.page.waitForSelector('#months');
  assert.match(await status(it.page), /^This certificate is signed/);
  await it.close();
});

test('it works from a folder, without a server', async () => {
  const folder = siteFolder();
  const keysFile = join(outside, 'keys.json');
  writeFileSync(keysFile, JSON.stringify({ keys: [key], threshold: 1 }));
  const address = pathToFileURL(`${folder}/`).href;
  const it = { ...(await open(browser, address, { path: 'verify.html' })), address };
  await choose(it.page, file);
  assert.match((await findings(it.page, 'note')).join(), /anybody can make one/);
  await it.page.setInputFiles('#keys-file', keysFile);
  await it.page.waitForFunction(() => document.getElementById('findings').textContent.includes('one of the public keys'));
  assert.match(await status(it.page), /^This certificate is signed/);
  await it.page.setInputFiles('#keys-file', { name: 'k.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await it.page.waitForFunction(() => document.getElementById('keys').textContent.includes('has no public keys'));
  assertQuiet(it);
  await it.close();
});

for (const width of [360, 1280]) {
  for (const dark of [false, true]) {
    test(`${width} px, ${dark ? 'dark' : 'light'}: nothing sticks out, axe finds nothing`, async () => {
      const it = await opened({ keys: [key], width, dark, path: `verify.html#sha256=${digest(file)}` });
      await choose(it.page, file);
      await it.page.waitForSelector('#months');
      assert.ok((await it.page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      if (process.env.VERIFY_PICTURES) await it.page.screenshot({ path: `${process.env.VERIFY_PICTURES}/verify-${width}-${dark}.png`, fullPage: true });
      await it.page.evaluate(readFileSync(axePath, 'utf8'));
      const { violations } = await it.page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)]), []);
      await it.close();
    });
  }
}
