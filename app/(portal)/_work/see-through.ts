'use client';

import { runAction } from '@/app/_actions/run-action';
import { endOfWork } from './actions';
import type { WorkResult, WorkView } from './work-answer';
import { workStore } from './work-store';

const pauseMs = 500;
/** How often in a row the server may be out of reach. It goes on by itself, if need be. */
const mostBreaks = 20;

/**
 * Calls an action that begins work on many things and sees it to its end, however long it takes, while it is shown
 * how far it is. Whoever closes the page has the server finish it.
 */
export async function seeThrough(call: () => Promise<WorkResult>): Promise<WorkResult> {
  const begun = await runAction(call);
  if (!begun.ok || begun.work.isFinished) return begun;
  let { work } = begun;
  try {
    for (let breaks = 0; !work.isFinished && breaks < mostBreaks; ) {
      workStore.show(work);
      const next = await askForMore(work.jobId);
      if (next === 'refused') break;
      breaks = next === 'unreachable' ? breaks + 1 : 0;
      // Somebody else is at it.
      if (next === 'unreachable' || next.changed === work.changed) await pause();
      if (next !== 'unreachable') work = next;
    }
  } finally {
    workStore.hide(work.jobId);
  }
  return runAction(() => endOfWork({ jobId: work.jobId }));
}

async function askForMore(jobId: string): Promise<WorkView | 'refused' | 'unreachable'> {
  try {
    const answer = await fetch(`/api/jobs/${jobId}`, { method: 'POST', cache: 'no-store' });
    if (answer.ok) return (await answer.json()) as WorkView;
    return answer.status < 500 ? 'refused' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}
