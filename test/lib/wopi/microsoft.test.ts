import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

inProcess('A session of Microsoft 365', (host) => {
  test('opens, edits, saves, copies, opens the copy, renames, closes', async () => {
    const documentId = await host.document('first words', 'Plan.docx');
    const session = await host.microsoft({ documentId });
    expect(await session.open()).toBe('edit');
    expect(session.info.LicenseCheckForEditIsEnabled).toBe(false);
    expect(await session.save('second words')).toBe('2');
    expect(await session.keepAlive()).toBe(true);
    expect(await session.currentLock()).toBe(session.lockId);
    await session.remember('likes dark pages');
    const copy = await session.saveAs('Plan.docx');
    expect(copy.Name).toBe('Plan (1).docx');
    const ofCopy = await host.microsoft({ url: copy.Url });
    expect([await ofCopy.open(), ofCopy.content.toString()]).toEqual(['edit', 'second words']);
    expect(ofCopy.info.UserInfo).toBe('likes dark pages');
    await ofCopy.close();
    expect((await session.saveAs('Plan (1).docx', true)).Url.split('?')[0]).toBe(copy.Url.split('?')[0]);
    expect(await session.rename('Our + plan_1')).toBe('Our + plan_1');
    await session.close();
    expect(await host.row(documentId)).toMatchObject({ name: 'Our + plan_1.docx', lockId: null, version: 2 });
  });

  test('an empty file is written without a lock first', async () => {
    const documentId = await host.document('', 'Empty.docx');
    const session = await host.microsoft({ documentId });
    expect([await session.open('template'), session.content.toString()]).toEqual(['edit', 'template']);
    await session.close();
  });

  test('a second session learns the lock from the 409, takes it over, and the first saves no more', async () => {
    const documentId = await host.document('words', 'Two.docx');
    const [first, second] = [await host.microsoft({ documentId }), await host.microsoft({ documentId })];
    expect([await first.open(), await second.open()]).toEqual(['edit', 'edit']);
    expect(second.lockId).not.toBe(first.lockId);
    expect(await second.currentLock()).toBe(second.lockId);
    await expect(first.save('too late')).rejects.toThrow('409');
    expect(await second.save('in time')).toBe('2');
  });

  test.each([
    ...['READ_SECURE_STORE', 'GET_RESTRICTED_LINK', 'REVOKE_RESTRICTED_LINK', 'COBALT', 'GET_COAUTH_LOCK'],
    ...['REFRESH_COAUTH_LOCK', 'UNLOCK_COAUTH_LOCK', 'GET_COAUTH_TABLE', 'GET_CHUNKED_FILE', 'PUT_CHUNKED_FILE'],
    ...['GET_SEQUENCE_NUMBER', 'NEVER_HEARD_OF', 'lock', 'PUT'],
  ])('%s on a file is defined elsewhere or nowhere, and answers 501', async (override) => {
    const { client } = await host.opened();
    expect((await client.override(override, [['X-WOPI-ApplicationId', 'x']])).status).toBe(501);
  });

  test('OneNote’s folders are not here: 404', async () => {
    for (const path of ['/wopi/folders/abc', '/wopi/folders/abc/children', '/wopi', '/wopi/x/y']) {
      expect([path, (await host.fetch(path)).status]).toEqual([path, 404]);
    }
  });
});
