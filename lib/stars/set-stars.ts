import type { Tx } from '@/lib/db/db';
import { batchSize, inBatch } from '@/lib/db/in-batch';
import { insertRows } from '@/lib/db/insert-rows';
import { grantedDocuments } from '@/lib/documents/granted-documents';
import { grantedFolders } from '@/lib/folders/granted-folders';
import { newId } from '@/lib/shared/new-id';
import type { Outcome } from '@/lib/shared/outcome';
import type { Actor } from '@/lib/users/actor';

/** A document or a folder, as pages name it. */
export type ItemRef = { kind: 'document' | 'folder'; id: string };

/**
 * Keeps some hundred things at hand for the person, or no longer, a batch in a transaction. Nobody else sees it.
 * @returns in the order of the items; refused with `not-found`
 */
export async function setStars(actor: Actor, items: readonly ItemRef[], starred: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < items.length; from += batchSize) {
    const some = items.slice(from, from + batchSize);
    outcomes.push(...(await inBatch({}, (tx) => setSome(tx, actor, some, starred))));
  }
  return outcomes;
}

async function setSome(tx: Tx, actor: Actor, items: readonly ItemRef[], starred: boolean): Promise<Outcome[]> {
  const idsOf = (kind: ItemRef['kind']) => items.filter((item) => item.kind === kind).map(({ id }) => id);
  const documents = await grantedDocuments(tx, actor, idsOf('document'), 'read');
  const folders = await grantedFolders(tx, actor, idsOf('folder'), 'read');
  const { userId } = actor;
  const starOf = { documentId: { in: [...documents.keys()] } };
  const starOfFolder = { folderId: { in: [...folders.keys()] } };
  const where = { userId, OR: [starOf, starOfFolder] };
  if (starred) {
    const there = await tx.star.findMany({ where, select: { documentId: true, folderId: true } });
    const has = new Set(there.map(({ documentId, folderId }) => documentId ?? folderId));
    const missing = [...documents.keys(), ...folders.keys()].filter((id) => !has.has(id));
    const createdAt = new Date();
    const rows = missing.map((id) => ({
      ...{ id: newId(), userId, createdAt },
      documentId: documents.has(id) ? id : null,
      folderId: folders.has(id) ? id : null,
    }));
    await insertRows(tx, 'Star', rows);
  } else await tx.star.deleteMany({ where });
  return items.map(({ kind, id }): Outcome => {
    const granted = kind === 'document' ? documents : folders;
    return granted.has(id) ? { ok: true } : { ok: false, error: granted.refusal(id) };
  });
}
