'use client';

import { notify } from '@/app/_components/toast';

let last: (() => void) | null = null;

/** Says that something was done and how to take it back: by the notice's button or by Ctrl+Z, once. */
export function notifyWithUndo(notice: { title: string; undo: string; onUndo: () => void }): void {
  const undo = () => {
    if (last !== undo) return;
    last = null;
    notice.onUndo();
  };
  last = undo;
  notify({ id: 'undo', title: notice.title, action: { label: notice.undo, onClick: undo } });
}

/** Takes back the last thing that can be. @returns whether there was one */
export function undoLast(): boolean {
  if (!last) return false;
  last();
  return true;
}
