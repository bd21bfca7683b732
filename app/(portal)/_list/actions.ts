'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { pageLocale } from '@/app/_locale/page-words';
import { noteRefusal } from '@/lib/audit/note-refusal';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { renameDocument } from '@/lib/documents/rename-document';
import { renameFolder } from '@/lib/folders/rename-folder';
import { fileKinds } from '@/lib/shared/file-type';
import { setStars } from '@/lib/stars/set-stars';
import { answerWish } from '../_work/answer-wish';
import { itemResult } from '../_work/item-result';
import type { ItemResult, WorkResult } from '../_work/work-answer';

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
/** A list as its address tells it: where it looks, and the kind that it is filtered by. */
const listInput = z
  .object({
    verb: z.enum(['trash', 'untrash', 'delete', 'move', 'copy']),
    place: z.discriminatedUnion('place', [
      z.object({ place: z.literal('folder'), folderId: id }),
      z.object({ place: z.enum(['shared', 'recent', 'starred', 'trash']) }),
      z.object({ place: z.literal('search'), text: z.string().trim().min(1).max(250) }),
    ]),
    kind: z.enum(fileKinds).nullable(),
    /** where to, for move and copy */
    folderId: id.optional(),
    onClash: onClash.optional(),
  })
  .refine(({ verb, folderId }) => (verb === 'move' || verb === 'copy') === (folderId !== undefined));
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

export async function trashItems(input: Ref[]): Promise<WorkResult> {
  return answerWish(() => ({ verb: 'trash', items: readInput(refs, input) }));
}

export async function untrashItems(input: z.infer<typeof untrashInput>): Promise<WorkResult> {
  return answerWish(() => ({ verb: 'untrash', items: readInput(untrashInput, input) }));
}

/** Moves or copies items, each into a folder of its own. */
export async function placeItems(input: z.infer<typeof placeInput>): Promise<WorkResult> {
  return answerWish(() => {
    const { how, items } = readInput(placeInput, input);
    return { verb: how, items: items.map(({ folderId, ...item }) => ({ ...item, toId: folderId })) };
  });
}

/** Does the same with everything in a list, as it is now, as a place and its filter. */
export async function doWithList(input: z.infer<typeof listInput>): Promise<WorkResult> {
  return answerWish(() => {
    const { verb, place, kind, folderId, onClash } = readInput(listInput, input);
    return { verb, list: { scope: place, kind, toId: folderId ?? null, onClash: onClash ?? 'keep-both' } };
  });
}

export async function starItems(input: z.infer<typeof starInput>): Promise<ActionResult<{ results: ItemResult[] }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { items, starred } = readInput(starInput, input);
    const outcomes = await setStars(actor, items, starred);
    for (const outcome of outcomes) if (!outcome.ok) await noteRefusal(outcome.error);
    refresh();
    const locale = await pageLocale();
    return { results: items.map(({ id }, index) => itemResult(id, outcomes[index], locale)) };
  });
}

/** Forbids Save Copy As of a document, or allows it again. */
export async function switchCopies(input: z.infer<typeof copiesInput>): Promise<ActionResult> {
  return answerAction(async () => {
    await forbidCopies(await actorOfAction(), readInput(copiesInput, input));
    refresh();
    return {};
  });
}
