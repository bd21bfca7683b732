import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { throughBothDoors } from './host';

throughBothDoors('Tokens', (host) => {
  test('S01: every operation with an absent, empty, cut, altered, foreign-purpose or expired token answers 401 and changes nothing', async () => {
    const { documentId, client } = await host.opened();
    const token = client.options.accessToken;
    const flipped = (token[0] === 'a' ? 'b' : 'a') + token.slice(1);
    const session = await db().session.findFirst();
    const expired = await host.token(documentId);
    await db().accessToken.updateMany({
      where: { documentId, issuedAt: { gte: new Date(Date.now() - 60_000) } },
      data: {},
    });
    const before = await host.row(documentId);
    for (const bad of [
      '',
      token.slice(0, -1),
      flipped,
      session?.id ?? 'x'.repeat(26),
      '%',
      'a b',
      '\u00e4',
      "' OR 1=1",
    ]) {
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

  test('C9 S15: no token that was issued is in the log', async () => {
    const { documentId, client } = await host.opened();
    await client.checkFileInfo();
    await client.putFile('x', 'wrong');
    await client.checkFileInfo({ rawToken: 'q'.repeat(48) });
    const log = host.output();
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
      statuses.push(
        ...(
          await Promise.all(Array.from({ length: 20 }, () => client.checkFileInfo({ rawToken: 'z'.repeat(48) })))
        ).map((answer) => answer.status),
      );
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
