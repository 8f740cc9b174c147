// Bundles the page into a folder: dist/, or the folder that is the first argument or SITE_OUT.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(process.argv[2] ?? process.env.SITE_OUT ?? `${here}/dist`);
const copied = ['explore.html', 'verify.html', 'style.css', 'icon.svg'];
// verify.js and pages.js are no modules: a browser takes none from a file on the disk, and those pages work from there, too.
const scripts = { main: 'esm', verify: 'iife', pages: 'iife' };

/** NAP-8 as a page: what the project builds, where everybody looks for it. Its links lead into documents that aren't here. */
async function proposal() {
  const text = (await readFile(`${here}/../docs/nap-8.md`, 'utf8')).replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
  const body = marked.parse(text, { async: false });
  return (await readFile(`${here}/proposal.html`, 'utf8')).replace('<!-- the text -->', () => body);
}

await mkdir(out, { recursive: true });
// Only our own files: the folder may hold data/ and other pages of the public host.
const written = Object.keys(scripts).flatMap((name) => [`${name}.js`, `${name}.js.LEGAL.txt`]);
for (const file of [...copied, ...written, 'proposal.html', 'index.html']) await rm(`${out}/${file}`, { force: true });
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
await writeFile(`${out}/proposal.html`, await proposal());
