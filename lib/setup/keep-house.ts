import { forgetEvents } from '@/lib/audit/forget-events';
import { causeCode } from '@/lib/db/cause-code';
import { deleteFoldedBytes } from '@/lib/documents/delete-folded-bytes';
import { forgetAcceptedSaves } from '@/lib/documents/forget-accepted-saves';
import { finishJobs } from '@/lib/jobs/finish-jobs';
import { forgetJobs } from '@/lib/jobs/forget-jobs';
import { logger } from '@/lib/logger';
import { purgeRecoveryCopies } from '@/lib/recovery/purge-recovery-copies';
import { forgetTokens } from '@/lib/tokens/forget-tokens';
import { purgeTrash } from '@/lib/trash/purge-trash';
import { forgetOldAttempts, forgetSessions } from '@/lib/users/forget-sessions';
import { forgetVisits } from '@/lib/visits/forget-visits';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What keeps tables and stores small, each by itself: where one fails the others are done. */
const chores: Record<string, (now: Date) => Promise<unknown>> = {
  purgeTrash,
  purgeRecoveryCopies,
  forgetTokens,
  forgetSessions,
  forgetOldAttempts,
  forgetAcceptedSaves,
  deleteFoldedBytes,
  forgetVisits,
  forgetEvents,
  forgetJobs,
};

/**
 * Does now and from then on, while the process lives, what nobody waits for: finishes every minute the work that
 * others left, and every hour deletes what nobody needs any more. On several instances at once it does no harm.
 */
export function keepHouse(): void {
  repeat(minuteMs, () => logged('finishJobs', finishJobs));
  repeat(hourMs, () => tidyUp(new Date()));
}

/** Deletes what is old enough at a moment, everywhere. */
export async function tidyUp(now: Date): Promise<void> {
  for (const [name, chore] of Object.entries(chores)) await logged(name, () => chore(now));
}

async function logged(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger().error({ cause: causeCode(error), err: error, chore: name }, 'house-keeping failed; it is tried again');
  }
}

/** Never twice at the same time, however long it takes. */
function repeat(everyMs: number, work: () => Promise<void>): void {
  const next = () => {
    work().then(() => setTimeout(next, everyMs).unref());
  };
  next();
}
