'use client';

import { useSyncExternalStore } from 'react';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import { formatFully, formatMoment, formatWhen } from '@/lib/shared/format-when';
import { formatLocale } from '@/lib/shared/messages/locale';

const minute = 60_000;

function everyMinute(callback: () => void): () => void {
  const timer = setInterval(callback, minute);
  return () => clearInterval(timer);
}

const forms = { day: formatWhen, moment: formatMoment, full: formatFully } as const;

/**
 * A moment in words that stay true while the page is open: "2 minutes ago", "Yesterday", "12 Nov".
 * @param form `moment` says the time of day too and stands in a sentence: "yesterday 17:40"; `full` is the date
 *   and the time, whenever it is
 */
export function When({ iso, form = 'day' }: { iso: string; form?: keyof typeof forms }) {
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
      {forms[form](iso, Date.now(), language, words.justNow)}
    </time>
  );
}
