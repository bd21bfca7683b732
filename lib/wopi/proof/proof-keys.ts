import { createPublicKey, type KeyObject } from 'node:crypto';

export type ProofKeys = { current: KeyObject; old: KeyObject | null };

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Below this, signatures can be made without the private key in reasonable time. */
const shortestModulus = 1024;

/**
 * An RSA public key from discovery's base64 modulus and exponent (both big-endian).
 * @returns null for values that are no key, or one that protects nothing
 */
export function proofKey(modulus: string | undefined, exponent: string | undefined): KeyObject | null {
  if (!modulus || !exponent || !base64.test(modulus) || !base64.test(exponent)) return null;
  try {
    const key = createPublicKey({ key: { kty: 'RSA', n: base64Url(modulus), e: base64Url(exponent) }, format: 'jwk' });
    return isSound(key) ? key : null;
  } catch {
    return null;
  }
}

/** With the exponent 1 a signature is its own proof; an even one belongs to no key. OpenSSL imports both. */
function isSound(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  return modulusLength >= shortestModulus && publicExponent >= 3n && publicExponent % 2n === 1n;
}

/** JWK wants no leading zero bytes; some publishers send one to keep the number positive. */
function base64Url(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const start = bytes.findIndex((byte) => byte !== 0);
  return bytes.subarray(Math.max(start, 0)).toString('base64url');
}
