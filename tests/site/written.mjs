// Sites that napari-telemetry-pages wrote, as an operator does. The program is looked for in TELEMETRY_PROGRAMS, or else
// where the release build puts it.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeFixture } from '../../site/test/fixture.mjs';
import { root, siteFolder } from './support.mjs';

export const program = join(process.env.TELEMETRY_PROGRAMS ?? join(root, 'build/release/src/host'), 'pages/napari-telemetry-pages');

/** The folder of a site of the fixture; `bare`: without what is built of site/. */
export function writtenSite(options = {}, bare = false) {
  const built = siteFolder();
  const folder = `${built}-written`;
  writeFixture(`${built}-public`, options);
  execFileSync(program, [`${built}-public/data`, folder, ...(bare ? [] : ['--site', built])], { stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}
