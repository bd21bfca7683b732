'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { deleteDocument } from '@/lib/trash/delete-document';
import { deleteFolder } from '@/lib/trash/delete-folder';
import { emptyTrash as empty } from '@/lib/trash/empty-trash';
import { type BulkResult, forEach } from '../_list/for-each';

const items = z.array(z.object({ kind: z.enum(['document', 'folder']), id: z.string().max(100) })).max(500);

/** Deletes documents and folders in the trash for ever. */
export async function deleteItems(input: z.infer<typeof items>): BulkResult {
  return forEach(
    () => readInput(items, input),
    async (actor, { kind, id }) => {
      if (kind === 'document') await deleteDocument(actor, { documentId: id });
      else await deleteFolder(actor, { folderId: id });
      return { id, name: '' };
    },
  );
}

export async function emptyTrash(): Promise<ActionResult> {
  return answerAction(async () => {
    await empty(await actorOfAction());
    refresh();
    return {};
  });
}
