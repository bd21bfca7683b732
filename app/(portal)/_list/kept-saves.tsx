'use client';

import { TriangleAlert } from 'lucide-react';
import { When } from '@/app/_components/when';
import { useMessages } from '@/app/_locale/messages-context';
import type { ListedDocument } from '@/lib/listings/listed-document';

/** Says that saves of this document could not be stored, and hands out what was kept of them. */
export function KeptSaves({ document }: { document: Pick<ListedDocument, 'recoveryCopies' | 'hasManyCopies'> }) {
  const words = useMessages().documents.recovery;
  const copies = document.recoveryCopies;
  if (copies.length === 0) return null;
  return (
    <div className="kept">
      <TriangleAlert className="icon" aria-hidden />
      <span>{words.notice}</span>
      {copies.map((copy) => (
        <a key={copy.id} className="link" href={`/api/recovery/${copy.id}/content`} download>
          {words.download} (<When iso={copy.createdAt} />)
          {copy.goesAt === null ? null : (
            <>
              {' '}
              – {words.goes} <When iso={copy.goesAt} form="full" />
            </>
          )}
        </a>
      ))}
      {document.hasManyCopies ? <span>{words.many}</span> : null}
    </div>
  );
}
