import { db } from '@/lib/db/db';
import type { DocumentRow } from '@/lib/documents/require-document';
import { currentLock } from './lock-state';

/** Everybody who edits a document: the holder of the lock in force first, then whose token edits in its session. */
export async function currentEditors(document: DocumentRow, now: Date): Promise<{ id: string; name: string }[]> {
  if (currentLock(document, now) === null) return [];
  const tokens = document.lockSession
    ? await db().accessToken.findMany({
        where: {
          documentId: document.id,
          lockSession: document.lockSession,
          revokedAt: null,
          expiresAt: { gt: now },
          user: { disabledAt: null },
        },
        select: { user: { select: { id: true, name: true } } },
        take: 200,
      })
    : [];
  const holder = document.lockedBy ? [{ id: document.lockedBy.id, name: document.lockedBy.name }] : [];
  const people = [...holder, ...tokens.map(({ user }) => user)].map(({ id, name }) => [id, { id, name }] as const);
  return [...new Map(people).values()];
}
