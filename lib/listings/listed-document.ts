import { currentLock } from '@/lib/locks/lock-state';
import { mayReleaseLock } from '@/lib/locks/may-release-lock';
import { copyKeptMs, copyWarnedMs, mostCopies } from '@/lib/recovery/kept-copies';
import { groupBy } from '@/lib/shared/group-by';
import { rightsFor } from '@/lib/shares/can';
import type { Rights } from '@/lib/shares/rights';
import type { Actor } from '@/lib/users/actor';
import type { ListedRow } from './document-rows';
import type { PageExtras } from './page-extras';

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
  /** everybody who has opened it for editing since its lock began, the holder of the lock first */
  editingBy: { userId: string; name: string }[];
  /** whether the person may end an editing whose editor has gone: its owner and administrators */
  canEndEditing: boolean;
  /** refused saves that wait; shown to the owner and to the person whose save it was */
  recoveryCopies: {
    id: string;
    createdAt: string;
    size: number;
    reason: string;
    /** when it is deleted, in the last week before */
    goesAt: string | null;
  }[];
  /** whether somebody's refused saves are more than are kept otherwise, because none may go for another */
  hasManyCopies: boolean;
};

/** Makes what lists show of rows, as the actor may see them. */
export function listedDocuments(
  actor: Actor,
  rows: readonly ListedRow[],
  extras: Pick<PageExtras, 'waitingCopies' | 'editors'>,
  now: Date,
): ListedDocument[] {
  return rows.map((row) => {
    const isMine = row.ownerId === actor.userId;
    const editingBy = currentLock(row, now) === null ? [] : editorsOf(row, extras.editors);
    const grants = row.role === null ? [] : [{ userId: actor.userId, role: row.role }];
    const copies = extras.waitingCopies.filter(
      (copy) => copy.documentId === row.id && (isMine || copy.userId === actor.userId),
    );
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
      editingBy,
      canEndEditing: editingBy.length > 0 && mayReleaseLock(actor, row.ownerId),
      recoveryCopies: copies.map(({ id, createdAt, size, reason }) => ({
        ...{ id, size, reason },
        createdAt: createdAt.toISOString(),
        goesAt: goesAt(createdAt, now),
      })),
      hasManyCopies: [...groupBy(copies, ({ userId }) => userId).values()].some(({ length }) => length > mostCopies),
    };
  });
}

function goesAt(createdAt: Date, now: Date): string | null {
  const end = createdAt.getTime() + copyKeptMs;
  return end - now.getTime() < copyWarnedMs ? new Date(end).toISOString() : null;
}

function editorsOf(row: ListedRow, editors: PageExtras['editors']): ListedDocument['editingBy'] {
  const holder = row.editorId === null ? [] : [{ userId: row.editorId, name: row.editorName ?? '' }];
  const others = editors.filter(({ documentId, userId }) => documentId === row.id && userId !== row.editorId);
  return [...holder, ...others.map(({ userId, name }) => ({ userId, name }))];
}
