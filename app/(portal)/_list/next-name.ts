'use client';

import { nextIndex } from './next-index';

/** The name that an arrow key, Home or End leads to in a list or between tiles; null where the key is another. */
export function nextName(frame: HTMLElement | null, event: Pick<KeyboardEvent, 'key' | 'target'>): HTMLElement | null {
  const names = [...(frame?.querySelectorAll<HTMLElement>('.document-name') ?? [])];
  const row = event.target instanceof Element ? event.target.closest('[data-item-id]') : null;
  const at = names.findIndex((name) => row?.contains(name));
  if (at < 0 && event.target !== document.body && !(event.target instanceof Element && event.target.id === 'content')) {
    return null;
  }
  const isGrid = frame?.querySelector('.cards') !== null;
  const to = nextIndex(event.key, { at, count: names.length, columns: columnsOf(names), isGrid });
  return to === null ? null : (names[to] ?? null);
}

/** How many tiles stand beside each other; 1 in a table. */
function columnsOf(names: readonly HTMLElement[]): number {
  const tops = names.map((name) => name.closest('[data-item-id]')?.getBoundingClientRect().top);
  const first = tops.findIndex((top) => top !== tops[0]);
  return first === -1 ? Math.max(1, names.length) : first;
}
