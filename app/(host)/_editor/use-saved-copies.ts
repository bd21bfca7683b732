'use client';

import { useEffect } from 'react';
import { pollWhileVisible } from '@/app/_components/poll-while-visible';
import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';

/** Offers to open each copy that Save Copy As made since the page was opened. */
export function useSavedCopies(documentId: string, since: string, isOn: boolean): void {
  const words = useMessages().editor.saveCopy;
  useEffect(() => {
    if (!isOn) return;
    const offered = new Set<string>();
    return pollWhileVisible(2_500, async (signal) => {
      const address = `/api/documents/${documentId}/copies?since=${encodeURIComponent(since)}`;
      const answer = await fetch(address, { cache: 'no-store', signal });
      if (!answer.ok) return;
      const { copies } = (await answer.json()) as { copies: { id: string; name: string }[] };
      for (const copy of copies.toReversed()) {
        if (offered.has(copy.id)) continue;
        offered.add(copy.id);
        const link = { label: words.open, href: `/edit/${copy.id}` };
        notify({ id: copy.id, title: words.saved(copy.name), link });
      }
    });
  }, [documentId, since, isOn, words]);
}
