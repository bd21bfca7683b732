import { expect, test } from 'vitest';
import { ProofSigner } from '@/test/wopi-client/proof-signer';
import { throughBothDoors } from './host';

throughBothDoors('Proofs', (host) => {
  test('S06: unsigned requests, empty proofs and other keys answer 500 and change nothing', async () => {
    const { documentId, client } = await host.opened();
    const unsigned = await host.client(documentId, { signer: null });
    for (const answer of [
      await unsigned.lock('A'),
      await client.lock('A', { proof: '', proofOld: '' }),
      await client.lock('A', { proof: null, proofOld: null }),
      await client.lock('A', { signer: new ProofSigner() }),
      await client.lock('A', { ticks: null }),
    ]) {
      expect(answer.status).toBe(500);
    }
    expect((await host.row(documentId)).lockId).toBeNull();
  });

  test('S07 D13: exactly three combinations pass; what cannot be decoded is a refusal', async () => {
    const { client } = await host.opened();
    const good = await client.checkFileInfo();
    expect(good.status).toBe(200);
    // current key on Proof, nothing or garbage on ProofOld
    expect((await client.checkFileInfo({ proofOld: null })).status).toBe(200);
    expect((await client.checkFileInfo({ proofOld: '%%%garbage' })).status).toBe(200);
    // the old key on Proof alone
    expect((await client.checkFileInfo({ proofKey: 'old', proofOld: null })).status).toBe(200);
    // the old key on ProofOld alone is refused
    expect((await client.checkFileInfo({ proof: null })).status).toBe(500);
    for (const garbage of ['%%%', 'AAAA', 'not base64', `${'A'.repeat(343)}=`, '\u00fc']) {
      expect((await client.checkFileInfo({ proof: garbage, proofOld: garbage })).status).toBe(500);
    }
    expect((await client.checkFileInfo({ signToken: 'another' })).status).toBe(500);
    expect((await client.checkFileInfo({ signUrl: 'http://evil.example/wopi/files/x' })).status).toBe(500);
  });

  test('S08: a signed time of 19:59 passes; 20:01 old and more than 5 minutes ahead are refused, and so is what is no time', async () => {
    const { client } = await host.opened();
    const minute = 60_000;
    expect((await client.checkFileInfo({ shiftMs: -19 * minute - 55_000 })).status).toBe(200);
    expect((await client.checkFileInfo({ shiftMs: -20 * minute - 1000 })).status).toBe(500);
    expect((await client.checkFileInfo({ shiftMs: 4 * minute })).status).toBe(200);
    expect((await client.checkFileInfo({ shiftMs: 6 * minute })).status).toBe(500);
    for (const ticks of ['-1', '0', 'soon', '9223372036854775808', '1e18', '']) {
      expect((await client.checkFileInfo({ ticks })).status).toBe(500);
    }
  });

  test('S08: an exact replay of an accepted PutFile answers 409 and brings no old content back', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    const ticks = String(BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n);
    expect((await client.putFile('once', 'A', { modified: true }, { ticks })).status).toBe(200);
    expect((await client.putFile('newer', 'A', { modified: true })).status).toBe(200);
    const replay = await client.putFile('once', 'A', { modified: true }, { ticks });
    expect([replay.status, replay.headers['x-wopi-lock']]).toEqual([409, 'A']);
    expect((await client.getFile()).body.toString()).toBe('newer');
    expect((await host.row(documentId)).recoveryCopies).toEqual([]);
  });

  test('S09: Host and forwarded headers decide nothing: proofs hold, and no answer names another host', async () => {
    const { client } = await host.opened();
    const forged: [string, string][] = [
      ['X-Forwarded-Host', 'evil.example'],
      ['X-Forwarded-Proto', 'https'],
      ['X-Forwarded-For', '203.0.113.9'],
    ];
    const answer = await client.checkFileInfo({ host: 'evil.example', extraHeaders: forged });
    expect(answer.status).toBe(200);
    const copy = await client.putRelativeFile('a.docx', 'x', [], { host: 'evil.example', extraHeaders: forged });
    expect(answer.body.toString() + copy.body.toString() + JSON.stringify(copy.headers)).not.toContain('evil');
  });
});

throughBothDoors('Rotation of the proof keys', (host) => {
  test('S11: after a rotation the old and the new key hold; 1,000 bad signatures fetch discovery at most once more', async () => {
    const { client } = await host.opened();
    expect((await client.checkFileInfo()).status).toBe(200);
    host.documentServer.signer.rotate();
    // The Document Server signs with both; the host knows the former current key and accepts it on ProofOld.
    expect((await client.checkFileInfo()).status).toBe(200);
    const before = host.documentServer.discoveryRequests;
    const forger = new FixedSigner();
    for (let n = 0; n < 40; n += 1) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => client.checkFileInfo({ signer: forger })));
      for (const answer of answers) expect(answer.status).toBe(500);
    }
    expect(host.documentServer.discoveryRequests - before).toBeLessThanOrEqual(1);
    // That one fetch has brought the new key.
    expect((await client.checkFileInfo({ proofOld: null })).status).toBe(200);
  });
});

throughBothDoors(
  'The mode require',
  (host) => {
    test('S06: a Document Server that publishes no keys is refused', async () => {
      host.documentServer.faults.discoveryBody = '';
      const { client } = await host.opened();
      expect((await client.checkFileInfo({ proof: null, proofOld: null })).status).toBe(500);
    });
  },
  { WOPI_PROOF: 'require' },
);

/** One bad signature, not a new key for each request. */
class FixedSigner extends ProofSigner {
  static readonly #signature = new ProofSigner().sign({ accessToken: 'x', url: 'http://x', ticks: 1n });
  override sign(): string {
    return FixedSigner.#signature;
  }
}
