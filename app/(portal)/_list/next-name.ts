'use client';

/** The name that an arrow key, Home or End leads to in a list or between tiles; null where the key is another. */
export function nextName(frame: HTMLElement | null, event: Pick<KeyboardEvent, 'key' | 'target'>): HTMLElement | null {
  const names = [...(frame?.querySelectorAll<HTMLElement>('.document-name') ?? [])];
  const row = event.target instanceof Element ? event.target.closest('[data-item-id]') : null;
  const at = names.findIndex((name) => row?.contains(name));
  if (at < 0 && event.target !== document.body && !(event.target instanceof Element && event.target.id === 'content')) {
    return null;
  }
  const columns = columnsOf(names);
  const isGrid = frame?.querySelector('.cards') !== null;
  const steps: Record<string, number> = {
    ArrowDown: at < 0 ? 0 : at + columns,
    ArrowUp: at < 0 ? 0 : at - columns,
    ...(at < 0 ? {} : { Home: 0, End: names.length - 1 }),
    ...(isGrid ? { ArrowRight: at + 1, ArrowLeft: at - 1 } : {}),
  };
  const to = steps[event.key];
  if (to === undefined || names.length === 0) return null;
  return names[Math.max(0, Math.min(names.length - 1, to))] ?? null;
}

/** How many tiles stand beside each other; 1 in a table. */
function columnsOf(names: readonly HTMLElement[]): number {
  const tops = names.map((name) => name.closest('[data-item-id]')?.getBoundingClientRect().top);
  const first = tops.findIndex((top) => top !== tops[0]);
  return first === -1 ? Math.max(1, names.length) : first;
}
