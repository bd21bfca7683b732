'use client';

/** Whether a key belongs to what has the focus: a field, a menu, a dialog. */
export function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  // What is fading away has no use for keys any more.
  if (document.querySelector(':is(.dialog, .panel, .menu):not([data-closed])') !== null) return true;
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
