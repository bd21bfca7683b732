import { db } from '@/lib/db/db';

/** Whether a save made under this lock waits as a recovery copy. */
export async function hasWaitingCopy(documentId: string, lockId: string | null): Promise<boolean> {
  const copy = await db().recoveryCopy.findFirst({
    where: { documentId, lockId, resolvedAt: null },
    select: { id: true },
  });
  return copy !== null;
}
