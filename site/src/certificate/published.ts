// Holds a certificate's numbers against the public files: the line of the history, the file that it names, the plugin's row.
import { array, count, DataError, object, text } from '../data/check';
import { named, number } from '../words/format';
import { sha256 } from './canonical';
import type { Finding } from './findings';
import type { Certificate, CertifiedMonth } from './model';

type Reader = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

function parsed(bytes: Uint8Array | string, where: string): Record<string, unknown> {
  try {
    return object(JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes)), where);
  } catch (error) {
    throw error instanceof DataError ? error : new DataError(`${where} is not JSON`);
  }
}

/** The plugin's number and its bound; null: there is none. */
function numberIn(file: Record<string, unknown>, plugin: string): { people: number; within: number } | null {
  for (const each of array(file['tables'], 'tables')) {
    const table = object(each, 'a table');
    if (table['topic'] !== 'plugin' || JSON.stringify(table['dimensions']) !== '["name"]') continue;
    for (const one of array(table['rows'], 'rows')) {
      const row = object(one, 'a row');
      if (JSON.stringify(row['key']) !== JSON.stringify([plugin])) continue;
      return { people: count(row['people'], 'people'), within: count(row['within'] ?? table['within'], 'within') };
    }
  }
  return null;
}

function digestIn(lines: readonly string[], month: CertifiedMonth, path: string): string | null {
  const line = lines[month.n];
  if (line === undefined || line === '') return null;
  const files = parsed(line, `line ${month.n} of the history`)['files'];
  return files === undefined ? null : text(object(files, 'files')[path] ?? '', path);
}

async function findingOf(certificate: Certificate, month: CertifiedMonth, lines: readonly string[], read: Reader): Promise<Finding | null> {
  const path = `periods/${month.period}.json`;
  const wrong = (words: string): Finding => ({ kind: 'wrong', words: `${named(month.period)}: ${words}` });
  if (digestIn(lines, month, path) !== month.sha256) {
    return wrong(`line ${month.n} of the history does not name the file that the certificate names.`);
  }
  const bytes = await read(path);
  const same = (await sha256(bytes)) === month.sha256;
  const found = numberIn(parsed(bytes, path), certificate.plugin);
  if (!found) return wrong(same ? 'no number of the plugin was published.' : 'the number was taken out of the public numbers since.');
  if (found.people !== month.people || found.people + found.within !== month.high) {
    return wrong(`the certificate says ${number(month.people)}, and published are ${number(found.people)}.`);
  }
  return same ? null : { kind: 'note', words: `${named(month.period)}: the file was changed since; the number is the same.` };
}

/** `read` gives a file of the public folder, or a DataError when there is none. */
export async function publishedFindings(certificate: Certificate, read: Reader): Promise<Finding[]> {
  try {
    const lines = new TextDecoder().decode(await read('history.jsonl')).split('\n');
    const each = await Promise.all(certificate.months.map((month) => findingOf(certificate, month, lines, read)));
    const found = each.filter((finding) => finding !== null);
    if (found.some(({ kind }) => kind === 'wrong')) return found;
    return [{ kind: 'right', words: `The ${certificate.months.length} numbers are those of the public files.` }, ...found];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [{ kind: 'note', words: `The numbers were not held against the public files: ${error.message}.` }];
  }
}
