'use client';

import { useState } from 'react';
import { runAction } from '@/app/_actions/run-action';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import { restoreVersion } from './actions';

/** What the panel has to know of the way back to a version, whether an editor has to be asked first or not. */
export type RestoreControl = {
  restore: (number: number) => Promise<void>;
  /** the number of the version that is being brought back */
  restoring: number | null;
  /** why the last try was refused; `isLocked`: because somebody edits the document */
  problem: { number: number; message: string; isLocked: boolean } | null;
  forgetProblem: () => void;
};

/** Brings an earlier version back where no editor of this page has the document open. */
export function useRestore(documentId: string, onDone: () => void): RestoreControl {
  const words = useMessages().versions;
  const [restoring, setRestoring] = useState<number | null>(null);
  const [problem, setProblem] = useState<RestoreControl['problem']>(null);

  async function restore(number: number): Promise<void> {
    if (restoring !== null) return;
    setRestoring(number);
    setProblem(null);
    const result = await runAction(() => restoreVersion({ documentId, number }));
    setRestoring(null);
    if (!result.ok) {
      setProblem({ number, message: result.message, isLocked: result.code === 'being-edited' });
      return;
    }
    notify({ title: words.restored(number) });
    onDone();
  }

  return { restore, restoring, problem, forgetProblem: () => setProblem(null) };
}
