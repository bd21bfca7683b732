'use client';

import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End go from name to name in the list. @returns whether the key was one of them */
export function moveInList(event: KeyboardEvent): boolean {
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.document-name')];
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const at = names.findIndex((name) => row?.contains(name));
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 };
  const to = steps[event.key];
  if (to === undefined || at < 0 || event.shiftKey) return false;
  event.preventDefault();
  names[Math.max(0, Math.min(names.length - 1, to))]?.focus();
  return true;
}
