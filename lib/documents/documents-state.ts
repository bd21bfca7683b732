import { createHash } from 'node:crypto';
import { db } from '@/lib/db/db';
import { currentLock } from '@/lib/locks/lock-state';
import type { Actor } from '@/lib/users/actor';
import { whereListed } from './list-documents';

/** A short digest that changes whenever the person's list would look different: content, names, locks, recovery copies. */
export async function documentsState(actor: Actor): Promise<string> {
  const rows = await db().document.findMany({
    where: whereListed(actor),
    select: {
      id: true,
      name: true,
      version: true,
      lockId: true,
      lockExpiresAt: true,
      lockedById: true,
      copyForbidden: true,
      _count: { select: { recoveryCopies: { where: { resolvedAt: null } } } },
    },
    orderBy: { id: 'asc' },
  });
  const hash = createHash('sha256');
  const now = new Date();
  for (const row of rows) {
    const editor = currentLock(row, now) === null ? null : row.lockedById;
    hash.update(JSON.stringify([row.id, row.name, row.version, editor, row.copyForbidden, row._count.recoveryCopies]));
  }
  return hash.digest('base64url').slice(0, 22);
}
