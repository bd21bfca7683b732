import { expect, test } from 'vitest';
import { inProcess } from '@/test/in-process-host';

inProcess('A session of Collabora', (host) => {
  test('opens, edits, saves, copies, opens the copy, renames, closes', async () => {
    const documentId = await host.document('first words', 'Отчёт.odt');
    const session = await host.collabora({ documentId });
    expect(await session.open()).toBe('edit');
    expect(await session.save('second words', { autosave: true })).toBe('saved');
    expect(await session.keepAlive()).toBe(true);
    expect(await session.save('third words')).toBe('saved');
    const copy = await session.saveAs('Отчёт за 2024 😀.odt');
    expect(copy.Name).toBe('Отчёт за 2024 😀.odt');
    const ofCopy = await host.collabora({ url: copy.Url });
    expect([await ofCopy.open(), ofCopy.content.toString()]).toEqual(['edit', 'third words']);
    await ofCopy.close();
    expect(await session.rename('Ünï')).toBe('Ünï');
    expect(await session.save('last words', { exit: true })).toBe('saved');
    await session.close();
    const row = await host.row(documentId);
    expect(row).toMatchObject({ name: 'Ünï.odt', lockId: null, recoveryCopies: [] });
    const client = await host.client(documentId);
    expect((await client.getFile()).body.toString()).toBe('last words');
  });

  test('a second session views while the first edits, and edits when it has closed', async () => {
    const documentId = await host.document('words', 'Two.odt');
    const [first, second] = [await host.collabora({ documentId }), await host.collabora({ documentId })];
    expect([await first.open(), await second.open()]).toEqual(['edit', 'view']);
    await first.close();
    expect(await second.open()).toBe('edit');
    await second.close();
  });

  test('what changed in the storage is asked about, and overwritten only when the person says so', async () => {
    const documentId = await host.document('words', 'Conflict.odt');
    const session = await host.collabora({ documentId });
    await session.open();
    const other = await host.client(documentId);
    expect((await other.putFile('of another', session.lockId, { modified: true })).status).toBe(200);
    expect(await session.save('mine')).toBe('changed-in-storage');
    expect((await other.getFile()).body.toString()).toBe('of another');
    expect(await session.save('mine', { force: true })).toBe('saved');
    expect((await other.getFile()).body.toString()).toBe('mine');
  });
});
