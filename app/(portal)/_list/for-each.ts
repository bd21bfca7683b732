import { refresh } from 'next/cache';
import type { ActionResult } from '@/app/_actions/action-result';
import { answerAction } from '@/app/_actions/answer-action';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import type { Actor } from '@/lib/users/actor';

/** What became of one of several items. */
export type ItemResult = ActionResult<{ id: string; name: string }>;
export type BulkResult = Promise<ActionResult<{ results: ItemResult[] }>>;

/** Does the same with several items, one after the other; what is refused for one is not refused for the others. */
export async function forEach<T>(
  read: () => T[],
  work: (actor: Actor, item: T) => Promise<{ id: string; name: string }>,
): BulkResult {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const results: ItemResult[] = [];
    for (const item of read()) results.push(await answerAction(() => work(actor, item)));
    refresh();
    return { results };
  });
}
