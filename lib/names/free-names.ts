import type { Db, Tx } from '@/lib/db/db';
import { foldName, makeNameUnique } from '@/lib/shared/file-names';
import { inChunks } from '@/lib/shared/in-chunks';

/** Documents and folders have their names apart. */
export type NamePlace = { among: 'documents' | 'folders'; folderId: string };

/** How many names are tried for all things of one call: what then has none is refused, and holds up nobody. */
const mostTried = 20_000;

/** A thing that comes into a folder under its name. `isFixed`: under this very name or not at all. */
export type NameWish = { name: string; isFixed: boolean };

/**
 * Finds the name that each of several things gets in a folder: its own, or the first in the row "name (1)",
 * "name (2)" … that nothing has, there or among the others. However many of one name there are, few statements
 * find out. The unique index on (folder, folded name) decides in the end: a rename may come in between.
 * @returns in the order of the wishes; null for a fixed name that is taken, and where too many had to be tried
 */
export async function freeNames(
  tx: Db | Tx,
  place: NamePlace,
  wishes: readonly NameWish[],
): Promise<(string | null)[]> {
  /** whether a folded name is taken, as far as that was asked */
  const isTaken = new Map<string, boolean>();
  /** for a name, by its folded form, the first number that may be free */
  const next = new Map<string, number>();
  const found = wishes.map((): string | null | undefined => undefined);
  let tried = 0;
  for (let ahead = 1; ; ahead = Math.min(ahead * 2, 64)) {
    const unknown = new Map<string, string[]>();
    wishes.forEach(({ name, isFixed }, index) => {
      const stem = foldName(name);
      for (let n = next.get(stem) ?? 0; found[index] === undefined && !unknown.has(stem); n += 1) {
        tried += 1;
        if (tried > mostTried) {
          found[index] = null;
          break;
        }
        const candidate = makeNameUnique(name, isFixed ? 0 : n);
        const key = foldName(candidate);
        const taken = isTaken.get(key);
        if (taken === undefined) unknown.set(stem, keysFrom(name, n, ahead));
        else if (!taken) {
          found[index] = candidate;
          isTaken.set(key, true);
        } else if (isFixed) found[index] = null;
        else next.set(stem, n + 1);
      }
    });
    if (unknown.size === 0) return found.map((name) => name ?? null);
    const asked = [...new Set([...unknown.values()].flat())].filter((key) => !isTaken.has(key));
    const taken = new Set(await takenNames(tx, place, asked));
    for (const key of asked) isTaken.set(key, taken.has(key));
  }
}

function keysFrom(name: string, n: number, ahead: number): string[] {
  return Array.from({ length: ahead }, (_, more) => foldName(makeNameUnique(name, n + more)));
}

async function takenNames(tx: Db | Tx, { among, folderId }: NamePlace, keys: string[]): Promise<(string | null)[]> {
  const select = { liveName: true };
  const rows = await inChunks(keys, (some) => {
    const liveName = { in: some };
    return among === 'documents'
      ? tx.document.findMany({ where: { folderId, liveName }, select })
      : tx.folder.findMany({ where: { parentId: folderId, liveName }, select });
  });
  return rows.flat().map((row) => row.liveName);
}
