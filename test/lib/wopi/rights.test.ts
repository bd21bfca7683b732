import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import { everyOperation, everyWrite } from './every-operation';

inProcess('Rights', (host) => {
  const statuses = (answers: { status: number }[]) => new Set(answers.map(({ status }) => status));

  test('B10: a token of another document and a view token get 404 from every operation that is not theirs, and change nothing', async () => {
    const [a, b] = [await host.document(), await host.document()];
    const foreign = await host.client(b, { accessToken: await host.token(a) });
    const viewing = await host.client(b, { ceiling: 'view' });
    await (await host.client(b)).lock('secret');
    const before = await host.row(b);
    const answers = [...(await everyOperation(foreign)), ...(await everyWrite(viewing))];
    expect(statuses(answers)).toEqual(new Set([404]));
    for (const { headers, body } of answers) expect([headers['x-wopi-lock'], body.length]).toEqual([undefined, 0]);
    expect(await host.row(b)).toEqual(before);
  });

  test('S03: a view token may neither lock nor save, rename, delete or store user info, whoever holds it', async () => {
    const documentId = await host.document();
    const before = await host.row(documentId);
    const viewing = await host.client(documentId, { ceiling: 'view' });
    expect(statuses(await everyWrite(viewing))).toEqual(new Set([404]));
    expect((await viewing.getFile()).status).toBe(200);
    const ben = await makePerson('Ben');
    await host.grant(documentId, ben, 'editor');
    const bens = await host.client(documentId, { person: ben, ceiling: 'view' });
    expect(statuses(await everyWrite(bens))).toEqual(new Set([404]));
    expect(await host.row(documentId)).toEqual(before);
  });

  test('a right is read anew at every request: an editor made a viewer only reads, and gets the right back with the role', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    const client = await host.client(documentId, { person: ben });
    expect((await client.lock('A')).status).toBe(200);
    await host.grant(documentId, ben, 'viewer');
    expect((await client.checkFileInfo()).json()).toMatchObject({ UserCanWrite: false, ReadOnly: true });
    expect(statuses(await everyWrite(client))).toEqual(new Set([404]));
    await host.grant(documentId, ben, 'editor');
    expect((await client.putFile('typed', 'A', { modified: true })).status).toBe(200);
  });

  test('without a grant every operation answers 404, also with a token of before', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    const client = await host.client(documentId, { person: ben });
    await db().grant.deleteMany({ where: { documentId } });
    expect(statuses(await everyOperation(client))).toEqual(new Set([404]));
  });
});
