import { inBatch } from '@/lib/db/in-batch';
import { copyDocument } from '@/lib/documents/copy-document';
import { copyDocuments } from '@/lib/documents/copy-documents';
import { moveDocument } from '@/lib/documents/move-document';
import { moveDocuments } from '@/lib/documents/move-documents';
import { trashDocuments } from '@/lib/documents/trash-documents';
import { untrashDocument } from '@/lib/documents/untrash-document';
import { untrashDocuments } from '@/lib/documents/untrash-documents';
import { isAppError } from '@/lib/errors';
import { deleteDocuments } from '@/lib/trash/delete-documents';
import type { Actor } from '@/lib/users/actor';
import { aroundOf, type ItemHooks } from './item-hooks';
import type { JobItem } from './job-items';
import type { JobVerb } from './job-wish';
import type { Ended } from './note-outcomes';

/** Does what a job wants with some documents, and yields after each transaction how many that ended. */
export async function* doDocuments(
  actor: Actor,
  verb: JobVerb,
  items: readonly JobItem[],
  hooks: ItemHooks,
): AsyncGenerator<number> {
  const clashing = new Set<string>();
  const mayReplace = new Set(items.filter(({ onClash }) => onClash === 'replace').map(({ itemId }) => itemId));
  const note: ItemHooks['note'] = (tx, ends) => {
    clashing.clear();
    const known = [...ends].filter(([id, end]) => {
      const isOpen = mayReplace.has(id) && 'refusal' in end && end.refusal.code === 'name-taken';
      if (isOpen) clashing.add(id);
      return !isOpen;
    });
    return hooks.note(tx, new Map(known));
  };
  await doTogether(actor, verb, items, { ...hooks, note });
  yield items.length - clashing.size;
  for (const item of items.filter(({ itemId }) => clashing.has(itemId))) {
    const end = await replace(actor, verb, item);
    await inBatch({ first: hooks.keep }, (tx) => hooks.note(tx, new Map([[item.itemId, end]])));
    yield 1;
  }
}

async function doTogether(actor: Actor, verb: JobVerb, items: readonly JobItem[], hooks: ItemHooks): Promise<void> {
  const documentIds = items.map(({ itemId }) => itemId);
  const wishes = items.map(({ itemId, toId, onClash }) => ({
    documentId: itemId,
    folderId: toId ?? '',
    onClash: onClash === 'keep-both' ? onClash : ('refuse' as const),
  }));
  switch (verb) {
    case 'trash':
      await trashDocuments(actor, { documentIds, by: 'page' }, aroundOf(hooks, doneOrSame));
      return;
    case 'untrash':
      await untrashDocuments(actor, { items: wishes }, aroundOf(hooks, doneOrSame));
      return;
    case 'delete':
      await deleteDocuments(
        actor,
        { documentIds },
        aroundOf(hooks, () => ({ outcome: 'done' })),
      );
      return;
    case 'move':
      await moveDocuments(actor, { items: wishes }, aroundOf(hooks, placed));
      return;
    case 'copy':
      await copyDocuments(
        actor,
        { items: wishes },
        aroundOf(hooks, ({ id, name }) => ({ outcome: 'done', resultId: id, name })),
      );
  }
}

/** What is kept of something that was changed, or was so already. */
export function doneOrSame({ isChanged, name }: { isChanged: boolean; name?: string }) {
  return { outcome: isChanged ? ('done' as const) : ('same' as const), ...(name === undefined ? {} : { name }) };
}

/** What is kept of something that was moved, or lay there already. */
export function placed({ name, fromId }: { name: string; fromId: string | null }) {
  return { outcome: fromId === null ? ('same' as const) : ('done' as const), name, fromId };
}

/** Each by itself: its content becomes a new version of another document. */
async function replace(actor: Actor, verb: JobVerb, { itemId, toId }: JobItem): Promise<Ended> {
  const wish = { documentId: itemId, folderId: toId ?? '', onClash: 'replace' as const };
  try {
    const done: { id?: string; name: string } =
      verb === 'move'
        ? await moveDocument(actor, wish)
        : verb === 'copy'
          ? await copyDocument(actor, wish)
          : await untrashDocument(actor, wish);
    return { outcome: 'replaced', name: done.name, resultId: done.id ?? itemId };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { refusal: error };
  }
}
