// Holds a certificate's numbers against the public files: the line of the history, the file that it names, the plugin's row.
import { named, number } from '../words/format';
import { sha256 } from './canonical';
import { array, count, DataError, object, root, text, type Fields } from './check';
import { finding, type Finding } from './findings';
import { historyFindings, linesOf } from './history';
import type { PublicKeys } from './keys';
import type { Certificate, CertifiedMonth } from './model';

type Reader = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

function parsed(bytes: Uint8Array, where: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DataError('isNotJson', where);
  }
  try {
    return root(value);
  } catch (error) {
    throw error instanceof DataError ? new DataError('cannotRead', where, error) : error;
  }
}

/** The plugin's number and its bound; null: there is none. */
function numberIn(file: Fields, plugin: string): { people: number; within: number } | null {
  for (const each of array(file['tables'], 'tables')) {
    const table = object(each, 'tables');
    if (table['topic'] !== 'plugin' || JSON.stringify(table['dimensions']) !== '["name"]') continue;
    for (const one of array(table['rows'], 'rows')) {
      const row = object(one, 'rows');
      if (JSON.stringify(row['key']) !== JSON.stringify([plugin])) continue;
      return { people: count(row['people'], 'people'), within: count(row['within'] ?? table['within'], 'within') };
    }
  }
  return null;
}

/** As the line of the history has it, which historyFindings() has looked at. */
function digestIn(lines: readonly string[], month: CertifiedMonth, path: string): string | null {
  const line = lines[month.n];
  if (line === undefined) return null;
  const files = root(JSON.parse(line))['files'];
  return files === undefined ? null : text(object(files, 'files')[path] ?? '', path);
}

async function findingOf(certificate: Certificate, month: CertifiedMonth, lines: readonly string[], read: Reader): Promise<Finding | null> {
  const path = `periods/${month.period}.json`;
  const when = named(month.period);
  if (digestIn(lines, month, path) !== month.sha256) return finding('wrong', 'otherLine', when, month.n);
  const bytes = await read(path);
  const same = (await sha256(bytes)) === month.sha256;
  const found = numberIn(parsed(bytes, path), certificate.plugin);
  if (!found) return finding('wrong', same ? 'neverPublished' : 'takenOut', when);
  if (found.people !== month.people || found.people + found.within !== month.high) {
    return finding('wrong', 'otherNumber', when, number(month.people), number(found.people));
  }
  return same ? null : finding('note', 'fileChanged', when);
}

/** `read` gives a file of the public folder, or a DataError when there is none. */
export async function publishedFindings(certificate: Certificate, keys: PublicKeys | null, read: Reader): Promise<Finding[]> {
  const isWrong = ({ kind }: Finding): boolean => kind === 'wrong';
  try {
    const lines = linesOf(await read('history.jsonl'));
    const history = await historyFindings(lines, () => read('history-head.json'), keys);
    if (history.some(isWrong)) return history;
    const each = await Promise.all(certificate.months.map((month) => findingOf(certificate, month, lines, read)));
    const found = each.filter((one) => one !== null);
    return found.some(isWrong) ? [...history, ...found] : [finding('right', 'allPublished'), ...found, ...history];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [finding('note', 'notHeld', error.words())];
  }
}
