import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseDiscovery } from '@/lib/wopi/discovery/parse-discovery';
import { verifyProof } from '@/lib/wopi/proof/verify-proof';
import { decodeUtf7 } from '@/lib/wopi/utf7';
import { ProofSigner, ticksOf } from './proof-signer';
import { WopiClient } from './wopi-client';

describe('the signer', () => {
  const what = { accessToken: 'tökén', url: 'https://host.example/wopi/files/a?access_token=x', ticks: ticksOf(1_000) };

  function keysOf(signer: ProofSigner) {
    const action = '<action name="edit" ext="docx" urlsrc="http://ds.example/edit?"/>';
    const zone = `<net-zone name="external-http"><app name="Word">${action}</app></net-zone>`;
    const xml = `<wopi-discovery>${zone}${signer.proofKeyElement()}</wopi-discovery>`;
    const { proofKeys } = parseDiscovery(xml, 'http://ds.example');
    if (!proofKeys) throw new Error('no keys');
    return proofKeys;
  }

  test('signs with the keys that it publishes, the current one and the old one', () => {
    const signer = new ProofSigner();
    const keys = keysOf(signer);
    const [current, old] = [signer.sign(what), signer.sign(what, 'old')];
    expect(verifyProof(keys, { ...what, proof: current, proofOld: old })).toBe('current');
    expect(verifyProof(keys, { ...what, proof: old, proofOld: null })).toBe('old');
    expect(verifyProof(keys, { ...what, ticks: what.ticks + 1n, proof: current, proofOld: old })).toBe(false);
  });

  test('after a rotation its proofs still pass where the keys before are known', () => {
    const signer = new ProofSigner();
    const before = keysOf(signer);
    signer.rotate();
    const proof = { ...what, proof: signer.sign(what), proofOld: signer.sign(what, 'old') };
    expect(verifyProof(before, proof)).toBe('current');
    expect(verifyProof(keysOf(signer), proof)).toBe('current');
  });

  test('counts ticks from the year 1', () => {
    expect(ticksOf(0)).toBe(621_355_968_000_000_000n);
  });
});

describe('names in UTF-7', () => {
  const { vectors } = z
    .object({ vectors: z.array(z.object({ name: z.string(), oo: z.string() })) })
    .parse(JSON.parse(readFileSync('test/fixtures/utf7.json', 'utf8')));
  const clientOf = (dialect: 'onlyoffice' | 'microsoft' | 'collabora') =>
    new WopiClient({ wopiSrc: 'http://h/wopi/files/a', accessToken: 't', signer: null, dialect });

  test.each(['onlyoffice', 'microsoft', 'collabora'] as const)('%s writes what decodes to the name', (dialect) => {
    expect(vectors.length).toBeGreaterThan(10);
    for (const { name } of vectors) {
      expect(decodeUtf7(clientOf(dialect).utf7(name))).toBe(name);
    }
  });

  test('ONLYOFFICE’s way is that of the vectors', () => {
    for (const { name, oo } of vectors) expect(clientOf('onlyoffice').utf7(name)).toBe(oo);
  });
});
