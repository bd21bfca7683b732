import { logger } from '@/lib/logger';
import { storage } from './open-storage';

/** Deletes objects whose rows are gone. What cannot be deleted now is only bytes that nobody refers to. */
export async function deleteBytes(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await storage()
      .delete(key)
      .catch((error) => logger().error({ err: error, storageKey: key }, 'bytes of a deleted document stay'));
  }
}
