// node check.mjs [FOLDER]: whether the dashboards of ../dashboards, or of that folder, are what @grafana/schema says.
// Each is written as TypeScript into checked/, as it is in the file, and given to the compiler.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const [folder = join(here, '../dashboards')] = process.argv.slice(2);
const checked = join(here, 'checked');
rmSync(checked, { recursive: true, force: true });
mkdirSync(checked);
const kinds = { timeseries: 'Chart', table: 'Table', text: 'Text', row: 'Row' };
for (const name of readdirSync(folder)) {
  const dashboard = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const lines = ["import type { Chart, Table, Text, Row, Whole } from '../shapes.ts';",
    `export const whole = ${JSON.stringify(dashboard, undefined, 1)} satisfies Whole;`];
  dashboard.panels.forEach((panel, place) => {
    if (!kinds[panel.type]) throw new Error(`${name}: no shape of a panel of type ${panel.type}`);
    lines.push(`export const panel${place} = ${JSON.stringify(panel, undefined, 1)} satisfies ${kinds[panel.type]};`);
  });
  writeFileSync(join(checked, `${name}.ts`), `${lines.join('\n')}\n`);
}
const compiler = join(here, 'node_modules/typescript/bin/tsc');
const project = join(here, 'tsconfig.checked.json');
const { status } = spawnSync(process.execPath, [compiler, '--project', project], { stdio: 'inherit' });
process.exit(status ?? 1);
