import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { accessTokenOf } from '@/lib/wopi/access-token-of';
import { proofKey } from '@/lib/wopi/proof/proof-keys';
import { parseTicks } from '@/lib/wopi/proof/proof-time';
import { type Proof, proofBytes, verifyProof } from '@/lib/wopi/proof/verify-proof';
import vectorFile from '@/test/fixtures/proof-keys.json';

const vectors = z
  .object({
    discovery: z.object({ modulus: z.string(), exponent: z.string(), oldmodulus: z.string(), oldexponent: z.string() }),
    cases: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        accessToken: z.string(),
        timestamp: z.string(),
        url: z.string(),
        proof: z.string(),
        proofOld: z.string(),
        valid: z.boolean(),
      }),
    ),
  })
  .parse(vectorFile);

const current = generateKeyPairSync('rsa', { modulusLength: 2048 });
const old = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = { current: current.publicKey, old: old.publicKey };

const what = {
  accessToken: 'a b+c/ü=',
  url: 'https://portal.example/wopi/files/x?access_token=a%20b%2Bc%2f%C3%BC%3d',
  ticks: 638_000_000_000_000_000n,
};
const signed = (key: KeyObject, of: Pick<Proof, 'accessToken' | 'url' | 'ticks'> = what) =>
  sign('RSA-SHA256', proofBytes(of), key).toString('base64');

describe("D13: Microsoft's published vectors", () => {
  const published = proofKey(vectors.discovery.modulus, vectors.discovery.exponent);
  const publishedOld = proofKey(vectors.discovery.oldmodulus, vectors.discovery.oldexponent);

  test('they are eight, and both keys are read', () => {
    expect(vectors.cases).toHaveLength(8);
    expect([published, publishedOld].map((key) => key?.asymmetricKeyDetails?.modulusLength)).toEqual([2048, 2048]);
  });

  test.each(vectors.cases)('$name: $description', (each) => {
    if (!published) throw new Error('the key of the vectors is readable');
    const { pathname, search } = new URL(each.url);
    const accessToken = accessTokenOf(pathname + search, new Headers());
    expect(accessToken).toBe(each.accessToken);
    const ticks = parseTicks(each.timestamp) ?? 0n;
    const key = verifyProof(
      { current: published, old: publishedOld },
      { accessToken: accessToken ?? '', url: each.url, ticks, proof: each.proof, proofOld: each.proofOld },
    );
    const expected = each.name.includes('proof_old') ? 'old' : 'current';
    expect(key).toBe(each.valid ? expected : false);
  });
});

describe('S07: exactly three combinations of key and header pass', () => {
  const signatures = {
    current: signed(current.privateKey),
    old: signed(old.privateKey),
    foreign: signed(foreign.privateKey),
    garbage: '%%% no base64 %%%',
    absent: null,
  };
  const kinds = ['current', 'old', 'foreign', 'garbage', 'absent'] as const;
  const matrix = kinds.flatMap((proof) => kinds.map((proofOld) => ({ proof, proofOld })));

  test.each(matrix)('X-WOPI-Proof by $proof, X-WOPI-ProofOld by $proofOld', ({ proof, proofOld }) => {
    const byCurrent = proof === 'current' || proofOld === 'current';
    const expected = byCurrent ? 'current' : proof === 'old' && 'old';
    expect(verifyProof(keys, { ...what, proof: signatures[proof], proofOld: signatures[proofOld] })).toBe(expected);
  });

  test('where discovery publishes no old key, only the current one counts', () => {
    const alone = { current: current.publicKey, old: null };
    expect(verifyProof(alone, { ...what, proof: signatures.old, proofOld: null })).toBe(false);
    expect(verifyProof(alone, { ...what, proof: signatures.old, proofOld: signatures.current })).toBe('current');
  });
});

