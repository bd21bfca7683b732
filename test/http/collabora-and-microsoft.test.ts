import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { throughBothDoors } from './host';

throughBothDoors('Other clients', (host) => {
  describe('Collabora', () => {
    test('D8: a stale X-COOL-WOPI-Timestamp answers 409 with COOLStatusCode 1010 and changes nothing; equal or absent 200', async () => {
      const { documentId, client } = await host.opened('first words', 'Letter.odt', 'collabora');
      await client.lock('cool-lock1a2b3c4d');
      const stale = await client.putFile('x', 'cool-lock1a2b3c4d', {
        modified: true,
        timestamp: '2001-01-01T00:00:00.000Z',
      });
      expect([stale.status, stale.json(), stale.headers['x-wopi-lock']]).toEqual([
        409,
        expect.objectContaining({ COOLStatusCode: 1010 }),
        'cool-lock1a2b3c4d',
      ]);
      expect((await client.getFile()).body.toString()).toBe('first words');
      const { LastModifiedTime } = (await client.checkFileInfo()).json<{ LastModifiedTime: string }>();
      expect(
        (await client.putFile('equal', 'cool-lock1a2b3c4d', { modified: true, timestamp: LastModifiedTime })).status,
      ).toBe(200);
      expect((await client.putFile('absent', 'cool-lock1a2b3c4d', { modified: true })).status).toBe(200);
      expect((await host.row(documentId)).version).toBe(3);
    });

    test('D9: LOCK again extends the lock; a new session while the old lock lives meets 409 with the old id', async () => {
      const { documentId, client } = await host.opened('x', 'Letter.odt', 'collabora');
      await client.lock('cool-lock00000001');
      await db().document.update({ where: { id: documentId }, data: { lockExpiresAt: new Date(Date.now() + 60_000) } });
      expect((await client.refreshLock('cool-lock00000001')).status).toBe(200);
      expect(((await host.row(documentId)).lockExpiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 60_000);
      const other = await client.lock('cool-lock00000002');
      expect([other.status, other.headers['x-wopi-lock']]).toEqual([409, 'cool-lock00000001']);
    });
  });

  describe('Microsoft', () => {
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

    test('the Authorization header serves as a fall-back for the token in the query', async () => {
      const { client } = await host.opened();
      const bearer: [string, string][] = [['Authorization', `Bearer ${client.options.accessToken}`]];
      const url = client.options.wopiSrc;
      expect((await client.send('GET', '', [], null, { query: null, signUrl: url, extraHeaders: bearer })).status).toBe(
        200,
      );
      expect((await client.send('GET', '', [], null, { query: null, signUrl: url })).status).toBe(401);
    });

    test('every save without flags is a version', async () => {
      const { documentId, client } = await host.opened('x', 'Letter.docx', 'microsoft');
      await client.lock('A');
      await client.putFile('1', 'A');
      await client.putFile('2', 'A');
      expect((await host.row(documentId)).versions).toHaveLength(3);
    });
  });
});
