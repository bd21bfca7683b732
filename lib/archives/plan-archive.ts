import { db } from '@/lib/db/db';
import { LoopTurns } from '@/lib/db/loop-turns';
import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { listChildren } from '@/lib/folders/list-children';
import { liveFoldersBelow } from '@/lib/folders/live-folders-below';
import { requireFolder } from '@/lib/folders/require-folder';
import { inChunks } from '@/lib/shared/in-chunks';
import type { Actor } from '@/lib/users/actor';
import { ArchiveNames } from './archive-names';

export type ArchiveItem = { kind: 'document' | 'folder'; id: string };

/** One thing in an archive: a document, or a folder (`documentId` null). */
export type ArchiveEntry = { path: string; documentId: string | null; modifiedAt: Date };

/** Documents and folders in one archive. */
export const mostEntries = 10_000;

/** The format keeps the length of a path in 16 bits. */
const longestPath = 65_535;

/**
 * What an archive will have in it: folders as paths, each before what lies in it, and empty ones too. Two things
 * of one name in the same place get different ones.
 * @returns `folderName` when it is all one folder
 * @throws AppError `not-found` for an item that the actor may not read, `invalid-request` (nothing, or too much)
 */
export async function planArchive(
  actor: Actor,
  items: readonly ArchiveItem[],
): Promise<{ folderName: string | null; entries: ArchiveEntry[] }> {
  const asked = [...new Map(items.map((item) => [item.id, item])).values()];
  if (asked.length === 0)
    throw new AppError('invalid-request', 'Choose what you want to download first.', { reason: 'nothing-chosen' });
  if (asked.length > mostEntries) throw tooMuch();
  const entries: ArchiveEntry[] = [];
  const names = new ArchiveNames();
  const turns = new LoopTurns(10);
  const add = (entry: ArchiveEntry) => {
    if (Buffer.byteLength(entry.path) >= longestPath) throw tooDeep();
    if (entries.push(entry) > mostEntries) throw tooMuch();
  };
  let only: string | null = null;
  for (const { kind, id } of asked) {
    if (kind === 'document') {
      const { name, modifiedAt } = await requireDocument(actor, id, 'read');
      add({ path: names.take(name), documentId: id, modifiedAt });
    } else {
      const folder = await requireFolder(actor, id, 'read');
      only = folder.name;
      await refuseLargeFolder(id);
      await addFolder(
        actor,
        { ...folder, path: names.take(folder.name), modifiedAt: folder.changedAt },
        { add, turns },
      );
    }
  }
  return { folderName: asked.length === 1 ? only : null, entries };
}

async function addFolder(
  actor: Actor,
  folder: { id: string; path: string; modifiedAt: Date },
  archive: { add: (entry: ArchiveEntry) => void; turns: LoopTurns },
): Promise<void> {
  const { add, turns } = archive;
  // Folders lie in each other as deep as they like: those that wait stand in a list, the next one last.
  const waiting = [folder];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next.id)) continue;
    seen.add(next.id);
    const { path, modifiedAt: foldersAt } = next;
    add({ path, documentId: null, modifiedAt: foldersAt });
    const { folders, documents } = await listChildren(actor, { folderId: next.id });
    const names = new ArchiveNames();
    for (const { id, name, modifiedAt } of documents) {
      await turns.give();
      add({ path: `${path}/${names.take(name)}`, documentId: id, modifiedAt });
    }
    const inside: (typeof folder)[] = [];
    for (const { id, name } of folders) {
      await turns.give();
      inside.push({ id, path: `${path}/${names.take(name)}`, modifiedAt: foldersAt });
    }
    waiting.push(...inside.reverse());
  }
}

/** Before anything of it is read: a list of a million names would be held in memory. */
async function refuseLargeFolder(folderId: string): Promise<void> {
  const folders = await liveFoldersBelow(db(), folderId, mostEntries + 1);
  const counts = await inChunks(folders, (some) =>
    db().document.count({ where: { folderId: { in: some }, trashedAt: null } }),
  );
  if (folders.length + counts.reduce((sum, count) => sum + count, 0) > mostEntries) throw tooMuch();
}

function tooMuch(): AppError {
  return new AppError(
    'invalid-request',
    'That is more than 10,000 documents and folders. Download a part of them at a time.',
    { reason: 'too-much-for-zip', most: mostEntries },
  );
}

function tooDeep(): AppError {
  return new AppError('invalid-request', 'The folders lie too deep in each other for a zip. Download a part of them.', {
    reason: 'too-deep-for-zip',
  });
}
