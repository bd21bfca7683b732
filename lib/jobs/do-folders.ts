import { copyFolderSteps } from '@/lib/folders/copy-folder-steps';
import type { FolderSteps } from '@/lib/folders/folder-steps';
import { moveFolders } from '@/lib/folders/move-folders';
import type { Outcome } from '@/lib/shared/outcome';
import { deleteFolders } from '@/lib/trash/delete-folders';
import { trashFolders } from '@/lib/trash/trash-folders';
import { untrashFolders } from '@/lib/trash/untrash-folders';
import type { Actor } from '@/lib/users/actor';
import { doneOrSame, placed } from './do-documents';
import { aroundOf, endsOf, type ItemHooks } from './item-hooks';
import type { JobItem } from './job-items';
import type { JobVerb } from './job-wish';
import type { Note } from './note-outcomes';

/**
 * Does what a job wants with some folders, and yields after each transaction how much that changed. Called again
 * after a break, it goes on with those that have begun.
 */
export async function* doFolders(
  actor: Actor,
  verb: JobVerb,
  items: readonly JobItem[],
  hooks: ItemHooks,
): AsyncGenerator<number, unknown> {
  const folderIds = items.map(({ itemId }) => itemId);
  const begun = new Set(items.filter(({ begunAt }) => begunAt !== null).map(({ itemId }) => itemId));
  const wishes = items.map(({ itemId, toId, onClash }) => ({
    folderId: itemId,
    parentId: toId ?? '',
    onClash: onClash === 'keep-both' ? onClash : ('refuse' as const),
  }));
  switch (verb) {
    case 'trash':
      return yield* trashFolders(actor, { folderIds, begun }, stepsOf(hooks, doneOrSame));
    case 'untrash':
      return yield* untrashFolders(actor, { items: wishes, begun }, stepsOf(hooks, doneOrSame));
    case 'delete':
      return yield* deleteFolders(
        actor,
        { folderIds },
        stepsOf(hooks, () => ({ outcome: 'done' })),
      );
    case 'move':
      await moveFolders(actor, { items: wishes }, aroundOf(hooks, placed));
      return yield items.length;
    case 'copy':
      for (const [index, wish] of wishes.entries()) {
        const madeId = items[index]?.resultId ?? null;
        yield* copyFolderSteps(actor, { ...wish, madeId }, copySteps(hooks, wish.folderId));
      }
  }
}

function stepsOf<Done extends object>(hooks: ItemHooks, noteOf: (done: Done) => Note): FolderSteps<Outcome<Done>> {
  return { ...aroundOf(hooks, noteOf), begun: (tx, folderIds) => hooks.begun(tx, folderIds), gone: hooks.gone };
}

function copySteps(hooks: ItemHooks, folderId: string): Parameters<typeof copyFolderSteps>[2] {
  const noteOf = ({ id, name }: { id: string; name: string }) => ({ outcome: 'done' as const, resultId: id, name });
  return {
    first: hooks.keep,
    begun: (tx, madeId) => hooks.begun(tx, [folderId], madeId),
    last: (tx, result) => hooks.note(tx, endsOf(new Map([[folderId, result]]), noteOf)),
  };
}
