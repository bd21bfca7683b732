import { expect, test } from 'vitest';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { listPage } from '@/lib/listings/list-page';
import { listEditors } from '@/lib/locks/list-editors';
import { type InProcessHost, inProcess } from '@/test/in-process-host';
import { makePerson } from '@/test/make-person';

async function editing(host: InProcessHost, documentId: string): Promise<string[]> {
  const scope = { place: 'folder', folderId: (await ownRootFolder(host.anna)).id } as const;
  const sort = { column: 'modified', direction: 'descending' } as const;
  const { documents } = await listPage(host.anna, { scope, sort, kind: null, after: null, limit: 100 });
  const names = documents.find(({ id }) => id === documentId)?.editingBy.map(({ name }) => name) ?? [];
  const told = await listEditors(host.anna, { documentId });
  expect(told.map(({ name }) => name).sort()).toEqual([...names].sort());
  return names;
}

inProcess('Who edits', (host) => {
  test('is both editors of ONLYOFFICE, who share one lock, until it ends', async () => {
    const ben = await makePerson('Ben');
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    const [first, second] = [await host.client(documentId), await host.client(documentId, { person: ben })];
    await first.checkFileInfo();
    expect(await editing(host, documentId)).toEqual([]);
    await first.lock(documentId);
    expect(await editing(host, documentId)).toEqual(['Anna Keller']);
    await second.checkFileInfo();
    await second.lock(documentId);
    expect(await editing(host, documentId)).toEqual(['Ben', 'Anna Keller']);
    await first.putFile('words of two', documentId, { modified: true });
    await first.refreshLock(documentId);
    expect(await editing(host, documentId)).toEqual(['Ben', 'Anna Keller']);
    await first.unlock(documentId);
    expect(await editing(host, documentId)).toEqual([]);
    await second.lock(documentId);
    expect(await editing(host, documentId)).toEqual(['Ben']);
  });

  test('is also who joins with CheckFileInfo alone, as in Collabora, but not who views or whose Lock is refused', async () => {
    const [ben, carla] = [await makePerson('Ben'), await makePerson('Carla')];
    const documentId = await host.document();
    await host.grant(documentId, ben, 'editor');
    await host.grant(documentId, carla, 'viewer');
    await (await host.client(documentId)).lock('A');
    await (await host.client(documentId, { person: carla, ceiling: 'view' })).checkFileInfo();
    await (await host.client(documentId, { ceiling: 'view' })).checkFileInfo();
    expect(await editing(host, documentId)).toEqual(['Anna Keller']);
    const joining = await host.client(documentId, { person: ben });
    await joining.checkFileInfo();
    expect(await editing(host, documentId)).toEqual(['Anna Keller', 'Ben']);
    expect((await joining.lock('another')).status).toBe(409);
    expect(await editing(host, documentId)).toEqual(['Anna Keller']);
  });
});
