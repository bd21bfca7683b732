import { expect, test } from 'vitest';
import { placeItems, renameItem, trashItems, untrashItems } from '@/app/(portal)/_list/actions';
import { deleteItems } from '@/app/(portal)/trash/actions';
import { createFolder } from '@/lib/folders/create-folder';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { lockDocument } from '@/lib/locks/lock-document';
import { act } from '../act-in-process';
import { inProcess } from '../in-process-host';
import { seeWorkThrough } from '../see-work-through';

const document = (id: string) => ({ kind: 'document' as const, id });
const folder = (id: string) => ({ kind: 'folder' as const, id });

inProcess('One action on several things', (host) => {
  const makeFolder = async (name: string) =>
    (await createFolder(host.anna, { parentId: (await ownRootFolder(host.anna)).id, name, mode: 'suggested' })).id;

  test('what is refused for one is not refused for the others, and each says why', async () => {
    const browser = await host.browser();
    const [edited, free] = [await host.document('x', 'Edited.docx'), await host.document('x', 'Free.docx')];
    await lockDocument(host.anna, { documentId: edited, lockId: 'A' });
    const answer = await seeWorkThrough(browser, () => trashItems([edited, 'z'.repeat(26), free].map(document)));
    expect(answer).toMatchObject({
      ok: true,
      results: [
        { ok: false, code: 'being-edited', message: expect.stringMatching(/“Edited.docx”/) },
        { ok: false, code: 'not-found' },
        { ok: true, id: free },
      ],
    });
    expect([(await host.row(edited)).trashedAt, (await host.row(free)).trashedAt]).toEqual([null, expect.any(Date)]);
  });

  test('documents and folders are renamed, moved, copied, trashed, brought back and deleted by one and the same call', async () => {
    const browser = await host.browser();
    const items = [document(await host.document('x', 'Plan.docx')), folder(await makeFolder('Plans'))] as const;
    for (const item of items) {
      expect(await act(browser, () => renameItem({ item, name: 'Ziel' }))).toMatchObject({ ok: true });
    }
    const folderId = await makeFolder('Below');
    const place = (how: 'move' | 'copy', onClash: 'refuse' | 'keep-both') =>
      seeWorkThrough(browser, () => placeItems({ how, items: items.map((item) => ({ ...item, folderId, onClash })) }));
    const named = (...names: string[]) => ({ ok: true, results: names.map((name) => ({ ok: true, name })) });
    expect(await place('copy', 'refuse')).toMatchObject(named('Ziel.docx', 'Ziel'));
    const taken = { ok: false, code: 'name-taken' };
    expect(await place('move', 'refuse')).toMatchObject({ ok: true, results: [taken, taken] });
    expect(await place('move', 'keep-both')).toMatchObject(named('Ziel (1).docx', 'Ziel (1)'));
    expect(await seeWorkThrough(browser, () => trashItems([...items]))).toMatchObject(named('', ''));
    const back = items.map((item) => ({ ...item, onClash: 'refuse' as const }));
    expect(await seeWorkThrough(browser, () => untrashItems(back))).toMatchObject(named('Ziel (1).docx', 'Ziel (1)'));
    await seeWorkThrough(browser, () => trashItems([...items]));
    expect(await seeWorkThrough(browser, () => deleteItems([...items]))).toMatchObject(named('', ''));
    const gone = { ok: false, code: 'not-found' };
    expect(await seeWorkThrough(browser, () => deleteItems([...items]))).toMatchObject({
      ok: true,
      results: [gone, gone],
    });
  });
});
