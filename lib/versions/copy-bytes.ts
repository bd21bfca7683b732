import { db } from '@/lib/db/db';
import { AppError } from '@/lib/errors';
import { storage } from '@/lib/storage/open-storage';
import type { StoredObject } from '@/lib/storage/storage';

/**
 * Stores the bytes of a version once more: a storage key belongs to one version only.
 * @throws AppError `content-missing` (also when they are damaged), `storage-full`, `unavailable`
 */
export async function copyBytes(version: { storageKey: string; size: bigint; sha256: string }): Promise<StoredObject> {
  const size = Number(version.size);
  const body = await storage().get(version.storageKey);
  const stored = await storage().put(body, { expectedBytes: size, maxBytes: size });
  if (stored.sha256 === version.sha256) return stored;
  await storage().delete(stored.key);
  throw new AppError('content-missing', 'The bytes of this version are damaged. Choose another one.', {
    reason: 'damaged-version',
  });
}

/** Removes bytes after a failure. A commit may have succeeded although its answer was lost: what a version has stays. */
export async function dropUnlessUsed(storageKey: string): Promise<void> {
  if (await isUnused(storageKey)) await storage().delete(storageKey);
}

/** False also where the database does not say. */
async function isUnused(storageKey: string): Promise<boolean> {
  try {
    return (await db().version.findUnique({ where: { storageKey } })) === null;
  } catch {
    return false;
  }
}
