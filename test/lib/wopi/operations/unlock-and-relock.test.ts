import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { inProcess } from '@/test/in-process-host';

inProcess('UnlockAndRelock', (host) => {
  test('a JSON lock id with commas is one lock id; UnlockAndRelock exchanges it', async () => {
    const { client } = await host.opened('x', 'Letter.docx', 'microsoft');
    const json = '{"S":"a1b2","E":2,"M":"x,y"}';
    expect((await client.lock(json)).status).toBe(200);
    expect((await client.getLock()).headers['x-wopi-lock']).toBe(json);
    const wrong = await client.unlockAndRelock('new', 'not the lock');
    expect([wrong.status, wrong.headers['x-wopi-lock']]).toEqual([409, json]);
    expect((await client.unlockAndRelock('new', json)).status).toBe(200);
    expect((await client.unlock('new')).status).toBe(200);
    const unlocked = await client.unlockAndRelock('a', 'b');
    expect([unlocked.status, unlocked.headers['x-wopi-lock']]).toEqual([409, '']);
  });

  test('the new lock lives for 30 minutes, and who saved under the old id saves no more', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('old');
    await host.expireLock(documentId);
    expect((await client.unlockAndRelock('new', 'old')).status).toBe(409);
    await client.lock('old');
    const soon = new Date(Date.now() + 60_000);
    await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: soon } });
    expect((await client.unlockAndRelock('new', 'old')).status).toBe(200);
    const left = ((await host.row(documentId)).lockExpiresAt?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(29 * 60_000);
    expect((await client.putFile('late', 'old', { modified: true })).status).toBe(409);
    expect((await client.putFile('in time', 'new', { modified: true })).status).toBe(200);
  });

  test('autosaves before and after an UnlockAndRelock fold into one version: the lock’s session goes on', async () => {
    const { documentId, client } = await host.opened();
    await client.lock('old');
    await client.putFile('a', 'old', { modified: true, autosave: true });
    await client.unlockAndRelock('new', 'old');
    await client.putFile('b', 'new', { modified: true, autosave: true });
    const row = await host.row(documentId);
    expect([row.version, row.versions.length]).toEqual([3, 2]);
  });

  test('C2: parallel UnlockAndRelock with the same old lock: exactly one 200', async () => {
    const { client } = await host.opened();
    await client.lock('old');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => client.unlockAndRelock(`new ${n}`, 'old')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
  });
});
