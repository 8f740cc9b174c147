// A built site with made-up data, a server for it and a browser that writes down all it does.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(`${root}/site/package.json`);
const { chromium } = require('playwright-core');
export const axePath = require.resolve('axe-core/axe.min.js');
export const esbuild = require('esbuild');

const workspace = mkdtempSync(join(tmpdir(), 'site-test-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
let built = null;

/** A copy of the built page for one scenario; the caller writes data/ into it. */
export function siteFolder() {
  if (!built) {
    built = join(workspace, 'built');
    execFileSync(process.execPath, [`${root}/site/build.mjs`, built], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const folder = mkdtempSync(join(workspace, 'site-'));
  cpSync(built, folder, { recursive: true });
  return folder;
}

export async function serve(folder) {
  const server = spawn('python3', [`${root}/tools/serve-site`, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`serve-site ended with ${code}`)));
    server.stdout.once('data', (line) => resolve(String(line).trim().replace('serving on ', '')));
  });
  return { address, stop: () => server.kill() };
}

/** `more` are further switches of Chromium. */
export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...more],
  });
}

/** Opens a page, and waits until its scripts, if it may have any, say that they are done. `seen` holds all requests and all complaints. */
export async function open(browser, address, { width = 1280, dark = false, path = 'index.html', script = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light', locale: 'en-GB', javaScriptEnabled: script,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const seen = { requests: [], complaints: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(address + path);
  if (script) await page.waitForSelector('html[data-ready]');
  if (script && path.includes('verify.html')) await page.waitForSelector('#verifier[data-ready]');
  return { page, seen, close: () => context.close() };
}
