'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { answerAction } from '@/app/_actions/answer-action';
import { readInput } from '@/app/_actions/read-input';
import { actorOfAction } from '@/lib/auth/actor-of-action';
import { undoJob } from '@/lib/jobs/undo-job';
import { goOn } from './go-on';
import type { WorkResult } from './work-answer';

const input = z.object({ jobId: z.string().max(100) });

/** Takes back all that one wish has done. */
export async function undoWork(work: z.infer<typeof input>): Promise<WorkResult> {
  return answerAction(async () => {
    const actor = await actorOfAction();
    const answer = await goOn(actor, await undoJob(actor, readInput(input, work).jobId));
    refresh();
    return answer;
  });
}

/** What became of work that took longer than a moment, with the page as it is by now. */
export async function endOfWork(work: z.infer<typeof input>): Promise<WorkResult> {
  return answerAction(async () => {
    const answer = await goOn(await actorOfAction(), readInput(input, work).jobId);
    refresh();
    return answer;
  });
}
