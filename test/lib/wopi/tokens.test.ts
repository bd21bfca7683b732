import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';
import { everyOperation } from './every-operation';

inProcess('Tokens', (host) => {
  const statuses = (answers: { status: number }[]) => new Set(answers.map(({ status }) => status));
  // So many unknown tokens are a flood, which is counted by address.
  let addresses = 0;
  beforeEach(() => {
    addresses += 1;
    host.address = `192.0.2.${addresses}`;
  });

  test('S01: every operation with an absent, empty, cut, altered or foreign-purpose token answers 401 and changes nothing', async () => {
    const { documentId, client } = await host.opened();
    const token = client.options.accessToken;
    const flipped = (token[0] === 'a' ? 'b' : 'a') + token.slice(1);
    await host.browser();
    const session = await db().session.findFirstOrThrow();
    const before = await host.row(documentId);
    const bad = ['', token.slice(0, -1), flipped, session.id, '%', 'a b', '\u00e4', "' OR 1=1"];
    for (const [n, text] of bad.entries()) {
      host.address = `198.51.100.${n}`;
      const answers = await everyOperation(client, { rawToken: encodeURIComponent(text) });
      expect([text, statuses(answers)]).toEqual([text, new Set([401])]);
    }
    expect((await client.send('GET', '', [], null, { query: null, signUrl: client.options.wopiSrc })).status).toBe(401);
    expect(await host.row(documentId)).toEqual(before);
  });

  test('B11: a token one second after its expiry answers 401 to every operation, and what it would save is kept', async () => {
    const { documentId, client } = await host.opened();
    await host.expireTokens(documentId, 1000);
    const { recoveryCopies: none, ...before } = await host.row(documentId);
    expect(statuses(await everyOperation(client))).toEqual(new Set([401]));
    const { recoveryCopies, ...after } = await host.row(documentId);
    expect(after).toEqual(before);
    expect([none.length, recoveryCopies.length]).toEqual([0, 2]);
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

  test('S04: a person who is disabled meets 401 at once, and what they would save is kept', async () => {
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

  test('a token that was revoked answers 401, and what it would save is kept', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('A');
    await db().accessToken.updateMany({ where: { documentId }, data: { revokedAt: new Date() } });
    expect((await client.checkFileInfo()).status).toBe(401);
    expect((await client.putFile('typed', 'A', { modified: true })).status).toBe(401);
    expect((await host.row(documentId)).recoveryCopies).toMatchObject([{ size: 5n, lockId: 'A' }]);
  });

  test('the Authorization header serves as a fall-back for the token in the query', async () => {
    const { client } = await host.opened();
    const bearer: [string, string][] = [['Authorization', `Bearer ${client.options.accessToken}`]];
    const none = { query: null, signUrl: client.options.wopiSrc };
    expect((await client.send('GET', '', [], null, { ...none, extraHeaders: bearer })).status).toBe(200);
    expect((await client.send('GET', '', [], null, none)).status).toBe(401);
    const other: [string, string][] = [['Authorization', `Bearer ${'x'.repeat(48)}`]];
    expect((await client.checkFileInfo({ extraHeaders: other })).status).toBe(200);
  });

  test('C9 S15: no token that was issued is in the log, and none that a stranger sent', async () => {
    const { documentId, client } = await host.opened();
    await client.checkFileInfo();
    await client.putFile('x', 'wrong');
    const { Url } = (await client.putRelativeFile('a.docx', 'x')).json<{ Url: string }>();
    await client.checkFileInfo({ rawToken: 'q'.repeat(48) });
    const log = host.output();
    expect(log).toContain(documentId);
    expect(log).not.toContain(client.options.accessToken);
    expect(log).not.toContain(Url.split('=').at(-1));
    expect(log).not.toContain('q'.repeat(48));
  });

  test('S14: no token is in the database', async () => {
    const { client } = await host.opened();
    await client.putFile('x', 'wrong');
    const { accessToken } = client.options;
    const rows = [await db().accessToken.findMany(), await db().auditEvent.findMany()];
    expect(rows.map((found) => found.length > 0)).toEqual([true, true]);
    const text = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(text).not.toContain(accessToken);
    if (process.env.DATABASE_URL?.startsWith('postgres')) return;
    for (const file of ['lectern.db', 'lectern.db-wal']) {
      expect(readFileSync(`${process.env.DATA_DIR}/${file}`).includes(accessToken)).toBe(false);
    }
  });

  test('S13: a flood of unknown tokens meets 429 while known ones, PutFile and other addresses go on', async () => {
    const { client } = await host.opened();
    const unknown = { rawToken: 'z'.repeat(48) };
    const many = (count: number) => Promise.all(Array.from({ length: count }, () => client.checkFileInfo(unknown)));
    expect(statuses(await many(120))).toEqual(new Set([401]));
    expect(statuses(await many(20))).toEqual(new Set([429]));
    expect((await client.checkFileInfo()).status).toBe(200);
    expect((await client.putFile('x', 'A', {}, unknown)).status).toBe(401);
    host.address = '203.0.113.1';
    expect(statuses(await many(1))).toEqual(new Set([401]));
  });
});

inProcess(
  'Networks',
  (host) => {
    test('S10: an address outside WOPI_ALLOWED_CIDRS is refused whatever it asks, one inside is not', async () => {
      const { client } = await host.opened();
      for (const [address, status] of [
        ['127.0.0.1', 403],
        [null, 403],
        ['192.0.2.7', 200],
      ] as const) {
        host.address = address;
        const forwarded: [string, string][] = [['X-Forwarded-For', '192.0.2.7']];
        const answer = await client.checkFileInfo({ extraHeaders: forwarded });
        expect([address, answer.status]).toEqual([address, status]);
        const elsewhere = await host.fetch('/wopi/nothing');
        expect([address, elsewhere.status]).toEqual([address, status === 403 ? 403 : 404]);
      }
    });
  },
  { WOPI_ALLOWED_CIDRS: '192.0.2.0/24' },
);
