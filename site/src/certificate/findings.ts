// What verifying finds, for people.
import { verifyAsync } from '@noble/ed25519';
import { fromBase64 } from './canonical';
import { faultOf, nameOf, type PublicKey } from './keys';
import type { Certificate } from './model';
import { signedPart } from './parse';

export interface Finding {
  kind: 'right' | 'note' | 'wrong';
  words: string;
}

const purpose = 'napari-telemetry certificate';

/**
 * By a library and not by the browser's own Ed25519, which Chromium has since 137 only: people verify with what they
 * have. The library asks the browser for SHA-512. Strict (RFC 8032), as libsodium, which signs.
 */
async function isSigned(certificate: Certificate): Promise<boolean> {
  const signature = fromBase64(certificate.signature, 64);
  const key = fromBase64(certificate.public, 32);
  if (!signature || !key || (await nameOf(certificate.public)) !== certificate.key) return false;
  const message = new TextEncoder().encode(`${purpose}\0${signedPart(certificate)}`);
  try {
    return await verifyAsync(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

/** `keys`: null when none are known. `trusted`: the name of a key, or the key, that the reader typed; may be empty. */
export async function findingsOf(
  certificate: Certificate, keys: readonly PublicKey[] | null, trusted: string,
): Promise<Finding[]> {
  const { key: name, public: bytes, issued } = certificate;
  if (!(await isSigned(certificate))) {
    return [{ kind: 'wrong', words: `The signature is not of the key ${name}: the certificate was changed, or nobody signed it.` }];
  }
  const found: Finding[] = [];
  const known = keys?.find((each) => each.public === bytes);
  const fault = known ? faultOf({ ...known, name }, issued) : '';
  if (fault !== '') found.push({ kind: 'wrong', words: fault });
  else if (known) {
    const holder = known.holder === '' ? '' : ` (${known.holder})`;
    found.push({ kind: 'right', words: `Signed by key ${name}, one of the public keys${holder}.` });
  } else if (keys) found.push({ kind: 'wrong', words: `Signed by key ${name}, which is none of the public keys.` });
  if (trusted !== '') {
    const same = trusted === bytes || trusted.toLowerCase() === name;
    found.push(same ? { kind: 'right', words: `Signed by key ${name}, the one that you named.` }
      : { kind: 'wrong', words: `Signed by key ${name}, and not by the one that you named.` });
  } else if (!keys) {
    found.push({ kind: 'right', words: `Signed by key ${name}.` }, {
      kind: 'note', words: 'Whose key that is, is not known here: anybody can make one. Compare its name with one from a ' +
        'place that you trust.',
    });
  }
  return found;
}
