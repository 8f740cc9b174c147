// What is missing, damaged, newer or too little is refused whole when the pages are written, in one clear sentence, and the
// site stays as it was.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dictionary, writeFixture } from '../../site/test/fixture.mjs';
import { program } from './written.mjs';

let work;
let published;
before(() => {
  work = mkdtempSync(join(tmpdir(), 'site-states-'));
  published = join(work, 'published/data');
  writeFixture(join(work, 'published'), { few: true });
});
after(() => rmSync(work, { recursive: true, force: true }));

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

function write(folder, site) {
  const { status, stderr } = spawnSync(program, [folder, site], { encoding: 'utf8', timeout: 60_000 });
  return { status, stderr };
}

const files = (folder) => Object.fromEntries(readdirSync(folder, { recursive: true })
  .filter((name) => statSync(join(folder, name)).isFile())
  .map((name) => [name, digest(readFileSync(join(folder, name)))]));

/** Whoever runs the host enters into the history what they publish, also what is wrong. */
function enterAnew(folder) {
  let before = '0'.repeat(64);
  const lines = readFileSync(join(folder, 'history.jsonl'), 'utf8').trim().split('\n').map((line) => {
    const entry = JSON.parse(line);
    for (const path of Object.keys(entry.files)) entry.files[path] = digest(readFileSync(join(folder, path)));
    const written = JSON.stringify({ ...entry, before });
    before = digest(written);
    return written;
  });
  writeFileSync(join(folder, 'history.jsonl'), lines.map((line) => `${line}\n`).join(''));
}

const change = (path, how) => (folder) => {
  const content = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  how(content);
  writeFileSync(join(folder, path), JSON.stringify(content));
};
const latest = 'periods/2026-10.json';
const firstRow = (month) => month.tables.find((table) => table.rows.length > 0).rows[0];

/** Entered: the history names the file as it now is. */
const damages = [
  ['a number was changed', change(latest, (month) => { firstRow(month).people += 5; }), false, /2026-10\.json.*isn't what line \d+ of the history says/],
  ['a file of numbers is missing', (folder) => rmSync(join(folder, latest)), false, /has no periods\/2026-10\.json/],
  ['a file of numbers is not JSON', (folder) => writeFileSync(join(folder, latest), '{"period":'), true, /2026-10\.json.*is damaged/],
  ['a file of numbers is huge', (folder) => truncateSync(join(folder, latest), 3e9), false, /2026-10\.json.*bytes/],
  ['a file of no name of ours is huge', (folder) => { writeFileSync(join(folder, 'more.json'), ''); truncateSync(join(folder, 'more.json'), 3e9); }, false, /more\.json.*bytes/],
  ['a file of numbers is empty', (folder) => truncateSync(join(folder, latest), 0), true, /2026-10\.json.*is damaged/],
  ['a number is below zero', change(latest, (month) => { firstRow(month).people = -5; }), true, /2026-10\.json.*is damaged.*people/],
  ['a number is a text', change(latest, (month) => { firstRow(month).people = '<b>5</b>'; }), true, /2026-10\.json.*is damaged.*people/],
  ['a key has too many fields', change(latest, (month) => { firstRow(month).key.push('x'); }), true, /2026-10\.json.*is damaged/],
  ['the index is not JSON', (folder) => writeFileSync(join(folder, 'index.json'), '{"format": 1,'), false, /index\.json.*is damaged/],
  ['the index has a month that was never released', change('index.json', (index) => { index.months.push('2026-11'); }), false, /2026-11\.json.*the history doesn't name it/],
  ['the index has a month that is none', change('index.json', (index) => { index.months.push('2026-13'); }), false, /index\.json/],
  ['the index is missing', (folder) => rmSync(join(folder, 'index.json')), false, /has no index\.json/],
  ['the dictionary is missing', (folder) => rmSync(join(folder, 'dictionary.json')), false, /has no dictionary\.json/],
  ['the dictionary was changed', change('dictionary.json', (content) => { content.topics[0].cap = 40; }), false, /dictionary\.json isn't what the history says/],
  ['the dictionary is of a newer kind', change('dictionary.json', (content) => { content.topics[0].schema.properties.new = { type: 'tensor' }; }), true, /dictionary\.json can't be read/],
  ['the history lost a line', (folder) => writeFileSync(join(folder, 'history.jsonl'), readFileSync(join(folder, 'history.jsonl'), 'utf8').split('\n').slice(1).join('\n')), false, /history\.jsonl, line 1/],
  ['there is no history', (folder) => rmSync(join(folder, 'history.jsonl')), false, /has no history\.jsonl/],
];
for (const [what, spoil, entered, message] of damages) {
  test(`${what}: one clear sentence, and nothing is written`, () => {
    const folder = join(work, 'spoilt');
    const site = join(work, 'site');
    rmSync(folder, { recursive: true, force: true });
    cpSync(published, folder, { recursive: true });
    if (!existsSync(site)) assert.equal(write(published, site).status, 0);
    const before = files(site);
    spoil(folder);
    if (entered) enterAnew(folder);
    const { status, stderr } = write(folder, site);
    assert.equal(status, 1, stderr);
    assert.match(stderr, message);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
    assert.deepEqual(files(site), before);
  });
}

test('what the history is entered with anew is taken: the damage alone is refused', () => {
  const folder = join(work, 'entered');
  cpSync(published, folder, { recursive: true });
  change(latest, (month) => { firstRow(month).people += 5; })(folder);
  enterAnew(folder);
  const { status, stderr } = write(folder, join(work, 'entered-site'));
  assert.equal(status, 0, stderr);
});

test('with a topic, a cap and a period of its own a dictionary is followed', () => {
  const folder = join(work, 'other');
  cpSync(published, folder, { recursive: true });
  change('dictionary.json', (content) => { content.topics.find(({ topic }) => topic === 'plugin').cap = 23; })(folder);
  enterAnew(folder);
  const site = join(work, 'other-site');
  const { status, stderr } = write(folder, site);
  assert.equal(status, 0, stderr);
  const title = dictionary.topics.find(({ topic }) => topic === 'plugin').title;
  assert.ok(readFileSync(join(site, 'method.html'), 'utf8').includes(`23 of “${title}”`));
  assert.match(readFileSync(join(site, 'collected.html'), 'utf8'), /and 23 of them/);
});

test('what is missing among the numbers is said on the first page', () => {
  const folder = join(work, 'hidden');
  cpSync(published, folder, { recursive: true });
  change(latest, (month) => {
    for (const table of month.tables) if (['users-month', 'users-year'].includes(table.table)) table.rows = [];
  })(folder);
  enterAnew(folder);
  const site = join(work, 'hidden-site');
  const { status, stderr } = write(folder, site);
  assert.equal(status, 0, stderr);
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  const card = (figure) => new RegExp(`data-figure="${figure}".*?</li>`, 's').exec(page)?.[0].replaceAll(/<[^>]*>/g, ' ');
  for (const figure of ['month', 'year']) {
    assert.match(card(figure), /not published/, figure);
    assert.doesNotMatch(card(figure), /> *0 /);
  }
  assert.match(card('ever'), /\d/);
});
