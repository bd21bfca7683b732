'use client';

import { useSyncExternalStore } from 'react';
import type { WorkView } from './work-answer';

let running: readonly WorkView[] = [];
const listeners = new Set<() => void>();
const nothing: readonly WorkView[] = [];

function change(next: readonly WorkView[]): void {
  running = next;
  for (const listener of listeners) listener();
}

/** The work that is shown while it runs. */
export const workStore = {
  show(work: WorkView): void {
    const others = running.filter(({ jobId }) => jobId !== work.jobId);
    change(
      others.length === running.length
        ? [...running, work]
        : running.map((each) => (each.jobId === work.jobId ? work : each)),
    );
  },
  hide(id: string): void {
    change(running.filter(({ jobId }) => jobId !== id));
  },
};

export function useRunningWork(): readonly WorkView[] {
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return useSyncExternalStore(
    subscribe,
    () => running,
    () => nothing,
  );
}
