import { nameColumns } from '@/lib/shared/name-columns';
import { newId } from '@/lib/shared/new-id';
import type { Actor } from '@/lib/users/actor';
import { insertRows, moment } from './insert-rows';

const kinds = ['doc', 'sheet', 'slides', 'pdf'] as const;
const extensions = { doc: 'docx', sheet: 'xlsx', slides: 'pptx', pdf: 'pdf' } as const;

/** Rows of many documents in one folder, without their bytes: for lists only. @returns their ids */
export async function makeDocuments(
  owner: Actor,
  folderId: string,
  count: number,
  nameOf = (n: number) => `Report ${(n * 7919) % count} of the year ${2000 + (n % 26)}, ${n}`,
): Promise<string[]> {
  const now = Date.now();
  const by = owner.userId;
  const rows = Array.from({ length: count }, (_, n) => {
    const kind = kinds[n % kinds.length] ?? 'doc';
    return {
      ...{ id: newId(), folderId, ownerId: by, kind, version: 1, storageKey: 'none', sha256: 'none' },
      ...nameColumns(`${nameOf(n)}.${extensions[kind]}`),
      ...{ size: (n * 104_729) % 10_000_000, createdAt: moment(now), createdById: by },
      ...{ modifiedAt: moment(now - ((n * 611_953) % 31_536_000) * 1000), modifiedById: by },
    };
  });
  await insertRows('Document', rows);
  return rows.map(({ id }) => id);
}
