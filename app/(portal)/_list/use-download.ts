'use client';

import { notify } from '@/app/_components/toast';
import { useMessages } from '@/app/_locale/messages-context';
import type { Item } from './item';
import { downloadHref } from './open-href';
import { postZip } from './post-zip';

/** As many as an address has room for. */
const mostInAddress = 100;

/** How items are downloaded: by a link, a document as it is and everything else in a zip; very many by a form. */
export type Download = { href: string } | { start: () => void };

export function useDownload(items: readonly Item[]): Download {
  const { done } = useMessages().portal;
  const [first] = items;
  if (items.length === 1 && first?.kind === 'document') return { href: downloadHref(first.id) };
  if (items.length <= mostInAddress) {
    return { href: `/api/zip?${items.map(({ kind, id }) => `item=${kind}:${id}`).join('&')}` };
  }
  const title = done.notDownloaded(items.length, first?.name ?? '');
  return { start: () => postZip(items, (text) => notify({ title, text, isProblem: true })) };
}
