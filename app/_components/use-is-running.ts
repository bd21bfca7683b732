'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False until the page's script runs: a form that needs it must not be sent before. */
export function useIsRunning(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
