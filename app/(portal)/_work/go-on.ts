import { pageLocale } from '@/app/_locale/page-words';
import { type JobState, readJob } from '@/lib/jobs/read-job';
import { runJob } from '@/lib/jobs/run-job';
import type { Locale } from '@/lib/shared/messages/locale';
import { refusalSentence } from '@/lib/shared/messages/refusal-sentence';
import type { Actor } from '@/lib/users/actor';
import { itemResult } from './item-result';
import type { WorkAnswer } from './work-answer';

/** How long one request works, in milliseconds: the page shows how far it is, and asks for more. */
const portionMs = 1_000;

/**
 * Works at a person's job for a moment and says how far it is.
 * @throws AppError `not-found`
 */
export async function goOn(actor: Actor, jobId: string): Promise<WorkAnswer> {
  await readJob(actor, jobId);
  const end = performance.now() + portionMs;
  await runJob(jobId, () => performance.now() > end);
  return answerOf(await readJob(actor, jobId), await pageLocale());
}

function answerOf({ ends, refusal, ...job }: JobState, locale: Locale): WorkAnswer {
  const { id, verb, isFinished, isGathering, total, done, refused, changed } = job;
  return {
    work: {
      ...{ jobId: id, verb, isFinished, total: isGathering ? null : total, done, refused, changed },
      refusal: refusal && refusalSentence(locale, refusal),
    },
    results: ends?.map((end) => itemResult(end.itemId, end, locale)) ?? [],
  };
}
