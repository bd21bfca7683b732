'use client';

import { type DragEvent, type RefObject, useRef } from 'react';
import type { Item } from './item';
import type { Place } from './place';
import type { How, Target } from './use-placing';

type DragInput = {
  frame: RefObject<HTMLElement | null>;
  itemAt: (target: EventTarget | null) => Item | null;
  withChosen: (item: Item) => readonly Item[];
  putInto: (how: How, items: readonly Item[], target: Target) => Promise<void>;
};

const kind = 'application/x-lectern-items';

/** Rows are dragged onto a folder or onto a part of the path, which moves them there; with Ctrl held they are copied. */
export function useDragging({ frame, itemAt, withChosen, putInto }: DragInput) {
  const dragged = useRef<readonly Item[]>([]);

  function mark(row: Element | null): void {
    for (const each of frame.current?.querySelectorAll('[data-drop]') ?? []) {
      if (each !== row) each.removeAttribute('data-drop');
    }
    row?.setAttribute('data-drop', '');
  }
  const isOurs = (event: DragEvent) => dragged.current.length > 0 && event.dataTransfer.types.includes(kind);

  function folderUnder(event: DragEvent): Item | null {
    const item = itemAt(event.target);
    const isTarget = item?.kind === 'folder' && item.rights.add && !dragged.current.some(({ id }) => id === item.id);
    return isTarget ? item : null;
  }

  function drop(event: DragEvent, target: Target): void {
    event.preventDefault();
    mark(null);
    const items = dragged.current;
    dragged.current = [];
    putInto(event.ctrlKey || event.altKey ? 'copy' : 'move', items, target);
  }

  const rows = {
    onDragStart(event: DragEvent) {
      const item = itemAt(event.target);
      if (!item) return;
      dragged.current = withChosen(item);
      event.dataTransfer.setData(kind, '');
      event.dataTransfer.effectAllowed = 'copyMove';
    },
    onDragEnd() {
      dragged.current = [];
      mark(null);
    },
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return;
      const folder = folderUnder(event);
      mark(folder && event.target instanceof Element ? event.target.closest('[data-item-id]') : null);
      if (folder) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const folder = isOurs(event) ? folderUnder(event) : null;
      if (folder) drop(event, folder);
    },
  };

  const dropOnCrumb = (crumb: Place['crumbs'][number]) => ({
    onDragOver: (event: DragEvent) => {
      if (isOurs(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (isOurs(event)) drop(event, { id: crumb.folderId, name: crumb.name });
    },
  });

  return { rows, dropOnCrumb };
}
