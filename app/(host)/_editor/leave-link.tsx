'use client';

import type { MouseEvent } from 'react';
import { useMessages } from '@/app/_locale/messages-context';
import { leaveEditor } from './leave-editor';

/** The way back to the list, from a page that could not open a document. */
export function LeaveLink({ listPath }: { listPath: string }) {
  function leave(event: MouseEvent) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    leaveEditor(listPath);
  }
  return (
    <a className="btn" href={listPath} onClick={leave}>
      {useMessages().editor.backToList}
    </a>
  );
}
