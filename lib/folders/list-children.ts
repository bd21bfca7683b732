import { allPages, pageSize } from '@/lib/db/all-pages';
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
  const page = (after: { liveName: string | null } | null) => ({
    orderBy: { liveName: 'asc' as const },
    take: pageSize,
    where: { trashedAt: null, ...(after?.liveName ? { liveName: { gt: after.liveName } } : {}) },
  });
  const folders = await allPages<{ id: string; name: string; liveName: string | null }>((after) => {
    const { where, ...rest } = page(after);
    return db().folder.findMany({
      where: { parentId: folder.id, ...where },
      select: { id: true, name: true, liveName: true },
      ...rest,
    });
  });
  const documents = await allPages<Row>((after) => {
    const { where, ...rest } = page(after);
    return readDocuments(actor, { folderId: folder.id, ...where }, rest);
  });
  return {
    folders: folders.map(({ id, name }) => ({ id, name })),
    documents: documents
      .map((row) => ({ ...row, rights: rightsFor(actor, row) }))
      .filter(({ rights }) => rights.read)
      .map(({ rights, id, name, version, size, modifiedAt }) => ({
        ...{ id, name, version, size, modifiedAt },
        canSave: rights.save,
      })),
  };
}

type Row = Awaited<ReturnType<typeof readDocuments>>[number];

function readDocuments(
  actor: Actor,
  where: { folderId: string; trashedAt: null; liveName?: { gt: string } },
  page: { orderBy: { liveName: 'asc' }; take: number },
) {
  return db().document.findMany({
    where,
    select: {
      ...{ id: true, name: true, version: true, size: true, modifiedAt: true, ownerId: true, trashedAt: true },
      liveName: true,
      grants: { where: { userId: actor.userId }, select: { userId: true, role: true } },
    },
    ...page,
  });
}
