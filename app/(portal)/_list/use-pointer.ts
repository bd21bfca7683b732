'use client';

import type { MouseEvent } from 'react';
import type { Item } from './item';
import type { ListSelection } from './use-selection';

type PointerInput = { itemAt: (target: EventTarget | null) => Item | null; selection: ListSelection<Item> };

/**
 * Clicks that choose instead of opening: with Shift a range, with Ctrl or ⌘ beside the name one more, and on a
 * touch screen any tap while something is chosen. On the name itself Ctrl opens a new tab, as with any link.
 */
export function usePointer({ itemAt, selection }: PointerInput) {
  function onClickCapture(event: MouseEvent) {
    const item = itemAt(event.target);
    const { target } = event;
    if (!item || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLInputElement) {
      if (!event.shiftKey) return;
      stop(event);
      selection.extend(item.id);
      return;
    }
    const link = target.closest('a');
    if (!link?.classList.contains('document-name')) return;
    if (event.shiftKey) {
      stop(event);
      window.getSelection()?.removeAllRanges();
      selection.extend(item.id);
    } else if ((event.ctrlKey || event.metaKey) && !isOnText(link, event)) {
      stop(event);
      selection.toggle(item.id);
    } else if (selection.count > 0 && window.matchMedia('(pointer: coarse)').matches) {
      stop(event);
      selection.toggle(item.id);
    }
  }
  return { onClickCapture };
}

function stop(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The link is stretched over its row; its text is only a part of that. */
function isOnText(link: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = link.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
