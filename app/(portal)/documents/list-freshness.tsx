'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { pollWhileVisible } from '@/app/_components/poll-while-visible';

/** Asks every few seconds whether the list would look different, and reads it anew when it would. */
export function ListFreshness({ state }: { state: string }) {
  const router = useRouter();
  const known = useRef(state);
  useEffect(() => {
    known.current = state;
  }, [state]);
  useEffect(
    () =>
      pollWhileVisible(4_000, async (signal) => {
        const answer = await fetch('/api/documents/state', { cache: 'no-store', signal });
        if (answer.status === 401) window.location.assign('/signin?next=/documents');
        if (!answer.ok) return;
        const { state: now } = (await answer.json()) as { state: string };
        if (now === known.current) return;
        known.current = now;
        router.refresh();
      }),
    [router],
  );
  return null;
}
