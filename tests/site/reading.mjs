// What the tests of the page have in common: sites with made-up data, and how to read the page.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { months, weeks, writeFixture } from '../../site/test/fixture.mjs';
import { serve, siteFolder } from './support.mjs';

export const latest = weeks.at(-1);
export const latestMonth = months.at(-1);
const servers = [];

/** A site of its own for one scenario; `spoil` may damage the data. */
export async function scenario(options, spoil = () => {}) {
  const folder = siteFolder();
  const written = writeFixture(folder, options);
  spoil(folder);
  const server = await serve(folder);
  servers.push(server);
  return { ...written, server };
}

/** The rows of one section as the page holds them. */
export function rowsOf(page, table) {
  return page.$$eval(`#chart-${table} tr[data-period]`, (rows) =>
    rows.map((row) => ({
      period: row.dataset.period,
      key: row.dataset.key === undefined ? null : JSON.parse(row.dataset.key),
      people: row.dataset.people === undefined ? null : Number(row.dataset.people),
      ...(row.dataset.within === undefined ? {} : { within: Number(row.dataset.within) }),
      text: row.querySelector('.number').textContent,
    })));
}

export const order = (a, b) => JSON.stringify([a.period, a.key]) < JSON.stringify([b.period, b.key]) ? -1 : 1;
export const published = (rows) => rows.filter((row) => row.people !== null).map(({ text, ...row }) => row).sort(order);
/** As the page writes a number: groups of three parted by a narrow space. */
export const written = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
export const card = async (page, id) => (await page.$$eval(`[data-figure="${id}"] > *`, (found) => found.map((each) => each.textContent)));
/** The lines of a chart as SVG paths, without axes and bands. */
export const linesOf = async (page, table) => (await page.$$eval(`#chart-${table} .plot path`, (found) =>
  found.map((path) => ({ d: path.getAttribute('d'), fill: path.getAttribute('fill'), width: path.getAttribute('stroke-width') }))))
  .filter((path) => path.width === '2' && path.fill === 'none' && path.d.includes('L')).map((path) => path.d);

/** Changes one of the written files. */
export function change(folder, file, how) {
  const path = `${folder}/data/${file}`;
  const content = JSON.parse(readFileSync(path, 'utf8'));
  how(content);
  writeFileSync(path, JSON.stringify(content));
}

export async function assertQuiet(opened, address) {
  assert.deepEqual(opened.seen.complaints, [], 'nothing in the console, no violation of the content policy');
  const foreign = opened.seen.requests.filter((url) => !url.startsWith(address));
  assert.deepEqual(foreign, [], 'no request leaves the origin');
  assert.ok(opened.seen.requests.length > 5, 'requests were really watched');
}

/** Also those of tests that failed, or the process would not end. */
export function stopServers() {
  for (const server of servers) server.stop();
}
