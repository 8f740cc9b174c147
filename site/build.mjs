// Bundles the page into a folder: dist/, or the folder that is the first argument or SITE_OUT.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(process.argv[2] ?? process.env.SITE_OUT ?? `${here}/dist`);
const copied = ['explore.html', 'verify.html', 'style.css', 'icon.svg'];
// verify.js and pages.js are no modules: a browser takes none from a file on the disk, and those pages work from there, too.
const scripts = { main: 'esm', verify: 'iife', pages: 'iife' };

await mkdir(out, { recursive: true });
// Only our own files: the folder may hold data/ and other pages of the public host.
const written = Object.keys(scripts).flatMap((name) => [`${name}.js`, `${name}.js.LEGAL.txt`]);
for (const file of [...copied, ...written, 'index.html']) await rm(`${out}/${file}`, { force: true });
for (const [name, format] of Object.entries(scripts)) {
  await build({
    entryPoints: [`${here}/src/${name}.ts`],
    outfile: `${out}/${name}.js`,
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'linked',
    logLevel: 'warning',
  });
  const script = await readFile(`${out}/${name}.js`);
  console.log(`${out}: ${name}.js ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} gzipped`);
}
for (const page of copied) await cp(`${here}/${page}`, `${out}/${page}`);
