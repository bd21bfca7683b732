import type { ActionResult } from '@/app/_actions/action-result';
import type { JobVerb } from '@/lib/jobs/job-wish';

/** What became of one of several items. */
export type ItemResult = ActionResult<{ id: string; name: string }> & { itemId: string };

/** How far the work at many things is. */
export type WorkView = {
  jobId: string;
  verb: JobVerb;
  isFinished: boolean;
  /** items, as far as they are known; null while they are still being found */
  total: number | null;
  done: number;
  refused: number;
  /** rows that were changed: more than items where folders have much in them */
  changed: number;
  /** why the first was refused, for the person */
  refusal: string | null;
};

/** `results`: one for each item in its order, when the work is finished and not about a whole list. */
export type WorkAnswer = { work: WorkView; results: ItemResult[] };
export type WorkResult = ActionResult<WorkAnswer>;
