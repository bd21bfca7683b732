import type { Tx } from '@/lib/db/db';
import { inChunks } from '@/lib/shared/in-chunks';

/** All objects that hold bytes of some documents: current content, versions, recovery copies. */
export async function storageKeysOf(tx: Tx, documentIds: readonly string[]): Promise<string[]> {
  const keys = await inChunks(documentIds, async (some) => {
    const where = { documentId: { in: some } };
    const select = { storageKey: true };
    return [
      ...(await tx.document.findMany({ where: { id: { in: some } }, select })),
      ...(await tx.version.findMany({ where, select })),
      ...(await tx.recoveryCopy.findMany({ where, select })),
    ];
  });
  return [...new Set(keys.flat().map((row) => row.storageKey))];
}
