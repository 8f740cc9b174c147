// Who signed something.
import { verifyAsync } from '@noble/ed25519';
import { fromBase64 } from './canonical';

/** What is signed begins with what it is for, so that no signature can be used for something else. */
export type Purpose = 'napari-telemetry certificate' | 'napari-telemetry history head';

/**
 * By a library and not by the browser's own Ed25519, which Chromium has since 137 only: people verify with what they
 * have. The library asks the browser for SHA-512. Strict (RFC 8032), as libsodium, which signs.
 */
export async function isSigned(purpose: Purpose, statement: string, signature: string, publicKey: string): Promise<boolean> {
  const bytes = fromBase64(signature, 64);
  const key = fromBase64(publicKey, 32);
  if (!bytes || !key) return false;
  try {
    return await verifyAsync(bytes, new TextEncoder().encode(`${purpose}\0${statement}`), key, { zip215: false });
  } catch {
    return false;
  }
}
