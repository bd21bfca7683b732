import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Signature = { accessToken: string; url: string; ticks: bigint };

/** .NET ticks of a moment in milliseconds since 1970. */
export function ticksOf(ms: number): bigint {
  return BigInt(ms) * 10_000n + 621_355_968_000_000_000n;
}

/**
 * The key pairs of a Document Server: it signs with the current and the old one and publishes both. Written
 * from the specification and apart from the host's own code, so that a mistake there shows.
 */
export class ProofSigner {
  #current: KeyObject;
  #old: KeyObject;
  #rotations = 0;

  constructor(keys: { current: KeyObject; old: KeyObject } = { current: newKey(), old: newKey() }) {
    this.#current = keys.current;
    this.#old = keys.old;
  }

  /** Begins with the keys that all test Document Servers of this checkout begin with: making keys takes its time. */
  static withKeptKeys(): ProofSigner {
    return new ProofSigner({ current: keptKey('current'), old: keptKey('old') });
  }

  /** The keys of somebody whom no Document Server knows. */
  static ofStranger(): ProofSigner {
    return new ProofSigner({ current: keptKey('stranger'), old: keptKey('stranger-old') });
  }

  /** Takes a new current key; the current one becomes the old one. */
  rotate(): void {
    this.#rotations += 1;
    this.#old = this.#current;
    this.#current = keptKey(`rotated-${this.#rotations}`);
  }

  sign(what: Signature, which: 'current' | 'old' = 'current'): string {
    const token = Buffer.from(what.accessToken, 'utf8');
    const url = Buffer.from(what.url.toUpperCase(), 'utf8');
    const data = Buffer.alloc(4 + token.length + 4 + url.length + 4 + 8);
    let at = data.writeInt32BE(token.length, 0);
    at += token.copy(data, at);
    at = data.writeInt32BE(url.length, at);
    at += url.copy(data, at);
    at = data.writeInt32BE(8, at);
    data.writeBigInt64BE(what.ticks, at);
    return sign('RSA-SHA256', data, which === 'current' ? this.#current : this.#old).toString('base64');
  }

  /** The element of the discovery document. */
  proofKeyElement(): string {
    const [modulus, exponent] = publicNumbers(this.#current);
    const [oldModulus, oldExponent] = publicNumbers(this.#old);
    return `<proof-key oldvalue="" oldmodulus="${oldModulus}" oldexponent="${oldExponent}" value="" modulus="${modulus}" exponent="${exponent}"/>`;
  }
}

function keptKey(name: string): KeyObject {
  const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/lectern-test-keys');
  const file = path.join(folder, `${name}.pem`);
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    const key = newKey();
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
    return key;
  }
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function publicNumbers(key: KeyObject): [string, string] {
  const { n, e } = createPublicKey(key).export({ format: 'jwk' });
  return [
    Buffer.from(String(n), 'base64url').toString('base64'),
    Buffer.from(String(e), 'base64url').toString('base64'),
  ];
}
