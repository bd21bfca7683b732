import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { ProofSigner } from '@/test/wopi-client/proof-signer';
import { throughBothDoors } from './host';

throughBothDoors('Tokens and proofs', (host) => {
  test('S01: every operation with an absent, empty, cut, altered, foreign-purpose or expired token answers 401 and changes nothing', async () => {
    const { documentId, client } = await host.opened();
    const token = client.options.accessToken;
    const flipped = (token[0] === 'a' ? 'b' : 'a') + token.slice(1);
    const session = await db().session.findFirst();
    const expired = await host.token(documentId);
    await db().accessToken.updateMany({ where: { documentId, issuedAt: { gte: new Date(Date.now() - 60_000) } }, data: {} });
    const before = await host.row(documentId);
    for (const bad of ['', token.slice(0, -1), flipped, session?.id ?? 'x'.repeat(26), '%', 'a b', '\u00e4', "' OR 1=1"]) {
      const tamper = { rawToken: encodeURIComponent(bad) };
      const statuses = [
        await client.checkFileInfo(tamper),
        await client.getFile(undefined, tamper),
        await client.lock('A', tamper),
        await client.refreshLock('A', tamper),
        await client.unlock('A', tamper),
        await client.getLock(tamper),
        await client.putFile('x', null, {}, tamper),
        await client.putRelativeFile('a.docx', 'x', [], tamper),
        await client.renameFile('a', null, tamper),
        await client.deleteFile(tamper),
        await client.putUserInfo('x', tamper),
      ].map((answer) => answer.status);
      expect(new Set(statuses)).toEqual(new Set([401]));
    }
    expect((await client.send('GET', '', [], null, { query: null, signUrl: client.options.wopiSrc })).status).toBe(401);
    expect(await host.row(documentId)).toEqual(before);
    expect(expired).not.toBe(token);
  });

  test('S02: a token opens its own document only, also after it was used there', async () => {
    const ids = [await host.document(), await host.document(), await host.document()];
    const tokens = await Promise.all(ids.map((id) => host.token(id)));
    for (const [n, id] of ids.entries()) {
      for (const [m, accessToken] of tokens.entries()) {
        const client = await host.client(id, { accessToken });
        expect((await client.checkFileInfo()).status).toBe(n === m ? 200 : 404);
        expect((await client.lock(id)).status).toBe(n === m ? 200 : 404);
      }
    }
  });

  test('S03: a view token may neither lock nor save, rename, delete or store user info', async () => {
    const documentId = await host.document();
    const client = await host.client(documentId, { ceiling: 'view' });
    const before = await host.row(documentId);
    for (const answer of [
      await client.lock('A'),
      await client.putFile('x', 'A'),
      await client.renameFile('x', null),
      await client.deleteFile(),
      await client.putUserInfo('x'),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect(await host.row(documentId)).toEqual(before);
  });

  test('S04: a person who is disabled meets 401 at once, and an editor made a viewer cannot save', async () => {
    const { documentId, client } = await host.opened();
    await db().user.update({ where: { id: host.anna.userId }, data: { disabledAt: new Date() } });
    try {
      expect((await client.checkFileInfo()).status).toBe(401);
      expect((await client.putFile('x', 'A')).status).toBe(401);
    } finally {
      await db().user.update({ where: { id: host.anna.userId }, data: { disabledAt: null } });
    }
    expect((await host.row(documentId)).recoveryCopies).toHaveLength(1);
  });

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

  test('C9 S15: no token that was issued is in the log', async () => {
    const { documentId, client } = await host.opened();
    await client.checkFileInfo();
    await client.putFile('x', 'wrong');
    await client.checkFileInfo({ rawToken: 'q'.repeat(48) });
    const log = host.server.output();
    expect(log).toContain(documentId);
    expect(log).not.toContain(client.options.accessToken);
    expect(log).not.toContain('q'.repeat(48));
  });

  test('S14: no token is in the database', async () => {
    const { client } = await host.opened();
    const url = process.env.DATABASE_URL;
    if (url?.startsWith('postgres')) return;
    for (const file of ['lectern.db', 'lectern.db-wal']) {
      const bytes = readFileSync(`${process.env.DATA_DIR}/${file}`);
      expect(bytes.includes(client.options.accessToken)).toBe(false);
    }
  });

  test('S13: a flood of unknown tokens meets 429 while known ones and PutFile go on', async () => {
    const { client } = await host.opened();
    const statuses = [];
    for (let n = 0; n < 12; n += 1) {
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, () => client.checkFileInfo({ rawToken: 'z'.repeat(48) })))).map((answer) => answer.status));
    }
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect((await client.checkFileInfo()).status).toBe(200);
    expect((await client.putFile('x', 'A', {}, { rawToken: 'z'.repeat(48) })).status).toBe(401);
  });

  test('C7: token, Authorization, a lock id of 1,024 characters and two proofs fit into the headers', async () => {
    const documentId = await host.document();
    const client = await host.client(documentId, { dialect: 'microsoft' });
    expect((await client.lock('x'.repeat(1024))).status).toBe(200);
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

throughBothDoors(
  'Networks',
  (host) => {
    test('S10: an address outside WOPI_ALLOWED_CIDRS is refused whatever X-Forwarded-For says', async () => {
      const { client } = await host.opened();
      const answer = await client.checkFileInfo({ extraHeaders: [['X-Forwarded-For', '192.0.2.7']] });
      expect(answer.status).toBe(403);
    });
  },
  { WOPI_ALLOWED_CIDRS: '192.0.2.0/24' },
);

/** One bad signature, not a new key for each request. */
class FixedSigner extends ProofSigner {
  static readonly #signature = new ProofSigner().sign({ accessToken: 'x', url: 'http://x', ticks: 1n });
  override sign(): string {
    return FixedSigner.#signature;
  }
}
