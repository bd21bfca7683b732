import { createPublicKey, type KeyObject } from 'node:crypto';

export type ProofKeys = { current: KeyObject; old: KeyObject | null };

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * An RSA public key from discovery's base64 modulus and exponent (both big-endian).
 * @returns null for values that are no key
 */
export function proofKey(modulus: string | undefined, exponent: string | undefined): KeyObject | null {
  if (!modulus || !exponent || !base64.test(modulus) || !base64.test(exponent)) return null;
  try {
    return createPublicKey({ key: { kty: 'RSA', n: base64Url(modulus), e: base64Url(exponent) }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** JWK wants no leading zero bytes; some publishers send one to keep the number positive. */
function base64Url(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const start = bytes.findIndex((byte) => byte !== 0);
  return bytes.subarray(Math.max(start, 0)).toString('base64url');
}
