'use client';

import { useSyncExternalStore } from 'react';
import { readThemeChoice, type ThemeChoice, watchThemeChoice } from './theme-choice';

/** The theme that the person chose in this browser; the server takes it for the system's. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(watchThemeChoice, readThemeChoice, () => 'system');
}
