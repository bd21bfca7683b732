import { expect, test } from 'vitest';
import { copyVersion, describeVersions, nameVersion, restoreVersion } from '@/app/_versions/actions';
import { describeAccess } from '@/app/(host)/_editor/actions';
import {
  doWithList,
  placeItems,
  renameItem,
  starItems,
  switchCopies,
  trashItems,
  untrashItems,
} from '@/app/(portal)/_list/actions';
import { newDocument } from '@/app/(portal)/_shell/actions';
import { endOfWork, undoWork } from '@/app/(portal)/_work/actions';
import * as settings from '@/app/(portal)/settings/actions';
import { deleteItems, emptyTrash } from '@/app/(portal)/trash/actions';
import { db } from '@/lib/db/db';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { filesBelow, readSource } from '@/test/source-tree';
import { act } from '../act-in-process';
import { inProcess } from '../in-process-host';
import { makePerson } from '../make-person';
import { Browser } from '../wopi-client/browser';

type Answer = { ok: boolean; code?: string; results?: { ok: boolean; code?: string }[] };

const document = (id: string) => ({ kind: 'document' as const, id });

inProcess('Server actions', (host) => {
  /** Every server action with a wish that its owner would be granted. */
  const wishes = (documentId: string, folderId: string): Record<string, () => Promise<Answer>> => {
    const item = document(documentId);
    const placed = { ...item, folderId, onClash: 'refuse' as const };
    return {
      renameItem: () => renameItem({ item, name: 'Renamed' }),
      trashItems: () => trashItems([item]),
      untrashItems: () => untrashItems([{ ...item, onClash: 'refuse' }]),
      move: () => placeItems({ how: 'move', items: [placed] }),
      placeItems: () => placeItems({ how: 'copy', items: [placed] }),
      starItems: () => starItems({ items: [item], starred: true }),
      doWithList: () => doWithList({ verb: 'copy', place: { place: 'folder', folderId }, kind: null, folderId }),
      undoWork: () => undoWork({ jobId: 'a'.repeat(26) }),
      endOfWork: () => endOfWork({ jobId: 'a'.repeat(26) }),
      switchCopies: () => switchCopies({ documentId, forbidden: true }),
      deleteItems: () => deleteItems([item]),
      describeAccess: () => describeAccess(documentId),
      describeVersions: () => describeVersions(documentId),
      restoreVersion: () => restoreVersion({ documentId, number: 1 }),
      copyVersion: () => copyVersion({ documentId, number: 1 }),
      nameVersion: () => nameVersion({ documentId, number: 1, name: 'First' }),
      newDocument: () => newDocument({ kind: 'text', name: 'New', folderId }),
    };
  };
  /** Those of a person's own, which name nothing of anybody else. */
  const own: Record<string, () => Promise<Answer>> = {
    emptyTrash,
    changePassword: () => settings.changePassword({ oldPassword: 'x', newPassword: 'y' }),
    changeName: () => settings.changeName({ name: 'Somebody' }),
    chooseLocale: () => settings.chooseLocale({ locale: 'de' }),
    endSession: () => settings.endSession({ sessionId: 'a'.repeat(26) }),
    signOutElsewhere: settings.signOutElsewhere,
  };
  const rootOf = async (person = host.anna) => (await ownRootFolder(person)).id;
  const everything = () =>
    Promise.all([
      db().document.findMany({ orderBy: { id: 'asc' } }),
      db().version.findMany({ orderBy: { id: 'asc' } }),
      db().folder.findMany({ orderBy: { id: 'asc' } }),
      db().star.count(),
      db().user.findMany({ orderBy: { id: 'asc' } }),
    ]);

  test('all of them are asked here', () => {
    const files = filesBelow('app').filter((file) => file.endsWith('/actions.ts'));
    const names = files.flatMap((file) => [...readSource(file).matchAll(/^export async function (\w+)/gm)]);
    const asked = Object.keys({ ...wishes('', ''), ...own });
    expect(names.length).toBeGreaterThan(10);
    expect(names.map(([, name]) => name).filter((name) => !asked.includes(name ?? ''))).toEqual([]);
  });

  test('refuse who is signed out, and whom another site sent, and change nothing', async () => {
    const documentId = await host.document();
    const all = Object.entries({ ...wishes(documentId, await rootOf()), ...own });
    const signedOut = new Browser(host.url, null, host.fetch);
    const lured = await host.browser();
    lured.forged = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const before = await everything();
    for (const [name, action] of all) {
      expect([name, await act(signedOut, action)]).toMatchObject([name, { ok: false, code: 'not-signed-in' }]);
      expect([name, await act(lured, action)]).toMatchObject([name, { ok: false, code: 'cross-origin' }]);
    }
    expect(await everything()).toEqual(before);
  });

  test('refuse a stranger as if the document did not exist, and change nothing', async () => {
    const documentId = await host.document();
    const browser = await host.browser(await makePerson('Sam'));
    const before = await everything();
    for (const [name, action] of Object.entries(wishes(documentId, await rootOf()))) {
      const answer = await act(browser, action);
      const refusal = answer.results ? answer.results[0] : answer;
      expect([name, refusal]).toMatchObject([name, { ok: false, code: 'not-found' }]);
    }
    expect(await everything()).toEqual(before);
  });

  test('refuse who may only view what would change the document, and let them look, star and copy', async () => {
    const viewer = await makePerson('Vera');
    const documentId = await host.document();
    await host.grant(documentId, viewer, 'viewer');
    const browser = await host.browser(viewer);
    const row = await host.row(documentId);
    const may = [
      'placeItems',
      'starItems',
      'doWithList',
      'describeAccess',
      'describeVersions',
      'copyVersion',
      'newDocument',
    ];
    for (const [name, action] of Object.entries(wishes(documentId, await rootOf(viewer)))) {
      const answer = await act(browser, action);
      const outcome = answer.results ? answer.results[0] : answer;
      expect([name, outcome?.ok]).toEqual([name, may.includes(name)]);
    }
    expect(await host.row(documentId)).toEqual(row);
  });

  test('speak the language of the person', async () => {
    const browser = await host.browser();
    const rename = () => renameItem({ item: document('0'.repeat(26)), name: 'x' });
    const message = async (language: string) => act(browser, rename, { 'accept-language': language });
    expect(await message('en')).toMatchObject({ message: expect.stringMatching(/does not exist/) });
    expect(await message('de')).toMatchObject({ message: expect.stringMatching(/^Dieses Dokument gibt es nicht/) });
  });
});
