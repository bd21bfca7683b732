'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { createBlankDocument } from '@/lib/documents/create-blank-document';
import { newKinds } from './new-kinds';

const input = z.object({
  kind: z.enum(newKinds),
  name: z.string().min(1).max(1000),
  folderId: z.string().max(100).nullable(),
});

/** Makes a new document from its blank template. */
export async function newDocument(given: z.infer<typeof input>): Promise<ActionResult<{ id: string; name: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const { folderId, ...wanted } = readInput(input, given);
    return createBlankDocument(actor, { ...wanted, folderId: folderId ?? undefined });
  });
}
