'use client';

import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { type DropRead, readDrop } from './read-drop';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** The folder's row that files are dropped on, if it is one. */
function folderUnder(target: EventTarget | null): { folderId: string; name: string } | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-folder-id]') : null;
  const folderId = row?.dataset.folderId;
  return folderId ? { folderId, name: row.querySelector('.document-name')?.textContent ?? '' } : null;
}

type DropAreaProps = { onDrop: (read: DropRead, folder: { folderId: string; name: string } | null) => void };

/** The whole window takes dropped files and folders; a folder's row takes them into that folder. */
export function DropArea({ onDrop }: DropAreaProps) {
  const words = useMessages().uploads;
  const [isOver, setOver] = useState(false);
  // Each element on the way sends its own enter and leave.
  const depth = useRef(0);

  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const folder = folderUnder(event.target);
      readDrop(event.dataTransfer).then((read) => onDrop(read, folder));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onDrop]);

  return isOver ? (
    <div className="drop-hint" role="status">
      <span>{words.dropHere}</span>
    </div>
  ) : null;
}
