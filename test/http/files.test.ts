import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { makePerson } from '@/test/make-person';
import { throughBothDoors } from './host';

throughBothDoors('Content, rights and limits', (host) => {
  test('B7: GetFile of a copy returns the very bytes; Size and SHA256 fit', async () => {
    const { client } = await host.opened();
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256));
    const { Url } = (await client.putRelativeFile('Copy.docx', bytes)).json<{ Url: string }>();
    const content = await fetch(Url.replace('?', '/contents?'), {
      headers: await proofHeaders(host, Url.replace('?', '/contents?')),
    });
    expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);
    const info = await (await fetch(Url, { headers: await proofHeaders(host, Url) })).json();
    expect(info).toMatchObject({ Size: bytes.length, SHA256: createHash('sha256').update(bytes).digest('base64') });
  });

  test('B10: a token of another document and a view token get 404 from every operation that is not theirs, and change nothing', async () => {
    const [a, b] = [await host.document(), await host.document()];
    const foreign = await host.client(b, { accessToken: await host.token(a) });
    const viewing = await host.client(b, { ceiling: 'view' });
    const before = JSON.stringify(await host.row(b), (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect((await foreign.checkFileInfo()).status).toBe(404);
    expect((await foreign.getFile()).status).toBe(404);
    for (const client of [foreign, viewing]) {
      const statuses = [
        await client.lock('A'),
        await client.unlockAndRelock('A', 'B'),
        await client.refreshLock('A'),
        await client.unlock('A'),
        await client.getLock(),
        await client.putFile('x', 'A'),
        await client.renameFile('other', 'A'),
        await client.deleteFile(),
        await client.putUserInfo('x'),
      ].map((answer) => answer.status);
      expect(new Set(statuses)).toEqual(new Set([404]));
    }
    expect(JSON.stringify(await host.row(b), (_, value) => (typeof value === 'bigint' ? String(value) : value))).toBe(
      before,
    );
  });

  test('B11: a token one second after its expiry answers 401', async () => {
    const { documentId, client } = await host.opened();
    await host.expireTokens(documentId, 1000);
    for (const answer of [await client.checkFileInfo(), await client.getFile(), await client.lock('A')])
      expect(answer.status).toBe(401);
  });

  test('B12: X-WOPI-MaxExpectedSize one byte below the size answers 412, the size itself 200', async () => {
    const { client } = await host.opened('ten bytes!');
    expect((await client.getFile(9)).status).toBe(412);
    expect((await client.getFile(10)).status).toBe(200);
  });

  test('B15: the token in the Url of a copy expires exactly with the caller’s', async () => {
    const { documentId, client } = await host.opened();
    const expiresAt = new Date(Date.now() + 12_345_000);
    await db().accessToken.updateMany({ where: { documentId }, data: { expiresAt } });
    await client.putRelativeFile('Copy.docx', 'x');
    const copy = await db().document.findFirstOrThrow({
      where: { copiedFromId: documentId },
      include: { accessTokens: true },
    });
    expect(copy.accessTokens.map((token) => token.expiresAt)).toEqual([expiresAt]);
  });

  test('B16: Version and X-WOPI-ItemVersion agree on GetFile, Lock, PutFile and Unlock; Lock and Unlock do not change it', async () => {
    const { client } = await host.opened();
    const version = async () => (await client.checkFileInfo()).json<{ Version: string }>().Version;
    expect((await client.getFile()).headers['x-wopi-itemversion']).toBe(await version());
    expect((await client.lock('A')).headers['x-wopi-itemversion']).toBe('1');
    const saved = await client.putFile('second', 'A', { modified: true });
    expect(saved.headers['x-wopi-itemversion']).toBe('2');
    expect(await version()).toBe('2');
    expect((await client.unlock('A')).headers['x-wopi-itemversion']).toBe('2');
    expect(await version()).toBe('2');
  });

  test('GetFile answers Range with the whole file', async () => {
    const { client } = await host.opened('0123456789');
    const answer = await client.getFile(undefined, { extraHeaders: [['Range', 'bytes=2-4']] });
    expect([answer.status, answer.body.toString()]).toEqual([200, '0123456789']);
    if (host.door === 'node') expect(answer.headers['content-length']).toBe('10');
  });

  test('PutUserInfo is kept for the person and comes back with every document; more than 1024 characters are refused', async () => {
    const person = await makePerson();
    const [a, b] = [await host.document('a', 'a.docx', person), await host.document('b', 'b.docx', person)];
    expect((await (await host.client(a, { person })).putUserInfo('opaque string')).status).toBe(200);
    expect((await (await host.client(b, { person })).checkFileInfo()).json()).toMatchObject({
      UserInfo: 'opaque string',
    });
    expect((await (await host.client(a, { person })).putUserInfo('x'.repeat(1025))).status).toBe(400);
  });

  test('C8: CheckFileInfo has no null, Size is a number and LastModifiedTime the same each time', async () => {
    const { client } = await host.opened();
    const [first, second] = [await client.checkFileInfo(), await client.checkFileInfo()];
    expect(first.body.toString()).toBe(second.body.toString());
    expect(first.body.toString()).not.toContain('null');
    const info = first.json();
    expect(typeof info.Size).toBe('number');
    for (const forbidden of [
      'SupportsCoauth',
      'SequenceNumber',
      'AccessTokenExpiry',
      'ServerTime',
      'SharingStatus',
      'FileUrl',
    ]) {
      expect(info).not.toHaveProperty(forbidden);
    }
    for (const [name, value] of Object.entries(info)) {
      if (/Url$|Origin$/.test(name)) expect(() => new URL(String(value))).not.toThrow();
      expect(JSON.stringify(value)).not.toContain('access_token');
    }
  });
});

async function proofHeaders(
  host: Parameters<Parameters<typeof throughBothDoors>[1]>[0],
  url: string,
): Promise<Record<string, string>> {
  const ticks = BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n;
  const accessToken = new URL(url).searchParams.get('access_token') ?? '';
  return {
    'x-wopi-proof': host.documentServer.signer.sign({ accessToken, url, ticks }),
    'x-wopi-timestamp': String(ticks),
  };
}
