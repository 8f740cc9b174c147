// Holds the public history against itself and against who signed it: each line names the one before, the head the last one.
import { canonical, sha256 } from './canonical';
import { array, count, DataError, object, root, text, type Fields } from './check';
import { finding, type Finding } from './findings';
import { nameOf, type PublicKeys } from './keys';
import { isSigned } from './signature';

type Bytes = Uint8Array<ArrayBuffer>;

interface Head {
  lines: number;
  sha256: string;
  signatures: { key: string; signature: string }[];
}

/** The first line that doesn't follow from those before it; null: there is none. */
async function brokenLine(lines: readonly string[]): Promise<number | null> {
  const digests = await Promise.all(lines.map((line) => sha256(new TextEncoder().encode(line))));
  const broken = lines.findIndex((line, place) => {
    let fields: Fields;
    try {
      fields = root(JSON.parse(line));
    } catch {
      return true;
    }
    return fields['n'] !== place || fields['before'] !== (digests[place - 1] ?? '0'.repeat(64));
  });
  return broken < 0 ? null : broken;
}

function parseHead(bytes: Bytes): Head {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DataError('isNotJson', 'history-head.json');
  }
  const fields = root(value);
  return {
    lines: count(fields['lines'], 'lines'),
    sha256: text(fields['sha256'], 'sha256'),
    signatures: array(fields['signatures'], 'signatures').map((each) => {
      const one = object(each, 'signatures');
      return { key: text(one['key'], 'key'), signature: text(one['signature'], 'signature') };
    }),
  };
}

/** What the head says is of these lines; null: it is. */
async function headFault(head: Head, lines: readonly string[]): Promise<Finding | null> {
  if (head.lines > lines.length) return finding('wrong', 'linesGone');
  if (head.lines < lines.length) return finding('wrong', 'linesUnsigned');
  return head.sha256 === (await sha256(new TextEncoder().encode(lines.at(-1) ?? ''))) ? null : finding('wrong', 'otherHistory');
}

async function signerFindings(head: Head, keys: PublicKeys): Promise<Finding[]> {
  const statement = canonical({ lines: head.lines, sha256: head.sha256 });
  const byName = new Map(await Promise.all(keys.all.map(async (each) => [await nameOf(each.public), each] as const)));
  const signers = new Set<string>();
  for (const { key: name, signature } of head.signatures) {
    const key = byName.get(name);
    const isGood = key && key.revoked === null && key.until === null
      && (await isSigned('napari-telemetry history head', statement, signature, key.public));
    if (!isGood) return [finding('wrong', 'badSigner', name)];
    signers.add(name);
  }
  if (signers.size < keys.threshold) return [finding('wrong', 'tooFewSigned', keys.threshold, signers.size)];
  return [finding('right', 'historySigned', [...signers].join(', '))];
}

/** The lines of a history.jsonl. */
export function linesOf(bytes: Bytes): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** `readHead` gives history-head.json, or a DataError when there is none. */
export async function historyFindings(
  lines: readonly string[], readHead: () => Promise<Bytes>, keys: PublicKeys | null,
): Promise<Finding[]> {
  const broken = await brokenLine(lines);
  if (broken !== null) return [finding('wrong', 'lineChanged', broken)];
  try {
    if (!keys) throw new DataError('noKeysKnown');
    const head = parseHead(await readHead());
    const fault = await headFault(head, lines);
    return fault ? [fault] : await signerFindings(head, keys);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [finding('note', 'historyNotChecked', error.words())];
  }
}
