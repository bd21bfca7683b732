'use client';

import { useSyncExternalStore } from 'react';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatWhen } from '@/lib/shared/format-when';
import { formatLocale } from '@/lib/shared/messages/locale';

const minute = 60_000;

function everyMinute(callback: () => void): () => void {
  const timer = setInterval(callback, minute);
  return () => clearInterval(timer);
}

/** A moment in words that stay true while the page is open: "2 minutes ago", "Yesterday", "12 Nov". */
export function When({ iso }: { iso: string }) {
  const language = formatLocale[useLocale()];
  const words = useMessages();
  const now = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / minute),
    () => null,
  );
  // The server's time zone may be another: what it wrote is replaced, not corrected, once the page runs.
  return (
    <time
      key={now === null ? 'server' : 'browser'}
      dateTime={iso}
      title={
        now === null ? undefined : new Date(iso).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
      }
      suppressHydrationWarning
    >
      {formatWhen(iso, Date.now(), language, words.justNow)}
    </time>
  );
}
