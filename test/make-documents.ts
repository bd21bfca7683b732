import { db } from '@/lib/db/db';
import { nameColumns } from '@/lib/shared/name-columns';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';

const kinds = ['doc', 'sheet', 'slides', 'pdf'] as const;
const extensions = { doc: 'docx', sheet: 'xlsx', slides: 'pptx', pdf: 'pdf' } as const;

/** Rows of many documents in one folder, without their bytes: for lists only. @returns their ids */
export async function makeDocuments(owner: Actor, folderId: string, count: number): Promise<string[]> {
  const now = Date.now();
  const ids: string[] = [];
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const n = from + index;
      const kind = kinds[n % kinds.length] ?? 'doc';
      return {
        ...{ id: newId(), folderId, ownerId: owner.userId, kind, version: 1, storageKey: 'none', sha256: 'none' },
        ...nameColumns(`Report ${(n * 7919) % count} of the year ${2000 + (n % 26)}, ${n}.${extensions[kind]}`),
        ...{ size: BigInt((n * 104_729) % 10_000_000), createdAt: new Date(now), createdById: owner.userId },
        ...{ modifiedAt: new Date(now - ((n * 611_953) % 31_536_000) * 1000), modifiedById: owner.userId },
      };
    });
    await db().document.createMany({ data: rows });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
