'use client';

import { startTransition } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import type { JobVerb } from '@/lib/jobs/job-wish';
import type { FileKind } from '@/lib/shared/file-type';
import { undoWork } from '../_work/actions';
import { seeThrough } from '../_work/see-through';
import type { WorkResult } from '../_work/work-answer';
import { doWithList } from './actions';
import type { Place } from './place';
import { beginStep } from './undo';
import type { How, Target } from './use-placing';

type Says = (n: number, one: string) => string;

/** What is wished for a whole list, however much of it is on the page: one wish, and one undo. */
export function useEverything(place: Place, kind: FileKind | null, total: number) {
  const words = useMessages();
  const { done } = words.portal;

  function wish(verb: JobVerb, says: { done: Says; not: Says; undone: Says }, target?: Target): void {
    const finish = beginStep();
    startTransition(async () => {
      const input = { verb, place: place.scope, kind, ...(target ? { folderId: target.id } : {}) };
      const result = await seeThrough(() => doWithList(input));
      const count = report(result, says.not);
      const jobId = result.ok ? result.work.jobId : '';
      const onUndo = () => takeBack(jobId, says.undone);
      finish(count > 0 ? { title: says.done(count, place.title), undo: words.undo, onUndo } : null);
    });
  }

  function takeBack(jobId: string, undone: Says): void {
    startTransition(async () => {
      const count = report(await seeThrough(() => undoWork({ jobId })), done.notBack);
      if (count > 0) notify({ id: 'undo', title: undone(count, place.title) });
    });
  }

  /** Says what was refused, with the first reason. @returns how many it was done with */
  function report(result: WorkResult, not: Says): number {
    if (!result.ok) {
      notify({ title: not(total, place.title), text: result.message, isProblem: true });
      return 0;
    }
    const { done: ended, refused, refusal } = result.work;
    if (refused > 0) notify({ title: not(refused, place.title), text: refusal ?? undefined, isProblem: true });
    return ended - refused;
  }

  return {
    trash: () => wish('trash', { done: done.trashed, not: done.notTrashed, undone: done.back }),
    place: (how: How, target: Target) => {
      const [said, not] = how === 'move' ? [done.moved, done.notMoved] : [done.copied, done.notCopied];
      wish(how, { done: (n, one) => said(n, one, target.name), not, undone: () => done.undone }, target);
    },
  };
}
