// The page that verifies certificates, in a real browser: from the server, and from a folder without one.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axePath, esbuild, launch, open, root, serve } from './support.mjs';
import { writtenSite } from './written.mjs';

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
const signed = (purpose, content) => sign(null, Buffer.concat([Buffer.from(`${purpose}\0`), Buffer.from(canonical(content))]), secret).toString('base64');
/** The file after a change, signed anew by the same key or not. */
function changed(how, { signed: isSigned = false } = {}) {
  const content = structuredClone(certificate);
  how(content);
  if (isSigned) {
    delete content.signature;
    content.signature = signed('napari-telemetry certificate', content);
  }
  return canonical(content);
}

let browser;
let outside;
let site; // as written, before its public files are taken away
const servers = [];
const browsers = []; // further ones
before(async () => {
  browser = await launch();
  outside = mkdtempSync(join(tmpdir(), 'verify-'));
  site = writtenSite({ empty: true });
});
after(async () => {
  await browser?.close();
  for (const each of browsers) await each.close();
  for (const server of servers) server.stop();
  rmSync(outside, { recursive: true, force: true });
});

/** A month's public file, as the program's tests made it (tests/support/publishedfolder.h). */
const monthFile = (period, rows) => canonical({
  period, dictionary: 1, rounding: 5,
  tables: [{ table: 'plugins', topic: 'plugin', dimensions: ['name'], sigma: 4, threshold: 26, within: 10, rows }],
});
const rowsWith = (people) => [{ key: ['another-plugin'], people: 60 }, { key: ['napari-svg'], people }];

/** The head of this many lines, of which this is the last. */
const headOf = (lines, last, signatures) => ({
  lines, sha256: digest(last), signatures: signatures ?? [{ key: name, signature: signed('napari-telemetry history head', { lines, sha256: digest(last) }) }],
});
const writeHead = (data, head) => writeFileSync(`${data}/history-head.json`, `${canonical(head)}\n`);

/** Chained and signed, as the program does it. */
function writeHistory(data, entries) {
  const lines = [];
  entries.forEach((files, n) => {
    lines.push(canonical({ n, files, before: n === 0 ? '0'.repeat(64) : digest(lines.at(-1)) }));
  });
  writeFileSync(`${data}/history.jsonl`, lines.map((line) => `${line}\n`).join(''));
  writeHead(data, headOf(lines.length, lines.at(-1)));
}
const filesOf = (data) => linesOf(data).map((line) => JSON.parse(line).files);
const linesOf = (data) => readFileSync(`${data}/history.jsonl`, 'utf8').trim().split('\n');
const readHead = (data) => JSON.parse(readFileSync(`${data}/history-head.json`, 'utf8'));

/** The public files that the certificate is from. */
function publish(data) {
  mkdirSync(join(data, 'periods'), { recursive: true });
  const entries = Array.from({ length: 12 }, () => ({}));
  for (const { period, people, n } of certificate.months) {
    const content = monthFile(period, rowsWith(people));
    writeFileSync(join(data, `periods/${period}.json`), content);
    entries[n][`periods/${period}.json`] = digest(content);
  }
  writeHistory(data, entries);
}

/** The site with these keys; nothing: it has no public files. `spoil` may damage them. */
function verifierFolder({ keys, threshold = 1, spoil = () => {} } = {}) {
  const folder = mkdtempSync(join(outside, 'site-'));
  cpSync(site, folder, { recursive: true });
  rmSync(join(folder, 'data'), { recursive: true });
  if (keys) {
    publish(join(folder, 'data'));
    writeFileSync(join(folder, 'data/keys.json'), JSON.stringify({ keys, threshold }));
    spoil(join(folder, 'data'));
  }
  return folder;
}

async function opened({ keys, threshold, path = 'verify.html', spoil, ...more } = {}) {
  const folder = verifierFolder({ keys, threshold, spoil });
  const server = await serve(folder);
  servers.push(server);
  return { ...(await open(browser, server.address, { path, ...more })), address: server.address };
}

