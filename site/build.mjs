// Builds what the written pages have beside them into a folder: dist/, or the folder that is the first argument or SITE_OUT.
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(process.argv[2] ?? process.env.SITE_OUT ?? `${here}/dist`);
const scripts = ['pages', 'verify'];
// What was built here before the pages were written by napari-telemetry-pages.
const earlier = ['explore.html', 'verify.html', 'proposal.html', 'index.html', 'style.css', 'icon.svg', 'main.js', 'main.js.LEGAL.txt'];

/**
 * NAP-8 as the body of a page, which napari-telemetry-pages frames and gives its heading. Its links lead into documents
 * that aren't here.
 */
async function proposal() {
  const text = (await readFile(`${here}/../docs/nap-8.md`, 'utf8')).replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
  const [heading] = /^# .*\n/.exec(text) ?? [];
  if (!heading) throw new Error('docs/nap-8.md begins without its heading');
  return marked.parse(text.slice(heading.length), { async: false });
}

await mkdir(out, { recursive: true });
// Only our own files: the folder may hold data/ and other pages of the public host.
const written = scripts.flatMap((name) => [`${name}.js`, `${name}.js.LEGAL.txt`]);
for (const file of [...written, ...earlier, 'proposal.body.html']) await rm(`${out}/${file}`, { force: true });
for (const name of scripts) {
  await build({
    entryPoints: [`${here}/src/${name}.ts`],
    outfile: `${out}/${name}.js`,
    bundle: true,
    minify: true,
    format: 'iife', // no module: a browser takes none from a file on the disk, and the pages work from there, too
    target: 'es2022',
    legalComments: 'linked',
    logLevel: 'warning',
  });
  const script = await readFile(`${out}/${name}.js`);
  console.log(`${out}: ${name}.js ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} gzipped`);
}
await writeFile(`${out}/proposal.body.html`, await proposal());
