import { currentLock } from '@/lib/locks/lock-state';
import { rightsFor } from '@/lib/shares/can';
import type { Rights } from '@/lib/shares/rights';
import type { Actor } from '@/lib/users/actor';

/** A document as lists and pages show it. Sizes in bytes, times in ISO 8601. */
export type DocumentListing = {
  id: string;
  name: string;
  size: number;
  modifiedAt: string;
  ownerId: string;
  ownerName: string;
  isMine: boolean;
  rights: Rights;
  /** whether Save Copy As of it is forbidden to everybody */
  copyForbidden: boolean;
  editingBy: { userId: string; name: string }[];
  /** refused saves that wait; shown to the owner and to the person whose save it was */
  recoveryCopies: { id: string; createdAt: string; size: number; reason: string }[];
};

/** What has to be read for {@link toListing}. */
export function listingInclude(actor: Actor) {
  return {
    grants: { where: { userId: actor.userId } },
    owner: { select: { id: true, name: true } },
    lockedBy: { select: { id: true, name: true } },
    recoveryCopies: {
      where: { resolvedAt: null },
      orderBy: { createdAt: 'desc' as const },
      select: { id: true, createdAt: true, size: true, reason: true, userId: true },
    },
  };
}

type ListedRow = {
  id: string;
  name: string;
  size: bigint;
  modifiedAt: Date;
  ownerId: string;
  trashedAt: Date | null;
  copyForbidden: boolean;
  lockId: string | null;
  lockExpiresAt: Date | null;
  owner: { name: string };
  lockedBy: { id: string; name: string } | null;
  grants: { userId: string; role: string }[];
  recoveryCopies: { id: string; createdAt: Date; size: bigint; reason: string; userId: string }[];
};

/** Makes a listing of a row as the actor may see it. */
export function toListing(actor: Actor, row: ListedRow, now: Date): DocumentListing {
  const isMine = row.ownerId === actor.userId;
  const editor = currentLock(row, now) === null ? null : row.lockedBy;
  return {
    id: row.id,
    name: row.name,
    size: Number(row.size),
    modifiedAt: row.modifiedAt.toISOString(),
    ownerId: row.ownerId,
    ownerName: row.owner.name,
    isMine,
    rights: rightsFor(actor, row),
    copyForbidden: row.copyForbidden,
    editingBy: editor ? [{ userId: editor.id, name: editor.name }] : [],
    recoveryCopies: row.recoveryCopies
      .filter((copy) => isMine || copy.userId === actor.userId)
      .map((copy) => ({
        id: copy.id,
        createdAt: copy.createdAt.toISOString(),
        size: Number(copy.size),
        reason: copy.reason,
      })),
  };
}
