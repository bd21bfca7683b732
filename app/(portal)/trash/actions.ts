'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { untrashDocument } from '@/lib/documents/untrash-document';
import { deleteDocument } from '@/lib/trash/delete-document';
import { deleteFolder } from '@/lib/trash/delete-folder';
import { emptyTrash as empty } from '@/lib/trash/empty-trash';
import { untrashFolder } from '@/lib/trash/untrash-folder';

const item = z.object({ kind: z.enum(['document', 'folder']), id: z.string().max(100) });
type Item = z.infer<typeof item>;

/** Takes a document or a folder out of the trash. */
export async function restoreItem(input: Item): Promise<ActionResult<{ name: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { kind, id } = item.parse(input);
    const done =
      kind === 'document'
        ? await untrashDocument(actor, { documentId: id })
        : await untrashFolder(actor, { folderId: id });
    refresh();
    return done;
  });
}

/** Deletes a document or a folder in the trash for ever. */
export async function deleteItem(input: Item): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { kind, id } = item.parse(input);
    if (kind === 'document') await deleteDocument(actor, { documentId: id });
    else await deleteFolder(actor, { folderId: id });
    refresh();
    return {};
  });
}

export async function emptyTrash(): Promise<ActionResult> {
  return answerAction(async () => {
    await empty(await actorOfAction());
    refresh();
    return {};
  });
}
