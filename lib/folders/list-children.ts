import { db } from '@/lib/db/db';
import { rightsFor } from '@/lib/shares/can';
import type { Actor } from '@/lib/users/actor';
import { requireFolder } from './require-folder';

export type Children = {
  folders: { id: string; name: string }[];
  /** sizes in bytes */
  documents: { id: string; name: string; version: number; size: bigint; modifiedAt: Date; canSave: boolean }[];
};

/**
 * Everything that is in a folder, by name.
 * @throws AppError `not-found`
 */
export async function listChildren(actor: Actor, { folderId }: { folderId: string }): Promise<Children> {
  const folder = await requireFolder(actor, folderId, 'read');
  const orderBy = [{ liveName: 'asc' as const }];
  const [folders, documents] = await Promise.all([
    db().folder.findMany({
      where: { parentId: folder.id, trashedAt: null },
      select: { id: true, name: true },
      orderBy,
    }),
    db().document.findMany({
      where: { folderId: folder.id, trashedAt: null },
      select: {
        ...{ id: true, name: true, version: true, size: true, modifiedAt: true, ownerId: true, trashedAt: true },
        grants: { where: { userId: actor.userId }, select: { userId: true, role: true } },
      },
      orderBy,
    }),
  ]);
  return {
    folders,
    documents: documents
      .map((row) => ({ ...row, rights: rightsFor(actor, row) }))
      .filter(({ rights }) => rights.read)
      .map(({ rights, id, name, version, size, modifiedAt }) => ({
        ...{ id, name, version, size, modifiedAt },
        canSave: rights.save,
      })),
  };
}
