import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { proofBytes } from '@/lib/wopi/proof/verify-proof';

/** A value that is base64 and no signature. */
const invalid = Buffer.from('INVALID').toString('base64');

export type ProofMutation = {
  mutateCurrent: boolean;
  mutateOld: boolean;
  /** which of the two parties has the newer keys already */
  keyRelation: 'Synced' | 'Ahead' | 'Behind';
  /** milliseconds since 1970; null: now */
  time: number | null;
};

/** The keys of this run: the current and the old one, which the host learns from our discovery. */
export class ProofSigner {
  readonly #current = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  readonly #old = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  /** The three headers of a request, as the case file wants them changed. */
  headers(what: { accessToken: string; url: string }, mutation: ProofMutation | null): [string, string][] {
    const ticks = BigInt(mutation?.time ?? Date.now()) * 10_000n + 621_355_968_000_000_000n;
    const signed = proofBytes({ ...what, ticks });
    const [current, old] = mutated(this.#sign(this.#current, signed), this.#sign(this.#old, signed), mutation);
    return [
      ['X-WOPI-Proof', current],
      ['X-WOPI-ProofOld', old],
      ['X-WOPI-TimeStamp', String(ticks)],
    ];
  }

  /** The element of the discovery document that publishes both keys. */
  proofKeyElement(): string {
    const current = publicNumbers(this.#current);
    const old = publicNumbers(this.#old);
    return `<proof-key value="" modulus="${current.modulus}" exponent="${current.exponent}" oldvalue="" oldmodulus="${old.modulus}" oldexponent="${old.exponent}"/>`;
  }

  #sign(key: KeyObject, data: Buffer): string {
    return sign('RSA-SHA256', data, key).toString('base64');
  }
}

/** Ahead: the client has new keys that the host does not know; Behind: the client still signs with the old ones. */
function mutated(current: string, old: string, mutation: ProofMutation | null): [string, string] {
  if (mutation?.keyRelation === 'Ahead') return [invalid, current];
  if (mutation?.keyRelation === 'Behind') return [old, invalid];
  return [mutation?.mutateCurrent ? invalid : current, mutation?.mutateOld ? invalid : old];
}

function publicNumbers(key: KeyObject): { modulus: string; exponent: string } {
  const { n, e } = createPublicKey(key).export({ format: 'jwk' });
  const base64 = (text: string | undefined) => Buffer.from(text ?? '', 'base64url').toString('base64');
  return { modulus: base64(n), exponent: base64(e) };
}
