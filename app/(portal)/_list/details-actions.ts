'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { type ListedActivity, listActivity } from '@/lib/activities/list-activity';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { releaseLock } from '@/lib/locks/release-lock';
import { type Access, listAccess } from '@/lib/shares/list-access';

const input = z.object({ documentId: z.string().max(100) });

/** What the panel of details says of a document apart from what its list knows. */
export async function describeDocument(
  given: z.infer<typeof input>,
): Promise<ActionResult<{ activity: ListedActivity[]; people: Access[] }>> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const wanted = readInput(input, given);
    const [activity, people] = await Promise.all([listActivity(actor, wanted), listAccess(actor, wanted)]);
    return { activity, people };
  });
}

/** Ends the editing of a document whose editor does not answer any more. */
export async function endEditing(given: z.infer<typeof input>): Promise<ActionResult> {
  return answerAction(async () => {
    await releaseLock(await actorOfAction(), readInput(input, given));
    refresh();
    return {};
  });
}