async function choose(page, content, input = '#file') {
  await page.setInputFiles(input, { name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.waitForSelector('#status[data-kind]');
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
  const right = (await findings(it.page, 'right')).join();
  assert.match(right, /Every number is that of the public files/);
  assert.match(right, new RegExp(`The history that names the public files is whole, and signed by ${name}`));
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
  await it.page.waitForFunction(() => document.getElementById('status').dataset.kind === 'wrong');
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
  ['another line of the history', (data) => writeHistory(data, filesOf(data).map((files, n) => (n === 1 ? {} : files))),
    'wrong', /January 2026: line 1 of the history does not name/],
  ['fewer lines than it names', (data) => writeHistory(data, filesOf(data).slice(0, 11)), 'wrong', /November 2026: line 11 of the history does not name/],
  ['the file was changed elsewhere', (data) => writeFileSync(`${data}/periods/2026-01.json`, monthFile('2026-01', rowsWith(40).slice(1))),
    'note', /January 2026: the file was changed since; the number is the same/],
  ['no history', (data) => rmSync(`${data}/history.jsonl`), 'note', /not held against the public files\. .*404/],
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

const headKey = (signatures) => (data) => writeHead(data, { ...readHead(data), signatures });
const another = { ...key, public: Buffer.alloc(32, 7).toString('base64') };
another.name = digest(Buffer.from(another.public, 'base64')).slice(0, 16);
for (const [what, options, kind, words] of [
  ['nobody', { spoil: headKey([]) }, 'wrong', /have to sign the history: 1\. Keys that did: 0/],
  ['one of two', { keys: [key, another], threshold: 2 }, 'wrong', /have to sign the history: 2\. Keys that did: 1/],
  ['one key twice', { keys: [key, another], threshold: 2, spoil: (data) => headKey([...readHead(data).signatures, ...readHead(data).signatures])(data) },
    'wrong', /have to sign the history: 2\. Keys that did: 1/],
  ['a key that nobody knows', { spoil: (data) => headKey([{ ...readHead(data).signatures[0], key: '0'.repeat(16) }])(data) }, 'wrong', /signature of key 0{16} under the history is not valid/],
  ['a signature of something else', { spoil: headKey([{ key: name, signature: certificate.signature }]) }, 'wrong', /under the history is not valid: .*signed something else/],
  ['a signature that is none', { spoil: headKey([{ key: name, signature: 'x' }]) }, 'wrong', /under the history is not valid: .*signed something else/],
  ['a certificate’s purpose', { spoil: (data) => { const { signatures: _, ...head } = readHead(data);
    headKey([{ key: name, signature: signed('napari-telemetry certificate', head) }])(data); } }, 'wrong', /under the history is not valid: .*signed something else/],
  ['a key that has gone since', { keys: [{ ...key, until: '2027-01-01' }] }, 'wrong', /under the history is not valid: the key is not in use/],
  ['another key that was revoked', { keys: [key, { ...another, revoked: '2027-01-01' }],
    spoil: (data) => headKey([...readHead(data).signatures, { key: another.name, signature: readHead(data).signatures[0].signature }])(data) }, 'wrong', /under the history is not valid: the key is not in use/],
  ['no head', { spoil: (data) => rmSync(`${data}/history-head.json`) }, 'note', /Who signed the history was not checked\. .*404/],
  ['a damaged head', { spoil: (data) => writeFileSync(`${data}/history-head.json`, '{') }, 'note', /was not checked\. history-head\.json is not JSON/],
  ['a head without lines', { spoil: (data) => writeFileSync(`${data}/history-head.json`, '{}') }, 'note', /was not checked\. Its field “lines”/],
  ['no keys', { spoil: (data) => rmSync(`${data}/keys.json`) }, 'note', /was not checked\. No public keys are known here/],
  ['lines that were taken away', { spoil: (data) => { const head = readHead(data); writeHistory(data, filesOf(data).slice(0, 11)); writeHead(data, head); } },
    'wrong', /last lines of the history were taken away/],
  ['lines that came since', { spoil: (data) => { const head = readHead(data); writeHistory(data, [...filesOf(data), {}]); writeHead(data, head); } },
    'wrong', /last lines of the history are not signed/],
  ['another history', { spoil: (data) => { const head = readHead(data); writeHistory(data, filesOf(data).map((files, n) => ({ ...files, [n]: digest('') })));
    writeHead(data, head); } }, 'wrong', /not the one that was signed/],
  ['a line that was changed', { spoil: (data) => writeFileSync(`${data}/history.jsonl`, linesOf(data).map((line, n) => `${n === 1 ? line.replace('"files":{', '"files":{"x":"",') : line}\n`).join('')) },
    'wrong', /Line 2 of the history doesn’t follow/],
  ['a line that is not JSON', { spoil: (data) => writeFileSync(`${data}/history.jsonl`, [...linesOf(data), 'x'].join('\n')) }, 'wrong', /Line 12 of the history doesn’t follow/],
]) {
  test(`the history that names its numbers is signed: ${what}`, async () => {
    const it = await opened({ keys: [key], ...options });
    await choose(it.page, file);
    await it.page.waitForSelector('#findings li');
    assert.match((await findings(it.page, kind)).join(), words);
    assert.equal(await it.page.$('#months') === null, kind === 'wrong');
    assert.equal(await it.page.getAttribute('#status', 'data-kind') === 'wrong', kind === 'wrong');
    if (kind === 'wrong') assert.doesNotMatch((await findings(it.page, 'right')).join(), /Every number/, 'what a wrong history names proves nothing');
    assertQuiet(it, 2);
    await it.close();
  });
}

test('over plain HTTP, where a browser verifies nothing, it says so', async () => {
  const folder = verifierFolder({ keys: [key] });
  const server = await serve(folder);
  servers.push(server);
  const plain = await launch('--host-resolver-rules=MAP usage.napari.org 127.0.0.1');
  browsers.push(plain);
  const it = await open(plain, server.address.replace('127.0.0.1', 'usage.napari.org'), { path: 'verify.html' });
  await choose(it.page, file);
  assert.match(await status(it.page), /^Nothing was verified: .* HTTPS/);
  assert.equal(await it.page.$('#months, #findings li'), null);
  assert.deepEqual(it.seen.complaints, []);
});

test('each sentence is in the page, and the script has the keys alone', async () => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}/site/src/words/words.ts`], bundle: true, format: 'esm', write: false, platform: 'neutral',
  });
  const { keys } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  const [, block] = /<script type="application\/json" id="words">(.*?)<\/script>/.exec(readFileSync(`${site}/verify.html`, 'utf8'));
  assert.doesNotMatch(block, /</);
  const words = JSON.parse(block);
  assert.deepEqual(Object.keys(words).sort(), [...keys].sort());
  const script = readFileSync(`${site}/verify.js`, 'utf8');
  for (const text of Object.values(words).filter((each) => each.includes(' '))) assert.ok(!script.includes(text), text);
});

test('without JavaScript, or without its script, it says so and how to verify without', async () => {
  const alone = mkdtempSync(join(outside, 'alone-'));
  cpSync(`${site}/verify.html`, join(alone, 'verify.html'));
  for (const [javaScriptEnabled, folder] of [[false, verifierFolder({ keys: [key] })], [true, alone]]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(pathToFileURL(`${folder}/verify.html`).href);
    const text = await page.innerText('main');
    assert.match(text, /needs JavaScript/);
    assert.match(text, /napari-telemetry-aggregate verify FILE --public FOLDER/);
    assert.match(text, /What it doesn’t prove/);
    assert.equal(await page.isVisible('#file'), false, 'no field that does nothing');
    await context.close();
  }
});

test('saved with its script and its style it is whole', async () => {
  const folder = mkdtempSync(join(outside, 'saved-'));
  for (const each of ['verify.html', 'verify.js', 'pages.css']) cpSync(`${site}/${each}`, join(folder, each));
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(`${folder}/verify.html`).href);
  await page.waitForSelector('#verifier[data-ready]');
  await page.fill('#key', name);
  await choose(page, file);
  assert.match(await status(page), /^This certificate is signed/);
  assert.equal((await numbers(page)).length, 12);
  assert.match((await findings(page, 'note')).join(), /From the disk/);
  await context.close();
});

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
    [changed((c) => { c.plugin = hostile; }, { signed: true }), /field “plugin” is missing, or is not what/],
    [changed((c) => { c.note = 'Great plugin'; }, { signed: true }), /isn’t in the form/],
    [changed((c) => { c.version = 2; }, { signed: true }), /newer version/],
    [`${file}\n`, /isn’t in the form/],
    [JSON.stringify(certificate, null, 2), /isn’t in the form/],
    [String(file).replace('{"from"', '{"from":"2020-01","from"'), /isn’t in the form/],
    [`\ufeff${file}`, /not JSON/],
    [Buffer.from([0xff, 0xfe]), /not JSON/],
    ['[]', /not an object of JSON/],
    ['null', /not an object of JSON/],
    ['', /not JSON/],
    [' '.repeat(70_000), /too large/],
  ]) {
    await choose(page, file);
    await page.waitForFunction(() => document.getElementById('status').dataset.kind !== 'wrong');
    await choose(page, content);
    await page.waitForFunction(() => document.getElementById('status').dataset.kind === 'wrong');
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

for (const [language, said, month, right] of [
  ['de', `Dieses Zertifikat ist vom Schlüssel ${name} signiert, und nichts wurde geändert.`, 'Januar 2026', 'Richtig:'],
  ['pl', `Ten certyfikat jest podpisany kluczem ${name} i niczego nie zmieniono.`, 'styczeń 2026', 'Dobrze:'],
]) {
  test(`in ${language} it says all in its language, and reads the files of the one site`, async () => {
    const it = await opened({ keys: [key], path: `${language}/verify.html#sha256=${digest(file)}` });
    await choose(it.page, file);
    assert.equal(await status(it.page), said);
    assert.equal(await it.page.textContent('#months tr[data-period="2026-01"] th'), month);
    assert.ok((await findings(it.page, 'right')).every((words) => words.startsWith(right)));
    assert.equal((await findings(it.page, 'right')).length, 4);
    assert.equal((await numbers(it.page)).length, 12);
    const english = JSON.parse(/id="words">(.*?)<\/script>/.exec(readFileSync(`${site}/verify.html`, 'utf8'))[1]);
    // But for the sentences of the certificate itself, which are signed as they are.
    const shown = (await it.page.innerText('main')).replace(certificate.method, '');
    for (const text of Object.values(english).filter((each) => each.length > 12 && !each.includes('%'))) assert.ok(!shown.includes(text), text);
    assertQuiet(it);
    await it.close();
  });
}