describe('S07: a proof holds for one token, one URL and one time', () => {
  const proof = signed(current.privateKey);
  const verified = (changes: Partial<Proof>) => verifyProof(keys, { ...what, proof, proofOld: null, ...changes });

  test('the token is signed as bytes of UTF-8, decoded, the URL with its escapes', () => {
    expect(verified({})).toBe('current');
    expect(verified({ accessToken: encodeURIComponent(what.accessToken) })).toBe(false);
    expect(verified({ url: decodeURIComponent(what.url) })).toBe(false);
  });

  test('letter case of the URL does not count, that of the token does', () => {
    expect(verified({ url: what.url.toLowerCase() })).toBe('current');
    expect(verified({ accessToken: what.accessToken.toUpperCase() })).toBe(false);
  });

  test.each([
    ['another token', { accessToken: `${what.accessToken}x` }],
    ['an empty token', { accessToken: '' }],
    ['another host', { url: what.url.replace('portal', 'other') }],
    ['another scheme', { url: what.url.replace('https', 'http') }],
    ['the port written out', { url: what.url.replace('.example', '.example:443') }],
    ['another parameter', { url: `${what.url}&x=1` }],
    ['the next tick', { ticks: what.ticks + 1n }],
    ['a byte moved from the token to the URL', { accessToken: what.accessToken.slice(0, -1), url: `=${what.url}` }],
  ] satisfies [string, Partial<Proof>][])('%s', (_, changes) => {
    expect(verified(changes)).toBe(false);
  });
});

test('D13: what is signed is built from lengths of 4 bytes, the URL in upper case, and 8 bytes of time', () => {
  const hex = proofBytes({ accessToken: 'ü', url: 'http://h/é', ticks: 258n }).toString('hex');
  expect(hex).toBe(`00000002c3bc0000000b${Buffer.from('HTTP://H/É').toString('hex')}000000080000000000000102`);
});

test.each(['', ' ', '=', '====', 'AAAA', 'AAA', '%%%%', 'A'.repeat(344), `${'A'.repeat(343)}!`, '\u00fc'.repeat(4)])(
  'S07: %j is a refusal in either header, never an error',
  (garbage) => {
    expect(verifyProof(keys, { ...what, proof: garbage, proofOld: null })).toBe(false);
    expect(verifyProof(keys, { ...what, proof: garbage, proofOld: garbage })).toBe(false);
  },
);

test('S07: a good signature in base64url, with blanks in it or with something behind it is refused', () => {
  const proof = signed(current.privateKey);
  for (const spoilt of [
    `${proof}AAAA`,
    `${proof.slice(0, 40)} ${proof.slice(40)}`,
    `\n${proof}`,
    proof.replace(/=+$/, ''),
  ]) {
    expect(verifyProof(keys, { ...what, proof: spoilt, proofOld: null })).toBe(false);
  }
});

describe('S07: keys as discovery publishes them', () => {
  const jwk = current.publicKey.export({ format: 'jwk' });
  const modulus = Buffer.from(jwk.n ?? '', 'base64url');
  const passes = (n: Buffer | string, e: Buffer | string) => {
    const key = proofKey(
      ...([n, e].map((part) => (typeof part === 'string' ? part : part.toString('base64'))) as [string, string]),
    );
    return (
      key !== null &&
      verifyProof({ current: key, old: null }, { ...what, proof: signed(current.privateKey), proofOld: null })
    );
  };

  test('zero bytes before the modulus and the exponent change nothing', () => {
    expect(passes(modulus, 'AQAB')).toBe('current');
    expect(passes(Buffer.concat([Buffer.alloc(1), modulus]), 'AQAB')).toBe('current');
    expect(passes(modulus, 'AAEAAQ==')).toBe('current');
  });

  test('an exponent of a single byte is read', () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 });
    const n = Buffer.from(small.publicKey.export({ format: 'jwk' }).n ?? '', 'base64url').toString('base64');
    const key = proofKey(n, 'Aw==');
    if (!key) throw new Error('3 is an exponent');
    expect(
      createPublicKey(createPrivateKey(small.privateKey.export({ type: 'pkcs8', format: 'pem' }))).equals(key),
    ).toBe(true);
    expect(verifyProof({ current: key, old: null }, { ...what, proof: signed(small.privateKey), proofOld: null })).toBe(
      'current',
    );
  });

  test('another exponent verifies nothing', () => {
    expect(passes(modulus, 'Aw==')).toBe(false);
  });

  test.each([
    ['no modulus', undefined, 'AQAB'],
    ['no exponent', modulus.toString('base64'), undefined],
    ['blank', '', ''],
    ['no base64', '***', 'AQAB'],
    ['a modulus of zero', 'AAAA', 'AQAB'],
    ['an exponent of zero', modulus.toString('base64'), 'AAAA'],
    ['an exponent of one, which anybody can sign for', modulus.toString('base64'), 'AQ=='],
    ['an even exponent', modulus.toString('base64'), 'Ag=='],
    ['a modulus far too short', 'AQAB', 'AQAB'],
  ])('%s is no key', (_, n, e) => {
    expect(proofKey(n, e)).toBeNull();
  });
});
