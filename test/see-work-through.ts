import { endOfWork } from '@/app/(portal)/_work/actions';
import type { WorkResult } from '@/app/(portal)/_work/work-answer';
import { act } from './act-in-process';
import type { Browser } from './wopi-client/browser';

/** Calls an action on many things and asks for more until all is done, as a page does. */
export async function seeWorkThrough(browser: Browser, action: () => Promise<WorkResult>): Promise<WorkResult> {
  const begun = await act(browser, action);
  if (!begun.ok || begun.work.isFinished) return begun;
  const { jobId } = begun.work;
  for (let isFinished = false; !isFinished; ) {
    const answer = await browser.fetch(`/api/jobs/${jobId}`, { method: 'POST' });
    isFinished = ((await answer.json()) as { isFinished: boolean }).isFinished;
  }
  return act(browser, () => endOfWork({ jobId }));
}
