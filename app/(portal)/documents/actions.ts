'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { type ListedActivity, listActivity } from '@/lib/activities/list-activity';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { createBlankDocument } from '@/lib/documents/create-blank-document';
import { forbidCopies } from '@/lib/documents/forbid-copies';
import { renameDocument as rename } from '@/lib/documents/rename-document';
import { trashDocument as trash } from '@/lib/documents/trash-document';
import { untrashDocument as untrash } from '@/lib/documents/untrash-document';
import { newKinds } from '../_shell/new-kinds';

const name = z.string().min(1).max(1000);
const documentId = z.string().max(100);
const newInput = z.object({ kind: z.enum(newKinds), name });
const renameInput = z.object({ documentId, name });
const oneInput = z.object({ documentId });
const copiesInput = z.object({ documentId, forbidden: z.boolean() });

/** Makes a new document from its blank template. */
export async function newDocument(input: z.infer<typeof newInput>): Promise<ActionResult<{ id: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    return createBlankDocument(actor, newInput.parse(input));
  });
}

export async function renameDocument(input: z.infer<typeof renameInput>): Promise<ActionResult<{ name: string }>> {
  return answerAction(async () => {
    const done = await rename(await actorOfAction(), { ...renameInput.parse(input), claim: 'page' });
    refresh();
    return done;
  });
}

export async function trashDocument(input: z.infer<typeof oneInput>): Promise<ActionResult> {
  return answerAction(async () => {
    await trash(await actorOfAction(), { ...oneInput.parse(input), by: 'page' });
    refresh();
    return {};
  });
}

export async function untrashDocument(input: z.infer<typeof oneInput>): Promise<ActionResult<{ name: string }>> {
  return answerAction(async () => {
    const done = await untrash(await actorOfAction(), oneInput.parse(input));
    refresh();
    return done;
  });
}

/** Forbids Save Copy As of a document, or allows it again. */
export async function switchCopies(input: z.infer<typeof copiesInput>): Promise<ActionResult> {
  return answerAction(async () => {
    await forbidCopies(await actorOfAction(), copiesInput.parse(input));
    refresh();
    return {};
  });
}

/** What the panel of activity shows. */
export async function describeActivity(
  input: z.infer<typeof oneInput>,
): Promise<ActionResult<{ activity: ListedActivity[] }>> {
  return answerAction(async () => ({ activity: await listActivity(await actorOfAction(), oneInput.parse(input)) }));
}
