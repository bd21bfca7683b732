'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { copyDocument } from '@/lib/documents/copy-document';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { moveDocument } from '@/lib/documents/move-document';
import { renameDocument } from '@/lib/documents/rename-document';
import { trashDocument } from '@/lib/documents/trash-document';
import { untrashDocument } from '@/lib/documents/untrash-document';
import { copyFolder } from '@/lib/folders/copy-folder';
import { moveFolder } from '@/lib/folders/move-folder';
import { renameFolder } from '@/lib/folders/rename-folder';
import { setStar } from '@/lib/stars/set-star';
import { trashFolder } from '@/lib/trash/trash-folder';
import { untrashFolder } from '@/lib/trash/untrash-folder';
import { type BulkResult, forEach } from './for-each';

const id = z.string().max(100);
const ref = z.object({ kind: z.enum(['document', 'folder']), id });
const onClash = z.enum(['refuse', 'keep-both', 'replace']);
const refs = z.array(ref).max(500);
const renameInput = z.object({ item: ref, name: z.string().min(1).max(1000) });
const starInput = z.object({ items: refs, starred: z.boolean() });
const placeInput = z.object({
  how: z.enum(['move', 'copy']),
  items: z.array(ref.extend({ folderId: id, onClash })).max(500),
});
const untrashInput = z.array(ref.extend({ onClash })).max(500);
const copiesInput = z.object({ documentId: id, forbidden: z.boolean() });

type Ref = z.infer<typeof ref>;
export async function renameItem(input: z.infer<typeof renameInput>): Promise<ActionResult<{ name: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { item, name } = readInput(renameInput, input);
    const done =
      item.kind === 'document'
        ? await renameDocument(actor, { documentId: item.id, name, claim: 'page' })
        : await renameFolder(actor, { folderId: item.id, name, claim: 'page' });
    refresh();
    return done;
  });
}

export async function trashItems(input: Ref[]): BulkResult {
  return forEach(
    () => readInput(refs, input),
    async (actor, item) => {
      if (item.kind === 'document') await trashDocument(actor, { documentId: item.id, by: 'page' });
      else await trashFolder(actor, { folderId: item.id });
      return { id: item.id, name: '' };
    },
  );
}

export async function untrashItems(input: z.infer<typeof untrashInput>): BulkResult {
  return forEach(
    () => readInput(untrashInput, input),
    async (actor, item) => {
      const { name } =
        item.kind === 'document'
          ? await untrashDocument(actor, { documentId: item.id, onClash: item.onClash })
          : await untrashFolder(actor, { folderId: item.id, onClash: item.onClash });
      return { id: item.id, name };
    },
  );
}

/** Moves or copies items, each into a folder of its own, so that moving them back is the same. */
export async function placeItems(input: z.infer<typeof placeInput>): BulkResult {
  return forEach(
    () => readInput(placeInput, input).items,
    (actor, item) => {
      const { how } = input;
      const { kind, id, folderId, onClash } = item;
      if (kind === 'document') {
        const wish = { documentId: id, folderId, onClash };
        return how === 'move' ? moveDocument(actor, wish) : copyDocument(actor, wish);
      }
      const wish = { folderId: id, parentId: folderId, onClash };
      return how === 'move' ? moveFolder(actor, wish) : copyFolder(actor, wish);
    },
  );
}

export async function starItems(input: z.infer<typeof starInput>): BulkResult {
  return forEach(
    () => readInput(starInput, input).items,
    async (actor, item) => {
      await setStar(actor, item, input.starred);
      return { id: item.id, name: '' };
    },
  );
}

/** Forbids Save Copy As of a document, or allows it again. */
export async function switchCopies(input: z.infer<typeof copiesInput>): Promise<ActionResult> {
  return answerAction(async () => {
    await forbidCopies(await actorOfAction(), readInput(copiesInput, input));
    refresh();
    return {};
  });
}
