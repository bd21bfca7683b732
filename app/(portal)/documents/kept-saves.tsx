'use client';

import { TriangleAlert } from 'lucide-react';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { DocumentListing } from '@/lib/documents/document-listing';

/** Says that saves of this document could not be stored, and hands out what was kept of them. */
export function KeptSaves({ copies }: { copies: DocumentListing['recoveryCopies'] }) {
  const words = useMessages().documents.recovery;
  if (copies.length === 0) return null;
  return (
    <div className="kept">
      <TriangleAlert className="icon" aria-hidden />
      <span>{words.notice}</span>
      {copies.map((copy) => (
        <a key={copy.id} className="link" href={`/api/recovery/${copy.id}/content`} download>
          {words.download} (<When iso={copy.createdAt} />)
        </a>
      ))}
    </div>
  );
}
