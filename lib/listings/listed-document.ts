import { db } from '@/lib/db/db';
import { currentLock } from '@/lib/locks/lock-state';
import { rightsFor } from '@/lib/shares/can';
import type { Rights } from '@/lib/shares/rights';
import type { Actor } from '@/lib/users/actor';
import type { ListedRow } from './document-rows';

/** A document as lists show it. Sizes in bytes, times in ISO 8601. */
export type ListedDocument = {
  id: string;
  name: string;
  folderId: string;
  size: number;
  version: number;
  modifiedAt: string;
  trashedAt: string | null;
  ownerId: string;
  ownerName: string;
  isMine: boolean;
  isStarred: boolean;
  rights: Rights;
  /** whether Save Copy As of it is forbidden to everybody */
  copyForbidden: boolean;
  editingBy: { userId: string; name: string }[];
  /** refused saves that wait; shown to the owner and to the person whose save it was */
  recoveryCopies: { id: string; createdAt: string; size: number; reason: string }[];
};

/** Makes what lists show of rows, as the actor may see them. */
export async function listedDocuments(actor: Actor, rows: readonly ListedRow[]): Promise<ListedDocument[]> {
  const now = new Date();
  const waiting = await waitingCopies(rows);
  return rows.map((row) => {
    const isMine = row.ownerId === actor.userId;
    const isEdited = currentLock(row, now) !== null && row.editorId !== null;
    const grants = row.role === null ? [] : [{ userId: actor.userId, role: row.role }];
    return {
      id: row.id,
      name: row.name,
      folderId: row.folderId,
      size: Number(row.size),
      version: row.version,
      modifiedAt: row.modifiedAt.toISOString(),
      trashedAt: row.trashedAt?.toISOString() ?? null,
      ownerId: row.ownerId,
      ownerName: row.ownerName,
      isMine,
      isStarred: row.isStarred,
      rights: rightsFor(actor, { ...row, grants }),
      copyForbidden: row.copyForbidden,
      editingBy: isEdited && row.editorId ? [{ userId: row.editorId, name: row.editorName ?? '' }] : [],
      recoveryCopies: waiting
        .filter((copy) => copy.documentId === row.id && (isMine || copy.userId === actor.userId))
        .map(({ id, createdAt, size, reason }) => ({
          ...{ id, reason },
          createdAt: createdAt.toISOString(),
          size: Number(size),
        })),
    };
  });
}

async function waitingCopies(rows: readonly ListedRow[]) {
  const ids = rows.filter((row) => row.waiting > 0).map((row) => row.id);
  if (ids.length === 0) return [];
  return db().recoveryCopy.findMany({
    where: { documentId: { in: ids }, resolvedAt: null },
    orderBy: { createdAt: 'desc' },
  });
}
