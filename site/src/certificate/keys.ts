// The public keys of keys.json.
import { array, DataError, object, text } from '../data/check';
import { fromBase64, sha256 } from './canonical';
import { day } from './parse';

export interface PublicKey {
  name: string;
  public: string; // base64
  from: string; // the first day
  until: string | null; // the last day
  revoked: string | null;
  holder: string; // a role
}

/** How people name a key: the first 16 hexadecimal digits of SHA-256 of its bytes. */
export async function nameOf(publicKey: string): Promise<string> {
  const bytes = fromBase64(publicKey, 32);
  if (!bytes) throw new DataError('a public key is 32 bytes in base64');
  return (await sha256(bytes)).slice(0, 16);
}

export function parseKeys(value: unknown): PublicKey[] {
  return array(object(value, 'it')['keys'], 'keys').map((each) => {
    const fields = object(each, 'a key');
    const key = text(fields['public'], 'public');
    if (!fromBase64(key, 32)) throw new DataError('a public key is 32 bytes in base64');
    const dayIfThere = (name: string): string | null => (fields[name] === undefined ? null : day(fields, name));
    return {
      name: text(fields['name'], 'name'), public: key, from: day(fields, 'from'), until: dayIfThere('until'),
      revoked: dayIfThere('revoked'), holder: fields['holder'] === undefined ? '' : text(fields['holder'], 'holder'),
    };
  });
}

/** Why something that is dated this day can't have been signed by the key; empty: it can. */
export function faultOf(key: PublicKey, on: string): string {
  // Whoever has a revoked key can write any day into what they sign.
  if (key.revoked !== null) return `The key ${key.name} was revoked on ${key.revoked}: what it signed proves nothing any more.`;
  if (on < key.from) return `The key ${key.name} was not in use before ${key.from}.`;
  if (key.until !== null && on > key.until) return `The key ${key.name} was not in use after ${key.until}.`;
  return '';
}
