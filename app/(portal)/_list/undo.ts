'use client';

import { notify } from '@/app/_components/toast';

/** Something done that can be taken back: it is known when it has happened; null where there is nothing to take back. */
type Step = Promise<(() => void) | null>;
type Notice = { title: string; text?: string | undefined; undo: string; onUndo: () => void };

const mostSteps = 50;
let steps: Step[] = [];

function forget(step: Step): boolean {
  const isThere = steps.includes(step);
  steps = steps.filter((each) => each !== step);
  return isThere;
}

/**
 * Begins something that can be taken back. Call it when the person asks for it and not when it is done: Ctrl+Z takes
 * back the latest wish first, also one that the server is still at.
 * @returns to be called once: with the notice that says that it was done, or with null when nothing was
 */
export function beginStep(): (notice: Notice | null) => void {
  let settle: (undo: (() => void) | null) => void = () => undefined;
  const step: Step = new Promise((resolve) => {
    settle = resolve;
  });
  steps = [...steps, step].slice(-mostSteps);
  return (notice) => {
    if (!notice) {
      forget(step);
      settle(null);
      return;
    }
    settle(notice.onUndo);
    // By the notice's button or by Ctrl+Z, once.
    const onClick = () => {
      if (forget(step)) notice.onUndo();
    };
    if (steps.includes(step)) {
      const { title, text, undo: label } = notice;
      notify({ id: 'undo', title, text, action: { label, onClick } });
    }
  };
}

/** Takes back the latest thing that can be, then the one before it. @returns whether there was one */
export function undoLast(): boolean {
  const step = steps.at(-1);
  if (!step) return false;
  forget(step);
  step.then((undo) => (undo ? undo() : undoLast()));
  return true;
}
