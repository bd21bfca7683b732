import { useState } from 'react';

const key = 'lectern-markdown-preview';

/** Whether Markdown is shown as it reads, beside its source; remembered by this browser. */
export function usePreviewChoice(): [boolean, (shows: boolean) => void] {
  const [shows, setShows] = useState(() => {
    try {
      return localStorage.getItem(key) === 'on';
    } catch {
      return false;
    }
  });
  return [
    shows,
    (next) => {
      setShows(next);
      try {
        localStorage.setItem(key, next ? 'on' : 'off');
      } catch {
        // Storage is closed in some private windows.
      }
    },
  ];
}
