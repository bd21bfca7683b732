import { refresh } from 'next/cache';
import { answerAction } from '@/app/_actions/answer-action';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import type { Wish } from '@/lib/jobs/job-wish';
import { startJob } from '@/lib/jobs/start-job';
import { goOn } from './go-on';
import type { WorkResult } from './work-answer';

/**
 * Begins what a page wants done with many documents and folders. What is refused for one is not refused for the
 * others. Where it takes longer than a moment, the page asks for the rest (POST /api/jobs/ID).
 */
export function answerWish(read: () => Wish): Promise<WorkResult> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const answer = await goOn(actor, await startJob(actor, read()));
    refresh();
    return answer;
  });
}
