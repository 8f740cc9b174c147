// What verifying finds, for people.
import { say, type Key } from '../words/words';
import { faultOf, nameOf, type PublicKeys } from './keys';
import type { Certificate } from './model';
import { signedPart } from './parse';
import { isSigned } from './signature';

export interface Finding {
  kind: 'right' | 'note' | 'wrong';
  words: string;
}

export const finding = (kind: Finding['kind'], key: Key, ...parameters: readonly (string | number)[]): Finding =>
  ({ kind, words: say(key, ...parameters) });

async function isSignedByItsKey(certificate: Certificate): Promise<boolean> {
  return (await nameOf(certificate.public)) === certificate.key
    && isSigned('napari-telemetry certificate', signedPart(certificate), certificate.signature, certificate.public);
}

/** `keys`: null when none are known. `trusted`: the name of a key, or the key, that the reader typed; may be empty. */
export async function findingsOf(
  certificate: Certificate, keys: PublicKeys | null, trusted: string,
): Promise<Finding[]> {
  const { key: name, public: bytes, issued } = certificate;
  if (!(await isSignedByItsKey(certificate))) return [finding('wrong', 'isNotSigned', name)];
  const found: Finding[] = [];
  const known = keys?.all.find((each) => each.public === bytes);
  const fault = known ? faultOf({ ...known, name }, issued) : '';
  if (fault !== '') found.push({ kind: 'wrong', words: fault });
  else if (known) {
    found.push(known.holder === '' ? finding('right', 'signedByKnown', name) : finding('right', 'signedByHolder', name, known.holder));
  } else if (keys) found.push(finding('wrong', 'signedByUnknown', name));
  if (trusted !== '') {
    const same = trusted === bytes || trusted.toLowerCase() === name;
    found.push(same ? finding('right', 'signedByNamed', name) : finding('wrong', 'signedByOther', name));
  } else if (!keys) {
    found.push(finding('right', 'signedBy', name), finding('note', 'anybody'));
  }
  return found;
}
