import { expect, test } from 'vitest';
import * as versions from '@/app/_versions/actions';
import { describeAccess } from '@/app/(host)/_editor/actions';
import * as list from '@/app/(portal)/_list/actions';
import * as details from '@/app/(portal)/_list/details-actions';
import * as folders from '@/app/(portal)/_list/folder-actions';
import { newDocument } from '@/app/(portal)/_shell/actions';
import * as work from '@/app/(portal)/_work/actions';
import * as settings from '@/app/(portal)/settings/actions';
import { deleteItems } from '@/app/(portal)/trash/actions';
import { ownRootFolder } from '@/lib/folders/own-root-folder';
import { act } from '../act-in-process';
import { inProcess } from '../in-process-host';
import { linesOfLog } from '../lines-of-log';
import { makePerson } from '../make-person';

type Outcome = { ok: boolean; code?: string; results?: Outcome[] };
type Action = (given: never) => Promise<Outcome>;

/** What no page of ours sends in the place of an argument, or of a part of one. */
const hostile: unknown[] = [
  undefined,
  null,
  '',
  'x\0y',
  '\ud800',
  '\'; DROP TABLE "User"; --',
  'a'.repeat(65_536),
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  Number.NaN,
  true,
  [],
  [null],
  {},
  { not: 'x' },
  { contains: '' },
  { __proto__: { ok: true }, constructor: 1 },
];

/** The argument with a hostile value in the place of itself and of each of its parts, one at a time. */
function* spoilt(argument: unknown): Generator<unknown> {
  yield* hostile;
  if (typeof argument !== 'object' || argument === null) return;
  for (const [key, value] of Object.entries(argument)) {
    for (const part of spoilt(value)) {
      const copy = structuredClone(argument);
      Reflect.set(copy, key, part);
      yield copy;
    }
  }
}

type Given = { id: string; folderId: string };

/** Each action with an argument that a page of ours would send. */
const actions: Record<string, [Action, (given: Given) => unknown]> = {
  describeAccess: [describeAccess as Action, ({ id }) => id],
  renameItem: [list.renameItem as Action, ({ id }) => ({ item: item(id), name: 'Other' })],
  trashItems: [list.trashItems as Action, ({ id }) => [item(id)]],
  untrashItems: [list.untrashItems as Action, ({ id }) => [{ ...item(id), onClash: 'refuse' }]],
  placeItems: [list.placeItems as Action, ({ id, folderId }) => ({ how: 'copy', items: [placed({ id, folderId })] })],
  doWithList: [
    list.doWithList as Action,
    ({ folderId }) => ({ verb: 'copy', place: { place: 'folder', folderId }, kind: null, folderId, onClash: 'refuse' }),
  ],
  doWithSearch: [
    list.doWithList as Action,
    () => ({ verb: 'trash', place: { place: 'search', text: 'Letter' }, kind: 'text' }),
  ],
  undoWork: [work.undoWork as Action, () => ({ jobId: 'a'.repeat(26) })],
  endOfWork: [work.endOfWork as Action, () => ({ jobId: 'a'.repeat(26) })],
  starItems: [list.starItems as Action, ({ id }) => ({ items: [item(id)], starred: true })],
  switchCopies: [list.switchCopies as Action, ({ id }) => ({ documentId: id, forbidden: false })],
  describeDocument: [details.describeDocument as Action, ({ id }) => ({ documentId: id })],
  endEditing: [details.endEditing as Action, ({ id }) => ({ documentId: id })],
  newFolder: [folders.newFolder as Action, ({ folderId }) => ({ folderId, name: 'New' })],
  browseFolder: [folders.browseFolder as Action, ({ folderId }) => folderId],
  makeUploadFolders: [folders.makeUploadFolders as Action, ({ folderId }) => ({ folderId, paths: [['a']] })],
  findUploadClashes: [folders.findUploadClashes as Action, ({ folderId }) => ({ folderId, names: ['a'] })],
  newDocument: [newDocument as Action, ({ folderId }) => ({ kind: 'text', name: 'New', folderId })],
  changeName: [settings.changeName as Action, () => ({ name: 'Somebody' })],
  chooseLocale: [settings.chooseLocale as Action, () => ({ locale: 'de' })],
  endSession: [settings.endSession as Action, () => ({ sessionId: 'a'.repeat(26) })],
  describeVersions: [versions.describeVersions as Action, ({ id }) => id],
  restoreVersion: [versions.restoreVersion as Action, ({ id }) => ({ documentId: id, number: 7 })],
  copyVersion: [versions.copyVersion as Action, ({ id }) => ({ documentId: id, number: 7 })],
  nameVersion: [versions.nameVersion as Action, ({ id }) => ({ documentId: id, number: 7, name: 'First' })],
  deleteItems: [deleteItems as Action, ({ id }) => [item(id)]],
};

function item(id: string) {
  return { kind: 'document', id };
}

function placed({ id, folderId }: Given) {
  return { ...item(id), folderId, onClash: 'refuse' };
}

inProcess('S47: a server action answers whatever it is sent with a refusal or a result, and logs no stack', (host) => {
  test.each(Object.keys(actions))('%s', async (name) => {
    const person = await makePerson();
    const browser = await host.browser(person);
    const given = {
      id: await host.document('x', 'Letter.docx', person),
      folderId: (await ownRootFolder(person)).id,
    };
    const [action, argument] = actions[name] ?? [];
    const logged = linesOfLog().length;
    const failed: unknown[] = [];
    for (const sent of spoilt(argument?.(given))) {
      const outcome = await act(browser, async () => action?.(sent as never));
      const codes = [outcome, ...(outcome?.results ?? [])].map((each) => each?.code);
      if (codes.includes('internal')) failed.push(JSON.stringify(sent)?.slice(0, 200));
    }
    expect(failed).toEqual([]);
    expect(linesOfLog().slice(logged)).toEqual([]);
  });

  test('one that is no wish at all is refused as such, in a sentence without a detail, and changes nothing', async () => {
    const browser = await host.browser();
    const id = await host.document();
    const before = await host.row(id);
    const wrong: unknown[] = [null, {}, [{ kind: 'user', id }], Array(501).fill(item(id))];
    for (const sent of wrong) {
      expect(await act(browser, () => list.trashItems(sent as never))).toEqual({
        ok: false,
        code: 'invalid-request',
        message: 'This cannot be understood. Load the page again.',
      });
    }
    expect(await host.row(id)).toEqual(before);
  });
});
