// Opens a page in Chromium, cold, as often as it is told, and prints what that took as JSON. Usage:
// site_child.mjs ADDRESS TIMES CHARTS. Ready is when so many charts are drawn; kB are gzipped, whatever the server did.
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const { chromium } = createRequire(new URL('../site/package.json', import.meta.url))('playwright-core');
const [address, times, charts] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function once() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const answers = [];
  page.on('response', (response) => answers.push(response.body().then((body) => gzipSync(body).length)));
  await page.goto(address);
  const ready = await page.waitForFunction((wanted) =>
    [...document.querySelectorAll('svg, canvas')].filter((each) => each.getBoundingClientRect().height > 60).length >= wanted
      && performance.now(), charts, { polling: 'raf' }).then((handle) => handle.jsonValue());
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
    .then((handle) => handle.jsonValue());
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(answers);
  await context.close();
  return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000, requests: sizes.length, paint: paint / 1000, ready: ready / 1000 };
}

await once(); // the browser itself is cold then
const all = [];
for (let time = 0; time < times; ++time) all.push(await once());
await browser.close();
const least = (name) => Math.min(...all.map((each) => each[name]));
console.log(JSON.stringify({ kilobytes: all[0].kilobytes, requests: all[0].requests, paint: least('paint'), ready: least('ready') }));
