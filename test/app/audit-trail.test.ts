import { expect, test } from 'vitest';
import { copyVersion, nameVersion, restoreVersion } from '@/app/_versions/actions';
import { openHere } from '@/app/(host)/_editor/open-here';
import * as list from '@/app/(portal)/_list/actions';
import { endEditing } from '@/app/(portal)/_list/details-actions';
import { newFolder } from '@/app/(portal)/_list/folder-actions';
import { newDocument } from '@/app/(portal)/_shell/actions';
import * as settings from '@/app/(portal)/settings/actions';
import { deleteItems } from '@/app/(portal)/trash/actions';
import { db } from '@/lib/db/db';
import { grantRole } from '@/lib/shares/grant-role';
import { endSession } from '@/lib/users/end-session';
import { signIn } from '@/lib/users/sign-in';
import { inProcess } from '../in-process-host';
import { fetched, folder, given, item, left, page, refuse, type Verb } from './audit-steps';

/** What people and editors do, the row that it leaves, and what has to be there before. */
const verbs: Record<string, { leaves: string; verb: Verb; before?: Verb }> = {
  'opening a document': { leaves: 'document.open', verb: page((at) => openHere(at.documentId, 'edit', '')) },
  'opening a version': { leaves: 'document.open', verb: page((at) => openHere(at.documentId, 'view', 'version=1')) },
  'downloading a document': {
    leaves: 'document.download',
    verb: fetched((at) => `/api/documents/${at.documentId}/content`),
  },
  'downloading a version': {
    leaves: 'document.download',
    verb: fetched((at) => `/api/documents/${at.documentId}/versions/1/content`),
  },
  'downloading a zip': { leaves: 'archive.download', verb: fetched((at) => `/api/zip?item=document:${at.documentId}`) },
  uploading: {
    leaves: 'document.create',
    verb: fetched(() => '/api/upload?name=a.docx', { method: 'POST', body: 'x' }),
  },
  'a new document': {
    leaves: 'document.create',
    verb: page((at) => newDocument({ kind: 'text', name: 'New', folderId: at.folderId })),
  },
  'a new folder': { leaves: 'folder.create', verb: page((at) => newFolder({ folderId: at.folderId, name: 'New' })) },
  Lock: { leaves: 'document.lock', verb: (at) => at.client.lock('A') },
  UnlockAndRelock: {
    leaves: 'document.relock',
    before: (at) => at.client.lock('A'),
    verb: (at) => at.client.unlockAndRelock('B', 'A'),
  },
  Unlock: { leaves: 'document.unlock', before: (at) => at.client.lock('A'), verb: (at) => at.client.unlock('A') },
  PutFile: { leaves: 'document.save', before: (at) => at.client.lock('A'), verb: (at) => at.client.putFile('x', 'A') },
  PutRelativeFile: { leaves: 'document.copy', verb: (at) => at.client.putRelativeFile('copy.docx', 'x') },
  RenameFile: { leaves: 'document.rename', verb: (at) => at.client.renameFile('Other', null) },
  DeleteFile: { leaves: 'document.trash', verb: (at) => at.client.deleteFile() },
  'renaming a document': {
    leaves: 'document.rename',
    verb: page((at) => list.renameItem({ item: item(at.documentId), name: 'Other' })),
  },
  'moving a document': {
    leaves: 'document.move',
    verb: page((at) =>
      list.placeItems({ how: 'move', items: [{ ...item(at.documentId), folderId: at.otherId, onClash: refuse }] }),
    ),
  },
  'copying a document': {
    leaves: 'document.copy',
    verb: page((at) =>
      list.placeItems({ how: 'copy', items: [{ ...item(at.documentId), folderId: at.otherId, onClash: refuse }] }),
    ),
  },
  'moving a document to the trash': {
    leaves: 'document.trash',
    verb: page((at) => list.trashItems([item(at.documentId)])),
  },
  'taking a document out of the trash': {
    leaves: 'document.untrash',
    before: page((at) => list.trashItems([item(at.documentId)])),
    verb: page((at) => list.untrashItems([{ ...item(at.documentId), onClash: refuse }])),
  },
  'deleting a document': {
    leaves: 'document.delete',
    before: page((at) => list.trashItems([item(at.documentId)])),
    verb: page((at) => deleteItems([item(at.documentId)])),
  },
  'forbidding copies': {
    leaves: 'document.copy-switch',
    verb: page((at) => list.switchCopies({ documentId: at.documentId, forbidden: true })),
  },
  'ending somebody’s editing': {
    leaves: 'document.release-lock',
    before: (at) => at.client.lock('A'),
    verb: page((at) => endEditing({ documentId: at.documentId })),
  },
  'restoring a version': {
    leaves: 'version.restore',
    verb: page((at) => restoreVersion({ documentId: at.documentId, number: 1 })),
  },
  'copying a version': {
    leaves: 'document.copy',
    verb: page((at) => copyVersion({ documentId: at.documentId, number: 1 })),
  },
  'naming a version': {
    leaves: 'version.name',
    verb: page((at) => nameVersion({ documentId: at.documentId, number: 1, name: 'First' })),
  },
  sharing: {
    leaves: 'document.share',
    verb: (at) => grantRole(at.person, { documentId: at.documentId, userEmail: at.friend.email, role: 'viewer' }),
  },
  'renaming a folder': {
    leaves: 'folder.rename',
    verb: page((at) => list.renameItem({ item: folder(at.otherId), name: 'Other name' })),
  },
  'moving a folder to the trash': { leaves: 'folder.trash', verb: page((at) => list.trashItems([folder(at.otherId)])) },
  'deleting a folder': {
    leaves: 'folder.delete',
    before: page((at) => list.trashItems([folder(at.otherId)])),
    verb: page((at) => deleteItems([folder(at.otherId)])),
  },
  'signing in': {
    leaves: 'session.start',
    verb: (at) =>
      signIn({ email: at.person.email, password: 'correct horse battery', address: '127.0.0.1', userAgent: null }),
  },
  'signing out': {
    leaves: 'session.end',
    verb: async (at) => {
      const { id } = await db().session.findFirstOrThrow({ where: { userId: at.person.userId } });
      await endSession(id, null);
    },
  },
  'changing one’s name': { leaves: 'user.rename', verb: page(() => settings.changeName({ name: 'Another' })) },
};

inProcess('S50: the audit trail', (host) => {
  test.each(Object.entries(verbs))('%s leaves exactly one row, with who, what and from where', async (_, each) => {
    const at = await given(host);
    await each.before?.(at);
    const found = await left(() => each.verb(at));
    expect(found.map(({ action, outcome }) => [action, outcome])).toEqual([[each.leaves, 'done']]);
    expect(found[0]).toMatchObject({ actorId: at.person.userId });
    const isOfDocument = /^(document|version)\.(?!create|copy$)/.test(each.leaves);
    if (isOfDocument) expect(found[0]).toMatchObject({ documentId: at.documentId });
  });

  test.each(['checkFileInfo', 'getFile', 'getLock'] as const)('%s of an editor leaves none', async (operation) => {
    const at = await given(host);
    expect(await left(() => at.client[operation]())).toEqual([]);
  });
});
