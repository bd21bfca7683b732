import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';
import { discoveryDocument } from '@/test/wopi-client/discovery-document';
import { ProofSigner, ticksOf } from '@/test/wopi-client/proof-signer';

const minute = 60_000;
const stranger = ProofSigner.ofStranger();

inProcess('Proofs', (host) => {
  test('S06: unsigned requests, empty proofs and other keys answer 500 and change nothing', async () => {
    const { documentId, client } = await host.opened();
    const unsigned = await host.client(documentId, { signer: null });
    for (const answer of [
      await unsigned.lock('A'),
      await client.lock('A', { proof: '', proofOld: '' }),
      await client.lock('A', { proof: null, proofOld: null }),
      await client.lock('A', { signer: stranger }),
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
    expect((await client.checkFileInfo({ shiftMs: -19 * minute - 55_000 })).status).toBe(200);
    expect((await client.checkFileInfo({ shiftMs: -20 * minute - 1000 })).status).toBe(500);
    expect((await client.checkFileInfo({ shiftMs: 4 * minute })).status).toBe(200);
    expect((await client.checkFileInfo({ shiftMs: 6 * minute })).status).toBe(500);
    for (const ticks of ['-1', '0', 'soon', '9223372036854775808', '1e18', '']) {
      expect((await client.checkFileInfo({ ticks })).status).toBe(500);
    }
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
    expect(copy.status).toBe(200);
    expect(answer.body.toString() + copy.body.toString() + JSON.stringify(copy.headers)).not.toContain('evil');
  });
});

inProcess('Rotation of the proof keys', (host) => {
  test('S11: after a rotation the old and the new key hold; 1,000 bad signatures fetch discovery at most once more', async () => {
    const { client } = await host.opened();
    expect((await client.checkFileInfo()).status).toBe(200);
    host.documentServer.signer.rotate();
    // The Document Server signs with both; the host knows the former current key and accepts it on ProofOld.
    expect((await client.checkFileInfo()).status).toBe(200);
    const before = host.documentServer.discoveryRequests;
    const proof = stranger.sign({ accessToken: 'x', url: 'http://x', ticks: ticksOf(Date.now()) });
    for (let n = 0; n < 40; n += 1) {
      const forged = { proof, proofOld: proof };
      const answers = await Promise.all(Array.from({ length: 25 }, () => client.checkFileInfo(forged)));
      for (const answer of answers) expect(answer.status).toBe(500);
    }
    expect(host.documentServer.discoveryRequests - before).toBeLessThanOrEqual(1);
    // That one fetch has brought the new key.
    expect((await client.checkFileInfo({ proofOld: null })).status).toBe(200);
  });
});

inProcess(
  'The mode require',
  (host) => {
    test('S06: a Document Server that publishes no keys is refused, signed or not', async () => {
      host.documentServer.faults.discoveryBody = discoveryDocument(host.documentServer.url, '');
      const { client } = await host.opened();
      expect((await client.checkFileInfo()).status).toBe(500);
      expect((await client.checkFileInfo({ proof: null, proofOld: null })).status).toBe(500);
    });
  },
  { WOPI_PROOF: 'require' },
);

inProcess('The mode verify', (host) => {
  test('a Document Server that publishes no keys need not sign', async () => {
    host.documentServer.faults.discoveryBody = discoveryDocument(host.documentServer.url, '');
    const { client } = await host.opened();
    expect((await client.checkFileInfo({ proof: null, proofOld: null, ticks: null })).status).toBe(200);
  });
});

inProcess('A Document Server whose discovery was never fetched', (host) => {
  test('is refused: nobody knows whether it publishes keys', async () => {
    host.documentServer.faults.discovery = 'error';
    const { client } = await host.opened();
    expect((await client.checkFileInfo()).status).toBe(500);
  });
});

inProcess(
  'Without a Document Server',
  (host) => {
    test('nobody could sign, and nobody need', async () => {
      const { documentId } = await host.opened();
      expect((await (await host.client(documentId, { signer: null })).checkFileInfo()).status).toBe(200);
    });
  },
  { DOCUMENT_SERVER_URL: '' },
);

inProcess(
  'The mode require without a Document Server',
  (host) => {
    test('refuses everybody: there are no keys', async () => {
      const { client } = await host.opened();
      expect((await client.checkFileInfo()).status).toBe(500);
    });
  },
  { DOCUMENT_SERVER_URL: '', WOPI_PROOF: 'require' },
);

inProcess(
  'The mode off',
  (host) => {
    test('asks for no proof, and takes no time for one', async () => {
      const { documentId } = await host.opened();
      const unsigned = await host.client(documentId, { signer: null });
      expect((await unsigned.checkFileInfo({ ticks: 'soon' })).status).toBe(200);
      expect(host.documentServer.discoveryRequests).toBe(0);
    });
  },
  { WOPI_PROOF: 'off' },
);