test('the address of a printed page names the file', async () => {
  const it = await opened({ keys: [key], path: `verify.html#sha256=${digest(file)}` });
  assert.match(await it.page.textContent('#named'), new RegExp(digest(file)));
  await choose(it.page, file);
  assert.match((await findings(it.page, 'right')).join(), /the file that the printed page names/);
  await choose(it.page, changed((c) => { c.issued = '2026-12-21'; }, { signed: true }));
  await it.page.waitForFunction(() => document.getElementById('status').dataset.kind === 'wrong');
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
  const folder = verifierFolder();
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

const looks = {
  idle: {},
  good: { keys: [key] },
  unknown: { chosen: true },
  bad: { keys: [{ ...key, public: other, name: '0'.repeat(16) }] },
  revoked: { keys: [{ ...key, revoked: '2027-01-01' }] },
};
for (const [look, { chosen = false, ...options }] of Object.entries(looks)) {
  test(`${look}: light and dark, from 320 pixels to 4K, printed and in forced colours`, async () => {
    const it = await opened({ ...options, path: `verify.html#sha256=${digest(file)}` });
    const { page } = it;
    if (chosen || options.keys) await choose(page, file);
    if (look === 'good') await page.waitForSelector('#months');
    await page.evaluate(readFileSync(axePath, 'utf8'));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 1280, 3840]) {
        await page.setViewportSize({ width, height: 900 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `wider than ${width}`);
        if (process.env.VERIFY_PICTURES && width < 3840) {
          await page.screenshot({ path: `${process.env.VERIFY_PICTURES}/verify-${look}-${colorScheme}-${width}.png`, fullPage: true });
        }
        if (width === 3840) continue;
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)]), [], `${colorScheme} ${width}`);
      }
    }
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await Promise.all(['#drop', '#trust', '#result'].map((each) => page.isVisible(each))), [false, false, true]);
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    const [ink, paper] = await page.$eval('#status', (each) => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]);
    assert.notEqual(ink, paper);
    await it.close();
  });
}
