import { causeCode } from '@/lib/db/cause-code';
import { db } from '@/lib/db/db';
import { logger } from '@/lib/logger';
import { storage } from '@/lib/storage/open-storage';

/** For how long bytes stay that an autosave folded over: a day, in milliseconds. Who began to read them ends, backups too. */
const keptMs = 24 * 60 * 60_000;
const atOnce = 200;

/**
 * Deletes the bytes that autosaves folded over more than a day ago. Where that fails, they are tried again with the
 * next call; bytes that a row names stay, whatever is written here.
 * @returns how many objects
 */
export async function deleteFoldedBytes(now: Date): Promise<number> {
  let deleted = 0;
  for (let after = ''; ; ) {
    const rows = await db().foldedBytes.findMany({
      where: { foldedAt: { lt: new Date(now.getTime() - keptMs) }, storageKey: { gt: after } },
      orderBy: { storageKey: 'asc' },
      take: atOnce,
    });
    const gone = await deleteUnnamed(rows.map(({ storageKey }) => storageKey));
    await db().foldedBytes.deleteMany({ where: { storageKey: { in: gone } } });
    deleted += gone.length;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return deleted;
    after = last.storageKey;
  }
}

/** What a document's row names a version's row names too. @returns the keys whose bytes are gone now */
async function deleteUnnamed(keys: readonly string[]): Promise<string[]> {
  const where = { storageKey: { in: [...keys] } };
  const select = { storageKey: true };
  const named = [
    ...(await db().version.findMany({ where, select })),
    ...(await db().recoveryCopy.findMany({ where, select })),
  ].map(({ storageKey }) => storageKey);
  const gone: string[] = [];
  for (const key of keys.filter((each) => !named.includes(each))) {
    try {
      await storage().delete(key);
      gone.push(key);
    } catch (error) {
      logger().error({ cause: causeCode(error), err: error, storageKey: key }, 'bytes of an earlier autosave stay');
    }
  }
  return gone;
}
