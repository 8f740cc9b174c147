// The pure parts of verifying: months, and what the page says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { esbuild, root } from './support.mjs';

async function use(module) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}/site/src/${module}.ts`], bundle: true, format: 'esm', write: false, platform: 'neutral',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const month = await use('certificate/month');
const { monthsBetween } = await use('certificate/years');

test('what is no month is refused', () => {
  for (const text of ['2026-00', '2026-13', '2026-1', '2026-W44', '2026-10-01', '1926-10', '']) assert.equal(month.isMonth(text), false, text);
  for (const text of ['2026-01', '2026-12']) assert.equal(month.isMonth(text), true, text);
});

test('months follow one another over the end of a year', () => {
  assert.deepEqual(monthsBetween('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02']);
  assert.equal(month.addMonths('2026-01', -1), '2025-12');
});
