'use client';

import { CopyCheck, CopyX, Download, ExternalLink, FilePen, FileText, History, Pencil, Trash2 } from 'lucide-react';
import { MenuItem, MenuLine, MenuLink } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import type { DocumentListing } from '@/lib/documents/document-listing';
import type { Conversions } from '@/lib/wopi/list-conversions';
import { downloadHref, editCopy, openHref } from './open-href';

type DocumentMenuProps = {
  document: DocumentListing;
  conversions: Conversions;
  onRename: () => void;
  onTrash: () => void;
  onActivity: () => void;
  onSwitchCopies: () => void;
};

/** What can be done with a document: the ⋯ menu and the context menu are the same. */
export function DocumentMenu(props: DocumentMenuProps) {
  const { document, conversions, onRename, onTrash, onActivity, onSwitchCopies } = props;
  const words = useMessages().documents.menu;
  const href = openHref(document, conversions);
  const copy = editCopy(document, conversions);
  return (
    <>
      <div className="menu-label only-phone" aria-hidden>
        {document.name}
      </div>
      <MenuLink icon={FileText} label={words.open} href={href} />
      <MenuLink icon={ExternalLink} label={words.openInNewTab} href={href} newTab />
      {copy ? <MenuLink icon={FilePen} label={words.editCopy(copy.extension)} href={copy.href} /> : null}
      <MenuLink icon={Download} label={words.download} href={downloadHref(document.id)} download />
      <MenuItem icon={History} label={words.activity} onClick={onActivity} />
      {document.rights.share ? (
        <MenuItem
          icon={document.copyForbidden ? CopyCheck : CopyX}
          label={document.copyForbidden ? words.allowCopies : words.forbidCopies}
          onClick={onSwitchCopies}
        />
      ) : null}
      {document.rights.rename || document.rights.trash ? <MenuLine /> : null}
      {document.rights.rename ? <MenuItem icon={Pencil} label={words.rename} onClick={onRename} /> : null}
      {document.rights.trash ? <MenuItem icon={Trash2} label={words.trash} onClick={onTrash} /> : null}
    </>
  );
}
