import { type KeyObject, verify } from 'node:crypto';
import type { ProofKeys } from './proof-keys';

export type Proof = {
  /** the token that the client signed, as bytes of UTF-8 */
  accessToken: string;
  /** the whole URL as the client requested it */
  url: string;
  proof: string | null;
  proofOld: string | null;
  /** X-WOPI-TimeStamp */
  ticks: bigint;
};

/**
 * Verifies a WOPI proof (§2.8). Exactly three combinations are accepted: the current key on X-WOPI-Proof,
 * the current key on X-WOPI-ProofOld, the old key on X-WOPI-Proof. A value that cannot be decoded
 * verifies with nothing.
 * @returns which key it was, or false
 */
export function verifyProof(keys: ProofKeys, proof: Proof): 'current' | 'old' | false {
  const signed = proofBytes(proof);
  if (fits(keys.current, signed, proof.proof) || fits(keys.current, signed, proof.proofOld)) return 'current';
  return keys.old !== null && fits(keys.old, signed, proof.proof) ? 'old' : false;
}

/**
 * What is signed: length and bytes of the token, of the URL in upper case, and of the time in ticks;
 * lengths as 4 bytes, the time as 8, big-endian.
 */
export function proofBytes({ accessToken, url, ticks }: Pick<Proof, 'accessToken' | 'url' | 'ticks'>): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigInt64BE(ticks);
  return Buffer.concat(
    [Buffer.from(accessToken), Buffer.from(url.toUpperCase()), time].flatMap((part) => [lengthOf(part), part]),
  );
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

/** Strict base64: Node's decoder would skip what it does not know. */
function fits(key: KeyObject, signed: Buffer, signature: string | null): boolean {
  if (signature === null || signature.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return false;
  return verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64'));
}
