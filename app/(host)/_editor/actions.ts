'use server';

import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { type Access, listAccess } from '@/lib/shares/list-access';

const documentId = z.string().max(100);

/** What the panel of sharing over the editor shows. */
export async function describeAccess(
  id: z.infer<typeof documentId>,
): Promise<ActionResult<{ people: Access[]; me: string }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    return { people: await listAccess(actor, { documentId: readInput(documentId, id) }), me: actor.userId };
  });
}
