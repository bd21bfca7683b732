'use client';

import {
  Copy,
  CopyCheck,
  CopyX,
  Download,
  ExternalLink,
  FilePen,
  FileText,
  Folder,
  FolderInput,
  FolderSearch,
  History,
  Info,
  Pencil,
  SquareCheck,
  Star,
  StarOff,
  Trash2,
  UserX,
} from 'lucide-react';
import { MenuItem, MenuLine, MenuLink } from '@/app/_components/menu';
import { useMessages } from '@/app/_locale/messages-context';
import { type DocumentItem, type Item, powersOf } from './item';
import { itemHref } from './item-href';
import { useListTools } from './list-context';
import { editCopy } from './open-href';
import { useDownload } from './use-download';

/** What can be done with an item, or with all that are chosen: the ⋯ menu and the context menu are the same. */
export function ItemMenu({ items }: { items: readonly Item[] }) {
  const words = useMessages();
  const [item] = items;
  if (!item) return null;
  return (
    <>
      <div className="menu-label only-phone" aria-hidden>
        {items.length > 1 ? words.portal.selection.count(items.length) : item.name}
      </div>
      {items.length > 1 ? <ManyMenu items={items} /> : <OneMenu item={item} />}
    </>
  );
}

function OneMenu({ item }: { item: Item }) {
  const { documents, portal } = useMessages();
  const tools = useListTools();
  const powers = powersOf(item);
  const href = itemHref(item, tools.conversions);
  return (
    <>
      <MenuLink icon={item.kind === 'folder' ? Folder : FileText} label={documents.menu.open} href={href} />
      <MenuLink icon={ExternalLink} label={documents.menu.openInNewTab} href={href} newTab />
      {item.kind === 'document' ? <EditCopy document={item} /> : null}
      <DownloadItem items={[item]} />
      <MenuLine />
      {powers.rename ? (
        <MenuItem icon={Pencil} label={documents.menu.rename} onClick={() => tools.rename(item)} />
      ) : null}
      {powers.move ? (
        <MenuItem icon={FolderInput} label={portal.menu.move} onClick={() => tools.choosePlace('move', [item])} />
      ) : null}
      {powers.copy ? (
        <MenuItem icon={Copy} label={portal.menu.copy} onClick={() => tools.choosePlace('copy', [item])} />
      ) : null}
      <StarItem items={[item]} />
      <MenuLine />
      {item.kind === 'document' ? (
        <MenuItem icon={History} label={portal.menu.versions} onClick={() => tools.showVersions(item)} />
      ) : null}
      <MenuItem icon={Info} label={portal.menu.details} onClick={() => tools.showDetails(item)} />
      <FolderLink item={item} />
      {item.kind === 'document' && item.canEndEditing ? (
        <MenuItem icon={UserX} label={portal.details.release} onClick={() => tools.endEditing(item)} />
      ) : null}
      {item.kind === 'document' && item.rights.share ? (
        <MenuItem
          icon={item.copyForbidden ? CopyCheck : CopyX}
          label={item.copyForbidden ? documents.menu.allowCopies : documents.menu.forbidCopies}
          onClick={() => tools.switchCopies(item)}
        />
      ) : null}
      <div className="only-phone">
        <MenuItem icon={SquareCheck} label={portal.menu.select} onClick={() => tools.selection.toggle(item.id)} />
      </div>
      {powers.trash ? (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} label={documents.menu.trash} onClick={() => tools.trash([item])} />
        </>
      ) : null}
    </>
  );
}

function ManyMenu({ items }: { items: readonly Item[] }) {
  const { documents, portal } = useMessages();
  const tools = useListTools();
  const may = (power: 'move' | 'copy' | 'trash') => items.every((item) => powersOf(item)[power]);
  return (
    <>
      <DownloadItem items={items} />
      {may('move') ? (
        <MenuItem icon={FolderInput} label={portal.menu.move} onClick={() => tools.choosePlace('move', items)} />
      ) : null}
      {may('copy') ? (
        <MenuItem icon={Copy} label={portal.menu.copy} onClick={() => tools.choosePlace('copy', items)} />
      ) : null}
      <StarItem items={items} />
      {may('trash') ? (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} label={documents.menu.trash} onClick={() => tools.trash(items)} />
        </>
      ) : null}
    </>
  );
}

function DownloadItem({ items }: { items: readonly Item[] }) {
  const { download: label } = useMessages().documents.menu;
  const download = useDownload(items);
  return 'href' in download ? (
    <MenuLink icon={Download} label={label} href={download.href} download />
  ) : (
    <MenuItem icon={Download} label={label} onClick={download.start} />
  );
}

function StarItem({ items }: { items: readonly Item[] }) {
  const words = useMessages().portal.menu;
  const tools = useListTools();
  const areStarred = items.every((item) => item.isStarred);
  return (
    <MenuItem
      icon={areStarred ? StarOff : Star}
      label={areStarred ? words.unstar : words.star}
      onClick={() => tools.star(items, !areStarred)}
    />
  );
}

function EditCopy({ document }: { document: DocumentItem }) {
  const words = useMessages().documents.menu;
  const copy = editCopy(document, useListTools().conversions);
  return copy ? <MenuLink icon={FilePen} label={words.editCopy(copy.extension)} href={copy.href} /> : null;
}

/** In lists that gather from everywhere: the way to where the thing lies. */
function FolderLink({ item }: { item: Item }) {
  const words = useMessages().portal.menu;
  const { place } = useListTools();
  const folderId = item.kind === 'folder' ? item.parentId : item.isMine ? item.folderId : null;
  if (place.scope.place === 'folder' || folderId === null) return null;
  return <MenuLink icon={FolderSearch} label={words.showInFolder} href={`/folders/${folderId}`} />;
}
