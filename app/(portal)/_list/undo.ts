'use client';

import { notify } from '@/app/_components/toast';
import { UndoSteps } from './undo-steps';

type Notice = { title: string; text?: string | undefined; undo: string; onUndo: () => void };

const steps = new UndoSteps();

/**
 * Begins something that can be taken back. Call it when the person asks for it and not when it is done: Ctrl+Z takes
 * back the latest wish first, also one that the server is still at.
 * @returns to be called once: with the notice that says that it was done, or with null when nothing was
 */
export function beginStep(): (notice: Notice | null) => void {
  const step = steps.begin();
  return (notice) => {
    const waits = step.end(notice?.onUndo ?? null);
    if (!notice || !waits) return;
    const { title, text, undo: label } = notice;
    notify({ id: 'undo', title, text, action: { label, onClick: step.takeBack } });
  };
}

/** Takes back the latest thing that can be, then the one before it. @returns whether there was one */
export function undoLast(): boolean {
  return steps.takeBackLast();
}
