import { recordEvent } from '@/lib/audit/record-event';
import type { Tx } from '@/lib/db/db';
import type { Prisma } from '@/lib/db/generated/sqlite/client';
import { newId } from '@/lib/shared/new-id';
import type { StoredObject } from '@/lib/storage/storage';
import type { Actor } from '@/lib/users/actor';
import { nextModifiedAt } from './next-modified-at';

/** Autosaves of one lock session fold into one version while they are at most this far from the first of the fold. */
const foldMs = 10 * 60_000;

export const versionOrigins = ['save', 'autosave', 'copy', 'upload', 'new', 'restore'] as const;
export type VersionOrigin = (typeof versionOrigins)[number];

/** The part of a document's row that a new version is made from. */
export type Versioned = { id: string; name: string; version: number; modifiedAt: Date; lockSession: string | null };

/**
 * Makes stored bytes the current content of a document: one guarded UPDATE that also demands the version
 * that the caller saw, first in the transaction; then the version's row (or the fold's) and the audit row.
 * The `Version` counter rises with every save, also when the save folds.
 * @returns null when the guard did not hold and nothing was written
 */
export async function writeVersion(
  tx: Tx,
  actor: Actor,
  document: Versioned,
  input: {
    stored: StoredObject;
    origin: VersionOrigin;
    /** user ids of X-WOPI-Editors */
    editors: readonly string[];
    guard: Prisma.DocumentWhereInput;
    /** further fields to write, for example the end of a superseded lock */
    also?: Prisma.DocumentUncheckedUpdateManyInput;
    /** further facts for the audit row */
    detail?: Record<string, string | number>;
  },
): Promise<{ version: number; modifiedAt: Date } | null> {
  const now = new Date();
  const modifiedAt = nextModifiedAt(document.modifiedAt, now);
  const version = document.version + 1;
  const content = { storageKey: input.stored.key, size: BigInt(input.stored.size), sha256: input.stored.sha256 };
  const { count } = await tx.document.updateMany({
    where: { AND: [{ id: document.id, version: document.version, trashedAt: null }, input.guard] },
    data: { ...input.also, ...content, version, modifiedAt, modifiedById: actor.userId },
  });
  if (count === 0) return null;
  const row = {
    ...content,
    number: version,
    createdAt: modifiedAt,
    authorId: actor.userId,
    editors: JSON.stringify(input.editors),
    origin: input.origin,
    lockSession: document.lockSession,
  };
  const isAutosave = input.origin === 'autosave';
  if (!(isAutosave && (await foldInto(tx, document, row, now)))) {
    const foldStartedAt = isAutosave ? now : null;
    await tx.version.create({ data: { id: newId(), documentId: document.id, foldStartedAt, ...row } });
  }
  await recordEvent(tx, {
    action: input.origin === 'restore' ? 'version.restore' : 'document.save',
    outcome: 'done',
    actor,
    documentId: document.id,
    documentName: document.name,
    version,
    detail: { origin: input.origin, bytes: input.stored.size, ...input.detail },
  });
  return { version, modifiedAt };
}

/**
 * Puts an autosave over the one before, where the session's fold is still open; a version that got a name is not. What
 * held its bytes is written down, to be deleted later.
 */
async function foldInto(
  tx: Tx,
  document: Versioned,
  row: Prisma.VersionUncheckedUpdateManyInput,
  now: Date,
): Promise<boolean> {
  if (!document.lockSession) return false;
  const open = {
    documentId: document.id,
    number: document.version,
    origin: 'autosave',
    lockSession: document.lockSession,
    foldStartedAt: { gt: new Date(now.getTime() - foldMs) },
  };
  const before = await tx.version.findFirst({ where: open, select: { storageKey: true } });
  if (!before) return false;
  const { count } = await tx.version.updateMany({ where: { ...open, ...before }, data: row });
  if (count === 1) await tx.foldedBytes.create({ data: { ...before, foldedAt: now } });
  return count === 1;
}
