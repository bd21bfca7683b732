import { z } from 'zod';
import { noteRefusal } from '@/lib/audit/note-refusal';
import { asRefusal } from '@/lib/db/as-refusal';
import { causeCode } from '@/lib/db/cause-code';
import { db } from '@/lib/db/db';
import { isTransient } from '@/lib/db/is-transient';
import { type AppError, isFault } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { type Actor, actorOf } from '@/lib/users/actor';
import { doDocuments } from './do-documents';
import { doFolders } from './do-folders';
import { finishJob, refuseItems, refuseRest } from './end-items';
import { gatherItems } from './gather-items';
import { type Hold, isLostHold, takeJob } from './hold-job';
import { jobHooks } from './job-hooks';
import { type JobItem, nextItems } from './job-items';
import { type JobVerb, jobVerbs } from './job-wish';

type Job = { id: string; verb: JobVerb };

/**
 * Works at a job until it is finished or its time is up: what is left is done by whoever takes it next. Does nothing
 * while another holds it. Rights are asked anew in each transaction; for somebody who was disabled nothing new is
 * begun, but a folder that is half-way is brought to its end.
 * @param isTimeUp asked between transactions
 */
export async function runJob(jobId: string, isTimeUp: () => boolean = () => false): Promise<void> {
  const hold = await takeJob(jobId);
  if (!hold) return;
  try {
    await work(jobId, hold, isTimeUp);
  } catch (error) {
    if (isLostHold(error)) return;
    if (!isTransient(error)) throw error;
    logger().warn({ err: error, jobId }, 'a job waits for the database');
  } finally {
    await hold.release();
  }
}

async function work(jobId: string, hold: Hold, isTimeUp: () => boolean): Promise<void> {
  const row = await db().job.findUniqueOrThrow({ where: { id: jobId }, include: { user: true } });
  const job: Job = { id: row.id, verb: z.enum(jobVerbs).parse(row.verb) };
  const actor = actorOf(row.user, { ceiling: 'edit', address: row.address, sessionId: null });
  const isDisabled = row.user.disabledAt !== null;
  if (isDisabled) hold.keepOnly('what-has-begun');
  for (let { gathering } = row; gathering !== null && !isDisabled; ) {
    gathering = await gatherItems(actor, { ...row, gathering }, hold);
    if (isTimeUp()) return;
  }
  /** how many are tried one by one, since together they failed */
  let alone = 0;
  let isUp = false;
  for (;;) {
    const items = await nextItems(job, isDisabled);
    if (items.length === 0) break;
    if (isUp) return;
    const some = alone > 0 ? items.slice(0, 1) : items;
    alone -= 1;
    try {
      for await (const changed of doItems(actor, job, some, hold)) {
        hold.addChanged(changed);
        // On the way back to where it broke off there is no end: a slow database would never get any further.
        isUp = changed > 0 && isTimeUp();
        // What lies in folders is a matter of more transactions; documents are done by now.
        if (isUp && items[0]?.kind === 'folder') return;
      }
    } catch (error) {
      if (isLostHold(error) || isTransient(error)) throw error;
      logger().error({ cause: causeCode(error), err: error, jobId, items: some.length }, 'items of a job failed');
      if (some.length === 1) await refuseItems(jobId, some, hold, asRefusal(error));
      else alone = some.length;
    }
  }
  if (isDisabled) await refuseRest(jobId, hold);
  await finishJob(jobId, hold);
}

async function* doItems(actor: Actor, job: Job, items: readonly JobItem[], hold: Hold): AsyncGenerator<number> {
  const refusals: AppError[] = [];
  const hooks = jobHooks(job.id, items, hold, refusals);
  const steps =
    items[0]?.kind === 'folder' ? doFolders(actor, job.verb, items, hooks) : doDocuments(actor, job.verb, items, hooks);
  for (let step = await steps.next(); !step.done; step = await steps.next()) {
    await tellOf(refusals.splice(0), job);
    yield step.value;
  }
  await tellOf(refusals, job);
}

/** What an edge does with a refusal that it answers: access that was refused stands in the audit trail, faults in the log. */
async function tellOf(refusals: readonly AppError[], job: Job): Promise<void> {
  for (const error of refusals) {
    await noteRefusal(error);
    if (isFault(error))
      logger().error({ cause: causeCode(error), err: error, jobId: job.id }, 'an item of a job failed');
  }
}
