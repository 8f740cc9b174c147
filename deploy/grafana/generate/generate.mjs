// node generate.mjs [DICTIONARY [FOLDER]]: writes the dashboards, of resources/dictionary.json into ../dashboards.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboards } from './dashboards.ts';

const here = import.meta.dirname;
const [dictionary = join(here, '../../../resources/dictionary.json'), folder = join(here, '../dashboards')] =
  process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, dashboard] of dashboards(JSON.parse(readFileSync(dictionary, 'utf8'))))
  writeFileSync(join(folder, name), `${JSON.stringify(dashboard, undefined, 2)}\n`);
