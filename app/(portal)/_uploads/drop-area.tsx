'use client';

import { useEffect, useRef, useState } from 'react';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes dropped files. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
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
      const { files, hasFolders } = readDrop(event.dataTransfer);
      if (files.length > 0) onFiles(files);
      if (hasFolders) notify({ title: words.folders, isProblem: true });
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
  }, [onFiles, words]);

  return isOver ? (
    <div className="drop-hint" role="status">
      {words.dropHere}
    </div>
  ) : null;
}

function readDrop(transfer: DataTransfer): { files: File[]; hasFolders: boolean } {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const files: File[] = [];
  let hasFolders = false;
  for (const item of items) {
    const file = item.getAsFile();
    if (item.webkitGetAsEntry()?.isDirectory) hasFolders = true;
    else if (file) files.push(file);
  }
  return { files: items.length > 0 ? files : [...transfer.files], hasFolders };
}
