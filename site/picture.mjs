// Takes pictures of the pages in Chromium, light and dark, wide and narrow. Usage: picture.mjs ADDRESS FOLDER
import { chromium } from 'playwright-core';
import { join } from 'node:path';

const [address, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
for (const path of ['index', 'napari', 'plugins', 'history', 'verify', 'proposal']) {
  for (const [name, colorScheme, width] of [
    ['light', 'light', 1280], ['dark', 'dark', 1280], ['phone', 'light', 360], ['phone-dark', 'dark', 360],
  ]) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    await page.goto(new URL(`${path}.html`, address).href);
    await page.waitForSelector('html[data-ready]');
    await page.screenshot({ path: join(folder, `${path}-${name}.png`), fullPage: true });
    await page.close();
  }
}
await browser.close();
