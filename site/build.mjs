// Bundles the page into a folder: dist/, or the folder that is the first argument or SITE_OUT.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(process.argv[2] ?? process.env.SITE_OUT ?? `${here}/dist`);
const pages = ['index.html', 'style.css', 'icon.svg', 'main.js', 'main.js.LEGAL.txt'];

await mkdir(out, { recursive: true });
// Only our own files: the folder may hold data/ and other pages of the public host.
for (const page of pages) await rm(`${out}/${page}`, { force: true });
await build({
  entryPoints: [`${here}/src/main.ts`],
  outfile: `${out}/main.js`,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'warning',
});
for (const page of ['index.html', 'style.css', 'icon.svg']) await cp(`${here}/${page}`, `${out}/${page}`);

const script = await readFile(`${out}/main.js`);
console.log(`${out}: main.js ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} gzipped`);
