// Composes the page that verifies certificates. It asks for public files of its own site only, and not for the certificate's.
import { sha256 } from './certificate/canonical';
import { DataError } from './certificate/check';
import { finding, findingsOf, type Finding } from './certificate/findings';
import { parseKeys, type PublicKeys } from './certificate/keys';
import type { Certificate } from './certificate/model';
import { parseCertificate } from './certificate/parse';
import { publishedFindings } from './certificate/published';
import { certificateView } from './certificate/view';
import { byId, element } from './dom/dom';
import { load, loadBytes } from './network/load';
import { say } from './words/words';

const mostBytes = 64 * 1024; // of keys.json; a certificate has a limit of its own
// The page may be in the folder of a language.
const data = `${byId('verifier').dataset['root'] ?? ''}data/`;

let keys: PublicKeys | null = null;
let chosen: Uint8Array<ArrayBuffer> | null = null;
let turn = 0; // a slow answer must not overwrite a later one

/** The SHA-256 that a printed page names; null: the address has none. */
function namedDigest(): string | null {
  return /^#sha256=([0-9a-f]{64})$/.exec(location.hash)?.[1] ?? null;
}

function input(id: string): HTMLInputElement {
  return byId(id) as HTMLInputElement;
}

function show(status: string, kind: Finding['kind'], findings: readonly Finding[], figures: HTMLElement[]): void {
  byId('status').textContent = status;
  byId('status').dataset['kind'] = kind;
  byId('findings').replaceChildren(...findings.map((each) =>
    element('li', { 'data-kind': each.kind }, element('strong', {}, say(each.kind)), ' ', each.words)));
  byId('figures').replaceChildren(...figures);
}

async function digestFindings(bytes: Uint8Array<ArrayBuffer>): Promise<Finding[]> {
  const wanted = namedDigest();
  if (wanted === null) return [];
  return [(await sha256(bytes)) === wanted ? finding('right', 'isNamed') : finding('wrong', 'isNotNamed')];
}

async function numberFindings(certificate: Certificate): Promise<Finding[]> {
  if (location.protocol === 'file:') return [finding('note', 'fromDisk')];
  return publishedFindings(certificate, keys, (name) => loadBytes(data + name));
}

/** The worst of them. */
function kindOf(findings: readonly Finding[]): Finding['kind'] {
  const has = (wanted: Finding['kind']): boolean => findings.some(({ kind }) => kind === wanted);
  return has('wrong') ? 'wrong' : has('note') ? 'note' : 'right';
}

async function verify(): Promise<void> {
  const mine = ++turn;
  if (!chosen) return;
  const bytes = chosen;
  if (!(crypto as { subtle?: SubtleCrypto }).subtle) {
    show(say('cannotCheck'), 'wrong', [], []);
    return;
  }
  let certificate: Certificate;
  try {
    certificate = parseCertificate(bytes);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    show(say('isNoCertificate', error.words()), 'wrong', [], []);
    return;
  }
  const findings = [...(await findingsOf(certificate, keys, input('key').value.trim())), ...(await digestFindings(bytes))];
  const signed = kindOf(findings);
  if (signed !== 'wrong') findings.push(...(await numberFindings(certificate)));
  if (mine !== turn) return;
  if (kindOf(findings) === 'wrong') {
    // What nobody vouches for is not shown: a picture of it would look as if somebody did.
    show(say('isNotBelieved'), 'wrong', findings, []);
    return;
  }
  show(say(signed === 'note' ? 'isUnchanged' : 'isBelieved', certificate.key), signed, findings, certificateView(certificate));
}

function keyNames(found: PublicKeys): string {
  return found.all.map(({ name, holder, revoked }) => {
    const held = holder === '' ? name : `${name} (${holder})`;
    return revoked === null ? held : say('keyRevoked', held);
  }).join('; ');
}

/** `file`: its name; null: the site's own keys. */
function useKeys(found: PublicKeys, file: string | null): void {
  keys = found;
  const names = keyNames(found);
  if (file === null) byId('keys').textContent = names === '' ? say('noKeyOfSite') : say('keysOfSite', names);
  else byId('keys').textContent = names === '' ? say('noKeyOfFile', file) : say('keysOfFile', file, names);
}

async function loadKeys(): Promise<void> {
  if (location.protocol === 'file:') return; // a browser reads no other file from the disk
  try {
    useKeys(await load(`${data}keys.json`, parseKeys), null);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    byId('keys').textContent = say('keysUnknown', error.words());
  }
}

async function readKeys(file: File): Promise<void> {
  try {
    if (file.size > mostBytes) throw new DataError('tooLarge');
    let value: unknown;
    try {
      value = JSON.parse(await file.text());
    } catch {
      throw new DataError('notJson');
    }
    useKeys(parseKeys(value), file.name);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    keys = null;
    byId('keys').textContent = say('noKeysInFile', file.name, error.words());
  }
  await verify();
}

async function choose(file: File): Promise<void> {
  const mine = ++turn;
  // One byte more than a certificate may have is enough to refuse it.
  const bytes = new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer());
  if (mine !== turn) return;
  chosen = bytes;
  await verify();
}

function listen(): void {
  const first = (files: FileList | null | undefined, use: (file: File) => Promise<void>): void => {
    const file = files?.[0];
    if (file) void use(file);
  };
  input('file').addEventListener('change', () => first(input('file').files, choose));
  input('keys-file').addEventListener('change', () => first(input('keys-file').files, readKeys));
  input('key').addEventListener('input', () => void verify());
  // Anywhere: a file that misses the box would else replace the page.
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    first(event.dataTransfer?.files, choose);
  });
  addEventListener('hashchange', () => {
    showNamed();
    void verify();
  });
}

function showNamed(): void {
  const wanted = namedDigest();
  byId('named').hidden = wanted === null;
  byId('named').textContent = wanted === null ? '' : say('pageNames', wanted);
}

async function main(): Promise<void> {
  byId('needs').hidden = true;
  byId('verifier').hidden = false;
  listen();
  showNamed();
  await loadKeys();
  await verify();
  byId('verifier').dataset['ready'] = 'true';
}

void main();
