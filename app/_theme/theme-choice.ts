'use client';

import { themeKey } from '@/lib/shared/theme-script';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const darkSystem = '(prefers-color-scheme: dark)';
const changed = 'lectern-theme-changed';

/** What the person chose in this browser. */
export function readThemeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(themeKey);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    // Storage is closed in some private windows: then the system decides.
    return 'system';
  }
}

/** Shows the theme at once and keeps the choice for this browser. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  try {
    if (choice === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, choice);
  } catch {
    // See readThemeChoice.
  }
  window.dispatchEvent(new Event(changed));
}

/** Calls back when the choice changes, here or in another tab. */
export function watchThemeChoice(callback: () => void): () => void {
  window.addEventListener(changed, callback);
  window.addEventListener('storage', callback);
  return () => {
    window.removeEventListener(changed, callback);
    window.removeEventListener('storage', callback);
  };
}

/** Calls back when the person may see another theme: by choice, or because the system turned dark or light. */
export function watchShownTheme(callback: () => void): () => void {
  const unwatch = watchThemeChoice(callback);
  const system = window.matchMedia(darkSystem);
  system.addEventListener('change', callback);
  return () => {
    unwatch();
    system.removeEventListener('change', callback);
  };
}

/** Which theme the person sees now. */
export function shownTheme(): 'light' | 'dark' {
  const choice = readThemeChoice();
  if (choice !== 'system') return choice;
  return window.matchMedia(darkSystem).matches ? 'dark' : 'light';
}
