import type { Tx } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { inChunks } from '@/lib/shared/in-chunks';
import { storage } from '@/lib/storage/open-storage';

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

/** Deletes objects whose rows are gone. What cannot be deleted now is only bytes that nobody refers to. */
export async function deleteBytes(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await storage()
      .delete(key)
      .catch((error) => logger().error({ err: error, storageKey: key }, 'bytes of a deleted document stay'));
  }
}
