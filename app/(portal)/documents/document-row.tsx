'use client';

import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { Button } from '@/app/_components/button';
import { FileTile } from '@/app/_components/file-tile';
import { When } from '@/app/_components/when';
import { useLocale, useMessages } from '@/app/_locale/messages-context';
import type { DocumentListing } from '@/lib/documents/document-listing';
import { formatBytes } from '@/lib/shared/format-bytes';
import { formatLocale } from '@/lib/shared/messages/locale';
import type { Conversions } from '@/lib/wopi/list-conversions';
import { EditingChip } from './editing-chip';
import { KeptSaves } from './kept-saves';
import { openHref } from './open-href';

type RowProps = {
  document: DocumentListing;
  personId: string;
  conversions: Conversions;
  isPending: boolean;
  menu: Menu.Handle<DocumentListing>;
};

export function DocumentRow({ document, personId, conversions, isPending, menu }: RowProps) {
  const words = useMessages().documents;
  const size = formatBytes(document.size, formatLocale[useLocale()]);
  const owner = document.isMine ? words.you : document.ownerName;
  return (
    <tr className="document" data-document-id={document.id} data-pending={isPending || undefined}>
      <td>
        <div className="cell-name">
          <FileTile name={document.name} />
          {/* A whole page of its own: it carries an access token, which must not be fetched ahead. */}
          <a className="document-name" href={openHref(document, conversions)} title={document.name}>
            {document.name}
          </a>
          <EditingChip people={document.editingBy} personId={personId} />
          <p className="document-line">
            <When iso={document.modifiedAt} /> · {size}
            {document.isMine ? null : ` · ${owner}`}
          </p>
          <KeptSaves copies={document.recoveryCopies} />
        </div>
      </td>
      <td className="cell-owner">{owner}</td>
      <td className="cell-modified">
        <When iso={document.modifiedAt} />
      </td>
      <td className="cell-size">{size}</td>
      <td className="cell-actions">
        <Menu.Trigger
          handle={menu}
          payload={document}
          render={<Button look="quiet" iconOnly aria-label={words.menu.of(document.name)} />}
        >
          <Ellipsis className="icon" aria-hidden />
        </Menu.Trigger>
      </td>
    </tr>
  );
}
