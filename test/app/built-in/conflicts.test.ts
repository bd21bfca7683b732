import { expect, test } from 'vitest';
import { db } from '@/lib/db/db';
import { trashDocument } from '@/lib/documents/trash-document';
import { lockDocument } from '@/lib/locks/lock-document';
import { releaseLock } from '@/lib/locks/release-lock';
import { unlockDocument } from '@/lib/locks/unlock-document';
import { restoreVersion } from '@/lib/versions/restore-version';
import { inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';
import type { Browser } from '@/test/wopi-client/browser';
import { BuiltInSession } from '@/test/wopi-client/built-in-session';

inProcess('What the built-in client cannot save', (host) => {
  let annas: Browser;
  /** A text of Anna's with two versions, open in the editor. */
  const edited = async () => {
    annas ??= await host.browser();
    const documentId = await host.document('one', 'Notes.txt');
    const session = await host.builtIn(documentId, annas);
    await session.save('two');
    return { documentId, session };
  };
  const contentOf = async (documentId: string) => (await (await host.client(documentId)).getFile()).body.toString();

  test('a lock that ended while nobody came is taken again, and the save goes on', async () => {
    const { documentId, session } = await edited();
    await host.expireLock(documentId);
    expect(await session.save('three')).toEqual({ ok: true, version: '3' });
    expect(await host.row(documentId)).toMatchObject({ lockId: session.tab?.id, recoveryCopies: [] });
    await session.close();
  });

  test('a lock that the owner released is taken again while the version is the same', async () => {
    const { documentId, session } = await edited();
    await releaseLock(host.anna, { documentId });
    expect(await session.save('three')).toEqual({ ok: true, version: '3' });
    await session.close();
  });

  test('while another has the lock nothing is sent, and the person is told; in the end it can be saved', async () => {
    const { documentId, session } = await edited();
    await releaseLock(host.anna, { documentId });
    await lockDocument(host.anna, { documentId, lockId: 'another' });
    session.browser.sent.length = 0;
    expect(await session.save('mine', 'auto')).toEqual({ ok: false, problem: 'taken' });
    expect(session.browser.sent.map(({ headers }) => headers.get('x-wopi-override'))).toEqual(['REFRESH_LOCK']);
    expect(await host.row(documentId)).toMatchObject({ version: 2, lockId: 'another', recoveryCopies: [] });
    await unlockDocument(host.anna, { documentId, lockId: 'another' });
    expect(await session.save('mine')).toEqual({ ok: true, version: '3' });
    await session.close();
  });

  test('the last words of a page that goes away are refused with 409 while another has the lock, and kept', async () => {
    const { documentId, session } = await edited();
    await releaseLock(host.anna, { documentId });
    await lockDocument(host.anna, { documentId, lockId: 'another' });
    const lockId = session.tab?.id;
    expect(await session.save('my last words', 'exit')).toEqual({ ok: false, problem: 'taken' });
    const answer = await session.ask((file) =>
      file.putFile(session.bytes(), lockId ?? '', 'exit', { userId: host.anna.userId }),
    );
    expect([answer.status, answer.headers.get('x-wopi-lock')]).toEqual([409, 'another']);
    expect(await contentOf(documentId)).toBe('two');
    const { recoveryCopies } = await host.row(documentId);
    expect(recoveryCopies[0]).toMatchObject({ reason: 'lock-conflict', size: 13n, lockId });
  });

  test('another version that came meanwhile is not replaced, however often it is tried, unless the person says so', async () => {
    const { documentId, session } = await edited();
    await releaseLock(host.anna, { documentId });
    await restoreVersion(host.anna, { documentId, number: 1 });
    for (const kind of ['asked', 'auto', 'auto'] as const) {
      expect(await session.save('mine', kind)).toEqual({ ok: false, problem: 'changed' });
    }
    expect(await contentOf(documentId)).toBe('one');
    expect(await host.row(documentId)).toMatchObject({ version: 3, recoveryCopies: [] });
    expect(await session.save('mine', 'asked', true)).toEqual({ ok: true, version: '4' });
    expect(await contentOf(documentId)).toBe('mine');
    await session.close();
  });

  test('a page that goes away while the person has not decided replaces no other version: its words are kept', async () => {
    const { documentId, session } = await edited();
    await releaseLock(host.anna, { documentId });
    await restoreVersion(host.anna, { documentId, number: 1 });
    expect(await session.save('mine')).toEqual({ ok: false, problem: 'changed' });
    expect(await session.save('mine', 'exit')).toEqual({ ok: false, problem: 'taken' });
    expect(await contentOf(documentId)).toBe('one');
    expect(await host.row(documentId)).toMatchObject({
      version: 3,
      lockId: null,
      recoveryCopies: [{ reason: 'lock-conflict', size: 4n }],
    });
  });

  test('a document in the trash and a right that was withdrawn: the text is gone for this person, and its last words are kept', async () => {
    const trashed = await edited();
    await releaseLock(host.anna, { documentId: trashed.documentId });
    await trashDocument(host.anna, { documentId: trashed.documentId });
    expect(await trashed.session.save('three')).toEqual({ ok: false, problem: 'gone' });
    expect(await trashed.session.save('three', 'exit')).toEqual({ ok: false, problem: 'gone' });
    expect((await host.row(trashed.documentId)).recoveryCopies).toMatchObject([{ reason: 'not-found', size: 5n }]);

    const ben = await makePerson('Ben');
    const documentId = await host.document('one', 'Shared.txt');
    await host.grant(documentId, ben, 'editor');
    const session = await host.builtIn(documentId, await host.browser(ben));
    await db().grant.deleteMany({ where: { documentId } });
    expect(await session.save('Ben’s')).toEqual({ ok: false, problem: 'gone' });
    expect(await contentOf(documentId)).toBe('one');
  });

  test('who may only view, comment or review opens the text to read, and locks nothing', async () => {
    for (const role of ['viewer', 'commenter', 'reviewer'] as const) {
      const person = await makePerson(role);
      const documentId = await host.document('to read', 'Shared.md');
      await host.grant(documentId, person, role);
      const session = await BuiltInSession.of(await host.browser(person), documentId, 'view');
      expect([role, await session.open(), session.text]).toEqual([role, 'view', 'to read']);
      expect((await session.ask((file) => file.lock('mine'))).status).toBe(404);
      expect((await host.row(documentId)).lockId).toBeNull();
    }
  });

  test('who was an editor when the page was made opens the text to read, and locks nothing', async () => {
    for (const role of ['viewer', 'commenter'] as const) {
      const person = await makePerson(role);
      const documentId = await host.document('to read', 'Shared.md');
      await host.grant(documentId, person, 'editor');
      const session = await BuiltInSession.of(await host.browser(person), documentId, 'edit');
      await host.grant(documentId, person, role);
      expect([role, await session.open(), session.text]).toEqual([role, 'no-right', 'to read']);
      expect((await host.row(documentId)).lockId).toBeNull();
    }
  });

  test('what is no text is not opened, and not left locked', async () => {
    annas ??= await host.browser();
    const documentId = await host.document(Buffer.from([0, 1, 2, 3, 0, 255, 0, 7, 9, 9]), 'Program.txt');
    const session = await BuiltInSession.of(annas, documentId);
    expect(await session.open()).toEqual({ failure: 'not-text' });
    expect(await host.row(documentId)).toMatchObject({ version: 1, lockId: null });
  });

  test('of a text over 10 MiB the beginning is shown, whole lines of it, and nothing is locked', async () => {
    annas ??= await host.browser();
    const line = `${'ä'.repeat(50)}\n`;
    const documentId = await host.document(line.repeat(104_000), 'Long.log');
    const session = await BuiltInSession.of(annas, documentId);
    expect(await session.open()).toBe('too-large');
    expect(session.text.length).toBeGreaterThan(100_000);
    expect(session.text.length % line.length).toBe(0);
    expect((await host.row(documentId)).lockId).toBeNull();
  });
});
