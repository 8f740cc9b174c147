// Composes the page that verifies certificates. It asks for public files of its own site only, and not for the certificate's.
import { sha256 } from './certificate/canonical';
import { findingsOf, type Finding } from './certificate/findings';
import { parseKeys, type PublicKey } from './certificate/keys';
import type { Certificate } from './certificate/model';
import { parseCertificate } from './certificate/parse';
import { publishedFindings } from './certificate/published';
import { DataError } from './data/check';
import { byId, element } from './dom/dom';
import { load, loadBytes } from './network/load';
import { certificateView } from './page/certificate';

const mostBytes = 64 * 1024; // of keys.json; a certificate has a limit of its own

let keys: PublicKey[] | null = null;
let chosen: Uint8Array<ArrayBuffer> | null = null;
let turn = 0; // a slow answer must not overwrite a later one

/** The SHA-256 that a printed page names; null: the address has none. */
function namedDigest(): string | null {
  return /^#sha256=([0-9a-f]{64})$/.exec(location.hash)?.[1] ?? null;
}

function input(id: string): HTMLInputElement {
  return byId(id) as HTMLInputElement;
}

function show(status: string, bad: boolean, findings: readonly Finding[], figures: HTMLElement[]): void {
  byId('status').textContent = status;
  byId('status').className = bad ? 'message' : '';
  byId('findings').replaceChildren(...findings.map(({ kind, words }) =>
    element('li', { 'data-kind': kind }, element('strong', {}, `${kind === 'note' ? 'Note' : kind === 'right' ? 'Right' : 'Wrong'}: `), words)));
  byId('figures').replaceChildren(...figures);
}

async function digestFindings(bytes: Uint8Array<ArrayBuffer>): Promise<Finding[]> {
  const wanted = namedDigest();
  if (wanted === null) return [];
  return [(await sha256(bytes)) === wanted
    ? { kind: 'right', words: 'It is the file that the printed page names.' }
    : { kind: 'wrong', words: 'It is not the file that the printed page names: its SHA-256 is another one.' }];
}

async function numberFindings(certificate: Certificate): Promise<Finding[]> {
  if (location.protocol !== 'file:') return publishedFindings(certificate, loadBytes);
  return [{
    kind: 'note', words: 'From the disk this page can’t hold the numbers against the public files; “napari-telemetry-aggregate verify --public” does.',
  }];
}

function verdict(findings: readonly Finding[], certificate: Certificate): string {
  if (findings.some(({ kind }) => kind === 'wrong')) return 'This certificate must not be believed.';
  if (findings.some(({ kind }) => kind === 'note')) return `Nothing was changed since it was signed by key ${certificate.key}.`;
  return `This certificate is signed by key ${certificate.key}, and nothing was changed.`;
}

async function verify(): Promise<void> {
  const mine = ++turn;
  if (!chosen) return;
  const bytes = chosen;
  let certificate: Certificate;
  try {
    certificate = parseCertificate(bytes);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    show(`This is no certificate: ${error.message}.`, true, [], []);
    return;
  }
  const findings = [...(await findingsOf(certificate, keys, input('key').value.trim())), ...(await digestFindings(bytes))];
  const signedWell = !findings.some(({ kind }) => kind === 'wrong');
  const said = verdict(findings, certificate);
  if (signedWell) findings.push(...(await numberFindings(certificate)));
  if (mine !== turn) return;
  const bad = findings.some(({ kind }) => kind === 'wrong');
  // What nobody vouches for is not shown: a picture of it would look as if somebody did.
  show(bad ? verdict(findings, certificate) : said, bad, findings, bad ? [] : certificateView(certificate));
}

function useKeys(found: PublicKey[], where: string): void {
  keys = found;
  const names = found.map(({ name, holder, revoked }) => `${name}${holder === '' ? '' : ` (${holder})`}${revoked === null ? '' : ', revoked'}`);
  byId('keys').textContent = `${where}: ${names.length === 0 ? 'no key' : names.join('; ')}.`;
}

async function loadKeys(): Promise<void> {
  if (location.protocol === 'file:') return; // a browser reads no other file from the disk
  try {
    useKeys(await load('keys.json', parseKeys), 'The public keys of this site');
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    byId('keys').textContent = `The public keys of this site are not known: ${error.message}.`;
  }
}

async function readKeys(file: File): Promise<void> {
  try {
    if (file.size > mostBytes) throw new DataError('it is too large');
    let value: unknown;
    try {
      value = JSON.parse(await file.text());
    } catch {
      throw new DataError('it is not JSON');
    }
    useKeys(parseKeys(value), `The public keys of ${file.name}`);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    keys = null;
    byId('keys').textContent = `${file.name} has no public keys: ${error.message}.`;
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
  byId('named').textContent = wanted === null ? '' : `The printed page names a file with the SHA-256 ${wanted}.`;
}

async function main(): Promise<void> {
  listen();
  showNamed();
  await loadKeys();
  await verify();
  document.documentElement.dataset['ready'] = 'true';
}

void main();
