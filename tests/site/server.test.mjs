// tools/serve-site: only files below its folder, with the headers of the public host.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from './support.mjs';

let outside;
let server;

before(async () => {
  outside = mkdtempSync(join(tmpdir(), 'serve-site-'));
  mkdirSync(join(outside, 'public/data'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(outside, 'public/index.html'), '<!doctype html>');
  for (const name of ['a.json', 'a.csv', 'a.js', 'a.css', 'a.sqlite']) writeFileSync(join(outside, 'public/data', name), '');
  symlinkSync(join(outside, 'secret.txt'), join(outside, 'public/link.txt'));
  server = await serve(join(outside, 'public'));
});
after(() => {
  server?.stop();
  rmSync(outside, { recursive: true, force: true });
});

/** The path exactly as written, which fetch() would tidy up. */
function raw(path) {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    socket.on('data', (data) => { answer += data; });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('it listens on loopback and sets types and the content policy', async () => {
  assert.match(server.address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const types = { '': 'text/html', 'data/a.json': 'application/json', 'data/a.csv': 'text/csv', 'data/a.js': 'text/javascript', 'data/a.css': 'text/css', 'data/a.sqlite': 'application/vnd.sqlite3' };
  for (const [path, type] of Object.entries(types)) {
    const answer = await fetch(server.address + path);
    assert.equal(answer.status, 200);
    assert.ok(answer.headers.get('content-type').startsWith(type), path);
    assert.match(answer.headers.get('content-security-policy'), /^default-src 'none'; .*frame-ancestors 'none'$/);
    assert.doesNotMatch(answer.headers.get('content-security-policy'), /unsafe/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  }
});

test('nothing outside the folder is served, no folder is listed', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/data/../../secret.txt', '/..%2fsecret.txt', '//../secret.txt', '/link.txt', '/data/', '/%00']) {
    const answer = await raw(path);
    assert.doesNotMatch(answer, /\r\n\r\nsecret/, path);
    assert.match(answer, /^HTTP\/1\.\d 404/, path);
  }
});
