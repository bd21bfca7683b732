'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { pollWhileVisible } from '@/app/_components/poll-while-visible';
import type { Scope } from '@/lib/listings/listing-query';

type FreshnessProps = { scope: Scope; query: string; state: string };

/** Asks every few seconds whether the page of the list would look different, and reads it anew when it would. */
export function ListFreshness({ scope, query, state }: FreshnessProps) {
  const router = useRouter();
  const path = usePathname();
  const known = useRef(state);
  useEffect(() => {
    known.current = state;
  }, [state]);
  const folderId = scope.place === 'folder' ? scope.folderId : null;
  const { place } = scope;
  useEffect(() => {
    const asked = new URLSearchParams(query);
    asked.set('place', place);
    if (folderId !== null) asked.set('folder', folderId);
    return pollWhileVisible(2_500, async (signal) => {
      const answer = await fetch(`/api/listings/state?${asked}`, { cache: 'no-store', signal });
      if (answer.status === 401) window.location.assign(`/signin?next=${encodeURIComponent(path)}`);
      // The folder has gone: the page says so.
      if (answer.status === 404) router.refresh();
      if (!answer.ok) return;
      const { state: now } = (await answer.json()) as { state: string };
      if (now === known.current) return;
      known.current = now;
      router.refresh();
    });
  }, [router, path, place, folderId, query]);
  return null;
}
