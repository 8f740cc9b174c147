// The public keys of keys.json.
import { say } from '../words/words';
import { fromBase64, sha256 } from './canonical';
import { array, count, fail, object, root, text } from './check';
import { day } from './parse';

export interface PublicKey {
  name: string;
  public: string; // base64
  from: string; // the first day
  until: string | null; // the last day
  revoked: string | null;
  holder: string; // a role
}

export interface PublicKeys {
  all: PublicKey[];
  threshold: number; // how many have to sign the history
}

/** How people name a key: the first 16 hexadecimal digits of SHA-256 of its bytes. */
export async function nameOf(publicKey: string): Promise<string> {
  const bytes = fromBase64(publicKey, 32) ?? fail('public');
  return (await sha256(bytes)).slice(0, 16);
}

export function parseKeys(value: unknown): PublicKeys {
  const file = root(value);
  const all = array(file['keys'], 'keys').map((each) => {
    const fields = object(each, 'keys');
    const key = text(fields['public'], 'public');
    if (!fromBase64(key, 32)) fail('public');
    const dayIfThere = (name: string): string | null => (fields[name] === undefined ? null : day(fields, name));
    return {
      name: text(fields['name'], 'name'), public: key, from: day(fields, 'from'), until: dayIfThere('until'),
      revoked: dayIfThere('revoked'), holder: fields['holder'] === undefined ? '' : text(fields['holder'], 'holder'),
    };
  });
  return { all, threshold: Math.max(1, count(file['threshold'], 'threshold')) };
}

/** Why something that is dated this day can't have been signed by the key; empty: it can. */
export function faultOf(key: PublicKey, on: string): string {
  // Whoever has a revoked key can write any day into what they sign.
  if (key.revoked !== null) return say('wasRevoked', key.name, key.revoked);
  if (on < key.from) return say('notBefore', key.name, key.from);
  if (key.until !== null && on > key.until) return say('notAfter', key.name, key.until);
  return '';
}
