import { z } from 'zod';
import { db } from '@/lib/db/db';
import { AppError, errorStatus, refusalReasons } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';
import type { Actor } from '@/lib/users/actor';
import { type JobVerb, jobVerbs } from './job-wish';

/** What became of an item. */
export type ItemEnd =
  | { itemId: string; ok: true; outcome: 'done' | 'same' | 'replaced'; id: string; name: string }
  | { itemId: string; ok: false; error: AppError };

/** How far a job is. */
export type JobState = {
  id: string;
  verb: JobVerb;
  isFinished: boolean;
  /** whether more items are still to be found than `total` */
  isGathering: boolean;
  total: number;
  done: number;
  refused: number;
  /** how many rows were changed: more than items where folders have much in them */
  changed: number;
  /** the first that was refused */
  refusal: AppError | null;
  /** one for each item in its order, when the job is finished and has not too many */
  ends: ItemEnd[] | null;
};

/** As many as a page can show. */
const mostEnds = 500;

const codes = Object.keys(errorStatus) as [keyof typeof errorStatus];
const detail = z.record(z.string(), z.union([z.string(), z.number()]));
const refusal = z.object({ code: z.enum(codes), message: z.string(), detail });
const ended = z.object({
  itemId: z.string(),
  outcome: z.enum(['done', 'same', 'replaced', 'refused']),
  refusal: z.string().nullable(),
  name: z.string().nullable(),
  resultId: z.string().nullable(),
});

/**
 * How far a person's job is, and in the end what became of it.
 * @throws AppError `not-found` for another's job, and one that was forgotten
 */
export async function readJob(actor: Actor, jobId: string): Promise<JobState> {
  const job = isId(jobId) ? await db().job.findFirst({ where: { id: jobId, userId: actor.userId } }) : null;
  if (!job) throw new AppError('not-found', 'This work is over. Load the page again.', { reason: 'no-job' });
  const counts = await db().jobItem.groupBy({ by: ['outcome'], where: { jobId }, _count: true });
  const count = (...outcomes: (string | null)[]) =>
    counts.filter(({ outcome }) => outcomes.includes(outcome)).reduce((sum, { _count }) => sum + _count, 0);
  const open = count(null);
  const refused = count('refused');
  const total = counts.reduce((sum, { _count }) => sum + _count, 0);
  const isFinished = job.finishedAt !== null;
  return {
    ...{ id: job.id, verb: z.enum(jobVerbs).parse(job.verb), isFinished, isGathering: job.gathering !== null },
    ...{ total, done: total - open, refused, changed: job.changed },
    refusal: refused > 0 ? await firstRefusal(jobId) : null,
    ends: isFinished && total <= mostEnds ? await endsOf(jobId) : null,
  };
}

async function firstRefusal(jobId: string): Promise<AppError | null> {
  const row = await db().jobItem.findFirst({
    where: { jobId, outcome: 'refused' },
    orderBy: { position: 'asc' },
    select: { refusal: true },
  });
  return row && readRefusal(row.refusal);
}

async function endsOf(jobId: string): Promise<ItemEnd[]> {
  const rows = await db().jobItem.findMany({ where: { jobId }, orderBy: { position: 'asc' } });
  return z
    .array(ended)
    .parse(rows)
    .map(({ itemId, outcome, name, resultId, ...row }) =>
      outcome === 'refused'
        ? { itemId, ok: false, error: readRefusal(row.refusal) }
        : { itemId, ok: true, outcome, id: resultId ?? itemId, name: name ?? '' },
    );
}

function readRefusal(text: string | null): AppError {
  const { code, message, detail } = refusal.parse(JSON.parse(text ?? '{}'));
  const { reason, ...facts } = detail;
  const known = refusalReasons.find((each) => each === reason);
  return new AppError(code, message, known ? { ...facts, reason: known } : facts);
}
